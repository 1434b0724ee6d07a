import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import {
  arrange, balanceByes, bracketSize, buildDoubleElimination, buildSingleElimination, dealGroups, pairSwiss, resolveBracket, RuleInputError, scheduleRoundRobin, seedOrder, separateUnits,
  type Arrangement, type Bracket, type DoubleRule, type GroupMethod, type ResolvedBracket, type SeededEntry, type SwissEntry, type SwissHistory,
} from '../index.js';

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const seeds = (n: number): SeededEntry[] => Array.from({ length: n }, (_, index) => ({ id: `s${index + 1}` }));
/** Plays everything; `pick` chooses the side that wins. */
function play(bracket: Bracket, pick: (sides: string[], id: string) => string): { resolved: ResolvedBracket; winners: Record<string, string>; losses: Map<string, number> } {
  const winners: Record<string, string> = {};
  const losses = new Map<string, number>();
  for (;;) {
    const resolved = resolveBracket(bracket, winners);
    const next = resolved.matches.find(({ state }) => state === 'ready');
    if (!next) return { resolved, winners, losses };
    winners[next.id] = pick([...next.sides] as string[], next.id);
    const loser = next.sides.find((side) => side !== winners[next.id]) as string;
    losses.set(loser, (losses.get(loser) ?? 0) + 1);
  }
}
const better = (sides: string[]) => (Number(sides[0].slice(1)) < Number(sides[1].slice(1)) ? sides[0] : sides[1]);
const worse = (sides: string[]) => (better(sides) === sides[0] ? sides[1] : sides[0]);

describe('seedOrder', () => {
  const oracle = fixture('seed-order') as { inner_outer: Record<string, number[]>; of_1_to_8: Record<string, number[]>; groups: { method: string; n: number; groups: number; expected: number[][] }[] };
  it.each(Object.entries(oracle.inner_outer))('gives the published order of %s', (size, order) => expect(seedOrder(Number(size))).toEqual(order));

  const methods: Record<string, GroupMethod> = { 'effort_balanced': 'cyclic', 'seed_optimized(snake)': 'snake', 'bracket_optimized': 'bracket', 'contiguous makeGroups': 'contiguous' };
  it.each(oracle.groups)('deals $n to $groups groups by $method', ({ method, n, groups, expected }) => expect(dealGroups(n, groups, methods[method])).toEqual(expected));

  it.each(Object.entries(oracle.of_1_to_8))('arranges 1 to 8 by %s as published', (by, expected) => {
    expect(arrange([1, 2, 3, 4, 5, 6, 7, 8], by.replaceAll('_', '-') as Arrangement)).toEqual(expected);
  });

  it('arranges lists of odd length too, and refuses what it does not know', () => {
    const all = (['natural', 'reverse', 'half-shift', 'reverse-half-shift', 'pair-flip'] as const).map((by) => arrange(['a', 'b', 'c'], by).join(''));
    expect(all).toEqual(['abc', 'cba', 'bca', 'acb', 'bac']);
    expect(() => arrange([1], 'shuffle' as 'natural')).toThrow('by: unknown_value');
  });

  it('keeps the two best apart until the final, in every part of the bracket', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), (power) => {
      const order = seedOrder(2 ** power);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 2 ** power }, (_, index) => index + 1));
      for (let size = 2; size <= order.length; size *= 2) {
        const parts = Array.from({ length: order.length / size }, (_, part) => order.slice(part * size, (part + 1) * size));
        expect(parts.map((part) => part.filter((seed) => seed <= parts.length).length)).toEqual(parts.map(() => 1));
      }
    }));
  });

  it.each([0, 1, 3, 12, 8192, 2.5])('refuses the size %d', (size) => expect(() => seedOrder(size)).toThrow('size: '));
  it.each([[2, 2], [3, 4], [4, 4], [5, 8], [4096, 4096]])('%d entries need %d slots', (n, size) => expect(bracketSize(n)).toBe(size));
  it('refuses what does not fit', () => {
    expect(() => bracketSize(1)).toThrow('entries: out_of_range');
    expect(() => bracketSize(4097)).toThrow('entries: out_of_range');
    expect(() => dealGroups(4, 0, 'snake')).toThrow('groups: out_of_range');
    expect(() => dealGroups(4, 5, 'snake')).toThrow('groups: out_of_range');
    expect(() => dealGroups(4, undefined as never, 'snake')).toThrow('groups: not_an_integer');
    expect(() => dealGroups(4097, 2, 'bracket')).toThrow('entries: out_of_range');
    expect(() => dealGroups(0, 1, 'snake')).toThrow('n: out_of_range');
    expect(() => dealGroups(4, 2, 'zigzag' as 'snake')).toThrow('method: unknown_value');
  });

  it('deals groups that differ by at most one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom<GroupMethod>('snake', 'cyclic', 'contiguous', 'bracket'), (n, groups, method) => {
      fc.pre(groups <= n);
      const dealt = dealGroups(n, groups, method);
      const sizes = dealt.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(dealt.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, index) => index + 1));
    }));
  });
});

