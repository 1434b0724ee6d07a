import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { AwaitingMark, CompositeKey, DecimalString, GiveMark, ListQuery, MarkGiven, MarkingGuide, Page, QuestionContent, QuestionKey, ResponseBody, SimpleKey } from '#lib/contracts';
import { databaseNow, pageQuery, Transactions } from '#lib/database';
import { exact, ExamRevisions, type FormContent, FrozenPapers, lockAttempts, type LockedAttempt, numberSlots, requireExam, type StoredForm } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Decimal, DomainError, sha256Hex } from '#lib/kernel';
import { type SealedForm, shownId, toCandidateQuestion } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';
import { completeAttempt } from './complete-attempt.js';

interface AwaitingRow {
  id: string;
  slot: string;
  max_mark: string;
  body: ResponseBody;
  candidate_id: string;
  paper_version_id: string;
  form_id: string;
  form: StoredForm | SealedForm;
  version_id: string;
  key: QuestionKey;
  reason: { parts?: { id: string; fraction: string }[] };
  sort_key: string;
}

const sorts = { slot: { expression: 'm.slot', type: 'text' as const } };

/** Marks that only people can give, and without names: the response, its question and what it is marked by. */
@Injectable()
export class PersonMarks {
  constructor(private readonly transactions: Transactions, private readonly papers: FrozenPapers, private readonly revisions: ExamRevisions) {}

  /** One page of the responses of an exam that await a mark, question by question. */
  async list(actor: Actor, examId: string, query: ListQuery): Promise<Page<AwaitingMark>> {
    const { reader } = this.transactions;
    await requireExam(reader, actor, examId, 'exam.mark');
    const params: unknown[] = [examId];
    const page = pageQuery({ sort: query.sort, cursor: query.cursor, limit: query.limit }, sorts, 'slot', 'm.attempt_id', params);
    const rows = await reader.query<AwaitingRow[]>(
      `SELECT m.attempt_id AS id, m.slot, m.max_mark, m.reason, a.candidate_id, e.paper_version_id, f.id AS form_id, f.content AS form, m.question_version_id AS version_id, k.key, ${page.sortKey},
         (SELECT r.body FROM current_response r WHERE r.attempt_id = m.attempt_id AND r.slot = m.slot) AS body
       FROM response_mark m JOIN attempt a ON a.id = m.attempt_id JOIN exam e ON e.id = a.exam_id JOIN form f ON f.id = a.form_id JOIN question_key k ON k.question_version_id = m.question_version_id
       WHERE a.exam_id = $1 AND m.state = 'awaiting' AND a.state = 'submitted' AND ${page.after} ${page.orderAndLimit}`, params);
    const shown = await Promise.all(rows.map((row) => this.toAwaiting(reader, row)));
    return page.toPage(rows.map((row, index) => ({ ...row, view: shown[index] })), ({ view }) => view);
  }

