import { SeededRandom } from '#lib/kernel';
import { integerWithin, refuse, requireUnique } from '../check-input.js';
import type { ApartPair, PickedQuestions, PickRule, QuestionPools } from './blueprint-types.js';
import { QuestionFill } from './question-fill.js';

/** How many partial answers the search for a form with pairs apart may look at. */
const searchSteps = 2_000;

/**
 * Draws the questions of one form by a blueprint. No question stands in it twice, none of `fixed` and none that may not meet
 * one of those, and no two that may not meet each other. The same rules, pools, pairs and seed give the same form; the order
 * in which questions and pairs are listed changes nothing.
 *
 * What is guaranteed of chances:
 * - When every two pools are disjoint or one lies within the other, and no pair stands apart, every possible form is equally likely;
 *   so within a rule every question of the innermost pool it lies in is.
 * - Otherwise rules are filled from the smallest pool to the largest, each from what is left with equal chances, skipping what may
 *   not meet one taken before, and a random walk of 20 steps a slot then evens the chances of forms out. Every possible form has a chance,
 *   and questions that no rule and no pair tells apart have exactly the same.
 * - A rule that runs dry takes questions over from others, which take new ones of their own pools instead (augmenting paths), so that without
 *   pairs a form is found whenever there is one. With pairs, a complete search follows, bounded at 2,000 steps.
 *
 * @throws RuleInputError `infeasible` when there is no form, `not_found` when the search gave up.
 */
export function pickQuestions(rules: readonly PickRule[], pools: QuestionPools, apart: readonly ApartPair[], fixed: readonly string[], seed: string): PickedQuestions {
  return new QuestionPicker(rules, pools, apart, fixed).pick(seed);
}

/** {@link pickQuestions} for many forms of one blueprint: the pools are read once, and a draw costs what it draws, not what it draws from. */
export class QuestionPicker {
  private readonly fill: QuestionFill;

  /** @throws RuleInputError for a rule twice, without a pool, or with a count that is not a whole number from 0. */
  constructor(private readonly rules: readonly PickRule[], pools: QuestionPools, apart: readonly ApartPair[], fixed: readonly string[]) {
    requireUnique(rules.map(({ id }) => id), 'rules');
    rules.forEach(({ id, count }, index) => {
      integerWithin(count, `rules.${index}.count`, 0);
      if (!Object.hasOwn(pools, id)) refuse(`pools.${id}`, 'missing');
    });
    this.fill = new QuestionFill(rules, pools, apart, excludedBy(fixed, apart));
  }

  /** The questions of the form with this seed. @throws RuleInputError as {@link pickQuestions}. */
  pick(seed: string): PickedQuestions {
    const outcome = this.tryPick(seed);
    // What was found once is found again: the search is deterministic, whatever this form's own seed led into.
    const picked = outcome === 'unsure' ? this.tryPick('') : outcome;
    if (picked === 'impossible') refuse('rules', 'infeasible');
    if (picked === 'unsure') refuse('rules', 'not_found');
    return picked;
  }

  /** Like {@link pick}; a word when there is no form, or none was found. */
  tryPick(seed: string): PickedQuestions | 'impossible' | 'unsure' {
    const random = new SeededRandom(seed);
    if (this.fill.greedily(random)) return this.take(random);
    if (!this.fill.hasPairs) return this.giveUp('impossible');
    const found = this.fill.search(random, searchSteps);
    return found === 'found' ? this.take(random) : this.giveUp(found);
  }

  private take(random: SeededRandom): PickedQuestions {
    this.fill.even(random);
    const picked = Object.fromEntries(this.rules.map(({ id }) => [id, this.fill.takenBy(id)]));
    this.fill.clear();
    return picked;
  }

  private giveUp<T>(outcome: T): T {
    this.fill.clear();
    return outcome;
  }
}

/** What stands in the form already, and what may not meet it. */
function excludedBy(fixed: readonly string[], apart: readonly ApartPair[]): Set<string> {
  const excluded = new Set(fixed);
  for (const [a, b] of apart) {
    if (fixed.includes(a)) excluded.add(b);
    if (fixed.includes(b)) excluded.add(a);
  }
  return excluded;
}
