import { describe, expect, it } from '@jest/globals';
import { Decimal } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import { combineMarks, type CombineRule } from '../index.js';

const rule: CombineRule = { mode: 'adjudicated', max: '20', tolerance: '2', rounding: { scale: 1, mode: 'half-up' } };
const marks = (...values: string[]) => values.map((mark, index) => ({ markerId: `m${index + 1}`, mark }));
const chief = (mark: string) => ({ markerId: 'chief', mark });

describe('combineMarks', () => {
  it.each<[Partial<CombineRule>, string[], string | null, string, string | null, string | null, string[]]>([
    [{}, [], null, 'needs-marker', null, null, []],
    [{ mode: 'single' }, [], null, 'needs-marker', null, null, []],
    [{ mode: 'single' }, ['13.25'], null, 'final', '13.25', 'single', ['m1']],
    [{}, ['12'], null, 'needs-marker', null, null, []],
    [{}, ['12', '14'], null, 'final', '13', 'agreed', ['m1', 'm2']],
    [{}, ['14', '12'], '1', 'final', '13', 'agreed', ['m1', 'm2']],
    [{}, ['12', '12.5'], null, 'final', '12.3', 'agreed', ['m1', 'm2']],
    [{ rounding: { scale: 0, mode: 'down' } }, ['12', '13'], null, 'final', '12', 'agreed', ['m1', 'm2']],
    [{}, ['10', '14'], null, 'needs-third', null, null, []],
    [{}, ['10', '14'], '9', 'needs-third', null, null, []],
    [{}, ['10', '14', '15'], null, 'final', '14.5', 'third-with-nearer', ['m2', 'm3']],
    [{}, ['10', '14', '9'], null, 'final', '9.5', 'third-with-nearer', ['m1', 'm3']],
    [{}, ['10', '14', '16'], null, 'final', '15', 'third-with-nearer', ['m2', 'm3']],
    [{}, ['10', '14', '16.1'], null, 'needs-chief', null, null, []],
    [{}, ['10', '14', '16.1'], '11', 'final', '11', 'chief', ['chief']],
    [{}, ['10', '14', '12'], null, 'needs-chief', null, null, []],
    [{ equidistant: 'chief' }, ['10', '14', '12'], '12.34', 'final', '12.34', 'chief', ['chief']],
    [{ equidistant: 'higher' }, ['10', '14', '12'], null, 'final', '13', 'third-with-nearer', ['m2', 'm3']],
    [{ equidistant: 'lower' }, ['10', '14', '12'], null, 'final', '11', 'third-with-nearer', ['m1', 'm3']],
    [{ equidistant: 'higher' }, ['14', '10', '12'], null, 'final', '13', 'third-with-nearer', ['m1', 'm3']],
    [{ equidistant: 'lower' }, ['14', '10', '12'], null, 'final', '11', 'third-with-nearer', ['m2', 'm3']],
    [{ equidistant: 'higher' }, ['4', '20', '12'], null, 'needs-chief', null, null, []],
    [{ mode: 'double' }, ['10', '14'], null, 'needs-chief', null, null, []],
    [{ mode: 'double' }, ['10', '14'], '13', 'final', '13', 'chief', ['chief']],
    [{ mode: 'double' }, ['10'], null, 'needs-marker', null, null, []],
    [{ tolerance: '0' }, ['10', '10'], null, 'final', '10', 'agreed', ['m1', 'm2']],
  ])('by %j makes of %j and chief %p: %s %s', (change, values, chiefMark, state, mark, how, used) => {
    const result = combineMarks(marks(...values), { ...rule, ...change }, chiefMark === null ? null : chief(chiefMark));
    expect([result.state, result.mark?.toString() ?? null, result.how, result.used]).toEqual([state, mark, how, used]);
    expect(result.spread?.toString() ?? null).toBe(values.length < 2 ? null : Decimal.of(values[0]).sub(values[1]).abs().toString());
  });

  it.each<[() => unknown, string]>([
    [() => combineMarks(marks('21'), rule), 'marks.0.mark: out_of_range'],
    [() => combineMarks(marks('-1'), rule), 'marks.0.mark: out_of_range'],
    [() => combineMarks([{ markerId: 'a', mark: '1' }, { markerId: 'a', mark: '2' }], rule), 'marks: duplicate'],
    [() => combineMarks(marks('1', '9'), { ...rule, mode: 'double' }, { markerId: 'm1', mark: '3' }), 'marks: duplicate'],
    [() => combineMarks(marks('1', '2', '3', '4'), rule), 'marks: too_many'],
    [() => combineMarks(marks('1', '2', '3'), { ...rule, mode: 'double' }), 'marks: too_many'],
    [() => combineMarks(marks('1', '2'), { ...rule, mode: 'single' }), 'marks: too_many'],
    [() => combineMarks([], { ...rule, tolerance: undefined }), 'rule.tolerance: not_a_decimal'],
    [() => combineMarks([], { ...rule, tolerance: '-1' }), 'rule.tolerance: out_of_range'],
    [() => combineMarks([], { ...rule, max: '-1' }), 'rule.max: out_of_range'],
    [() => combineMarks([], { ...rule, mode: 'triple' as 'single' }), 'rule.mode: unknown_value'],
    [() => combineMarks([], { ...rule, equidistant: 'both' as 'chief' }), 'rule.equidistant: unknown_value'],
    [() => combineMarks(marks('1', '9'), { ...rule, mode: 'double' }, chief('21')), 'chief.mark: out_of_range'],
  ])('refuses bad input %#', (call, message) => expect(call).toThrow(message));

  it('averages only marks that it lies between', () => {
    const mark = fc.integer({ min: 0, max: 40 }).map((halves) => Decimal.ratio(halves, 2).toString());
    const policy = fc.constantFrom('higher', 'lower', 'chief') as fc.Arbitrary<'chief'>;
    fc.assert(fc.property(mark, mark, mark, fc.integer({ min: 0, max: 5 }), policy, (a, b, c, tolerance, equidistant) => {
      const exact: CombineRule = { ...rule, tolerance, equidistant, rounding: { scale: 4, mode: 'half-up' } };
      const two = combineMarks(marks(a, b), exact);
      const result = two.state === 'final' ? two : combineMarks(marks(a, b, c), exact);
      if (result.mark === null) return;
      const given = result.used.map((id) => Decimal.of([a, b, c][Number(id.slice(1)) - 1]));
      expect(given).toHaveLength(2);
      expect(result.mark.gte(Decimal.min(given[0], given[1])) && result.mark.lte(Decimal.max(given[0], given[1]))).toBe(true);
      expect(given[0].sub(given[1]).abs().lte(tolerance)).toBe(true);
    }));
  });

  it('does not mind which of the first two came first', () => {
    const mark = fc.integer({ min: 0, max: 20 }).map(String);
    fc.assert(fc.property(mark, mark, mark, fc.constantFrom('higher', 'lower', 'chief'), (a, b, c, equidistant) => {
      const of = (...values: string[]) => combineMarks(marks(...values), { ...rule, equidistant: equidistant as 'chief' }).mark?.toString();
      expect(of(a, b)).toBe(of(b, a));
      expect(of(a, b, c)).toBe(of(b, a, c));
    }));
  });
});
