import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { loadConfig } from '#lib/config';
import { connectionOptions, Signals } from '#lib/database';
import { createLogger } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { DataSource } from 'typeorm';
import { loadDemo } from './index.js';

let database: TestDatabase;
let source: DataSource;
let signals: Signals;
let app: INestApplicationContext;
let seconds: number;

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource({ type: 'postgres', extra: connectionOptions(database.appUrl) }).initialize();
  signals = new Signals(loadConfig({ DATABASE_URL: database.appUrl }), createLogger('silent', 'test'));
  app = { get: (token: unknown) => (token === DataSource ? source : signals) } as unknown as INestApplicationContext;
  const began = performance.now();
  // Two instances that start at once.
  const accounts = await Promise.all([loadDemo(app), loadDemo(app)]);
  seconds = (performance.now() - began) / 1000;
  expect(accounts.map((list) => list.length)).toEqual([16, 16]);
}, 60_000);

afterAll(async () => {
  await signals.onApplicationShutdown();
  await source.destroy();
  await database.drop();
});

const count = async (from: string): Promise<number> => Number((await source.query(`SELECT count(*) AS count FROM ${from}`))[0].count);

describe('the demo', () => {
  it('is loaded once, in time', async () => {
    expect(await count('person')).toBe(300);
    expect(await count("org_unit WHERE kind = 'unit'")).toBe(19);
    expect(await count("question WHERE state = 'published'")).toBeGreaterThanOrEqual(60);
    expect(await count('reference_article')).toBe(30);
    expect(await count("paper WHERE state = 'published'")).toBe(3);
    expect(seconds).toBeLessThan(20);
  });

  it('is left as it is by the next start, and does not touch a database in use', async () => {
    expect(await loadDemo(app)).toHaveLength(16);
    await source.query('UPDATE installation SET demo_loaded_at = NULL');
    expect(await loadDemo(app)).toEqual([]);
    expect(await count('person')).toBe(300);
  });
});