describe('groups dealt for the bracket that follows', () => {
  const opponents = (n: number, dealt: readonly (readonly number[])[]) => dealt.some((group) => group.some((seed) => group.includes(bracketSize(n) + 1 - seed)));

  it('keep first-round opponents apart when their number is even; an odd number is dealt like a snake', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 260 }), fc.integer({ min: 1, max: 64 }), (n, groups) => {
      fc.pre(groups <= n);
      const dealt = dealGroups(n, groups, 'bracket');
      if (groups % 2 === 1) expect(dealt).toEqual(dealGroups(n, groups, 'snake'));
      else expect(opponents(n, dealt)).toBe(false);
    }));
  });

  // Only an opponent's group is left for a seed here, so that two change places.
  it.each([[120, 6], [127, 6], [204, 6], [254, 6]])('keep them apart with %d seeds in %d groups', (n, groups) => expect(opponents(n, dealGroups(n, groups, 'bracket'))).toBe(false));

  it('hold one of each tier, and with four groups of four one of each quarter', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 6 }), (half, tiers) => {
      for (const group of dealGroups(2 * half * tiers, 2 * half, 'bracket')) expect(group.map((seed) => Math.floor((seed - 1) / (2 * half)))).toEqual(Array.from({ length: tiers }, (_, tier) => tier));
    }));
    for (const group of dealGroups(16, 4, 'bracket')) expect(group.map((seed) => Math.floor(seedOrder(16).indexOf(seed) / 4)).sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('balanceByes', () => {
  const cases = fixture('seed-order').balance_byes as { input: number[]; size: number; expected: (number | null)[] }[];
  it.each(cases)('gives the published slots of $input in $size', ({ input, size, expected }) => expect(balanceByes(input, size)).toEqual(expected));

  it('keeps the order and lets no bye meet a bye while the entries fill half the slots', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 0, max: 2 }), (n, larger) => {
      const entries = Array.from({ length: n }, (_, index) => `e${index}`);
      const size = bracketSize(n) * 2 ** larger;
      const slots = balanceByes(entries, size);
      expect(slots).toHaveLength(size);
      expect(slots.filter((slot) => slot !== null)).toEqual(entries);
      if (larger === 0) expect(balanceByes(entries)).toEqual(slots);
      const empty = slots.filter((slot, index) => index % 2 === 0 && slot === null && slots[index + 1] === null).length;
      expect(empty).toBe(Math.max(0, size / 2 - n));
    }));
  });

  it.each<[number, number | undefined, string]>([[1, undefined, 'entries: out_of_range'], [4097, undefined, 'entries: out_of_range'], [5, 4, 'size: out_of_range'], [5, 12, 'size: not_a_power_of_two'], [5, 8192, 'size: out_of_range']])(
    'refuses %d entries in %s slots', (n, size, message) => expect(() => balanceByes(seeds(n), size)).toThrow(message));

  it('pairs a drawn list as it stands', () => {
    const bracket = buildSingleElimination(seeds(6), { slots: 'listed' });
    const first = resolveBracket(bracket, {}).matches.slice(0, 4).map(({ state, sides }) => [state, ...sides]);
    expect(first).toEqual([['ready', 's1', 's2'], ['ready', 's3', 's4'], ['bye', 's5', null], ['bye', 's6', null]]);
    expect(resolveBracket(bracket, {}).toPlay).toBe(5);
    const double = buildDoubleElimination(seeds(4), { slots: 'listed' });
    expect(resolveBracket(double, {}).matches.slice(0, 2).map(({ sides }) => sides)).toEqual([['s1', 's2'], ['s3', 's4']]);
    expect(() => buildSingleElimination(seeds(4), { slots: 'drawn' as 'listed' })).toThrow('slots: unknown_value');
  });

  it('leaves one match fewer than entries to play in a listed bracket', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 70 }), (n) => expect(resolveBracket(buildSingleElimination(seeds(n), { slots: 'listed' }), {}).toPlay).toBe(n - 1)));
  });
});

