import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PaperSection } from '#lib/contracts';
import { newId } from '#lib/kernel';
import { type NewQuestion, storeQuestions } from '#lib/question-bank';
import { ExamWorld } from '../../../test/exam-world.js';
import type { FormContent } from './draw-form.js';
import { FormDrawer } from './form-drawer.js';
import { PaperPreviews } from './paper-preview.service.js';

jest.setTimeout(60_000);
let world: ExamWorld;
beforeAll(async () => { world = await ExamWorld.create(80); });
afterAll(() => world.drop());

async function store(count: number, subject: string): Promise<string[]> {
  const questions = Array.from({ length: count }, (_, index): NewQuestion => ({
    content: { schemaVersion: 1, kind: 'single', html: `${subject} ${index} ${newId()}`, options: ['A', 'B', 'C', 'D'].map((id) => ({ id, html: `选项${id}` })) },
    key: { schemaVersion: 1, kind: 'single', correct: ['A'], explanation: null }, marks: '1', subject, difficulty: 0.5, source: null,
  }));
  return world.transactions.run((manager) => storeQuestions(manager, questions, { orgUnitId: world.units.get('s') as string, createdBy: null, state: 'published' }));
}

const drawing = (subject: string, count: number, more: object = {}): PaperSection => ({
  title: { zh: '抽题' }, slots: [], rules: [{ id: 'r', count, marks: '2', scoring: 'all_or_nothing', filter: { subjects: [subject], ...more } }] });
async function publish(sections: PaperSection[]): Promise<string> {
  const actor = world.organizer();
  const draft = await world.papers.create(actor, { orgUnitId: world.units.get('s') as string, title: { zh: '抽题卷' }, sections, shuffleQuestions: true, shuffleOptions: true });
  return (await world.papers.publish(actor, draft.id, draft.version)).id;
}
const forms = (examId: string): Promise<{ candidate_id: string; content: FormContent }[]> => world.dataSource.query('SELECT candidate_id, content FROM form WHERE exam_id = $1 ORDER BY candidate_id', [examId]);
const versionsOf = ({ content }: { content: FormContent }): string[] => content.sections.flatMap(({ questions }) => questions.map(({ versionId }) => versionId));

