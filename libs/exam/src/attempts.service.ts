import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { AttemptView, EnterStep, SubmissionView, TakeoverCommand } from '#lib/contracts';
import { prepared, raiseRevision, Transactions } from '#lib/database';
import { type Actor, requireAllowed, requireTriesLeft, sharedPasswordMatches, takeTry } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { effectiveState, openAttempt } from './attempt-state.js';
import { beginSteps, enterStep, mayEnter, readStep, stepEnd } from './attempt-steps.js';
import { notFound, ownAttempt, readAttemptView, readNewView, readOwnSheet, readSheet, readStepRules, type Sheet, toViewOfSheet } from './attempt-view.js';
import { closeAttempt, type LockedAttempt, lockAttempts, toSubmissionView } from './close-attempt.js';
import { isAddressAllowed } from './address-ranges.js';
import { normalCode } from './exam-rules.js';
import { ExamRevisions } from './exam-revisions.js';
import { FrozenPapers } from './frozen-papers.js';

/** Where somebody comes from, and what they bring. */
export interface Entrance {
  address?: string | null;
  accessCode?: string;
}

/** A candidate's own attempts: starting, going on at another device, submitting. */
@Injectable()
export class Attempts {
  constructor(private readonly transactions: Transactions, private readonly papers: FrozenPapers, private readonly revisions: ExamRevisions) {}

  /**
   * Starts the exam at the server's moment, or goes on with it when it has been started: one small transaction, for the form is
   * there already. The session that started it holds it and gets a writer. Once it has ended, a further attempt begins where the
   * exam or the person has one left.
   * @throws DomainError `exam.not_ready`, `exam.not_open`, `exam.too_late`, `exam.address_refused`, `exam.access_code`, `session.too_many_tries`, `candidate.not_admitted`.
   */
  async start(actor: Actor, examId: string, entrance: Entrance = {}): Promise<AttemptView> {
    const view = await this.transactions.run(async (manager) => {
      const sheet = await readOwnSheet(manager, examId, actor.personId);
      if (!sheet) throw notFound();
      requireAllowed(actor, 'attempt.sit', ownAttempt(actor.personId, examId));
      if (sheet.attemptId && !mayBeginAgain(sheet)) return this.resume(manager, actor, sheet.attemptId, entrance);
      const attempt = await insertAttempt(manager, actor, sheet, entrance);
      if (attempt) {
        await beginSteps(manager, attempt.id, sheet, sheet.now, attempt.closesAt);
        return readNewView(manager, this.papers, sheet, attempt);
      }
      // Somebody (a double click) was faster: theirs is the attempt.
      const [{ id }] = await manager.query<{ id: string }[]>(prepared('SELECT id FROM attempt WHERE candidate_id = $1 AND latest'), [sheet.candidateId]);
      return this.resume(manager, actor, id, entrance);
    }).catch((error: unknown) => this.countWrongCode(actor, examId, error));
    this.revisions.touch(examId);
    return view;
  }

  /** The attempt as its candidate sees it. A page of the session that holds it gets a new writer; any other page gets none. */
  async view(actor: Actor, attemptId: string, entrance: Entrance = {}): Promise<AttemptView> {
    return this.transactions.run((manager) => this.resume(manager, actor, attemptId, entrance));
  }

  /** Goes on at this device. What the other one still sends is kept, but no longer counts. @throws DomainError `attempt.closed`. */
  async takeover(actor: Actor, attemptId: string, { reason }: TakeoverCommand, entrance: Entrance = {}): Promise<AttemptView> {
    return this.transactions.run(async (manager) => {
      const attempt = await lockOwn(manager, actor, attemptId);
      const now = attempt.lockedAt;
      if (effectiveState(attempt, now) !== 'in_progress') throw new DomainError('attempt.closed', { closedAt: (attempt.submittedAt ?? attempt.closesAt).toISOString() }, { kind: 'conflict' });
      requireAddress(await readSheet(manager, attemptId), entrance);
      const writer = await issueWriter(manager, attempt, actor, 'takeover');
      await appendAudit(manager, actor, 'attempt.takeover', 'attempt', attemptId, { from: attempt.sessionId, to: actor.sessionId, given: Boolean(reason) });
      await raiseRevision(manager, `attempt:${attemptId}`);
      return readAttemptView(manager, this.papers, { ...attempt, sessionId: actor.sessionId, writer }, writer);
    });
  }

