import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, ensure, oneOf, requireUnique, roundingIn } from '../check-input.js';

export interface StageFigure {
  readonly stageId: string;
  /** Multiplies the figure, above 0; 1 by default. */
  readonly weight?: DecimalInput;
  /** The exact figure; null when there is none. */
  readonly value: DecimalInput | null;
  /** How this stage's figure was published. */
  readonly rounding?: Rounding;
}

export interface TotalRule {
  /** `published` (default): stage figures are rounded as published before they are weighted; `exact`: they are not. */
  readonly figures?: 'published' | 'exact';
  /** An entry that lacks a stage gets no total (default), or 0 for it. */
  readonly missing?: 'no-total' | 'zero';
  readonly rounding?: Rounding;
}

export interface StageTotal {
  readonly total: Decimal | null;
  readonly exact: Decimal | null;
  readonly figures: 'published' | 'exact';
  readonly stages: readonly { readonly stageId: string; readonly figure: Decimal | null; readonly weighted: Decimal | null }[];
}

/**
 * The weighted total of an entry's stages, rounded once; by default computed from the published stage scores.
 *
 * @throws RuleInputError for no stages, a stage twice, or a weight not above 0.
 */
export function totalStages(stages: readonly StageFigure[], rule: TotalRule = {}): StageTotal {
  const figures = oneOf(rule.figures ?? 'published', ['published', 'exact'], 'figures');
  const missing = oneOf(rule.missing ?? 'no-total', ['no-total', 'zero'], 'missing');
  const rounding = roundingIn(rule.rounding, 'rounding');
  ensure(stages.length > 0, 'stages', 'empty');
  requireUnique(stages.map(({ stageId }) => stageId), 'stages');
  const read = stages.map(({ stageId, weight, value, rounding: own }, index) => {
    const factor = decimalIn(weight ?? 1, `stages.${index}.weight`);
    ensure(factor.gt(0), `stages.${index}.weight`, 'not_above_zero');
    const exact = value === null ? null : decimalIn(value, `stages.${index}.value`);
    const { scale, mode } = roundingIn(own, `stages.${index}.rounding`);
    const figure = exact && figures === 'published' ? exact.round(scale, mode) : exact;
    return { stageId, figure, weighted: figure && figure.mul(factor) };
  });
  const complete = missing === 'zero' || read.every(({ figure }) => figure !== null);
  const exact = complete ? Decimal.sum(read.map(({ weighted }) => weighted ?? 0)) : null;
  return { total: exact && exact.round(rounding.scale, rounding.mode), exact, figures, stages: read };
}
