import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Decimal } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import {
  awardPoints, grantAwards, grantMedals, LiveRanking, measureMatches, measureRates, rankMedals, rankStandings, scoreTeam, totalStages,
  type PlayedMatch, type RankingEntry, type RankingRule, type RateEntry, type ShareRule, type TeamRule, type TeamStage,
} from '../index.js';

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const byTotal: RankingRule = { keys: [{ key: 'total', direction: 'desc' }] };
const entry = (id: string, total: number | string | null, more: Partial<RankingEntry> = {}): RankingEntry => ({ id, values: { total }, ...more });

describe('rankStandings', () => {
  it.each<[RankingRule['style'], (number | null)[]]>([[undefined, [1, 2, 2, 4]], ['1224', [1, 2, 2, 4]], ['1223', [1, 2, 2, 3]], ['mean', [1, 2.5, 2.5, 4]]])('style %s ranks %j', (style, ranks) => {
    const standings = rankStandings([entry('d', 1), entry('c', 5), entry('a', 9), entry('b', '5.0')], { ...byTotal, style });
    expect(standings.map(({ id, rank, sharedBy }) => [id, rank, sharedBy])).toEqual([['a', ranks[0], 1], ['b', ranks[1], 2], ['c', ranks[2], 2], ['d', ranks[3], 1]]);
  });

  it('lists entries without a score after all others, by state, without a rank', () => {
    const standings = rankStandings([entry('x', 9, { state: 'disqualified' }), entry('w', 1, { state: 'absent' }), entry('v', 1, { state: 'absent' }), entry('p', null, { state: 'pending' }), entry('a', 0)], byTotal);
    expect(standings.map(({ id, rank, state, sharedBy, steps }) => [id, rank, state, sharedBy, steps.length])).toEqual([
      ['a', 1, 'scored', 1, 1], ['p', null, 'pending', 0, 0], ['v', null, 'absent', 0, 0], ['w', null, 'absent', 0, 0], ['x', null, 'disqualified', 0, 0],
    ]);
  });

  it('carries the steps that separated each entry', () => {
    const rule: RankingRule = { keys: [{ key: 'total', direction: 'desc' }, { key: 'practical', direction: 'desc' }, { key: 'time', direction: 'asc' }] };
    const make = (id: string, total: string, practical: string, time: string | null) => ({ id, values: { total, practical, time } });
    const standings = rankStandings([make('a', '90', '50', '31.5'), make('b', '90', '50', '30'), make('c', '90', '55', '99'), make('d', '80', '1', '1'), make('e', '90', '50', null)], rule);
    expect(standings.map(({ id, rank }) => [id, rank])).toEqual([['c', 1], ['b', 2], ['a', 3], ['e', 4], ['d', 5]]);
    expect(standings[0].steps).toEqual([
      { key: 'total', direction: 'desc', value: '90', figure: 'exact', among: 5, left: 4 }, { key: 'practical', direction: 'desc', value: '55', figure: 'exact', among: 4, left: 1 },
    ]);
    expect(standings[1].steps[2]).toEqual({ key: 'time', direction: 'asc', value: '30', figure: 'exact', among: 3, left: 1 });
    expect(standings[3].steps[2]).toMatchObject({ value: null, left: 1 });
    expect(standings[4].steps).toEqual([{ key: 'total', direction: 'desc', value: '80', figure: 'exact', among: 5, left: 1 }]);
  });

  it('compares published figures when told to, exact ones otherwise', () => {
    const entries = [entry('a', '89.995'), entry('b', '89.99')];
    expect(rankStandings(entries, byTotal).map(({ rank }) => rank)).toEqual([1, 2]);
    const published = rankStandings([entry('a', '89.994'), entry('b', '89.99')], { keys: [{ key: 'total', direction: 'desc', published: { scale: 2, mode: 'half-up' } }] });
    expect(published.map(({ rank, steps }) => [rank, steps[0].value, steps[0].figure])).toEqual([[1, '89.99', 'published'], [1, '89.99', 'published']]);
  });

  it('puts missing figures last, or first when told to', () => {
    const entries = [entry('a', null), entry('b', 1), entry('c', undefined as never)];
    expect(rankStandings(entries, byTotal).map(({ id, rank }) => [id, rank])).toEqual([['b', 1], ['a', 2], ['c', 2]]);
    expect(rankStandings(entries, { keys: [{ key: 'total', direction: 'desc', missing: 'first' }] }).map(({ id, rank }) => [id, rank])).toEqual([['a', 1], ['c', 1], ['b', 3]]);
  });

  it('gives the published ranks by average, then best', () => {
    const cases = fixture('ranking-two-keys').ranking as { sort: string; rows: { best?: number; average?: number; empty?: boolean; rank: number | null }[] }[];
    for (const { sort, rows } of cases) {
      const time = (value?: number) => (value && value > 0 ? value : null);
      const entries = rows.map(({ best, average, empty }, index): RankingEntry => ({ id: `e${index}`, ...(empty ? { state: 'pending' } : {}), values: { best: time(best), average: time(average) } }));
      const keys = (sort === 'best only' ? ['best'] : ['average', 'best']).map((key) => ({ key, direction: 'asc' as const }));
      const ranks = new Map(rankStandings(entries, { keys }).map(({ id, rank }) => [id, rank]));
      expect(rows.map((_, index) => ranks.get(`e${index}`))).toEqual(rows.map(({ rank }) => rank));
    }
  });

  it('tells figures apart however small the difference or large the number', () => {
    const ids = (...totals: string[]) => rankStandings(totals.map((total, index) => entry(`e${index}`, total)), byTotal).map(({ id, rank }) => `${id} ${rank}`);
    expect(ids('0.1234567', '0.12345671', '0.123456')).toEqual(['e1 1', 'e0 2', 'e2 3']);
    expect(ids('9007199254740993', '9007199254740992', '1')).toEqual(['e0 1', 'e1 2', 'e2 3']);
    expect(ids('-1', '1', '0')).toEqual(['e1 1', 'e2 2', 'e0 3']);
  });

  it('ranks nobody', () => expect(rankStandings([], byTotal)).toEqual([]));

  it.each<[RankingEntry[], RankingRule, string]>([
    [[], { keys: [] }, 'keys: empty'], [[], { keys: [byTotal.keys[0], byTotal.keys[0]] }, 'keys: duplicate'], [[], { keys: [{ key: 'a', direction: 'up' as 'asc' }] }, 'keys.0.direction: unknown_value'],
    [[], { keys: [{ key: 'a', direction: 'asc', missing: 'never' as 'last' }] }, 'keys.0.missing: unknown_value'], [[], { ...byTotal, style: '1334' as 'mean' }, 'style: unknown_value'],
    [[], { keys: [{ key: 'a', direction: 'asc', published: { scale: 99, mode: 'down' } }] }, 'keys.0.published.scale: out_of_range'],
    [[entry('a', 1), entry('a', 2)], byTotal, 'entries: duplicate'], [[entry('a', 'x')], byTotal, 'entries.0.values.total: not_a_decimal'], [[entry('a', 1, { state: 'lost' as 'absent' })], byTotal, 'entries.0.state: unknown_value'],
  ])('refuses %j by %j', (entries, rule, message) => expect(() => rankStandings(entries, rule)).toThrow(message));
});

