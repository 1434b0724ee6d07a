import { Decimal } from '#lib/kernel';

/** Reads a stored exact figure: a decimal (`7.5`) or a fraction (`22/3`). */
export function readExact(text: string): Decimal {
  const [numerator, denominator] = text.split('/');
  return denominator === undefined ? Decimal.of(numerator) : Decimal.ratio(numerator, denominator);
}

/** A stored `numeric` at the scale of its rule; null stays null. */
export function atScale(value: string | null, scale: number): string | null {
  return value === null ? null : Decimal.of(value).toString(scale);
}
