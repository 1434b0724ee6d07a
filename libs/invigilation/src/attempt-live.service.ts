import { Injectable } from '@nestjs/common';
import type { AttemptLiveView, AttemptNotice, AttemptState } from '#lib/contracts';
import { databaseNow, raiseRevision, revisionOf, Transactions } from '#lib/database';
import { effectiveState, type StoredAttemptState } from '#lib/exam';
import { type Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { Presence } from './presence.service.js';

const kept = 50;

interface Row {
  state: StoredAttemptState;
  deadline: Date;
  closes_at: Date;
  paused_at: Date | null;
}

interface NoticeRow {
  act_id: string;
  kind: AttemptNotice['kind'];
  done_at: Date;
  seconds: number | null;
  text: string;
  name: string;
  deadline: string;
  acknowledged_at: Date | null;
}

/** What a candidate's own page is told while it sits, and what it answers. */
@Injectable()
export class AttemptLive {
  constructor(private readonly transactions: Transactions, private readonly presence: Presence) {}

  /** The clock's ends, the state and what invigilators did; asking counts as a sign of life. Its candidate alone may. */
  async view(actor: Actor, attemptId: string, unsent = 0): Promise<AttemptLiveView> {
    await this.presence.requireOwn(actor, attemptId);
    this.presence.seen(attemptId, unsent);
    return this.read(attemptId);
  }

  /** The page is there. */
  async beat(actor: Actor, attemptId: string, unsent: number): Promise<{ now: string }> {
    await this.presence.requireOwn(actor, attemptId);
    this.presence.seen(attemptId, unsent);
    return { now: (await databaseNow(this.transactions.reader)).toISOString() };
  }

  /** The view of the room `attempt:<id>`. Who may watch it is decided before. */
  async read(attemptId: string): Promise<AttemptLiveView> {
    const { reader } = this.transactions;
    const revision = await revisionOf(reader, `attempt:${attemptId}`);
    const now = await databaseNow(reader);
    const [row] = await reader.query<Row[]>('SELECT state, deadline, closes_at, paused_at FROM attempt WHERE id = $1', [attemptId]);
    if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    return {
      revision, now: now.toISOString(), state: effectiveState({ state: row.state, closesAt: row.closes_at }, now) as AttemptState,
      deadline: row.deadline.toISOString(), closesAt: row.closes_at.toISOString(), pausedAt: row.paused_at?.toISOString() ?? null, notices: await readNotices(reader, attemptId),
    };
  }

  /** The page shows these acts. Repeated, or for acts on somebody else, it changes nothing. Answers how many were new. */
  async acknowledge(actor: Actor, attemptId: string, actIds: readonly string[]): Promise<{ acknowledged: number }> {
    await this.presence.requireOwn(actor, attemptId);
    this.presence.seen(attemptId, null);
    const acknowledged = await this.transactions.run(async (manager) => {
      const [rows] = await manager.query<[unknown[], number]>(
        `UPDATE act_target SET acknowledged_at = kaosai.clock() WHERE attempt_id = $1 AND act_id = ANY($2::uuid[]) AND outcome = 'done' AND acknowledged_at IS NULL RETURNING act_id`, [attemptId, actIds]);
      if (rows.length > 0) await raiseRevision(manager, `attempt:${attemptId}`);
      return rows.length;
    });
    return { acknowledged };
  }
}

async function readNotices(manager: EntityManager, attemptId: string): Promise<AttemptNotice[]> {
  const rows = await manager.query<NoticeRow[]>(
    `SELECT v.id AS act_id, v.kind, t.done_at, v.seconds, v.text, p.name, t.became->>'deadline' AS deadline, t.acknowledged_at
     FROM act_target t JOIN invigilation_act v ON v.id = t.act_id JOIN person p ON p.id = v.created_by
     WHERE t.attempt_id = $1 AND t.outcome = 'done' AND v.kind NOT IN ('let_in', 'take_over') ORDER BY t.done_at DESC, v.id DESC LIMIT ${kept}`, [attemptId]);
  return rows.reverse().map((row) => ({
    actId: row.act_id, kind: row.kind, at: row.done_at.toISOString(), seconds: row.seconds, text: row.text, by: row.name, deadline: row.deadline,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  }));
}