const figures = fc.record({ total: fc.option(fc.integer({ min: 0, max: 6 })), time: fc.integer({ min: 0, max: 3 }) });
const fields = fc.array(fc.tuple(figures, fc.constantFrom('scored', 'scored', 'scored', 'absent', 'disqualified')), { maxLength: 25 })
  .map((rows) => rows.map(([values, state], index): RankingEntry => ({ id: `e${index}`, values, state: state as 'absent' })));
const rules = fc.record({
  keys: fc.constantFrom<RankingRule['keys']>(byTotal.keys, [{ key: 'total', direction: 'desc' }, { key: 'time', direction: 'asc' }], [{ key: 'time', direction: 'asc' }, { key: 'total', direction: 'asc', missing: 'first' }]),
  style: fc.constantFrom<RankingRule['style']>('1224', '1223', 'mean'),
});

describe('ranks', () => {
  it('do not depend on the order of the entries, and are monotone in the figures', () => {
    fc.assert(fc.property(fields, rules, (entries, rule) => {
      const standings = rankStandings(entries, rule);
      expect(rankStandings([...entries].reverse(), rule)).toEqual(standings);
      const first = rule.keys[0];
      const ranked = standings.filter(({ rank }) => rank !== null);
      ranked.forEach(({ id, rank }, at) => {
        const next = ranked[at + 1];
        if (!next) return;
        const value = (of: string) => entries.find((each) => each.id === of)?.values[first.key] as number | null;
        const [a, b] = [value(id), value(next.id)];
        if (a !== null && b !== null) expect(first.direction === 'desc' ? a >= b : a <= b).toBe(true);
        expect((rank as number) <= (next.rank as number)).toBe(true);
      });
    }));
  });

  it('never split a tie that no key splits', () => {
    fc.assert(fc.property(fields, rules, (entries, rule) => {
      const standings = rankStandings(entries, rule).filter(({ rank }) => rank !== null);
      const text = (id: string) => JSON.stringify(rule.keys.map(({ key }) => entries.find((each) => each.id === id)?.values[key] ?? null));
      for (const a of standings) for (const b of standings) expect(a.rank === b.rank).toBe(text(a.id) === text(b.id));
      for (const { sharedBy, rank, steps } of standings) {
        expect(standings.filter((other) => other.rank === rank)).toHaveLength(sharedBy);
        expect(steps[steps.length - 1].left >= sharedBy).toBe(true);
      }
    }));
  });

  it('are the same when one entry changes at a time', () => {
    fc.assert(fc.property(fields, fields, rules, fc.array(fc.nat(24), { maxLength: 8 }), (before, after, rule, removed) => {
      const live = new LiveRanking(rule);
      for (const each of before) live.upsert(each);
      for (const each of after) live.upsert(each);
      for (const index of removed) live.remove(`e${index}`);
      const gone = new Set(removed.map((index) => `e${index}`));
      const now = new Map([...before, ...after].filter(({ id }) => !gone.has(id)).map((each) => [each.id, each]));
      const full = rankStandings([...now.values()], rule);
      expect(live.toStandings()).toEqual(full);
      expect(live.ranked).toBe(full.filter(({ rank }) => rank !== null).length);
      for (const standing of full) expect(live.standingOf(standing.id)).toEqual(standing);
    }));
  });
});

