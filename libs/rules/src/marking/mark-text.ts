import { Decimal } from '#lib/kernel';
import { RE2JS } from 're2js';
import { decimalWithin, ensure, oneOf, refuse } from '../check-input.js';
import type { AcceptedText, KeyMatch, KeyMatcher, ShortSpec, TextNormalisation } from './marking-types.js';
import { normaliseText } from './normalise-text.js';

const MAX_ANSWER = 20_000;

/** What a text earned against a list of accepted ones, or null when it is blank. */
export type TextMatcher = (given: string) => KeyMatch | null;

/**
 * The key of a short answer: the text is normalised as declared, then tried against each accepted text in their order;
 * the first that matches decides. Keys are normalised alike; a pattern is not, and is run by RE2 in linear time over the
 * whole normalised text.
 *
 * @throws RuleInputError for no accepted text, a fraction outside 0–1, or a pattern that RE2 refuses.
 */
export function matchText(spec: Pick<ShortSpec, 'accepted' | 'normalise'>, field = 'spec'): KeyMatcher {
  const match = compileTexts(spec.accepted, spec.normalise ?? {}, field);
  return (answer) => {
    if (answer === null || answer === undefined) return null;
    if (typeof answer !== 'string') refuse('response.answer', 'not_a_text');
    return match(answer);
  };
}

/** Compiles accepted texts; see {@link matchText}. */
export function compileTexts(accepted: readonly AcceptedText[], settings: TextNormalisation, field: string): TextMatcher {
  ensure(Array.isArray(accepted) && accepted.length > 0, `${field}.accepted`, 'empty');
  if (settings.whitespace !== undefined) oneOf(settings.whitespace, ['collapse', 'remove'], `${field}.normalise.whitespace`);
  const tests = accepted.map((text, index) => compileText(text, settings, `${field}.accepted.${index}`));
  return (raw) => {
    ensure(raw.length <= MAX_ANSWER, 'response.answer', 'too_long', { max: MAX_ANSWER });
    const given = normaliseText(raw, settings);
    if (raw.trim() === '') return null;
    for (const { test, fraction, text } of tests) {
      if (test(given)) return { fraction, rule: 'text', given, matched: text };
    }
    return { fraction: Decimal.zero, rule: 'text', given, matched: null };
  };
}

function compileText(accepted: AcceptedText, settings: TextNormalisation, field: string): { test: (text: string) => boolean; fraction: Decimal; text: string } {
  const match = oneOf(accepted.match ?? 'exact', ['exact', 'wildcard', 'pattern'], `${field}.match`);
  ensure(typeof accepted.text === 'string' && accepted.text.trim() !== '', `${field}.text`, 'empty');
  const fraction = decimalWithin(accepted.fraction ?? 1, `${field}.fraction`, 0, 1);
  return { test: compileTest(match, accepted.text, settings, field), fraction, text: accepted.text };
}

function compileTest(match: 'exact' | 'wildcard' | 'pattern', text: string, settings: TextNormalisation, field: string): (text: string) => boolean {
  if (match === 'pattern') return compilePattern(text, settings, field);
  if (match === 'exact') {
    const key = normaliseText(text, settings);
    return (given) => given === key;
  }
  // The stars are set aside first, because ignoring punctuation would drop them.
  const pieces = text.split(/[*＊]/).map((piece, index, all) => normalisePiece(piece, settings, index === 0, index === all.length - 1));
  return (given) => matchesPieces(given, pieces);
}

function compilePattern(pattern: string, settings: TextNormalisation, field: string): (text: string) => boolean {
  try {
    const compiled = RE2JS.compile(pattern, settings.caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    return (given) => compiled.testExact(given);
  } catch {
    return refuse(`${field}.text`, 'bad_pattern');
  }
}

function normalisePiece(piece: string, settings: TextNormalisation, first: boolean, last: boolean): string {
  // Guards keep the space beside a star, which trimming would otherwise remove.
  const guarded = normaliseText(`${first ? '' : 'x'}${piece}${last ? '' : 'x'}`, settings);
  return guarded.slice(first ? 0 : 1, last ? undefined : -1);
}

function matchesPieces(text: string, pieces: readonly string[]): boolean {
  if (pieces.length === 1) return text === pieces[0];
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = text.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return from <= end;
}