describe('forms of a paper with draw rules', () => {
  it('hold what the rules want from the frozen pool, late candidates too, and never a question twice', async () => {
    const pool = await store(30, '抽取');
    const [fixed, ...others] = pool;
    const [a, b] = await Promise.all(others.slice(0, 2).map(async (id) => (await world.dataSource.query('SELECT question_id FROM question_version WHERE id = $1', [id]))[0].question_id as string));
    await world.apart.write(world.organizer(), a, { questionIds: [b] });
    const paperId = await publish([{ title: { zh: '固定' }, slots: [{ slot: 'q1', questionVersionId: fixed, marks: '1', scoring: 'all_or_nothing' }] }, drawing('抽取', 20)]);
    const exam = await world.readyExam(Array.from({ length: 60 }, (_, index) => index + 1), { paperId });
    const later = await store(20, '抽取');
    await world.lists.addPeople(world.organizer(), exam.id, { personIds: [world.people[61]] });
    await world.prepareForms(exam.id);
    const drawn = await forms(exam.id);
    expect(drawn).toHaveLength(61);
    for (const form of drawn) {
      const versions = versionsOf(form);
      expect(new Set(versions).size).toBe(21);
      expect(versions).toContain(fixed);
      expect(versions.every((id) => pool.includes(id) && !later.includes(id))).toBe(true);
      expect(versions.includes(others[0]) && versions.includes(others[1])).toBe(false);
      expect(form.content.sections[1].questions.map(({ slot }) => slot).sort()).toEqual(Array.from({ length: 20 }, (_, index) => `r-${index + 1}`).sort());
    }
    expect(new Set(drawn.map((form) => versionsOf(form).join())).size).toBe(61);
    const uses = await world.dataSource.query('SELECT sum(forms)::int AS forms, count(*)::int AS questions FROM question_use WHERE exam_id = $1', [exam.id]);
    expect(uses).toEqual([{ forms: 61 * 21, questions: 30 }]);
    expect(await world.exams.get(world.organizer(), exam.id)).toMatchObject({ state: 'ready' });
  });

  it('are the same byte for byte when drawn again', async () => {
    await store(12, '重抽');
    const exam = await world.readyExam([1, 2, 3], { paperId: await publish([drawing('重抽', 5)]) });
    const [{ seed, paper_version_id: version }] = await world.dataSource.query('SELECT seed, paper_version_id FROM exam WHERE id = $1', [exam.id]);
    await store(12, '重抽');
    const drawer = await FormDrawer.read(world.transactions.reader, world.vault, version, seed);
    const stored = await forms(exam.id);
    const again = await drawer.draw(world.transactions.reader, [...stored].reverse().map(({ candidate_id: candidateId }) => ({ candidateId, number: 1 })));
    expect(JSON.stringify(again.reverse().map(({ content }) => content))).toBe(JSON.stringify(await Promise.all(stored.map(async ({ candidate_id: candidateId }) => (await drawer.draw(world.transactions.reader, [{ candidateId, number: 1 }]))[0].content))));
    expect(again.map(({ content }) => content)).toEqual(stored.map(({ content }) => content));
    await world.dataSource.query('DELETE FROM form WHERE exam_id = $1', [exam.id]);
    await world.prepareForms(exam.id);
    expect(await forms(exam.id)).toEqual(stored);
  });

  it('leave out what another exam has had since', async () => {
    await store(6, '用过');
    const since = new Date(Date.now() - 60_000).toISOString();
    await world.readyExam([1], { paperId: await publish([drawing('用过', 4)]) });
    const sections = [drawing('用过', 3, { notUsedSince: since })];
    expect(await world.papers.checkFeasibility(world.organizer(), { orgUnitId: world.units.get('s') as string, sections })).toMatchObject({ feasible: false, rules: [{ found: 2, short: 1 }] });
    expect((await world.papers.checkFeasibility(world.organizer(), { orgUnitId: world.units.get('s') as string, sections: [drawing('用过', 3, { notUsedSince: new Date(Date.now() + 60_000).toISOString() })] })).feasible).toBe(true);
  });

  it('are previewed by number, with keys only for who may see them', async () => {
    const previews = new PaperPreviews(world.transactions, world.access, world.vault);
    await store(10, '预览');
    const actor = world.organizer();
    const draft = await world.papers.create(actor, { orgUnitId: world.units.get('s') as string, title: { zh: '预览卷' }, sections: [drawing('预览', 4)], shuffleQuestions: true, shuffleOptions: true });
    const first = await previews.preview(actor, draft.id, 1, false);
    expect(first).toMatchObject({ number: 1, keys: null, sections: [{ title: { zh: '抽题' }, questions: [{ number: 1, kind: 'single', marks: '2' }, {}, {}, {}] }] });
    expect(JSON.stringify(first)).not.toContain('correct');
    expect(await previews.preview(actor, draft.id, 1, false)).toEqual(first);
    expect((await previews.preview(actor, draft.id, 2, false)).sections).not.toEqual(first.sections);
    const published = await world.papers.publish(actor, draft.id, draft.version);
    const { keys } = await previews.preview(actor, published.id, 3, true);
    expect(Object.keys(keys ?? {}).sort()).toEqual(['r-1', 'r-2', 'r-3', 'r-4']);
    expect(keys?.['r-1']).toMatchObject({ key: { correct: ['A'] }, content: { kind: 'single' } });
    const author = { ...actor, grants: [{ role: 'question_author' as const, path: 's' }] };
    await expect(previews.preview(author, published.id, 1, true)).rejects.toMatchObject({ code: 'access.denied' });
    expect((await previews.preview(author, published.id, 1, false)).keys).toBeNull();
    await expect(previews.preview(world.organizer('s.b'), published.id, 1, false)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});
