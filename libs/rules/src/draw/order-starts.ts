import { oneOf, requireUnique } from '../check-input.js';
import { dealGroups } from '../bracket/deal-groups.js';
import { drawOrder } from './commit-draw.js';

/** Who starts when. */
export type StartRule =
  /** By a committed draw. */
  | { readonly order: 'random'; readonly seed: string; readonly name: string }
  /** The last of the standing first, the leader last. */
  | { readonly order: 'reverse' }
  /** Dealt to groups like a snake, group after group; each group starts in the order of the standing. */
  | { readonly order: 'snake'; readonly groups: number };

/**
 * The start order of entries given best first.
 *
 * @throws RuleInputError for an id twice, an unknown order, a short seed, or more groups than entries.
 */
export function orderStarts(standing: readonly string[], rule: StartRule): string[] {
  requireUnique(standing, 'standing');
  oneOf(rule.order, ['random', 'reverse', 'snake'], 'rule.order');
  if (rule.order === 'random') return drawOrder(standing, rule.seed, rule.name);
  if (rule.order === 'reverse') return [...standing].reverse();
  return dealGroups(standing.length, rule.groups, 'snake').flatMap((group) => group.map((seed) => standing[seed - 1]));
}
