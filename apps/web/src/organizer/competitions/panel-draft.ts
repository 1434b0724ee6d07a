import { Decimal } from '#lib/kernel';
import type { ChiefView, Title, WritePanel } from '#lib/contracts';
import type { PersonChoice } from '../parts/person-select.js';

export interface PanelDraft {
  seats: (PersonChoice | null)[];
  chief: number;
  criteria: { title: Title; hint: string; max: string; step: string }[];
  dropHigh: number;
  dropLow: number;
  seconds: number | null;
}

export type PanelFault = 'seats' | 'twice' | 'drops' | 'criteria' | 'marks';

const decimalPattern = /^\d{1,4}(\.\d{1,2})?$/;

/** Five seats, three criteria of a hundred marks together, one high and one low dropped. */
export const usualPanel: PanelDraft = {
  seats: [null, null, null, null, null], chief: 0,
  criteria: [{ title: { zh: '' }, hint: '', max: '40', step: '0.5' }, { title: { zh: '' }, hint: '', max: '30', step: '0.5' }, { title: { zh: '' }, hint: '', max: '30', step: '0.5' }],
  dropHigh: 1, dropLow: 1, seconds: 360,
};

/** The criteria and drops of a panel that is set up; its people stand by name only and are chosen anew. */
export function draftOfPanel(view: ChiefView): PanelDraft {
  return {
    ...usualPanel, seats: view.panel.map(() => null), chief: Math.max(0, view.panel.findIndex(({ chief }) => chief)), seconds: view.seconds,
    criteria: view.criteria.map(({ title, hint, max, step }) => ({ title, hint: hint?.zh ?? '', max, step })),
  };
}

export function isPositive(text: string): boolean {
  return decimalPattern.test(text) && Number(text) > 0;
}

/** What stands in the way of setting the panel up. */
export function faultsOf({ seats, dropHigh, dropLow, criteria }: PanelDraft): PanelFault[] {
  const ids = seats.flatMap((seat) => (seat ? [seat.id] : []));
  const faults: PanelFault[] = [];
  if (ids.length < seats.length || seats.length === 0) faults.push('seats');
  if (new Set(ids).size < ids.length) faults.push('twice');
  if (seats.length - dropHigh - dropLow < 1) faults.push('drops');
  if (criteria.length === 0 || criteria.some(({ title }) => title.zh.trim() === '')) faults.push('criteria');
  if (criteria.some(({ max, step }) => !isPositive(max) || !isPositive(step))) faults.push('marks');
  return faults;
}

export function fullMarks({ criteria }: PanelDraft): string {
  return Decimal.sum(criteria.map(({ max }) => max).filter(isPositive)).toString();
}

export function toWritePanel({ seats, chief, criteria, dropHigh, dropLow, seconds }: PanelDraft): WritePanel {
  return {
    judges: seats.flatMap((seat, index) => (seat ? [{ personId: seat.id, seat: index + 1, chief: index === chief }] : [])),
    criteria: criteria.map(({ title, hint, max, step }) => ({ title, ...(hint.trim() && { hint: { zh: hint.trim() } }), max, step })),
    dropHigh, dropLow, seconds,
  };
}