describe('separateUnits', () => {
  const of = (...units: (string | null)[]): SeededEntry[] => units.map((unitId, index) => ({ id: `s${index + 1}`, unitId }));
  const pairs = (entries: SeededEntry[]) => {
    const slots = separateUnits(entries);
    return Array.from({ length: slots.length / 2 }, (_, index) => [slots[2 * index], slots[2 * index + 1]] as const);
  };
  const ids = (entries: SeededEntry[]) => pairs(entries).map((pair) => pair.map((entry) => entry?.id ?? 'bye').join('-'));

  it('gives byes to the top seeds', () => expect(ids(seeds(5))).toEqual(['s1-bye', 's4-s5', 's2-bye', 's3-bye']));
  it('leaves everyone in place when nobody clashes', () => expect(ids(of('a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'))).toEqual(['s1-s8', 's4-s5', 's2-s7', 's3-s6']));
  it('exchanges as little as possible', () => expect(ids(of('a', 'b', 'c', 'd', 'e', 'f', 'g', 'a'))).toEqual(['s1-s7', 's4-s5', 's2-s8', 's3-s6']));
  it('does not take people without a unit for one unit', () => expect(ids(of(null, null, null, null))).toEqual(['s1-s4', 's2-s3']));

  it('has the fewest first-round pairs from one unit that are possible', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 2, maxLength: 20 }), (units) => {
      const entries = of(...units);
      const drawn = pairs(entries);
      const real = drawn.filter(([a, b]) => a && b);
      const clashes = real.filter(([a, b]) => a?.unitId && a.unitId === b?.unitId).length;
      // k of one unit among m pairs: at least k − m pairs cannot be avoided, and no more need be.
      const players = real.flat();
      const least = Math.max(0, ...['a', 'b', 'c'].map((unit) => players.filter((player) => player?.unitId === unit).length - real.length));
      expect(clashes).toBe(least);
      expect(drawn.flat().filter((entry) => entry !== null).map((entry) => entry?.id).sort()).toEqual(entries.map(({ id }) => id).sort());
      drawn.forEach(([a, b]) => { if (!b) expect(Number(a?.id.slice(1))).toBeLessThanOrEqual(bracketSize(units.length) - units.length); });
    }));
  });
});

