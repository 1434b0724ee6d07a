import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import {
  countPlaces, previewChange, proveMatchStates, proveStates, rankStandings, replaceWithdrawn, selectAdvancing,
  type AdvancementPlan, type AdvancementRule, type HeatStanding, type LeagueRule, type ProofRule, type ScoredHeat, type ScoreRange, type TieDecisions, type TiePolicy,
} from '../index.js';

const heat = (heatId: string, ...scores: (number | string)[]): HeatStanding => {
  const entries = scores.map((score, index) => ({ id: `${heatId}${index + 1}`, state: typeof score === 'number' ? 'scored' as const : score as 'absent', values: { score: typeof score === 'number' ? score : null } }));
  const standings = rankStandings(entries, { keys: [{ key: 'score', direction: 'desc' }] });
  return { heatId, entries: standings.map(({ id, state, rank }) => ({ id, state, rank, value: entries.find((entry) => entry.id === id)?.values.score ?? null })) };
};
const brief = (heats: HeatStanding[], rule: AdvancementRule, decisions?: TieDecisions) => selectAdvancing(heats, rule, decisions).advancing.map(({ id, by }) => `${id} ${by}`);
const top = (n: number, tie: TiePolicy = 'play-off'): AdvancementRule => ({ places: { top: n }, tie });

