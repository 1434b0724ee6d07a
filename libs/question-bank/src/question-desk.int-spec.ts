import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BulkQuestions, BulkResult, QuestionView } from '#lib/contracts';
import { type Actor, Actors, insertGrant } from '#lib/identity';
import { OperationsService } from '#lib/queue';
import { BankWorld } from '../../../test/bank-world.js';
import { BulkQuestionActs } from './bulk-questions.operation.js';
import { Categories } from './categories.service.js';
import { findSimilarMany, similarWithin } from './find-similar.js';
import { plainTextOf } from './question-content.js';
import { QuestionDesk } from './question-desk.service.js';
import { Questions } from './questions.service.js';
import { Tags } from './tags.service.js';

jest.setTimeout(60_000);
let world: BankWorld;
let questions: Questions;
let desk: QuestionDesk;
let tags: Tags;
let ann: Actor;
let reviewer: Actor;
beforeAll(async () => {
  world = await BankWorld.create();
  questions = new Questions(world.transactions);
  desk = new QuestionDesk(world.transactions, new OperationsService(world.transactions));
  tags = new Tags(world.transactions);
  ann = world.actor('ann', 's.a', 'question_author');
  reviewer = world.actor('cai', 's.a', 'question_reviewer');
  await world.transactions.run(async (manager) => {
    await insertGrant(manager, { personId: ann.personId, role: 'question_author', orgUnitId: world.unit('s.a') }, null);
    await insertGrant(manager, { personId: reviewer.personId, role: 'question_reviewer', orgUnitId: world.unit('s.a') }, null);
    for (const { personId } of [ann, reviewer]) await manager.query("INSERT INTO account (id, person_id, username, password_hash) VALUES ($1, $2, $3, '-')", [randomUUID(), personId, randomUUID()]);
  });
});
afterAll(() => world.drop());

const write = (text: string, over = {}, actor = ann): Promise<QuestionView> => questions.create(actor, world.written('s.a', text, over));
const ids = async (filter: Parameters<Questions['list']>[1], actor = ann): Promise<string[]> => (await questions.list(actor, filter)).items.map(({ excerpt }) => excerpt).sort();

