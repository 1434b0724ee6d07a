import { ensure } from '../check-input.js';

/** Two-sided 95 % points of Student's t for 1 to 30 degrees of freedom (any statistical table). */
const T_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** A mean with its two-sided 95 % confidence interval; the interval is null below two values. */
export interface BoundedMean {
  readonly count: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The 95 % point of Student's t: from the table up to 30 degrees of freedom, then by its expansion (error below 0.001). */
export function studentT95(degrees: number): number {
  ensure(degrees >= 1, 'degrees', 'out_of_range', { min: 1 });
  const whole = Math.floor(degrees);
  if (whole <= T_95.length) return T_95[whole - 1];
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

/** The mean of values and its 95 % confidence interval by Student's t; nulls where undefined. */
export function boundMean(values: readonly number[]): BoundedMean {
  const count = values.length;
  if (count === 0) return { count, mean: null, low: null, high: null };
  const mean = meanOf(values);
  if (count === 1) return { count, mean, low: null, high: null };
  const half = studentT95(count - 1) * Math.sqrt(varianceOf(values) / count);
  return { count, mean, low: mean - half, high: mean + half };
}

/**
 * The difference mean(a) − mean(b) and its 95 % confidence interval (Welch, with the Welch–Satterthwaite degrees of freedom);
 * the interval is null with fewer than two values on either side, the mean with none.
 */
export function boundDifference(a: readonly number[], b: readonly number[]): BoundedMean {
  const count = Math.min(a.length, b.length);
  if (count === 0) return { count, mean: null, low: null, high: null };
  const mean = meanOf(a) - meanOf(b);
  if (count === 1) return { count, mean, low: null, high: null };
  const [p, q] = [varianceOf(a) / a.length, varianceOf(b) / b.length];
  if (p + q === 0) return { count, mean, low: mean, high: mean };
  const degrees = (p + q) ** 2 / (p ** 2 / (a.length - 1) + q ** 2 / (b.length - 1));
  const half = studentT95(degrees) * Math.sqrt(p + q);
  return { count, mean, low: mean - half, high: mean + half };
}

/** The mean of at least one value. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The variance of at least two values, with n − 1. */
export function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
