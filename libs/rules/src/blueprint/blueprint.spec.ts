import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { type ApartPair, checkCounts, checkFeasibility, type PickRule, pickQuestions, QuestionPicker, type QuestionPools } from '../index.js';

interface Case {
  rules: PickRule[];
  pools: Record<string, string[]>;
  apart: ApartPair[];
  fixed: string[];
}

/** Small blueprints whose pools overlap as they like, tight more often than not. */
const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const questions = Array.from({ length: size }, (_, index) => `q${index}`);
  const rules = fc.array(fc.record({ count: fc.integer({ min: 0, max: 3 }), pool: fc.subarray(questions) }), { minLength: 1, maxLength: 4 });
  const pair = fc.tuple(fc.constantFrom(...questions), fc.constantFrom(...questions));
  return fc.record({ rules, apart: fc.array(pair, { maxLength: 6 }), fixed: fc.subarray(questions, { maxLength: 1 }) }).map((given) => ({
    rules: given.rules.map(({ count }, index) => ({ id: `r${index}`, count })),
    pools: Object.fromEntries(given.rules.map(({ pool }, index) => [`r${index}`, pool])),
    apart: given.apart.filter(([a, b]) => a !== b), fixed: given.fixed,
  }));
});

/** Every form there is, by trying them all: the oracle. */
function everyForm({ rules, pools, apart, fixed }: Case): string[] {
  const forms: string[] = [];
  const fill = (at: number, taken: Record<string, string[]>): void => {
    if (at === rules.length) {
      forms.push(JSON.stringify(taken));
      return;
    }
    const { id, count } = rules[at];
    for (const choice of choices([...pools[id]].sort(), count)) {
      const next = { ...taken, [id]: choice };
      if (isForm(next, apart, fixed)) fill(at + 1, next);
    }
  };
  fill(0, {});
  return forms;
}

function choices(from: string[], count: number): string[][] {
  if (count === 0) return [[]];
  return from.flatMap((first, index) => choices(from.slice(index + 1), count - 1).map((rest) => [first, ...rest]));
}

function isForm(picked: Readonly<Record<string, readonly string[]>>, apart: readonly ApartPair[], fixed: readonly string[]): boolean {
  const all = [...Object.values(picked).flat(), ...fixed];
  return new Set(all).size === all.length && !apart.some(([a, b]) => all.includes(a) && all.includes(b) && !(fixed.includes(a) && fixed.includes(b)));
}