describe('single elimination', () => {
  it('ranks by the round of the loss', () => {
    const { resolved, winners } = play(buildSingleElimination(seeds(8)), better);
    expect(resolved.champion).toBe('s1');
    expect(Object.fromEntries(resolved.ranks)).toEqual({ s1: 1, s2: 2, s3: 3, s4: 3, s5: 5, s6: 5, s7: 5, s8: 5 });
    expect(Object.keys(winners)).toHaveLength(7);
  });

  it('plays for third place when told to', () => {
    const { resolved, winners } = play(buildSingleElimination(seeds(8), { thirdPlace: true }), better);
    expect(Object.fromEntries(resolved.ranks)).toMatchObject({ s1: 1, s2: 2, s3: 3, s4: 4, s5: 5 });
    expect(winners['third-1-1']).toBe('s3');
    const three = play(buildSingleElimination(seeds(3), { thirdPlace: true }), better);
    expect([three.resolved.toPlay, Object.fromEntries(three.resolved.ranks)]).toEqual([2, { s1: 1, s2: 2, s3: 3 }]);
    expect(buildSingleElimination(seeds(2), { thirdPlace: true }).matches).toHaveLength(1);
  });

  it('shows what can be played and who waits', () => {
    const bracket = buildSingleElimination(seeds(5));
    const [first] = [resolveBracket(bracket, {})];
    expect(first.matches.map(({ id, state, sides }) => [id, state, sides])).toEqual([
      ['winners-1-1', 'bye', ['s1', null]], ['winners-1-2', 'ready', ['s4', 's5']], ['winners-1-3', 'bye', ['s2', null]], ['winners-1-4', 'bye', ['s3', null]],
      ['winners-2-1', 'waiting', ['s1', undefined]], ['winners-2-2', 'ready', ['s2', 's3']], ['winners-3-1', 'waiting', [undefined, undefined]],
    ]);
    expect([first.toPlay, first.champion, [...first.ranks]]).toEqual([4, null, []]);
    const next = resolveBracket(bracket, { 'winners-1-2': 's5' });
    expect([...next.ranks]).toEqual([['s4', 5]]);
    expect(next.matches[1]).toEqual({ id: 'winners-1-2', state: 'played', sides: ['s4', 's5'], winner: 's5', loser: 's4' });
    expect(next.matches[4]).toMatchObject({ state: 'ready', sides: ['s1', 's5'] });
  });

  it.each<[Record<string, string>, string]>([
    [{ 'winners-9-1': 's1' }, 'winners.winners-9-1: unknown_match'], [{ 'winners-1-1': 's1' }, 'winners.winners-1-1: not_playable'], [{ 'winners-2-1': 's1' }, 'winners.winners-2-1: not_playable'], [{ 'winners-1-2': 's1' }, 'winners.winners-1-2: not_in_match'],
  ])('refuses the results %j', (winners, message) => expect(() => resolveBracket(buildSingleElimination(seeds(5)), winners)).toThrow(message));

  it('refuses what the published source refuses', () => {
    const bracket = buildSingleElimination(seeds(5));
    const refusals: Record<string, () => unknown> = {
      'duplicate participant in seeding': () => buildSingleElimination([...seeds(3), { id: 's1' }]),
      // A result is the winner's id, so that a draw names nobody.
      'draw result in elimination': () => resolveBracket(bracket, { 'winners-1-2': '' }),
      'score entry on a locked (BYE-resolved or archived) match': () => resolveBracket(bracket, { 'winners-1-1': 's1' }),
      'round robin without group count': () => dealGroups(8, undefined as never, 'cyclic'),
      'group count 0': () => dealGroups(8, 0, 'cyclic'),
    };
    expect(Object.keys(refusals)).toEqual(fixture('bracket-counts').refusals);
    for (const refused of Object.values(refusals)) expect(refused).toThrow(RuleInputError);
  });

  it('refuses an entry twice, and a field of one', () => {
    expect(() => buildSingleElimination([{ id: 'a' }, { id: 'a' }])).toThrow('entries: duplicate');
    expect(() => buildSingleElimination(seeds(1))).toThrow('entries: out_of_range');
    expect(() => buildDoubleElimination([{ id: 'a' }, { id: 'a' }])).toThrow('entries: duplicate');
  });

  it('plays N − 1 matches, and everyone but the winner loses once', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 33 }), fc.string(), fc.boolean(), (n, seed, thirdPlace) => {
      const random = new SeededRandom(seed);
      const bracket = buildSingleElimination(seeds(n), { thirdPlace });
      const third = thirdPlace && n >= 4 ? 1 : 0;
      expect(resolveBracket(bracket, {}).toPlay).toBe(n - 1 + third);
      const { resolved, winners, losses } = play(bracket, (sides) => random.pick(sides));
      expect(Object.keys(winners)).toHaveLength(n - 1 + third);
      expect(losses.has(resolved.champion as string)).toBe(false);
      expect(losses.size).toBe(n - 1);
      expect(resolved.ranks.size).toBe(n);
    }));
  });
});

