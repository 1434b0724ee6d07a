import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import { placeBySkating, placeDance, type Dance } from '../index.js';

const oracle = JSON.parse(readFileSync(new URL('../../fixtures/skating-rules5-8.json', import.meta.url), 'utf8')) as {
  official_rules_5_8: { rule: string; marks: Record<string, number[]>; counts: Record<string, number[]>; sums: Record<string, number[]>; expected_places: Record<string, number> }[];
  wikipedia: { name: string; marks: number[][]; expected_places: number[] }[];
};
const dance = (danceId: string, marks: Record<string, number[]>): Dance => ({ danceId, entries: Object.entries(marks).map(([id, own]) => ({ id, marks: own })) });
/** A dance in which every judge gives the same places. */
const agreed = (danceId: string, judges: number, ...order: string[]): Dance => dance(danceId, Object.fromEntries(order.map((id, index) => [id, Array.from({ length: judges }, () => index + 1)])));
const placesOf = (dances: Dance[]) => Object.fromEntries(placeBySkating(dances).places.map(({ id, place, rule }) => [id, [place, rule]]));

describe('placeDance', () => {
  it.each(oracle.official_rules_5_8)('gives the official example of $rule', ({ marks, counts, sums, expected_places }) => {
    const places = placeDance(Object.entries(marks).map(([id, own]) => ({ id, marks: own })));
    for (const { id, place, counts: own, sums: ownSums, tied } of places) {
      expect([id, place, own, ownSums, tied]).toEqual([id, expected_places[id], counts[id], own.map((count, index) => (count === 0 ? 0 : ownSums[index])), false]);
      // The sheet stops counting once it has the place; what it printed agrees as far as it goes.
      sums[id].forEach((sum, index) => { if (counts[id][index] === own[index]) expect(ownSums[index]).toBe(sum); });
    }
  });

  it.each(oracle.wikipedia)('gives the example $name', ({ marks, expected_places }) => {
    const places = placeDance(marks.map((own, index) => ({ id: String(index), marks: own })));
    expect(marks.map((_, index) => places.find(({ id }) => id === String(index))?.place)).toEqual(expected_places);
  });

  it('says in which column the majority was reached, and who shares', () => {
    const [best, ...shared] = placeDance([[1, 1, 3, 3, 4], [2, 2, 2, 2, 2], [3, 3, 4, 1, 1], [4, 4, 1, 4, 3]].map((marks, index) => ({ id: String(index), marks })));
    expect(best).toMatchObject({ id: '1', column: 2, tied: false });
    expect(shared).toMatchObject([{ id: '0', column: 3, tied: true }, { id: '2', column: 3, tied: true }, { id: '3', tied: false }]);
  });

  it.each<[{ id: string; marks: number[] }[], string]>([
    [[], 'entries: empty'], [[{ id: 'a', marks: [] }], 'entries.0.marks: empty'], [[{ id: 'a', marks: [1, 1] }, { id: 'b', marks: [2] }], 'entries.1.marks: wrong_count'],
    [[{ id: 'a', marks: [1, 1] }, { id: 'b', marks: [2, 1] }], 'marks.1: not_the_places_once_each'], [[{ id: 'a', marks: [1] }, { id: 'b', marks: [3] }], 'marks.0: not_the_places_once_each'],
  ])('refuses %j', (entries, message) => expect(() => placeDance(entries)).toThrow(message));
});

