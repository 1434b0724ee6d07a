import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { QuestionView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { BankWorld } from '../../../test/bank-world.js';
import { QuestionHistory } from './question-history.service.js';
import { Questions } from './questions.service.js';
import { RecordQuestionUse } from './record-question-use.handler.js';

jest.setTimeout(60_000);
let world: BankWorld;
let questions: Questions;
let history: QuestionHistory;
let handler: RecordQuestionUse;
let ann: Actor;
let organizer: Actor;
let one: QuestionView;
let two: QuestionView;
const opensAt = '2026-03-01T01:00:00.000Z';
beforeAll(async () => {
  world = await BankWorld.create();
  questions = new Questions(world.transactions);
  history = new QuestionHistory(world.transactions);
  handler = new RecordQuestionUse(world.transactions);
  ann = world.actor('ann', 's.a', 'question_author');
  organizer = world.actor('bob', 's.a', 'organizer');
  [one, two] = await Promise.all(['用过的一', '用过的二'].map(published));
});
afterAll(() => world.drop());

const sql = (text: string, params: unknown[] = []): Promise<Record<string, string>[]> => world.dataSource.query(text, params);

async function published(text: string): Promise<QuestionView> {
  const draft = await questions.create(ann, world.written('s.a', text));
  const submitted = await questions.act(ann, 'submit', draft.id, draft.version);
  return questions.act(world.actor('cai', 's.a', 'question_reviewer'), 'approve', draft.id, submitted.version);
}

/** An exam whose candidates each have a form with these versions; sealed papers' forms cannot be read. */
async function exam(path: string, versionIds: string[], candidates: number, sealed = false): Promise<{ examId: string; attempts: string[]; paperId: string }> {
  const [paperId, paperVersionId, examId] = [randomUUID(), randomUUID(), randomUUID()];
  await sql("INSERT INTO paper (id, org_unit_id, title, state, draft) VALUES ($1, $2, $3, 'published', '{}')", [paperId, world.unit(path), { zh: '卷' }]);
  await sql("INSERT INTO paper_version (id, paper_id, number, structure, questions, total_marks, digest) VALUES ($1, $2, 1, '{}', 1, 1, '')", [paperVersionId, paperId]);
  for (const versionId of versionIds) await sql('INSERT INTO paper_question (paper_version_id, question_version_id, question_id) SELECT $1, id, question_id FROM question_version WHERE id = $2', [paperVersionId, versionId]);
  await sql("INSERT INTO exam (id, org_unit_id, title, paper_version_id, mode, opens_at, late_until, duration_seconds, seed) VALUES ($1, $2, $3, $4, 'closed', $5, $5::timestamptz + interval '1 hour', 60, 'x')", [examId, world.unit(path), { zh: '考' }, paperVersionId, opensAt]);
  const sittingId = randomUUID();
  await sql("INSERT INTO sitting (id, exam_id, title, opens_at, late_until) VALUES ($1, $2, $3, $4, $4::timestamptz + interval '1 hour')", [sittingId, examId, { zh: '场' }, opensAt]);
  const people = await sql('SELECT id FROM person ORDER BY id');
  const attempts: string[] = [];
  for (let index = 0; index < candidates; index += 1) {
    const [candidateId, formId, attemptId] = [randomUUID(), randomUUID(), randomUUID()];
    const content = sealed ? { sealed: 'x' } : { schemaVersion: 2, sections: [{ questions: versionIds.map((versionId, at) => ({ slot: `q${at}`, versionId })) }] };
    await sql('INSERT INTO candidate (id, exam_id, sitting_id, person_id, org_unit_id, admission_number) VALUES ($1, $2, $3, $4, $5, $6)', [candidateId, examId, sittingId, people[index].id, world.unit(path), `${index}`]);
    await sql('INSERT INTO form (id, candidate_id, exam_id, content) VALUES ($1, $2, $3, $4)', [formId, candidateId, examId, content]);
    await sql("INSERT INTO attempt (id, exam_id, candidate_id, person_id, form_id, state, started_at, deadline, closes_at) VALUES ($1, $2, $3, $4, $5, 'marked', $6, $6, $6)", [attemptId, examId, candidateId, people[index].id, formId, opensAt]);
    attempts.push(attemptId);
  }
  return { examId, attempts, paperId };
}

const mark = (attemptId: string, versionId: string, marks: string, round = 1): Promise<unknown> => sql(
  "INSERT INTO response_mark (attempt_id, slot, round, question_version_id, mark, max_mark, answered, reason) VALUES ($1, 'q0', $2, $3, $4, 2, true, '{}')", [attemptId, round, versionId, marks]);

describe('where a question was used', () => {
  it('is counted by forms when they are drawn, and by marks once these are public; counting again changes nothing', async () => {
    const { examId, attempts } = await exam('s.a', [one.versionId, two.versionId], 3);
    await handler.handle({ examId });
    expect(await questions.get(ann, one.id)).toMatchObject({ lastUsedAt: opensAt, facility: null, papers: 1 });
    expect((await history.uses(ann, one.id)).items.map(({ type, forms, versionNumber }) => [type, forms, versionNumber]).sort()).toEqual([['exam', 3, 1], ['paper', 0, 1]]);

    await mark(attempts[0], one.versionId, '2');
    await mark(attempts[1], one.versionId, '0');
    await mark(attempts[2], one.versionId, '0');
    // A later round replaces the one before.
    await mark(attempts[2], one.versionId, '1', 2);
    await handler.handle({ examId });
    expect(await questions.get(ann, one.id)).toMatchObject({ facility: null });
    await handler.handle({ examId, attemptId: attempts[0] });
    await sql("UPDATE exam SET release = 'when_marked' WHERE id = $1", [examId]);
    await handler.handle({ examId });
    await handler.handle({ examId, attemptId: attempts[0] });
    expect(await questions.get(ann, one.id)).toMatchObject({ facility: '0.5000' });
    expect(await sql('SELECT forms, responses, mark_sum, max_sum FROM question_use WHERE question_version_id = $1', [one.versionId])).toEqual([{ forms: 3, responses: 3, mark_sum: '3.0000', max_sum: '6.0000' }]);
    expect((await questions.list(ann, { facilityMin: 0.4, facilityMax: 0.6 })).items.map(({ id }) => id)).toEqual([one.id]);
    expect((await questions.list(ann, { used: true })).total).toBe(2);
    expect((await questions.list(ann, { notUsedSince: '2026-02-01T00:00:00Z' })).total).toBe(0);
  });

  it('names papers and exams of other units only as a number', async () => {
    const question = await published('别家也用');
    const { examId } = await exam('s.b', [question.versionId], 1);
    await handler.handle({ examId });
    expect(await history.uses(ann, question.id)).toEqual({ items: [], elsewhere: 2 });
    expect((await history.uses(world.actor('dan', 's', 'organizer'), question.id)).items).toHaveLength(2);
  });

  it('tells nothing of a sealed paper before its results', async () => {
    const question = await published('密封卷里的题');
    const { examId, attempts, paperId } = await exam('s.a', [question.versionId], 1, true);
    await sql("INSERT INTO paper_seal (paper_id, sealed_by, until, wrapped_key, content) VALUES ($1, $2, kaosai.clock() + interval '1 day', '', '')", [paperId, organizer.personId]);
    await handler.handle({ examId });
    expect(await questions.get(organizer, question.id)).toMatchObject({ papers: 0, lastUsedAt: null });
    expect(await history.uses(organizer, question.id)).toEqual({ items: [], elsewhere: 0 });
    await mark(attempts[0], question.versionId, '2');
    await sql("UPDATE exam SET release = 'when_marked' WHERE id = $1", [examId]);
    await handler.handle({ examId });
    expect(await questions.get(organizer, question.id)).toMatchObject({ lastUsedAt: opensAt, facility: '1.0000' });
  });

  it('keeps a draft from being deleted only when it is really used', async () => {
    await handler.handle({ examId: randomUUID() });
    const draft = await questions.create(ann, world.written('s.a', '没用过'));
    await questions.delete(ann, draft.id, draft.version);
  });
});
