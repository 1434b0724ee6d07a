import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalWithin, ensure, integerWithin, requireUnique } from '../check-input.js';
import { type Count, ExactSum, medianOf, sortedCounts, sumSortedProducts } from './exact-sums.js';

export interface ExamItem {
  readonly id: string;
  readonly max: DecimalInput;
}

/** Statistics of one item; null wherever a figure is undefined. Marks are in marks, the rest in percent. */
export interface ItemStatistics {
  readonly id: string;
  /** Attempts that answered it; the others count as 0 in every other figure. */
  readonly answered: number;
  readonly mean: number | null;
  /** mean / max, 0–1 unless marking is negative. */
  readonly facility: number | null;
  readonly deviation: number | null;
  /** C(x, R) */
  readonly covariance: number | null;
  /** 100·C(x, R)/√(V(x)·V(R)) */
  readonly discrimination: number | null;
  /** Covariance of x and R each sorted ascending. */
  readonly covarianceMax: number | null;
  /** 100·C(x, R)/C_max */
  readonly efficiency: number | null;
  /** 100·√C(x, T)/Σ√C(x_j, T); null when C(x, T) < 0. */
  readonly effectiveWeight: number | null;
}

export interface ExamStatistics {
  readonly attempts: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly deviation: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** Coefficient of internal consistency (Cronbach's α × 100); may be negative. */
  readonly consistency: number | null;
  readonly errorRatio: number | null;
  readonly standardError: number | null;
  readonly items: readonly ItemStatistics[];
}

/** Units a mark may have, so that sums of marks are exact doubles. */
const LIMIT = 2 ** 40;

interface ItemSums {
  readonly max: Decimal;
  answered: number;
  readonly x: ExactSum;
  readonly xx: ExactSum;
  readonly xt: ExactSum;
  readonly marks: Map<number, number>;
  readonly rests: Map<number, number>;
}

/**
 * The statistics of an exam in one pass over its attempts, as Moodle documents and computes them (quiz statistics report).
 *
 * Memory grows with the number of *different* marks and totals, not with the attempts. All sums are exact integers in units of
 * 10^−scale, so the order of the attempts, and how they were split among {@link merge}d instances, changes nothing;
 * only final divisions and roots are doubles.
 */
export class ExamSummary {
  private attempts = 0;
  private readonly items: readonly ItemSums[];
  private readonly unit: bigint;
  private readonly powers = [0n, 0n, 0n, 0n, 0n];
  private readonly totals = new Map<number, number>();

  /**
   * @param scale digits after the point that marks can have, 0 to 7.
   * @throws RuleInputError for no items, an id twice, or a negative maximum.
   */
  constructor(private readonly definition: readonly ExamItem[], private readonly scale = 4) {
    integerWithin(scale, 'scale', 0, 7);
    ensure(definition.length > 0, 'items', 'empty');
    requireUnique(definition.map(({ id }) => id), 'items');
    this.unit = 10n ** BigInt(scale);
    this.items = definition.map(({ max }, index) => ({
      max: decimalWithin(max, `items.${index}.max`, 0, null), answered: 0,
      x: new ExactSum(), xx: new ExactSum(), xt: new ExactSum(), marks: new Map(), rests: new Map(),
    }));
  }

  /**
   * Adds one attempt: a mark per item, null where it was not answered.
   *
   * @throws RuleInputError for another number of marks, or a mark with more digits than the scale.
   */
  add(marks: readonly (DecimalInput | null)[]): void {
    this.addUnits(marks.map((mark, index) => {
      if (mark === null) return null;
      const units = decimalWithin(mark, `marks.${index}`, null, null).mul(this.unit);
      ensure(units.isInteger(), `marks.${index}`, 'too_many_digits', { scale: this.scale });
      return units.toNumber();
    }));
  }

