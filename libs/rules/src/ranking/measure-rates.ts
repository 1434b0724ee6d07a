import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, decimalWithin, ensure, oneOf } from '../check-input.js';
import type { EntryState } from '../judging/judging-types.js';

export interface RateEntry {
  readonly state: EntryState;
  readonly score: DecimalInput | null;
}

export interface RateRule {
  /** Scores at or above these pass, and are excellent. */
  readonly pass: DecimalInput;
  readonly excellent: DecimalInput;
  /** What pass and excellence rates are taken of: everyone entered, those who came, or those with a score. */
  readonly base: 'entered' | 'present' | 'scored';
}

export interface Rates {
  readonly entered: number;
  readonly present: number;
  readonly scored: number;
  readonly passed: number;
  readonly excellent: number;
  /** Exact fractions 0 to 1, null when the base is empty: 参考率 = present/entered, 合格率, 优秀率. */
  readonly participation: Decimal | null;
  readonly passRate: Decimal | null;
  readonly excellenceRate: Decimal | null;
  readonly mean: Decimal | null;
}

const NOT_PRESENT: ReadonlySet<EntryState> = new Set(['absent', 'postponed', 'withdrawn']);

/**
 * Participation, pass and excellence rates with a declared base, and the mean of the scores; exact.
 *
 * @throws RuleInputError when excellent lies below pass, or a scored entry has no score.
 */
export function measureRates(entries: readonly RateEntry[], rule: RateRule): Rates {
  const pass = decimalIn(rule.pass, 'rule.pass');
  const excellent = decimalWithin(rule.excellent, 'rule.excellent', pass, null);
  const base = oneOf(rule.base, ['entered', 'present', 'scored'], 'rule.base');
  const scores = entries.flatMap(({ state, score }, index) => {
    ensure(state !== 'scored' || score !== null, `entries.${index}.score`, 'missing');
    return state === 'scored' ? [decimalIn(score, `entries.${index}.score`)] : [];
  });
  const counts = {
    entered: entries.length,
    present: entries.filter(({ state }) => !NOT_PRESENT.has(state)).length,
    scored: scores.length,
    passed: scores.filter((score) => score.gte(pass)).length,
    excellent: scores.filter((score) => score.gte(excellent)).length,
  };
  const rate = (count: number, of: number): Decimal | null => (of === 0 ? null : Decimal.ratio(count, of));
  return {
    ...counts,
    participation: rate(counts.present, counts.entered),
    passRate: rate(counts.passed, counts[base]),
    excellenceRate: rate(counts.excellent, counts[base]),
    mean: scores.length === 0 ? null : Decimal.mean(scores),
  };
}
