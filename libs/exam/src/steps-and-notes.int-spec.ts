import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AttemptView, WriteExamRules } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { freezeClock, setClockOffset } from '#lib/testing';
import { ExamWorld } from '../../../test/exam-world.js';
import { OpenBook } from './index.js';

jest.setTimeout(60_000);
let world: ExamWorld;
let book: OpenBook;
beforeAll(async () => {
  world = await ExamWorld.create(40);
  book = new OpenBook(world.transactions);
});
afterAll(() => world.drop());
afterEach(() => setClockOffset(world.database.ownerUrl, 0));

let next = 0;

/** Somebody who has just begun an exam of two sections: q1 and q2, then q3. */
async function begin(rules: WriteExamRules): Promise<{ actor: Actor; attempt: AttemptView; examId: string }> {
  next += 1;
  const organizer = world.organizer();
  const orgUnitId = world.units.get('s') as string;
  const texts = ['甲', '乙', '丙'].map((word) => `第 ${next} 份试卷的${word}题`);
  const versions = await world.questions.createPublished(organizer, orgUnitId, texts.map((html) => ({
    content: { schemaVersion: 1 as const, kind: 'true_false' as const, html, options: [{ id: 'T', html: '正确' }, { id: 'F', html: '错误' }] },
    key: { schemaVersion: 1 as const, kind: 'true_false' as const, correct: ['T'], explanation: null }, marks: '1', subject: null, difficulty: null, source: null,
  })));
  const slot = (index: number) => ({ slot: `q${index + 1}`, questionVersionId: versions[index], marks: '1', scoring: 'all_or_nothing' as const });
  const draft = await world.papers.create(organizer, {
    orgUnitId, title: { zh: `分段卷 ${next}` }, shuffleQuestions: false, shuffleOptions: false,
    sections: [{ title: { zh: '一' }, slots: [slot(0), slot(1)] }, { title: { zh: '二' }, slots: [slot(2)] }],
  });
  const paper = await world.papers.publish(organizer, draft.id, draft.version);
  const exam = await world.exams.create(organizer, {
    orgUnitId, title: { zh: '分段考试' }, paperId: paper.id, mode: 'closed', opensAt: new Date(Date.now() - 60_000).toISOString(), lateUntil: new Date(Date.now() + 3_600_000).toISOString(),
    durationSeconds: 600, referenceIds: [], ...rules,
  });
  await world.lists.addPeople(organizer, exam.id, { personIds: [world.people[next]] });
  await world.exams.prepare(organizer, exam.id);
  await world.prepareForms(exam.id);
  const actor = world.candidate(next);
  return { actor, attempt: await world.attempts.start(actor, exam.id), examId: exam.id };
}

let seq = 0;
const save = async (actor: Actor, attempt: AttemptView, slot: string, writer = attempt.writer as number): Promise<string> =>
  (await world.saves.save(actor, attempt.id, { items: [{ slot, writer, seq: (seq += 1), body: { chosen: ['1'] } }] })).acks[0].outcome;
const slotsOf = ({ sections }: AttemptView): string[][] => sections.map(({ questions }) => questions.map(({ slot }) => slot));

