import { ensure, integerWithin } from '../check-input.js';
import { bracketSize } from './seed-order.js';

/**
 * Who stands in each slot when a list is paired as it stands: 1-2, 3-4, … The entries keep their order; the first fill pairs,
 * the last stand opposite a bye (null) each, so that no bye meets a bye. Only a bracket more than twice as large as
 * the list has slots left over; they are the last ones.
 *
 * @param size the slots; the smallest bracket unless given.
 * @throws RuleInputError for fewer than 2 or more than 4,096 entries, or a size too small for them or no power of two up to 4,096.
 */
export function balanceByes<T>(entries: readonly T[], size = bracketSize(entries.length)): (T | null)[] {
  integerWithin(size, 'size', bracketSize(entries.length), 4096);
  ensure((size & (size - 1)) === 0, 'size', 'not_a_power_of_two');
  const paired = 2 * Math.max(0, entries.length - size / 2);
  const slots = entries.flatMap((entry, index): (T | null)[] => (index < paired ? [entry] : [entry, null]));
  return [...slots, ...Array.from({ length: size - slots.length }, () => null)];
}