describe('near-duplicates', () => {
  const stem = '公务员应当按照规定的权限和程序认真履行职责，努力提高工作效率';
  it('are found by what they read, in one’s own sight only', async () => {
    const one = await write(stem);
    const changed = world.written('s.a', `${stem}。`);
    const [near] = await desk.similar(ann, { content: changed.content });
    expect(near).toMatchObject({ id: one.id, code: one.code, similarity: '1.00' });
    const reworded = world.written('s.a', stem.replace('认真', '严格')).content;
    expect(Number((await desk.similar(ann, { content: reworded }))[0].similarity)).toBeGreaterThanOrEqual(0.8);
    expect(await desk.similar(ann, { content: changed.content, excludeId: one.id })).toEqual([]);
    expect(await desk.similar(ann, { content: world.written('s.a', '警械使用应当遵守什么原则').content })).toEqual([]);
    expect(await desk.similar(world.actor('dan', 's.b', 'organizer'), { content: changed.content })).toEqual([]);
    await expect(desk.similar(ann, { content: { kind: 'single', html: 5 } as never })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(desk.similar(world.actor('dan', 's.a'), { content: changed.content })).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('are found for many texts at once, in their order, and within them', async () => {
    const texts = ['毫不相干的一段话说的是天气', plainTextOf(world.written('s.a', stem).content), '', plainTextOf(world.written('s.a', `${stem}！`).content)];
    const found = await findSimilarMany(world.transactions.reader, ann, texts);
    expect(found.map(({ length }) => length)).toEqual([0, 1, 0, 1]);
    expect(similarWithin(texts)).toEqual([null, null, null, 1]);
  });
});

describe('the list', () => {
  it('narrows by everything that a question is found by', async () => {
    const easy = await write('筛选甲', { difficulty: 0.1, subject: '急救', tags: ['红', '蓝'], jobFields: ['侦查'] });
    await write('筛选乙', { difficulty: 0.9, subject: '公文', tags: ['红'], jobFields: [] });
    const q = '筛选';
    expect(await ids({ q, subject: '急救' })).toEqual(['筛选甲']);
    expect(await ids({ q, tags: ['蓝', '无'] })).toEqual(['筛选甲']);
    expect(await ids({ q, jobField: '侦查' })).toEqual(['筛选甲']);
    expect(await ids({ q, difficultyMin: 0.5 })).toEqual(['筛选乙']);
    expect(await ids({ q, difficultyMax: 0.5 })).toEqual(['筛选甲']);
    expect(await ids({ q, kind: 'single', state: 'draft', authorId: ann.personId })).toEqual(['筛选乙', '筛选甲']);
    expect(await ids({ q, used: true })).toEqual([]);
    expect(await ids({ q, used: false, notUsedSince: new Date().toISOString() })).toHaveLength(2);
    expect(await ids({ q, work: 'draft' })).toHaveLength(2);
    expect(await ids({ q, work: 'in_review' })).toEqual([]);
    expect(await ids({ q: easy.code.toLowerCase() })).toEqual(['筛选甲']);
    expect(await ids({ q, categoryId: randomUUID() })).toEqual([]);
    expect((await questions.list(ann, { q })).total).toBe(2);
  });

  it.each(['updatedAt', '-updatedAt', 'code', 'difficulty', '-difficulty', 'facility', '-lastUsedAt'])('pages by %s without losing or repeating one', async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await questions.list(ann, { sort, cursor, limit: 2 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen).toHaveLength((await questions.list(ann, {})).total as number);
  });
});

describe('tags', () => {
  it('are offered by use, renamed and merged within one’s own scope', async () => {
    await write('标签一', { tags: ['旧名', '别的'] });
    await write('标签二', { tags: ['旧名', '新名'] });
    const other = await questions.create(world.actor('dan', 's.b', 'organizer'), world.written('s.b', '别家的标签', { tags: ['旧名'] }));
    expect(await tags.list(ann, '旧')).toEqual([{ tag: '旧名', questions: 2 }]);
    await expect(tags.rename(reviewer, { from: ['旧名'], to: '新名' })).rejects.toMatchObject({ code: 'access.denied' });
    expect(await tags.rename(ann, { from: ['旧名', '新名'], to: '新名' })).toEqual({ questions: 2 });
    expect(await tags.rename(ann, { from: ['旧名'], to: '新名' })).toEqual({ questions: 0 });
    expect((await questions.list(ann, { q: '标签', sort: 'code' })).items.map((item) => item.tags)).toEqual([['新名', '别的'], ['新名']]);
    expect(await questions.get(world.actor('dan', 's.b', 'organizer'), other.id)).toMatchObject({ tags: ['旧名'] });
    expect(await tags.rename(ann, { from: ['别的'], to: null })).toEqual({ questions: 1 });
    expect((await tags.list(world.actor('dan', 's.c', 'organizer'))).length).toBe(0);
  });
});

describe('acts on many', () => {
  async function run(actor: Actor, input: BulkQuestions, stopAfter = Infinity): Promise<BulkResult> {
    const operation = await desk.bulk(actor, input);
    let checks = 0;
    const [row] = await world.dataSource.query('SELECT input, created_by FROM operation WHERE id = $1', [operation.id]);
    const handler = new BulkQuestionActs(world.transactions, new Actors(world.transactions));
    return await handler.run({
      id: operation.id, kind: 'question.bulk', input: row.input, createdBy: row.created_by, done: 0, progress: () => Promise.resolve(),
      checkpoint: () => ((checks += 1) > stopAfter ? Promise.reject(new Error('stopped')) : Promise.resolve()),
    }) as unknown as BulkResult;
  }

  it('do each by itself and list those refused with the reason', async () => {
    const [one, two] = [await write('批量一'), await write('批量二')];
    const stranger = await questions.create(world.actor('dan', 's.b', 'organizer'), world.written('s.b', '别家的'));
    const all = [one.id, two.id, stranger.id];
    await questions.act(ann, 'submit', two.id, two.version);
    // Two is in review by the same hand already: that counts as done, as it does when a stopped run begins again.
    expect(await run(ann, { ids: all, act: 'submit' })).toEqual({ done: 2, refused: [{ id: stranger.id, questionCode: null, code: 'object.not_found', params: {} }] });
    expect(await run(reviewer, { ids: [one.id, two.id], act: 'approve' })).toEqual({ done: 2, refused: [] });
    expect(await run(reviewer, { ids: [one.id], act: 'approve' })).toEqual({ done: 1, refused: [] });
    expect(await run(reviewer, { ids: [one.id], act: 'return', note: '不行' })).toMatchObject({ done: 0, refused: [{ questionCode: one.code, code: 'question.not_in_review' }] });
    expect(await run(ann, { ids: [one.id, two.id], act: 'tag', tags: ['批'] })).toMatchObject({ done: 2 });
    const category = await new Categories(world.transactions).create(ann, { orgUnitId: world.unit('s.a'), parentId: null, title: { zh: '批量' }, sharedBelow: false, sharedWithIds: [] });
    expect(await run(ann, { ids: [one.id], act: 'move', categoryId: category.id })).toMatchObject({ done: 1 });
    expect(await run(ann, { ids: [one.id, two.id], act: 'retire' })).toMatchObject({ done: 2 });
    expect(await questions.get(ann, one.id)).toMatchObject({ state: 'retired', tags: ['基础', '批'], category: { id: category.id } });
    expect(await run(ann, { ids: [one.id], act: 'untag', tags: ['批'] })).toMatchObject({ done: 1 });
  });

  it('stop where they are told to', async () => {
    const [one, two] = [await write('停一'), await write('停二')];
    await expect(run(ann, { ids: [one.id, two.id], act: 'submit' }, 1)).rejects.toThrow('stopped');
    expect([(await questions.get(ann, one.id)).state, (await questions.get(ann, two.id)).state]).toEqual(['in_review', 'draft']);
  });

  it('are refused when they lack what they need, or are nobody’s to do', async () => {
    const invalid = { code: 'request.invalid' };
    await expect(desk.bulk(ann, { ids: [randomUUID()], act: 'move' })).rejects.toMatchObject(invalid);
    await expect(desk.bulk(ann, { ids: [randomUUID()], act: 'tag' })).rejects.toMatchObject(invalid);
    await expect(desk.bulk(reviewer, { ids: [randomUUID()], act: 'return', note: ' ' })).rejects.toMatchObject(invalid);
    await expect(desk.bulk(ann, { ids: [randomUUID()], act: 'approve' })).rejects.toMatchObject({ code: 'access.denied' });
    await expect(desk.bulk(reviewer, { ids: [randomUUID()], act: 'retire' })).rejects.toMatchObject({ code: 'access.denied' });
  });
});