describe('selectAdvancing', () => {
  it.each<[AdvancementRule, (number | string)[], string[]]>([
    [top(2), [9, 7, 8], ['h1 place', 'h3 place']],
    [top(0), [9, 7], []],
    [top(5), [9, 7, 'absent'], ['h1 place', 'h2 place']],
    [top(2), [9, 8, 8], ['h1 place']],
    [top(2, 'exclude-all'), [9, 8, 8], ['h1 place']],
    [top(2, 'include-all'), [9, 8, 8, 7], ['h1 place', 'h2 tie-included', 'h3 tie-included']],
    [top(3), [9, 8, 8], ['h1 place', 'h2 place', 'h3 place']],
    [top(1, 'include-all'), [9, 9, 9], ['h1 tie-included', 'h2 tie-included', 'h3 tie-included']],
    [{ tie: 'play-off', places: { percent: '40', base: 'scored' } }, [9, 8, 7, 6, 'absent', 'disqualified'], ['h1 place']],
    [{ tie: 'play-off', places: { percent: '40', base: 'present' } }, [9, 8, 7, 6, 'absent', 'disqualified'], ['h1 place', 'h2 place']],
    [{ tie: 'play-off', places: { percent: '50', base: 'entered' } }, [9, 8, 7, 6, 'absent', 'disqualified'], ['h1 place', 'h2 place', 'h3 place']],
    [{ tie: 'play-off', threshold: { at: '7' } }, [9, 8, 7, 6], ['h1 threshold', 'h2 threshold', 'h3 threshold']],
    [{ tie: 'play-off', threshold: { at: '7', strict: true } }, [9, 8, 7, 6], ['h1 threshold', 'h2 threshold']],
    [{ tie: 'play-off', threshold: { at: '7', direction: 'asc' } }, [9, 8, 7, 6], ['h3 threshold', 'h4 threshold']],
    [{ tie: 'play-off', places: { top: 3 }, threshold: { at: '8' } }, [9, 8, 7, 6], ['h1 place', 'h2 place']],
    [{ tie: 'play-off', places: { top: 1 }, threshold: { at: '8' } }, [9, 8, 7, 6], ['h1 place']],
    [{ tie: 'play-off' }, [9, 8], []],
    [{ ...top(1), manual: { add: [{ id: 'h3', reason: 'host city' }] } }, [9, 8, 7], ['h1 place', 'h3 manual']],
    [{ ...top(2), manual: { remove: [{ id: 'h1', reason: 'ineligible' }] } }, [9, 8, 7], ['h2 place', 'h3 place']],
    [{ ...top(2), hosts: { ids: ['h3'], within: false } }, [9, 8, 7], ['h1 place', 'h2 place', 'h3 host']],
    [{ ...top(2), hosts: { ids: ['h3'], within: true } }, [9, 8, 7], ['h1 place', 'h3 host']],
    [{ ...top(2), hosts: { ids: ['h1'], within: true } }, [9, 8, 7], ['h1 host', 'h2 place']],
    [{ ...top(2), hosts: { ids: ['h1'], within: false } }, [9, 8, 7], ['h1 place', 'h2 place']],
    [{ ...top(1), hosts: { ids: ['h3'], within: true } }, [9, 8, 'absent'], ['h3 host']],
  ])('by %j from %j: %j', (rule, scores, expected) => expect(brief([heat('h', ...scores)], rule)).toEqual(expected));

  it('leaves a tie open until it is decided', () => {
    const heats = [heat('h', 9, 8, 8, 8, 7)];
    const open = selectAdvancing(heats, top(3, 'chief'));
    expect(open.open).toEqual([{ at: 'h', ids: ['h2', 'h3', 'h4'], places: 2, policy: 'chief' }]);
    expect(open.notAdvancing.map(({ id, reason }) => [id, reason])).toEqual([['h2', 'tie-open'], ['h3', 'tie-open'], ['h4', 'tie-open'], ['h5', 'below-cut']]);
    expect(open.cuts).toEqual([{ heatId: 'h', places: 3, base: null, lastRank: 1, tied: ['h2', 'h3', 'h4'], policy: 'chief' }]);
    const decided = selectAdvancing(heats, top(3, 'play-off'), { h: ['h4', 'h2'] });
    expect(decided.advancing.map(({ id, by, rank }) => [id, by, rank])).toEqual([['h1', 'place', 1], ['h2', 'play-off', 2], ['h4', 'play-off', 2]]);
    expect(decided.notAdvancing[0]).toEqual({ id: 'h3', heatId: 'h', rank: 2, reason: 'tie-lost' });
    expect(decided.open).toEqual([]);
    expect(decided.reserves).toEqual({ h: [{ id: 'h3', rank: 2 }, { id: 'h5', rank: 5 }] });
  });

  it('says why everyone else does not advance, and where it cut', () => {
    const result = selectAdvancing([heat('h', 9, 8, 8, 3, 'absent', 'disqualified', 7)], { places: { percent: '30', base: 'entered' }, threshold: { at: '5' }, tie: 'exclude-all', manual: { remove: [{ id: 'h7', reason: 'ill' }] } });
    expect(result.notAdvancing.map(({ id, reason }) => [id, reason])).toEqual([['h2', 'tie-excluded'], ['h3', 'tie-excluded'], ['h7', 'removed'], ['h4', 'below-threshold'], ['h5', 'not-scored'], ['h6', 'not-scored']]);
    expect(result.cuts[0]).toEqual({ heatId: 'h', places: 2, base: { of: 'entered', count: 7, percent: '30' }, lastRank: 1, tied: ['h2', 'h3'], policy: 'exclude-all' });
    expect(result.reserves).toEqual({ h: [{ id: 'h2', rank: 2 }, { id: 'h3', rank: 2 }] });
    expect(selectAdvancing([heat('h', 9, 9)], top(1)).cuts[0].lastRank).toBeNull();
    expect(selectAdvancing([heat('h', 9)], { tie: 'chief', threshold: { at: 1 } }).cuts[0]).toMatchObject({ places: null, policy: null, tied: [] });
  });

  it('gives wildcards to the best of the others over comparable heats', () => {
    const heats = [heat('a', 9, 8, 7), heat('b', 6, 5), { ...heat('c', 20, 19), comparable: false }];
    expect(brief(heats, { ...top(1), wildcards: { count: 2 } })).toEqual(['a1 place', 'a2 wildcard', 'a3 wildcard', 'b1 place', 'c1 place']);
    expect(brief(heats, { ...top(1), wildcards: { count: 1, direction: 'asc' } })).toEqual(['a1 place', 'b1 place', 'b2 wildcard', 'c1 place']);
    expect(brief(heats, { ...top(1), wildcards: { count: 1 }, threshold: { at: '6' } })).toEqual(['a1 place', 'a2 wildcard', 'b1 place', 'c1 place']);
    expect(brief(heats, { ...top(1), wildcards: { count: 0 } })).toHaveLength(3);
  });

  it('leaves wildcards waiting while a heat is open, and their own ties to the policy', () => {
    const tied = [heat('a', 9, 8), heat('b', 6, 8), heat('c', 5, 4)];
    const rule: AdvancementRule = { ...top(1), wildcards: { count: 2 } };
    expect(selectAdvancing([heat('a', 9, 9), heat('b', 8, 7)], rule)).toMatchObject({ open: [{ at: 'a' }], advancing: [{ id: 'b1' }] });
    const three = [heat('a', 9, 6), heat('b', 8, 6), heat('c', 7, 6)];
    expect(selectAdvancing(three, rule).open).toEqual([{ at: 'wildcards', ids: ['a2', 'b2', 'c2'], places: 2, policy: 'play-off' }]);
    expect(brief(three, rule, { wildcards: ['c2', 'a2'] })).toEqual(['a1 place', 'a2 wildcard', 'b1 place', 'c1 place', 'c2 wildcard']);
    expect(brief(three, { ...rule, wildcards: { count: 2, tie: 'include-all' } })).toHaveLength(6);
    expect(brief(three, { ...rule, wildcards: { count: 2, tie: 'exclude-all' } })).toHaveLength(3);
    expect(brief(tied, { ...rule, wildcards: { count: 1, tie: 'chief' } })).toEqual(['a1 place', 'a2 wildcard', 'b2 place', 'c1 place']);
  });

  it('keeps the reason of a manual addition', () => {
    expect(selectAdvancing([heat('h', 9, 8)], { ...top(1), manual: { add: [{ id: 'h2', reason: 'defending champion' }, { id: 'h1', reason: 'x' }] } }).advancing).toEqual([
      { id: 'h1', heatId: 'h', rank: 1, by: 'place' }, { id: 'h2', heatId: 'h', rank: 2, by: 'manual', reason: 'defending champion' },
    ]);
  });

  it.each<[HeatStanding[], AdvancementRule, TieDecisions, string]>([
    [[heat('h', 9), heat('h', 8)], top(1), {}, 'heats: duplicate'],
    [[heat('h', 9), { ...heat('h', 8), heatId: 'i' }], top(1), {}, 'heats.entries: duplicate'],
    [[{ heatId: 'h', entries: [{ id: 'a', state: 'scored', rank: null }] }], top(1), {}, 'heats.0.entries.0.rank: out_of_range'],
    [[{ heatId: 'h', entries: [{ id: 'a', state: 'scored', rank: 0 }] }], top(1), {}, 'heats.0.entries.0.rank: out_of_range'],
    [[{ heatId: 'h', entries: [{ id: 'a', state: 'absent', rank: 1 }] }], top(1), {}, 'heats.0.entries.0.rank: ranked_but_not_scored'],
    [[{ heatId: 'h', entries: [{ id: 'a', state: 'scored', rank: 1, value: 'x' }] }], top(1), {}, 'entries.a.value: not_a_decimal'],
    [[heat('h', 9)], top(-1), {}, 'rule.places.top: out_of_range'], [[heat('h', 9)], top(1.5), {}, 'rule.places.top: not_an_integer'],
    [[heat('h', 9)], { tie: 'play-off', places: { percent: '101', base: 'entered' } }, {}, 'rule.places.percent: out_of_range'],
    [[heat('h', 9)], { tie: 'play-off', places: { percent: '-1', base: 'entered' } }, {}, 'rule.places.percent: out_of_range'],
    [[heat('h', 9)], { tie: 'play-off', places: { percent: '10', base: 'all' as 'entered' } }, {}, 'rule.places.base: unknown_value'],
    [[heat('h', 9)], top(1, 'toss' as 'chief'), {}, 'rule.tie: unknown_value'],
    [[heat('h', 9)], { tie: 'chief', threshold: { at: 'x' } }, {}, 'rule.threshold.at: not_a_decimal'],
    [[heat('h', 9)], { tie: 'chief', threshold: { at: '1', direction: 'up' as 'asc' } }, {}, 'rule.threshold.direction: unknown_value'],
    [[heat('h', 9)], { ...top(1), wildcards: { count: -1 } }, {}, 'rule.wildcards.count: out_of_range'],
    [[heat('h', 9)], { ...top(1), wildcards: { count: 1, tie: 'toss' as 'chief' } }, {}, 'rule.wildcards.tie: unknown_value'],
    [[heat('h', 9)], { ...top(1), wildcards: { count: 1, direction: 'up' as 'asc' } }, {}, 'rule.wildcards.direction: unknown_value'],
    [[heat('h', 9)], { ...top(1), hosts: { ids: ['z'], within: false } }, {}, 'rule.hosts.ids: unknown_entry'],
    [[heat('h', 9, 'disqualified')], { ...top(1), hosts: { ids: ['h2'], within: false } }, {}, 'rule.hosts.ids: cannot_advance'],
    [[heat('h', 9, 'not-finished')], { ...top(1), manual: { add: [{ id: 'h2', reason: 'x' }] } }, {}, 'rule.manual.add.0.id: cannot_advance'],
    [[heat('h', 9, 'withdrawn')], { ...top(1), manual: { add: [{ id: 'h2', reason: 'x' }] } }, {}, 'rule.manual.add.0.id: cannot_advance'],
    [[heat('h', 9, 8)], { ...top(1), manual: { add: [{ id: 'h2', reason: ' ' }] } }, {}, 'rule.manual.add.0.reason: empty'],
    [[heat('h', 9, 8)], { ...top(1), manual: { add: [{ id: 'h9', reason: 'x' }] } }, {}, 'rule.manual.add.0.id: unknown_entry'],
    [[heat('h', 9, 8)], { ...top(1), manual: { remove: [{ id: 'h1', reason: '' }] } }, {}, 'rule.manual.remove.0.reason: empty'],
    [[heat('h', 9, 8)], { ...top(1), manual: { remove: [{ id: 'h9', reason: 'x' }] } }, {}, 'rule.manual.remove.0.id: unknown_entry'],
    [[heat('h', 9, 8)], { ...top(1), manual: { add: [{ id: 'h1', reason: 'x' }], remove: [{ id: 'h1', reason: 'x' }] } }, {}, 'rule.manual.add.0.id: cannot_advance'],
    [[heat('h', 9, 8, 8)], top(2), { h: ['h2', 'h3'] }, 'decisions.h: wrong_count'],
    [[heat('h', 9, 8, 8)], top(2), { h: [] }, 'decisions.h: wrong_count'],
    [[heat('h', 9, 8, 8)], top(2), { h: ['h1'] }, 'decisions.h: not_in_tie'],
    [[heat('h', 9, 8, 8, 8)], top(3), { h: ['h2', 'h2'] }, 'decisions.h: duplicate'],
    [[heat('h', 9, 8)], top(1), { h: ['h1'] }, 'decisions.h: no_tie'],
  ])('refuses %#', (heats, rule, decisions, message) => expect(() => selectAdvancing(heats, rule, decisions)).toThrow(message));

  const fields = fc.array(fc.array(fc.oneof(fc.nat(5), fc.constantFrom('absent', 'disqualified')), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }).map((heats) => heats.map((scores, index) => heat('abc'[index], ...scores)));
  const policies = fc.constantFrom<TiePolicy>('include-all', 'exclude-all', 'play-off', 'chief');

  it('never exceeds the places except when all tied are included, and never splits a tie by itself', () => {
    fc.assert(fc.property(fields, fc.nat(6), policies, (heats, places, tie) => {
      const { advancing, open, notAdvancing } = selectAdvancing(heats, top(places, tie));
      for (const { heatId, entries } of heats) {
        const own = advancing.filter((entry) => entry.heatId === heatId);
        const scored = entries.filter(({ state }) => state === 'scored').length;
        if (tie !== 'include-all') expect(own.length).toBeLessThanOrEqual(places);
        else expect(own.length).toBeGreaterThanOrEqual(Math.min(places, scored));
        const ranks = new Set(own.map(({ rank }) => rank));
        for (const entry of entries) if (entry.rank !== null) expect(ranks.has(entry.rank)).toBe(own.some(({ id }) => id === entry.id));
      }
      expect(advancing.length + notAdvancing.length).toBe(heats.flatMap(({ entries }) => entries).length);
      if (tie === 'include-all' || tie === 'exclude-all') expect(open).toEqual([]);
    }));
  });

  it('does not depend on the order of heats and entries', () => {
    fc.assert(fc.property(fields, fc.nat(4), policies, fc.nat(3), (heats, places, tie, count) => {
      const rule: AdvancementRule = { ...top(places, tie), wildcards: { count } };
      const turned = [...heats].reverse().map((each) => ({ ...each, entries: [...each.entries].reverse() }));
      const ids = (result: ReturnType<typeof selectAdvancing>) => result.advancing.map(({ id, by }) => `${id} ${by}`).sort();
      expect(ids(selectAdvancing(turned, rule))).toEqual(ids(selectAdvancing(heats, rule)));
    }));
  });
});

