import type { AppConfig } from '#lib/config';
import { migrate } from '#lib/database';
import { migrateQueue } from '#lib/queue';

/** Migrates the database and the queue's tables as their owner; without an owner's address somebody else has done it. */
export async function bringUpToDate(config: AppConfig): Promise<void> {
  if (!config.databaseOwnerUrl) return;
  await migrate(config.databaseOwnerUrl);
  if (!config.redisUrl) await migrateQueue(config.databaseOwnerUrl, config.queueSchema);
}
