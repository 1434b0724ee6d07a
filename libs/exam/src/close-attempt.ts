import type { SubmissionView } from '#lib/contracts';
import { appendToOutbox, prepared, raiseRevision } from '#lib/database';
import type { EntityManager } from 'typeorm';
import { type AttemptEvent, type AttemptTimes, transition } from './attempt-state.js';

/** What is kept of a submission beside its moment. */
interface Submission {
  answered: number;
  questions: number;
  receipt: string;
}

/** An attempt whose row is locked. */
export interface LockedAttempt extends AttemptTimes {
  id: string;
  examId: string;
  candidateId: string;
  personId: string;
  sessionId: string | null;
  writer: number;
  submission: Submission | null;
  /** The database's clock once this row, and those of smaller id, were locked: what is decided about it is decided as of then. */
  lockedAt: Date;
}

interface AttemptRow {
  id: string;
  exam_id: string;
  candidate_id: string;
  person_id: string;
  session_id: string | null;
  writer: number;
  state: AttemptTimes['state'];
  deadline: Date;
  closes_at: Date;
  paused_at: Date | null;
  submitted_at: Date | null;
  submitted_by: AttemptTimes['submittedBy'];
  submission: Submission | null;
  locked_at: Date;
}

/** Locks attempts in ascending id; `skip` leaves out what somebody else holds. */
export async function lockAttempts(manager: EntityManager, ids: readonly string[], skip = false): Promise<LockedAttempt[]> {
  const rows = await manager.query<AttemptRow[]>(
    prepared(`SELECT l.*, kaosai.clock() AS locked_at FROM (
       SELECT id, exam_id, candidate_id, person_id, session_id, writer, state, deadline, closes_at, paused_at, submitted_at, submitted_by, submission
       FROM attempt WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE ${skip ? 'SKIP LOCKED' : ''}) l`), [ids]);
  return rows.map((row) => ({
    id: row.id, examId: row.exam_id, candidateId: row.candidate_id, personId: row.person_id, sessionId: row.session_id, writer: row.writer, state: row.state,
    deadline: row.deadline, closesAt: row.closes_at, pausedAt: row.paused_at, submittedAt: row.submitted_at, submittedBy: row.submitted_by, submission: row.submission, lockedAt: row.locked_at,
  }));
}

/**
 * Submits or closes a locked attempt at the moment `now`, as the state machine says, and queues its marking in the same
 * transaction, so that a crash can never lose it. Answers the attempt as it is then; unchanged when there was nothing to do.
 */
export async function closeAttempt(manager: EntityManager, attempt: LockedAttempt, event: AttemptEvent & { type: 'submit' | 'close' }, now: Date): Promise<LockedAttempt> {
  const closed = transition(attempt, event, now);
  if (!closed) return attempt;
  const [submission] = await manager.query<Submission[]>(
    prepared(`SELECT count(*) FILTER (WHERE kaosai.has_answer(r.body))::int AS answered,
       encode(sha256(coalesce(string_agg(r.receipt, ''::bytea ORDER BY r.slot COLLATE "C"), ''::bytea)), 'hex') AS receipt,
       (SELECT v.questions FROM exam e JOIN paper_version v ON v.id = e.paper_version_id WHERE e.id = $2) AS questions
     FROM current_response r WHERE r.attempt_id = $1`), [attempt.id, attempt.examId]);
  await manager.query(
    prepared(`UPDATE attempt SET state = $2, submitted_at = $3, submitted_by = $4, submission = $5, deadline = $6, closes_at = $7, paused_at = NULL, version = version + 1
     WHERE id = $1`), [attempt.id, closed.state, closed.submittedAt, closed.submittedBy, submission, closed.deadline, closed.closesAt]);
  await appendToOutbox(manager, 'attempt.submitted', { attemptId: attempt.id });
  await raiseRevision(manager, `attempt:${attempt.id}`);
  return { ...attempt, ...closed, submission };
}

/** The submission of an attempt that has ended; null while it goes on. */
export function toSubmissionView(attempt: LockedAttempt): SubmissionView | null {
  const { id, state, submittedAt, submittedBy, submission } = attempt;
  if (!submittedAt || !submittedBy || !submission) return null;
  return { attemptId: id, state, submittedAt: submittedAt.toISOString(), submittedBy, ...submission };
}