describe('double elimination', () => {
  it('has the published numbers of groups, rounds, matches and games', () => {
    const cases = fixture('bracket-counts').cases as { type: string; size: number; matches: number; rounds: number; groups?: number; games?: number; grand_final?: string; consolation_final?: boolean; skip_first_round?: boolean; best_of?: number }[];
    for (const { type, size, matches, rounds, groups, games, ...rule } of cases.filter(({ type: kind }) => kind !== 'round_robin')) {
      const grandFinal = ({ simple: 'simple', double: 'reset' } as const)[rule.grand_final ?? ''] ?? 'none';
      const bracket = type === 'single'
        ? buildSingleElimination(seeds(size), { thirdPlace: rule.consolation_final })
        : buildDoubleElimination(seeds(size), { grandFinal, thirdPlace: rule.consolation_final, skipFirstRound: rule.skip_first_round });
      const played = bracket.matches.filter(({ skipped }) => !skipped);
      expect(played).toHaveLength(matches);
      expect(new Set(played.map((match) => `${match.part}-${match.round}`)).size).toBe(rounds);
      // That source's groups: upper bracket, lower bracket, finals; and it counts every game of a match that may be played.
      if (groups) expect(new Set(played.map(({ part }) => (part === 'winners' || part === 'losers' ? part : 'finals'))).size).toBe(groups);
      if (games) expect(played.length * (rule.best_of as number)).toBe(games);
    }
  });

  it('needs a second grand final only when the lower champion wins the first', () => {
    const bracket = buildDoubleElimination(seeds(4));
    const straight = play(bracket, better);
    expect([Object.keys(straight.winners).length, straight.resolved.champion, straight.resolved.toPlay]).toEqual([6, 's1', 6]);
    expect(straight.resolved.matches.find(({ id }) => id === 'reset-1-1')?.state).toBe('not-needed');
    expect(Object.fromEntries(straight.resolved.ranks)).toEqual({ s1: 1, s2: 2, s3: 3, s4: 4 });
    const upset = play(bracket, (sides, id) => (id === 'final-1-1' ? worse(sides) : better(sides)));
    expect([Object.keys(upset.winners).length, upset.resolved.champion, upset.resolved.toPlay]).toEqual([7, 's1', 7]);
    const twice = play(bracket, (sides, id) => (id === 'final-1-1' || id === 'reset-1-1' ? worse(sides) : better(sides)));
    expect([twice.resolved.champion, twice.resolved.ranks.get('s1')]).toEqual(['s2', 2]);
    const { 'reset-1-1': _, ...open } = upset.winners;
    expect(resolveBracket(bracket, open)).toMatchObject({ champion: null, toPlay: 7 });
  });

  it('can do with one grand final, or none, or a match for third place', () => {
    const simple = play(buildDoubleElimination(seeds(4), { grandFinal: 'simple' }), worse);
    expect([Object.keys(simple.winners).length, simple.resolved.champion]).toEqual([6, 's4']);
    const none = play(buildDoubleElimination(seeds(4), { grandFinal: 'none' }), better).resolved;
    expect([none.toPlay, Object.fromEntries(none.ranks)]).toEqual([5, { s1: 1, s2: 2, s3: 3, s4: 4 }]);
    expect(Object.fromEntries(play(buildDoubleElimination(seeds(2), { grandFinal: 'none' }), better).resolved.ranks)).toEqual({ s1: 1, s2: 2 });
    const third = play(buildDoubleElimination(seeds(4), { thirdPlace: true }), (sides, id) => (id === 'third-1-1' ? worse(sides) : better(sides))).resolved;
    expect([third.toPlay, Object.fromEntries(third.ranks)]).toEqual([7, { s1: 1, s2: 2, s4: 3, s3: 4 }]);
  });

  it('can start the better half in the second round', () => {
    const bracket = buildDoubleElimination(seeds(8), { skipFirstRound: true });
    const { matches, toPlay } = resolveBracket(bracket, {});
    expect(matches.find(({ id }) => id === 'winners-2-1')?.sides).toEqual(['s1', 's4']);
    expect(matches.find(({ id }) => id === 'losers-1-1')?.sides).toEqual(['s8', 's5']);
    expect(toPlay).toBe(10);
    expect(() => buildDoubleElimination(seeds(7), { skipFirstRound: true })).toThrow('skipFirstRound: needs_a_full_bracket');
    expect(() => buildDoubleElimination(seeds(2), { skipFirstRound: true })).toThrow('skipFirstRound: needs_a_full_bracket');
    expect(() => buildDoubleElimination(seeds(4), { grandFinal: 'best-of' } as never as DoubleRule)).toThrow('grandFinal: unknown_value');
  });

  it('drops losers in a turned order', () => {
    const { matches } = resolveBracket(buildDoubleElimination(seeds(8)), { 'winners-1-1': 's1', 'winners-1-2': 's4', 'winners-1-3': 's2', 'winners-1-4': 's3', 'winners-2-1': 's1', 'winners-2-2': 's2' });
    const sides = (id: string) => matches.find((match) => match.id === id)?.sides;
    expect([sides('losers-1-1'), sides('losers-1-2'), sides('losers-2-1'), sides('losers-2-2')]).toEqual([['s8', 's5'], ['s7', 's6'], ['s3', undefined], ['s4', undefined]]);
    const { matches: sixteen } = buildDoubleElimination(seeds(16));
    const from = (id: string) => sixteen.find((match) => match.id === id)?.sources.map((source) => ('match' in source ? source.match : ''));
    expect([from('losers-2-1'), from('losers-4-1'), from('losers-4-2'), from('losers-6-1')]).toEqual([['winners-2-4', 'losers-1-1'], ['winners-3-2', 'losers-3-1'], ['winners-3-1', 'losers-3-2'], ['winners-4-1', 'losers-5-1']]);
  });

  it('plays 2N − 2 or 2N − 1 matches; everyone but the champion loses twice', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 17 }), fc.string(), (n, seed) => {
      const random = new SeededRandom(seed);
      const { resolved, winners, losses } = play(buildDoubleElimination(seeds(n)), (sides) => random.pick(sides));
      const champion = resolved.champion as string;
      const lost = losses.get(champion) ?? 0;
      expect(lost).toBeLessThanOrEqual(1);
      expect(Object.keys(winners)).toHaveLength(2 * n - 2 + lost);
      expect(resolved.toPlay).toBe(2 * n - 2 + lost);
      for (const { id } of seeds(n)) if (id !== champion) expect(losses.get(id)).toBe(2);
      expect(resolved.ranks.size).toBe(n);
      expect([...resolved.ranks.values()].filter((rank) => rank === 1)).toHaveLength(1);
    }));
  });
});