describe('countPlaces', () => {
  it.each([['33.4', 3, 1], ['33.3', 3, 0], ['100', 3, 3], ['0', 3, 0], ['66.7', 3, 2]])('%s %% of %d is %d, rounded down', (percent, count, places) => {
    expect(countPlaces(heat('h', ...Array.from({ length: count }, (_, index) => index)).entries, { places: { percent, base: 'scored' } }).places).toBe(places);
  });
});

describe('replaceWithdrawn', () => {
  const heats = [heat('a', 9, 8, 7, 6), heat('b', 9, 5, 5, 4)];
  const run = (rule: AdvancementRule, withdrawn: string[], decisions?: TieDecisions, field = heats) => replaceWithdrawn(field, rule, selectAdvancing(field, rule), withdrawn, decisions);

  it('calls the next reserve of the heat', () => {
    const result = run(top(2, 'include-all'), ['a1']);
    expect(result.called).toEqual([{ id: 'a3', heatId: 'a', rank: 3 }]);
    expect(result.selection.advancing.map(({ id, by }) => `${id} ${by}`)).toEqual(['a2 place', 'b1 place', 'b2 tie-included', 'b3 tie-included', 'a3 reserve']);
    expect(result.selection.reserves.a).toEqual([{ id: 'a4', rank: 4 }]);
    expect(result.selection.notAdvancing.map(({ id, reason }) => [id, reason])).toEqual([['a4', 'below-cut'], ['b4', 'below-cut'], ['a1', 'removed']]);
    expect(result).toMatchObject({ withdrawn: ['a1'], refused: [] });
  });

  it('calls nobody when the next are tied and do not fit, until they are decided', () => {
    expect(run(top(1), ['b1'])).toMatchObject({ called: [], refused: [{ at: 'b', ids: ['b2', 'b3'], places: 1 }] });
    expect(run(top(1), ['b1'], { b: ['b3'] }).called).toEqual([{ id: 'b3', heatId: 'b', rank: 2 }]);
    expect(() => run(top(1), ['b1'], { b: ['b4'] })).toThrow('decisions.b: not_in_tie');
    expect(() => run(top(1), ['b1'], { b: ['b2', 'b3'] })).toThrow('decisions.b: wrong_count');
  });

  it('calls a whole tied group that fits', () => expect(run(top(2), ['a1', 'a2'], {}, [heat('a', 9, 8, 7, 7, 6)]).called.map(({ id }) => id)).toEqual(['a3', 'a4']));
  it('calls as many as there are', () => expect(run(top(3), ['a1', 'a2'], {}, [heat('a', 9, 8, 7, 6)]).called.map(({ id }) => id)).toEqual(['a4']));

  it('fills a wildcard from all heats', () => {
    const rule: AdvancementRule = { ...top(1), wildcards: { count: 1 } };
    expect(selectAdvancing(heats, rule).advancing.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1']);
    expect(run(rule, ['a2']).called).toEqual([{ id: 'a3', heatId: 'a', rank: 3 }]);
    const tied = [heat('a', 9, 8, 5), heat('b', 9, 5)];
    expect(run(rule, ['a2'], {}, tied)).toMatchObject({ called: [], refused: [{ at: 'wildcards', ids: ['a3', 'b2'], places: 1 }] });
    expect(run(rule, ['a2'], { wildcards: ['b2'] }, tied).called).toEqual([{ id: 'b2', heatId: 'b', rank: 2 }]);
    // The reserve of heat a moves up to a place; the wildcard goes to the next after them.
    expect(run(rule, ['a1', 'a2']).called.map(({ id }) => id)).toEqual(['a3', 'a4']);
  });

  it('refuses who had not advanced, and a selection that is still open', () => {
    expect(() => run(top(1), ['a2'])).toThrow('withdrawn.0: had_not_advanced');
    expect(() => run(top(2), ['a1'])).toThrow('before.open: tie_open');
  });

  it('keeps everyone else, and never has more than before', () => {
    fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (scores, places, which) => {
      const field = [heat('h', ...scores)];
      const before = selectAdvancing(field, top(places, 'exclude-all'));
      fc.pre(before.advancing.length > 0);
      const gone = before.advancing[which % before.advancing.length].id;
      const { selection, called } = replaceWithdrawn(field, top(places, 'exclude-all'), before, [gone]);
      const now = selection.advancing.map(({ id }) => id);
      for (const { id } of before.advancing) expect(now.includes(id)).toBe(id !== gone);
      expect(now).toHaveLength(before.advancing.length - 1 + called.length);
      expect(called.length).toBeLessThanOrEqual(1);
    }));
  });
});

