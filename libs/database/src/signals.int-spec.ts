import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#lib/config';
import { createLogger } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import pg from 'pg';
import { Signals } from './signals.js';

let database: TestDatabase;
let admin: pg.Client;
let signals: Signals;

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: (JSON.parse(process.env.KAOSAI_TEST_SERVER as string) as { adminUrl: string }).adminUrl });
  await admin.connect();
  signals = new Signals(loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test' }), createLogger('silent', 'test'));
}, 60_000);

afterAll(async () => {
  await signals.onApplicationShutdown();
  await admin.end();
  await database.drop();
});

describe('signals', () => {
  it('are heard again, on one connection, after the database was away', async () => {
    const heard: string[] = [];
    let reconnected = 0;
    await signals.listen({ invalidated: (key) => heard.push(key), reconnected: () => { reconnected += 1; } });
    signals.invalidate('session:a');
    await sleep(300);
    await admin.query(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database.name]);
    await sleep(2_500);
    await admin.query(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS true`);
    await sleep(1_500);
    signals.invalidate('session:b');
    await sleep(300);
    expect(heard).toEqual(['session:a', 'session:b']);
    expect(reconnected).toBe(1);
    const { rows } = await admin.query<{ count: number }>('SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = $1', [database.name]);
    expect(rows[0].count).toBeLessThanOrEqual(2);
  }, 30_000);
});
