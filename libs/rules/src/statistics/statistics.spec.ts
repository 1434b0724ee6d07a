import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { boundDifference, boundMean, DistractorAnalysis, ExamSummary, summariseExam, type ExamStatistics } from '../index.js';
import { studentT95 } from './bound-mean.js';

const oracle = JSON.parse(readFileSync(new URL('../../fixtures/exam-statistics-25x7.json', import.meta.url), 'utf8')) as {
  marks: number[][]; items: Record<string, number>[]; exam: Record<string, number>; relativeTolerance: Record<string, number>;
};

function expectNear(actual: number | null, expected: number, relative: number): void {
  expect(actual).not.toBeNull();
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(Math.abs(expected) * relative);
}

/** The definitions as written, in doubles, two passes: slow and plain. */
function naive(max: number[], attempts: number[][]): ExamStatistics {
  const s = attempts.length;
  const totals = attempts.map((marks) => marks.reduce((a, b) => a + b, 0));
  const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
  const covariance = (xs: number[], ys: number[]) => xs.reduce((sum, x, i) => sum + (x - mean(xs)) * (ys[i] - mean(ys)), 0) / (s - 1);
  const m = (k: number) => totals.reduce((sum, t) => sum + (t - mean(totals)) ** k, 0) / s;
  const [m2, m3, m4] = [m(2), m(3), m(4)];
  const k2 = (s * m2) / (s - 1);
  const k3 = (s * s * m3) / ((s - 1) * (s - 2));
  const k4 = (s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2)) / ((s - 1) * (s - 2) * (s - 3));
  const columns = max.map((_, i) => attempts.map((marks) => marks[i]));
  const withTotal = columns.map((xs) => covariance(xs, totals));
  const rootSum = withTotal.filter((c) => c >= 0).reduce((sum, c) => sum + Math.sqrt(c), 0);
  const consistency = ((100 * max.length) / (max.length - 1)) * (1 - columns.reduce((sum, xs) => sum + covariance(xs, xs), 0) / k2);
  const errorRatio = 100 * Math.sqrt(1 - consistency / 100);
  const sorted = [...totals].sort((a, b) => a - b);
  return {
    attempts: s, mean: mean(totals), median: (sorted[Math.floor((s - 1) / 2)] + sorted[Math.floor(s / 2)]) / 2, deviation: Math.sqrt(k2),
    skewness: k3 / k2 ** 1.5, kurtosis: k4 / k2 ** 2, consistency, errorRatio, standardError: (errorRatio * Math.sqrt(k2)) / 100,
    items: columns.map((xs, i) => {
      const rest = totals.map((t, j) => t - xs[j]);
      const ascending = (values: number[]) => [...values].sort((a, b) => a - b);
      const [c, highest] = [covariance(xs, rest), covariance(ascending(xs), ascending(rest))];
      return {
        id: String(i), answered: s, mean: mean(xs), facility: mean(xs) / max[i], deviation: Math.sqrt(covariance(xs, xs)), covariance: c,
        discrimination: (100 * c) / Math.sqrt(covariance(xs, xs) * covariance(rest, rest)), covarianceMax: highest, efficiency: (100 * c) / highest,
        effectiveWeight: withTotal[i] < 0 ? null : (100 * Math.sqrt(withTotal[i])) / rootSum,
      };
    }),
  };
}

