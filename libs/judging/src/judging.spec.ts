import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CriterionView, WritePanel } from '#lib/contracts';
import { checkMarks } from './check-marks.js';
import { checkPanel } from './check-panel.js';
import { scoreSheets } from './score-sheets.js';

const criteria: CriterionView[] = [
  { id: 'a', ordinal: 1, title: { zh: '规范', en: 'Form' }, hint: null, max: '40', step: '0.5' },
  { id: 'b', ordinal: 2, title: { zh: '处置', en: 'Handling' }, hint: null, max: '60', step: '0.1' },
];
const marks = (a: string, b: string) => [{ criterionId: 'b', mark: b }, { criterionId: 'a', mark: a }];

describe('checkMarks', () => {
  it('adds exactly and keeps the order of the criteria', () => {
    expect(checkMarks(criteria, marks('38.50', '50.3'), 'zh-CN')).toEqual({ marks: [{ criterionId: 'a', mark: '38.5' }, { criterionId: 'b', mark: '50.3' }], total: '88.8' });
  });

  it.each([
    ['a missing criterion', [{ criterionId: 'a', mark: '1' }], 'sheet.incomplete'],
    ['a criterion twice', [{ criterionId: 'a', mark: '1' }, { criterionId: 'a', mark: '2' }], 'sheet.incomplete'],
    ['a foreign criterion', [{ criterionId: 'a', mark: '1' }, { criterionId: 'x', mark: '2' }], 'sheet.incomplete'],
    ['more than the maximum', marks('40.5', '1'), 'sheet.mark_out_of_range'],
    ['less than nothing', marks('-0.5', '1'), 'sheet.mark_out_of_range'],
    ['something else than a number', marks('1e1', '1'), 'sheet.mark_out_of_range'],
    ['a mark between two steps', marks('1.25', '1'), 'sheet.mark_off_step'],
  ])('refuses %s', (_, given, code) => expect(() => checkMarks(criteria, given, 'zh-CN')).toThrow(code));
});

describe('checkPanel', () => {
  const panel = (change: Partial<WritePanel> = {}): WritePanel => ({
    judges: [1, 2, 3].map((seat) => ({ personId: `p${seat}`, seat, chief: seat === 1 })), criteria: [{ title: { zh: '规范' }, max: '100', step: '0.5' }], dropHigh: 1, dropLow: 1, seconds: null, ...change });

  it('takes three judges of whom one is left', () => expect(() => checkPanel(panel())).not.toThrow());
  it.each([
    ['two chiefs', panel({ judges: [1, 2, 3].map((seat) => ({ personId: `p${seat}`, seat, chief: seat < 3 })) }), 'panel.no_chief'],
    ['a seat twice', panel({ judges: [1, 2, 3].map((seat) => ({ personId: `p${seat}`, seat: 1, chief: seat === 1 })) }), 'panel.seat_duplicate'],
    ['a judge twice', panel({ judges: [1, 2, 3].map((seat) => ({ personId: 'p', seat, chief: seat === 1 })) }), 'panel.seat_duplicate'],
    ['nothing left', panel({ dropHigh: 2 }), 'panel.too_small'],
    ['no criteria', panel({ criteria: [] }), 'request.invalid'],
    ['a maximum no step reaches', panel({ criteria: [{ title: { zh: 'x' }, max: '10', step: '3' }] }), 'request.invalid'],
  ])('refuses %s', (_, input, code) => expect(() => checkPanel(input)).toThrow(code));
});

describe('scoreSheets', () => {
  it('drops one high and one low by count, so a doubled extreme counts once', () => {
    const totals = ['90', '91.5', '91.5', '88', '90'].map((total, index) => ({ seat: index + 1, total }));
    const { exact, dropped, spread } = scoreSheets(totals, 5, { dropHigh: 1, dropLow: 1 });
    expect(exact?.toString()).toBe('90.5');
    expect(spread?.toString()).toBe('3.5');
    expect([...dropped.values()].filter(Boolean)).toEqual(['high', 'low']);
  });

  it('has no result without a panel', () => expect(scoreSheets([], 0, { dropHigh: 0, dropLow: 0 }).exact).toBeNull());

  it('has no result while a sheet is missing', () => expect(scoreSheets([{ seat: 1, total: '90' }], 2, { dropHigh: 0, dropLow: 0 }).exact).toBeNull());

  it('does not depend on the order of arrival and stays within the judges’ totals', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 9 }), (values) => {
      const sheets = values.map((value, index) => ({ seat: index + 1, total: String(value) }));
      const rule = { dropHigh: 1, dropLow: 1 };
      const score = scoreSheets(sheets, values.length, rule);
      expect(scoreSheets([...sheets].reverse(), values.length, rule)).toEqual(score);
      expect(score.exact?.gte(Math.min(...values)) && score.exact.lte(Math.max(...values))).toBe(true);
    }));
  });
});
