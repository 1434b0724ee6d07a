import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ExchangedQuestion, ExportQuestions as ExportRequest, OperationView, QuestionExchange } from '#lib/contracts';
import { type Actor, type Actors } from '#lib/identity';
import { OperationCancelled, OperationsService } from '#lib/queue';
import { LocalFileStorage } from '#lib/storage';
import { BankWorld } from '../../../test/bank-world.js';
import { ExportQuestions } from './export-questions.operation.js';
import { CheckImport } from './import-check.operation.js';
import { ImportQuestions } from './import-questions.operation.js';
import { QuestionExports } from './question-exports.service.js';
import { QuestionImports } from './question-imports.service.js';
import { Questions } from './questions.service.js';
import { References } from './references.service.js';
import { writeTemplate } from './template-questions.js';

jest.setTimeout(180_000);
let world: BankWorld;
let imports: QuestionImports;
let exports: QuestionExports;
let questions: Questions;
let storage: LocalFileStorage;
let ann: Actor;
let boss: Actor;
beforeAll(async () => {
  world = await BankWorld.create();
  const operations = new OperationsService(world.transactions);
  storage = new LocalFileStorage(mkdtempSync(join(tmpdir(), 'kaosai-files-')));
  imports = new QuestionImports(world.transactions, operations);
  exports = new QuestionExports(world.transactions, operations, storage);
  questions = new Questions(world.transactions);
  ann = world.actor('ann', 's.a', 'question_author');
  boss = world.actor('bob', 's', 'organizer');
});
afterAll(() => world.drop());

/** Runs an operation as the worker would, for the actor who asked. */
async function run(actor: Actor, id: string, checkpoint = (): Promise<void> => Promise.resolve()): Promise<Record<string, unknown>> {
  const [row] = await world.dataSource.query('SELECT id, kind, input, created_by AS "createdBy" FROM operation WHERE id = $1', [id]);
  const actors = { ofPerson: () => Promise.resolve(actor) } as unknown as Actors;
  const handlers = { 'question.import': new ImportQuestions(world.transactions, actors), 'question.import-check': new CheckImport(world.transactions, actors), 'question.export': new ExportQuestions(world.transactions, actors, storage) };
  return handlers[row.kind as 'question.import'].run({ ...row, done: 0, progress: () => Promise.resolve(), checkpoint });
}

async function exported(actor: Actor, request: ExportRequest): Promise<{ operation: OperationView; result: Record<string, unknown>; content: Buffer }> {
  const operation = await exports.begin(actor, request);
  const result = await run(actor, operation.id);
  await world.dataSource.query("UPDATE operation SET state = 'succeeded', result = $2 WHERE id = $1", [operation.id, result]);
  const file = await exports.open(actor, operation.id);
  const chunks: Buffer[] = [];
  for await (const chunk of file.content) chunks.push(chunk as Buffer);
  return { operation, result, content: Buffer.concat(chunks) };
}