describe('scheduleRoundRobin', () => {
  it('goes round the circle', () => {
    expect(scheduleRoundRobin(['a', 'b', 'c', 'd'])).toEqual([
      { round: 1, pairs: [['a', 'd'], ['b', 'c']], byes: [], rest: null }, { round: 2, pairs: [['c', 'a'], ['d', 'b']], byes: [], rest: null }, { round: 3, pairs: [['a', 'b'], ['c', 'd']], byes: [], rest: null },
    ]);
    expect(scheduleRoundRobin(['a', 'b', 'c']).map(({ pairs, rest }) => [pairs, rest])).toEqual([[[['b', 'c']], 'a'], [[['c', 'a']], 'b'], [[['a', 'b']], 'c']]);
  });

  it('has the published numbers of matches', () => {
    const cases = fixture('bracket-counts').cases as { type: string; size?: number; entries?: (string | null)[]; groups: number; rounds?: number; matches: number }[];
    for (const { size, entries, groups, rounds, matches } of cases.filter(({ type }) => type === 'round_robin')) {
      const slots = entries ?? Array.from({ length: size as number }, (_, index) => `T${index + 1}`);
      const schedules = dealGroups(slots.length, groups, 'cyclic').map((group) => scheduleRoundRobin(group.map((seed) => slots[seed - 1])));
      const played = schedules.flat();
      expect(played.reduce((sum, { pairs, byes }) => sum + pairs.length + byes.length, 0)).toBe(matches);
      if (rounds) expect(played).toHaveLength(rounds);
    }
  });

  it('keeps free places free: whoever stands opposite one has a bye', () => {
    expect(scheduleRoundRobin(['a', 'b', null, null])).toEqual([
      { round: 1, pairs: [], byes: ['a', 'b'], rest: null }, { round: 2, pairs: [], byes: ['a', 'b'], rest: null }, { round: 3, pairs: [['a', 'b']], byes: [], rest: null },
    ]);
    expect(scheduleRoundRobin(['a', 'b', null])).toEqual([{ round: 1, pairs: [], byes: ['b'], rest: 'a' }, { round: 2, pairs: [], byes: ['a'], rest: 'b' }, { round: 3, pairs: [['a', 'b']], byes: [], rest: null }]);
    expect(scheduleRoundRobin(['a', null], 2)).toEqual([{ round: 1, pairs: [], byes: ['a'], rest: null }, { round: 2, pairs: [], byes: ['a'], rest: null }]);
  });

  it('makes a match or a bye of every two places but two free ones, and takes everyone once a round', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 16 }), fc.constantFrom(1, 2), (taken, legs) => {
      fc.pre(taken.includes(true));
      const places = taken.map((is, index) => (is ? `e${index}` : null));
      const [n, free] = [places.length, places.filter((place) => place === null).length];
      const schedule = scheduleRoundRobin(places, legs);
      expect(schedule.reduce((sum, { pairs, byes }) => sum + pairs.length + byes.length, 0)).toBe(((n * (n - 1) - free * (free - 1)) / 2) * legs);
      for (const { pairs, byes, rest } of schedule) expect([...pairs.flat(), ...byes, ...(rest ? [rest] : [])].sort()).toEqual(places.filter((place) => place !== null).sort());
      const met = schedule.slice(0, schedule.length / legs).flatMap(({ pairs }) => pairs.map((pair) => [...pair].sort().join()));
      expect(new Set(met).size).toBe(((n - free) * (n - free - 1)) / 2);
    }));
  });

  it('lets everyone meet everyone once a leg, at most once a round', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 20 }), fc.constantFrom(1, 2), (n, legs) => {
      const ids = seeds(n).map(({ id }) => id);
      const schedule = scheduleRoundRobin(ids, legs);
      expect(schedule).toHaveLength((n % 2 === 0 ? n - 1 : n) * legs);
      schedule.forEach(({ round, pairs, rest }, index) => {
        expect(round).toBe(index + 1);
        expect([...pairs.flat(), ...(rest ? [rest] : [])].sort()).toEqual([...ids].sort());
      });
      const met = schedule.flatMap(({ pairs }) => pairs.map((pair) => [...pair].sort().join()));
      expect(new Set(met).size).toBe((n * (n - 1)) / 2);
      expect(met).toHaveLength(((n * (n - 1)) / 2) * legs);
      if (legs === 2) expect(new Set(schedule.flatMap(({ pairs }) => pairs.map((pair) => pair.join()))).size).toBe(n * (n - 1));
    }));
  });

  it('refuses what cannot be scheduled', () => {
    expect(() => scheduleRoundRobin(['a'])).toThrow('ids: too_few');
    expect(() => scheduleRoundRobin([null, null])).toThrow('ids: too_few');
    expect(() => scheduleRoundRobin(['a', 'a'])).toThrow('ids: duplicate');
    expect(() => scheduleRoundRobin(['a', 'b'], 3)).toThrow('legs: out_of_range');
    expect(() => scheduleRoundRobin(['a', 'b'], 0)).toThrow('legs: out_of_range');
  });
});

