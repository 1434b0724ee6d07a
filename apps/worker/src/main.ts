import 'reflect-metadata';
import { type AppConfig, loadConfig } from '#lib/config';
import { createLogger, type Logger, NestLogger } from '#lib/observability';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

/** However long a job takes: after this the process ends, and another worker takes the job up. */
const endWithin = 15_000;

/** Works until it is told to stop: then takes nothing new, and lets what runs come to an end. */
async function start(config: AppConfig, logger: Logger): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config, logger), { logger: new NestLogger(logger), abortOnError: false });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), endWithin).unref();
    app.close().then(() => process.exit(0), (error: unknown) => {
      logger.error({ err: error }, 'did not stop cleanly');
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  // Forked and left behind: who started it is gone.
  process.on('disconnect', stop);
  process.send?.({ type: 'ready' });
  logger.info('ready');
}

const config = loadConfig();
const logger = createLogger(config.logLevel, 'worker');
try {
  await start(config, logger);
} catch (error) {
  logger.fatal({ err: error }, 'could not start');
  process.send?.({ type: 'failed', code: (error as { code?: string }).code, message: (error as Error).message });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200).unref();
}
