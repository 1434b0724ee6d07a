/** What a {@link Decimal} can be made from: an exact number, never a binary fraction. */
export type DecimalInput = Decimal | string | number | bigint;

/**
 * How a number is rounded to a scale.
 *
 * - `half-up`: to the nearest, a half goes away from zero (四舍五入)
 * - `half-even`: to the nearest, a half goes to the even neighbour (banker's rounding)
 * - `down`: towards zero, digits are cut off
 */
export type RoundingMode = 'half-up' | 'half-even' | 'down';

/** A scale (digits after the point, 0–100) and how to get there. */
export interface Rounding {
  readonly scale: number;
  readonly mode: RoundingMode;
}

const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const MAX_LENGTH = 400;
/** Above this denominator a result is reduced, so that long sums stay small and short ones stay fast. */
const REDUCE_ABOVE = 10n ** 12n;
const POWERS = Array.from({ length: 101 }, (_, exponent) => 10n ** BigInt(exponent));

/**
 * An exact number: a fraction of two big integers. Nothing is ever rounded unless {@link Decimal.round} or
 * {@link Decimal.toString} with a scale says so; a division stays a fraction. Immutable.
 */
export class Decimal {
  static readonly zero = new Decimal(0n, 1n);
  static readonly one = new Decimal(1n, 1n);

  private constructor(private readonly n: bigint, private readonly d: bigint) {}

  /**
   * Makes a number from a decimal string (`"-12.50"`), an integer or another number.
   *
   * @throws TypeError for any other text, for a number with a fraction, NaN, infinity, or above 2^53.
   */
  static of(value: DecimalInput): Decimal {
    if (value instanceof Decimal) return value;
    if (typeof value === 'bigint') return new Decimal(value, 1n);
    if (typeof value === 'string') return fromText(value, (n, d) => new Decimal(n, d));
    if (!Number.isSafeInteger(value)) throw new TypeError(`Not an exact integer: ${String(value)}. Pass fractions as decimal strings.`);
    return new Decimal(BigInt(value), 1n);
  }

  /** True when {@link Decimal.of} would accept the value. Never throws. */
  static isValid(value: unknown): value is DecimalInput {
    if (value instanceof Decimal || typeof value === 'bigint') return true;
    if (typeof value === 'number') return Number.isSafeInteger(value);
    return typeof value === 'string' && value.length <= MAX_LENGTH && PATTERN.test(value);
  }

  /** The fraction numerator / denominator. @throws RangeError when the denominator is 0. */
  static ratio(numerator: DecimalInput, denominator: DecimalInput): Decimal {
    return Decimal.of(numerator).div(denominator);
  }

  /**
   * A double as the shortest decimal that names it (0.1 is exactly 1/10). For figures that were computed in floating
   * point on purpose (a final root), rounded to a scale right after.
   *
   * @throws TypeError for NaN and infinity.
   */
  static fromDouble(value: number): Decimal {
    if (!Number.isFinite(value)) throw new TypeError(`Not a finite number: ${String(value)}`);
    const [mantissa, exponent = '0'] = String(value).split('e');
    const power = Number(exponent);
    const scale = tenTo(Math.abs(power));
    const base = Decimal.of(mantissa);
    return power >= 0 ? new Decimal(base.n * scale, base.d) : new Decimal(base.n, base.d * scale);
  }

  /** The exact sum; 0 for none. */
  static sum(values: Iterable<DecimalInput>): Decimal {
    let total = Decimal.zero;
    for (const value of values) total = total.add(value);
    return total;
  }

  /** The exact mean. @throws RangeError for no values. */
  static mean(values: readonly DecimalInput[]): Decimal {
    if (values.length === 0) throw new RangeError('The mean of no values is undefined.');
    return Decimal.sum(values).div(values.length);
  }

  /** The smaller of the two; the first when equal. */
  static min(a: DecimalInput, b: DecimalInput): Decimal {
    const [x, y] = [Decimal.of(a), Decimal.of(b)];
    return y.lt(x) ? y : x;
  }

  /** The larger of the two; the first when equal. */
  static max(a: DecimalInput, b: DecimalInput): Decimal {
    const [x, y] = [Decimal.of(a), Decimal.of(b)];
    return y.gt(x) ? y : x;
  }

  add(other: DecimalInput): Decimal {
    const b = Decimal.of(other);
    if (this.d === b.d) return new Decimal(this.n + b.n, this.d);
    return shrink(this.n * b.d + b.n * this.d, this.d * b.d, (n, d) => new Decimal(n, d));
  }

  sub(other: DecimalInput): Decimal {
    const b = Decimal.of(other);
    if (this.d === b.d) return new Decimal(this.n - b.n, this.d);
    return shrink(this.n * b.d - b.n * this.d, this.d * b.d, (n, d) => new Decimal(n, d));
  }

  mul(other: DecimalInput): Decimal {
    const b = Decimal.of(other);
    return shrink(this.n * b.n, this.d * b.d, (n, d) => new Decimal(n, d));
  }

  /** The exact quotient. @throws RangeError when the divisor is 0. */
  div(other: DecimalInput): Decimal {
    const b = Decimal.of(other);
    if (b.n === 0n) throw new RangeError('Division by zero.');
    const sign = b.n < 0n ? -1n : 1n;
    return shrink(sign * this.n * b.d, sign * this.d * b.n, (n, d) => new Decimal(n, d));
  }