describe('LiveRanking', () => {
  const live = (): LiveRanking => {
    const ranking = new LiveRanking(byTotal);
    [5, 9, 5, 1, 5, 7].forEach((total, index) => ranking.upsert(entry(`e${index}`, total)));
    return ranking;
  };

  it('gives a page', () => {
    expect(live().page(1, 3).map(({ id, rank }) => [id, rank])).toEqual([['e5', 2], ['e0', 3], ['e2', 3]]);
    expect(live().page(4, 9).map(({ id, rank }) => [id, rank])).toEqual([['e4', 3], ['e3', 6]]);
    expect([live().page(6, 1), live().page(0, 0), live().page(2, 1).map(({ id }) => id)]).toEqual([[], [], ['e0']]);
  });

  it('replaces, removes and changes states', () => {
    const ranking = live();
    ranking.upsert(entry('e3', 10));
    expect(ranking.standingOf('e3').rank).toBe(1);
    ranking.upsert(entry('e3', 10, { state: 'disqualified' }));
    expect(ranking.standingOf('e3')).toEqual({ id: 'e3', state: 'disqualified', rank: null, sharedBy: 0, steps: [] });
    expect([ranking.ranked, ranking.remove('e3'), ranking.remove('e3'), ranking.remove('e1'), ranking.ranked]).toEqual([5, true, false, true, 4]);
    ranking.upsert(entry('e3', 4));
    expect(ranking.standingOf('e3').rank).toBe(5);
    expect(() => ranking.standingOf('e1')).toThrow('id: unknown_entry');
  });

  it('changes nothing when a figure is refused', () => {
    const ranking = live();
    expect(() => ranking.upsert(entry('e1', 'x'))).toThrow('entries.e1.values.total: not_a_decimal');
    expect(ranking.standingOf('e1').rank).toBe(1);
    expect(() => new LiveRanking({ keys: [] })).toThrow('keys: empty');
  });

  it('stands entries that arrive in order', () => {
    const ranking = new LiveRanking(byTotal);
    for (let i = 0; i < 3000; i++) ranking.upsert(entry(String(i), i));
    expect(ranking.standingOf('0').rank).toBe(3000);
  });
});

