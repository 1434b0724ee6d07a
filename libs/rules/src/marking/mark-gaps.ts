import { Decimal } from '#lib/kernel';
import { decimalWithin, ensure, oneOf, refuse, requireUnique } from '../check-input.js';
import { matchSingle } from './mark-choice.js';
import { compileNumbers } from './mark-numeric.js';
import { compileTexts } from './mark-text.js';
import type { Answer, GapFillSpec, GapSpec, KeyMatch, KeyMatcher, PartExplanation } from './marking-types.js';

interface Gap {
  readonly id: string;
  readonly weight: Decimal;
  readonly match: (given: string) => KeyMatch | null;
}

/**
 * The key of a text with gaps: each gap earns its weight's share of what its own key gives it. As a set, a text fits any
 * gap and each key serves once, assigned so that as many gaps as possible are right (a maximum matching).
 *
 * @throws RuleInputError for no gaps, an id twice, a weight not above 0, or a set of other than equal, wholly right text gaps.
 */
export function matchGaps(spec: Pick<GapFillSpec, 'gaps' | 'asSet' | 'allOrNothing'>): KeyMatcher {
  ensure(Array.isArray(spec.gaps) && spec.gaps.length > 0, 'spec.gaps', 'empty');
  requireUnique(spec.gaps.map(({ id }) => id), 'spec.gaps');
  if (spec.asSet) requireSet(spec.gaps);
  const gaps = spec.gaps.map(compileGap);
  const weight = Decimal.sum(gaps.map((gap) => gap.weight));
  const rule = spec.asSet ? 'gaps-as-set' : 'gaps-in-order';
  return (answer) => {
    const given = readGaps(answer, gaps);
    if (given.every((text) => text === '')) return null;
    const found = spec.asSet ? matchAsSet(gaps, given) : gaps.map((gap, index) => gap.match(given[index]));
    const earned = Decimal.sum(found.map((match, index) => (match ? match.fraction.mul(gaps[index].weight) : Decimal.zero))).div(weight);
    const fraction = spec.allOrNothing && !earned.eq(1) ? Decimal.zero : earned;
    return { fraction, rule, given, matched: found.map((match) => String(match?.matched ?? '')), parts: explain(gaps, found) };
  };
}

function compileGap(gap: GapSpec, index: number): Gap {
  const field = `spec.gaps.${index}`;
  const weight = decimalWithin(gap.weight ?? 1, `${field}.weight`, 0, null);
  ensure(!weight.isZero(), `${field}.weight`, 'out_of_range');
  oneOf(gap.type, ['text', 'number', 'choice'], `${field}.type`);
  if (gap.type === 'text') return { id: gap.id, weight, match: compileTexts(gap.accepted, gap.normalise ?? {}, field) };
  return { id: gap.id, weight, match: gap.type === 'number' ? compileNumbers(gap, field) : matchSingle(gap, field) };
}

function requireSet(gaps: readonly GapSpec[]): void {
  gaps.forEach((gap, index) => {
    ensure(gap.type === 'text', `spec.gaps.${index}.type`, 'set_needs_text');
    ensure((gap.weight ?? 1) === (gaps[0].weight ?? 1), `spec.gaps.${index}.weight`, 'set_needs_equal_weights');
    ensure(gap.accepted.every(({ fraction }) => fraction === undefined || Decimal.of(fraction).eq(1)), `spec.gaps.${index}.accepted`, 'set_needs_whole_fractions');
  });
}

function readGaps(answer: Answer, gaps: readonly Gap[]): string[] {
  if (answer === null || answer === undefined) return gaps.map(() => '');
  if (typeof answer !== 'object' || Array.isArray(answer)) refuse('response.answer', 'not_a_map');
  const texts = new Map<string, unknown>(Object.entries(answer));
  const known = new Set(gaps.map(({ id }) => id));
  for (const id of texts.keys()) ensure(known.has(id), 'response.answer', 'unknown_gap', { id });
  return gaps.map(({ id }) => {
    const text = texts.get(id) ?? '';
    if (typeof text !== 'string') refuse(`response.answer.${id}`, 'not_a_text');
    return text.trim();
  });
}

function matchAsSet(gaps: readonly Gap[], given: readonly string[]): (KeyMatch | null)[] {
  const results = given.map((text) => gaps.map((gap) => gap.match(text)));
  const holder: (number | null)[] = gaps.map(() => null);
  const assign = (response: number, tried: Set<number>): boolean => {
    for (let key = 0; key < gaps.length; key++) {
      if (tried.has(key) || !results[response][key]?.matched || results[response][key]?.fraction.isZero()) continue;
      tried.add(key);
      const other = holder[key];
      if (other === null || assign(other, tried)) {
        holder[key] = response;
        return true;
      }
    }
    return false;
  };
  given.forEach((_, response) => assign(response, new Set()));
  return given.map((text, response) => {
    const key = holder.indexOf(response);
    if (key >= 0) return results[response][key];
    return text === '' ? null : { fraction: Decimal.zero, rule: 'text', given: text, matched: null };
  });
}

function explain(gaps: readonly Gap[], found: readonly (KeyMatch | null)[]): PartExplanation[] {
  return gaps.map(({ id }, index) => {
    const match = found[index];
    if (!match) return { id, state: 'not-answered', fraction: '0', given: null, matched: null };
    const state = match.fraction.isZero() ? 'wrong' : match.fraction.eq(1) ? 'right' : 'partial';
    return { id, state, fraction: match.fraction.toString(), given: match.given as string, matched: match.matched as string | null };
  });
}
