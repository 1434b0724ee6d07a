import 'reflect-metadata';
import { createApi } from '../../api/src/create-api.js';
import { type AppConfig, loadConfig } from '#lib/config';
import { Setup } from '#lib/identity';
import { type DemoAccount, loadDemo } from '#lib/demo';
import { createLogger, type Logger } from '#lib/observability';
import type { INestApplication } from '@nestjs/common';
import { LiveIoAdapter } from '../../live/src/live-io-adapter.js';
import { bringUpToDate } from './bring-up-to-date.js';
import { listen } from './listen.js';
import { StandaloneModule } from './standalone.module.js';

/** The api and the live part in one process: what `npm start` runs, with the worker beside it. */
async function start(config: AppConfig, logger: Logger): Promise<void> {
  tell('migrating');
  await bringUpToDate(config);
  tell('starting');
  const app = await createApi(StandaloneModule.forRoot(config, logger), config, logger);
  app.useWebSocketAdapter(new LiveIoAdapter(app, config));
  app.enableShutdownHooks();
  await app.init();
  const demoAccounts = await demo(app, config);
  const url = await listen(app, config);
  tell('ready', { url, demoAccounts, setupUrl: await setupUrl(app, config, url) });
  logger.info({ url }, 'ready');
}

/** Demo data and demo passwords exist only while the server listens on loopback. */
async function demo(app: INestApplication, config: AppConfig): Promise<DemoAccount[]> {
  if (!config.demo || !config.onLoopback) return [];
  tell('demo');
  return loadDemo(app);
}

/** The one-time link of an installation that has no account yet. */
async function setupUrl(app: INestApplication, config: AppConfig, url: string): Promise<string | undefined> {
  const token = config.demo && config.onLoopback ? null : await app.get(Setup).issueToken();
  return token ? `${config.publicUrl ?? url}/setup#${token}` : undefined;
}

function tell(type: string, more: Record<string, unknown> = {}): void {
  process.send?.({ type, ...more });
}

const config = loadConfig();
const logger = createLogger(config.logLevel, 'standalone');
try {
  await start(config, logger);
} catch (error) {
  logger.fatal({ err: error }, 'could not start');
  tell('failed', { code: (error as { code?: string }).code, message: (error as Error).message });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200).unref();
}