  /**
   * Goes on to a later section or question; there is no way back. Repeating it changes nothing.
   * @throws DomainError `attempt.step_refused`, `attempt.closed`, `attempt.writer_lost` at another device.
   */
  async enterStep(actor: Actor, attemptId: string, { step: wanted }: EnterStep): Promise<AttemptView> {
    return this.transactions.run(async (manager) => {
      const attempt = await lockOwn(manager, actor, attemptId);
      const now = attempt.lockedAt;
      if (effectiveState(attempt, now) !== 'in_progress') throw new DomainError('attempt.closed', { closedAt: (attempt.submittedAt ?? attempt.closesAt).toISOString() }, { kind: 'conflict' });
      if (attempt.sessionId !== actor.sessionId) throw new DomainError('attempt.writer_lost', {}, { kind: 'conflict' });
      const { rules, count } = await readStepRules(manager, this.papers, attempt.id);
      const stored = await readStep(manager, attemptId);
      if (mayEnter(stored, wanted, count)) await enterStep(manager, attemptId, { step: wanted, locked: stored.locked, closesAt: stepEnd(rules, wanted, now, attempt.closesAt) }, now);
      return readAttemptView(manager, this.papers, attempt, attempt.writer);
    });
  }

  /** Ends the attempt: now, or, a second late, as of its closing time. Repeating it changes nothing and answers the same. @throws DomainError `attempt.too_early`. */
  async submit(actor: Actor, attemptId: string): Promise<SubmissionView> {
    const closed = await this.transactions.run(async (manager) => {
      const attempt = await lockOwn(manager, actor, attemptId);
      const now = attempt.lockedAt;
      await requireLateEnough(manager, attempt, now);
      return closeAttempt(manager, attempt, { type: 'submit', by: 'candidate' }, now);
    });
    this.revisions.touch(closed.examId);
    const view = toSubmissionView(closed);
    if (!view) throw new DomainError('attempt.closed', { closedAt: closed.closesAt.toISOString() }, { kind: 'conflict' });
    return view;
  }

  /** What the transaction refused it could not write down; a wrong code uses up a try all the same. */
  private async countWrongCode(actor: Actor, examId: string, error: unknown): Promise<never> {
    if (error instanceof DomainError && error.code === 'exam.access_code' && error.params.given === true) {
      await this.transactions.run((manager) => takeTry(manager, accessBucket(examId, actor.personId), null));
    }
    throw error;
  }

  private async resume(manager: EntityManager, actor: Actor, attemptId: string, entrance: Entrance): Promise<AttemptView> {
    const locked = await lockOwn(manager, actor, attemptId);
    const attempt = await closeAttempt(manager, locked, { type: 'close' }, locked.lockedAt);
    const sheet = await readSheet(manager, attempt.id);
    // An invigilator may have released the device: whoever comes first then goes on.
    const holds = attempt.state === 'in_progress' && (attempt.sessionId === actor.sessionId || attempt.sessionId === null);
    if (holds) requireAddress(sheet, entrance);
    const writer = holds ? await issueWriter(manager, attempt, actor, 'reload') : null;
    return toViewOfSheet(manager, this.papers, sheet, attempt, writer);
  }
}

/** @throws DomainError `object.not_found` unless the attempt is the actor's own. */
export async function lockOwn(manager: EntityManager, actor: Actor, attemptId: string): Promise<LockedAttempt> {
  const [attempt] = await lockAttempts(manager, [attemptId]);
  if (!attempt) throw notFound();
  requireAllowed(actor, 'attempt.sit', ownAttempt(attempt.personId, attempt.examId));
  return attempt;
}

function mayBeginAgain({ attemptState, closesAt, now, number, allowed }: Sheet): boolean {
  if (!attemptState || !closesAt || number >= allowed) return false;
  return !['in_progress', 'paused'].includes(effectiveState({ state: attemptState, closesAt }, now));
}

const accessBucket = (examId: string, personId: string): string => `access ${examId} ${personId}`;

/** @throws DomainError `exam.access_code`; `session.too_many_tries` before the code is looked at. */
async function requireAccessCode(manager: EntityManager, actor: Actor, { examId, accessCodeHash }: Sheet, { accessCode }: Entrance): Promise<void> {
  if (accessCodeHash === null) return;
  await requireTriesLeft(manager, accessBucket(examId, actor.personId), null);
  if (!accessCode || !(await sharedPasswordMatches(accessCodeHash, normalCode(accessCode)))) throw new DomainError('exam.access_code', { given: Boolean(accessCode) }, { kind: 'forbidden' });
}

