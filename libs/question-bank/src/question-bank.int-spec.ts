import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ImportField, QuestionImportView } from '#lib/contracts';
import { OperationCancelled } from '#lib/queue';
import { ExamWorld } from '../../../test/exam-world.js';
import { ImportQuestions } from './import-questions.operation.js';

jest.setTimeout(60_000);
let world: ExamWorld;
let unit: string;
beforeAll(async () => {
  world = await ExamWorld.create();
  unit = world.units.get('s') as string;
});
afterAll(() => world.drop());

const fixture = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));
const upload = (name: string, actor = world.organizer()): Promise<QuestionImportView> => world.imports.upload(actor, name, fixture(name));

describe('importing questions', () => {
  it.each([['safety-questions.csv', 'utf-8'], ['safety-questions.gb18030.csv', 'gb18030']])('reads %s with title rows, full-width letters and words as people write them', async (name, encoding) => {
    const view = await upload(name);
    expect(view).toMatchObject({ encoding, state: 'mapped', rows: { total: 7, good: 7, bad: 0, duplicates: 0 }, problems: [], byKind: [{ kind: 'single', count: 2 }, { kind: 'multiple', count: 2 }, { kind: 'true_false', count: 3 }] });
    expect(view.columns.map(({ field }) => field)).toEqual(['number', 'kind', 'stem', 'optionA', 'optionB', 'optionC', 'optionD', 'key', 'marks', 'explanation', 'difficulty', 'tags']);
    expect(view.preview.map(({ line, question: { key } }) => [line, key && 'correct' in key ? key.correct.join('') : null])).toEqual([[4, 'B'], [5, 'ABCD'], [6, 'T'], [7, 'F'], [9, 'D'], [10, 'AC'], [11, 'T']]);
    await world.imports.discard(world.organizer(), view.id);
  });

  it('tells every problem with its line, and imports all or nothing, or the good rows', async () => {
    const actor = world.organizer();
    const view = await upload('broken-rows.csv', actor);
    expect(view.rows).toEqual({ total: 10, good: 2, bad: 7, duplicates: 1 });
    expect(view.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'import.kind_unknown'], [3, 'import.stem_missing'], [4, 'import.options_missing'], [4, 'import.key_not_an_option'], [5, 'import.key_missing'], [6, 'import.key_not_an_option'],
      [7, 'import.key_count'], [8, 'import.marks_invalid'], [10, 'import.duplicate_line'], [11, 'import.similar_line']]);
    await expect(world.imports.commit(actor, view.id, { rows: 'all', state: 'published', orgUnitId: unit })).rejects.toMatchObject({ code: 'import.bad_rows', params: { count: 7 } });

    const operation = await world.imports.commit(actor, view.id, { rows: 'good', state: 'published', orgUnitId: unit, subject: '练习' });
    await expect(world.imports.commit(actor, view.id, { rows: 'good', state: 'published', orgUnitId: unit })).rejects.toMatchObject({ code: 'import.already_committed' });
    expect(await world.runOperation(operation)).toMatchObject({ imported: 2, bad: 7, duplicates: 1 });
    expect(await world.runOperation(operation)).toMatchObject({ imported: 2 });
    expect(await world.imports.get(actor, view.id)).toMatchObject({ state: 'committed', operationId: operation.id });
    const page = await world.questions.list(actor, { q: '好的一题', sort: 'code' });
    expect(page.items).toMatchObject([{ kind: 'single', subject: '练习' }, { kind: 'multiple' }]);
    expect((await world.questions.list(actor, { q: ` ${page.items[1].code.toLowerCase()} ` })).items).toEqual([page.items[1]]);
    expect(await world.questions.get(actor, page.items[0].id)).toMatchObject({ content: { options: [{ id: 'A', html: '甲' }, {}, {}] }, key: { correct: ['A'] }, number: 1 });

    const again = await upload('broken-rows.csv', actor);
    expect(again.rows).toMatchObject({ good: 0, duplicates: 3 });
    expect(again.problems).toContainEqual({ line: 9, column: null, code: 'import.duplicate_question', params: { code: page.items[0].code }, severity: 'warning', sheet: null, cell: null });
  });

  it('leaves nothing behind when it is cancelled in the middle, and can then be tried again', async () => {
    const actor = world.organizer();
    const view = await upload('safety-questions.csv', actor);
    const operation = await world.imports.commit(actor, view.id, { rows: 'all', state: 'published', orgUnitId: world.units.get('s.a') as string });
    await world.operations.cancel(actor, operation.id);
    expect(await world.imports.get(actor, view.id)).toMatchObject({ state: 'mapped' });
    expect((await world.questions.list(world.organizer('s.a'), {})).items).toEqual([]);
    const second = await world.imports.commit(actor, view.id, { rows: 'all', state: 'published', orgUnitId: world.units.get('s.a') as string });
    expect(await world.runOperation(second)).toMatchObject({ imported: 7 });
    expect((await world.questions.list(world.organizer('s.a'), { kind: 'true_false' })).items).toHaveLength(3);
    expect((await world.questions.list(world.organizer('s.b'), {})).items).toEqual([]);
  });

  it('rolls everything back when it is cancelled while it runs', async () => {
    const actor = world.organizer();
    const target = world.units.get('s.b') as string;
    const rows = Array.from({ length: 1_200 }, (_, index) => `单选题,第 ${index} 个问题是什么,甲${index},乙${index},A`);
    const view = await world.imports.upload(actor, 'many.csv', Buffer.from(['题型,题干,A,B,答案', ...rows].join('\n')));
    const operation = await world.imports.commit(actor, view.id, { rows: 'all', state: 'published', orgUnitId: target });
    const reached: number[] = [];
    let checks = 0;
    const running = {
      id: operation.id, kind: operation.kind, createdBy: actor.personId, done: 0, input: { importId: view.id, rows: 'all' as const, orgUnitId: target, subject: null, categoryId: null },
      progress: (done: number) => { reached.push(done); return Promise.resolve(); },
      checkpoint: () => { checks += 1; return checks > 14 ? Promise.reject(new OperationCancelled()) : Promise.resolve(); },
    };
    await expect(new ImportQuestions(world.transactions, world.actors).run(running)).rejects.toThrow(OperationCancelled);
    expect(reached).toEqual([500, 1_000]);
    expect((await world.questions.list(world.organizer('s.b'), {})).items).toEqual([]);
    expect(await new ImportQuestions(world.transactions, world.actors).run({ ...running, checkpoint: () => Promise.resolve() })).toMatchObject({ imported: 1_200 });
  });

  it('takes another mapping and offers it again for the same headings', async () => {
    const actor = world.organizer();
    const file = Buffer.from('题号,正文,甲项,乙项,正解\n1,水的沸点是,100度,50度,A\n');
    const view = await world.imports.upload(actor, 'own.csv', file);
    expect(view).toMatchObject({ rows: { good: 0, bad: 1 }, problems: [{ code: 'import.unmapped', params: { field: 'stem' } }] });
    await expect(world.imports.commit(actor, view.id, { rows: 'good', state: 'published', orgUnitId: unit })).rejects.toMatchObject({ code: 'import.unmapped' });
    const fields: ImportField[] = ['number', 'stem', 'optionA', 'optionB', 'key'];
    await expect(world.imports.map(actor, view.id, view.version, { fields: ['stem', 'stem', 'optionA', 'optionB', 'key'] })).rejects.toMatchObject({ code: 'request.invalid' });
    const mapped = await world.imports.map(actor, view.id, view.version, { fields });
    expect(mapped).toMatchObject({ rows: { good: 1, bad: 0 }, version: view.version + 1 });
    await expect(world.imports.map(actor, view.id, view.version, { fields })).rejects.toMatchObject({ code: 'version.stale', params: { current: mapped.version } });
    expect((await world.imports.upload(actor, 'own-2.csv', file)).columns.map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ['book.xlsx', Buffer.from('504b030414', 'hex'), 'import.unreadable'], ['book.xls', Buffer.from('d0cf11e0a1b1', 'hex'), 'import.format_refused'], ['book.et', Buffer.from('x'), 'import.format_refused'],
    ['zip.csv', Buffer.from('504b030414', 'hex'), 'import.unreadable'], ['binary.csv', Buffer.from([0xff, 0xff, 0xff]), 'import.unreadable'], ['nul.csv', Buffer.from('a,b\0\n'), 'import.unreadable'],
    ['wide.csv', Buffer.from(Array(200).fill('a').join(',')), 'request.too_large'],
  ])('refuses %s', async (name, content, code) => {
    await expect(world.imports.upload(world.organizer(), name, content)).rejects.toMatchObject({ code });
  });

  it('shows an import to nobody but its author, and lets only authors import', async () => {
    const view = await upload('safety-questions.csv');
    const colleague = { ...world.organizer(), personId: world.people[3] };
    await expect(world.imports.get(colleague, view.id)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(world.imports.upload(world.candidate(2), 'a.csv', fixture('safety-questions.csv'))).rejects.toMatchObject({ code: 'access.denied' });
    await world.imports.discard(world.organizer(), view.id);
    await expect(world.imports.commit(world.organizer(), view.id, { rows: 'good', state: 'published', orgUnitId: unit })).rejects.toMatchObject({ code: 'import.already_committed' });
  });
});

