import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { EventLogFile } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { effectiveState, type StoredAttemptState } from '#lib/exam';
import { type Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { requireAttemptInAudience } from './audience.js';
import { chain, signedBytes } from './event-chain.js';
import { readEvents } from './read-event-log.js';
import { SigningKey } from './signing-key.service.js';

/** The event log of one attempt, to be taken away and checked offline. */
@Injectable()
export class EventLogs {
  constructor(private readonly transactions: Transactions, private readonly key: SigningKey) {}

  /**
   * Everything that happened to an attempt, chained and signed; taking it is written in the audit log. Answers themselves only for whoever may set the exam up.
   * @throws DomainError `access.denied` when answers are asked for by others.
   */
  async export(actor: Actor, attemptId: string, answers: boolean): Promise<EventLogFile> {
    const unsigned = await this.transactions.run(async (manager) => {
      const audience = await requireAttemptInAudience(manager, actor, attemptId, 'exam.read');
      if (answers && !audience.mayCancel) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
      await appendAudit(manager, actor, 'attempt.export_log', 'attempt', attemptId, { answers });
      return readLog(manager, attemptId, answers);
    });
    const signature = { algorithm: 'Ed25519' as const, keyId: (await this.key.view()).keyId };
    return { ...unsigned, signature: { ...signature, value: await this.key.sign(signedBytes({ ...unsigned, signature })) } };
  }
}

interface AttemptRow {
  exam_id: string;
  candidate_id: string;
  state: StoredAttemptState;
  deadline: Date;
  closes_at: Date;
  submitted_at: Date | null;
  receipt: string | null;
}

async function readLog(manager: EntityManager, attemptId: string, answers: boolean): Promise<Omit<EventLogFile, 'signature'>> {
  // Held still, so that what is counted and what is listed are of one moment.
  const [row] = await manager.query<AttemptRow[]>(
    "SELECT exam_id, candidate_id, state, deadline, closes_at, submitted_at, submission->>'receipt' AS receipt FROM attempt WHERE id = $1 FOR NO KEY UPDATE", [attemptId]);
  const now = await databaseNow(manager);
  const current = await manager.query<{ slot: string; receipt: string }[]>(
    `SELECT slot, encode(receipt, 'hex') AS receipt FROM current_response WHERE attempt_id = $1 ORDER BY slot COLLATE "C"`, [attemptId]);
  return {
    format: 'kaosai.attempt-log', version: 1, attemptId, examId: row.exam_id, candidateId: row.candidate_id, exportedAt: now.toISOString(),
    entries: chain(await readEvents(manager, attemptId, answers)),
    outcome: {
      state: effectiveState({ state: row.state, closesAt: row.closes_at }, now), deadline: row.deadline.toISOString(), closesAt: row.closes_at.toISOString(),
      submittedAt: row.submitted_at?.toISOString() ?? null, current: Object.fromEntries(current.map(({ slot, receipt }) => [slot, receipt])), receipt: row.receipt,
    },
  };
}
