import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import { checkControlItems, mayMark, measureSeverity, placeControlItems } from '../index.js';

describe('checkControlItems', () => {
  it.each<[[string, string][], string, string | null]>([
    [[], 'too-few', null],
    [[['10', '10'], ['9', '10']], 'too-few', '0.5'],
    [[['10', '10'], ['9', '10'], ['11', '10']], 'fine', '2/3'],
    [[['11', '10'], ['9', '10'], ['11', '10']], 'fine', '1'],
    [[['12', '10'], ['9', '10'], ['11', '10']], 'stop', '4/3'],
  ])('says of %j: %s', (pairs, state, error) => {
    const finding = checkControlItems(pairs.map(([given, agreed]) => ({ given, agreed })), { limit: '1', from: 3 });
    expect([finding.state, finding.items, finding.error?.toString() ?? null]).toEqual([state, pairs.length, error]);
  });

  it('measures drift with its interval', () => {
    const { drift } = checkControlItems([['11', '10'], ['12', '10'], ['13', '10']].map(([given, agreed]) => ({ given, agreed })), { limit: '9', from: 1 });
    expect(drift).toMatchObject({ count: 3, mean: 2 });
    expect(drift.low).toBeCloseTo(2 - 4.303 / Math.sqrt(3), 10);
    expect(drift.high).toBeCloseTo(2 + 4.303 / Math.sqrt(3), 10);
  });

  it('refuses a negative limit and a stop before the first item', () => {
    expect(() => checkControlItems([], { limit: '-1', from: 1 })).toThrow('rule.limit: out_of_range');
    expect(() => checkControlItems([], { limit: '1', from: 0 })).toThrow('rule.from: out_of_range');
    expect(() => checkControlItems([{ given: 'x', agreed: '1' }], { limit: '1', from: 1 })).toThrow('marks.0.given: not_a_decimal');
    expect(() => checkControlItems([{ given: '1', agreed: 'x' }], { limit: '1', from: 1 })).toThrow('marks.0.agreed: not_a_decimal');
  });
});

describe('placeControlItems', () => {
  it.each([['0.1', 10], ['0.25', 4], ['0.3', 4], ['1', 1]])('at rate %s puts one into each stretch of %d', (rate, length) => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 0, max: 100 }), (seed, count) => {
      const places = placeControlItems(count, rate, new SeededRandom(seed));
      expect(places).toHaveLength(count);
      for (let from = 0; from + length <= count; from += length) expect(places.slice(from, from + length).filter(Boolean)).toHaveLength(1);
    }));
  });

  it('puts none at rate 0 and refuses other rates', () => {
    expect(placeControlItems(3, '0', new SeededRandom('x'))).toEqual([false, false, false]);
    expect(() => placeControlItems(3, '1.1', new SeededRandom('x'))).toThrow('rate: out_of_range');
    expect(() => placeControlItems(3, '-0.1', new SeededRandom('x'))).toThrow('rate: out_of_range');
    expect(() => placeControlItems(-1, '0.1', new SeededRandom('x'))).toThrow('count: out_of_range');
  });
});

describe('measureSeverity', () => {
  it('compares each marker with the others on the same responses', () => {
    const severity = measureSeverity([
      { markerId: 'a', responseId: '1', mark: '12' }, { markerId: 'b', responseId: '1', mark: '10' }, { markerId: 'c', responseId: '1', mark: '11' },
      { markerId: 'a', responseId: '2', mark: '8' }, { markerId: 'b', responseId: '2', mark: '7' },
      { markerId: 'd', responseId: '3', mark: '5' },
    ]);
    expect([...severity].map(([id, { count, mean }]) => [id, count, mean])).toEqual([['a', 2, 1.25], ['b', 2, -1.25], ['c', 1, 0], ['d', 0, null]]);
  });

  it('refuses a response marked twice by one marker', () => {
    const twice = { markerId: 'a', responseId: '1', mark: '1' };
    expect(() => measureSeverity([twice, twice])).toThrow('marks.1.markerId: duplicate');
    expect(() => measureSeverity([{ ...twice, mark: 'x' }])).toThrow('marks.0.mark: not_a_decimal');
  });
});

describe('mayMark', () => {
  const response = { candidateId: 'c', unitId: 'u1', markerIds: ['m2'] };
  it.each<[string, string | null, 'allowed' | 'refused', boolean]>([
    ['m1', 'u2', 'refused', true], ['m1', 'u1', 'refused', false], ['m1', 'u1', 'allowed', true], ['m2', 'u2', 'refused', false], ['c', 'u2', 'allowed', false], ['m1', null, 'refused', true],
  ])('%s of unit %p (own unit %s): %p', (id, unitId, ownUnit, allowed) => expect(mayMark({ id, unitId }, response, { ownUnit })).toBe(allowed));

  it('takes nobody without a unit for the same unit', () => expect(mayMark({ id: 'm1', unitId: null }, { ...response, unitId: null }, { ownUnit: 'refused' })).toBe(true));
});
