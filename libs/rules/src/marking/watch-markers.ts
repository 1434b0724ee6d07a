import { Decimal, type DecimalInput, SeededRandom } from '#lib/kernel';
import { decimalWithin, ensure, integerWithin } from '../check-input.js';
import { boundMean, type BoundedMean } from '../statistics/bound-mean.js';

/** A marker's mark of a control item beside the mark agreed beforehand. */
export interface ControlMark {
  readonly given: DecimalInput;
  readonly agreed: DecimalInput;
}

export interface ControlRule {
  /** A mean absolute error above this stops the marker. */
  readonly limit: DecimalInput;
  /** Nobody is stopped on fewer control items than this. */
  readonly from: number;
}

export interface ControlFinding {
  readonly state: 'too-few' | 'fine' | 'stop';
  readonly items: number;
  /** Mean absolute error, exact; null without items. */
  readonly error: Decimal | null;
  /** Mean signed difference (positive: too generous) with its 95 % confidence interval. */
  readonly drift: BoundedMean;
}

/**
 * Judges a marker by control items: the mean absolute error against the limit, and the drift: mean signed difference with its
 * confidence interval. An interval that does not hold 0 is a real drift.
 *
 * @throws RuleInputError for a negative limit or a mark that is no decimal.
 */
export function checkControlItems(marks: readonly ControlMark[], rule: ControlRule): ControlFinding {
  const limit = decimalWithin(rule.limit, 'rule.limit', 0, null);
  const from = integerWithin(rule.from, 'rule.from', 1);
  const differences = marks.map(({ given, agreed }, index) => decimalWithin(given, `marks.${index}.given`, null, null).sub(decimalWithin(agreed, `marks.${index}.agreed`, null, null)));
  const error = marks.length > 0 ? Decimal.mean(differences.map((difference) => difference.abs())) : null;
  const state = marks.length < from || error === null ? 'too-few' : error.gt(limit) ? 'stop' : 'fine';
  return { state, items: marks.length, error, drift: boundMean(differences.map((difference) => difference.toNumber())) };
}

/**
 * Which of the next `count` responses are control items, so that `rate` (0–1) of every stretch is, at places a marker
 * cannot guess: one at a seeded place in each stretch of ⌈1/rate⌉.
 *
 * @throws RuleInputError for a rate outside 0–1 or a negative count.
 */
export function placeControlItems(count: number, rate: DecimalInput, random: SeededRandom): boolean[] {
  integerWithin(count, 'count', 0);
  const share = decimalWithin(rate, 'rate', 0, 1);
  const places = Array.from({ length: count }, () => false);
  if (share.isZero()) return places;
  const stretch = Decimal.one.div(share);
  const length = (stretch.isInteger() ? stretch : stretch.round(0, 'down').add(1)).toNumber();
  for (let from = 0; from < count; from += length) {
    const at = from + random.nextInt(length);
    if (at < count) places[at] = true;
  }
  return places;
}

export interface SeverityMark {
  readonly markerId: string;
  readonly responseId: string;
  readonly mark: DecimalInput;
}

/**
 * How much more generous (positive) or severe each marker is than the others who marked the same responses: the mean of
 * mark − mean of the others' marks, with its 95 % confidence interval. Responses marked once say nothing.
 *
 * @throws RuleInputError when a marker marked a response twice.
 */
export function measureSeverity(marks: readonly SeverityMark[]): ReadonlyMap<string, BoundedMean> {
  const byResponse = new Map<string, Map<string, Decimal>>();
  marks.forEach(({ markerId, responseId, mark }, index) => {
    const given = byResponse.get(responseId) ?? new Map<string, Decimal>();
    ensure(!given.has(markerId), `marks.${index}.markerId`, 'duplicate');
    given.set(markerId, decimalWithin(mark, `marks.${index}.mark`, null, null));
    byResponse.set(responseId, given);
  });
  const differences = new Map<string, number[]>(marks.map(({ markerId }) => [markerId, []]));
  for (const given of byResponse.values()) {
    if (given.size < 2) continue;
    const sum = Decimal.sum(given.values());
    for (const [markerId, mark] of given) differences.get(markerId)?.push(mark.sub(sum.sub(mark).div(given.size - 1)).toNumber());
  }
  return new Map([...differences].map(([markerId, own]) => [markerId, boundMean(own)]));
}

/** Whether a marker may get a response: never twice, never the work of their own unit when the exam says so, never own work. */
export function mayMark(
  marker: { readonly id: string; readonly unitId: string | null },
  response: { readonly candidateId: string; readonly unitId: string | null; readonly markerIds: readonly string[] },
  settings: { readonly ownUnit: 'allowed' | 'refused' },
): boolean {
  const sameUnit = marker.unitId !== null && marker.unitId === response.unitId;
  return marker.id !== response.candidateId && !response.markerIds.includes(marker.id) && !(sameUnit && settings.ownUnit === 'refused');
}
