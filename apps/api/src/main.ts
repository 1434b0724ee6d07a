import 'reflect-metadata';
import { loadConfig } from '#lib/config';
import { createLogger } from '#lib/observability';
import { ApiModule } from './api.module.js';
import { createApi } from './create-api.js';

const config = loadConfig();
const logger = createLogger(config.logLevel, 'api');
const app = await createApi(ApiModule.forRoot(config, logger), config, logger);
app.enableShutdownHooks();
await app.listen({ port: config.port, host: config.host });
process.send?.({ type: 'ready', url: await app.getUrl() });
