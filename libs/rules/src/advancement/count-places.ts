import { Decimal } from '#lib/kernel';
import { decimalWithin, ensure, integerWithin, oneOf } from '../check-input.js';
import type { AdvancementRule, CutLine, HeatEntry } from './advancement-types.js';

const NOT_PRESENT: ReadonlySet<string> = new Set(['absent', 'postponed', 'withdrawn']);

/** How many places a heat has, and the base they were taken of; null places when only a threshold applies. */
export interface Places {
  readonly places: number | null;
  readonly base: CutLine['base'];
}

/**
 * The places of one heat: the declared number, or the percentage of the declared base rounded down.
 *
 * @throws RuleInputError for a negative or fractional number, a percentage outside 0–100, or an unknown base.
 */
export function countPlaces(entries: readonly HeatEntry[], { places }: Pick<AdvancementRule, 'places'>): Places {
  if (places === undefined) return { places: null, base: null };
  if ('top' in places) return { places: integerWithin(places.top, 'rule.places.top', 0), base: null };
  ensure(typeof places === 'object', 'rule.places', 'unknown_value');
  const percent = decimalWithin(places.percent, 'rule.places.percent', 0, 100);
  const of = oneOf(places.base, ['entered', 'present', 'scored'], 'rule.places.base');
  const count = entries.filter(({ state }) => of === 'entered' || (of === 'present' ? !NOT_PRESENT.has(state) : state === 'scored')).length;
  return { places: Decimal.of(count).mul(percent).div(100).round(0, 'down').toNumber(), base: { of, count, percent: percent.toString() } };
}