describe('rankMedals', () => {
  it('gives the published medal table of 2024', () => {
    const { rows } = fixture('medal-table-2024') as { rows: { rank: number; noc: string; gold: number; silver: number; bronze: number }[] };
    const ranks = new Map(rankMedals(rows.map(({ noc, ...medals }) => ({ id: noc, ...medals }))).map(({ id, rank }) => [id, rank]));
    for (const { noc, rank } of rows) expect([noc, ranks.get(noc)]).toEqual([noc, rank]);
  });

  it('refuses counts that are none', () => {
    expect(() => rankMedals([{ id: 'a', gold: -1, silver: 0, bronze: 0 }])).toThrow('rows.0.gold: out_of_range');
    expect(() => rankMedals([{ id: 'a', gold: 0, silver: 0.5, bronze: 0 }])).toThrow('rows.0.silver: not_an_integer');
    expect(() => rankMedals([{ id: 'a', gold: 0, silver: 0, bronze: -2 }])).toThrow('rows.0.bronze: out_of_range');
  });
});

const ranked = (...ranks: (number | null)[]) => ranks.map((rank, index) => ({ id: 'abcdefghij'[index], rank }));
const asObject = (map: ReadonlyMap<string, unknown>) => Object.fromEntries([...map].map(([id, value]) => [id, String(value)]));

describe('awardPoints', () => {
  it.each<[object, (number | null)[], object]>([
    [{}, [1, 2, 3, 4], { a: '9', b: '7', c: '6', d: '0' }],
    [{ beyond: '1' }, [1, 2, 3, 4, null], { a: '9', b: '7', c: '6', d: '1', e: '0' }],
    [{}, [1, 2, 2, 4], { a: '9', b: '6.5', c: '6.5', d: '0' }],
    [{}, [1, 2, 2, 3], { a: '9', b: '6.5', c: '6.5', d: '0' }],
    [{ shared: 'same' }, [1, 1, 3, 3], { a: '9', b: '9', c: '6', d: '6' }],
    [{}, [3.5, 1, 2, 3.5], { a: '3', b: '9', c: '7', d: '3' }],
  ])('by %j for ranks %j gives %j', (change, ranks, expected) => expect(asObject(awardPoints(ranked(...ranks), { table: ['9', '7', '6'], ...change }))).toEqual(expected));

  it('refuses a bad table', () => {
    expect(() => awardPoints([], { table: [] })).toThrow('table: empty');
    expect(() => awardPoints([], { table: ['x'] })).toThrow('table.0: not_a_decimal');
    expect(() => awardPoints([], { table: ['1'], beyond: 'x' })).toThrow('beyond: not_a_decimal');
    expect(() => awardPoints([], { table: ['1'], shared: 'all' as 'same' })).toThrow('shared: unknown_value');
  });

  it('gives out the same points in all when places are shared by their mean', () => {
    fc.assert(fc.property(fields, (entries) => {
      const standings = rankStandings(entries, byTotal);
      const count = standings.filter(({ rank }) => rank !== null).length;
      const table = [10, 8, 6, 5, 4, 3, 2, 1];
      const sum = Decimal.sum(awardPoints(standings, { table }).values());
      expect(sum.eq(table.slice(0, count).reduce((a, b) => a + b, 0))).toBe(true);
    }));
  });
});

describe('grantMedals', () => {
  it.each<[object, (number | null)[], object]>([
    [{}, [1, 2, 3, 4], { a: 'gold', b: 'silver', c: 'bronze' }],
    [{}, [1, 1, 3, 4], { a: 'gold', b: 'gold', c: 'bronze' }],
    [{}, [1, 1, 2, 3], { a: 'gold', b: 'gold', c: 'bronze' }],
    [{}, [1, 1, 1, 4], { a: 'gold', b: 'gold', c: 'gold' }],
    [{}, [1, 2, 2, 4], { a: 'gold', b: 'silver', c: 'silver' }],
    [{}, [1, 2, 3, 3], { a: 'gold', b: 'silver', c: 'bronze', d: 'bronze' }],
    [{ shared: 'keeps-next' }, [1, 1, 3, 4], { a: 'gold', b: 'gold', c: 'silver', d: 'bronze' }],
    [{ bronzes: 2 }, [1, 2, 3, 4, 5], { a: 'gold', b: 'silver', c: 'bronze', d: 'bronze' }],
    [{}, [1, null], { a: 'gold' }],
  ])('by %j for ranks %j gives %j', (rule, ranks, expected) => expect(asObject(grantMedals(ranked(...ranks), rule))).toEqual(expected));

  it('refuses an unknown rule', () => {
    expect(() => grantMedals([], { shared: 'none' as 'consumes' })).toThrow('shared: unknown_value');
    expect(() => grantMedals([], { bronzes: 3 as 2 })).toThrow('bronzes: out_of_range');
    expect(() => grantMedals([], { bronzes: 0 as 1 })).toThrow('bronzes: out_of_range');
  });
});

