import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { spawnApp } from '../../scripts/launch/apps.mjs';
import { root } from '../../scripts/launch/places.mjs';
import { embeddedBinaries, findInstalledBinaries, freePort, startTemporaryPostgres } from '../../scripts/postgres/index.mjs';

/** The databases a bench may run on: by name, those that this machine has. */
export function databases(wanted = 'both') {
  const installed = findInstalledBinaries();
  const all = { embedded: embeddedBinaries(), ...(installed ? { debian: installed } : {}) };
  if (wanted === 'both') return Object.entries(all);
  if (!all[wanted]) throw new Error(`There is no ${wanted} PostgreSQL here. There is: ${Object.keys(all).join(', ')}`);
  return [[wanted, all[wanted]]];
}

/**
 * The production build as processes of their own on a new, durable database: api and, unless told otherwise, worker.
 * `profile`: the api writes a CPU profile into `reports/` whenever it gets SIGWINCH, from one signal to the next.
 */
export async function startStack({ binaries, worker = true, profile = false, settings } = {}) {
  const database = await startTemporaryPostgres({ binaries, settings });
  const logs = join(tmpdir(), `kaosai-bench-${process.pid}`);
  mkdirSync(logs, { recursive: true });
  const apps = {};
  const stop = async () => {
    await Promise.all(Object.values(apps).map((app) => app.stop()));
    await database.stop();
    rmSync(logs, { recursive: true, force: true });
  };
  try {
    await migrateAll(database.ownerUrl);
    const hook = profile ? { NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'test/bench/profile-hook.mjs')).href}` } : {};
    const env = { DATABASE_URL: database.appUrl, HOST: '127.0.0.1', KAOSAI_DATA: logs, ...hook };
    const port = await freePort();
    apps.api = spawnApp({ name: 'api', env: { ...env, PORT: String(port) }, logFile: join(logs, 'api.log') });
    if (worker) apps.worker = spawnApp({ name: 'worker', env, logFile: join(logs, 'worker.log') });
    await Promise.all(Object.values(apps).map((app) => app.ready));
    return { database, base: `http://127.0.0.1:${port}`, apps, logs, stop, pids: { ...Object.fromEntries(Object.entries(apps).map(([name, { child }]) => [name, child.pid])), database: database.pid } };
  } catch (error) {
    for (const { lastWords } of Object.values(apps)) process.stderr.write(`${lastWords()}\n`);
    await stop();
    throw error;
  }
}

/** A connection of the database's owner, for filling tables and asking about them. */
export async function ownerClient(database) {
  const client = new pg.Client({ ...database.fields('kaosai_owner'), options: '-c search_path=kaosai,public -c timezone=UTC' });
  await client.connect();
  return client;
}

async function migrateAll(ownerUrl) {
  await import('reflect-metadata');
  const { migrate } = await import('#lib/database');
  const { migrateQueue } = await import('#lib/queue');
  await migrate(ownerUrl);
  await migrateQueue(ownerUrl, 'bullmq');
}
