import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { connectionOptions } from './connection.js';

const directory = join(dirname(fileURLToPath(import.meta.url)), 'migrations');
/** One number for all instances: whoever holds it migrates, the others wait and find nothing left to do. */
const migrationLock = 4_711_2026;

/** What the app's role may do, stated anew after every migration, so that a new table is covered too. */
const privileges = join(dirname(fileURLToPath(import.meta.url)), 'privileges.sql');

/** Each `.sql` file of the folder is one forward-only migration, in the order of their names. */
function migrations(): (new () => MigrationInterface)[] {
  return readdirSync(directory).filter((file) => file.endsWith('.sql')).sort().map((file, index) => {
    const name = `${file.replace(/^\d+-|\.sql$/g, '').replace(/-/g, '_')}${1_780_000_000_000 + Number.parseInt(file, 10) || index}`;
    return class implements MigrationInterface {
      readonly name = name;
      async up(runner: QueryRunner): Promise<void> { await runner.query(readFileSync(join(directory, file), 'utf8')); }
      async down(): Promise<void> { throw new Error('Migrations go forward only'); }
    };
  });
}

/**
 * Brings the database up to date as its owner. Safe when several instances start at once.
 * @throws Error when the role `kaosai_app` does not exist.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const lock = new pg.Client(connectionOptions(ownerUrl));
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const { rowCount } = await lock.query("SELECT 1 FROM pg_roles WHERE rolname = 'kaosai_app'");
    if (!rowCount) throw new Error('The database has no role kaosai_app. Create it first: see docs/operations.md');
    await lock.query('CREATE SCHEMA IF NOT EXISTS kaosai');
    const { options, ...connection } = connectionOptions(ownerUrl);
    const source = new DataSource({
      type: 'postgres', schema: 'kaosai', migrationsTableName: 'migration', migrations: migrations(), synchronize: false,
      extra: { ...connection, options, max: 2 },
    });
    await source.initialize();
    try {
      const done = await source.runMigrations({ transaction: 'each' });
      if (done.length > 0) await source.transaction(async (manager) => manager.query(readFileSync(privileges, 'utf8')));
      return done.map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
