import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, ensure, integerWithin } from '../check-input.js';

export interface TrimmedMark {
  readonly mark: Decimal;
  readonly kept: 'counted' | 'dropped-high' | 'dropped-low';
}

/** How many marks are left out at each end; nothing of fewer than `from` marks. */
export interface TrimCount {
  readonly high: number;
  readonly low: number;
  readonly from?: number;
}

/**
 * Says of each mark, in the given order, whether it counts. The `high` highest and `low` lowest are dropped by count:
 * one copy of a duplicate is one mark; of equal marks the later given is dropped first at the top, the earlier first
 * at the bottom, which changes no result.
 *
 * @throws RuleInputError when fewer than one mark would remain.
 */
export function trimMarks(marks: readonly DecimalInput[], trim: TrimCount, field = 'marks'): TrimmedMark[] {
  const high = integerWithin(trim.high, 'trim.high', 0);
  const low = integerWithin(trim.low, 'trim.low', 0);
  const from = integerWithin(trim.from ?? 0, 'trim.from', 0);
  const values = marks.map((mark, index) => decimalIn(mark, `${field}.${index}`));
  const applies = values.length >= from;
  ensure(values.length - (applies ? high + low : 0) >= 1, field, 'too_few', { marks: values.length, high, low });
  if (!applies) return values.map((mark) => ({ mark, kept: 'counted' }));

  const order = values.map((_, index) => index).sort((a, b) => values[a].compare(values[b]) || a - b);
  const kept = values.map((): TrimmedMark['kept'] => 'counted');
  for (const index of order.slice(0, low)) kept[index] = 'dropped-low';
  for (const index of order.slice(order.length - high)) kept[index] = 'dropped-high';
  return values.map((mark, index) => ({ mark, kept: kept[index] }));
}

/** The exact mean of the marks that {@link trimMarks} keeps. */
export function trimmedMean(marks: readonly DecimalInput[], trim: TrimCount): Decimal {
  return Decimal.mean(keptMarks(marks, trim));
}

/** The exact sum of the marks that {@link trimMarks} keeps. */
export function trimmedSum(marks: readonly DecimalInput[], trim: TrimCount): Decimal {
  return Decimal.sum(keptMarks(marks, trim));
}

function keptMarks(marks: readonly DecimalInput[], trim: TrimCount): Decimal[] {
  return trimMarks(marks, trim).filter(({ kept }) => kept === 'counted').map(({ mark }) => mark);
}
