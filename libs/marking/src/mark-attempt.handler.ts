import { Injectable } from '@nestjs/common';
import type { ResponseBody } from '#lib/contracts';
import { appendToOutbox, databaseNow, raiseRevision, Transactions } from '#lib/database';
import { type AttemptTimes, ExamRevisions, lockAttempts, transition } from '#lib/exam';
import { Decimal } from '#lib/kernel';
import { HandlesTopic, type TopicHandler } from '#lib/queue';
import type { MarkResult } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { PaperMarkers, type ReadySlot } from './paper-markers.js';

interface MarkedResponse extends ReadySlot {
  result: MarkResult;
}

/** Marks a submitted attempt whole, in one transaction. Delivered again it finds the attempt marked and does nothing. */
@Injectable()
@HandlesTopic('attempt.submitted')
export class MarkAttempt implements TopicHandler<{ attemptId: string }> {
  constructor(private readonly transactions: Transactions, private readonly papers: PaperMarkers, private readonly revisions: ExamRevisions) {}

  async handle({ attemptId }: { attemptId: string }): Promise<void> {
    const examId = await this.transactions.run(async (manager) => {
      const [attempt] = await lockAttempts(manager, [attemptId]);
      const now = attempt && await databaseNow(manager);
      const marked = attempt && transition(attempt, { type: 'mark' }, now);
      if (!marked) return null;
      const [exam] = await manager.query<{ paper_version_id: string; release: string }[]>('SELECT paper_version_id, release FROM exam WHERE id = $1', [attempt.examId]);
      const responses = await readResponses(manager, attemptId);
      const slots = (await this.papers.get(manager, exam.paper_version_id)).map((slot) => ({ ...slot, result: slot.mark(responses.get(slot.slot) ?? null) }));
      await insertMarks(manager, attemptId, slots);
      const released = exam.release === 'when_marked' ? transition(marked, { type: 'release' }, now) : null;
      await finish(manager, attemptId, released ?? marked, slots, now);
      await appendToOutbox(manager, 'attempt.marked', { attemptId, examId: attempt.examId });
      await raiseRevision(manager, `attempt:${attemptId}`);
      return attempt.examId;
    });
    if (examId) this.revisions.touch(examId);
  }
}

async function readResponses(manager: EntityManager, attemptId: string): Promise<Map<string, ResponseBody>> {
  const rows = await manager.query<{ slot: string; body: ResponseBody }[]>('SELECT slot, body FROM current_response WHERE attempt_id = $1', [attemptId]);
  return new Map(rows.map(({ slot, body }) => [slot, body]));
}

async function insertMarks(manager: EntityManager, attemptId: string, slots: readonly MarkedResponse[]): Promise<void> {
  await manager.query(
    `INSERT INTO response_mark (attempt_id, slot, question_version_id, mark, max_mark, answered, reason)
     SELECT $1, m.slot, m.version, m.mark, m.max_mark, m.answered, m.reason::jsonb
     FROM unnest($2::text[], $3::uuid[], $4::numeric[], $5::numeric[], $6::boolean[], $7::text[]) AS m (slot, version, mark, max_mark, answered, reason)
     ON CONFLICT DO NOTHING`,
    [attemptId, slots.map(({ slot }) => slot), slots.map(({ questionVersionId }) => questionVersionId), slots.map(({ result }) => marksOf(result).toString(4)),
      slots.map(({ result }) => result.maxMarks.toString(4)), slots.map(({ result }) => result.state !== 'not-answered'), slots.map(({ result }) => JSON.stringify(result.why))]);
}

async function finish(manager: EntityManager, attemptId: string, { state }: AttemptTimes, slots: readonly MarkedResponse[], now: Date): Promise<void> {
  const total = Decimal.sum(slots.map(({ result }) => marksOf(result)));
  await manager.query('UPDATE attempt SET state = $2, total_mark = $3, marked_at = $4, released_at = CASE WHEN $2 = \'released\' THEN $4::timestamptz END, version = version + 1 WHERE id = $1',
    [attemptId, state, total.toString(4), now]);
}

/** Every kind of this version is marked by machine; what only people can mark comes with its own queue. */
function marksOf({ marks }: MarkResult): Decimal {
  if (marks === null) throw new RangeError('A response that a person must mark');
  return marks;
}
