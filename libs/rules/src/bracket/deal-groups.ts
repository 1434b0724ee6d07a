import { integerWithin, oneOf } from '../check-input.js';
import { bracketSize, seedOrder } from './seed-order.js';

/** How n entries in seed order are dealt to groups. */
export type GroupMethod = 'snake' | 'cyclic' | 'contiguous' | 'bracket';

/**
 * Deals the seeds 1 to n to groups: `snake` turns round at each end (1 8 9 16, 2 7 10 15, …), `cyclic` starts over
 * (1 5 9 13, 2 6 10 14, …), `contiguous` cuts the list, earlier groups taking the rest.
 *
 * `bracket` (1 7 12 14, 2 8 11 13, …) is for groups from which a knock-out with the same seeds follows: every group gets one of
 * each tier of seeds, and members of a group meet again in {@link seedOrder} as late as can be, first-round opponents never
 * being in one group. It needs an even number of groups and gives an odd number what `snake` gives.
 *
 * @throws RuleInputError for no groups, more groups than entries, or more than 4,096 entries with `bracket`.
 */
export function dealGroups(n: number, groups: number, method: GroupMethod): number[][] {
  integerWithin(n, 'n', 1);
  integerWithin(groups, 'groups', 1, n);
  oneOf(method, ['snake', 'cyclic', 'contiguous', 'bracket'], 'method');
  if (method === 'bracket' && groups % 2 === 0) return dealForBracket(n, groups);
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
  return method !== 'cyclic' && round % 2 === 1 ? groups - 1 - place : place;
}

/** Tier by tier, as many seeds as there are groups. */
function dealForBracket(n: number, groups: number): number[][] {
  const order = seedOrder(bracketSize(n));
  const slotOf = new Map(order.map((seed, slot) => [seed, slot]));
  const dealt = Array.from({ length: groups }, (): number[] => []);
  for (let first = 1; first <= n; first += groups) {
    const tier = Array.from({ length: Math.min(groups, n - first + 1) }, (_, index) => first + index);
    dealTier(tier, dealt, slotOf).forEach((group, index) => dealt[group].push(tier[index]));
  }
  return dealt;
}

/** Each seed's group: the free one whose members it meets latest; of equal ones the weakest so far, then the first. */
function dealTier(tier: readonly number[], dealt: readonly (readonly number[])[], slotOf: ReadonlyMap<number, number>): number[] {
  const mayJoin = (seed: number, group: number): boolean => !dealt[group].includes(slotOf.size + 1 - seed);
  const strength = dealt.map((members) => members.reduce((sum, seed) => sum + seed, 0));
  const free = new Set(dealt.keys());
  const chosen: number[] = [];
  for (const seed of tier) {
    const open = [...free].filter((group) => mayJoin(seed, group)).map((group) => ({ group, nearness: nearnessTo(dealt[group], seed, slotOf) }));
    const [best] = open.sort((a, b) => a.nearness - b.nearness || strength[b.group] - strength[a.group] || a.group - b.group);
    const taken = best?.group ?? [...free][0];
    free.delete(taken);
    chosen.push(taken);
    if (best) continue;
    // Only its opponent's group was left: it changes places with another of the tier, whose opponent is not in there.
    const other = tier.findIndex((earlier) => mayJoin(earlier, taken));
    [chosen[chosen.length - 1], chosen[other]] = [chosen[other], taken];
  }
  return chosen;
}

/** How soon a seed meets the members: each counts half as much for every round that the meeting is later. */
function nearnessTo(members: readonly number[], seed: number, slotOf: ReadonlyMap<number, number>): number {
  const slot = slotOf.get(seed) as number;
  return members.reduce((sum, member) => sum + slotOf.size / 2 ** (32 - Math.clz32(slot ^ (slotOf.get(member) as number))), 0);
}
