/**
 * The production build of the standalone application, started as a child of the access matrix: tells its address and everything it registers.
 * Routes are heard from Fastify itself from its first moment on, so that one that bypasses Nest is not overlooked.
 */
import { subscribe } from 'node:diagnostics_channel';

const routes = new Set();
subscribe('fastify.initialization', ({ fastify }) => fastify.addHook('onRoute', ({ method, url }) => {
  for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.add(`${one} ${url}`);
}));

const from = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
await import('reflect-metadata');
const { ModulesContainer } = await import('@nestjs/core');
const { loadConfig } = await from('libs/config/src/index.js');
const { createLogger } = await from('libs/observability/src/index.js');
const { createApi } = await from('apps/api/src/create-api.js');
const { LiveIoAdapter } = await from('apps/live/src/live-io-adapter.js');
const { StandaloneModule } = await from('apps/standalone/src/standalone.module.js');

const config = loadConfig();
const logger = createLogger(config.logLevel, 'matrix');
const app = await createApi(StandaloneModule.forRoot(config, logger), config, logger);
app.useWebSocketAdapter(new LiveIoAdapter(app, config));
await app.listen({ port: 0, host: '127.0.0.1' });

const events = [...app.get(ModulesContainer).values()].flatMap(({ providers }) => [...providers.values()]).flatMap(({ metatype }) => {
  if (typeof metatype !== 'function' || !Reflect.getMetadata('websockets:is_gateway', metatype)) return [];
  return Object.getOwnPropertyNames(metatype.prototype).flatMap((method) => {
    const handler = Object.getOwnPropertyDescriptor(metatype.prototype, method).value;
    return typeof handler === 'function' ? Reflect.getMetadata('message', handler) ?? [] : [];
  });
});
process.send({ url: await app.getUrl(), routes: [...routes], events });
process.once('disconnect', () => void app.close().then(() => process.exit(0)));
