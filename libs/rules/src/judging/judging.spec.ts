import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Decimal } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import {
  combineRuns, meanSpread, measurePanel, normaliseJudges, scoreDrill, scoreJudgement, scoreMeasurement, sumRanks, type DrillEvent, type JudgeMark, type MeasurementRule, type PanelEntry, type RunsRule,
} from '../index.js';

describe('scoreJudgement', () => {
  const scores = (...values: number[]) => values.map((score, index) => ({ judgeId: `j${index}`, score }));

  it.each<[number[], string, string | null, number]>([
    [[3, 3, 3], 'final', '2', 0], [[2, 2, 3], 'final', '1.56', 1], [[0, 0, 0], 'final', '0', 0], [[1, 2, 3], 'blocked', null, 2], [[0, 3], 'blocked', null, 3], [[2], 'final', '1.33', 0],
  ])('%j is %s: %s', (values, state, mark, spread) => {
    const result = scoreJudgement(scores(...values), { max: '2', rounding: { scale: 2, mode: 'half-up' } });
    expect([result.state, result.mark?.toString() ?? null, result.spread]).toEqual([state, mark, spread]);
    expect(result.exact === null).toBe(mark === null);
  });

  it('keeps the exact mark', () => expect(scoreJudgement(scores(2, 2, 3), { max: '2' }).exact?.toString()).toBe('14/9'));
  it('lets a wider spread be declared', () => expect(scoreJudgement(scores(1, 3), { max: '3', maxSpread: 2 }).mark?.toString()).toBe('2'));

  it.each<[() => unknown, string]>([
    [() => scoreJudgement([], { max: 1 }), 'scores: empty'], [() => scoreJudgement(scores(4), { max: 1 }), 'scores.0.score: out_of_range'], [() => scoreJudgement(scores(-1), { max: 1 }), 'scores.0.score: out_of_range'],
    [() => scoreJudgement(scores(1.5), { max: 1 }), 'scores.0.score: not_an_integer'], [() => scoreJudgement([...scores(1), ...scores(1)], { max: 1 }), 'scores: duplicate'],
    [() => scoreJudgement(scores(1), { max: -1 }), 'rule.max: out_of_range'], [() => scoreJudgement(scores(1), { max: 1, maxSpread: 4 }), 'rule.maxSpread: out_of_range'],
  ])('refuses bad input %#', (call, message) => expect(call).toThrow(message));
});

describe('scoreMeasurement', () => {
  const table: MeasurementRule = { type: 'tolerance', max: '4', nominal: '100', bands: [{ within: '2', fraction: '0.5' }, { within: '1', fraction: '1' }] };
  it.each([['100', '4'], ['101', '4'], ['99', '4'], ['101.01', '2'], ['98', '2'], ['102.01', '0'], ['97.9', '0']])('%s of 100 earns %s', (measured, mark) => expect(scoreMeasurement(measured, table).toString()).toBe(mark));
  it('takes yes and no', () => expect([true, false].map((yes) => scoreMeasurement(yes, { type: 'yes-no', max: '1.5' }).toString())).toEqual(['1.5', '0']));
  it.each<[never, object, string]>([
    [true as never, {}, 'measured: not_a_decimal'], ['1' as never, { type: 'yes-no' }, 'measured: not_a_boolean'], ['1' as never, { bands: [] }, 'rule.bands: empty'], ['1' as never, { type: 'x' }, 'rule.type: unknown_value'],
    ['1' as never, { bands: [{ within: '1', fraction: '1' }, { within: '1.0', fraction: '0' }] }, 'rule.bands: duplicate'], ['1' as never, { bands: [{ within: '-1', fraction: '1' }] }, 'rule.bands.0.within: out_of_range'],
    ['1' as never, { bands: [{ within: '1', fraction: '1.5' }] }, 'rule.bands.0.fraction: out_of_range'], ['1' as never, { max: '-1' }, 'rule.max: out_of_range'], ['1' as never, { nominal: 'x' }, 'rule.nominal: not_a_decimal'],
  ])('refuses %p with %j', (measured, change, message) => expect(() => scoreMeasurement(measured, { ...table, ...change } as MeasurementRule)).toThrow(message));
});

