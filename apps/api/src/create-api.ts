import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { RequestMethod, type Type, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig } from '#lib/config';
import { httpSeconds, type Logger, NestLogger } from '#lib/observability';
import { InputPipe } from './http/input.pipe.js';
import { serveApiDescription } from './openapi/serve-api-description.js';
import { serveWeb } from './web/serve-web.js';

/** The largest JSON body; files go by multipart with limits of their own. */
const bodyLimit = 1024 * 1024;
const uploadLimit = 32 * 1024 * 1024;

/** Builds the HTTP application: prefix, validation, ids, metrics, the API's description and the web client. It does not listen yet. */
export async function createApi(module: Type | { module: Type }, config: AppConfig, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit, trustProxy: config.trustProxy, genReqId: () => randomUUID(), forceCloseConnections: 'idle', routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module as Type, adapter, { logger: new NestLogger(logger), abortOnError: false, bufferLogs: false });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'].map((path) => ({ path, method: RequestMethod.GET })) });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useGlobalPipes(new InputPipe());

  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 20 } });
  observe(app, logger);
  if (config.environment !== 'test') serveApiDescription(app);
  await serveWeb(app, config);
  return app;
}

/** One log line and one observation per request, with ids and the route's pattern: never a body, a query or a header. */
function observe(app: NestFastifyApplication, logger: Logger): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('X-Request-Id', request.id);
    void reply.header('X-Content-Type-Options', 'nosniff');
    if (request.url.startsWith('/api/') && !reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    httpSeconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500 || reply.elapsedTime > 1000) logger.warn({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'slow or failed request');
    else logger.debug({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
}
