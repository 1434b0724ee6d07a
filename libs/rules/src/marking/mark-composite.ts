import { Decimal } from '#lib/kernel';
import { decimalWithin, ensure, refuse, requireUnique, roundingIn } from '../check-input.js';
import type { CompositeSpec, MarkingSpec, MarkResult, MarkState, Response } from './marking-types.js';

type Marker = (response: Response) => MarkResult;

/**
 * A composite question sums the marks of its parts, each marked by its own rule. While a part *needs a person* so does
 * the whole. Negative, certainty-based and retry rules belong to the parts.
 *
 * @throws RuleInputError for no parts, an id twice, marks that are not the sum of the parts', or a rule on the whole.
 */
export function markComposite(spec: CompositeSpec, compile: (part: MarkingSpec) => Marker): Marker {
  ensure(Array.isArray(spec.parts) && spec.parts.length > 0, 'spec.parts', 'empty');
  requireUnique(spec.parts.map(({ id }) => id), 'spec.parts');
  for (const rule of ['wrong', 'certainty', 'penaltyPerTry'] as const) ensure(!spec[rule], `spec.${rule}`, 'belongs_to_parts');
  const maxMarks = decimalWithin(spec.marks, 'spec.marks', 0, null);
  const rounding = roundingIn(spec.rounding, 'spec.rounding');
  const parts = spec.parts.map(({ id, spec: part }) => ({ id, mark: compile(part) }));
  ensure(Decimal.sum(spec.parts.map(({ spec: part }) => part.marks)).eq(maxMarks), 'spec.marks', 'not_the_sum_of_parts');

  return ({ answer }) => {
    const given = readParts(answer, new Set(spec.parts.map(({ id }) => id)));
    const results = parts.map(({ id, mark }): [string, MarkResult] => [id, mark(given[id] ?? { answer: null })]);
    return summarise(results, maxMarks, (marks) => marks.round(rounding.scale, rounding.mode));
  };
}

function readParts(answer: Response['answer'], known: ReadonlySet<string>): Readonly<Record<string, Response>> {
  if (answer === null || answer === undefined) return {};
  if (typeof answer !== 'object' || Array.isArray(answer)) refuse('response.answer', 'not_a_map');
  for (const [id, part] of Object.entries(answer)) {
    ensure(known.has(id), 'response.answer', 'unknown_part', { id });
    ensure(typeof part === 'object', `response.answer.${id}`, 'not_a_response');
  }
  return answer as Readonly<Record<string, Response>>;
}

function summarise(results: readonly [string, MarkResult][], maxMarks: Decimal, round: (marks: Decimal) => Decimal): MarkResult {
  const open = results.some(([, { state }]) => state === 'needs-person');
  const marks = open ? null : round(Decimal.sum(results.map(([, result]) => result.marks as Decimal)));
  return {
    state: stateOf(results.map(([, { state }]) => state)),
    fraction: marks && (maxMarks.isZero() ? Decimal.zero : marks.div(maxMarks)),
    marks,
    maxMarks,
    why: { rule: 'composite', given: null, matched: null, adjustments: [], parts: results.map(([id, { state, fraction }]) => ({ id, state, fraction: fraction?.toString() ?? '', given: null, matched: null })) },
    parts: Object.fromEntries(results),
  };
}

function stateOf(states: readonly MarkState[]): MarkState {
  if (states.includes('needs-person')) return 'needs-person';
  if (states.every((state) => state === 'not-answered')) return 'not-answered';
  if (states.every((state) => state === 'right')) return 'right';
  return states.some((state) => state === 'right' || state === 'partial') ? 'partial' : 'wrong';
}
