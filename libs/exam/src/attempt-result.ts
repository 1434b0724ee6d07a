import type { AttemptResultView, AttemptReview, QuestionKey, ReviewMoment, ReviewPolicy, Title } from '#lib/contracts';
import { prepared } from '#lib/database';
import { Decimal } from '#lib/kernel';
import type { PaperStructure, SealedForm } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';
import { readResponses } from './attempt-view.js';
import { toSections } from './candidate-sections.js';
import { type FormContent, numberSlots, type StoredForm } from './draw-form.js';
import { exact } from './exam-queries.js';
import type { FrozenPapers } from './frozen-papers.js';
import { explanationOf, rightAnswer } from './right-answer.js';

/** A released attempt with what its exam lets candidates see. */
export interface ResultRow {
  person_id: string;
  exam_id: string;
  state: string;
  title: Title;
  total_mark: string;
  total_marks: string;
  pass_mark: string | null;
  released_at: Date;
  candidate_id: string;
  paper_version_id: string;
  content: StoredForm | SealedForm;
  review_policy: ReviewPolicy;
  now: Date;
}

/** Undefined for an unknown attempt. */
export async function readResultRow(manager: EntityManager, attemptId: string): Promise<ResultRow | undefined> {
  const [row] = await manager.query<ResultRow[]>(
    prepared(`SELECT a.person_id, a.exam_id, a.state, e.title, a.total_mark, v.total_marks, e.pass_mark, a.released_at, a.candidate_id, e.paper_version_id, f.content, e.review_policy, kaosai.clock() AS now
     FROM attempt a JOIN exam e ON e.id = a.exam_id JOIN paper_version v ON v.id = e.paper_version_id JOIN form f ON f.id = a.form_id WHERE a.id = $1`), [attemptId]);
  return row;
}

/** Whether a part of a released result is open at a moment. */
export function isOpen(moment: ReviewMoment | undefined, now: Date): boolean {
  if (moment?.when === 'after_release') return true;
  return moment?.when === 'at_time' && moment.at !== undefined && now >= new Date(moment.at);
}

/**
 * A released result as its candidate may see it now: the total always, each other part only while the exam's review policy has it
 * open. This is the one place where a key is read for a candidate, and it is read for nothing but an open part.
 */
export async function readResult(manager: EntityManager, papers: FrozenPapers, attemptId: string, row: ResultRow): Promise<AttemptResultView> {
  const { review_policy: policy, now } = row;
  const { structure } = await papers.get(manager, row.paper_version_id);
  const form = await papers.form(manager, row.paper_version_id, row.candidate_id, row.content);
  return {
    attemptId, title: row.title, totalMark: exact(row.total_mark), totalMarks: exact(row.total_marks),
    passed: row.pass_mark === null ? null : Decimal.of(row.total_mark).gte(row.pass_mark), releasedAt: row.released_at.toISOString(),
    slots: isOpen(policy.marks, now) ? await readMarks(manager, attemptId, form) : [],
    review: await readReview(manager, papers, attemptId, form, structure, row),
  };
}

async function readMarks(manager: EntityManager, attemptId: string, form: FormContent): Promise<AttemptResultView['slots']> {
  const marks = await manager.query<{ slot: string; mark: string; max_mark: string; answered: boolean }[]>(
    prepared('SELECT DISTINCT ON (slot) slot, mark, max_mark, answered FROM response_mark WHERE attempt_id = $1 ORDER BY slot, round DESC'), [attemptId]);
  const numbers = numberSlots(form);
  return marks.map(({ slot, mark, max_mark: max, answered }) => ({ slot, number: numbers.get(slot) ?? 0, mark: exact(mark), marks: exact(max), answered })).sort((a, b) => a.number - b.number);
}

async function readReview(manager: EntityManager, papers: FrozenPapers, attemptId: string, form: FormContent, structure: PaperStructure, { review_policy: policy, now }: ResultRow): Promise<AttemptReview | null> {
  const [responses, keys, explanations] = [policy.responses, policy.keys, policy.explanations].map((moment) => isOpen(moment, now));
  if (!responses && !keys && !explanations) return null;
  const keyOf = keys || explanations ? await readKeys(manager, form) : new Map<string, QuestionKey>();
  const questions = form.sections.flatMap((section) => section.questions);
  return {
    sections: toSections(form, structure, await papers.contentsOf(manager, form)),
    responses: responses ? (await readResponses(manager, attemptId)).map(({ slot, body }) => ({ slot, body })) : null,
    keys: keys ? questions.flatMap((question) => {
      const key = keyOf.get(question.versionId);
      const body = key && rightAnswer(key, question);
      return body ? [{ slot: question.slot, body }] : [];
    }) : null,
    explanations: explanations ? questions.flatMap(({ slot, versionId }) => {
      const key = keyOf.get(versionId);
      const html = key && explanationOf(key);
      return html ? [{ slot, html }] : [];
    }) : null,
  };
}

async function readKeys(manager: EntityManager, { sections }: FormContent): Promise<Map<string, QuestionKey>> {
  const ids = sections.flatMap(({ questions }) => questions.map(({ versionId }) => versionId));
  const rows = await manager.query<{ id: string; key: QuestionKey }[]>(prepared('SELECT question_version_id AS id, key FROM question_key WHERE question_version_id = ANY($1::uuid[])'), [ids]);
  return new Map(rows.map(({ id, key }) => [id, key]));
}
