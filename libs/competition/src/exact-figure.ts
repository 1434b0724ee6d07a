import { Decimal } from '#lib/kernel';

/** Reads a stored exact figure: a decimal (`7.5`) or a fraction (`22/3`). */
export function readExact(text: string): Decimal {
  const [numerator, denominator] = text.split('/');
  return denominator === undefined ? Decimal.of(numerator) : Decimal.ratio(numerator, denominator);
}

/** What a stage adds to a total: exact to four digits, without idle zeros beyond the rule's scale. */
export function contributionText(value: Decimal, scale: number): string {
  const [whole, fraction = ''] = value.toString(4).split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(Math.min(scale, 4), '0');
  return kept ? `${whole}.${kept}` : whole;
}

/** A stored `numeric` at the scale of its rule; null stays null. */
export function atScale(value: string | null, scale: number): string | null {
  return value === null ? null : Decimal.of(value).toString(scale);
}
