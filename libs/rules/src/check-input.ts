import { Decimal, DomainError, type DecimalInput, type Rounding } from '#lib/kernel';

/** Input that a rule refuses. `field` is the path of the offending field, `reason` says what is wrong with it. */
export class RuleInputError extends DomainError {
  constructor(readonly field: string, readonly reason: string, params: Record<string, unknown> = {}) {
    super('rules.invalid_input', { field, reason, ...params }, { kind: 'invalid', errors: [{ path: field, code: reason, params }] });
    this.message = `${field}: ${reason}`;
  }
}

/** Refuses a field. @throws RuleInputError always. */
export function refuse(field: string, reason: string, params: Record<string, unknown> = {}): never {
  throw new RuleInputError(field, reason, params);
}

/** Refuses the field unless the condition holds. */
export function ensure(condition: boolean, field: string, reason: string, params: Record<string, unknown> = {}): asserts condition {
  if (!condition) refuse(field, reason, params);
}

/** The exact number in a field. @throws RuleInputError `not_a_decimal`. */
export function decimalIn(value: unknown, field: string): Decimal {
  if (!Decimal.isValid(value)) refuse(field, 'not_a_decimal');
  return Decimal.of(value);
}

/** The exact number in a field, within inclusive bounds. @throws RuleInputError `not_a_decimal` or `out_of_range`. */
export function decimalWithin(value: unknown, field: string, min: DecimalInput | null, max: DecimalInput | null): Decimal {
  const decimal = decimalIn(value, field);
  const outside = (min !== null && decimal.lt(min)) || (max !== null && decimal.gt(max));
  if (outside) refuse(field, 'out_of_range', { min: String(min), max: String(max) });
  return decimal;
}

/** The integer in a field, within inclusive bounds. @throws RuleInputError `not_an_integer` or `out_of_range`. */
export function integerWithin(value: unknown, field: string, min: number, max = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) refuse(field, 'not_an_integer');
  if (value < min || value > max) refuse(field, 'out_of_range', { min, max });
  return value;
}

/** Refuses a list in which a value occurs twice. @throws RuleInputError `duplicate`, naming the value. */
export function requireUnique(values: readonly (string | number)[], field: string): void {
  const seen = new Set<string | number>();
  for (const value of values) {
    if (seen.has(value)) refuse(field, 'duplicate', { value });
    seen.add(value);
  }
}

/** One of the allowed words. @throws RuleInputError `unknown_value`. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], field: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) refuse(field, 'unknown_value', { value, allowed });
  return found;
}

/** Marks are kept with four digits after the point unless a rule declares otherwise. */
export const DEFAULT_ROUNDING: Rounding = { scale: 4, mode: 'half-up' };

/** The declared rounding, or the default one. @throws RuleInputError for a scale outside 0–20 or an unknown mode. */
export function roundingIn(value: Rounding | undefined, field: string): Rounding {
  if (value === undefined) return DEFAULT_ROUNDING;
  integerWithin(value.scale, `${field}.scale`, 0, 20);
  oneOf(value.mode, ['half-up', 'half-even', 'down'], `${field}.mode`);
  return value;
}