describe('every kind, from a template into the bank and back', () => {
  it('imports the examples as drafts into categories of their own, with tags and clauses', async () => {
    await new References(world.transactions).create(boss, { orgUnitId: world.unit('s'), title: { zh: '公务员法' }, text: '第一条 为了规范管理，制定本法。\n第五条 公务员制度坚持党的领导。' });
    const { content } = await writeTemplate('all', 'csv', 'zh');
    const file = Buffer.concat([content, Buffer.from('13,判断题,,,公务员制度坚持党的领导。\n')]);
    const view = await imports.upload(ann, '模板.csv', file);
    expect(view).toMatchObject({ source: 'csv', state: 'mapped', mappable: true, questions: 12, rows: { total: 14, good: 13, bad: 1 }, categories: ['安全/消防'], problemCount: { errors: 1 } });
    expect(view.problems).toContainEqual(expect.objectContaining({ line: 25, code: 'import.key_missing', severity: 'error' }));
    const operation = await imports.commit(ann, view.id, { rows: 'good', orgUnitId: world.unit('s.a'), createCategories: true, tags: ['导入'] });
    expect(await run(ann, operation.id)).toMatchObject({ imported: 12, bad: 1 });
    const page = await questions.list(ann, { limit: 50 });
    expect(new Set(page.items.map(({ kind }) => kind)).size).toBe(12);
    expect(page.items.every(({ state, tags }) => state === 'draft' && tags.includes('导入'))).toBe(true);
    expect(page.items.find(({ kind }) => kind === 'multiple')?.category?.title).toEqual({ zh: '消防' });
    expect(await world.audited(view.id)).toEqual(['question_import.upload', 'question_import.commit', 'question_import.stored']);
  });

  it('links a question to the clause it rests on, and warns of one that is not there', async () => {
    const view = await imports.upload(boss, 'a.csv', Buffer.from('题干,答案,法规,条款\n公务员制度坚持党的领导。,对,公务员法,第五条\n本法自2019年施行。,对,公务员法,第九十九条\n'));
    expect(view.problems).toEqual([{ severity: 'warning', sheet: null, line: 3, column: null, cell: null, code: 'import.article_unknown', params: { regulation: '公务员法', label: '第九十九条' } }]);
    await run(boss, (await imports.commit(boss, view.id, { rows: 'all', orgUnitId: world.unit('s'), state: 'published' })).id);
    const [item] = (await questions.list(boss, { q: '坚持党的领导', state: 'published' })).items;
    expect((await questions.get(boss, item.id)).sourceArticle).toMatchObject({ label: '第五条' });
  });

  it('lets no author publish at once, nor into another unit or its categories', async () => {
    const view = await imports.upload(ann, 'a.csv', Buffer.from('题干,答案\n水会结冰。,对\n'));
    await expect(imports.commit(ann, view.id, { rows: 'all', orgUnitId: world.unit('s.a'), state: 'published' })).rejects.toMatchObject({ code: 'access.denied' });
    await expect(imports.commit(ann, view.id, { rows: 'all', orgUnitId: world.unit('s.b') })).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|not-found/) });
    await expect(imports.problems(boss, view.id)).rejects.toMatchObject({ code: 'object.not_found' });
    await imports.discard(ann, view.id);
  });

  it('exports what it imported, by both formats, and finds nothing new in it', async () => {
    const { content: json, result } = await exported(ann, { format: 'json', filter: { tag: '导入' }, withKeys: true });
    expect(result).toMatchObject({ questions: 12, left: [] });
    const before = (JSON.parse(json.toString()) as QuestionExchange).questions;
    const { content: book } = await exported(ann, { format: 'xlsx', filter: { tag: '导入' }, withKeys: true, lang: 'en' });
    for (const [name, file] of [['e.json', json], ['e.xlsx', book]] as const) {
      const same = await imports.upload(ann, name, file);
      expect(same).toMatchObject({ questions: 0, rows: { bad: 0 }, problemCount: { errors: 0 } });
      const there = await imports.upload(world.actor('cai', 's.b', 'question_author'), name, file);
      expect(there).toMatchObject({ questions: 12, problemCount: { errors: 0 } });
      const carol = world.actor('cai', 's.b', 'question_author');
      await run(carol, (await imports.commit(carol, there.id, { rows: 'all', orgUnitId: world.unit('s.b'), createCategories: true })).id);
      const after = (JSON.parse((await exported(carol, { format: 'json', filter: { tag: '导入' }, withKeys: true })).content.toString()) as QuestionExchange).questions;
      expect(sorted(after)).toEqual(sorted(before));
      await world.dataSource.query('UPDATE question SET archived_at = kaosai.clock() WHERE org_unit_id = $1', [world.unit('s.b')]);
    }
  });

  it('exports without keys what gives none away, and only what one sees', async () => {
    const { content, operation } = await exported(ann, { format: 'json', filter: { tag: '导入' }, withKeys: false });
    expect(content.toString()).not.toMatch(/"key"|"correct"|explanation|guide/);
    expect(await world.audited(operation.id)).toEqual(['question_export.begin', 'question_export.written', 'question_export.fetch']);
    const dan = world.actor('dan', 's.c', 'question_author');
    await expect(exports.begin(dan, { format: 'json', filter: { tag: '导入' }, withKeys: true })).rejects.toMatchObject({ code: 'export.nothing' });
    await expect(exports.begin(dan, { format: 'json', ids: [(await questions.list(ann, {})).items[0].id], withKeys: true })).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(exports.open(dan, operation.id)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(exports.begin(world.actor('dan', 's.c'), { format: 'json', filter: {}, withKeys: true })).rejects.toMatchObject({ code: 'access.denied' });
    await world.dataSource.query("UPDATE operation SET created_at = created_at - interval '25 hours' WHERE id = $1", [operation.id]);
    await expect(exports.open(ann, operation.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('large files', () => {
  const rows = Array.from({ length: 6_000 }, (_, index) => `判断题,${numbered(index)}${'的规定应当严格遵守并记录在案'.repeat(2)},对`);
  const large = Buffer.from(['题型,题干,答案', ...rows].join('\n'));

  it('are checked by an operation, which can be stopped and told apart from a failed one', async () => {
    const view = await imports.upload(ann, 'large.csv', large);
    expect(view).toMatchObject({ state: 'checking', questions: 0, operationId: expect.any(String) });
    await expect(imports.commit(ann, view.id, { rows: 'good', orgUnitId: world.unit('s.a') })).rejects.toMatchObject({ code: 'import.busy' });
    await expect(run(ann, view.operationId as string, () => Promise.reject(new OperationCancelled()))).rejects.toThrow(OperationCancelled);
    await world.dataSource.query("UPDATE operation SET state = 'cancelled' WHERE id = $1", [view.operationId]);
    expect(await imports.get(ann, view.id)).toMatchObject({ state: 'failed' });
    await imports.discard(ann, view.id);
    const again = await imports.upload(ann, 'large.csv', large);
    await run(ann, again.operationId as string);
    expect(await imports.get(ann, again.id)).toMatchObject({ state: 'mapped', rows: { total: 6_000, good: 6_000 }, questions: 6_000 });
  });
});

function numbered(index: number): string {
  return [...String(index)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('') + [...String(index * 7919)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
}

function sorted(list: ExchangedQuestion[]): ExchangedQuestion[] {
  return [...list].sort((a, b) => (a.content.html < b.content.html ? -1 : 1));
}
