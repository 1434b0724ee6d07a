import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { retrying } from './connection.js';
import { type IdempotentRequest, storeAnswer, takeIdempotencyKey } from './idempotency.js';
import { prepared } from './prepared.js';
import { Signals } from './signals.js';

interface AfterCommit {
  outbox: boolean;
  revisions: Map<string, number>;
  invalidated: Set<string>;
}

const pending = new WeakMap<EntityManager, AfterCommit>();

function effectsOf(manager: EntityManager): AfterCommit {
  const effects = pending.get(manager);
  if (!effects) throw new TypeError('This step belongs inside Transactions.run: what follows the commit would be lost');
  return effects;
}

/** Opens the one transaction of a use case and tells the others after its commit. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource, private readonly signals: Signals) {}

  /** Runs `work` in one READ COMMITTED transaction; retried on deadlock. Signals go out after the commit, never before. */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    let effects: AfterCommit = { outbox: false, revisions: new Map(), invalidated: new Set() };
    let taken = null as IdempotentRequest | null;
    const result = await retrying(() => {
      effects = { outbox: false, revisions: new Map(), invalidated: new Set() };
      return this.dataSource.transaction(async (manager) => {
        pending.set(manager, effects);
        taken = await takeIdempotencyKey(manager);
        const answer = await work(manager);
        if (taken) await storeAnswer(manager, taken, answer);
        return answer;
      });
    });
    if (taken) taken.taken = true;
    if (effects.outbox) this.signals.outboxGrew();
    for (const [aggregate, revision] of effects.revisions) this.signals.revisionRaised(aggregate, revision);
    for (const key of effects.invalidated) this.signals.invalidate(key);
    return result;
  }

  /** A manager outside any transaction, for reading. */
  get reader(): EntityManager {
    return this.dataSource.manager;
  }
}

/** Writes what must follow into the outbox, in the act's own transaction. Payloads hold ids, never answers or names. */
export async function appendToOutbox(manager: EntityManager, topic: string, payload: Record<string, unknown>): Promise<void> {
  effectsOf(manager).outbox = true;
  await manager.query(prepared('INSERT INTO outbox (topic, payload) VALUES ($1, $2)'), [topic, payload]);
}

/** Like appendToOutbox for many payloads of one topic, in one statement. */
export async function appendManyToOutbox(manager: EntityManager, topic: string, payloads: readonly Record<string, unknown>[]): Promise<void> {
  if (payloads.length === 0) return;
  effectsOf(manager).outbox = true;
  await manager.query(prepared('INSERT INTO outbox (topic, payload) SELECT $1, value FROM jsonb_array_elements($2::jsonb)'), [topic, JSON.stringify(payloads)]);
}

/** Raises the revision of an aggregate (`board:<heatId>` …) and, after the commit, tells every live process. Call it last: it locks the row. */
export async function raiseRevision(manager: EntityManager, aggregate: string): Promise<number> {
  const [{ revision }] = await manager.query<{ revision: string }[]>(
    prepared(`INSERT INTO aggregate_revision (aggregate, revision) VALUES ($1, 1)
     ON CONFLICT (aggregate) DO UPDATE SET revision = aggregate_revision.revision + 1 RETURNING revision`), [aggregate]);
  effectsOf(manager).revisions.set(aggregate, Number(revision));
  return Number(revision);
}

/** Tells every process, after the commit, that what it remembers under a key (`session:<id>`, `account:<id>`, `person:<id>` …) is stale. */
export function invalidateAfterCommit(manager: EntityManager, key: string): void {
  effectsOf(manager).invalidated.add(key);
}

/** The present revision of an aggregate; 0 when nothing ever happened to it. Read it before the view, never after. */
export async function revisionOf(manager: EntityManager, aggregate: string): Promise<number> {
  const [row] = await manager.query<{ revision: string }[]>(prepared('SELECT revision FROM aggregate_revision WHERE aggregate = $1'), [aggregate]);
  return Number(row?.revision ?? 0);
}

/** The database's clock, read now (not at the start of the transaction). Call it after the lock it decides for. */
export async function databaseNow(manager: EntityManager): Promise<Date> {
  const [{ now }] = await manager.query<{ now: Date }[]>(prepared('SELECT kaosai.clock() AS now'));
  return now;
}

const lockable = new Set(['competition', 'edition', 'tier', 'heat', 'stage', 'entry', 'exam', 'candidate', 'attempt', 'paper', 'question', 'question_import', 'performance', 'score_sheet', 'panel', 'account', 'operation', 'role_grant']);

/**
 * Locks rows `FOR NO KEY UPDATE` in ascending id, the house's order within a table; between tables it is
 * competition → heat → exam → attempt → response. Answers the ids that exist.
 */
export async function lockRows(manager: EntityManager, table: string, ids: readonly string[]): Promise<string[]> {
  if (!lockable.has(table)) throw new RangeError(`Not a lockable table: ${table}`);
  const rows = await manager.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [ids]);
  return rows.map(({ id }) => id);
}
