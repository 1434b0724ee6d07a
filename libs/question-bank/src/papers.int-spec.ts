import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DrawFilter, PaperSection, PaperView, WritePaper } from '#lib/contracts';
import { newId } from '#lib/kernel';
import { ExamWorld } from '../../../test/exam-world.js';
import { type NewQuestion, storeQuestions } from './store-questions.js';

jest.setTimeout(60_000);
let world: ExamWorld;
let unit: string;
let categories: { root: string; below: string; other: string };
beforeAll(async () => {
  world = await ExamWorld.create();
  unit = world.units.get('s') as string;
  categories = { root: await insertCategory('法规', null), below: '', other: await insertCategory('急救', null) };
  categories.below = await insertCategory('条例', categories.root);
});
afterAll(() => world.drop());

async function insertCategory(zh: string, parentId: string | null): Promise<string> {
  const id = newId();
  await world.dataSource.query('INSERT INTO question_category (id, org_unit_id, parent_id, title) VALUES ($1, $2, $3, $4)', [id, unit, parentId, { zh }]);
  return id;
}

/** Published questions, each with a text of its own; answers their version ids. */
async function store(count: number, more: Partial<NewQuestion> = {}, orgUnitId = unit): Promise<string[]> {
  const questions = Array.from({ length: count }, (): NewQuestion => ({
    content: { schemaVersion: 1, kind: 'single', html: `题 ${newId()}`, options: ['A', 'B', 'C', 'D'].map((id) => ({ id, html: `选项${id}` })) },
    key: { schemaVersion: 1, kind: 'single', correct: ['A'], explanation: null }, marks: '1', subject: '法规', difficulty: 0.5, source: null, ...more,
  }));
  return world.transactions.run((manager) => storeQuestions(manager, questions, { orgUnitId, createdBy: null, state: 'published' }));
}

const rule = (id: string, count: number, filter: DrawFilter = {}, marks = '2') => ({ id, count, marks, scoring: 'all_or_nothing' as const, filter });
const section = (...rules: ReturnType<typeof rule>[]): PaperSection => ({ title: { zh: '抽题' }, slots: [], rules });
const paper = (sections: PaperSection[], title = '卷'): WritePaper => ({ orgUnitId: unit, title: { zh: title }, sections, shuffleQuestions: true, shuffleOptions: true });
const fixed = (versions: string[]): PaperSection => ({ title: { zh: '固定' }, slots: versions.map((questionVersionId, index) => ({ slot: `q${index + 1}`, questionVersionId, marks: '1.5', scoring: 'all_or_nothing' })) });
const questionOf = async (versionId: string): Promise<string> => (await world.dataSource.query('SELECT question_id FROM question_version WHERE id = $1', [versionId]))[0].question_id as string;
const check = (sections: PaperSection[], actor = world.organizer()) => world.papers.checkFeasibility(actor, { orgUnitId: unit, sections });
async function publish(sections: PaperSection[], title?: string): Promise<PaperView> {
  const draft = await world.papers.create(world.organizer(), paper(sections, title));
  return world.papers.publish(world.organizer(), draft.id, draft.version);
}