describe('previewChange', () => {
  const scored = (heatId: string, scores: Record<string, number>): ScoredHeat => ({ heatId, entries: Object.entries(scores).map(([id, total]) => ({ id, values: { total } })) });
  const plan: AdvancementPlan = { ranking: { keys: [{ key: 'total', direction: 'desc' }] }, advancement: top(2) };
  const heats = [scored('h', { a: 9, b: 8, c: 7, d: 6 })];

  it('says who would enter, leave and move', () => {
    const preview = previewChange(heats, plan, { entries: [{ id: 'c', values: { total: '8.5' } }] });
    expect(preview).toMatchObject({ enters: ['c'], leaves: ['b'], opens: [], moves: [{ id: 'b', heatId: 'h', from: 2, to: 3 }, { id: 'c', heatId: 'h', from: 3, to: 2 }] });
    expect(preview.before.advancing.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(preview.after.advancing.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('says which ties would open, and drops decisions that no longer fit', () => {
    expect(previewChange(heats, plan, { entries: [{ id: 'c', values: { total: 8 } }] })).toMatchObject({ opens: ['h'], leaves: ['b'], enters: [] });
    const tied = [scored('h', { a: 9, b: 8, c: 8 })];
    const decided = { ...plan, decisions: { h: ['c'] } };
    expect(previewChange(tied, decided, { entries: [{ id: 'a', values: { total: 10 } }] })).toMatchObject({ enters: [], leaves: [], opens: [] });
    expect(previewChange(tied, decided, { entries: [{ id: 'b', values: { total: 9 } }] })).toMatchObject({ enters: ['b'], leaves: ['c'], opens: [] });
  });

  it('keeps a decision about wildcards that still fits', () => {
    const two = [scored('g', { a: 9, b: 6 }), scored('h', { c: 8, d: 6 })];
    const wild = { ...plan, advancement: { ...top(1), wildcards: { count: 1 } }, decisions: { wildcards: ['d'] } };
    expect(previewChange(two, wild, {})).toMatchObject({ enters: [], leaves: [], opens: [], moves: [] });
    expect(previewChange(two, wild, { entries: [{ id: 'b', values: { total: 7 } }] })).toMatchObject({ enters: ['b'], leaves: ['d'] });
  });

  it('shows a state change and another plan', () => {
    expect(previewChange(heats, plan, { entries: [{ id: 'a', state: 'disqualified', values: {} }] })).toMatchObject({ enters: ['c'], leaves: ['a'], moves: [{ id: 'a', from: 1, to: null }, { id: 'b' }, { id: 'c' }, { id: 'd' }] });
    expect(previewChange(heats, plan, { plan: { ...plan, advancement: top(3) } })).toMatchObject({ enters: ['c'], leaves: [], moves: [] });
    expect(() => previewChange(heats, plan, { entries: [{ id: 'z', values: {} }] })).toThrow('change.entries.0.id: unknown_entry');
  });

  it('uses the declared figure for thresholds', () => {
    const other: AdvancementPlan = { ...plan, valueKey: 'theory', advancement: { tie: 'chief', threshold: { at: 5 } } };
    const field: ScoredHeat[] = [{ heatId: 'h', comparable: false, entries: [{ id: 'a', values: { total: 9, theory: 4 } }, { id: 'b', values: { total: 1, theory: 5 } }] }];
    expect(previewChange(field, other, {}).before.advancing.map(({ id }) => id)).toEqual(['b']);
  });
});

const policies: TiePolicy[] = ['include-all', 'exclude-all', 'play-off', 'chief'];
/** Whether the entry may, and whether it must, advance with these final totals (more is better). */
function fate(totals: readonly number[], own: number, { places, tie }: { places: number; tie: TiePolicy }): { may: boolean; must: boolean } {
  const above = totals.filter((total, index) => index !== own && total > totals[own]).length;
  const equal = totals.filter((total, index) => index !== own && total === totals[own]).length;
  const safe = above + equal < places;
  if (tie === 'include-all') return { may: above < places, must: above < places };
  return tie === 'exclude-all' ? { may: safe, must: safe } : { may: above < places, must: safe };
}

describe('proveStates', () => {
  const range = (id: string, low: number | null, high: number | null): ScoreRange => ({ id, low, high });
  const states = (entries: ScoreRange[], rule: ProofRule) => [...proveStates(entries, rule)].map(([id, state]) => `${id} ${state}`);

  it.each<[ScoreRange[], ProofRule, string[]]>([
    [[range('a', 9, 9), range('b', 5, 8), range('c', 3, 4)], { places: 1, tie: 'chief' }, ['a clinched', 'b out', 'c out']],
    [[range('a', 9, 9), range('b', 5, 9), range('c', 3, 4)], { places: 1, tie: 'chief' }, ['a alive', 'b alive', 'c out']],
    [[range('a', 9, 9), range('b', 5, 9)], { places: 1, tie: 'include-all' }, ['a clinched', 'b alive']],
    [[range('a', 9, 9), range('b', 5, 9)], { places: 1, tie: 'exclude-all' }, ['a alive', 'b out']],
    [[range('a', 9, 9), range('b', 5, 8), range('c', 3, 4)], { places: 2, tie: 'chief' }, ['a clinched', 'b clinched', 'c out']],
    [[range('a', 0, null), range('b', 5, 8)], { places: 1, tie: 'chief' }, ['a alive', 'b alive']],
    [[range('a', null, 3), range('b', 5, 8)], { places: 1, tie: 'chief' }, ['a out', 'b clinched']],
    [[range('a', 50, 60), range('b', 55, 70), range('c', 61, 90)], { places: 1, tie: 'chief', direction: 'asc' }, ['a alive', 'b alive', 'c out']],
    [[range('a', 50, 54), range('b', 55, null)], { places: 1, tie: 'chief', direction: 'asc' }, ['a clinched', 'b out']],
    [[range('a', 1, 2)], { places: 0, tie: 'chief' }, ['a out']],
    [[range('a', 1, 2)], { places: 1, tie: 'chief' }, ['a clinched']],
    [[{ ...range('a', 9, 9), gone: true }, range('b', 1, 8)], { places: 1, tie: 'chief' }, ['a out', 'b clinched']],
    [[range('a', null, null), range('b', null, null)], { places: 1, tie: 'chief' }, ['a alive', 'b alive']],
  ])('%j for %j: %j', (entries, rule, expected) => expect(states(entries, rule)).toEqual(expected));

  it.each<[ScoreRange[], ProofRule, string]>([
    [[range('a', 2, 1)], { places: 1, tie: 'chief' }, 'entries.0.low: above_high'], [[range('a', 1, 1), range('a', 1, 1)], { places: 1, tie: 'chief' }, 'entries: duplicate'], [[], { places: -1, tie: 'chief' }, 'places: out_of_range'],
    [[], { places: 1, tie: 'toss' as 'chief' }, 'tie: unknown_value'], [[], { places: 1, tie: 'chief', direction: 'up' as 'asc' }, 'direction: unknown_value'], [[{ id: 'a', low: 'x', high: null }], { places: 1, tie: 'chief' }, 'entries.0.low: not_a_decimal'],
    [[{ id: 'a', low: null, high: 'x' }], { places: 1, tie: 'chief' }, 'entries.0.high: not_a_decimal'],
  ])('refuses %#', (entries, rule, message) => expect(() => proveStates(entries, rule)).toThrow(message));

  it('equals trying every outcome, for up to six entries', () => {
    const entries = fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(entries, fc.nat(6), fc.constantFrom(...policies), fc.boolean(), (rows, places, tie, ascending) => {
      const outcomes = rows.reduce<number[][]>((all, [low, width]) => all.flatMap((so) => Array.from({ length: width + 1 }, (_, more) => [...so, low + more])), [[]]);
      const proven = proveStates(rows.map(([low, width], index) => range(String(index), low, low + width)), { places, tie, direction: ascending ? 'asc' : 'desc' });
      rows.forEach((_, own) => {
        const fates = outcomes.map((totals) => fate(ascending ? totals.map((total) => -total) : totals, own, { places, tie }));
        expect(proven.get(String(own))).toBe(fates.every(({ must }) => must) ? 'clinched' : fates.some(({ may }) => may) ? 'alive' : 'out');
      });
    }));
  });
});

describe('proveMatchStates', () => {
  const league = (halves: Record<string, number>) => Object.entries(halves).map(([id, own]) => ({ id, halves: own }));

  it('knows that rivals take points from each other', () => {
    // b and c play each other three times: one of them must pass a, though neither has to.
    const remaining: [string, string][] = [['b', 'c'], ['b', 'c'], ['b', 'c']];
    const rule: LeagueRule = { places: 1, tie: 'chief', draws: false };
    expect(Object.fromEntries(proveMatchStates(league({ a: 10, b: 8, c: 8 }), remaining, rule))).toEqual({ a: 'out', b: 'alive', c: 'alive' });
    expect(proveStates([{ id: 'a', low: 10, high: 10 }, { id: 'b', low: 8, high: 14 }, { id: 'c', low: 8, high: 14 }], rule).get('a')).toBe('alive');
    expect(proveMatchStates(league({ a: 10, b: 8, c: 8 }), remaining.slice(1), rule).get('a')).toBe('alive');
    expect(proveMatchStates(league({ a: 10, b: 8, c: 8 }), remaining.slice(1), { ...rule, tie: 'exclude-all' }).get('a')).toBe('out');
    expect(proveMatchStates(league({ a: 11, b: 8, c: 8 }), remaining, { ...rule, draws: true }).get('a')).toBe('alive');
    expect(proveMatchStates(league({ a: 10, b: 8, c: 8 }), remaining, { ...rule, draws: true }).get('a')).toBe('out');
  });

  it.each<[Record<string, number>, [string, string][], Partial<LeagueRule>, string]>([
    [{ a: 4, b: 2 }, [], {}, 'clinched out'], [{ a: 4, b: 4 }, [], {}, 'alive alive'], [{ a: 4, b: 4 }, [], { tie: 'include-all' }, 'clinched clinched'], [{ a: 4, b: 4 }, [], { tie: 'exclude-all' }, 'out out'],
    [{ a: 4, b: 2 }, [['a', 'b']], {}, 'alive alive'], [{ a: 6, b: 2 }, [['a', 'b']], {}, 'clinched out'], [{ a: 4, b: 2 }, [['a', 'b']], { tie: 'include-all' }, 'clinched alive'],
    [{ a: 5, b: 2 }, [['a', 'b']], { draws: true }, 'clinched out'], [{ a: 0 }, [], { places: 0 }, 'out'], [{ a: 0 }, [], { places: 1 }, 'clinched'], [{ a: 1, b: 0 }, [], { places: 2 }, 'clinched clinched'],
  ])('%j with %j left by %j: %s', (halves, remaining, change, expected) => {
    expect([...proveMatchStates(league(halves), remaining, { places: 1, tie: 'chief', draws: false, ...change }).values()].join(' ')).toBe(expected);
  });

  it.each<[Record<string, number>, [string, string][], Partial<LeagueRule>, string]>([
    [{ a: 1 }, [['a', 'z']], {}, 'remaining.0: unknown_entry'], [{ a: 1 }, [['a', 'a']], {}, 'remaining.0: same_entry'], [{ a: -1 }, [], {}, 'entries.0.halves: out_of_range'], [{ a: 1 }, [], { places: -1 }, 'places: out_of_range'],
    [{ a: 1 }, [], { tie: 'toss' as 'chief' }, 'tie: unknown_value'],
  ])('refuses %j', (halves, remaining, change, message) => expect(() => proveMatchStates(league(halves), remaining, { places: 1, tie: 'chief', draws: false, ...change })).toThrow(message));

  it('refuses an entry twice', () => expect(() => proveMatchStates([{ id: 'a', halves: 0 }, { id: 'a', halves: 0 }], [], { places: 1, tie: 'chief', draws: false })).toThrow('entries: duplicate'));

  it('equals playing out everything, for up to six entries', () => {
    const fields = fc.integer({ min: 1, max: 6 }).chain((size) => fc.tuple(
      fc.array(fc.nat(5), { minLength: size, maxLength: size }),
      fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([a, b]) => a !== b), { maxLength: size === 1 ? 0 : 5 }),
    ));
    fc.assert(fc.property(fields, fc.nat(5), fc.constantFrom(...policies), fc.boolean(), ([halves, matches], places, tie, draws) => {
      const outcomes = matches.reduce<number[][]>((all, [a, b]) => all.flatMap((so) => (draws ? [0, 1, 2] : [0, 2]).map((won) => so.map((own, index) => own + (index === a ? won : index === b ? 2 - won : 0)))), [halves]);
      const proven = proveMatchStates(halves.map((own, index) => ({ id: String(index), halves: own })), matches.map(([a, b]) => [String(a), String(b)]), { places, tie, draws });
      halves.forEach((_, own) => {
        const fates = outcomes.map((totals) => fate(totals, own, { places, tie }));
        expect(proven.get(String(own))).toBe(fates.every(({ must }) => must) ? 'clinched' : fates.some(({ may }) => may) ? 'alive' : 'out');
      });
    }));
  });

  it('claims nothing it cannot prove in a field too large to try', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`e${index}`, index]));
    expect(new Set(proveMatchStates(league(many), [], { places: 20, tie: 'chief', draws: false }).values())).toEqual(new Set(['alive']));
  });
});
