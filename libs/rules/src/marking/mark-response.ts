import { Decimal } from '#lib/kernel';
import { decimalWithin, oneOf, roundingIn } from '../check-input.js';
import { adjustFraction } from './adjust-fraction.js';
import { matchChoices, matchSingle, matchTrueFalse } from './mark-choice.js';
import { markComposite } from './mark-composite.js';
import { matchGaps } from './mark-gaps.js';
import { matchPairs } from './mark-matching.js';
import { matchNumber } from './mark-numeric.js';
import { matchOrder } from './mark-ordering.js';
import { matchText } from './mark-text.js';
import { QUESTION_KINDS, type CompositeSpec, type KeyMatcher, type MarkingSpec, type MarkResult, type MarkState, type PersonMarkedSpec, type Response } from './marking-types.js';

/** A key made ready once, to mark many responses. */
export type Marker = (response: Response) => MarkResult;

const NO_PARTS = [] as const;

/**
 * Makes a question's key ready to mark responses: checks it whole and precomputes what it can. Marking one response
 * then costs a few microseconds, so a regrade of many responses calls this once per question version.
 *
 * The result says why: the rule, the response as compared, the key it matched, the parts, each adjustment. *Not
 * answered* earns 0 and is told apart from *wrong*; negative marking never touches it. fraction × marks is rounded
 * once, as the question declares.
 *
 * @throws RuleInputError naming the field, for a bad key (now) or a malformed answer (when marking).
 */
export function compileMarker(spec: MarkingSpec): Marker {
  oneOf(spec.kind, QUESTION_KINDS, 'spec.kind');
  if (spec.kind === 'composite') return markComposite(spec, compileMarker);

  const marks = decimalWithin(spec.marks, 'spec.marks', 0, null);
  const rounding = roundingIn(spec.rounding, 'spec.rounding');
  const adjust = adjustFraction(spec);
  const match = compileKey(spec);
  if (match === null) return markByPerson(spec.kind as PersonMarkedSpec['kind'], marks);
  const nothing: MarkResult = {
    state: 'not-answered', fraction: Decimal.zero, marks: Decimal.zero, maxMarks: marks,
    why: { rule: 'not-answered', given: null, matched: null, parts: NO_PARTS, adjustments: NO_PARTS },
  };
  return (response) => {
    const found = match(response.answer);
    if (!found) return nothing;
    const { fraction, adjustments } = adjust(found.fraction, response);
    const why = { rule: found.rule, given: found.given, matched: found.matched, parts: found.parts ?? NO_PARTS, adjustments };
    return { state: stateOf(found.fraction), fraction, marks: fraction.mul(marks).round(rounding.scale, rounding.mode), maxMarks: marks, why };
  };
}

/** Marks one response. For many responses to one question see {@link compileMarker}. */
export function markResponse(spec: MarkingSpec, response: Response): MarkResult {
  return compileMarker(spec)(response);
}

/** Null when a person must mark. */
function compileKey(spec: Exclude<MarkingSpec, CompositeSpec>): KeyMatcher | null {
  switch (spec.kind) {
    case 'single': return matchSingle(spec);
    case 'multiple': return matchChoices(spec.options, spec.correct, spec.rule);
    case 'true-false': return matchTrueFalse(spec);
    case 'hot-text': return matchChoices(spec.tokens, spec.correct, spec.rule);
    case 'short': return matchText(spec);
    case 'numeric': return matchNumber(spec);
    case 'gap-fill': return matchGaps(spec);
    case 'matching': return matchPairs(spec);
    case 'ordering': return matchOrder(spec);
    case 'essay':
    case 'file': return null;
  }
}

function markByPerson(kind: PersonMarkedSpec['kind'], maxMarks: Decimal): Marker {
  const why = { rule: kind, given: null, matched: null, parts: NO_PARTS, adjustments: NO_PARTS };
  return ({ answer }) => (isBlank(answer)
    ? { state: 'not-answered', fraction: Decimal.zero, marks: Decimal.zero, maxMarks, why }
    : { state: 'needs-person', fraction: null, marks: null, maxMarks, why });
}

function isBlank(answer: Response['answer']): boolean {
  if (answer === null || answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return typeof answer === 'object' && Object.keys(answer).length === 0;
}

function stateOf(fraction: Decimal): MarkState {
  if (fraction.isZero()) return 'wrong';
  return fraction.eq(Decimal.one) ? 'right' : 'partial';
}
