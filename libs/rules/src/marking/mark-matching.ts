import { Decimal } from '#lib/kernel';
import { ensure, refuse } from '../check-input.js';
import type { KeyMatcher, MatchingSpec, PartExplanation } from './marking-types.js';

/**
 * The key of a matching question: the share of left sides given their own right side, or all of them or nothing.
 * A left side given nothing is not answered; with none given the whole response is not answered.
 *
 * @throws RuleInputError for no pairs, or a pair whose right side is not offered.
 */
export function matchPairs(spec: Pick<MatchingSpec, 'pairs' | 'rights' | 'allOrNothing'>): KeyMatcher {
  const lefts = Object.keys(spec.pairs ?? {});
  ensure(lefts.length > 0, 'spec.pairs', 'empty');
  const rights = new Set(spec.rights ?? Object.values(spec.pairs));
  for (const left of lefts) ensure(rights.has(spec.pairs[left]), `spec.pairs.${left}`, 'unknown_right');
  const known = new Set(lefts);
  return (answer) => {
    if (answer === null || answer === undefined) return null;
    if (typeof answer !== 'object' || Array.isArray(answer)) refuse('response.answer', 'not_a_map');
    const given = new Map(Object.entries(answer).filter(([, right]) => right !== null && right !== undefined && right !== ''));
    for (const [left, right] of given) {
      ensure(known.has(left), 'response.answer', 'unknown_left', { left });
      ensure(rights.has(right as string), `response.answer.${left}`, 'unknown_right');
    }
    if (given.size === 0) return null;
    const parts = lefts.map((left) => explainPair(left, spec.pairs[left], given.get(left) as string | undefined));
    const hits = parts.filter(({ state }) => state === 'right');
    const share = Decimal.ratio(hits.length, lefts.length);
    const fraction = spec.allOrNothing && hits.length < lefts.length ? Decimal.zero : share;
    return { fraction, rule: spec.allOrNothing ? 'all-or-nothing' : 'matching', given: lefts.map((left) => String(given.get(left) ?? '')), matched: hits.map(({ id }) => id), parts };
  };
}

function explainPair(id: string, key: string, given: string | undefined): PartExplanation {
  if (given === undefined) return { id, state: 'not-answered', fraction: '0', given: null, matched: null };
  return given === key ? { id, state: 'right', fraction: '1', given, matched: key } : { id, state: 'wrong', fraction: '0', given, matched: null };
}
