import { ensure, integerWithin } from '../check-input.js';

/** The smallest power of two that holds n entries. @throws RuleInputError below 2 or above 4,096. */
export function bracketSize(n: number): number {
  integerWithin(n, 'entries', 2, 4096);
  let size = 2;
  while (size < n) size *= 2;
  return size;
}

/**
 * The seeds in the order of their slots: consecutive pairs meet in the first round, and the two best can only meet in
 * the final. From [1, 2] each s expands to (s, 2k + 1 − s).
 *
 * @throws RuleInputError unless the size is a power of two from 2 to 4,096.
 */
export function seedOrder(size: number): number[] {
  integerWithin(size, 'size', 2, 4096);
  ensure((size & (size - 1)) === 0, 'size', 'not_a_power_of_two');
  let order = [1, 2];
  while (order.length < size) order = order.flatMap((seed) => [seed, 2 * order.length + 1 - seed]);
  return order;
}
