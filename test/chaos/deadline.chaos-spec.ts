import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CandidateListItem, MyExamItem, Page } from '#lib/contracts';
import { freezeClock, setClockOffset } from '#lib/testing';
import { check } from './check.js';
import { Cluster } from './cluster.js';
import { Device, insist } from './device.js';
import { type Hall, openHall } from './hall.js';
import { Ledger } from './ledger.js';
import { allowed, expectClean, long, randomOf, say, seed } from './profile.js';
import { startStack, type Stack } from './stack.js';
import { closeWire } from './wire.js';

jest.setTimeout(1_200_000);
const candidates = long ? 500 : 50;
const durationSeconds = 3_000;
const broken = 3;

let cluster: Cluster;
let hall: Hall;
let stack: Stack;
let devices: Device[];
let organizer: Device;
const ledger = new Ledger();

beforeAll(async () => {
  say(`deadline: ${candidates} candidates, seed ${seed}`);
  cluster = await Cluster.start();
  hall = await openHall(cluster, candidates, { durationSeconds });
  // A server in production is not ready on any other clock than the database's own.
  stack = await startStack(cluster, hall, { env: { NODE_ENV: 'test' }, skewMinutes: 10 });
  const ports = stack.apis.map(({ clients }) => clients.port);
  devices = hall.sitters.map(({ devices: [pass] }, index) => new Device(pass, ledger, ports, randomOf(`candidate ${index}`)));
  organizer = new Device(hall.organizer, ledger, ports, randomOf('organizer'));
  await inTurns(devices, async (device) => {
    await insist(() => device.start(hall.examId));
    await device.persist(device.questions.map((question) => device.change(question)), 60);
  });
});

afterAll(async () => {
  await stack?.stop();
  await cluster?.stop();
  closeWire();
});

/** Twenty at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T, index: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += 20) await Promise.all(items.slice(from, from + 20).map((item, index) => work(item, from + index)));
}

/** Puts the clock so many seconds before (negative) or after the close of the last attempt. */
async function moveTo(seconds: number): Promise<void> {
  const [{ offset }] = await hall.ask<{ offset: number }>('SELECT (extract(epoch FROM max(closes_at) - clock_timestamp()) * 1000)::float8 AS offset FROM attempt WHERE exam_id = $1', [hall.examId]);
  await setClockOffset(hall.ownerUrl, Math.round(offset + seconds * 1_000));
}

async function saveOnce(device: Device): Promise<'stored' | 'refused' | 'unknown'> {
  const change = device.change();
  const decided = await device.save([change]);
  if (!decided) return 'unknown';
  return ledger.find(device.attemptId, change).ack ? 'stored' : 'refused';
}

const closing = (attemptId: string): Promise<string> => hall.ask<{ at: string }>(`SELECT to_char(closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS at FROM attempt WHERE id = $1`, [attemptId]).then(([{ at }]) => at);
const countOf = (condition: string): Promise<number> => hall.ask<{ count: number }>(`SELECT count(*)::int AS count FROM attempt WHERE exam_id = $1 AND ${condition}`, [hall.examId]).then(([{ count }]) => count);

describe('the deadline', () => {
  it('is the database’s clock to the microsecond: at closes_at a save counts, a microsecond later it does not', async () => {
    await Promise.all(stack.workers.map((worker) => worker.kill()));
    for (const device of devices.slice(0, 5)) {
      const at = await closing(device.attemptId);
      await freezeClock(hall.ownerUrl, `${at}000Z`);
      expect(await saveOnce(device)).toBe('stored');
      await freezeClock(hall.ownerUrl, `${at}001Z`);
      expect(await saveOnce(device)).toBe('refused');
    }
    await setClockOffset(hall.ownerUrl, 0);
  });

  it('passes with every worker and the queue dead: saves count until then and not after, and whoever reads sees the attempts closed', async () => {
    await hall.ask('ALTER SCHEMA bullmq RENAME TO bullmq_away');
    await moveTo(-60);
    await inTurns(devices, async (device) => expect(await saveOnce(device)).toBe('stored'));
    // Some of the rows that the sweeper will meet cannot be closed, the first one to close among them.
    await hall.ask(`CREATE FUNCTION kaosai.chaos_broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`);
    const ids = await hall.ask<{ id: string }>(`SELECT id FROM attempt WHERE exam_id = $1 ORDER BY closes_at, id LIMIT ${broken}`, [hall.examId]);
    await hall.ask(`CREATE TRIGGER chaos BEFORE UPDATE ON attempt FOR EACH ROW WHEN (NEW.state <> 'in_progress' AND NEW.id IN (${ids.map(({ id }) => `'${id}'`).join()})) EXECUTE FUNCTION kaosai.chaos_broken()`);

    for (const seconds of [1, 300]) {
      await moveTo(seconds);
      await inTurns(devices, async (device) => expect(await saveOnce(device)).toBe('refused'));
      expect(await countOf("state = 'in_progress'")).toBe(candidates);
      await expectShownClosed();
    }
  });

  it('is made good within 60 s of the workers’ return, as of the deadline, and a broken attempt keeps nobody else waiting', async () => {
    await hall.ask('ALTER SCHEMA bullmq_away RENAME TO bullmq');
    const from = performance.now();
    await Promise.all(stack.workers.map((worker) => worker.start()));
    const up = performance.now() - from;
    while (await countOf("submitted_at IS NULL") > broken && performance.now() - from < 90_000) await sleep(100);
    const submitted = performance.now() - from;
    expect(await countOf("submitted_at = closes_at AND submitted_by = 'clock'")).toBe(candidates - broken);
    while (await countOf("state = 'submitted'") > 0 && performance.now() - from < 150_000) await sleep(100);
    say(`deadline: ${candidates - broken}/${candidates - broken} submitted as of the deadline ${(submitted / 1_000).toFixed(1)} s after the workers' return (up after ${(up / 1_000).toFixed(1)} s), marked after ${((performance.now() - from) / 1_000).toFixed(1)} s; ${broken} broken ones left`);
    expect(submitted).toBeLessThanOrEqual(allowed(60_000));
    expect(await countOf("state = 'submitted'")).toBe(0);
    expect(await countOf("state = 'in_progress'")).toBe(broken);
    await expectShownClosed();

    await hall.ask('DROP TRIGGER chaos ON attempt');
    const mended = performance.now();
    while (await countOf("submitted_at IS NULL") > 0 && performance.now() - mended < 30_000) await sleep(100);
    expect(await countOf("submitted_at = closes_at AND submitted_by = 'clock'")).toBe(candidates);
  });

  it('loses nothing that was acknowledged before it and keeps nothing that was refused after it', async () => {
    const facts = await hall.facts();
    expect(ledger.count('refused')).toBe(5 + 2 * candidates);
    expect(ledger.count('unknown')).toBe(0);
    say(`deadline: ${ledger.acks} acks, ${ledger.count('refused')} refused, ${ledger.count('unknown')} unknown; ${facts.saves.length} rows`);
    expectClean(check(ledger, facts));
  });
});

/** Candidates' own lists and the organizer's, which nothing has written to. */
async function expectShownClosed(): Promise<void> {
  await inTurns(devices.slice(0, 40), async (device) => {
    const mine = await insist(() => device.ask<MyExamItem[]>('GET', '/my/exams'));
    expect(['submitted', 'marked', 'released']).toContain(mine.find(({ examId }) => examId === hall.examId)?.state);
  });
  const open = await insist(() => organizer.ask<Page<CandidateListItem>>('GET', `/exams/${hall.examId}/candidates?state=in_progress&limit=200`));
  expect(open.items).toEqual([]);
}
