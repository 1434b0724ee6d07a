import { Injectable } from '@nestjs/common';
import { Transactions } from '#lib/database';
import { HandlesTopic, type TopicHandler } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { openPaper } from './visible-questions.js';

/**
 * Keeps how often an exam's forms held a question and how its responses were marked once they are public. Each time the whole exam is counted
 * anew, so that a message delivered twice, late or out of order changes nothing. Sealed forms cannot be read and are counted by their marks.
 */
@Injectable()
@HandlesTopic('exam.prepared')
@HandlesTopic('exam.released')
@HandlesTopic('attempt.marked')
export class RecordQuestionUse implements TopicHandler<{ examId: string; attemptId?: string }> {
  constructor(private readonly transactions: Transactions) {}

  async handle({ examId, attemptId }: { examId: string; attemptId?: string }): Promise<void> {
    await this.transactions.run(async (manager) => {
      // One attempt of many tells nothing yet: the last one counts them all.
      if (attemptId && !(await isLastOfReleased(manager, examId))) return;
      await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('question_use:' || $1::text, 0))", [examId]);
      await countExam(manager, examId);
      await summarize(manager, examId);
    });
  }
}

async function isLastOfReleased(manager: EntityManager, examId: string): Promise<boolean> {
  const [row] = await manager.query<unknown[]>(
    `SELECT 1 FROM exam e WHERE e.id = $1 AND e.release = 'when_marked'
       AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.exam_id = e.id AND a.state IN ('in_progress', 'paused', 'submitted'))`, [examId]);
  return row !== undefined;
}

/** Marks count once the exam shows them: of marked attempts, the latest round of each response; one not answered counts with its 0. */
async function countExam(manager: EntityManager, examId: string): Promise<void> {
  await manager.query(
    `WITH held AS (
       SELECT (shown->>'versionId')::uuid AS version_id, count(*)::int AS forms
       FROM form f, jsonb_array_elements(f.content->'sections') AS section, jsonb_array_elements(section->'questions') AS shown WHERE f.exam_id = $1 GROUP BY 1),
     latest AS (
       SELECT DISTINCT ON (m.attempt_id, m.slot) m.question_version_id AS version_id, m.mark, m.max_mark
       FROM response_mark m JOIN attempt a ON a.id = m.attempt_id JOIN exam e ON e.id = a.exam_id
       WHERE a.exam_id = $1 AND e.release = 'when_marked' AND a.state IN ('marked', 'released') ORDER BY m.attempt_id, m.slot, m.round DESC),
     marked AS (SELECT version_id, count(*)::int AS responses, sum(mark) AS marks, sum(max_mark) AS most FROM latest WHERE mark IS NOT NULL GROUP BY 1)
     INSERT INTO question_use (question_version_id, exam_id, question_id, used_at, forms, responses, mark_sum, max_sum)
     SELECT v.id, e.id, v.question_id, e.opens_at, greatest(coalesce(h.forms, 0), coalesce(m.responses, 0)), coalesce(m.responses, 0), coalesce(m.marks, 0), coalesce(m.most, 0)
     FROM exam e, held h FULL JOIN marked m USING (version_id) JOIN question_version v ON v.id = version_id
     WHERE e.id = $1 ORDER BY v.id
     ON CONFLICT (question_version_id, exam_id) DO UPDATE SET
       used_at = excluded.used_at, forms = excluded.forms, responses = excluded.responses, mark_sum = excluded.mark_sum, max_sum = excluded.max_sum`, [examId]);
}

/** What lists sort by. A sealed paper's exam is not told before its results are: nobody learns from the bank what is in it. */
async function summarize(manager: EntityManager, examId: string): Promise<void> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT q.id FROM question q WHERE q.id IN (SELECT uq.question_id FROM question_use uq WHERE uq.exam_id = $1) ORDER BY q.id FOR NO KEY UPDATE', [examId]);
  await manager.query(
    `UPDATE question q SET facility = s.facility, last_used_at = s.last_used_at
     FROM (SELECT uq.question_id, round(sum(uq.mark_sum) / nullif(sum(uq.max_sum), 0), 4) AS facility,
         max(uq.used_at) FILTER (WHERE uq.forms > 0 AND (uq.responses > 0 OR ${openPaper('pv.paper_id')})) AS last_used_at
       FROM question_use uq JOIN exam e ON e.id = uq.exam_id JOIN paper_version pv ON pv.id = e.paper_version_id WHERE uq.question_id = ANY($1::uuid[]) GROUP BY uq.question_id) AS s
     WHERE q.id = s.question_id AND (q.facility, q.last_used_at) IS DISTINCT FROM (s.facility, s.last_used_at)`, [rows.map(({ id }) => id)]);
}
