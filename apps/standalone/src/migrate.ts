import 'reflect-metadata';
import { loadConfig } from '#lib/config';
import { createLogger } from '#lib/observability';
import { bringUpToDate } from './bring-up-to-date.js';

/** One-shot: brings the database up to date and ends. Run before the first process of a new version. */
const config = loadConfig();
await bringUpToDate(config);
createLogger(config.logLevel, 'migrate').info('database is up to date');
process.exit(0);