describe('grantAwards', () => {
  const awards = [{ award: 'first', percent: '10' }, { award: 'second', percent: '20' }];
  const rule: ShareRule = { awards, rounding: 'down', ties: 'better' };
  const ten = ranked(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  it.each<[Partial<ShareRule>, { id: string; rank: number | null }[], object]>([
    [{}, ten, { a: 'first', b: 'second', c: 'second' }],
    [{}, ranked(1, 2, 2, 2, 5, 6, 7, 8, 9, 10), { a: 'first', b: 'second', c: 'second', d: 'second' }],
    [{ ties: 'lower' }, ranked(1, 2, 3, 3, 5, 6, 7, 8, 9, 10), { a: 'first', b: 'second' }],
    [{ ties: 'lower' }, ranked(1, 1, 3, 4, 5, 6, 7, 8, 9, 10), { a: 'second', b: 'second', c: 'second' }],
    [{}, ranked(1, 1, 3, 4, 5, 6, 7, 8, 9, 10), { a: 'first', b: 'first', c: 'second' }],
    [{}, ranked(1, 2, 3, 4, 5), { a: 'second' }],
    [{ rounding: 'up' }, ranked(1, 2, 3, 4, 5), { a: 'first', b: 'second' }],
    [{ rounding: 'up' }, ten, { a: 'first', b: 'second', c: 'second' }],
    [{ rounding: 'nearest' }, ranked(1, 2, 3, 4, 5), { a: 'first', b: 'second' }],
    [{ rounding: 'nearest' }, ranked(1, 2, 3, 4), { a: 'second' }],
    [{ field: 20 }, ten, { a: 'first', b: 'first', c: 'second', d: 'second', e: 'second', f: 'second' }],
    [{}, [...ten, { id: 'x', rank: null }], { a: 'first', b: 'second', c: 'second' }],
  ])('by %j gives %#', (change, entries, expected) => expect(asObject(grantAwards(entries, { ...rule, ...change }))).toEqual(expected));

  it.each<[Partial<ShareRule>, string]>([
    [{ awards: [] }, 'awards: empty'], [{ awards: [{ award: 'a', percent: '0' }] }, 'awards.0.percent: not_above_zero'], [{ awards: [...awards, { award: 'c', percent: '70.1' }] }, 'awards: above_100_percent'],
    [{ rounding: 'half' as 'up' }, 'rounding: unknown_value'], [{ ties: 'both' as 'better' }, 'ties: unknown_value'], [{ field: -1 }, 'field: out_of_range'],
  ])('refuses %j', (change, message) => expect(() => grantAwards(ten, { ...rule, ...change })).toThrow(message));
  it('takes the whole field', () => expect(grantAwards(ten, { ...rule, awards: [{ award: 'all', percent: 100 }] }).size).toBe(10));
});

describe('measureRates', () => {
  const entries: RateEntry[] = [{ state: 'scored', score: '90' }, { state: 'scored', score: '60' }, { state: 'scored', score: '59.9' }, { state: 'absent', score: null }, { state: 'postponed', score: null }, { state: 'withdrawn', score: null }, { state: 'disqualified', score: null }, { state: 'pending', score: null }];
  it.each<['entered' | 'present' | 'scored', string, string]>([['entered', '0.25', '0.125'], ['present', '0.4', '0.2'], ['scored', '2/3', '1/3']])('on the base %s', (base, pass, excellence) => {
    const rates = measureRates(entries, { pass: '60', excellent: '90', base });
    expect(rates).toMatchObject({ entered: 8, present: 5, scored: 3, passed: 2, excellent: 1 });
    expect([rates.participation, rates.passRate, rates.excellenceRate, rates.mean].map(String)).toEqual(['0.625', pass, excellence, '2099/30']);
  });

  it('is null over nobody', () => expect(measureRates([], { pass: 60, excellent: 90, base: 'entered' })).toMatchObject({ participation: null, passRate: null, excellenceRate: null, mean: null }));

  it('refuses bad input', () => {
    expect(() => measureRates([], { pass: 60, excellent: 59, base: 'entered' })).toThrow('rule.excellent: out_of_range');
    expect(() => measureRates([], { pass: 60, excellent: 90, base: 'all' as 'entered' })).toThrow('rule.base: unknown_value');
    expect(() => measureRates([{ state: 'scored', score: null }], { pass: 60, excellent: 90, base: 'entered' })).toThrow('entries.0.score: missing');
    expect(() => measureRates([], { pass: 'x', excellent: 90, base: 'entered' })).toThrow('rule.pass: not_a_decimal');
  });
});

describe('scoreTeam', () => {
  const rule: TeamRule = { best: 2, combine: 'sum', missing: 'skip' };
  const stage = (stageId: string, values: (string | null)[], weight?: string): TeamStage => ({ stageId, members: values.map((value, index) => ({ id: `m${index}`, value })), ...(weight ? { weight } : {}) });
  it.each<[Partial<TeamRule>, TeamStage[], string | null, string[]]>([
    [{}, [stage('s', ['5', '9', '7'])], '16', ['m1', 'm2']],
    [{ combine: 'mean' }, [stage('s', ['5', '9', '7'])], '8', ['m1', 'm2']],
    [{ best: 'all' }, [stage('s', ['5', '9', '7'])], '21', ['m1', 'm2', 'm0']],
    [{ best: 'all', combine: 'mean' }, [stage('s', ['5', null, '7'])], '6', ['m2', 'm0']],
    [{ best: 'all', combine: 'mean', missing: 'zero' }, [stage('s', ['5', null, '7'])], '4', ['m2', 'm0']],
    [{ missing: 'zero', combine: 'mean' }, [stage('s', ['5', null])], '2.5', ['m0']],
    [{ missing: 'zero' }, [stage('s', [null])], '0', []],
    [{ missing: 'incomplete' }, [stage('s', ['5', null])], null, ['m0']],
    [{ missing: 'incomplete' }, [stage('s', ['5', null, '6'])], '11', ['m2', 'm0']],
    [{ best: 'all', missing: 'incomplete' }, [stage('s', ['5', null])], null, ['m0']],
    [{}, [stage('s', [null])], null, []],
    [{ direction: 'asc' }, [stage('s', ['5', '9', '7'])], '12', ['m0', 'm2']],
    [{}, [stage('s', ['5', '5', '5'])], '10', ['m0', 'm1']],
    [{}, [stage('s', ['5', '9', '7'], '0.5'), stage('t', ['1', '2'], '2')], '14', ['m1', 'm2']],
    [{ combine: 'mean', best: 3 }, [stage('s', ['1', '1', '2'])], '1.3333', ['m2', 'm0', 'm1']],
  ])('by %j scores %#: %s', (change, stages, score, counted) => {
    const result = scoreTeam(stages, { ...rule, ...change });
    expect([result.score?.toString() ?? null, result.stages[0].counted]).toEqual([score, counted]);
    expect(result.exact === null).toBe(score === null);
  });

  it('says how many counted as 0', () => expect(scoreTeam([stage('s', ['5', null])], { ...rule, best: 3, missing: 'zero' }).stages[0]).toMatchObject({ zeros: 2, stageId: 's' }));

  it.each<[TeamStage[], Partial<TeamRule>, string]>([
    [[], {}, 'stages: empty'], [[stage('s', ['1']), stage('s', ['1'])], {}, 'stages: duplicate'], [[stage('s', ['1'], '0')], {}, 'stages.0.weight: not_above_zero'], [[stage('s', ['x'])], {}, 'stages.0.members.0.value: not_a_decimal'],
    [[{ stageId: 's', members: [{ id: 'm', value: 1 }, { id: 'm', value: 2 }] }], {}, 'stages.0.members: duplicate'], [[stage('s', ['1'])], { best: 0 }, 'best: out_of_range'], [[stage('s', ['1'])], { combine: 'max' as 'sum' }, 'combine: unknown_value'],
    [[stage('s', ['1'])], { missing: 'guess' as 'zero' }, 'missing: unknown_value'], [[stage('s', ['1'])], { direction: 'up' as 'asc' }, 'direction: unknown_value'], [[stage('s', ['1'])], { direction: 'asc', missing: 'zero' }, 'missing: zero_would_win'],
  ])('refuses %j by %j', (stages, change, message) => expect(() => scoreTeam(stages, { ...rule, ...change })).toThrow(message));

  it('never falls when a member does better', () => {
    const values = fc.array(fc.option(fc.nat(20)), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(values, fc.integer({ min: 1, max: 6 }), fc.constantFrom('sum', 'mean'), fc.nat(), (members, best, combine, which) => {
      const of = (list: (number | null)[]) => scoreTeam([{ stageId: 's', members: list.map((value, index) => ({ id: `m${index}`, value })) }], { best, combine: combine as 'sum', missing: 'zero' }).exact?.toNumber() as number;
      expect(of(members.map((value, index) => (index === which % members.length ? (value ?? 0) + 1 : value)))).toBeGreaterThanOrEqual(of(members));
    }));
  });
});

describe('totalStages', () => {
  const stages = [{ stageId: 'a', weight: '0.6', value: '81.255' }, { stageId: 'b', weight: '0.4', value: '90.004' }].map((each) => ({ ...each, rounding: { scale: 2, mode: 'half-up' as const } }));
  const rounding = { scale: 2, mode: 'half-up' as const };
  it('is computed from the published figures, or from the exact ones when told to', () => {
    expect(totalStages(stages, { rounding })).toMatchObject({ figures: 'published' });
    expect(totalStages(stages, { rounding }).exact?.toString()).toBe('84.756');
    expect(totalStages(stages, { rounding, figures: 'exact' }).exact?.toString()).toBe('84.7546');
    expect([totalStages(stages, { rounding }).total, totalStages(stages, { rounding, figures: 'exact' }).total].map(String)).toEqual(['84.76', '84.75']);
    expect(totalStages(stages).stages.map(({ figure, weighted }) => [String(figure), String(weighted)])).toEqual([['81.26', '48.756'], ['90', '36']]);
  });

  it('has no total while a stage is missing, unless it counts as 0', () => {
    const one = [stages[0], { stageId: 'b', value: null }];
    expect(totalStages(one)).toMatchObject({ total: null, exact: null, stages: [{}, { figure: null, weighted: null }] });
    expect(totalStages(one, { missing: 'zero' }).total?.toString()).toBe('48.756');
    expect(totalStages([{ stageId: 'a', value: '2' }]).total?.toString()).toBe('2');
  });

  it.each<[object[], object, string]>([
    [[], {}, 'stages: empty'], [[stages[0], stages[0]], {}, 'stages: duplicate'], [[{ stageId: 'a', value: '1', weight: '0' }], {}, 'stages.0.weight: not_above_zero'], [[{ stageId: 'a', value: 'x' }], {}, 'stages.0.value: not_a_decimal'],
    [stages, { figures: 'raw' }, 'figures: unknown_value'], [stages, { missing: 'guess' }, 'missing: unknown_value'],
  ])('refuses %j by %j', (list, rule, message) => expect(() => totalStages(list as never, rule)).toThrow(message));
});

describe('measureMatches', () => {
  const { data, trivial } = fixture('standings-draw-strength') as {
    data: { rankings: Record<string, string[]>; standings: Record<string, { against: Record<string, number | 'n/a'>; draw_strength: number; margin_sum: number; points: number; speaks_sum: number }>; teams: string[]; teamscores: Record<string, Record<string, { points: number; score: number }>>[] };
    trivial: Record<'wins' | 'speaks_sum' | 'speaks_avg' | 'speaks_stddev' | 'draw_strength' | 'draw_strength_speaks' | 'margin_sum' | 'margin_avg', number[]>;
  };
  const side = ([id, { points, score }]: [string, { points: number; score: number }]) => ({ id, points, score: score.toFixed(1) });

  it('gives the published draw strengths, margins and ranking', () => {
    const matches = data.teamscores.flatMap((round) => Object.values(round).map((sides): PlayedMatch => ({ sides: Object.entries(sides).map(side) as never })));
    const measures = measureMatches(data.teams, matches);
    for (const { id, points, scored, margin, strength, against } of measures) {
      const expected = data.standings[id];
      expect([points, scored, margin, strength].map((value) => value.toNumber())).toEqual([expected.points, expected.speaks_sum, expected.margin_sum, expected.draw_strength]);
      for (const [other, wins] of Object.entries(expected.against)) expect(against[other]?.toNumber() ?? 'n/a').toBe(wins);
    }
    const entries = measures.map(({ id, points, scored, strength, margin }) => ({ id, values: { points, scored, strength, margin } }));
    const order = (...keys: string[]) => rankStandings(entries, { keys: keys.map((key) => ({ key, direction: 'desc' })) }).map(({ id }) => id);
    expect(order('points', 'scored')).toEqual(data.rankings['points+speaks_sum']);
    expect(order('points', 'scored', 'strength', 'margin')).toEqual(data.rankings['points+speaks_sum+draw_strength+margin_sum']);
  });

  const played = (a: number, b: number, more: object = {}): PlayedMatch => ({ sides: [{ id: '1', points: 1, score: a }, { id: '2', points: 0, score: b }], ...more });
  it('leaves knock-out matches out, and counts the opponent but not the result of an unconfirmed one', () => {
    const two = [played(101, 99), played(102, 98)];
    const all = measureMatches(['1', '2'], [...two, played(500, 1, { elimination: true })]);
    expect(all.map(({ played: count }) => count)).toEqual([2, 2]);
    expect(all.map(({ points }) => points.toNumber())).toEqual(trivial.wins);
    expect(all.map(({ scored }) => scored.toNumber())).toEqual(trivial.speaks_sum);
    expect(all.map(({ scoredMean }) => scoredMean?.toNumber())).toEqual(trivial.speaks_avg);
    expect(all.map(({ scoredVariance }) => scoredVariance?.toNumber())).toEqual(trivial.speaks_stddev.map((deviation) => deviation ** 2));
    expect(all.map(({ margin }) => margin.toNumber())).toEqual(trivial.margin_sum);
    expect(all.map(({ marginMean }) => marginMean?.toNumber())).toEqual(trivial.margin_avg);
    expect(all.map(({ strength }) => strength.toNumber())).toEqual(trivial.draw_strength);
    expect(all.map(({ strengthByScore }) => strengthByScore.toNumber())).toEqual(trivial.draw_strength_speaks);
    const open = measureMatches(['1', '2'], [...two, played(1, 1, { confirmed: false })]);
    expect(open.map(({ strength }) => strength.toNumber())).toEqual([0, 6]);
    expect(open.map(({ strengthByScore }) => strengthByScore.toNumber())).toEqual([591, 609]);
  });

  it('ranks a team without games last by points, and with 0 by wins', () => {
    const { by_points, by_wins } = fixture('standings-draw-strength').ranks_with_extra_team_without_games as Record<string, [number, boolean][]>;
    const measures = measureMatches(['1', '2', '3'], [played(101, 99), played(102, 98)]);
    const ranks = (key: (one: (typeof measures)[number]) => number | null) => rankStandings(measures.map((one) => ({ id: one.id, values: { key: key(one) } })), { keys: [{ key: 'key', direction: 'desc' }] }).map(({ rank, sharedBy }) => [rank, sharedBy > 1]);
    expect(ranks((one) => (one.played === 0 ? null : one.points.toNumber()))).toEqual(by_points);
    expect(ranks((one) => one.points.toNumber())).toEqual(by_wins);
    expect(measures[2]).toMatchObject({ played: 0, scoredMean: null, marginMean: null, scoredVariance: null });
  });

  it('refuses unknown entries and matches against oneself', () => {
    expect(() => measureMatches(['1'], [played(1, 0)])).toThrow('matches.0.sides: unknown_entry');
    expect(() => measureMatches(['1', '1'], [])).toThrow('ids: duplicate');
    expect(() => measureMatches(['1'], [{ sides: [{ id: '1', points: 1 }, { id: '1', points: 0 }] }])).toThrow('matches.0.sides: same_entry');
    expect(() => measureMatches(['1', '2'], [{ sides: [{ id: '1', points: 'x' }, { id: '2', points: 0 }] }])).toThrow('matches.0.sides: not_a_decimal');
  });
});
