import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { QuestionView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { BankWorld } from '../../../test/bank-world.js';
import { Categories } from './categories.service.js';
import { QuestionComments } from './comments.service.js';
import { QuestionHistory } from './question-history.service.js';
import { Questions } from './questions.service.js';

jest.setTimeout(60_000);
let world: BankWorld;
let questions: Questions;
let history: QuestionHistory;
let comments: QuestionComments;
let categories: Categories;
let ann: Actor;
let bob: Actor;
let reviewer: Actor;
beforeAll(async () => {
  world = await BankWorld.create();
  questions = new Questions(world.transactions);
  history = new QuestionHistory(world.transactions);
  comments = new QuestionComments(world.transactions);
  categories = new Categories(world.transactions);
  ann = world.actor('ann', 's.a', 'question_author');
  bob = world.actor('bob', 's.a', 'question_author', 'question_reviewer');
  reviewer = world.actor('cai', 's.a', 'question_reviewer');
});
afterAll(() => world.drop());

async function published(path: string, text: string, author = ann, over = {}): Promise<QuestionView> {
  const draft = await questions.create(author, world.written(path, text, over));
  const submitted = await questions.act(author, 'submit', draft.id, draft.version);
  return questions.act(world.actor('dan', 's', 'question_reviewer'), 'approve', draft.id, submitted.version);
}

describe('a question', () => {
  it('goes from draft to published by another hand than its authors', async () => {
    const draft = await questions.create(ann, world.written('s.a', '何为<b>训练</b><script>x</script>'));
    expect(draft).toMatchObject({ state: 'draft', number: 1, shown: 'draft', draft: null, version: 1, defaultMarks: '2', content: { html: '何为<b>训练</b>' }, acts: ['edit', 'submit', 'delete', 'comment'] });

    const edited = await questions.update(bob, draft.id, 1, world.written('s.a', '何为训练', { tags: [' 基础 ', '基础', '重点'] }));
    expect(edited).toMatchObject({ number: 1, tags: ['基础', '重点'], version: 2, excerpt: '何为训练' });
    await expect(questions.update(bob, draft.id, 1, world.written('s.a', '旧'))).rejects.toMatchObject({ code: 'version.stale', params: { current: 2 } });

    const submitted = await questions.act(ann, 'submit', draft.id, 2);
    expect(submitted).toMatchObject({ state: 'in_review', acts: ['withdraw', 'comment'] });
    await expect(questions.update(ann, draft.id, 3, world.written('s.a', '再改'))).rejects.toMatchObject({ code: 'question.in_review' });
    // Bob reviews for the unit, but he wrote in it.
    await expect(questions.act(bob, 'approve', draft.id, 3)).rejects.toMatchObject({ code: 'question.own_review' });
    await expect(questions.act(ann, 'approve', draft.id, 3)).rejects.toMatchObject({ code: 'access.denied' });
    expect((await questions.get(reviewer, draft.id)).acts).toEqual(['approve', 'return', 'comment']);

    const returned = await questions.act(reviewer, 'return', draft.id, 3, '题干不清楚');
    expect(returned).toMatchObject({ state: 'draft' });
    expect(await comments.list(ann, draft.id)).toMatchObject([{ text: '题干不清楚', author: { name: 'cai' }, resolvedAt: null }]);
    expect(await history.versions(ann, draft.id)).toMatchObject([{ number: 1, state: 'returned', reviewedBy: { name: 'cai' } }]);
    await expect(questions.act(reviewer, 'approve', draft.id, 4)).rejects.toMatchObject({ code: 'question.not_in_review' });

    const again = await questions.act(ann, 'submit', draft.id, 4);
    const withdrawn = await questions.act(ann, 'withdraw', draft.id, again.version);
    const resubmitted = await questions.act(ann, 'submit', draft.id, withdrawn.version);
    const done = await questions.act(reviewer, 'approve', draft.id, resubmitted.version);
    expect(done).toMatchObject({ state: 'published', shown: 'published', draft: null });
    expect((await questions.get(ann, draft.id)).acts).toEqual(['edit', 'retire', 'comment']);
    expect(await world.audited(draft.id)).toEqual(['create', 'update', 'submit', 'return', 'submit', 'withdraw', 'submit', 'approve'].map((act) => `question.${act}`));
  });

  it('is never reviewed by whoever submitted it, though another wrote it', async () => {
    const draft = await questions.create(ann, world.written('s.a', '谁来送审'));
    const submitted = await questions.act(bob, 'submit', draft.id, draft.version);
    await expect(questions.act(bob, 'approve', draft.id, submitted.version)).rejects.toMatchObject({ code: 'question.own_review' });
    expect((await questions.get(bob, draft.id)).acts).not.toContain('approve');
  });

  it('keeps its published version while the next one is written, and supersedes it when that is approved', async () => {
    const first = await published('s.a', '第一版怎么说');
    const draft = await questions.update(ann, first.id, first.version, world.written('s.a', '第二版怎么说', { note: '改正', difficulty: 0.7 }));
    expect(draft).toMatchObject({ state: 'published', versionId: first.versionId, number: 1, shown: 'draft', excerpt: '第二版怎么说', draft: { number: 2, state: 'draft' } });
    expect(await questions.get(ann, first.id, 'published')).toMatchObject({ shown: 'published', excerpt: '第一版怎么说' });
    expect((await questions.list(ann, { q: '第一版怎么' })).items).toHaveLength(1);

    const submitted = await questions.act(ann, 'submit', first.id, draft.version);
    expect((await questions.list(reviewer, { work: 'in_review' })).items.map(({ id }) => id)).toContain(first.id);
    const second = await questions.act(reviewer, 'approve', first.id, submitted.version);
    expect((await questions.list(ann, { q: '第二版怎么', difficultyMin: 0.65 })).items).toHaveLength(1);
    expect(second).toMatchObject({ number: 2, draft: null, excerpt: '第二版怎么说' });
    const versions = await history.versions(ann, first.id);
    expect(versions).toMatchObject([{ number: 2, state: 'published', note: '改正', createdBy: { name: 'ann' } }, { number: 1, state: 'superseded' }]);
    const { changes } = await history.diff(ann, first.id, versions[1].id, versions[0].id);
    expect(changes.map(({ field }) => field)).toEqual(['html', 'options.A', 'difficulty']);
    expect(changes[0].parts).toContainEqual({ op: 'added', text: '第二' });
    await expect(world.dataSource.query("UPDATE question_version SET content = '{}' WHERE id = $1", [versions[1].id])).rejects.toThrow('cannot be changed');
    await expect(world.dataSource.query("UPDATE question_key SET key = '{}' WHERE question_version_id = $1", [versions[0].id])).rejects.toThrow('cannot be changed');
  });

  it('begins no version when only what it is found by changes', async () => {
    const question = await published('s.a', '只改标签');
    const same = await questions.update(ann, question.id, question.version, world.written('s.a', '只改标签', { tags: ['新'] }));
    expect(same).toMatchObject({ draft: null, tags: ['新'], version: question.version + 1, shown: 'published' });
  });

  it('is refused with every problem, and nothing of it stays', async () => {
    const bad = world.written('s.a', '没有答案', { key: { schemaVersion: 1, kind: 'single', correct: ['Z'], explanation: null } });
    await expect(questions.create(ann, bad)).rejects.toMatchObject({ code: 'request.invalid', errors: [{ path: expect.stringContaining('key') }] });
    await expect(questions.create(ann, { ...bad, content: { kind: 'magic' } as never })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(questions.create(ann, world.written('s.a', '别处的条文', { sourceArticleId: randomUUID() }))).rejects.toMatchObject({ code: 'request.invalid', errors: [{ path: 'sourceArticleId' }] });
    await expect(questions.create(ann, world.written('s.a', '别处的分类', { categoryId: randomUUID() }))).rejects.toMatchObject({ code: 'category.other_unit' });
    expect((await questions.list(ann, { q: '没有答案' })).items).toEqual([]);
  });

  it('is retired and restored; deleted only while it was never published', async () => {
    const question = await published('s.a', '停用与恢复');
    const retired = await questions.act(ann, 'retire', question.id, question.version);
    expect(retired).toMatchObject({ state: 'retired', acts: ['restore', 'comment'] });
    await expect(questions.update(ann, question.id, retired.version, world.written('s.a', '改'))).rejects.toMatchObject({ code: 'question.retired' });
    await expect(questions.delete(ann, question.id, retired.version)).rejects.toMatchObject({ code: 'question.not_deletable' });
    expect(await questions.act(ann, 'restore', question.id, retired.version)).toMatchObject({ state: 'published' });

    const draft = await questions.create(ann, world.written('s.a', '要删的草稿'));
    await comments.add(ann, draft.id, { text: '无用' });
    await expect(questions.delete(reviewer, draft.id, draft.version)).rejects.toMatchObject({ code: 'access.denied' });
    await questions.delete(ann, draft.id, draft.version);
    await expect(questions.get(ann, draft.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('is published without a review only by those who may review there, and the log says so', async () => {
    const { content, key } = world.written('s.a', '直接发布');
    const one = { content, key, marks: '1', subject: null, difficulty: null, source: null };
    await expect(questions.createPublished(ann, world.unit('s.a'), [one])).rejects.toMatchObject({ code: 'access.denied' });
    await questions.createPublished(world.actor('ann', 's.a', 'organizer'), world.unit('s.a'), [one]);
    expect(await world.audited(world.unit('s.a'))).toContain('question.publish_unreviewed');
  });
});

describe('comments', () => {
  it('are resolved once, under their own question only', async () => {
    const one = await questions.create(ann, world.written('s.a', '评论一'));
    const other = await questions.create(ann, world.written('s.a', '评论二'));
    const comment = await comments.add(reviewer, one.id, { text: ' 请改 ' });
    expect(comment).toMatchObject({ text: '请改', versionId: one.versionId });
    await expect(comments.resolve(ann, other.id, comment.id)).rejects.toMatchObject({ code: 'object.not_found' });
    const { resolvedAt } = await comments.resolve(ann, one.id, comment.id);
    expect(await comments.resolve(ann, one.id, comment.id)).toMatchObject({ resolvedAt });
  });
});

describe('who sees what', () => {
  it('is never another unit’s draft, by any way', async () => {
    const draft = await questions.create(ann, world.written('s.a', '甲的草稿不外传'));
    const own = await published('s.a', '甲的已发布不外传');
    const withDraft = await questions.update(ann, own.id, own.version, world.written('s.a', '甲的新版草稿不外传'));
    const strangers = [world.actor('dan', 's.b', 'question_author', 'question_reviewer', 'organizer'), world.actor('dan', 's.a.d', 'question_author'), world.actor('dan', 's.c', 'organizer')];
    for (const stranger of strangers) {
      for (const id of [draft.id, own.id]) {
        const hidden = { code: 'object.not_found' };
        await expect(questions.get(stranger, id)).rejects.toMatchObject(hidden);
        await expect(questions.update(stranger, id, 1, world.written('s.a', '改'))).rejects.toMatchObject(hidden);
        await expect(questions.act(stranger, 'approve', id, 1)).rejects.toMatchObject(hidden);
        await expect(questions.delete(stranger, id, 1)).rejects.toMatchObject(hidden);
        await expect(history.versions(stranger, id)).rejects.toMatchObject(hidden);
        await expect(history.version(stranger, id, draft.versionId)).rejects.toMatchObject(hidden);
        await expect(history.diff(stranger, id, own.versionId, own.versionId)).rejects.toMatchObject(hidden);
        await expect(history.uses(stranger, id)).rejects.toMatchObject(hidden);
        await expect(comments.list(stranger, id)).rejects.toMatchObject(hidden);
        await expect(comments.add(stranger, id, { text: 'x' })).rejects.toMatchObject(hidden);
      }
      expect((await questions.list(stranger, { q: '不外传' })).items).toEqual([]);
    }
    // Nested ids belong to what they are asked under.
    await expect(history.version(ann, draft.id, own.versionId)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(history.diff(ann, draft.id, draft.versionId, own.versionId)).rejects.toMatchObject({ code: 'object.not_found' });
    // A grant at the system holds below it; one at a department does not hold above.
    const above = world.actor('dan', 's', 'question_author');
    expect((await questions.list(above, { q: '不外传' })).items).toHaveLength(2);
    expect(await questions.get(above, withDraft.id)).toMatchObject({ shown: 'draft' });
  });

  it('is the published ones of a shared category, without drafts, comments or a hand on them', async () => {
    const category = await categories.create(ann, { orgUnitId: world.unit('s.a'), parentId: null, title: { zh: '共享' }, sharedBelow: false, sharedWithIds: [world.unit('s.b')] });
    const inner = await categories.create(ann, { orgUnitId: world.unit('s.a'), parentId: category.id, title: { zh: '里层' }, sharedBelow: false, sharedWithIds: [] });
    const place = { categoryId: inner.id };
    await questions.create(ann, world.written('s.a', '共享里的草稿', place));
    const shared = await published('s.a', '共享里的已发布', ann, place);
    const changed = await questions.update(ann, shared.id, shared.version, world.written('s.a', '共享里的新版', place));
    const guest = world.actor('dan', 's.b', 'question_author', 'organizer');

    const { items } = await questions.list(guest, { q: '共享里的' });
    expect(items).toMatchObject([{ id: shared.id, draft: null, excerpt: '共享里的已发布' }]);
    expect((await questions.list(guest, { work: 'draft' })).items).toEqual([]);
    expect(await questions.get(guest, shared.id)).toMatchObject({ shown: 'published', excerpt: '共享里的已发布', draft: null, acts: [] });
    expect(await history.versions(guest, shared.id)).toHaveLength(1);
    const draftId = changed.draft?.versionId as string;
    await expect(history.version(guest, shared.id, draftId)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(history.diff(guest, shared.id, shared.versionId, draftId)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(comments.list(guest, shared.id)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(questions.act(guest, 'retire', shared.id, changed.version)).rejects.toMatchObject({ code: 'access.denied' });
    expect((await categories.list(guest)).map(({ id, questions: count, writable, sharedWith }) => [id, count, writable, sharedWith.length])).toEqual([[category.id, 0, false, 0], [inner.id, 1, false, 0]]);
    expect((await questions.list(world.actor('dan', 's.c', 'question_author'), { q: '共享里的' })).items).toEqual([]);

    await questions.act(ann, 'retire', shared.id, changed.version);
    expect((await questions.list(guest, { q: '共享里的' })).items).toEqual([]);
  });

  it('is what a unit above shares downwards', async () => {
    const top = world.actor('bob', 's', 'question_author');
    const category = await categories.create(top, { orgUnitId: world.unit('s'), parentId: null, title: { zh: '全系统' }, sharedBelow: true, sharedWithIds: [] });
    const shared = await published('s', '系统共享的题', top, { categoryId: category.id });
    const hidden = await published('s', '系统不共享的题', top);
    expect((await questions.list(ann, { q: '共享的题' })).items.map(({ id }) => id)).toEqual([shared.id]);
    await expect(questions.get(ann, hidden.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});
