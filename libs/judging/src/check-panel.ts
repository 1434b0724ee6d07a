import type { WritePanel } from '#lib/contracts';
import { Decimal, DomainError, type FieldError } from '#lib/kernel';

/**
 * Refuses a panel that cannot score: no chief or two, a seat or a judge twice, nothing left after dropping, or criteria whose range or step is not above 0
 * or whose maximum no step reaches.
 *
 * @throws DomainError `panel.no_chief`, `panel.seat_duplicate`, `panel.too_small` or `request.invalid` naming the fields.
 */
export function checkPanel({ judges, criteria, dropHigh, dropLow }: WritePanel): void {
  if (judges.filter(({ chief }) => chief).length !== 1) throw new DomainError('panel.no_chief');
  const seats = new Set(judges.map(({ seat }) => seat));
  const people = new Set(judges.map(({ personId }) => personId));
  if (seats.size < judges.length || people.size < judges.length) throw new DomainError('panel.seat_duplicate');
  if (judges.length - dropHigh - dropLow < 1) throw new DomainError('panel.too_small', { judges: judges.length, high: dropHigh, low: dropLow });
  const errors = criteria.flatMap(({ max, step }, index): FieldError[] => [
    ...(isAboveZero(max) ? [] : [{ path: `criteria.${index}.max`, code: 'field.range' }]),
    ...(isAboveZero(step) && (!isAboveZero(max) || Decimal.of(max).div(step).isInteger()) ? [] : [{ path: `criteria.${index}.step`, code: 'field.range' }]),
  ]);
  if (criteria.length === 0) errors.push({ path: 'criteria', code: 'field.missing' });
  if (errors.length > 0) throw new DomainError('request.invalid', {}, { errors });
}

function isAboveZero(value: string): boolean {
  return Decimal.isValid(value) && Decimal.of(value).gt(0);
}
