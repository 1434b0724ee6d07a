import { Decimal } from '#lib/kernel';
import { decimalIn, decimalWithin, ensure, oneOf, refuse } from '../check-input.js';
import type { AcceptedNumber, KeyMatch, KeyMatcher, NumericSpec, NumericUnit } from './marking-types.js';
import { parseNumber } from './parse-number.js';

const EPSILON = Decimal.ratio(1, 10n ** 12n);

/** What a written number earned, or null when it is blank. */
export type NumberMatcher = (given: string) => KeyMatch | null;

interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly fraction: Decimal;
  readonly text: string;
}

/**
 * The key of a numeric question: the number is read as people write it (see {@link parseNumber}), multiplied by its
 * unit, and tried against each accepted value's interval in their order (as Moodle documents the three tolerances).
 * A text that is no number is *wrong*, not an error.
 *
 * @throws RuleInputError for no accepted number, a negative tolerance, a unit multiplier of 0, or a fraction outside 0–1.
 */
export function matchNumber(spec: Pick<NumericSpec, 'accepted' | 'units' | 'unitRequired'>, field = 'spec'): KeyMatcher {
  const match = compileNumbers(spec, field);
  return (answer) => {
    if (answer === null || answer === undefined) return null;
    if (typeof answer !== 'string') refuse('response.answer', 'not_a_text');
    return match(answer);
  };
}

/** Compiles accepted numbers; see {@link matchNumber}. */
export function compileNumbers(spec: Pick<NumericSpec, 'accepted' | 'units' | 'unitRequired'>, field: string): NumberMatcher {
  ensure(Array.isArray(spec.accepted) && spec.accepted.length > 0, `${field}.accepted`, 'empty');
  const intervals = spec.accepted.map((accepted, index) => toInterval(accepted, `${field}.accepted.${index}`));
  const units = readUnits(spec.units ?? [], `${field}.units`);
  ensure(!spec.unitRequired || units.length > 0, `${field}.units`, 'empty');
  return (raw) => {
    const text = raw.trim();
    if (text === '') return null;
    const value = readQuantity(text, units, spec.unitRequired ?? false);
    const hit = value && intervals.find(({ low, high }) => value.gte(low) && value.lte(high));
    return { fraction: hit?.fraction ?? Decimal.zero, rule: 'numeric', given: value?.toString() ?? text, matched: hit?.text ?? null };
  };
}

function toInterval(accepted: AcceptedNumber, field: string): Interval {
  const value = decimalIn(accepted.value, `${field}.value`);
  const fraction = decimalWithin(accepted.fraction ?? 1, `${field}.fraction`, 0, 1);
  const [low, high] = bounds(value, accepted, field);
  const slack = value.abs().mul(EPSILON);
  return { low: low.sub(slack), high: high.add(slack), fraction, text: value.toString() };
}

function bounds(value: Decimal, { tolerance }: AcceptedNumber, field: string): [Decimal, Decimal] {
  if (!tolerance) return [value, value];
  const type = oneOf(tolerance.type, ['relative', 'nominal', 'geometric'], `${field}.tolerance.type`);
  const t = decimalWithin(tolerance.value, `${field}.tolerance.value`, 0, null);
  if (type === 'geometric') {
    const ends: [Decimal, Decimal] = [value.div(t.add(1)), value.mul(t.add(1))];
    return value.sign() < 0 ? [ends[1], ends[0]] : ends;
  }
  const width = type === 'relative' ? value.abs().mul(t) : t;
  return [value.sub(width), value.add(width)];
}

function readUnits(units: readonly NumericUnit[], field: string): { unit: string; multiplier: Decimal }[] {
  return units.map(({ unit, multiplier }, index) => {
    ensure(typeof unit === 'string' && unit.trim() !== '', `${field}.${index}.unit`, 'empty');
    const factor = decimalIn(multiplier, `${field}.${index}.multiplier`);
    ensure(!factor.isZero(), `${field}.${index}.multiplier`, 'out_of_range');
    return { unit: unit.normalize('NFKC').trim(), multiplier: factor };
  }).sort((a, b) => b.unit.length - a.unit.length);
}

function readQuantity(text: string, units: readonly { unit: string; multiplier: Decimal }[], unitRequired: boolean): Decimal | null {
  const clean = text.normalize('NFKC');
  for (const { unit, multiplier } of units) {
    if (!clean.endsWith(unit)) continue;
    const value = parseNumber(clean.slice(0, -unit.length));
    if (value) return value.mul(multiplier);
  }
  return unitRequired ? null : parseNumber(clean);
}