  /**
   * Gives one response its mark; the last one given counts until the attempt is marked. With the attempt's last one its marks are summed,
   * released where the exam says so, and it is *marked*.
   * @throws DomainError `mark.not_awaited`, `mark.out_of_range`.
   */
  async give(actor: Actor, examId: string, attemptId: string, slot: string, { mark, comment }: GiveMark): Promise<MarkGiven> {
    const given = await this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.mark');
      const [attempt] = await lockAttempts(manager, [attemptId]);
      if (attempt?.examId !== examId) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      const maxMark = await requireAwaited(manager, attempt, slot);
      requireWithin(mark, maxMark);
      await manager.query(
        `UPDATE response_mark SET mark = $3, state = 'marked', marked_by = $4, comment = $5, marked_at = kaosai.clock()
         WHERE attempt_id = $1 AND slot = $2 AND round = (SELECT max(round) FROM response_mark WHERE attempt_id = $1 AND slot = $2)`, [attemptId, slot, mark, actor.personId, comment?.trim() || null]);
      await appendAudit(manager, actor, 'response.mark', 'attempt', attemptId, { slot, mark });
      const complete = await completeAttempt(manager, attempt, await databaseNow(manager));
      return { ...await readProgress(manager, attemptId), complete, attemptId, slot, mark: Decimal.of(mark).toString(), maxMark: exact(maxMark) };
    });
    const { complete, ...view } = given;
    if (complete) this.revisions.touch(examId);
    return view;
  }

  private async toAwaiting(manager: EntityManager, row: AwaitingRow): Promise<AwaitingMark> {
    const form = await this.papers.form(manager, row.paper_version_id, row.candidate_id, row.form);
    const question = form.sections.flatMap(({ questions }) => questions).find(({ slot }) => slot === row.slot) as FormContent['sections'][number]['questions'][number];
    const content = (await this.papers.contentsOf(manager, { ...form, sections: [{ questions: [question] }] })).get(row.version_id);
    return {
      attemptId: row.id, slot: row.slot, code: sha256Hex(row.form_id).slice(0, 8).toUpperCase(), question: toCandidateQuestion(content, question, numberSlots(form).get(row.slot) ?? 0),
      response: row.body, maxMark: exact(row.max_mark), guide: guideOf(row.key), parts: content ? partsOf(content, row, question) : [],
    };
  }
}

function guideOf(key: QuestionKey | SimpleKey): MarkingGuide | null {
  return 'rubric' in key ? { guide: key.guide, rubric: key.rubric } : null;
}

/** What the machine gave each part of a composite question, and what a person must mark in it; each with its share of the marks. */
function partsOf(content: QuestionContent, { key, max_mark: max, reason }: AwaitingRow, question: FormContent['sections'][number]['questions'][number]): AwaitingMark['parts'] {
  if (content.kind !== 'composite') return [];
  const whole = Decimal.sum(content.parts.map(({ marks }) => marks));
  const fractions = new Map(reason.parts?.map(({ id, fraction }) => [id, fraction]));
  return content.parts.map(({ id, marks }, index) => {
    const share = whole.isZero() ? Decimal.zero : Decimal.of(max).mul(marks).div(whole);
    const fraction = fractions.get(id);
    const guide = guideOf((key as CompositeKey).parts[id]);
    return { id: shownId(question, id, index), maxMark: written(share), mark: guide || !fraction ? null : written(share.mul(fraction)), guide };
  });
}

function written(marks: Decimal): DecimalString {
  return marks.round(4, 'half-up').toString();
}

/** The full mark of a response that a person may mark now. */
async function requireAwaited(manager: EntityManager, attempt: LockedAttempt, slot: string): Promise<string> {
  const [row] = await manager.query<{ max_mark: string; state: string; marked_by: string | null }[]>(
    'SELECT max_mark, state, marked_by FROM response_mark WHERE attempt_id = $1 AND slot = $2 ORDER BY round DESC LIMIT 1', [attempt.id, slot]);
  if (!row || attempt.state !== 'submitted' || (row.state !== 'awaiting' && !row.marked_by)) throw new DomainError('mark.not_awaited', {}, { kind: 'conflict' });
  return row.max_mark;
}

function requireWithin(mark: string, max: string): void {
  const fits = /^\d{1,8}(\.\d{1,4})?$/.test(mark) && Decimal.of(mark).lte(max);
  if (!fits) throw new DomainError('mark.out_of_range', { max: exact(max) }, { errors: [{ path: 'mark', code: 'mark.out_of_range', params: { max: exact(max) } }] });
}

async function readProgress(manager: EntityManager, attemptId: string): Promise<Pick<MarkGiven, 'awaiting' | 'attemptState'>> {
  const [row] = await manager.query<{ awaiting: number; state: MarkGiven['attemptState'] }[]>(
    "SELECT a.state, (SELECT count(*)::int FROM response_mark m WHERE m.attempt_id = a.id AND m.state = 'awaiting') AS awaiting FROM attempt a WHERE a.id = $1", [attemptId]);
  return { awaiting: row.awaiting, attemptState: row.state };
}
