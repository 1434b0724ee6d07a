import { Injectable } from '@nestjs/common';
import type { AttemptResultView, AttemptState, ExamMode, ExamNavigation, MyExamItem, ReferenceHit, ReferenceView, Title } from '#lib/contracts';
import { prepared, Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { readReferenceView, searchArticles } from '#lib/question-bank';
import { readResult, readResultRow } from './attempt-result.js';
import { notFound, ownAttempt } from './attempt-view.js';
import { candidateState, countingAttempt, exact, mayStartUntil } from './exam-queries.js';
import { FrozenPapers } from './frozen-papers.js';

interface MyExamRow {
  exam_id: string;
  title: Title;
  mode: ExamMode;
  opens_at: Date;
  late_until: Date;
  duration_seconds: number;
  questions: number;
  total_marks: string;
  admission_number: string;
  state: AttemptState;
  ready: boolean;
  attempt_id: string | null;
  closes_at: Date | null;
  total_mark: string | null;
  instructions: Title | null;
  needs_access_code: boolean;
  navigation: ExamNavigation;
  earliest_submit_seconds: number;
  attempts_left: number;
  sitting_title: Title;
  room_title: Title | null;
  place: string | null;
  seat: number | null;
}

interface OwnAttempt {
  person_id: string;
  exam_id: string;
  mode: ExamMode;
  state: string;
}

/** What candidates see beside the paper itself: their list, the references of an open-book exam, their result after release. */
@Injectable()
export class MyExams {
  constructor(private readonly transactions: Transactions, private readonly papers: FrozenPapers) {}

  /** The actor's own exams, the next one first, of a session begun in the hall that one alone; drafts and cancelled ones are left out unless they were sat. */
  async list(actor: Actor): Promise<MyExamItem[]> {
    const rows = await this.transactions.reader.query<MyExamRow[]>(
      prepared(`SELECT e.id AS exam_id, e.title, e.mode, s.opens_at, ${mayStartUntil} AS late_until, e.duration_seconds + c.extra_seconds AS duration_seconds, v.questions, v.total_marks,
         c.admission_number, ${candidateState} AS state, e.state = 'ready' AND f.id IS NOT NULL AS ready, a.id AS attempt_id, a.closes_at,
         CASE WHEN a.state = 'released' THEN (SELECT b.total_mark FROM attempt b WHERE b.id = ${countingAttempt} AND b.state = 'released') END AS total_mark,
         e.instructions, e.access_code_hash IS NOT NULL AS needs_access_code, e.navigation, e.earliest_submit_seconds,
         greatest(0, e.attempts_allowed + c.extra_attempts - coalesce(a.number, 0)) AS attempts_left, s.title AS sitting_title, r.title AS room_title, r.place, c.seat
       FROM candidate c JOIN exam e ON e.id = c.exam_id JOIN sitting s ON s.id = c.sitting_id JOIN paper_version v ON v.id = e.paper_version_id
         LEFT JOIN room r ON r.id = c.room_id
         LEFT JOIN form f ON f.candidate_id = c.id AND f.number = 1 LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
       WHERE c.person_id = $1 AND (e.state IN ('preparing', 'ready', 'closed', 'failed') OR a.id IS NOT NULL) AND e.archived_at IS NULL AND ($2::uuid IS NULL OR e.id = $2)
       ORDER BY s.opens_at, e.id`), [actor.personId, actor.exam?.id ?? null]);
    return rows.map((row) => ({
      examId: row.exam_id, title: row.title, mode: row.mode, opensAt: row.opens_at.toISOString(), lateUntil: row.late_until.toISOString(), durationSeconds: row.duration_seconds,
      questions: row.questions, totalMarks: exact(row.total_marks), admissionNumber: row.admission_number, state: row.state, ready: row.ready, attemptId: row.attempt_id,
      closesAt: row.closes_at?.toISOString() ?? null, totalMark: row.total_mark === null ? null : exact(row.total_mark),
      instructions: row.instructions, needsAccessCode: row.needs_access_code, navigation: row.navigation, earliestSubmitSeconds: row.earliest_submit_seconds, attemptsLeft: row.attempts_left,
      place: { sitting: row.sitting_title, room: row.room_title, place: row.place, seat: row.seat },
    }));
  }

  /** One reference of the exam. @throws DomainError `object.not_found` for any other, and for closed-book exams. */
  async reference(actor: Actor, attemptId: string, referenceId: string): Promise<ReferenceView> {
    const ids = await this.referencesOf(actor, attemptId);
    if (!ids.includes(referenceId)) throw notFound();
    return readReferenceView(this.transactions.reader, referenceId);
  }

  /** The articles of the exam's references that hold a text, at most 50. */
  async searchReferences(actor: Actor, attemptId: string, text: string): Promise<ReferenceHit[]> {
    return searchArticles(this.transactions.reader, await this.referencesOf(actor, attemptId), text);
  }

  /** The result as the exam's review policy shows it now: an allow-list. @throws DomainError `attempt.not_released`. */
  async result(actor: Actor, attemptId: string): Promise<AttemptResultView> {
    const { reader } = this.transactions;
    const row = await readResultRow(reader, attemptId);
    if (!row) throw notFound();
    requireAllowed(actor, 'attempt.sit', ownAttempt(row.person_id, row.exam_id));
    if (row.state !== 'released') throw new DomainError('attempt.not_released', {}, { kind: 'conflict' });
    return readResult(reader, this.papers, attemptId, row);
  }

  private async referencesOf(actor: Actor, attemptId: string): Promise<string[]> {
    const { reader } = this.transactions;
    const [row] = await reader.query<OwnAttempt[]>(prepared('SELECT a.person_id, a.exam_id, a.state, e.mode FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1'), [attemptId]);
    if (!row) throw notFound();
    requireAllowed(actor, 'attempt.sit', ownAttempt(row.person_id, row.exam_id));
    if (row.mode === 'closed' || row.state === 'cancelled') throw notFound();
    return (await reader.query<{ reference_id: string }[]>(prepared('SELECT reference_id FROM exam_reference WHERE exam_id = $1'), [row.exam_id])).map(({ reference_id: id }) => id);
  }
}
