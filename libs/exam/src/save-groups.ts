import { Injectable } from '@nestjs/common';
import { isUnavailable, prepared, sqlState, Transactions } from '#lib/database';
import type { SaveOutcome } from '#lib/contracts';
import { DomainError } from '#lib/kernel';
import { saveGroupSize, saveOutcomes } from '#lib/observability';
import type { EntityManager } from 'typeorm';
import type { PreparedBody } from './response-body.js';

/** One save, checked against the candidate's form. (attempt, slot, writer, seq) is its key. */
export interface Save {
  attemptId: string;
  slot: string;
  writer: number;
  seq: number;
  body: PreparedBody;
  /** The section or question it belongs to, where the candidate may not go back; null when navigation is free. */
  step: number | null;
}

/** What became of it. `savedAt` and `receipt` only when it is stored. */
export interface SaveResult {
  outcome: SaveOutcome;
  savedAt: Date | null;
  receipt: string | null;
  /** Null when the attempt stayed locked by somebody else. */
  closesAt: Date | null;
  /** The moment that decided. */
  decidedAt: Date;
}

interface Waiting {
  save: Save;
  key: string;
  waiters: { resolve: (result: SaveResult) => void; reject: (error: unknown) => void }[];
}

interface Lane {
  queue: Waiting[];
  running: boolean;
  /** The database has not answered the group in flight for too long: nobody else is made to wait for it. */
  stalled: boolean;
}

interface ResultRow {
  outcome: SaveOutcome;
  saved_at: Date | null;
  receipt: Buffer | null;
  closes_at: Date | null;
  decided_at: Date;
}

/** Few, so that groups are large: a commit costs as much as five saves. Two, so that one gathers while the other is on its way. */
const laneCount = 2;
/** More than these waiting in a lane is honest overload. */
const queueLimit = 2_000;
/** A group's time in the database grows with it, and everybody in it waits. */
const groupLimit = 200;
const lockTimeout = '700ms';
const retriesAtOnce = 6;

/**
 * Group commit: the saves that come in while a group is being committed make up the next one, in one call and one commit.
 * An attempt always goes by the same lane and a lane has one group in flight, so that groups of a process never wait for each
 * other. Who answers, answers after the commit.
 */
@Injectable()
export class SaveGroups {
  private readonly lanes: Lane[] = Array.from({ length: laneCount }, () => ({ queue: [], running: false, stalled: false }));

  /** How long the database may take for a group, in ms; then everybody in the lane is told to come again. */
  patience = 8_000;
  private readonly retries: Waiting[][] = [];
  private retrying = 0;

  constructor(private readonly transactions: Transactions) {}

  /**
   * Stores one save and tells what became of it.
   * @throws DomainError `service.unavailable` when the database cannot be reached or does not answer; the save may then be stored or not, and
   * sending it again is safe.
   */
  save(save: Save): Promise<SaveResult> {
    return new Promise((resolve, reject) => {
      const lane = this.lanes[Number.parseInt(save.attemptId.slice(-4), 16) % laneCount];
      if (lane.stalled || lane.queue.length >= queueLimit) return reject(unavailable('overloaded'));
      lane.queue.push({ save, key: `${save.attemptId}|${save.slot}|${save.writer}|${save.seq}`, waiters: [{ resolve, reject }] });
      if (lane.running) return;
      lane.running = true;
      // What else came in with this turn of the event loop goes along.
      setImmediate(() => void this.drain(lane));
    });
  }

  private async drain(lane: Lane): Promise<void> {
    while (lane.queue.length > 0) {
      const { group, rest } = takeGroup(lane.queue);
      lane.queue = rest;
      const watchdog = setTimeout(() => stall(lane, group), this.patience);
      await this.commit(group);
      clearTimeout(watchdog);
      lane.stalled = false;
    }
    lane.running = false;
  }

