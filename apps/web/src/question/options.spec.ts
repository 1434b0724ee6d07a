import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countWriting, movedItem, optionLetter, toggleOption } from './options.js';

describe('choosing', () => {
  it('chooses one for single choice and any number for multiple, ids sorted', () => {
    expect(toggleOption('single', ['a'], 'b')).toEqual(['b']);
    expect(toggleOption('true_false', [], '2')).toEqual(['2']);
    expect(toggleOption('multiple', ['c'], 'a')).toEqual(['a', 'c']);
    expect(toggleOption('multiple', ['a', 'c'], 'a')).toEqual(['c']);
  });

  it('letters by the place shown', () => {
    expect([0, 7, 25, 26, 27].map(optionLetter)).toEqual(['A', 'H', 'Z', 'AA', 'AB']);
  });
});

describe('putting in order', () => {
  it('moves one item and keeps the order of the others', () => {
    expect(movedItem(['a', 'b', 'c', 'd'], 'd', -2)).toEqual(['a', 'd', 'b', 'c']);
    expect(movedItem(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(movedItem(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(movedItem(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });

  it('is undone by the opposite move', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), (order, a, b) => {
      const [from, to] = [a % order.length, b % order.length];
      const id = order[from]!;
      expect(movedItem(movedItem(order, id, to - from), id, from - to)).toEqual(order);
    }));
  });
});

describe('the length of a text', () => {
  it.each([['', 0], ['依法履职', 4], ['Find the rule, apply it.', 5], ['第3条 applies，见 PDF', 6], ['a-b isn’t 2.5', 3]])('%j has %d', (text, length) => {
    expect(countWriting(text)).toBe(length);
  });
});
