import { connectionOptions } from '#lib/database';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { lanes } from './topic-handler.js';

/**
 * Makes or updates BullMQ's tables, as the owner, and lets the app's role work with them but not change them. Safe when several
 * instances start at once, and needed only when the queue is on PostgreSQL.
 * @throws Error when `schema` is not a simple identifier.
 */
export async function migrateQueue(ownerUrl: string, schema = 'bullmq'): Promise<void> {
  const client = new pg.Client(connectionOptions(ownerUrl, schema));
  await client.connect();
  try {
    // BullMQ refuses anything but a simple name, so that it may stand in statements as it is.
    await runMigrations(client, schema);
    // BullMQ would make a queue's sequence at its first job and goes through a temporary table to add many.
    for (const lane of lanes) {
      const { rows: [{ name }] } = await client.query<{ name: string }>('SELECT format(\'%I\', job_id_seq_name($1)) AS name', [lane]);
      await client.query(`CREATE SEQUENCE IF NOT EXISTS ${name}`);
    }
    await client.query("DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO kaosai_app', current_database()); END $$");
    await client.query(`GRANT USAGE ON SCHEMA "${schema}" TO kaosai_app`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "${schema}" TO kaosai_app`);
    await client.query(`GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA "${schema}" TO kaosai_app`);
    await client.query(`REVOKE INSERT, UPDATE, DELETE ON "${schema}".migration FROM kaosai_app`);
  } finally {
    await client.end();
  }
}
