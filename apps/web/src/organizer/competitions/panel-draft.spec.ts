import { describe, expect, it } from '@jest/globals';
import type { ChiefView } from '#lib/contracts';
import { draftOfPanel, faultsOf, fullMarks, isPositive, type PanelDraft, toWritePanel, usualPanel } from './panel-draft.js';

const seats = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id }));
const whole: PanelDraft = { ...usualPanel, seats, criteria: usualPanel.criteria.map((criterion, index) => ({ ...criterion, title: { zh: `第${index + 1}项` } })) };

describe('a panel being set up', () => {
  it('names everything that stands in the way', () => {
    expect(faultsOf(usualPanel)).toEqual(['seats', 'criteria']);
    expect(faultsOf(whole)).toEqual([]);
    expect(faultsOf({ ...whole, seats: [] })).toContain('seats');
    expect(faultsOf({ ...whole, seats: [seats[0], ...seats.slice(0, 4)] })).toEqual(['twice']);
    expect(faultsOf({ ...whole, seats: seats.slice(0, 2) })).toEqual(['drops']);
    expect(faultsOf({ ...whole, criteria: [] })).toEqual(['criteria']);
    expect(faultsOf({ ...whole, criteria: [{ ...whole.criteria[0], max: '0' }] })).toEqual(['marks']);
    expect(faultsOf({ ...whole, criteria: [{ ...whole.criteria[0], step: 'x' }] })).toEqual(['marks']);
  });

  it('adds up exactly the marks that are numbers', () => {
    expect(fullMarks(whole)).toBe('100');
    expect(fullMarks({ ...whole, criteria: ['0.1', '0.2', ''].map((max) => ({ ...whole.criteria[0], max })) })).toBe('0.3');
    expect(['1', '0.5', '9999.99'].every(isPositive)).toBe(true);
    expect(['0', '-1', '1.234', '10000', ''].some(isPositive)).toBe(false);
  });

  it('is sent with seats from 1, one chief, and hints only where written', () => {
    const criteria = [{ ...whole.criteria[0], hint: ' 看记录 ' }, { ...whole.criteria[1], hint: '  ' }];
    const { judges, criteria: sent, ...rest } = toWritePanel({ ...whole, chief: 2, criteria });
    expect(judges.map(({ seat, chief }) => [seat, chief])).toEqual([[1, false], [2, false], [3, true], [4, false], [5, false]]);
    expect(sent).toEqual([{ title: { zh: '第1项' }, hint: { zh: '看记录' }, max: '40', step: '0.5' }, { title: { zh: '第2项' }, max: '30', step: '0.5' }]);
    expect(rest).toEqual({ dropHigh: 1, dropLow: 1, seconds: 360 });
  });

  it('takes over the criteria and the chief\'s seat of a panel that stands, and asks for its people anew', () => {
    const view = { panel: [{ chief: false }, { chief: true }, { chief: false }], seconds: null, criteria: [{ title: { zh: '研判' }, hint: null, max: '30', step: '1' }] } as unknown as ChiefView;
    expect(draftOfPanel(view)).toEqual({ ...usualPanel, seats: [null, null, null], chief: 1, seconds: null, criteria: [{ title: { zh: '研判' }, hint: '', max: '30', step: '1' }] });
  });
});
