import type { CriterionView, SubmitSheet } from '#lib/contracts';
import { Decimal, DomainError } from '#lib/kernel';

/** One judge's marks as they are stored: in the order of the criteria, without idle zeros. */
export interface CheckedMarks {
  marks: { criterionId: string; mark: string }[];
  total: string;
}

/**
 * Checks a sheet exactly: each criterion once, between 0 and its maximum, on its step.
 *
 * @throws DomainError `sheet.incomplete`, `sheet.mark_out_of_range` or `sheet.mark_off_step`, naming the criterion.
 */
export function checkMarks(criteria: readonly CriterionView[], marks: SubmitSheet['marks'], locale: string): CheckedMarks {
  const given = new Map(marks.map(({ criterionId, mark }) => [criterionId, mark]));
  const complete = given.size === marks.length && marks.length === criteria.length && criteria.every(({ id }) => given.has(id));
  if (!complete) throw new DomainError('sheet.incomplete');
  const checked = criteria.map(({ id, title, max, step }, index) => {
    const text = given.get(id) ?? '';
    const criterion = (locale === 'en' ? title.en : undefined) ?? title.zh;
    const errors = [{ path: `marks.${index}.mark`, code: 'sheet.mark_out_of_range' }];
    if (!Decimal.isValid(text)) throw new DomainError('sheet.mark_out_of_range', { criterion, max }, { errors });
    const mark = Decimal.of(text);
    if (mark.lt(0) || mark.gt(max)) throw new DomainError('sheet.mark_out_of_range', { criterion, max }, { errors });
    if (!mark.div(step).isInteger()) throw new DomainError('sheet.mark_off_step', { criterion, step }, { errors: [{ path: `marks.${index}.mark`, code: 'sheet.mark_off_step' }] });
    return { criterionId: id, mark };
  });
  return { marks: checked.map(({ criterionId, mark }) => ({ criterionId, mark: mark.toString() })), total: Decimal.sum(checked.map(({ mark }) => mark)).toString() };
}