describe('questions and papers', () => {
  it('retires a question by the version that was seen, once', async () => {
    const actor = world.organizer();
    const [question] = (await world.questions.list(actor, { q: '触电' })).items.concat((await world.questions.list(actor, {})).items);
    await expect(world.questions.act(actor, 'retire', question.id, 2)).rejects.toMatchObject({ code: 'version.stale', params: { current: 1 } });
    expect(await world.questions.act(actor, 'retire', question.id, 1)).toMatchObject({ state: 'retired' });
    expect(await world.questions.act(actor, 'retire', question.id, 2)).toMatchObject({ state: 'retired' });
  });

  it('pages through the bank without skipping or repeating', async () => {
    const actor = world.organizer();
    const all = (await world.questions.list(actor, { limit: 200, kind: 'true_false' })).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await world.questions.list(actor, { limit: 2, cursor, kind: 'true_false' });
      paged.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });

  it('freezes a paper on publishing', async () => {
    const actor = world.organizer();
    const input = { orgUnitId: unit, title: { zh: '卷' }, shuffleQuestions: false, shuffleOptions: false };
    const empty = await world.papers.create(actor, { ...input, sections: [] });
    expect(empty).toMatchObject({ state: 'draft', versionId: null, problems: [{ code: 'paper.empty' }] });
    await expect(world.papers.publish(actor, empty.id, 1)).rejects.toMatchObject({ code: 'paper.empty' });

    const items = (await world.questions.list(actor, { state: 'published' })).items;
    const retired = (await world.questions.list(actor, { state: 'retired' })).items;
    const sections = (versionId: string) => [{ title: { zh: '一' }, slots: [{ slot: 'q1', questionVersionId: versionId, marks: '2.5', scoring: 'all_or_nothing' as const }] }];
    const bad = await world.papers.update(actor, empty.id, 1, { ...input, sections: sections(retired[0].versionId) });
    expect(bad.problems).toMatchObject([{ path: 'sections.0.slots.0', code: 'paper.question_unavailable' }]);
    await expect(world.papers.publish(actor, empty.id, 2)).rejects.toMatchObject({ code: 'paper.question_unavailable' });
    await expect(world.papers.update(actor, empty.id, 1, { ...input, sections: [] })).rejects.toMatchObject({ code: 'version.stale' });

    const good = await world.papers.update(actor, empty.id, 2, { ...input, sections: sections(items[0].versionId) });
    expect(good).toMatchObject({ questions: 1, totalMarks: '2.5', problems: [], sections: [{ slots: [{ code: items[0].code }] }] });
    const published = await world.papers.publish(actor, empty.id, 3);
    expect(published).toMatchObject({ state: 'published', versionId: expect.any(String) });
    await expect(world.papers.update(actor, empty.id, published.version, { ...input, sections: [] })).rejects.toMatchObject({ code: 'paper.frozen' });
    expect((await world.papers.list(actor, { q: '卷' })).items).toHaveLength(1);
    await expect(world.papers.get(world.organizer('s.b'), empty.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('references', () => {
  it('are stored as chapters and articles, previewed without storing, and scoped', async () => {
    const actor = world.organizer();
    const input = { orgUnitId: unit, title: { zh: '训练办法' }, text: '第一章 总则\n第一条 训练应当安全。\n第二条 每周一练。' };
    expect(await world.references.preview(actor, input)).toMatchObject({ articles: 2, articleList: [{ label: '第一条', chapter: '第一章 总则' }, {}] });
    expect((await world.references.list(actor, {})).items).toEqual([]);
    await expect(world.references.create(actor, { ...input, text: '没有条文' })).rejects.toMatchObject({ code: 'reference.no_articles' });
    const stored = await world.references.create(actor, input);
    expect(await world.references.get(actor, stored.id)).toMatchObject({ articleList: [{ ordinal: 1 }, { ordinal: 2, text: '每周一练。' }] });
    await expect(world.references.get(world.organizer('s.a'), stored.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});
