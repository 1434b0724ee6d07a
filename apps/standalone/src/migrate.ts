import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule, loadConfig } from '#lib/config';
import { DatabaseModule } from '#lib/database';
import { IdentityModule, Setup } from '#lib/identity';
import { createLogger, NestLogger, ObservabilityModule } from '#lib/observability';
import { bringUpToDate } from './bring-up-to-date.js';

/** One-shot: brings the database up to date and ends. Run before the first process of a new version. */
const config = loadConfig();
const logger = createLogger(config.logLevel, 'migrate');
await bringUpToDate(config);
logger.info('database is up to date');

/** What the set-up link needs, and no more. */
@Module({ imports: [ConfigModule.forRoot(config), ObservabilityModule.forRoot(logger), DatabaseModule, IdentityModule] })
class SetupModule {}

const context = await NestFactory.createApplicationContext(SetupModule, { logger: new NestLogger(logger) });
const token = config.demo ? null : await context.get(Setup).issueToken();
// For the person at the terminal, not for the log: the link is a secret and works once.
if (token) process.stdout.write(`\n首次设置（链接只能用一次）· First set-up, this link works once:\n  ${config.publicUrl ?? 'http://localhost'}/setup#${token}\n\n`);
await context.close();
process.exit(0);
