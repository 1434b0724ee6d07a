import 'reflect-metadata';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule, loadConfig } from '#lib/config';
import { appendToOutbox, DatabaseModule, Signals, Transactions } from '#lib/database';
import { createLogger, ObservabilityModule } from '#lib/observability';
import { freePort, testDatabase, type TestDatabase } from '#lib/testing';
import { Redis } from 'ioredis';
import { HandlesTopic, QueueModule } from './index.js';

jest.setTimeout(60_000);
const installed = spawnSync('redis-server', ['--version']).status === 0;
if (!installed) process.stderr.write('skipped: the queue on Redis, because redis-server is not installed\n');

(installed ? describe : describe.skip)('the queue on Redis', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kaosai-redis-'));
  let server: ChildProcess;
  let database: TestDatabase;
  let module: TestingModule;
  let redis: Redis;
  const seen: number[] = [];
  let slow = 0;

  @Injectable()
  @HandlesTopic('test.act')
  class Recording {
    async handle({ n }: { n: number }): Promise<void> {
      await sleep(slow);
      seen.push(n);
    }
  }

  beforeAll(async () => {
    const port = await freePort();
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    redis = new Redis(port, '127.0.0.1');
    redis.on('error', () => undefined);
    await redis.ping();
    database = await testDatabase();
    const config = loadConfig({ DATABASE_URL: database.appUrl, REDIS_URL: `redis://127.0.0.1:${port}`, NODE_ENV: 'test' });
    module = await Test.createTestingModule({
      imports: [ConfigModule.forRoot(config), ObservabilityModule.forRoot(createLogger('silent', 'test')), DatabaseModule, QueueModule.forWorker({ sweepAfter: 1_500, sweepInterval: 300, concurrency: { quick: 2, long: 1 } })],
      providers: [Recording],
    }).compile();
    await module.init();
  });

  afterAll(async () => {
    await module?.close();
    redis?.disconnect();
    server?.kill('SIGKILL');
    await database?.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const act = (n: number): Promise<void> => module.get(Transactions).run((manager) => appendToOutbox(manager, 'test.act', { n }));
  const pending = async (): Promise<number> => (await module.get(Transactions).reader.query<{ n: number }[]>('SELECT count(*)::int AS n FROM outbox WHERE done_at IS NULL'))[0].n;

  async function untilDone(): Promise<void> {
    for (const end = Date.now() + 20_000; await pending() > 0; await sleep(50)) if (Date.now() > end) throw new Error('It did not come to pass in time');
  }

  it('delivers every act once', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => act(n)));
    await untilDone();
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('loses nothing when Redis loses everything', async () => {
    [slow, seen.length] = [200, 0];
    await Promise.all(Array.from({ length: 20 }, (_, n) => act(n)));
    await sleep(400);
    await redis.flushall();
    slow = 0;
    await untilDone();
    expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('carries the signals between processes', async () => {
    const heard = new Promise<[string, number]>((resolve) => void module.get(Signals).listen({ revisionRaised: (...raised) => resolve(raised) }));
    module.get(Signals).revisionRaised('board:1', 7);
    expect(await heard).toEqual(['board:1', 7]);
  });
});
