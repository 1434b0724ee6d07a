import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { loadConfig } from '#lib/config';
import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { createLogger } from '#lib/observability';
import { migrateQueue } from '#lib/queue';
import { testDatabase, type TestDatabase } from '#lib/testing';
import pg from 'pg';
import { WorkerModule } from './worker.module.js';

jest.setTimeout(120_000);
let database: TestDatabase;
let owner: pg.Client;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await migrateQueue(database.ownerUrl);
  owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c search_path=kaosai' });
  await owner.connect();
});

afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL'); });

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** The built worker, as `npm start` forks it. */
async function forkWorker(): Promise<ChildProcess> {
  const child = fork('dist/apps/worker/src/main.js', { env: { PATH: process.env.PATH, DATABASE_URL: database.appUrl, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  children.push(child);
  const [message] = await once(child, 'message');
  expect(message).toEqual({ type: 'ready' });
  return child;
}

/** Sealing waits for the oldest transaction of the whole cluster, other test files' included. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 45_000;
  while (!await condition()) {
    if (Date.now() > end) throw new Error('It did not come to pass in time');
    await sleep(50);
  }
}

describe('the worker', () => {
  it('is made of all the features’ own parts', async () => {
    const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test', KAOSAI_SWEEPERS: '0' });
    const module = await Test.createTestingModule({ imports: [WorkerModule.forRoot(config, createLogger('silent', 'test'))] }).compile();
    await module.init();
    expect(module.get(Transactions)).toBeDefined();
    await module.close();
  });

  it('says when it is ready, consumes and seals, and stops cleanly when told', async () => {
    const worker = await forkWorker();
    await owner.query("INSERT INTO outbox (topic, payload) VALUES ('performance.confirmed', $1)", [{ performanceId: newId(), stageId: newId() }]);
    await owner.query("INSERT INTO audit_event (action, object_type, object_id) VALUES ('test.act', 'test', $1)", [newId()]);
    await until(async () => (await owner.query('SELECT 1 FROM outbox WHERE done_at IS NULL')).rowCount === 0);
    await until(async () => (await owner.query('SELECT 1 FROM audit_seal')).rowCount === 1);
    const from = Date.now();
    worker.kill('SIGTERM');
    const [code] = await once(worker, 'exit');
    expect(code).toBe(0);
    expect(Date.now() - from).toBeLessThan(5_000);
  });

  it('ends by itself when the one who started it is gone', async () => {
    const worker = await forkWorker();
    worker.disconnect();
    const [code] = await once(worker, 'exit');
    expect(code).toBe(0);
  });
});