describe('summariseExam', () => {
  const items = oracle.items.map(({ slot }) => ({ id: String(slot), max: '1' }));

  it('gives the published statistics of 25 attempts', () => {
    const result = summariseExam(items, oracle.marks.map((row) => row.map(String)), 7);
    const { default: near, 'covariance-derived': derived, exam } = oracle.relativeTolerance;
    result.items.forEach((item, index) => {
      const expected = oracle.items[index];
      expect(item.answered).toBe(25);
      expectNear(item.facility, expected.facility, near);
      expectNear(item.mean, expected.facility, near);
      expectNear(item.deviation, expected.sd, near);
      expectNear(item.effectiveWeight, expected.effectiveweight, derived);
      expectNear(item.covariance, expected.covariance, derived);
      expectNear(item.discrimination, expected.discriminationindex, derived);
      expectNear(item.covarianceMax, expected.covariancemax, derived);
      expectNear(item.efficiency, expected.discriminativeefficiency, derived);
    });
    expect(result.attempts).toBe(25);
    expectNear(result.median, oracle.exam.median, exam);
    expectNear(result.mean, oracle.exam.firstattemptsavg, exam);
    expectNear(result.deviation, oracle.exam.standarddeviation, exam);
    expectNear(result.skewness, oracle.exam.skewness, exam);
    expectNear(result.kurtosis, oracle.exam.kurtosis, exam);
    expectNear(result.consistency, oracle.exam.cic, exam);
    expectNear(result.errorRatio, oracle.exam.errorratio, exam);
    expectNear(result.standardError, oracle.exam.standarderror, exam);
  });

  it('equals the definitions written plainly', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(8), fc.nat(20), fc.nat(4)), { minLength: 4, maxLength: 30 }), (attempts) => {
      const expected = naive([8, 20, 4], attempts);
      const actual = summariseExam([8, 20, 4].map((max, index) => ({ id: String(index), max })), attempts, 0);
      const near = (a: number | null, b: number | null) => {
        if (a !== null && b !== null && Number.isFinite(b)) expect(a).toBeCloseTo(b, 6);
        if (a !== null) expect(Number.isFinite(a)).toBe(true);
      };
      for (const key of ['mean', 'median', 'deviation', 'skewness', 'kurtosis', 'consistency', 'errorRatio', 'standardError'] as const) near(actual[key], expected[key]);
      actual.items.forEach((item, index) => {
        for (const key of ['mean', 'facility', 'deviation', 'covariance', 'discrimination', 'covarianceMax', 'efficiency'] as const) near(item[key], expected.items[index][key]);
      });
    }));
  });

  it('is the same for a stream split anywhere and for any order', () => {
    const definition = [{ id: 'a', max: '5' }, { id: 'b', max: '5' }];
    const mark = fc.oneof(fc.constant(null), fc.integer({ min: -500, max: 500 }));
    fc.assert(fc.property(fc.array(fc.tuple(mark, mark), { maxLength: 40 }), fc.nat(), (attempts, cut) => {
      const toMark = (units: number | null) => (units === null ? null : (units / 100).toFixed(2));
      const batch = summariseExam(definition, [...attempts].reverse().map((row) => row.map(toMark)), 2);
      const at = cut % (attempts.length + 1);
      const [first, second] = [new ExamSummary(definition, 2), new ExamSummary(definition, 2)];
      attempts.slice(0, at).forEach((row) => first.addUnits(row));
      attempts.slice(at).forEach((row) => second.addUnits(row));
      first.merge(second);
      expect(first.result()).toEqual(batch);
    }));
  });

  const one = [{ id: 'a', max: '10' }, { id: 'b', max: '0' }];
  it.each<[string, (string | null)[][], object]>([
    ['nobody', [], { attempts: 0, mean: null, median: null, deviation: null, skewness: null, kurtosis: null, consistency: null, errorRatio: null, standardError: null }],
    ['one', [['4', '0']], { attempts: 1, mean: 4, median: 4, deviation: null, skewness: null, consistency: null }],
    ['two equal', [['4', '0'], ['4', '0']], { mean: 4, deviation: 0, skewness: null, kurtosis: null, consistency: null, standardError: null }],
    ['two', [['4', '0'], ['6', '0']], { mean: 5, median: 5, skewness: null, kurtosis: null }],
    ['three', [['4', '0'], ['6', '0'], ['8', '0']], { median: 6, deviation: 2, skewness: 0, kurtosis: null }],
  ])('is null where undefined: %s', (_, attempts, expected) => expect(summariseExam(one, attempts)).toMatchObject(expected));

  it('is null per item where undefined', () => {
    expect(summariseExam(one, []).items[0]).toEqual({ id: 'a', answered: 0, mean: null, facility: null, deviation: null, covariance: null, discrimination: null, covarianceMax: null, efficiency: null, effectiveWeight: null });
    expect(summariseExam(one, [['4', '0']]).items[0]).toMatchObject({ mean: 4, facility: 0.4, deviation: null, covariance: null, covarianceMax: null });
    expect(summariseExam(one, [['4', '0'], ['6', '0']]).items).toMatchObject([{ discrimination: null, efficiency: null, effectiveWeight: 100 }, { facility: null, discrimination: null, effectiveWeight: 0 }]);
    expect(summariseExam(one, [['4', '0'], ['4', '0']]).items).toMatchObject([{ effectiveWeight: null }, { effectiveWeight: null }]);
  });

  it('has no consistency for one item, and no weight for one that pulls down', () => {
    expect(summariseExam([{ id: 'a', max: '1' }], [['1'], ['0']]).consistency).toBeNull();
    const { items: [up, down] } = summariseExam([{ id: 'a', max: '10' }, { id: 'b', max: '1' }], [['9', '0'], ['1', '1']]);
    expect([up.effectiveWeight, down.effectiveWeight]).toEqual([100, null]);
    expect(down.discrimination).toBeCloseTo(-100, 10);
  });

  it('counts not answered as 0, but not as answered', () => {
    const { items: [item], mean } = summariseExam([{ id: 'a', max: '10' }], [['6'], [null]]);
    expect([item.answered, item.mean, mean]).toEqual([1, 3, 3]);
  });

  it('never loses a unit, however large the sums', () => {
    const summary = new ExamSummary([{ id: 'a', max: '1000000' }, { id: 'b', max: '1000000' }], 4);
    for (let i = 0; i < 3; i++) summary.addUnits([10 ** 10, 10 ** 10 - i]);
    expect(summary.result().items[0].deviation).toBe(0);
    expect(summary.result().items[1].deviation).toBeCloseTo(0.0001, 12);
    expect(summary.result().mean).toBeCloseTo(1999999.9999, 6);
  });

  it.each<[() => unknown, string]>([
    [() => new ExamSummary([]), 'items: empty'],
    [() => new ExamSummary([{ id: 'a', max: '1' }, { id: 'a', max: '1' }]), 'items: duplicate'],
    [() => new ExamSummary([{ id: 'a', max: '-1' }]), 'items.0.max: out_of_range'],
    [() => new ExamSummary(one, 8), 'scale: out_of_range'],
    [() => new ExamSummary(one, -1), 'scale: out_of_range'],
    [() => summariseExam(one, [['1']]), 'marks: wrong_count'],
    [() => summariseExam(one, [['1.00001', '0']]), 'marks.0: too_many_digits'],
    [() => summariseExam(one, [['x', '0']]), 'marks.0: not_a_decimal'],
    [() => new ExamSummary(one).addUnits([0.5, 0]), 'marks.0: not_an_integer'],
    [() => new ExamSummary(one).addUnits([0, 2 ** 41]), 'marks.1: out_of_range'],
    [() => new ExamSummary(one).addUnits([0, -(2 ** 41)]), 'marks.1: out_of_range'],
    [() => new ExamSummary(one).merge(new ExamSummary([{ id: 'a', max: '1' }])), 'other: other_items'],
    [() => new ExamSummary(one).merge(new ExamSummary([{ id: 'a', max: '1' }, { id: 'c', max: '1' }])), 'other: other_items'],
    [() => new ExamSummary(one).merge(new ExamSummary(one, 2)), 'other: other_items'],
  ])('refuses bad input %#', (call, message) => expect(call).toThrow(message));

  it('refuses a bad attempt whole', () => {
    const summary = new ExamSummary(one);
    expect(() => summary.addUnits([1, 0.5])).toThrow('marks.1');
    expect(summary.result().attempts).toBe(0);
  });
});

