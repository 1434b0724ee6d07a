import { appendToOutbox, prepared, raiseRevision } from '#lib/database';
import { type LockedAttempt, transition } from '#lib/exam';
import type { EntityManager } from 'typeorm';

interface Marks {
  total: string;
  awaiting: number;
  release: string;
}

/**
 * Ends the marking of a locked attempt once every response has its mark: sums them, releases at once where the exam says so, and tells who
 * waits for it. Answers whether it did; while a response awaits a person the attempt stays *submitted*.
 */
export async function completeAttempt(manager: EntityManager, attempt: LockedAttempt, now: Date): Promise<boolean> {
  const marked = transition(attempt, { type: 'mark' }, now);
  if (!marked) return false;
  const [{ total, awaiting, release }] = await manager.query<Marks[]>(
    prepared(`SELECT coalesce(sum(m.mark), 0) AS total, (count(*) FILTER (WHERE m.state = 'awaiting'))::int AS awaiting, (SELECT e.release FROM exam e WHERE e.id = $2) AS release
     FROM (SELECT DISTINCT ON (slot) mark, state FROM response_mark WHERE attempt_id = $1 ORDER BY slot, round DESC) m`), [attempt.id, attempt.examId]);
  if (awaiting > 0) return false;
  const { state } = (release === 'when_marked' ? transition(marked, { type: 'release' }, now) : null) ?? marked;
  await manager.query(prepared("UPDATE attempt SET state = $2, total_mark = $3, marked_at = $4, released_at = CASE WHEN $2 = 'released' THEN $4::timestamptz END, version = version + 1 WHERE id = $1"),
    [attempt.id, state, total, now]);
  await appendToOutbox(manager, 'attempt.marked', { attemptId: attempt.id, examId: attempt.examId });
  await raiseRevision(manager, `attempt:${attempt.id}`);
  return true;
}