const sorted = (picked: Readonly<Record<string, readonly string[]>>): string => JSON.stringify(Object.fromEntries(Object.entries(picked).map(([id, questions]) => [id, [...questions].sort()])));
const attempt = ({ rules, pools, apart, fixed }: Case, seed: string): Readonly<Record<string, readonly string[]>> | null => {
  try {
    return pickQuestions(rules, pools, apart, fixed, seed);
  } catch {
    return null;
  }
};
/** How often each form comes up. */
const tally = (given: Case, times: number): Map<string, number> => {
  const picker = new QuestionPicker(given.rules, given.pools, given.apart, given.fixed);
  const counts = new Map<string, number>();
  for (let seed = 0; seed < times; seed++) {
    const form = sorted(picker.pick(`seed ${seed}`));
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
};
/** Chi-squared over the degrees of freedom: near 1 for equal chances. */
const unevenness = (counts: Map<string, number>, forms: number, times: number): number => {
  const expected = times / forms;
  const found = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (found + (forms - counts.size) * expected) / (forms - 1);
};

describe('picking questions', () => {
  it('finds a form whenever there is one, and only forms', () => {
    fc.assert(fc.property(cases, fc.string(), (given, seed) => {
      const picked = attempt(given, seed);
      const forms = everyForm(given);
      expect(picked !== null).toBe(forms.length > 0);
      if (!picked) return;
      expect(forms).toContain(sorted(picked));
      expect(given.rules.map(({ id }) => picked[id].length)).toEqual(given.rules.map(({ count }) => count));
    }));
  });

  it('depends on the seed and on the sets alone', () => {
    fc.assert(fc.property(cases, fc.string(), (given, seed) => {
      const turned = { ...given, pools: Object.fromEntries(Object.entries(given.pools).map(([id, pool]) => [id, [...pool].reverse()])), apart: [...given.apart].reverse().map(([a, b]): ApartPair => [b, a]) };
      expect(attempt(turned, seed)).toEqual(attempt(given, seed));
    }));
  });

  it('gives the same forms one after the other as one at a time', () => {
    fc.assert(fc.property(cases, (given) => {
      const picker = new QuestionPicker(given.rules, given.pools, given.apart, given.fixed);
      for (const seed of ['1', '2', '1', '3']) {
        const outcome = picker.tryPick(seed);
        expect(typeof outcome === 'string' ? null : outcome).toEqual(attempt(given, seed));
      }
    }));
  });

  it('is fixed for ever: the same seed draws the same form everywhere', () => {
    const letters = [...'abcdefghij'];
    expect(pickQuestions([{ id: 'x', count: 3 }, { id: 'y', count: 2 }], { x: letters, y: letters.slice(0, 4) }, [['a', 'b']], ['c'], 'seed')).toEqual({ x: ['g', 'f', 'h'], y: ['b', 'd'] });
  });

  it('makes every form equally likely when pools are apart or nested', () => {
    const nested: Case = { rules: [{ id: 'all', count: 2 }, { id: 'inner', count: 1 }, { id: 'same', count: 1 }, { id: 'other', count: 1 }], pools: { all: [...'abcdef'], inner: [...'abc'], same: [...'abc'], other: ['x', 'y'] }, apart: [], fixed: ['f'] };
    const forms = everyForm(nested).length;
    expect(forms).toBe(3 * 2 * 3 * 2);
    const counts = tally(nested, 7_200);
    expect(counts.size).toBe(forms);
    expect(unevenness(counts, forms, 7_200)).toBeLessThan(1.8);
  });

  it('gives every form a chance when pools cross or pairs stand apart, and evens the chances out', () => {
    const crossing: Case = { rules: [{ id: 'r', count: 2 }, { id: 's', count: 2 }], pools: { r: [...'abcd'], s: [...'cdef'] }, apart: [['a', 'e']], fixed: [] };
    const counts = tally(crossing, 12_000);
    expect([...counts.keys()].sort()).toEqual(everyForm(crossing).sort());
    expect(unevenness(counts, counts.size, 12_000)).toBeLessThan(1.8);
  });

  it('takes over what another rule can spare', () => {
    // Nothing but a → r, b → s, c → t fits.
    const chain = { r: ['a', 'b'], s: ['b', 'c'], t: ['c', 'd'], u: ['d'] };
    const rules = Object.keys(chain).map((id) => ({ id, count: 1 }));
    for (let seed = 0; seed < 20; seed++) expect(pickQuestions(rules, chain, [], [], `${seed}`)).toEqual({ r: ['a'], s: ['b'], t: ['c'], u: ['d'] });
  });

  it('searches on when keeping pairs apart leads it astray', () => {
    // Taking any of a, b, c, d leaves one question; only x, y, z fit.
    const star: Case = { rules: [{ id: 'r', count: 3 }], pools: { r: [...'abcdxyz'] }, apart: [...'abcd'].flatMap((one) => [...'xyz'].map((other): ApartPair => [one, other])).concat([['a', 'b'], ['c', 'd'], ['a', 'c'], ['b', 'd'], ['a', 'd'], ['b', 'c']]), fixed: [] };
    for (let seed = 0; seed < 30; seed++) expect([...pickQuestions(star.rules, star.pools, star.apart, [], `${seed}`).r].sort()).toEqual(['x', 'y', 'z']);
    expect(() => pickQuestions([{ id: 'r', count: 4 }], star.pools, star.apart, [], 's')).toThrow('rules: infeasible');
  });

  it('gives up after a bounded search, and draws what it once found for every seed', () => {
    // 40 rules of one among two questions each; the pairs ask for a colouring that is impossible but hard to rule out.
    const size = 60;
    const rules = Array.from({ length: size }, (_, index) => ({ id: `r${index}`, count: 1 }));
    const pools = Object.fromEntries(rules.map(({ id }) => [id, [`${id}a`, `${id}b`, `${id}c`]]));
    const apart = rules.flatMap(({ id }, index) => [1, 7, 16].flatMap((step) => ['a', 'b', 'c'].flatMap((colour): ApartPair[] => [[`${id}${colour}`, `r${(index + step) % size}${colour}`]])));
    const picker = new QuestionPicker(rules, pools, apart, []);
    const outcome = picker.tryPick('');
    const impossible = { ...pools, r0: ['r0a'], r1: ['r1a'] };
    expect(new QuestionPicker(rules, impossible, apart, []).tryPick('')).not.toHaveProperty('r0');
    if (typeof outcome !== 'string') for (let seed = 0; seed < 5; seed++) expect(isForm(picker.pick(`${seed}`), apart, [])).toBe(true);
    else expect(() => picker.pick('x')).toThrow(/not_found|infeasible/);
  });

  it.each<[string, () => unknown, string]>([
    ['a rule twice', () => pickQuestions([{ id: 'r', count: 1 }, { id: 'r', count: 1 }], { r: ['a'] }, [], [], ''), 'rules: duplicate'],
    ['a broken count', () => pickQuestions([{ id: 'r', count: 0.5 }], { r: ['a'] }, [], [], ''), 'rules.0.count: not_an_integer'],
    ['a negative count', () => checkFeasibility([{ id: 'r', count: -1 }], { r: ['a'] }, [], []), 'rules.0.count: out_of_range'],
    ['no pool', () => pickQuestions([{ id: 'r', count: 1 }], {}, [], [], ''), 'pools.r: missing'],
    ['no pool to check', () => checkFeasibility([{ id: 'r', count: 1 }], {}, [], []), 'pools.r: missing'],
    ['a question twice in a pool', () => pickQuestions([{ id: 'r', count: 1 }], { r: ['a', 'a'] }, [], [], ''), 'pools.r: duplicate'],
    ['too few questions', () => pickQuestions([{ id: 'r', count: 2 }], { r: ['a'] }, [], [], ''), 'rules: infeasible'],
    ['a rule that is not there', () => checkCounts([], [{ rules: ['x'], questions: 1 }], {}, []), 'classes: unknown_rule'],
  ])('refuses %s', (_, act, message) => expect(act).toThrow(message));
});

describe('feasibility', () => {
  it('says feasible of exactly those that can be drawn', () => {
    fc.assert(fc.property(cases, (given) => {
      const { feasible, apart, rules } = checkFeasibility(given.rules, given.pools, given.apart, given.fixed);
      const forms = everyForm(given).length;
      expect(feasible).toBe(forms > 0);
      expect(apart === 'kept' || apart === 'none').toBe(feasible);
      if (apart === 'impossible') expect(everyForm({ ...given, apart: given.apart.filter(([a, b]) => given.fixed.includes(a) || given.fixed.includes(b)) }).length).toBeGreaterThan(0);
      expect(rules.every(({ short, wanted }) => short >= 0 && short <= wanted)).toBe(true);
    }));
  });

  it('counts what each rule could have, by trying everything', () => {
    fc.assert(fc.property(cases, ({ rules, pools }) => {
      const given: Case = { rules, pools, apart: [], fixed: [] };
      const { rules: supply, lacking } = checkFeasibility(rules, pools, [], []);
      const got = supply.map(({ wanted, short }) => wanted - short);
      const canHave = (counts: number[]): boolean => everyForm({ ...given, rules: rules.map(({ id }, index) => ({ id, count: counts[index] })) }).length > 0;
      expect(canHave(got)).toBe(true);
      rules.forEach(({ id }, index) => {
        const more = (by: number): number[] => got.map((count, at) => (at === index ? count + by : count));
        const { available, found, short } = supply[index];
        expect(found).toBe(pools[id].length);
        expect(canHave(more(available - got[index]))).toBe(true);
        expect(canHave(more(available - got[index] + 1))).toBe(false);
        if (short > 0) expect(available).toBe(got[index]);
        // Earlier rules first: a short rule could not have more even if all later ones had nothing.
        if (short > 0) expect(canHave(more(1).map((count, at) => (at > index ? 0 : count)))).toBe(false);
      });
      for (const { rules: ids, wanted, available } of lacking) {
        expect(wanted).toBe(rules.filter(({ id }) => ids.includes(id)).reduce((sum, { count }) => sum + count, 0));
        expect(available).toBe(new Set(ids.flatMap((id) => pools[id])).size);
        expect(wanted).toBeGreaterThan(available);
        expect(wanted - available).toBe(supply.filter(({ id }) => ids.includes(id)).reduce((sum, { short }) => sum + short, 0));
      }
      const named = new Set(lacking.flatMap(({ rules: ids }) => ids));
      expect(supply.filter(({ short }) => short > 0).every(({ id }) => named.has(id))).toBe(true);
    }));
  });

  it('is the same from counts as from lists', () => {
    fc.assert(fc.property(cases, ({ rules, pools, apart }) => {
      const named: Record<string, string[]> = {};
      for (const { id } of rules) for (const question of pools[id]) (named[question] ??= []).push(id);
      expect(checkCounts(rules, [], named, apart)).toEqual(checkFeasibility(rules, pools, apart, []));
    }));
  });

  it('names the rule that lacks and those it competes with', () => {
    const rules = [{ id: 'law', count: 3 }, { id: 'hard', count: 2 }, { id: 'aid', count: 1 }];
    const pools: QuestionPools = { law: ['a', 'b', 'c', 'd'], hard: ['c', 'd'], aid: ['x', 'y'] };
    expect(checkFeasibility(rules, pools, [], [])).toEqual({
      feasible: false, apart: 'untried', lacking: [{ rules: ['law', 'hard'], wanted: 5, available: 4 }],
      rules: [{ id: 'law', wanted: 3, found: 4, available: 3, short: 0 }, { id: 'hard', wanted: 2, found: 2, available: 1, short: 1 }, { id: 'aid', wanted: 1, found: 2, available: 2, short: 0 }],
    });
  });

  it('works from the counts of a large bank', () => {
    const rules = [{ id: 'a', count: 50 }, { id: 'b', count: 50 }];
    const classes = [{ rules: ['a'], questions: 20_000 }, { rules: ['a', 'b'], questions: 30_000 }];
    expect(checkCounts(rules, classes, {}, [])).toEqual({
      feasible: true, apart: 'none', lacking: [],
      rules: [{ id: 'a', wanted: 50, found: 50_000, available: 49_950, short: 0 }, { id: 'b', wanted: 50, found: 30_000, available: 30_000, short: 0 }],
    });
    const pairs: ApartPair[] = [['p', 'q'], ['p', 'nowhere']];
    expect(checkCounts(rules, classes, { p: ['a'], q: ['b'] }, pairs).apart).toBe('kept');
    expect(checkCounts([{ id: 'a', count: 2 }], [], { p: ['a'], q: ['a'] }, pairs)).toMatchObject({ feasible: false, apart: 'impossible', lacking: [] });
    expect(checkCounts([{ id: 'a', count: 3 }], [], { p: ['a'], q: ['a'] }, pairs)).toMatchObject({ feasible: false, apart: 'untried' });
  });
});
