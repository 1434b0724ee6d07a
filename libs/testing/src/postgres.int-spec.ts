import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type PostgresServer, startPostgres } from '../../../scripts/postgres/index.mjs';

let dir: string;
const started: PostgresServer[] = [];

beforeEach(() => {
  dir = join('/tmp', `kaosai-launcher-${randomUUID().slice(0, 8)}`);
  mkdirSync(dir);
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(dir, { recursive: true, force: true });
});

async function start(options: { port?: number; socketDir?: string } = {}): Promise<PostgresServer> {
  const server = await startPostgres({ dir, ...options });
  started.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  it('starts once when two start it at the same moment on an empty directory', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(two.pid).toBe(one.pid);
    expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
  }, 60_000);

  it('is durable, speaks UTF-8 and sorts the same on every machine', async () => {
    const { ownerUrl } = await start();
    const [row] = await ask(ownerUrl, `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages,
      pg_encoding_to_char(encoding) AS encoding, datlocale AS locale FROM pg_database WHERE datname = 'kaosai'`);
    expect(row).toEqual({ fsync: 'on', commit: 'on', pages: 'on', encoding: 'UTF8', locale: 'C.UTF-8' });
  }, 60_000);

  it('lets the owner add trusted extensions, and the app change nothing of the structure', async () => {
    const { ownerUrl, appUrl } = await start();
    await ask(ownerUrl, 'CREATE EXTENSION ltree');
    await expect(ask(appUrl, 'CREATE TABLE mine (a int)')).rejects.toThrow(/permission denied/);
    await expect(ask(appUrl, 'CREATE SCHEMA mine')).rejects.toThrow(/permission denied/);
  }, 60_000);

  it('keeps its passwords and its socket from other users, and refuses a wrong password', async () => {
    const server = await start();
    expect(statSync(join(server.dir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(server.socketDir ?? '').mode & 0o777).toBe(0o700);
    await expect(ask(server.appUrl.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  }, 60_000);

  it('comes back at its old address with every committed row after kill -9 of all its processes', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000)');
    await first.kill();
    expect(first.isAlive()).toBe(false);

    const second = await start({ port: first.port, socketDir: first.socketDir });
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
  }, 60_000);

  it('makes new passwords when the file with them is lost', async () => {
    const first = await start();
    await first.stop();
    rmSync(join(first.dir, 'secrets.json'));
    const second = await start();
    expect(second.appUrl).not.toBe(first.appUrl);
    expect(await ask(second.appUrl, 'SELECT current_user AS role')).toEqual([{ role: 'kaosai_app' }]);
  }, 60_000);
});