describe('pairSwiss', () => {
  const standing = (...points: number[]): SwissEntry[] => points.map((own, index) => ({ id: `s${index + 1}`, points: own }));
  const none: SwissHistory = { played: [], byes: [] };
  const pairs = (entries: SwissEntry[], system: 'monrad' | 'dutch', history: Partial<SwissHistory> = {}) => {
    const round = pairSwiss(entries, { ...none, ...history }, { system });
    return round.state === 'paired' ? [...round.pairs.map((pair) => pair.join('-')), ...(round.bye ? [`${round.bye} bye`] : []), ...round.floaters.map((id) => `${id} floats`)] : [round.reason];
  };

  it.each<['monrad' | 'dutch', SwissEntry[], Partial<SwissHistory>, string[]]>([
    ['monrad', standing(0, 0, 0, 0), {}, ['s1-s2', 's3-s4']],
    ['monrad', standing(2, 1, 1, 0), { played: [['s1', 's2']] }, ['s1-s3', 's2-s4', 's1 floats', 's2 floats']],
    ['monrad', standing(1, 1, 1, 1), { played: [['s1', 's2'], ['s1', 's3']] }, ['s1-s4', 's2-s3']],
    ['monrad', standing(1, 1, 1, 1), { played: [['s3', 's4']] }, ['s1-s3', 's2-s4']],
    ['monrad', standing(1, 1, 0), {}, ['s1-s2', 's3 bye']],
    ['monrad', standing(1, 1, 0), { byes: ['s3'] }, ['s1-s3', 's2 bye', 's1 floats']],
    ['monrad', standing(1, 1, 0), { byes: ['s3'], played: [['s1', 's3']] }, ['s2-s3', 's1 bye', 's2 floats']],
    ['monrad', standing(1, 1, 0), { byes: ['s1', 's2', 's3'] }, ['no-bye-left']],
    ['monrad', standing(1, 1, 0), { byes: ['s1', 's2'], played: [['s1', 's2']] }, ['rematch-unavoidable']],
    ['monrad', standing(1, 1), { played: [['s2', 's1']] }, ['rematch-unavoidable']],
    ['monrad', standing(1, 1, 1, 1), { played: [['s1', 's2'], ['s1', 's3'], ['s1', 's4']] }, ['rematch-unavoidable']],
    ['dutch', standing(0, 0, 0, 0, 0, 0), {}, ['s1-s4', 's2-s5', 's3-s6']],
    ['dutch', standing(1, 1, 0, 0), {}, ['s1-s2', 's3-s4']],
    ['dutch', standing(1, 1, 1, 0, 0, 0), {}, ['s1-s2', 's3-s4', 's5-s6', 's3 floats']],
    ['dutch', standing(0, 0, 0, 0), { played: [['s1', 's3']] }, ['s1-s4', 's2-s3']],
    ['dutch', standing(1, 1, 0, 0), { played: [['s1', 's2']] }, ['s1-s3', 's2-s4', 's1 floats', 's2 floats']],
    ['dutch', standing(0, 0, 0, 0), { played: [['s1', 's3'], ['s1', 's4'], ['s2', 's3'], ['s2', 's4']] }, ['s1-s2', 's3-s4']],
    ['dutch', standing(2, 1, 1, 1, 0, 0), { played: [['s1', 's2']] }, ['s1-s3', 's2-s4', 's5-s6', 's1 floats']],
    ['dutch', standing(1, 1, 1, 0, 0, 0), { played: [['s3', 's4'], ['s3', 's5'], ['s3', 's6']] }, ['s1-s3', 's2-s4', 's5-s6', 's2 floats']],
    ['dutch', standing(2, 1, 0), {}, ['s1-s2', 's3 bye', 's1 floats']],
    ['dutch', standing(1, 1), { played: [['s1', 's2']] }, ['rematch-unavoidable']],
    ['dutch', standing(1, 1), { played: [['s1', 'gone']], byes: ['gone'] }, ['s1-s2']],
  ])('%s pairs %j after %j: %j', (system, entries, history, expected) => expect(pairs(entries, system, history)).toEqual(expected));

  it.each<[SwissEntry[], string, string]>([
    [standing(1), 'monrad', 'entries: too_few'], [[...standing(1), ...standing(1)], 'monrad', 'entries: duplicate'], [standing(0, 1), 'monrad', 'entries.1.points: not_descending'], [[{ id: 'a', points: 'x' }, { id: 'b', points: 0 }], 'monrad', 'entries.0.points: not_a_decimal'],
    [standing(1, 0), 'swiss', 'rule.system: unknown_value'],
  ])('refuses %j', (entries, system, message) => expect(() => pairSwiss(entries, none, { system: system as 'dutch' })).toThrow(message));

  it('never rematches nor rests anyone twice, and goes on as long as any pairing exists', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 11 }), fc.constantFrom('monrad', 'dutch'), fc.string(), (n, system, seed) => {
      const random = new SeededRandom(seed);
      const points = new Map(seeds(n).map(({ id }) => [id, 0]));
      const history = { played: [] as [string, string][], byes: [] as string[] };
      for (let round = 1; round < n; round++) {
        const entries = [...points].map(([id, own]) => ({ id, points: own })).sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
        const result = pairSwiss(entries, history, { system: system as 'dutch' });
        if (result.state === 'infeasible') {
          expect(canPair(entries.map(({ id }) => id), history)).toBe(false);
          return;
        }
        expect([...result.pairs.flat(), ...(result.bye ? [result.bye] : [])].sort()).toEqual([...points.keys()].sort());
        for (const [a, b] of result.pairs) {
          expect(history.played.some((met) => met.includes(a) && met.includes(b))).toBe(false);
          const winner = random.pick([a, b]);
          points.set(winner, (points.get(winner) ?? 0) + 1);
          history.played.push([a, b]);
        }
        if (result.bye) {
          expect(history.byes).not.toContain(result.bye);
          history.byes.push(result.bye);
          points.set(result.bye, (points.get(result.bye) ?? 0) + 1);
        }
      }
    }));
  });
});

/** Brute force: whether the first can be paired or rest so that the others can. */
function canPair(ids: string[], history: SwissHistory): boolean {
  if (ids.length === 0) return true;
  const [first, ...rest] = ids;
  if (ids.length % 2 === 1 && !history.byes.includes(first) && canPair(rest, history)) return true;
  return rest.some((other) => !history.played.some((met) => met.includes(first) && met.includes(other)) && canPair(rest.filter((id) => id !== other), history));
}
