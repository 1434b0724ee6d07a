import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { addWorkingDays, endNotice, isWorkingDay, orderBuzzes, type Buzz } from '../index.js';

const calendar = { holidays: ['2025-10-01', '2025-10-02', '2025-10-03'], workdays: ['2025-09-28', '2025-10-11'] };

describe('working days', () => {
  it.each([['2025-09-26', true], ['2025-09-27', false], ['2025-09-28', true], ['2025-10-01', false], ['2025-10-05', false], ['2025-10-11', true]])('%s: %p', (day, expected) => expect(isWorkingDay(day, calendar)).toBe(expected));
  it('knows weekends without a calendar', () => expect(['2025-09-26', '2025-09-27', '2025-09-28', '2025-09-29'].map((day) => isWorkingDay(day))).toEqual([true, false, false, true]));

  it.each([['2025-09-26', 1, '2025-09-28'], ['2025-09-26', 4, '2025-10-06'], ['2025-09-30', 5, '2025-10-10'], ['2025-09-30', 6, '2025-10-11'], ['2024-02-28', 1, '2024-02-29']])('%s + %d is %s', (start, days, end) => {
    expect(addWorkingDays(start, days, calendar)).toBe(end);
  });

  it('ends a public notice, and starts it again after an upheld objection', () => {
    expect(endNotice({ openedOn: '2025-09-01', days: 5 })).toBe('2025-09-08');
    expect(endNotice({ openedOn: '2025-09-01', days: 5, upheldOn: ['2025-09-03', '2025-09-02'] })).toBe('2025-09-10');
    expect(endNotice({ openedOn: '2025-09-01', days: 5, upheldOn: ['2025-09-01'] })).toBe('2025-09-08');
    expect(endNotice({ openedOn: '2025-09-30', days: 5 }, calendar)).toBe('2025-10-10');
  });

  it.each<[() => unknown, string]>([
    [() => isWorkingDay('2025-02-30'), 'day: not_a_date'], [() => isWorkingDay('2025-2-3'), 'day: not_a_date'], [() => addWorkingDays('soon', 1), 'start: not_a_date'], [() => addWorkingDays('2025-01-01', 0), 'days: out_of_range'],
    [() => addWorkingDays('2025-01-01', 1001), 'days: out_of_range'], [() => endNotice({ openedOn: 'x', days: 1 }), 'openedOn: not_a_date'], [() => endNotice({ openedOn: '2025-01-02', days: 1, upheldOn: ['2025-01-01'] }), 'upheldOn.0: before_opening'],
    [() => endNotice({ openedOn: '2025-01-02', days: 1, upheldOn: ['x'] }), 'upheldOn.0: not_a_date'],
  ])('refuses bad input %#', (call, message) => expect(call).toThrow(message));

  it('refuses a calendar without working days', () => {
    const holidays = Array.from({ length: 3700 }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10));
    expect(() => addWorkingDays('2025-01-01', 1, { holidays })).toThrow('calendar: no_working_days');
  });

  it('ends on a working day, later for longer periods', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((offset) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10));
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 60 }), (start, count) => {
      const end = addWorkingDays(start, count, calendar);
      expect(isWorkingDay(end, calendar)).toBe(true);
      expect(addWorkingDays(start, count + 1, calendar) > end && end > start).toBe(true);
    }));
  });
});

describe('orderBuzzes', () => {
  const buzz = (entryId: string, deviceTime: number, offset = 0, uncertainty = 0): Buzz => ({ entryId, deviceTime, offset, uncertainty });
  it.each<[Buzz[], string | null, string[], string[]]>([
    [[], null, [], []],
    [[buzz('a', 150), buzz('b', 140)], 'b', [], []],
    [[buzz('a', 150, -30), buzz('b', 140)], 'a', [], []],
    [[buzz('a', 150, 0, 6), buzz('b', 140, 0, 4)], null, ['b', 'a'], []],
    [[buzz('a', 150, 0, 5), buzz('b', 140, 0, 4)], 'b', [], []],
    [[buzz('a', 150), buzz('b', 150)], null, ['a', 'b'], []],
    [[buzz('a', 99), buzz('b', 140)], 'b', [], ['a']],
    [[buzz('a', 99, 0, 1), buzz('b', 140)], 'a', [], []],
    [[buzz('a', 98, 0, 1), buzz('b', 90)], null, [], ['b', 'a']],
    [[buzz('a', 100)], 'a', [], []],
    [[buzz('a', 140, 0, 10), buzz('b', 145, 0, 1), buzz('c', 155, 0, 1)], null, ['a', 'b'], []],
  ])('%j: first %p, tied %j, fouls %j', (buzzes, first, tied, fouls) => {
    const order = orderBuzzes(buzzes, 100);
    expect([order.first, order.tied, order.fouls]).toEqual([first, tied, fouls]);
    expect(order.times).toHaveLength(buzzes.length - fouls.length);
  });

  it('lists times on the server clock', () => expect(orderBuzzes([buzz('a', 150, 7, 2)], 100).times).toEqual([{ entryId: 'a', at: 157, uncertainty: 2 }]));

  it.each<[Buzz[], number, string]>([
    [[buzz('a', NaN)], 0, 'buzzes.0: not_a_number'], [[buzz('a', 1, Infinity)], 0, 'buzzes.0: not_a_number'], [[buzz('a', 1, 0, -1)], 0, 'buzzes.0.uncertainty: out_of_range'], [[buzz('a', 1, 0, NaN)], 0, 'buzzes.0.uncertainty: out_of_range'],
    [[buzz('a', 1), buzz('a', 2)], 0, 'buzzes: duplicate'], [[], NaN, 'openedAt: not_a_number'],
  ])('refuses %j', (buzzes, openedAt, message) => expect(() => orderBuzzes(buzzes, openedAt)).toThrow(message));

  it('never calls anyone first who might not have been', () => {
    const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(times, (rows) => {
      // The true time lies anywhere within the uncertainty.
      const truth = rows.map(([at, uncertainty, error]) => at + Math.max(-uncertainty, Math.min(uncertainty, error)));
      const { first, tied } = orderBuzzes(rows.map(([at, uncertainty], index) => buzz(String(index), at, 0, uncertainty)), -100);
      const earliest = Math.min(...truth);
      const winners = truth.flatMap((at, index) => (at === earliest ? [String(index)] : []));
      if (first !== null) expect(winners).toEqual([first]);
      else for (const winner of winners) expect(tied).toContain(winner);
    }));
  });
});
