import { integerWithin, refuse, requireUnique } from '../check-input.js';
import type { ApartFinding, ApartPair, Feasibility, PickRule, QuestionClass, QuestionPools, RuleLack, RuleSupply } from './blueprint-types.js';
import { QuestionPicker } from './pick-questions.js';
import { QuestionSupply } from './question-supply.js';

/**
 * Whether a blueprint can be filled, and which rule lacks how many when not. Exact without pairs that may not meet (a maximum flow
 * from rules to questions); with pairs, `feasible` is said only of what was proven by an example.
 *
 * When rules compete, the earlier one is filled first. `lacking` names, for each short rule, the rules that together want
 * more than their pools together hold (Hall's condition).
 *
 * @throws RuleInputError for a rule twice, without a pool, or with a count that is not a whole number from 0.
 */
export function checkFeasibility(rules: readonly PickRule[], pools: QuestionPools, apart: readonly ApartPair[], fixed: readonly string[]): Feasibility {
  const out = new Set([...fixed, ...apart.flatMap(([a, b]) => [...(fixed.includes(a) ? [b] : []), ...(fixed.includes(b) ? [a] : [])])]);
  const rulesOf = new Map<string, string[]>();
  for (const { id } of rules) {
    if (!Object.hasOwn(pools, id)) refuse(`pools.${id}`, 'missing');
    for (const question of pools[id]) if (!out.has(question)) rulesOf.set(question, [...(rulesOf.get(question) ?? []), id]);
  }
  const paired = new Set(apart.flat());
  const named = Object.fromEntries([...rulesOf].filter(([question]) => paired.has(question)));
  const counted = new Map<string, QuestionClass>();
  for (const [question, ids] of rulesOf) {
    if (paired.has(question)) continue;
    const key = JSON.stringify(ids);
    counted.set(key, { rules: ids, questions: (counted.get(key)?.questions ?? 0) + 1 });
  }
  return checkCounts(rules, [...counted.values()], named, apart);
}

/**
 * {@link checkFeasibility} for a bank too large to be listed: questions that the same rules may take are counted, and only those with
 * a partner they may not meet are named, each with the rules that may take it. Fixed questions and their partners are left out by the caller.
 *
 * @throws RuleInputError for a rule twice, an unknown rule, or a count that is not a whole number from 0.
 */
export function checkCounts(
  rules: readonly PickRule[], classes: readonly QuestionClass[], named: Readonly<Record<string, readonly string[]>>, apart: readonly ApartPair[],
): Feasibility {
  requireUnique(rules.map(({ id }) => id), 'rules');
  rules.forEach(({ count }, index) => integerWithin(count, `rules.${index}.count`, 0));
  const all = [...classes, ...Object.values(named).map((ids) => ({ rules: ids, questions: 1 }))];
  const supply = new QuestionSupply(rules, all);
  const found = supply.describe();
  const short = found.some((rule) => rule.short > 0);
  const finding: ApartFinding = short ? 'untried' : keepApart(rules, classes, named, apart);
  return { feasible: finding === 'none' || finding === 'kept', rules: found, lacking: lackOf(supply, found), apart: finding };
}

/** A class needs at most as many members as all rules want together, so that the search stays small in a large bank. */
function keepApart(rules: readonly PickRule[], classes: readonly QuestionClass[], named: Readonly<Record<string, readonly string[]>>, apart: readonly ApartPair[]): ApartFinding {
  const pairs = apart.filter(([a, b]) => a !== b && Object.hasOwn(named, a) && Object.hasOwn(named, b));
  if (pairs.length === 0) return 'none';
  const wanted = rules.reduce((sum, { count }) => sum + count, 0);
  const pools: Record<string, string[]> = Object.fromEntries(rules.map(({ id }) => [id, []]));
  classes.forEach(({ rules: ids, questions }, index) => {
    for (let member = 0; member < Math.min(questions, wanted); member++) for (const id of ids) pools[id].push(`class ${index} ${member}`);
  });
  for (const [question, ids] of Object.entries(named)) for (const id of ids) pools[id].push(`named ${question}`);
  const outcome = new QuestionPicker(rules, pools, pairs.map(([a, b]) => [`named ${a}`, `named ${b}`]), []).tryPick('');
  return typeof outcome === 'string' ? outcome : 'kept';
}

function lackOf(supply: QuestionSupply, found: readonly RuleSupply[]): RuleLack[] {
  const lacks: RuleLack[] = [];
  for (const { id, short } of found) {
    if (short > 0 && !lacks.some(({ rules }) => rules.includes(id))) lacks.push(supply.lackAround(id));
  }
  return lacks;
}