describe('scoreDrill', () => {
  const bands = (...rows: [string, string, string][]) => rows.map(([at, points, grade]) => ({ at, points, grade }));
  const run: DrillEvent = {
    type: 'time', standards: [
      { from: '2024-01-01', groups: [{ bands: bands(['900', '60', 'pass']) }] },
      { from: '2025-01-01', groups: [
        { sex: 'male', ageTo: 29, bands: bands(['780', '100', 'excellent'], ['840', '80', 'good'], ['900', '60', 'pass']) },
        { sex: 'male', ageFrom: 30, bands: bands(['960', '60', 'pass'], ['840', '100', 'excellent']) },
        { sex: 'female', bands: bands(['1020', '60', 'pass']) },
      ] },
    ],
  };
  const by = (result: string, change: object = {}) => ({ result, on: '2025-06-01', sex: 'male' as const, age: 25, ...change });

  it.each<[string, object, string, string | null, string]>([
    ['780', {}, '100', 'excellent', '2025-01-01'], ['780.1', {}, '80', 'good', '2025-01-01'], ['900', {}, '60', 'pass', '2025-01-01'], ['900.1', {}, '0', null, '2025-01-01'],
    ['840', { age: 29 }, '80', 'good', '2025-01-01'], ['840', { age: 30 }, '100', 'excellent', '2025-01-01'], ['960', { age: 30 }, '60', 'pass', '2025-01-01'],
    ['1000', { sex: 'female', age: 50 }, '60', 'pass', '2025-01-01'], ['850', { on: '2024-12-31' }, '60', 'pass', '2024-01-01'], ['850', { on: '2025-01-01' }, '60', 'pass', '2025-01-01'],
  ])('%s s by %j earns %s', (result, change, points, grade, from) => {
    const score = scoreDrill(by(result, change), run);
    expect([score.points.toString(), score.grade, score.standardFrom, score.band?.grade ?? null]).toEqual([points, grade, from, grade]);
  });

  it('counts repetitions upwards and passes', () => {
    const pulls: DrillEvent = { type: 'count', standards: [{ from: '2025-01-01', groups: [{ bands: [{ at: 10, points: 60 }, { at: 15, points: 100 }] }] }] };
    expect(['9', '10', '14', '15', '30'].map((result) => scoreDrill(by(result), pulls).points.toString())).toEqual(['0', '60', '60', '100', '100']);
    const aid: DrillEvent = { type: 'pass', standards: [{ from: '2025-01-01', groups: [{ bands: [{ at: 0, points: 20 }] }] }] };
    expect([true, false].map((result) => scoreDrill(by('', { result }), aid).points.toString())).toEqual(['20', '0']);
  });

  it.each<[object, object, string]>([
    [{ on: '2023-12-31' }, {}, 'performance.on: no_standard_in_force'], [{ on: 'today' }, {}, 'performance.on: not_a_date'], [{ age: -1 }, {}, 'performance.age: out_of_range'], [{ age: 151 }, {}, 'performance.age: out_of_range'],
    [{ sex: 'x' }, {}, 'performance.sex: unknown_value'], [{ result: '-1' }, {}, 'performance.result: out_of_range'], [{ result: true }, {}, 'performance.result: not_a_decimal'],
    [{}, { type: 'pass' }, 'performance.result: not_a_boolean'], [{}, { type: 'weight' }, 'event.type: unknown_value'],
    [{}, { standards: [{ from: '2025-01-01', groups: [{ sex: 'female', bands: [] }] }] }, 'performance: no_group_fits'], [{}, { standards: [{ from: '2025-01-01', groups: [{ bands: [] }] }] }, 'event.standards.groups.bands: empty'],
    [{}, { standards: [{ from: '2025', groups: [] }] }, 'event.standards.0.from: not_a_date'], [{}, { standards: [...run.standards, run.standards[0]] }, 'event.standards: duplicate'],
    [{}, { standards: [{ from: '2025-01-01', groups: [{ bands: [{ at: -1, points: 1 }] }] }] }, 'bands.0.at: out_of_range'],
  ])('refuses %j with %j', (change, event, message) => expect(() => scoreDrill(by('1', change), { ...run, ...event } as DrillEvent)).toThrow(message));
});

