import { Decimal } from '#lib/kernel';
import { decimalWithin, ensure, integerWithin } from '../check-input.js';
import type { CommonMarking, MarkAdjustment, Response } from './marking-types.js';

const CERTAINTY_WRONG = [null, Decimal.zero, Decimal.of(-2), Decimal.of(-6)] as const;

export interface AdjustedFraction {
  readonly fraction: Decimal;
  readonly adjustments: readonly MarkAdjustment[];
}

const UNCHANGED: readonly MarkAdjustment[] = [];

/**
 * Applies, in this order, the penalty per try, then negative or certainty-based marking, to the fraction (0–1) that the
 * key gave an *answered* response. Certainty c: right × c, wrong 0/−2/−6 (Gardner-Medwin, as Moodle computes it).
 *
 * @throws RuleInputError for a setting outside its range, or both negative and certainty-based marking.
 */
export function adjustFraction(settings: CommonMarking): (earned: Decimal, response: Response) => AdjustedFraction {
  const wrong = settings.wrong === undefined ? null : decimalWithin(settings.wrong, 'spec.wrong', -1, 0);
  const penalty = settings.penaltyPerTry === undefined ? null : decimalWithin(settings.penaltyPerTry, 'spec.penaltyPerTry', 0, 1);
  ensure(!(settings.certainty && wrong), 'spec.certainty', 'conflicts_with_wrong');
  if (!settings.certainty && !wrong && !penalty) return (earned) => ({ fraction: earned, adjustments: UNCHANGED });

  return (earned, response) => {
    const adjustments: MarkAdjustment[] = [];
    let fraction = earned;
    const apply = (type: MarkAdjustment['type'], value: string, to: Decimal): void => {
      adjustments.push({ type, value, from: fraction.toString(), to: to.toString() });
      fraction = to;
    };
    const tries = integerWithin(response.tries ?? 1, 'response.tries', 1);
    if (penalty && tries > 1 && !earned.isZero()) apply('tries', String(tries), Decimal.max(0, earned.sub(penalty.mul(tries - 1))));
    if (wrong && earned.isZero()) apply('negative', wrong.toString(), wrong);
    if (settings.certainty) {
      const certainty = integerWithin(response.certainty ?? 1, 'response.certainty', 1, 3);
      apply('certainty', String(certainty), earned.isZero() ? CERTAINTY_WRONG[certainty] as Decimal : fraction.mul(certainty));
    }
    return { fraction, adjustments };
  };
}
