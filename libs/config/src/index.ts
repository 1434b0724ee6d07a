export { AppConfig, loadConfig } from './config.js';
export { ConfigModule } from './config.module.js';
export { isOwnOrigin } from './own-origin.js';
export { mayReadMetrics } from './may-read-metrics.js';