describe('DistractorAnalysis', () => {
  it('counts choices and the totals of those who made them', () => {
    const analysis = new DistractorAnalysis(['A', 'B', 'C']);
    analysis.add(['A'], '8');
    analysis.add(['A', 'B'], '5');
    analysis.add([], '2');
    const { attempts, options, notAnswered } = analysis.result();
    expect(attempts).toBe(3);
    expect(options.map(({ option, chosen, share, meanTotal }) => [option, chosen, share?.toString(), meanTotal?.toString() ?? null])).toEqual([['A', 2, '2/3', '6.5'], ['B', 1, '1/3', '5'], ['C', 0, '0', null]]);
    expect(notAnswered).toMatchObject({ option: '', chosen: 1 });
    expect(notAnswered.meanTotal?.toString()).toBe('2');
  });

  it('has no share without attempts, and refuses unknown options', () => {
    expect(new DistractorAnalysis(['A']).result().options[0].share).toBeNull();
    expect(() => new DistractorAnalysis([])).toThrow('options: empty');
    expect(() => new DistractorAnalysis(['A', 'A'])).toThrow('options: duplicate');
    expect(() => new DistractorAnalysis(['A']).add(['B'], '1')).toThrow('chosen: unknown_option');
    expect(() => new DistractorAnalysis(['A']).add(['A', 'A'], '1')).toThrow('chosen: duplicate');
    expect(() => new DistractorAnalysis(['A']).add(['A'], 'x')).toThrow('total: not_a_decimal');
  });
});