  /** Adds one attempt whose marks are whole units of 10^−scale; the fast way in for stored marks. */
  addUnits(marks: readonly (number | null)[]): void {
    ensure(marks.length === this.items.length, 'marks', 'wrong_count', { items: this.items.length });
    let total = 0;
    for (let index = 0; index < marks.length; index++) {
      const x = marks[index] ?? 0;
      if (!Number.isInteger(x) || x > LIMIT || x < -LIMIT) integerWithin(x, `marks.${index}`, -LIMIT, LIMIT);
      total += x;
    }
    this.addTotal(total);
    for (let index = 0; index < marks.length; index++) {
      const item = this.items[index];
      const x = marks[index] ?? 0;
      if (marks[index] !== null) item.answered++;
      item.x.add(x);
      item.xx.addProduct(x, x);
      item.xt.addProduct(x, total);
      count(item.marks, x, 1);
      count(item.rests, total - x, 1);
    }
  }

  /** Adds what another summary of the same items has seen. @throws RuleInputError for other items. */
  merge(other: ExamSummary): void {
    const same = other.scale === this.scale && other.definition.length === this.definition.length && other.definition.every(({ id }, index) => id === this.definition[index].id);
    ensure(same, 'other', 'other_items');
    this.attempts += other.attempts;
    other.powers.forEach((power, k) => { this.powers[k] += power; });
    for (const [total, times] of other.totals) count(this.totals, total, times);
    this.items.forEach((item, index) => {
      const from = other.items[index];
      item.answered += from.answered;
      for (const sum of ['x', 'xx', 'xt'] as const) item[sum].addBig(from[sum].value());
      for (const [mark, times] of from.marks) count(item.marks, mark, times);
      for (const [rest, times] of from.rests) count(item.rests, rest, times);
    });
  }

  /** The figures so far; the summary can go on being added to. */
  result(): ExamStatistics {
    const k2 = this.covarianceOf(this.powers[2], this.powers[1], this.powers[1]);
    const items = this.items.map((item, index) => this.itemFigures(item, this.definition[index].id));
    const roots = items.map(({ withTotal }) => (withTotal !== null && withTotal >= 0 ? Math.sqrt(withTotal) : 0));
    const rootSum = roots.reduce((sum, root) => sum + root, 0);
    return {
      ...this.wholeFigures(k2),
      items: items.map(({ withTotal, ...figures }, index) => ({
        ...figures, effectiveWeight: withTotal === null || withTotal < 0 || rootSum === 0 ? null : (100 * roots[index]) / rootSum,
      })),
    };
  }

  private addTotal(total: number): void {
    this.attempts++;
    count(this.totals, total, 1);
    const t = BigInt(total);
    const square = t * t;
    this.powers[1] += t;
    this.powers[2] += square;
    this.powers[3] += square * t;
    this.powers[4] += square * square;
  }

  private itemFigures({ answered, max, ...sums }: ItemSums, id: string): Omit<ItemStatistics, 'effectiveWeight'> & { withTotal: number | null } {
    const [x, xx, xt, t] = [sums.x.value(), sums.xx.value(), sums.xt.value(), this.powers[1]];
    const [rest, restSquared, xr] = [t - x, this.powers[2] - 2n * xt + xx, xt - xx];
    const mean = this.attempts === 0 ? null : this.toMarks(x, BigInt(this.attempts));
    const variance = this.covarianceOf(xx, x, x);
    const restVariance = this.covarianceOf(restSquared, rest, rest);
    const covariance = this.covarianceOf(xr, x, rest);
    const highest = this.attempts < 2 ? null : this.covarianceOf(sumSortedProducts(sortedCounts(sums.marks), sortedCounts(sums.rests)), x, rest);
    const flat = variance === null || restVariance === null || covariance === null || variance === 0 || restVariance === 0;
    return {
      id, answered, mean,
      facility: mean === null || max.isZero() ? null : mean / max.toNumber(),
      deviation: variance === null ? null : Math.sqrt(variance),
      covariance,
      discrimination: flat ? null : (100 * covariance) / Math.sqrt(variance * restVariance),
      covarianceMax: highest,
      efficiency: covariance === null || highest === null || highest === 0 ? null : (100 * covariance) / highest,
      withTotal: this.covarianceOf(xt, x, t),
    };
  }

