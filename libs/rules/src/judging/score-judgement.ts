import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, decimalWithin, ensure, integerWithin, oneOf, requireUnique, roundingIn } from '../check-input.js';

export interface JudgementRule {
  /** Marks for a full score. */
  readonly max: DecimalInput;
  /** Scores further apart than this block the result until they are given again; 1 by default. */
  readonly maxSpread?: number;
  readonly rounding?: Rounding;
}

export interface JudgementScore {
  readonly state: 'final' | 'blocked';
  /** Null while blocked. */
  readonly mark: Decimal | null;
  readonly exact: Decimal | null;
  readonly spread: number;
}

/**
 * Judgement marking (WorldSkills practice): judges score 0, 1, 2 or 3 blind; a spread above the allowed one blocks
 * until they score again; the mark is max × sum / (3 × judges), rounded once.
 *
 * @throws RuleInputError for no scores, a judge twice, or a score that is not 0, 1, 2 or 3.
 */
export function scoreJudgement(scores: readonly { readonly judgeId: string; readonly score: number }[], rule: JudgementRule): JudgementScore {
  const max = decimalWithin(rule.max, 'rule.max', 0, null);
  const maxSpread = integerWithin(rule.maxSpread ?? 1, 'rule.maxSpread', 0, 3);
  const { scale, mode } = roundingIn(rule.rounding, 'rule.rounding');
  ensure(scores.length > 0, 'scores', 'empty');
  requireUnique(scores.map(({ judgeId }) => judgeId), 'scores');
  const values = scores.map(({ score }, index) => integerWithin(score, `scores.${index}.score`, 0, 3));
  const spread = Math.max(...values) - Math.min(...values);
  if (spread > maxSpread) return { state: 'blocked', mark: null, exact: null, spread };
  const exact = max.mul(values.reduce((sum, value) => sum + value, 0)).div(3 * values.length);
  return { state: 'final', mark: exact.round(scale, mode), exact, spread };
}

/** Measurement: yes or no, or the deviation from a nominal value against a table of tolerances. */
export type MeasurementRule = { readonly max: DecimalInput; readonly rounding?: Rounding } & (
  | { readonly type: 'yes-no' }
  | { readonly type: 'tolerance'; readonly nominal: DecimalInput; readonly bands: readonly { readonly within: DecimalInput; readonly fraction: DecimalInput }[] });

/**
 * The mark of a measurement: max for yes, 0 for no; or max × the fraction of the narrowest band that holds
 * |measured − nominal| (its edge included), 0 outside all.
 *
 * @throws RuleInputError for a measurement of the wrong type, or bands that are empty, overlap in width, or lie outside 0–1.
 */
export function scoreMeasurement(measured: boolean | DecimalInput, rule: MeasurementRule): Decimal {
  const max = decimalWithin(rule.max, 'rule.max', 0, null);
  const { scale, mode } = roundingIn(rule.rounding, 'rule.rounding');
  if (oneOf(rule.type, ['yes-no', 'tolerance'], 'rule.type') === 'yes-no') {
    ensure(typeof measured === 'boolean', 'measured', 'not_a_boolean');
    return measured ? max.round(scale, mode) : Decimal.zero;
  }
  const { nominal, bands } = rule as Extract<MeasurementRule, { type: 'tolerance' }>;
  ensure(bands.length > 0, 'rule.bands', 'empty');
  const deviation = decimalIn(measured, 'measured').sub(decimalIn(nominal, 'rule.nominal')).abs();
  const read = bands.map(({ within, fraction }, index) => ({
    within: decimalWithin(within, `rule.bands.${index}.within`, 0, null),
    fraction: decimalWithin(fraction, `rule.bands.${index}.fraction`, 0, 1),
  })).sort((a, b) => a.within.compare(b.within));
  requireUnique(read.map(({ within }) => within.toString()), 'rule.bands');
  const fraction = read.find(({ within }) => deviation.lte(within))?.fraction ?? Decimal.zero;
  return max.mul(fraction).round(scale, mode);
}