describe('normaliseJudges', () => {
  const give = (judgeId: string, marks: Record<string, string | null>): JudgeMark[] => Object.entries(marks).map(([entryId, mark]) => ({ judgeId, entryId, mark }));

  it('takes the severity of judges away', () => {
    const result = normaliseJudges([...give('mild', { a: '9', b: '8', c: '7' }), ...give('hard', { a: '6', b: '5', c: '4' })], { scale: 3, mode: 'half-up' });
    if (result.state !== 'normalised') throw new Error(result.reason);
    // μ = 6.5, σ² = 35/12, each judge's σ² = 2/3, z = ±√1.5.
    const deviation = Math.sqrt(35 / 12) * Math.sqrt(1.5);
    expect([...result.scores].map(([id, score]) => [id, score.toString(3)])).toEqual([['a', (6.5 + deviation).toFixed(3)], ['b', '6.500'], ['c', (6.5 - deviation).toFixed(3)]]);
  });

  it('takes a judge who gave the same to all for neutral', () => {
    const result = normaliseJudges([...give('same', { a: '5', b: '5' }), ...give('j', { a: '9', b: '7' })], { scale: 2, mode: 'half-up' });
    if (result.state !== 'normalised') throw new Error(result.reason);
    // μ = 6.5, σ² = 2.75; z of j = ±1, of same 0, mean ±½.
    expect([...result.scores.values()].map(String)).toEqual([(6.5 + Math.sqrt(2.75) / 2).toFixed(2), (6.5 - Math.sqrt(2.75) / 2).toFixed(2)]);
  });

  it('is refused while marks are missing or judges share no entries', () => {
    expect(normaliseJudges([...give('a', { x: '1', y: null }), ...give('b', { x: '1', y: '2' })])).toEqual({ state: 'refused', reason: 'incomplete' });
    expect(normaliseJudges([...give('a', { x: '1' }), ...give('b', { y: '2' })])).toEqual({ state: 'refused', reason: 'no-overlap' });
    expect(normaliseJudges([...give('a', { x: '1', y: '2' }), ...give('b', { y: '2', z: '3' }), ...give('c', { z: '1' })]).state).toBe('normalised');
  });

  it.each<[JudgeMark[], string]>([[[], 'marks: empty'], [[...give('a', { x: '1' }), ...give('a', { x: '1' })], 'marks: duplicate'], [give('a', { x: 'high' }), 'marks.mark: not_a_decimal']])('refuses %j', (marks, message) => {
    expect(() => normaliseJudges(marks)).toThrow(message);
    expect(() => sumRanks(marks)).toThrow(message.replace('marks.mark', 'marks.x'));
  });

  it('does not mind the order of the marks', () => {
    const marks = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { minLength: 2, maxLength: 6 });
    fc.assert(fc.property(marks, (rows) => {
      const all = rows.flatMap((row, entry) => row.map((mark, judge): JudgeMark => ({ judgeId: `j${judge}`, entryId: `e${entry}`, mark })));
      const text = (list: JudgeMark[]) => {
        const result = normaliseJudges(list);
        return result.state === 'normalised' ? [...result.scores].map(([id, score]) => `${id}=${score}`).sort() : [];
      };
      expect(text([...all].reverse())).toEqual(text(all));
    }));
  });
});

describe('sumRanks', () => {
  it('adds places, sharing the mean place', () => {
    const marks: JudgeMark[] = [['a', '9'], ['b', '9'], ['c', '7']].map(([entryId, mark]) => ({ judgeId: 'j', entryId, mark }));
    marks.push({ judgeId: 'k', entryId: 'b', mark: '3' }, { judgeId: 'k', entryId: 'c', mark: '2' });
    expect(sumRanks(marks).map(({ entryId, sum, relative }) => [entryId, sum.toString(), relative.toString()])).toEqual([['b', '2.5', '7/24'], ['a', '1.5', '1/3'], ['c', '5', '19/24']]);
  });

  it('refuses a missing mark', () => expect(() => sumRanks([{ judgeId: 'j', entryId: 'a', mark: null }])).toThrow('marks.a: not_a_decimal'));

  it('gives out the same sum of places whatever the marks', () => {
    fc.assert(fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), (values) => {
      const sums = sumRanks(values.map((mark, index) => ({ judgeId: 'j', entryId: `e${index}`, mark })));
      expect(Decimal.sum(sums.map(({ sum }) => sum)).eq((values.length * (values.length + 1)) / 2)).toBe(true);
      sums.forEach(({ entryId }, at) => { if (at > 0) expect(values[Number(entryId.slice(1))]).toBeLessThanOrEqual(values[Number(sums[at - 1].entryId.slice(1))]); });
    }));
  });
});