describe('placeBySkating', () => {
  it('Rule 9: the lower sum of places', () => {
    expect(placesOf([agreed('w', 3, 'a', 'b', 'c'), agreed('t', 3, 'a', 'c', 'b'), agreed('f', 3, 'a', 'b', 'c')])).toEqual({ a: [1, 9], b: [2, 9], c: [3, 9] });
    expect(placeBySkating([agreed('w', 3, 'a', 'b'), agreed('t', 3, 'a', 'b')]).places[1]).toEqual({ id: 'b', place: 2, dances: [2, 2], total: 4, rule: 9 });
  });

  it('Rule 10: most dances with that place or better, then the lower sum of those', () => {
    // All sums are 10. For first place a won two dances, c and d one each. For second place b, c and d have two dances
    // "2 or better", with sums 4, 3 and 3; Rule 11 cannot separate c and d.
    const four = [agreed('1', 3, 'a', 'b', 'c', 'd'), agreed('2', 3, 'a', 'b', 'd', 'c'), agreed('3', 3, 'c', 'd', 'b', 'a'), agreed('4', 3, 'd', 'c', 'b', 'a')];
    expect(placesOf(four)).toEqual({ a: [1, 10], c: [2.5, null], d: [2.5, null], b: [4, 10] });
  });

  it('Rule 10 goes on to the next place with those who are left', () => {
    // b and c tie on 8 behind a. For second place each has two; sums 2+2 and 1+2: c.
    const result = placesOf([agreed('1', 3, 'a', 'b', 'c', 'd'), agreed('2', 3, 'a', 'b', 'd', 'c'), agreed('3', 3, 'c', 'a', 'd', 'b')]);
    expect(result).toEqual({ a: [1, 9], c: [3, 10], b: [2, 10], d: [4, 9] });
  });

  it('Rule 11: all marks together, majority over judges × dances', () => {
    // Each wins one dance and is second in the other, so Rules 9 and 10 cannot tell; a has 4 firsts of 6, b 2.
    const first = dance('1', { a: [1, 1, 1], b: [2, 2, 2] });
    const second = dance('2', { a: [1, 2, 2], b: [2, 1, 1] });
    expect(placesOf([first, second])).toEqual({ a: [1, 11], b: [2, 10] });
  });

  it('Rule 11 starts at the place under review, then looks at larger majority, sum and next column', () => {
    // x is first throughout; a and b tie for second: 2 3 and 3 2. Pooled from column 2: a has 4, b 2 of 6.
    const first = dance('1', { x: [1, 1, 1], a: [2, 2, 2], b: [3, 3, 3] });
    const second = dance('2', { x: [1, 1, 1], a: [2, 3, 3], b: [3, 2, 2] });
    expect(placesOf([first, second])).toEqual({ x: [1, 9], a: [2, 11], b: [3, 10] });
  });

  it('shares the mean place after Rule 11 has failed too', () => {
    expect(placesOf([agreed('1', 3, 'a', 'b'), agreed('2', 3, 'b', 'a')])).toEqual({ a: [1.5, null], b: [1.5, null] });
  });

  it('places one of three by Rule 11 and returns the rest to Rule 10', () => {
    const dances = [dance('1', { a: [1, 1, 1], b: [2, 2, 2], c: [3, 3, 3] }), dance('2', { a: [3, 3, 2], b: [1, 1, 1], c: [2, 2, 3] }), dance('3', { a: [2, 2, 3], b: [3, 3, 2], c: [1, 1, 1] })];
    const { places } = placeBySkating(dances);
    // Pooled firsts are 3 each, seconds or better: a 6, b 6, c 5... a and b cannot be told apart by count, nor by sum.
    expect(places.map(({ total }) => total)).toEqual([6, 6, 6]);
    expect(places.reduce((sum, { place }) => sum + place, 0)).toBe(6);
    expect(places[2]).toMatchObject({ id: 'c', place: 3 });
  });

  it.each<[Dance[], string]>([
    [[], 'dances: empty'], [[agreed('1', 1, 'a'), agreed('1', 1, 'a')], 'dances: duplicate'], [[agreed('1', 1, 'a', 'b'), agreed('2', 1, 'a')], 'dances.1.entries: other_entries'],
    [[agreed('1', 1, 'a', 'b'), agreed('2', 1, 'a', 'c')], 'dances.1.entries: other_entries'],
    [[{ danceId: '1', entries: [{ id: 'a', marks: [1] }, { id: 'a', marks: [2] }] }], 'dances.0.entries: duplicate'],
  ])('refuses %j', (dances, message) => expect(() => placeBySkating(dances)).toThrow(message));

  it('gives out every place once, shared ones by their mean, whatever the order of entries', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), (seed, judges, count, size) => {
      const random = new SeededRandom(seed);
      const ids = Array.from({ length: size }, (_, index) => `e${index}`);
      const dances = Array.from({ length: count }, (_, index) => {
        const given = Array.from({ length: judges }, () => random.shuffle(ids.map((__, place) => place + 1)));
        return dance(String(index), Object.fromEntries(ids.map((id, entry) => [id, given.map((places) => places[entry])])));
      });
      const { places } = placeBySkating(dances);
      expect(places.map(({ id }) => id).sort()).toEqual(ids);
      expect(places.reduce((sum, { place }) => sum + place, 0)).toBe((size * (size + 1)) / 2);
      const byTotal = [...places].sort((a, b) => a.place - b.place).map(({ total }) => total);
      expect(byTotal).toEqual([...byTotal].sort((a, b) => a - b));
      const again = placeBySkating(dances.map(({ danceId, entries }) => ({ danceId, entries: random.shuffle(entries) }))).places;
      expect(Object.fromEntries(again.map(({ id, place }) => [id, place]))).toEqual(Object.fromEntries(places.map(({ id, place }) => [id, place])));
    }));
  });

  it('places a winner of every mark first', () => {
    const marks = { best: [1, 1, 1, 1, 1], b: [2, 3, 2, 3, 2], c: [3, 2, 3, 2, 3] };
    expect(placesOf([dance('1', marks), dance('2', marks)])).toEqual({ best: [1, 9], b: [2, 9], c: [3, 9] });
  });
});