describe('navigation by section', () => {
  it('takes answers to the present and a later section, and none to one that is behind', async () => {
    const { actor, attempt } = await begin({ navigation: 'by_section' });
    expect([attempt.step, slotsOf(attempt)]).toEqual([{ index: 0, count: 2, locked: false, closesAt: null }, [['q1', 'q2'], ['q3']]]);
    expect(await save(actor, attempt, 'q1')).toBe('stored');
    expect(await save(actor, attempt, 'q3')).toBe('stored');
    expect(await save(actor, attempt, 'q2')).toBe('passed');
    expect((await world.attempts.view(actor, attempt.id)).step?.index).toBe(1);
    const rows = await world.dataSource.query('SELECT step FROM attempt_step WHERE attempt_id = $1 ORDER BY step', [attempt.id]);
    expect(rows).toEqual([{ step: 0 }, { step: 1 }]);
  });

  it('is not moved on by a writer that has lost the attempt', async () => {
    const { actor, attempt } = await begin({ navigation: 'by_section' });
    const other = world.candidate(next);
    await world.attempts.takeover(other, attempt.id, {});
    expect(await save(actor, attempt, 'q3')).toBe('superseded');
    expect((await world.attempts.view(other, attempt.id)).step?.index).toBe(0);
  });

  it('refuses steps past the last, and gives the same when it is repeated', async () => {
    const { actor, attempt } = await begin({ navigation: 'by_section' });
    await expect(world.attempts.enterStep(actor, attempt.id, { step: 2 })).rejects.toMatchObject({ code: 'attempt.step_refused' });
    expect((await world.attempts.enterStep(actor, attempt.id, { step: 1 })).step?.index).toBe(1);
    expect((await world.attempts.enterStep(actor, attempt.id, { step: 0 })).step?.index).toBe(1);
    await expect(world.attempts.enterStep(world.candidate(next), attempt.id, { step: 1 })).rejects.toMatchObject({ code: 'attempt.writer_lost' });
    await expect(world.attempts.enterStep(world.candidate(next + 1), attempt.id, { step: 1 })).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('one question after the other', () => {
  it('never goes back', async () => {
    const { actor, attempt } = await begin({ navigation: 'forward' });
    expect(attempt.step).toMatchObject({ index: 0, count: 3 });
    expect([await save(actor, attempt, 'q2'), await save(actor, attempt, 'q1'), await save(actor, attempt, 'q2')]).toEqual(['stored', 'passed', 'stored']);
  });
});

describe('time per section', () => {
  it('shows one section, takes its answers until its end to the microsecond, and the next ones only from its beginning', async () => {
    const { actor, attempt } = await begin({ navigation: 'by_section', sectionSeconds: [60, null] });
    const end = new Date(Date.parse(attempt.startedAt) + 60_000).toISOString();
    expect([attempt.step, slotsOf(attempt)]).toEqual([{ index: 0, count: 2, locked: true, closesAt: end }, [['q1', 'q2'], []]]);
    expect(await save(actor, attempt, 'q3')).toBe('passed');
    await freezeClock(world.database.ownerUrl, end.replace('Z', '000Z'));
    expect(await save(actor, attempt, 'q1')).toBe('stored');
    await freezeClock(world.database.ownerUrl, end.replace('Z', '001Z'));
    expect(await save(actor, attempt, 'q2')).toBe('passed');
    const second = await world.attempts.enterStep(actor, attempt.id, { step: 1 });
    expect([second.step, slotsOf(second), second.writer]).toEqual([{ index: 1, count: 2, locked: true, closesAt: null }, [[], ['q3']], attempt.writer]);
    expect([await save(actor, attempt, 'q3'), await save(actor, attempt, 'q1')]).toEqual(['stored', 'passed']);
  });

  it('moves with the end of the attempt', async () => {
    const { actor, attempt, examId } = await begin({ navigation: 'by_section', sectionSeconds: [60, 60] });
    await world.runOperation(await world.exams.extend(world.organizer(), examId, { seconds: 30, reason: '停电' }));
    const now = await world.attempts.view(actor, attempt.id);
    expect(Date.parse(now.step?.closesAt as string) - Date.parse(attempt.step?.closesAt as string)).toBe(30_000);
  });
});

describe('notes and openings', () => {
  async function open(): Promise<{ actor: Actor; attempt: AttemptView; articles: string[] }> {
    const organizer = world.organizer();
    const reference = await world.references.create(organizer, { orgUnitId: world.units.get('s') as string, title: { zh: `办法 ${next}` }, text: '第一章 总则\n第一条 为了规范管理，制定本办法。\n第二条 本办法适用于各单位。' });
    const { actor, attempt } = await begin({});
    await world.dataSource.query("UPDATE exam SET mode = 'open' WHERE id = $1", [attempt.examId]);
    await world.dataSource.query('INSERT INTO exam_reference (exam_id, reference_id) VALUES ($1, $2)', [attempt.examId, reference.id]);
    return { actor, attempt, articles: reference.articleList.map(({ id }) => id) };
  }

  it('are one’s own, on every device, and only at what the exam gives', async () => {
    const { actor, attempt, articles } = await open();
    await book.writeNote(actor, attempt.id, articles[1], { bookmarked: true, text: ' 适用范围 ' });
    await book.writeNote(actor, attempt.id, articles[1], { bookmarked: false, text: '范围' });
    expect(await book.notes(world.candidate(next), attempt.id)).toMatchObject([{ articleId: articles[1], bookmarked: false, text: '范围' }]);
    await expect(book.notes(world.candidate(next + 1), attempt.id)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(book.writeNote(actor, attempt.id, world.people[0], { bookmarked: true, text: '' })).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('record each opening, and nothing once the attempt is over', async () => {
    const { actor, attempt, articles } = await open();
    await book.open(actor, attempt.id, { articleIds: [articles[0], articles[0], world.people[0]] });
    expect(await world.dataSource.query('SELECT article_id FROM article_opening WHERE attempt_id = $1', [attempt.id])).toEqual([{ article_id: articles[0] }]);
    await world.attempts.submit(actor, attempt.id);
    await expect(book.open(actor, attempt.id, { articleIds: [articles[0]] })).rejects.toMatchObject({ code: 'attempt.closed' });
    expect(await book.notes(actor, attempt.id)).toEqual([]);
  });

  it('do not exist in a closed-book exam', async () => {
    const { actor, attempt } = await begin({});
    await expect(book.notes(actor, attempt.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});
