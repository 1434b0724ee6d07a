import { Decimal } from '#lib/kernel';
import { ensure, oneOf, refuse, requireUnique } from '../check-input.js';
import type { KeyMatcher, OrderingSpec } from './marking-types.js';

/**
 * The key of an ordering question of n items: the exact order, or the share (of n − 1) of the key's neighbouring pairs
 * that stand next to each other, in that direction, in the response. An item left out belongs to no pair.
 *
 * @throws RuleInputError for fewer than two items or an item twice.
 */
export function matchOrder(spec: Pick<OrderingSpec, 'order' | 'rule'>): KeyMatcher {
  ensure(Array.isArray(spec.order) && spec.order.length >= 2, 'spec.order', 'too_short', { min: 2 });
  requireUnique(spec.order, 'spec.order');
  oneOf(spec.rule, ['exact', 'adjacent-pairs'], 'spec.rule');
  const place = new Map(spec.order.map((item, index) => [item, index]));
  return (answer) => {
    if (answer === null || answer === undefined) return null;
    if (!Array.isArray(answer)) refuse('response.answer', 'not_a_list');
    const given = answer as readonly string[];
    for (const item of given) ensure(place.has(item), 'response.answer', 'unknown_item');
    requireUnique(given, 'response.answer');
    if (given.length === 0) return null;
    const kept = given.filter((item, index) => index > 0 && place.get(item) === (place.get(given[index - 1]) as number) + 1);
    const pairs = spec.order.length - 1;
    const fraction = spec.rule === 'exact' ? Decimal.of(kept.length === pairs ? 1 : 0) : Decimal.ratio(kept.length, pairs);
    return { fraction, rule: spec.rule, given, matched: kept };
  };
}
