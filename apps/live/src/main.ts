import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#lib/config';
import { createLogger, NestLogger } from '#lib/observability';
import { LiveIoAdapter } from './live-io-adapter.js';
import { LiveProcessModule } from './live-process.module.js';

const config = loadConfig();
const logger = createLogger(config.logLevel, 'live');
const app = await NestFactory.create<NestFastifyApplication>(LiveProcessModule.forRoot(config, logger), new FastifyAdapter({ trustProxy: config.trustProxy }), { logger: new NestLogger(logger) });
app.useWebSocketAdapter(new LiveIoAdapter(app, config));
app.enableShutdownHooks();
await app.listen({ port: config.port, host: config.host === 'localhost' ? '127.0.0.1' : config.host });
process.send?.({ type: 'ready', url: await app.getUrl() });
