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

/** How n entries in seed order are dealt to groups. */
export type GroupMethod = 'snake' | 'cyclic' | 'contiguous';

/**
 * Deals the seeds 1 to n to groups: `snake` turns round at each end (1 8 9 16, 2 7 10 15, …), `cyclic` starts over
 * (1 5 9 13, 2 6 10 14, …), `contiguous` cuts the list, earlier groups taking the rest.
 *
 * @throws RuleInputError for no groups, or more groups than entries.
 */
export function dealGroups(n: number, groups: number, method: GroupMethod): number[][] {
  integerWithin(n, 'n', 1);
  integerWithin(groups, 'groups', 1, n);
  const dealt = Array.from({ length: groups }, (): number[] => []);
  for (let seed = 1; seed <= n; seed++) dealt[groupOf(seed - 1, n, groups, method)].push(seed);
  return dealt;
}

function groupOf(index: number, n: number, groups: number, method: GroupMethod): number {
  if (method === 'contiguous') {
    const [base, extra] = [Math.floor(n / groups), n % groups];
    const long = extra * (base + 1);
    return index < long ? Math.floor(index / (base + 1)) : extra + Math.floor((index - long) / base);
  }
  const [round, place] = [Math.floor(index / groups), index % groups];
  ensure(method === 'snake' || method === 'cyclic', 'method', 'unknown_value');
  return method === 'snake' && round % 2 === 1 ? groups - 1 - place : place;
}