  private async commit(group: Waiting[]): Promise<void> {
    saveGroupSize.observe(group.length);
    try {
      const rows = await callSave(this.transactions.reader, group, false);
      const busy = group.filter((waiting, index) => {
        if (rows[index].outcome !== 'busy') answer(waiting, rows[index]);
        return rows[index].outcome === 'busy';
      });
      this.retrySingly(busy);
    } catch (error) {
      if (isUnavailable(error)) group.forEach((waiting) => refuse(waiting, unavailable(error)));
      else this.retrySingly(group);
    }
  }

  /** Off the lane, attempt by attempt and a few at a time, waiting for the lock a while: one attempt's trouble is nobody else's. */
  private retrySingly(saves: readonly Waiting[]): void {
    const byAttempt = new Map<string, Waiting[]>();
    for (const waiting of saves) byAttempt.set(waiting.save.attemptId, [...(byAttempt.get(waiting.save.attemptId) ?? []), waiting]);
    this.retries.push(...byAttempt.values());
    while (this.retrying < retriesAtOnce && this.retries.length > 0) void this.retryNext();
  }

  private async retryNext(): Promise<void> {
    this.retrying += 1;
    for (let mine = this.retries.shift(); mine; mine = this.retries.shift()) await this.retryOne(mine);
    this.retrying -= 1;
  }

  private async retryOne(mine: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.transactions.run(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
        return callSave(manager, mine, true);
      });
      mine.forEach((waiting, index) => answer(waiting, rows[index]));
    } catch (error) {
      if (sqlState(error) === '55P03') mine.forEach((waiting) => answer(waiting, { outcome: 'busy', saved_at: null, receipt: null, closes_at: null, decided_at: new Date() }));
      else mine.forEach((waiting) => refuse(waiting, isUnavailable(error) ? unavailable(error) : error));
    }
  }
}

/** The next group: each key once; the same save sent twice shares one answer, another body under the same key waits for the next group. */
function takeGroup(queue: readonly Waiting[]): { group: Waiting[]; rest: Waiting[] } {
  const group = new Map<string, Waiting>();
  const rest: Waiting[] = [];
  for (const waiting of queue) {
    const same = group.get(waiting.key);
    if (same?.save.body.hash.equals(waiting.save.body.hash)) same.waiters.push(...waiting.waiters);
    else if (same || group.size >= groupLimit) rest.push(waiting);
    else group.set(waiting.key, waiting);
  }
  return { group: [...group.values()], rest };
}

async function callSave(manager: EntityManager, group: readonly Waiting[], wait: boolean): Promise<ResultRow[]> {
  const saves = group.map(({ save }) => save);
  return manager.query<ResultRow[]>(
    prepared('SELECT outcome, saved_at, receipt, closes_at, decided_at FROM save_responses($1::uuid[], $2::text[], $3::int[], $4::int[], $5::text[], $6::bytea[], $7, $8::int[])'),
    [saves.map(({ attemptId }) => attemptId), saves.map(({ slot }) => slot), saves.map(({ writer }) => writer), saves.map(({ seq }) => seq),
      saves.map(({ body }) => body.text), saves.map(({ body }) => body.hash), wait,
      saves.some(({ step }) => step !== null) ? saves.map(({ step }) => step) : null]);
}

function answer({ waiters }: Waiting, row: ResultRow): void {
  saveOutcomes.inc({ outcome: row.outcome }, waiters.length);
  const result: SaveResult = { outcome: row.outcome, savedAt: row.saved_at, receipt: row.receipt?.toString('hex') ?? null, closesAt: row.closes_at, decidedAt: row.decided_at };
  for (const { resolve } of waiters) resolve(result);
}

function refuse({ waiters }: Waiting, error: unknown): void {
  for (const { reject } of waiters) reject(error);
}

function stall(lane: Lane, group: readonly Waiting[]): void {
  lane.stalled = true;
  for (const waiting of [...group, ...lane.queue.splice(0)]) refuse(waiting, unavailable('no answer'));
}

function unavailable(cause: unknown): DomainError {
  return new DomainError('service.unavailable', {}, { kind: 'unavailable', cause });
}