  neg(): Decimal {
    return new Decimal(-this.n, this.d);
  }

  abs(): Decimal {
    return this.n < 0n ? this.neg() : this;
  }

  /** −1, 0 or 1: this number against the other. */
  compare(other: DecimalInput): -1 | 0 | 1 {
    const b = Decimal.of(other);
    const left = this.d === b.d ? this.n : this.n * b.d;
    const right = this.d === b.d ? b.n : b.n * this.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  eq(other: DecimalInput): boolean {
    return this.compare(other) === 0;
  }

  lt(other: DecimalInput): boolean {
    return this.compare(other) < 0;
  }

  lte(other: DecimalInput): boolean {
    return this.compare(other) <= 0;
  }

  gt(other: DecimalInput): boolean {
    return this.compare(other) > 0;
  }

  gte(other: DecimalInput): boolean {
    return this.compare(other) >= 0;
  }

  /** −1, 0 or 1. */
  sign(): -1 | 0 | 1 {
    return this.n < 0n ? -1 : this.n > 0n ? 1 : 0;
  }

  isZero(): boolean {
    return this.n === 0n;
  }

  isInteger(): boolean {
    return this.n % this.d === 0n;
  }

  /** Rounded once, to `scale` digits after the point (0–100). @throws RangeError for another scale. */
  round(scale: number, mode: RoundingMode = 'half-up'): Decimal {
    const unit = powerOfTen(scale);
    return new Decimal(roundedQuotient(this.n * unit, this.d, mode), unit);
  }

  /**
   * With a scale: rounded to exactly that many digits (`"7.50"`). Without: all digits, no trailing zeros (`"7.5"`),
   * or a fraction in lowest terms (`"1/3"`) when the digits never end.
   */
  toString(scale?: number, mode: RoundingMode = 'half-up'): string {
    if (scale === undefined) return this.toExactString();
    return writeDigits(roundedQuotient(this.n * powerOfTen(scale), this.d, mode), scale);
  }

  /** The exact text of {@link Decimal.toString}; a mark on the wire is a string. */
  toJSON(): string {
    return this.toExactString();
  }

  /** The nearest double, for drawing and for final roots; never for deciding. */
  toNumber(): number {
    const { n, d } = this.reduced();
    const exact = absolute(n) <= BigInt(Number.MAX_SAFE_INTEGER) && d <= BigInt(Number.MAX_SAFE_INTEGER);
    if (exact) return Number(n) / Number(d);
    const digits = 25 + Math.max(0, d.toString().length - absolute(n).toString().length);
    return Number(`${roundedQuotient(n * tenTo(digits), d, 'half-even')}e-${digits}`);
  }

  /**
   * This number in units of 10^−scale, when that is an integer that a double holds exactly; otherwise null. Such units can be
   * compared and added fast without losing exactness.
   */
  toUnits(scale: number): number | null {
    const scaled = this.n * powerOfTen(scale);
    const units = this.d === 1n ? scaled : scaled / this.d;
    if (units * this.d !== scaled) return null;
    const double = Number(units);
    return Number.isSafeInteger(double) ? double : null;
  }

  private toExactString(): string {
    const { n, d } = this.reduced();
    if (d === 1n) return n.toString();
    const scale = terminatingScale(d);
    return scale === null ? `${n}/${d}` : writeDigits((n * tenTo(scale)) / d, scale);
  }

  private reduced(): { n: bigint; d: bigint } {
    const divisor = gcd(absolute(this.n), this.d);
    return { n: this.n / divisor, d: this.d / divisor };
  }
}

function fromText<T>(text: string, make: (n: bigint, d: bigint) => T): T {
  const match = text.length <= MAX_LENGTH ? PATTERN.exec(text) : null;
  if (!match) throw new TypeError(`Not a decimal number: ${JSON.stringify(text.slice(0, 40))}`);
  const [, sign, whole, fraction = ''] = match;
  const n = BigInt(whole + fraction);
  return make(sign === '-' ? -n : n, tenTo(fraction.length));
}

function shrink<T>(n: bigint, d: bigint, make: (n: bigint, d: bigint) => T): T {
  if (d <= REDUCE_ABOVE) return make(n, d);
  const divisor = gcd(absolute(n), d);
  return make(n / divisor, d / divisor);
}

function roundedQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const magnitude = absolute(n);
  const quotient = magnitude / d;
  const twice = 2n * (magnitude % d);
  const up = mode !== 'down' && (twice > d || (twice === d && (mode === 'half-up' || quotient % 2n === 1n)));
  const rounded = up ? quotient + 1n : quotient;
  return n < 0n ? -rounded : rounded;
}

function writeDigits(units: bigint, scale: number): string {
  if (scale === 0) return units.toString();
  const digits = absolute(units).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Digits after the point of 1/d, d in lowest terms, or null when they never end. */
function terminatingScale(d: bigint): number | null {
  let [rest, twos, fives] = [d, 0, 0];
  for (; rest % 2n === 0n; twos++) rest /= 2n;
  for (; rest % 5n === 0n; fives++) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function powerOfTen(scale: number): bigint {
  if (!Number.isInteger(scale) || scale < 0 || scale > 100) throw new RangeError(`Not a scale of 0 to 100: ${scale}`);
  return POWERS[scale];
}

function tenTo(exponent: number): bigint {
  return exponent < POWERS.length ? POWERS[exponent] : 10n ** BigInt(exponent);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