describe('a blueprint', () => {
  it('finds questions by category, subject, tag, kind and difficulty', async () => {
    await store(2, { categoryId: categories.root, tags: ['甲'], difficulty: 0.2 });
    await store(3, { categoryId: categories.below, tags: ['甲', '乙'], difficulty: 0.8 });
    await store(4, { categoryId: categories.other, subject: '急救', tags: ['丙'] });
    await store(5, { content: { schemaVersion: 1, kind: 'true_false', html: '对吗', options: [{ id: 'T', html: '对' }, { id: 'F', html: '错' }] }, key: { schemaVersion: 1, kind: 'true_false', correct: ['T'], explanation: null }, subject: '判断' });
    await store(9, { subject: '别处' }, world.units.get('s.b') as string);
    const found = async (filter: DrawFilter, actor?: ReturnType<typeof world.organizer>): Promise<number> => (await check([section(rule('r', 1, filter))], actor)).rules[0].found;
    expect(await found({ categoryIds: [categories.root] })).toBe(5);
    expect(await found({ categoryIds: [categories.below, categories.other] })).toBe(7);
    expect(await found({ subjects: ['急救', '判断'] })).toBe(9);
    expect(await found({ tags: ['乙', '丙'] })).toBe(7);
    expect(await found({ kinds: ['true_false'] })).toBe(5);
    expect(await found({ categoryIds: [categories.root], difficulty: { min: 0.8 } })).toBe(3);
    expect(await found({ categoryIds: [categories.root], difficulty: { min: 0.2, max: 0.79 } })).toBe(2);
    expect(await found({ subjects: ['别处'] })).toBe(9);
    expect(await found({ categoryIds: [newId()] })).toBe(0);
    await expect(check([section(rule('r', 1))], world.organizer('s.b'))).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('says which rule lacks how many, counting fixed questions and overlaps', async () => {
    const versions = await store(4, { subject: '重叠' });
    expect(await check([fixed(versions.slice(0, 1)), section(rule('a', 2, { subjects: ['重叠'] }), rule('b', 2, { subjects: ['重叠'], kinds: ['single'] }))])).toEqual({
      feasible: false, apart: 'untried', lacking: [{ rules: ['a', 'b'], wanted: 4, available: 3 }],
      rules: [{ id: 'a', wanted: 2, found: 3, available: 2, short: 0 }, { id: 'b', wanted: 2, found: 3, available: 1, short: 1 }],
    });
    expect(await check([section(rule('a', 4, { subjects: ['重叠'] }))])).toMatchObject({ feasible: true, apart: 'none' });
    expect(await check([fixed(versions)])).toEqual({ feasible: true, rules: [], lacking: [], apart: 'none' });
  });

  it('keeps questions apart that may not meet', async () => {
    const versions = await store(3, { subject: '互斥' });
    const [a, b, c] = await Promise.all(versions.map(questionOf));
    expect((await world.apart.write(world.organizer(), a, { questionIds: [b, a] })).map(({ id }) => id)).toEqual([b]);
    expect((await world.apart.of(world.organizer(), b)).map(({ id }) => id)).toEqual([a]);
    expect(await check([section(rule('r', 2, { subjects: ['互斥'] }))])).toMatchObject({ feasible: true, apart: 'kept' });
    expect(await check([section(rule('r', 3, { subjects: ['互斥'] }))])).toMatchObject({ feasible: false, apart: 'impossible', rules: [{ short: 0 }] });
    expect(await check([fixed([versions[0]]), section(rule('r', 2, { subjects: ['互斥'] }))])).toMatchObject({ feasible: false, rules: [{ found: 1, short: 1 }] });
    const meeting = await world.papers.create(world.organizer(), paper([fixed(versions)]));
    expect(meeting.problems).toEqual([{ path: 'sections', code: 'paper.questions_meet', params: { count: 1 } }]);
    await expect(world.papers.publish(world.organizer(), meeting.id, 1)).rejects.toMatchObject({ code: 'paper.questions_meet' });
    const impossible = await world.papers.create(world.organizer(), paper([section(rule('r', 3, { subjects: ['互斥'] }))]));
    await expect(world.papers.publish(world.organizer(), impossible.id, 1)).rejects.toMatchObject({ code: 'paper.apart_infeasible' });
    expect(await world.apart.write(world.organizer(), b, { questionIds: [c] })).toMatchObject([{ id: c }]);
    expect(await world.apart.of(world.organizer(), a)).toEqual([]);
    await expect(world.apart.write(world.organizer(), a, { questionIds: [newId()] })).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(world.apart.of(world.organizer('s.b'), a)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('freezes its pools at publishing', async () => {
    const versions = await store(3, { subject: '冻结' });
    const draft = await world.papers.create(world.organizer(), paper([fixed(versions.slice(0, 1)), section(rule('r', 2, { subjects: ['冻结'] }, '0.5'))]));
    expect(draft).toMatchObject({ questions: 3, totalMarks: '2.5', problems: [], versions: 0, seal: null });
    const short = await world.papers.update(world.organizer(), draft.id, draft.version, paper([section(rule('r', 4, { subjects: ['冻结'] }))]));
    expect(short.problems).toEqual([{ path: 'sections', code: 'paper.blueprint_infeasible', params: { short: 1, rules: ['r'] } }]);
    await expect(world.papers.publish(world.organizer(), draft.id, short.version)).rejects.toMatchObject({ code: 'paper.blueprint_infeasible', params: { short: 1 } });
    const good = await world.papers.update(world.organizer(), draft.id, short.version, paper([fixed(versions.slice(0, 1)), section(rule('r', 2, { subjects: ['冻结'] }, '0.5'))]));
    const published = await world.papers.publish(world.organizer(), draft.id, good.version);
    expect(published).toMatchObject({ state: 'published', questions: 3, totalMarks: '2.5', versions: 1 });
    const [pool] = await world.dataSource.query('SELECT to_jsonb(version_ids) AS ids FROM paper_pool WHERE paper_version_id = $1', [published.versionId]);
    expect(pool.ids).toEqual(versions.slice(1).sort());
    expect(await world.dataSource.query('SELECT rule_id, count(*)::int AS n FROM paper_question WHERE paper_version_id = $1 GROUP BY 1 ORDER BY 1', [published.versionId])).toEqual([{ rule_id: 'r', n: 2 }, { rule_id: null, n: 1 }]);
  });

  it('refuses slots twice and too many rules', async () => {
    await expect(world.papers.create(world.organizer(), paper([section(rule('r', 2)), section(rule('r', 1))]))).rejects.toMatchObject({ code: 'request.invalid', errors: [{ path: 'sections.1.rules.0.id', code: 'slot.repeated' }] });
    await expect(world.papers.create(world.organizer(), paper([section(...Array.from({ length: 61 }, (_, index) => rule(`r${index}`, 1)))]))).rejects.toMatchObject({ code: 'paper.too_many_rules' });
  });
});

describe('the life of a paper', () => {
  it('goes from draft to published, to a next version, out of use and back', async () => {
    const actor = world.organizer();
    const versions = await store(2);
    const published = await publish([fixed(versions)], '一生');
    expect(published.acts).toEqual(expect.arrayContaining(['revise', 'copy', 'retire', 'seal', 'preview', 'keys']));
    await expect(world.papers.remove(actor, published.id, published.version)).rejects.toMatchObject({ code: 'paper.in_use' });
    const revised = await world.papers.revise(actor, published.id, published.version);
    expect(revised).toMatchObject({ state: 'draft', versionId: published.versionId, versions: 1 });
    const second = await world.papers.publish(actor, published.id, (await world.papers.update(actor, revised.id, revised.version, paper([fixed(versions.slice(0, 1))], '一生'))).version);
    expect(second).toMatchObject({ state: 'published', versions: 2, questions: 1 });
    expect(second.versionId).not.toBe(published.versionId);
    const retired = await world.papers.retire(actor, second.id, second.version);
    expect(retired.state).toBe('retired');
    await expect(world.exams.create(actor, { orgUnitId: unit, title: { zh: '考' }, paperId: retired.id, mode: 'closed', opensAt: '2030-01-01T00:00:00Z', lateUntil: '2030-01-01T01:00:00Z', durationSeconds: 60, referenceIds: [] })).rejects.toMatchObject({ code: 'paper.retired' });
    expect((await world.papers.list(actor, { state: 'retired', q: '一生' })).items).toMatchObject([{ id: retired.id }]);
    expect((await world.papers.list(actor, { state: 'draft', q: '一生' })).items).toEqual([]);
    expect((await world.papers.restore(actor, retired.id, retired.version)).state).toBe('published');
  });

  it('is copied with everything, and deleted while nothing refers to it', async () => {
    const actor = world.organizer();
    const versions = await store(3, { subject: '复制' });
    const source = await publish([{ ...fixed(versions.slice(0, 1)), instructions: { zh: '说明' }, shuffleQuestions: false }, section(rule('r', 2, { subjects: ['复制'] }))], '原卷');
    const copy = await world.papers.copy(actor, source.id);
    expect(copy).toMatchObject({ title: { zh: '原卷（副本）' }, state: 'draft', versions: 0, questions: 3 });
    expect(copy.sections).toEqual(source.sections);
    await expect(world.papers.remove(actor, copy.id, 7)).rejects.toMatchObject({ code: 'version.stale' });
    await world.papers.remove(actor, copy.id, copy.version);
    await expect(world.papers.get(actor, copy.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('tells what it is made of', async () => {
    const actor = world.organizer();
    const versions = await store(1, { subject: '分布甲', tags: ['一'], difficulty: 0.1 });
    await store(2, { subject: '分布乙', categoryId: categories.root, difficulty: 1 });
    await store(1, { subject: '分布丙', categoryId: categories.other, difficulty: null });
    const sections = [fixed(versions), section(rule('r', 2, { subjects: ['分布乙', '分布丙'] }, '3'))];
    const draft = await world.papers.create(actor, paper(sections));
    const expected = await world.insights.distribution(actor, draft.id);
    expect(expected).toMatchObject({ questions: 3, totalMarks: '7.5' });
    expect(expected.by.subject).toEqual([{ key: '分布乙', title: null, questions: '1.3333', marks: '4' }, { key: '分布丙', title: null, questions: '0.6667', marks: '2' }, { key: '分布甲', title: null, questions: '1', marks: '1.5' }]);
    expect(expected.by.category.map(({ title, marks }) => [title?.zh, marks])).toEqual([['法规', '4'], ['急救', '2'], [undefined, '1.5']]);
    expect(expected.by.difficulty.map(({ key, marks }) => [key, marks])).toEqual([['', '2'], ['1', '1.5'], ['5', '4']]);
    const published = await world.papers.publish(actor, draft.id, draft.version);
    await store(5, { subject: '分布丙' });
    expect(await world.insights.distribution(actor, published.id)).toEqual(expected);
  });
});
