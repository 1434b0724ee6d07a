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
}, 120_000);

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
    expect(await count("question WHERE state = 'published'")).toBeGreaterThanOrEqual(140);
    expect(await count("question WHERE state = 'in_review'")).toBe(6);
    expect(await count('question_category')).toBe(14);
    expect(await count('reference_article')).toBe(30);
    expect(await count("paper WHERE state = 'published'")).toBe(4);
    expect(seconds).toBeLessThan(60);
  });

  it('holds one finished contest, made by the product itself', async () => {
    const [edition] = await source.query("SELECT id, year, state FROM edition WHERE state = 'finished'");
    expect(edition.year).toBe(new Date().getFullYear() - 1);
    expect(await count(`heat WHERE edition_id = '${edition.id}' AND state <> 'published'`)).toBe(0);
    expect(await count(`heat WHERE edition_id = '${edition.id}'`)).toBe(24);
    expect(await count(`advancement a JOIN tier t ON t.id = a.tier_id WHERE t.edition_id = '${edition.id}' AND a.state = 'ready'`)).toBe(2);
    expect(await count(`award WHERE edition_id = '${edition.id}' AND kind = 'winner'`)).toBe(1);
    expect(await count("performance WHERE state = 'confirmed'")).toBe(8);
    expect(await count('score_sheet')).toBe(40);
    expect(await count("attempt WHERE state <> 'released'")).toBe(0);
    const marks = await source.query('SELECT min(total_mark)::float AS least, max(total_mark)::float AS most FROM attempt') as { least: number; most: number }[];
    expect(marks[0].least).toBeGreaterThan(20);
    expect(marks[0].most).toBeLessThanOrEqual(100);
    // Saves and submissions keep to their deadlines, in the past.
    expect(await count('attempt a JOIN response_save s ON s.attempt_id = a.id WHERE s.accepted_at > a.closes_at OR s.accepted_at < a.started_at')).toBe(0);
    expect(await count('attempt WHERE submitted_at > closes_at OR submitted_at > kaosai.clock()')).toBe(0);
  });

  it('holds one about to begin: its exam is open, its forms are drawn, its final has a panel', async () => {
    const [edition] = await source.query("SELECT id FROM edition WHERE state = 'running'");
    expect(await count(`heat h JOIN entry n ON n.heat_id = h.id WHERE h.edition_id = '${edition.id}'`)).toBe(114);
    const [exam] = await source.query(`SELECT id, state, opens_at < kaosai.clock() AS open, late_until > kaosai.clock() + interval '6 days' AS long FROM exam WHERE edition_id = '${edition.id}'`);
    expect(exam).toMatchObject({ state: 'ready', open: true, long: true });
    expect(await count(`form WHERE exam_id = '${exam.id}'`)).toBe(114);
    for (const username of ['contestant1', 'contestant2']) {
      expect(await count(`candidate c JOIN account a ON a.person_id = c.person_id WHERE c.exam_id = '${exam.id}' AND a.username = '${username}'`)).toBe(1);
    }
    expect(await count(`panel p JOIN stage s ON s.id = p.stage_id JOIN heat h ON h.id = s.heat_id WHERE h.edition_id = '${edition.id}'`)).toBe(1);
    expect(await count(`heat h JOIN tier t ON t.id = h.tier_id WHERE t.edition_id = '${edition.id}' AND t.kind = 'unit' AND h.state <> 'ready'`)).toBe(0);
  });

  it('leaves nothing to the worker that must still be done', async () => {
    expect(await source.query("SELECT DISTINCT topic FROM outbox WHERE done_at IS NULL AND topic IN ('exam.prepare', 'exam.prepared', 'attempt.submitted', 'attempt.marked', 'entries.changed', 'tier.advanced')")).toEqual([]);
  });

  it('is left as it is by the next start, and does not touch a database in use', async () => {
    expect(await loadDemo(app)).toHaveLength(16);
    await source.query('UPDATE installation SET demo_loaded_at = NULL');
    expect(await loadDemo(app)).toEqual([]);
    expect(await count('person')).toBe(300);
  });
});