describe('combineRuns', () => {
  const points = (change: Partial<RunsRule>): RunsRule => ({ combine: 'best', direction: 'desc', runs: 3, ...change });
  const dnf = { state: 'not-finished' as const };
  const value = (text: string) => ({ value: text });

  it.each<[Partial<RunsRule>, object[], string, string | null, number[]]>([
    [{}, [value('7'), value('9'), value('8')], 'scored', '9', [1]],
    [{ direction: 'asc' }, [value('7'), value('9'), value('8')], 'scored', '7', [0]],
    [{}, [value('7'), dnf, value('8')], 'scored', '8', [2]],
    [{}, [dnf, dnf, { state: 'disqualified' }], 'not-finished', null, []],
    [{}, [value('7'), value('9')], 'pending', null, []],
    [{}, [value('7'), value('9'), { state: 'pending' }], 'pending', null, []],
    [{ combine: 'sum' }, [value('7'), value('9'), value('8')], 'scored', '24', [0, 1, 2]],
    [{ combine: 'sum', take: 2 }, [value('7'), value('9'), value('8')], 'scored', '17', [1, 2]],
    [{ combine: 'sum', take: 2 }, [value('7'), dnf, value('8')], 'scored', '15', [0, 2]],
    [{ combine: 'sum' }, [value('7'), dnf, value('8')], 'not-finished', null, []],
    [{ combine: 'mean' }, [value('7'), value('9'), value('9')], 'scored', '8.3333', [0, 1, 2]],
    [{ combine: 'mean', take: 1, direction: 'asc' }, [value('7'), value('9'), value('9')], 'scored', '7', [0]],
    [{ combine: 'trimmed-mean' }, [value('7'), value('9'), value('8')], 'scored', '8', [2]],
    [{ combine: 'trimmed-mean', drop: 0 }, [value('7'), value('9'), value('8')], 'scored', '8', [0, 1, 2]],
    [{ carry: { value: '10', weight: '0.5' } }, [value('7'), value('9'), value('8')], 'scored', '14', [1]],
    [{ carry: { value: '10' }, combine: 'mean' }, [value('7'), value('9'), value('8')], 'scored', '18', [0, 1, 2]],
  ])('by %j makes of %j: %s %s', (change, runs, state, score, counted) => {
    const result = combineRuns(runs, points(change));
    expect([result.state, result.score?.toString() ?? null, result.counted]).toEqual([state, score, counted]);
    expect(result.exact === null).toBe(score === null);
  });

  it('gives the trimmed averages of published results', () => {
    const cases = (JSON.parse(readFileSync(new URL('../../fixtures/ranking-two-keys.json', import.meta.url), 'utf8')) as { trimmed_average: { attempts: number[]; expected: number }[] }).trimmed_average;
    for (const { attempts, expected } of cases) {
      const runs = attempts.map((time) => (time === -1 ? dnf : time === -2 ? { state: 'absent' as const } : time === 0 ? { state: 'pending' as const } : { value: time }));
      const trimmed: RunsRule = { combine: 'trimmed-mean', direction: 'asc', runs: attempts.length, drop: attempts.length === 3 ? 0 : 1, rounding: { scale: 0, mode: 'half-up' } };
      const { state, score } = combineRuns(runs, trimmed);
      // That sport rounds averages above ten minutes to whole seconds.
      const published = score?.gt(60_000) ? score.div(100).round(0).mul(100) : score;
      expect(published?.toNumber() ?? (state === 'pending' ? 0 : -1)).toBe(expected);
    }
  });

  it.each<[object[], Partial<RunsRule>, string]>([
    [[], { runs: 0 }, 'rule.runs: out_of_range'], [[{ value: 1 }, { value: 1 }], { runs: 1 }, 'runs: too_many'], [[{}], {}, 'runs.0.value: not_a_decimal'], [[{ state: 'lost' }], {}, 'runs.0.state: unknown_value'],
    [[], { combine: 'median' as 'sum' }, 'rule.combine: unknown_value'], [[], { direction: 'up' as 'asc' }, 'rule.direction: unknown_value'], [[], { combine: 'sum', take: 4 }, 'rule.take: out_of_range'], [[], { combine: 'sum', take: 0 }, 'rule.take: out_of_range'],
    [[], { combine: 'trimmed-mean', runs: 2 }, 'rule.drop: too_few'], [[], { combine: 'trimmed-mean', drop: -1 }, 'rule.drop: out_of_range'], [[], { carry: { value: 'x' } }, 'rule.carry.value: not_a_decimal'],
  ])('refuses %j with %j', (runs, change, message) => expect(() => combineRuns(runs, points(change))).toThrow(message));

  it('does not mind the order of the runs', () => {
    const run = fc.oneof(fc.integer({ min: 0, max: 50 }).map((points_) => ({ value: points_ })), fc.constant(dnf));
    fc.assert(fc.property(fc.array(run, { minLength: 5, maxLength: 5 }), fc.constantFrom('best', 'sum', 'mean', 'trimmed-mean'), fc.constantFrom('asc', 'desc'), (runs, combine, direction) => {
      const rule = points({ combine: combine as 'sum', direction: direction as 'asc', runs: 5 });
      expect(combineRuns([...runs].reverse(), rule).score?.toString()).toBe(combineRuns(runs, rule).score?.toString());
    }));
  });
});

