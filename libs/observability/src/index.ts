export { createLogger, describeError, NestLogger, withLogContext, type LogContext } from './logger.js';
export { deadLetters, httpSeconds, metrics, outboxSeconds, saveGroupSize, saveOutcomes, socketConnections } from './metrics.js';
export { LOGGER, ObservabilityModule } from './observability.module.js';
export type { Logger } from 'pino';
