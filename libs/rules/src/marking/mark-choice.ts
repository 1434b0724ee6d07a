import { Decimal } from '#lib/kernel';
import { decimalWithin, ensure, oneOf, refuse, requireUnique } from '../check-input.js';
import type { Answer, ChoiceRule, KeyMatch, KeyMatcher, SingleSpec, TrueFalseSpec } from './marking-types.js';

const NOTHING: readonly string[] = [];

/** The key of a question with one choice: 1 for an accepted option, else 0. @throws RuleInputError on a bad key. */
export function matchSingle(spec: Pick<SingleSpec, 'options' | 'correct'>, field = 'spec'): KeyMatcher {
  requireOptions(spec.options, spec.correct, field);
  const matches = new Map(spec.options.map((option): [string, KeyMatch] => {
    const right = spec.correct.includes(option);
    return [option, { fraction: right ? Decimal.one : Decimal.zero, rule: 'single', given: option, matched: right ? option : null }];
  }));
  return (answer) => {
    if (answer === null || answer === undefined || answer === '') return null;
    return matches.get(answer as string) ?? refuse('response.answer', 'unknown_option');
  };
}

/** The key of a true/false question: 1 or 0. @throws RuleInputError on a bad key. */
export function matchTrueFalse(spec: Pick<TrueFalseSpec, 'correct'>): KeyMatcher {
  ensure(typeof spec.correct === 'boolean', 'spec.correct', 'not_a_boolean');
  return (answer) => {
    if (answer === null || answer === undefined) return null;
    if (typeof answer !== 'boolean') refuse('response.answer', 'not_a_boolean');
    const right = answer === spec.correct;
    return { fraction: right ? Decimal.one : Decimal.zero, rule: 'true-false', given: String(answer), matched: right ? String(answer) : null };
  };
}

/**
 * The key of a question with several choices, by its {@link ChoiceRule}; also of hot text.
 * The order of the choices does not matter. @throws RuleInputError on a bad key or rule.
 */
export function matchChoices(options: readonly string[], correct: readonly string[], rule: ChoiceRule): KeyMatcher {
  requireOptions(options, correct, 'spec');
  const known = new Set(options);
  const right = new Set(correct);
  const score = scorer(rule, known, right);
  return (answer) => {
    const chosen = readChoices(answer, known);
    if (chosen.length === 0) return null;
    const hits = chosen.filter((option) => right.has(option));
    return { fraction: score(chosen, hits.length), rule: rule.name, given: chosen, matched: hits };
  };
}

function scorer(rule: ChoiceRule, known: ReadonlySet<string>, right: ReadonlySet<string>): (chosen: readonly string[], hits: number) => Decimal {
  oneOf(rule?.name, ['all-or-nothing', 'partial', 'right-minus-wrong'], 'spec.rule.name');
  const shares = Array.from({ length: right.size + 1 }, (_, hits) => Decimal.ratio(hits, right.size));
  if (rule.name === 'all-or-nothing') return (chosen, hits) => (hits === right.size && chosen.length === hits ? Decimal.one : Decimal.zero);
  if (rule.name === 'right-minus-wrong') return rule.fractions ? sumFractions(rule.fractions, known) : (chosen, hits) => shares[Math.max(0, 2 * hits - chosen.length)];

  const missing = rule.missing === 'proportional' ? null : decimalWithin(rule.missing, 'spec.rule.missing', 0, 1);
  return (chosen, hits) => {
    if (chosen.length > hits) return Decimal.zero;
    return hits === right.size ? Decimal.one : missing ?? shares[hits];
  };
}

function sumFractions(fractions: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): (chosen: readonly string[]) => Decimal {
  const values = new Map<string, Decimal>();
  for (const [option, fraction] of Object.entries(fractions)) {
    ensure(known.has(option), 'spec.rule.fractions', 'unknown_option', { option });
    values.set(option, decimalWithin(fraction, `spec.rule.fractions.${option}`, -1, 1));
  }
  return (chosen) => Decimal.max(0, Decimal.min(1, Decimal.sum(chosen.map((option) => values.get(option) ?? Decimal.zero))));
}

function readChoices(answer: Answer, known: ReadonlySet<string>): readonly string[] {
  if (answer === null || answer === undefined) return NOTHING;
  if (!Array.isArray(answer)) refuse('response.answer', 'not_a_list');
  const seen = new Set<string>();
  for (const option of answer as readonly string[]) {
    if (!known.has(option)) refuse('response.answer', 'unknown_option');
    if (seen.has(option)) refuse('response.answer', 'duplicate', { value: option });
    seen.add(option);
  }
  return answer as readonly string[];
}

function requireOptions(options: readonly string[], correct: readonly string[], field: string): void {
  ensure(Array.isArray(options) && options.length > 0, `${field}.options`, 'empty');
  ensure(Array.isArray(correct) && correct.length > 0, `${field}.correct`, 'empty');
  requireUnique(options, `${field}.options`);
  requireUnique(correct, `${field}.correct`);
  for (const option of correct) ensure(options.includes(option), `${field}.correct`, 'unknown_option', { option });
}