  private wholeFigures(k2: number | null): Omit<ExamStatistics, 'items'> {
    const s = BigInt(this.attempts);
    const [, t1] = this.powers;
    const deviation = k2 === null ? null : Math.sqrt(k2);
    const consistency = this.consistency(k2);
    const errorRatio = consistency === null ? null : 100 * Math.sqrt(1 - consistency / 100);
    return {
      attempts: this.attempts,
      mean: s === 0n ? null : this.toMarks(t1, s),
      median: this.attempts === 0 ? null : medianOf(sortedCounts(this.totals), this.attempts) / Number(this.unit),
      deviation,
      ...this.shape(),
      consistency, errorRatio,
      standardError: errorRatio === null || deviation === null ? null : (errorRatio * deviation) / 100,
    };
  }

  /** Skewness k3/k2^1.5 and kurtosis k4/k2² from exact central moments. */
  private shape(): { skewness: number | null; kurtosis: number | null } {
    const s = BigInt(this.attempts);
    const [, t1, t2, t3, t4] = this.powers;
    // s^k times the k-th central moment m_k, all integers.
    const m2 = s * t2 - t1 ** 2n;
    if (m2 === 0n || s < 3n) return { skewness: null, kurtosis: null };
    const m3 = s ** 2n * t3 - 3n * s * t1 * t2 + 2n * t1 ** 3n;
    const k2 = ratio(m2, s * (s - 1n));
    const skewness = ratio(m3, s * (s - 1n) * (s - 2n)) / k2 ** 1.5;
    if (s < 4n) return { skewness, kurtosis: null };
    const m4 = s ** 3n * t4 - 4n * s ** 2n * t1 * t3 + 6n * s * t1 ** 2n * t2 - 3n * t1 ** 4n;
    const k4 = ratio((s + 1n) * m4 - 3n * (s - 1n) * m2 ** 2n, s ** 2n * (s - 1n) * (s - 2n) * (s - 3n));
    return { skewness, kurtosis: k4 / k2 ** 2 };
  }

  private consistency(k2: number | null): number | null {
    const p = BigInt(this.items.length);
    if (k2 === null || k2 === 0 || p < 2n) return null;
    const s = BigInt(this.attempts);
    const scaled = (square: bigint, sum: bigint): bigint => s * square - sum ** 2n;
    const parts = this.items.reduce((total, { x, xx }) => total + scaled(xx.value(), x.value()), 0n);
    const whole = scaled(this.powers[2], this.powers[1]);
    return 100 * ratio(p * (whole - parts), (p - 1n) * whole);
  }

  /** Σab/(s−1) − Σa·Σb/(s(s−1)) in marks², from exact sums in units². */
  private covarianceOf(products: bigint, a: bigint, b: bigint): number | null {
    const s = BigInt(this.attempts);
    return s < 2n ? null : ratio(s * products - a * b, s * (s - 1n) * this.unit ** 2n);
  }

  private toMarks(sum: bigint, divisor: bigint): number {
    return ratio(sum, divisor * this.unit);
  }
}

/** The statistics of attempts that are all at hand; the same figures as {@link ExamSummary}, attempt by attempt. */
export function summariseExam(items: readonly ExamItem[], attempts: Iterable<readonly (DecimalInput | null)[]>, scale = 4): ExamStatistics {
  const summary = new ExamSummary(items, scale);
  for (const attempt of attempts) summary.add(attempt);
  return summary.result();
}

function ratio(n: bigint, d: bigint): number {
  return Decimal.ratio(n, d).toNumber();
}

function count(counts: Count, value: number, times: number): void {
  counts.set(value, (counts.get(value) ?? 0) + times);
}
