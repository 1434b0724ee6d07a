import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { commitDraw, drawOrder, orderStarts, verifyDraw, verifyOrder, type StartRule } from '../index.js';

describe('draws', () => {
  const seed = 'a secret of at least sixteen';
  const ids = ['d', 'a', 'c', 'b', 'e'];

  it('can be verified by anyone from what was published before', () => {
    const commitment = commitDraw(seed);
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    const order = drawOrder(ids, seed, 'lanes');
    expect(verifyOrder(order, { commitment, seed, name: 'lanes' })).toBe(true);
    expect(verifyOrder([...order].reverse(), { commitment, seed, name: 'lanes' })).toBe(false);
    expect(verifyOrder(order, { commitment, seed, name: 'other' })).toBe(false);
    expect(verifyOrder(order, { commitment, seed: `${seed}!`, name: 'lanes' })).toBe(false);
    expect(verifyOrder([order[0], ...order], { commitment, seed, name: 'lanes' })).toBe(false);
    expect(verifyOrder([], { commitment: commitDraw('0123456789abcdef'), seed: 'short', name: '' })).toBe(false);
    expect([verifyDraw(commitment.toUpperCase(), seed), verifyDraw(commitment, 'no')]).toEqual([true, false]);
  });

  it('is fixed for ever: the same seed draws the same order everywhere', () => {
    expect(commitDraw('0123456789abcdef')).toBe('9f9f5111f7b27a781f1f1ddde5ebc2dd2b796bfc7365c9c28b548e564176929f');
    expect(drawOrder(['1', '2', '3', '4', '5', '6', '7', '8'], '0123456789abcdef', 'draw')).toEqual(['8', '6', '7', '3', '5', '2', '4', '1']);
  });

  it('does not depend on the order in which entries were typed in', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string()), fc.string({ minLength: 16 }), fc.string(), (entries, secret, name) => {
      const order = drawOrder(entries, secret, name);
      expect(drawOrder([...entries].reverse(), secret, name)).toEqual(order);
      expect([...order].sort()).toEqual([...entries].sort());
    }));
  });

  it('refuses a seed that could be guessed, and an entry twice', () => {
    expect(() => commitDraw('123456789012345')).toThrow('seed: too_short');
    expect(() => drawOrder(ids, '123456789012345', 'x')).toThrow('seed: too_short');
    expect(() => drawOrder(['a', 'a'], seed, 'x')).toThrow('ids: duplicate');
  });

  it.each<[StartRule, string[]]>([
    [{ order: 'reverse' }, ['e', 'b', 'c', 'a', 'd']],
    [{ order: 'snake', groups: 2 }, ['d', 'b', 'e', 'a', 'c']],
    [{ order: 'random', seed, name: 'start' }, drawOrder(ids, seed, 'start')],
  ])('starts by %j: %j', (rule, expected) => expect(orderStarts(ids, rule)).toEqual(expected));

  it('refuses an unknown start order', () => {
    expect(() => orderStarts(ids, { order: 'best' } as never)).toThrow('rule.order: unknown_value');
    expect(() => orderStarts(['a', 'a'], { order: 'reverse' })).toThrow('standing: duplicate');
  });
});