describe('measurePanel', () => {
  const judges = [{ judgeId: 'a', unitId: 'north' }, { judgeId: 'b', unitId: null }, { judgeId: 'c', unitId: 'south' }];
  const entry = (entryId: string, unitId: string | null, ...totals: string[]): PanelEntry => ({ entryId, unitId, totals: totals.map((total, index) => ({ ...judges[index], total })) });
  const rule = { trim: { by: 'judge-total', high: 0, low: 0 } } as const;

  it('measures spread, severity, drift and home-unit bias', () => {
    const health = measurePanel([entry('1', 'north', '9', '7', '7'), entry('2', 'west', '7', '7', '7'), entry('3', 'north', '10', '6', '8'), entry('4', 'west', '7', '8', '6')], rule);
    expect(health.spread.map(({ entryId, spread }) => [entryId, spread.toString()])).toEqual([['1', '2'], ['2', '0'], ['3', '4'], ['4', '2']]);
    expect(meanSpread(health)).toBe(2);
    const [a, b, c] = health.judges;
    expect([a.judgeId, b.judgeId, c.judgeId]).toEqual(['a', 'b', 'c']);
    // a against the mean of the others: 2, 0, 3, 0.
    expect(a.severity).toMatchObject({ count: 4, mean: 1.25 });
    expect(a.drift).toMatchObject({ count: 2, mean: 0.5 });
    expect(a.homeBias).toMatchObject({ count: 2, mean: 2.5 });
    expect(a.homeBias.low as number).toBeLessThan(2.5);
    expect(a.homeBias.high as number).toBeGreaterThan(2.5);
    expect(b.homeBias).toEqual({ count: 0, mean: null, low: null, high: null });
    expect(c.homeBias.mean).toBeNull();
    expect(b.severity.mean).toBe((-1 + 0 - 3 + 1.5) / 4);
  });

  it('says what the standing would be without a judge', () => {
    const { judges: [a, b] } = measurePanel([entry('1', null, '10', '7', '7'), entry('2', null, '7', '8', '8'), entry('3', null, '6', '6', '6')], rule);
    // Means 8, 7⅔, 6; without a 7, 8, 6; without b 8.5, 7.5, 6.
    expect(a.influence).toEqual({ changed: 2, largest: 1, winnerChanges: true });
    expect(b.influence).toEqual({ changed: 0, largest: 0, winnerChanges: false });
  });

  it('drops nothing when the panel without the judge is too small to', () => {
    const trimmed = { trim: { by: 'judge-total', high: 1, low: 1 } } as const;
    expect(measurePanel([entry('1', null, '9', '7', '7'), entry('2', null, '7', '8', '8')], trimmed).judges[0].influence).toEqual({ changed: 0, largest: 0, winnerChanges: false });
  });

  it('ranks published figures when a rounding is declared', () => {
    const entries = [entry('1', null, '9', '8', '8'), entry('2', null, '8', '8', '8')];
    expect(measurePanel(entries, rule).judges[0].influence).toEqual({ changed: 1, largest: 1, winnerChanges: true });
    expect(measurePanel(entries, { ...rule, rounding: { scale: 0, mode: 'half-up' } }).judges[0].influence).toEqual({ changed: 0, largest: 0, winnerChanges: false });
  });

  it('has no influence to show for a single judge', () => {
    const { judges: [only] } = measurePanel([{ entryId: '1', unitId: null, totals: [{ judgeId: 'a', unitId: null, total: '8' }] }], rule);
    expect(only).toEqual({ judgeId: 'a', severity: { count: 0, mean: null, low: null, high: null }, drift: { count: 0, mean: null, low: null, high: null }, homeBias: { count: 0, mean: null, low: null, high: null }, influence: null });
  });

  it.each<[PanelEntry[], string]>([
    [[], 'entries: empty'], [[entry('1', null, '1'), entry('1', null, '1')], 'entries: duplicate'], [[entry('1', null)], 'entries.0.totals: empty'], [[entry('1', null, 'x')], 'entries.0.totals.a: not_a_decimal'],
    [[{ entryId: '1', unitId: null, totals: [{ ...judges[0], total: 1 }, { ...judges[0], total: 1 }] }], 'entries.0.totals: duplicate'],
  ])('refuses %j', (entries, message) => expect(() => measurePanel(entries, rule)).toThrow(message));

  it('adds up to no severity over a whole panel', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 8 }), (rows) => {
      const health = measurePanel(rows.map((row, index) => entry(String(index), null, ...row.map(String))), rule);
      expect(health.judges.reduce((sum, { severity }) => sum + (severity.mean as number), 0)).toBeCloseTo(0, 9);
    }));
  });
});
