import { describe, expect, it } from '@jest/globals';
import { type CategoryNode, misplaced } from './category-tree.js';

const chain = (length: number): CategoryNode[] => Array.from({ length }, (_, index) => ({ id: `c${index + 1}`, parentId: index === 0 ? null : `c${index}` }));

describe('the place of a category', () => {
  it.each([
    [chain(3), 'c1', 'c3', 'category.cycle'], [chain(3), 'c2', 'c2', 'category.cycle'], [chain(3), 'c3', 'c1', null], [chain(3), 'c3', null, null],
    [chain(7), null, 'c7', null], [chain(8), null, 'c8', 'category.too_deep'],
    [[...chain(4), { id: 'x1', parentId: null }, { id: 'x2', parentId: 'x1' }, { id: 'x3', parentId: 'x2' }, { id: 'x4', parentId: 'x3' }], 'x1', 'c4', null],
    [[...chain(5), { id: 'x1', parentId: null }, { id: 'x2', parentId: 'x1' }, { id: 'x3', parentId: 'x2' }, { id: 'x4', parentId: 'x3' }], 'x1', 'c5', 'category.too_deep'],
  ])('case %#', (nodes, id, parent, expected) => expect(misplaced(nodes, id, parent)).toBe(expected));
});
