import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { AttemptView, SubmissionView, TakeoverCommand } from '#lib/contracts';
import { databaseNow, raiseRevision, Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { effectiveState, openAttempt } from './attempt-state.js';
import { notFound, readAttemptView, readNewView, readOwnSheet, type Sheet } from './attempt-view.js';
import { closeAttempt, type LockedAttempt, lockAttempts, toSubmissionView } from './close-attempt.js';
import { ExamRevisions } from './exam-revisions.js';
import { FrozenPapers } from './frozen-papers.js';

/** A candidate's own attempts: starting, going on at another device, submitting. */
@Injectable()
export class Attempts {
  constructor(private readonly transactions: Transactions, private readonly papers: FrozenPapers, private readonly revisions: ExamRevisions) {}

  /**
   * Starts the exam at the server's moment, or goes on with it when it has been started: one small transaction, for the form is
   * there already. The session that started it holds it and gets a writer.
   * @throws DomainError `exam.not_ready`, `exam.not_open`, `exam.too_late`.
   */
  async start(actor: Actor, examId: string): Promise<AttemptView> {
    const view = await this.transactions.run(async (manager) => {
      const sheet = await readOwnSheet(manager, examId, actor.personId);
      if (!sheet) throw notFound();
      if (sheet.attemptId) return this.resume(manager, actor, sheet.attemptId);
      const attempt = await insertAttempt(manager, actor, sheet);
      if (attempt) return readNewView(manager, this.papers, sheet, attempt);
      // Somebody (a double click) was faster: theirs is the attempt.
      const [{ id }] = await manager.query<{ id: string }[]>('SELECT id FROM attempt WHERE candidate_id = $1', [sheet.candidateId]);
      return this.resume(manager, actor, id);
    });
    this.revisions.touch(examId);
    return view;
  }

  /** The attempt as its candidate sees it. A page of the session that holds it gets a new writer; any other page gets none. */
  async view(actor: Actor, attemptId: string): Promise<AttemptView> {
    return this.transactions.run((manager) => this.resume(manager, actor, attemptId));
  }

  /** Goes on at this device. What the other one still sends is kept, but no longer counts. @throws DomainError `attempt.closed`. */
  async takeover(actor: Actor, attemptId: string, { reason }: TakeoverCommand): Promise<AttemptView> {
    return this.transactions.run(async (manager) => {
      const attempt = await lockOwn(manager, actor, attemptId);
      const now = await databaseNow(manager);
      if (effectiveState(attempt, now) !== 'in_progress') throw new DomainError('attempt.closed', { closedAt: (attempt.submittedAt ?? attempt.closesAt).toISOString() }, { kind: 'conflict' });
      const writer = await issueWriter(manager, attempt, actor, 'takeover');
      await appendAudit(manager, actor, 'attempt.takeover', 'attempt', attemptId, { from: attempt.sessionId, to: actor.sessionId, given: Boolean(reason) });
      await raiseRevision(manager, `attempt:${attemptId}`);
      return readAttemptView(manager, this.papers, { ...attempt, sessionId: actor.sessionId, writer }, writer);
    });
  }

  /** Ends the attempt: now, or, a second late, as of its closing time. Repeating it changes nothing and answers the same. */
  async submit(actor: Actor, attemptId: string): Promise<SubmissionView> {
    const closed = await this.transactions.run(async (manager) => {
      const attempt = await lockOwn(manager, actor, attemptId);
      return closeAttempt(manager, attempt, { type: 'submit', by: 'candidate' }, await databaseNow(manager));
    });
    this.revisions.touch(closed.examId);
    const view = toSubmissionView(closed);
    if (!view) throw new DomainError('attempt.closed', { closedAt: closed.closesAt.toISOString() }, { kind: 'conflict' });
    return view;
  }

  private async resume(manager: EntityManager, actor: Actor, attemptId: string): Promise<AttemptView> {
    const locked = await lockOwn(manager, actor, attemptId);
    const now = await databaseNow(manager);
    const attempt = await closeAttempt(manager, locked, { type: 'close' }, now);
    const holds = attempt.state === 'in_progress' && attempt.sessionId === actor.sessionId;
    const writer = holds ? await issueWriter(manager, attempt, actor, 'reload') : null;
    return readAttemptView(manager, this.papers, attempt, writer);
  }
}

/** @throws DomainError `object.not_found` unless the attempt is the actor's own. */
export async function lockOwn(manager: EntityManager, actor: Actor, attemptId: string): Promise<LockedAttempt> {
  const [attempt] = await lockAttempts(manager, [attemptId]);
  if (!attempt) throw notFound();
  requireAllowed(actor, 'attempt.sit', { paths: [], personId: attempt.personId });
  return attempt;
}

/** Null when there is an attempt already. @throws DomainError `exam.not_ready`, `exam.not_open`, `exam.too_late`. */
async function insertAttempt(manager: EntityManager, actor: Actor, sheet: Sheet): Promise<LockedAttempt | null> {
  if (sheet.exemption || sheet.examState === 'cancelled' || sheet.examState === 'draft') throw notFound();
  if (sheet.examState !== 'ready' || !sheet.formId) throw new DomainError('exam.not_ready', {}, { kind: 'conflict' });
  const times = openAttempt(sheet, sheet.now);
  const { examId, candidateId, formId, now } = sheet;
  const [inserted] = await manager.query<{ id: string; writer: number }[]>(
    `WITH a AS (
       INSERT INTO attempt (id, exam_id, candidate_id, person_id, form_id, state, started_at, deadline, closes_at, session_id)
       VALUES ($1, $2, $3, $4, $5, 'in_progress', $6, $7, $8, $9) ON CONFLICT (candidate_id, number) DO NOTHING RETURNING id, writer, session_id
     ), w AS (INSERT INTO attempt_writer (attempt_id, writer, session_id, reason) SELECT id, writer, session_id, 'start' FROM a)
     SELECT id, writer FROM a`, [newId(), examId, candidateId, actor.personId, formId, now, times.deadline, times.closesAt, actor.sessionId]);
  return inserted ? { ...times, id: inserted.id, examId, candidateId, personId: actor.personId, sessionId: actor.sessionId, writer: inserted.writer, submission: null } : null;
}

/** A number no other page has: two devices can never write under the same one. */
async function issueWriter(manager: EntityManager, attempt: LockedAttempt, actor: Actor, reason: 'reload' | 'takeover'): Promise<number> {
  const writer = attempt.writer + 1;
  await manager.query(
    `WITH a AS (UPDATE attempt SET writer = $2, session_id = $3 WHERE id = $1)
     INSERT INTO attempt_writer (attempt_id, writer, session_id, reason) VALUES ($1, $2, $3, $4)`, [attempt.id, writer, actor.sessionId, reason]);
  return writer;
}