/** @throws DomainError `exam.address_refused` when a writer would go to a device outside the room's addresses, or else the exam's. */
function requireAddress({ addressRanges }: Sheet, { address }: Entrance): void {
  if (!isAddressAllowed(addressRanges, address)) throw new DomainError('exam.address_refused', {}, { kind: 'forbidden' });
}

/** @throws DomainError `attempt.too_early`; a repeated submission is none. */
async function requireLateEnough(manager: EntityManager, attempt: LockedAttempt, now: Date): Promise<void> {
  if (attempt.state !== 'in_progress') return;
  const [{ at }] = await manager.query<{ at: Date }[]>(
    prepared('SELECT a.started_at + make_interval(secs => e.earliest_submit_seconds) AS at FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1'), [attempt.id]);
  if (now < at && now <= attempt.closesAt) throw new DomainError('attempt.too_early', { at: at.toISOString() }, { kind: 'conflict' });
}

/** Null when there is that attempt already. @throws DomainError `exam.not_ready`, `exam.not_open`, `exam.too_late`, `candidate.not_admitted`. */
async function insertAttempt(manager: EntityManager, actor: Actor, sheet: Sheet, entrance: Entrance): Promise<LockedAttempt | null> {
  if (sheet.examState === 'cancelled' || sheet.examState === 'draft') throw notFound();
  if (sheet.exemption) throw new DomainError('candidate.not_admitted', {}, { kind: 'forbidden' });
  const number = sheet.number + 1;
  if (number > 1) await makeRoomForNext(manager, sheet, number);
  if (sheet.examState !== 'ready' || !sheet.formId) throw new DomainError('exam.not_ready', {}, { kind: 'conflict' });
  const times = openAttempt(sheet, sheet.now);
  requireAddress(sheet, entrance);
  await requireAccessCode(manager, actor, sheet, entrance);
  const { examId, candidateId, formId, now } = sheet;
  const [inserted] = await manager.query<{ id: string; writer: number }[]>(
    prepared(`WITH a AS (
       INSERT INTO attempt (id, exam_id, candidate_id, person_id, form_id, state, started_at, deadline, closes_at, session_id, number)
       VALUES ($1, $2, $3, $4, $5, 'in_progress', $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id, writer, session_id
     ), w AS (INSERT INTO attempt_writer (attempt_id, writer, session_id, reason) SELECT id, writer, session_id, 'start' FROM a)
     SELECT id, writer FROM a`), [newId(), examId, candidateId, actor.personId, formId, now, times.deadline, times.closesAt, actor.sessionId, number]);
  return inserted ? { ...times, id: inserted.id, examId, candidateId, personId: actor.personId, sessionId: actor.sessionId, writer: inserted.writer, submission: null, lockedAt: now } : null;
}

/** Ends what the clock has ended, makes it no longer the latest, and takes the next form. */
async function makeRoomForNext(manager: EntityManager, sheet: Sheet, number: number): Promise<void> {
  const [last] = await lockAttempts(manager, [sheet.attemptId as string]);
  await closeAttempt(manager, last, { type: 'close' }, sheet.now);
  await manager.query(prepared('UPDATE attempt SET latest = false WHERE id = $1'), [last.id]);
  const [form] = await manager.query<{ id: string; content: Sheet['form'] }[]>(prepared('SELECT id, content FROM form WHERE candidate_id = $1 AND number = $2'), [sheet.candidateId, number]);
  Object.assign(sheet, { formId: form?.id ?? null, form: form?.content ?? null, startedAt: null });
}

/** A number no other page has: two devices can never write under the same one. */
async function issueWriter(manager: EntityManager, attempt: LockedAttempt, actor: Actor, reason: 'reload' | 'takeover'): Promise<number> {
  const writer = attempt.writer + 1;
  await manager.query(
    prepared(`WITH a AS (UPDATE attempt SET writer = $2, session_id = $3 WHERE id = $1)
     INSERT INTO attempt_writer (attempt_id, writer, session_id, reason) VALUES ($1, $2, $3, $4)`), [attempt.id, writer, actor.sessionId, reason]);
  return writer;
}
