import { Decimal } from '#lib/kernel';
import { decimalWithin, decimalIn, ensure, requireUnique } from '../check-input.js';
import type { Criterion, JudgeSheet } from './judging-types.js';

/**
 * Reads one judge's marks, in the order of the criteria: each criterion exactly once, within its range, on its step.
 *
 * @throws RuleInputError naming the criterion, with `missing`, `unknown_criterion`, `out_of_range` or `off_step`.
 */
export function checkSheet(sheet: JudgeSheet, criteria: readonly Criterion[], field = 'sheet'): Decimal[] {
  const known = new Set(criteria.map(({ id }) => id));
  for (const id of Object.keys(sheet.marks)) ensure(known.has(id), `${field}.marks.${id}`, 'unknown_criterion');
  return criteria.map((criterion) => checkMark(sheet.marks[criterion.id], criterion, `${field}.marks.${criterion.id}`));
}

/** Refuses criteria that cannot be scored: none, an id twice, an empty range, a step or weight not above 0. */
export function checkCriteria(criteria: readonly Criterion[], field = 'criteria'): void {
  ensure(Array.isArray(criteria) && criteria.length > 0, field, 'empty');
  requireUnique(criteria.map(({ id }) => id), field);
  criteria.forEach((criterion, index) => {
    const path = `${field}.${index}`;
    const min = decimalIn(criterion.min, `${path}.min`);
    ensure(decimalIn(criterion.max, `${path}.max`).gt(min), `${path}.max`, 'not_above_min');
    ensure(decimalIn(criterion.weight ?? 1, `${path}.weight`).gt(0), `${path}.weight`, 'not_above_zero');
    if (criterion.step !== undefined) ensure(decimalIn(criterion.step, `${path}.step`).gt(0), `${path}.step`, 'not_above_zero');
  });
}

function checkMark(value: unknown, { min, max, step }: Criterion, field: string): Decimal {
  ensure(value !== undefined && value !== null, field, 'missing');
  const mark = decimalWithin(value, field, min, max);
  if (step !== undefined) ensure(mark.sub(min).div(step).isInteger(), field, 'off_step', { step: String(step) });
  return mark;
}