describe('confidence intervals', () => {
  it.each([[1, 12.706], [10, 2.228], [30, 2.042], [40, 2.021], [60, 2.0], [120, 1.98], [1000, 1.962], [4.9, 2.776]])('t for %d degrees is %d', (degrees, t) => {
    expect(Math.abs(studentT95(degrees) - t)).toBeLessThan(0.0011);
  });

  it('refuses less than one degree', () => expect(() => studentT95(0.5)).toThrow('degrees: out_of_range'));

  it('bounds a mean', () => {
    expect(boundMean([])).toEqual({ count: 0, mean: null, low: null, high: null });
    expect(boundMean([4])).toEqual({ count: 1, mean: 4, low: null, high: null });
    const { mean, low, high } = boundMean([2, 4]);
    expect([mean, low, high].map((value) => value?.toFixed(3))).toEqual(['3.000', (3 - 12.706).toFixed(3), (3 + 12.706).toFixed(3)]);
  });

  it('bounds a difference', () => {
    expect(boundDifference([], [1])).toEqual({ count: 0, mean: null, low: null, high: null });
    expect(boundDifference([3], [1, 2])).toEqual({ count: 1, mean: 1.5, low: null, high: null });
    expect(boundDifference([3, 3], [1, 1])).toEqual({ count: 2, mean: 2, low: 2, high: 2 });
    // Welch with equal sizes and variances has the degrees of freedom of the pooled test.
    const { mean, low, high } = boundDifference([1, 2, 3], [4, 5, 6]);
    expect(mean).toBe(-3);
    expect(low).toBeCloseTo(-3 - 2.776 * Math.sqrt(2 / 3), 6);
    expect(high).toBeCloseTo(-3 + 2.776 * Math.sqrt(2 / 3), 6);
    // Unequal: degrees = 1.96 by hand, so the table's row for 1.
    const uneven = boundDifference([0, 10], [0, 1, 2]);
    const variance = 50 / 2 + 1 / 3;
    expect(uneven.high).toBeCloseTo(4 + 12.706 * Math.sqrt(variance), 6);
  });
});
