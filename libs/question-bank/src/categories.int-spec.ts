import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CategoryView, WriteCategory } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { BankWorld } from '../../../test/bank-world.js';
import { Categories } from './categories.service.js';
import { Questions } from './questions.service.js';

jest.setTimeout(60_000);
let world: BankWorld;
let categories: Categories;
let ann: Actor;
beforeAll(async () => {
  world = await BankWorld.create();
  categories = new Categories(world.transactions);
  ann = world.actor('ann', 's.a', 'question_author');
});
afterAll(() => world.drop());

const input = (zh: string, parentId: string | null = null, over: Partial<WriteCategory> = {}): WriteCategory => ({ orgUnitId: world.unit('s.a'), parentId, title: { zh }, sharedBelow: false, sharedWithIds: [], ...over });
const make = (zh: string, parent?: CategoryView): Promise<CategoryView> => categories.create(ann, input(zh, parent?.id));

describe('the category tree', () => {
  it('is made, renamed, shared and moved by those who write in its unit', async () => {
    const [law, safety] = [await make('法规'), await make('安全')];
    const inner = await make('条例', law);
    await expect(make('条例', law)).rejects.toMatchObject({ code: 'category.title_taken' });
    await expect(categories.create(world.actor('dan', 's.b', 'organizer'), input('外人'))).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(categories.create(world.actor('dan', 's.a', 'question_reviewer'), input('审题人'))).rejects.toMatchObject({ code: 'access.denied' });
    const shared = await categories.update(ann, inner.id, 1, input('条例解读', law.id, { sharedBelow: true, sharedWithIds: [world.unit('s.b')] }));
    expect(shared).toMatchObject({ title: { zh: '条例解读' }, sharedBelow: true, sharedWith: [{ code: 'B' }], version: 2, writable: true });
    await expect(categories.update(ann, inner.id, 1, input('旧'))).rejects.toMatchObject({ code: 'version.stale', params: { current: 2 } });
    await expect(categories.update(ann, inner.id, 2, input('换单位', null, { orgUnitId: world.unit('s.a.d') }))).rejects.toMatchObject({ code: 'category.other_unit' });
    expect(await categories.move(ann, inner.id, 2, safety.id)).toMatchObject({ parentId: safety.id, version: 3 });
    expect(await categories.move(ann, inner.id, 3, null)).toMatchObject({ parentId: null });
    // Whoever was invited reads it, and may do nothing with it.
    const guest = world.actor('dan', 's.b', 'organizer');
    await expect(categories.move(guest, inner.id, 4, null)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(categories.delete(world.actor('dan', 's.c', 'organizer'), inner.id, 4)).rejects.toMatchObject({ code: 'object.not_found' });
    expect(await world.audited(inner.id)).toEqual(['create', 'update', 'move', 'move'].map((act) => `question_category.${act}`));
  });

  it('has no circle and eight levels at most', async () => {
    let at: CategoryView | undefined;
    const chain: CategoryView[] = [];
    for (let level = 1; level <= 8; level += 1) chain.push(at = await make(`第${level}层`, at));
    await expect(make('第九层', at)).rejects.toMatchObject({ code: 'category.too_deep', params: { limit: 8 } });
    await expect(categories.move(ann, chain[0].id, 1, chain[3].id)).rejects.toMatchObject({ code: 'category.cycle' });
    await expect(categories.move(ann, chain[0].id, 1, chain[0].id)).rejects.toMatchObject({ code: 'category.cycle' });
    const other = await make('另一棵');
    await expect(categories.move(ann, chain[0].id, 1, other.id)).rejects.toMatchObject({ code: 'category.too_deep' });
    await expect(categories.create(ann, input('别家', (await categories.create(world.actor('bob', 's', 'organizer'), input('系统的', null, { orgUnitId: world.unit('s') }))).id))).rejects.toMatchObject({ code: 'category.other_unit' });
  });

  it('does not go round when two moves, each right, come at once', async () => {
    const [one, two] = [await make('甲类'), await make('乙类')];
    const results = await Promise.allSettled([categories.move(ann, one.id, 1, two.id), categories.move(ann, two.id, 1, one.id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('loses a category only when it is empty or its content has somewhere to go', async () => {
    const questions = new Questions(world.transactions);
    const [old, target] = [await make('旧分类'), await make('新分类')];
    const child = await make('子分类', old);
    const question = await questions.create(ann, world.written('s.a', '跟着搬', { categoryId: old.id }));
    expect((await categories.list(ann)).find(({ id }) => id === old.id)).toMatchObject({ questions: 1 });
    await expect(categories.delete(ann, old.id, 1)).rejects.toMatchObject({ code: 'category.not_empty', params: { questions: 1, categories: 1 } });
    await expect(categories.delete(ann, old.id, 1, child.id)).rejects.toMatchObject({ code: 'category.cycle' });
    await categories.delete(ann, old.id, 1, target.id);
    expect(await questions.get(ann, question.id)).toMatchObject({ category: { id: target.id } });
    const list = await categories.list(ann);
    expect(list.find(({ id }) => id === old.id)).toBeUndefined();
    expect(list.find(({ id }) => id === child.id)).toMatchObject({ parentId: target.id });
    expect((await questions.list(ann, { categoryId: target.id })).items).toHaveLength(1);
  });
});
