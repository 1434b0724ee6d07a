import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../test/property.js';
import { Decimal, type RoundingMode } from './index.js';

const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => Decimal.ratio(units, 10n ** BigInt(scale)));

describe('Decimal', () => {
  it.each([
    ['0', '0'], ['-0', '0'], ['+3', '3'], ['7.50', '7.5'], ['-12.345', '-12.345'], ['0.001', '0.001'], ['100', '100'],
    ['123456789012345678901234567890.5', '123456789012345678901234567890.5'],
  ])('reads %s as %s', (text, expected) => expect(Decimal.of(text).toString()).toBe(expected));

  it.each(['', ' 1', '1e3', '.5', '5.', 'NaN', '1/3', '1,000', 'Infinity', '9'.repeat(401)])('refuses the text %j', (text) => {
    expect(() => Decimal.of(text)).toThrow(TypeError);
    expect(Decimal.isValid(text)).toBe(false);
  });

  it.each([0.1, NaN, Infinity, 2 ** 53])('refuses the number %d', (value) => {
    expect(() => Decimal.of(value)).toThrow(/Not an exact integer/);
    expect(Decimal.isValid(value)).toBe(false);
  });

  it.each([3, 3n, '3', Decimal.of(3)])('takes %p as three', (value) => {
    expect(Decimal.of(value).eq('3')).toBe(true);
    expect(Decimal.isValid(value)).toBe(true);
  });

  it('does not call other things valid', () => expect([null, undefined, {}, true].map(Decimal.isValid)).toEqual([false, false, false, false]));

  it.each<[string, RoundingMode, string, string, string, string]>([
    ['2.5', 'half-up', '3', '-3', '2.5', '2.500'],
    ['2.5', 'half-even', '2', '-2', '2.5', '2.500'],
    ['2.5', 'down', '2', '-2', '2.5', '2.500'],
    ['3.5', 'half-even', '4', '-4', '3.5', '3.500'],
    ['2.51', 'half-even', '3', '-3', '2.5', '2.510'],
    ['2.45', 'half-up', '2', '-2', '2.5', '2.450'],
    ['0.0449', 'half-up', '0', '0', '0.0', '0.045'],
    ['2.99', 'down', '2', '-2', '2.9', '2.990'],
  ])('rounds %s by %s', (text, mode, whole, negative, tenths, thousandths) => {
    const value = Decimal.of(text);
    expect(value.toString(0, mode)).toBe(whole);
    expect(value.neg().toString(0, mode)).toBe(negative);
    expect(value.toString(1, mode)).toBe(tenths);
    expect(value.toString(3, mode)).toBe(thousandths);
    expect(value.round(1, mode).toString(1)).toBe(tenths);
  });

  it.each([-1, 101, 1.5, NaN])('refuses the scale %d', (scale) => {
    expect(() => Decimal.one.round(scale)).toThrow(/Not a scale of 0 to 100/);
  });

  it('rounds half up when no mode is given', () => {
    expect(Decimal.of('0.5').toString(0)).toBe('1');
    expect(Decimal.of('0.5').round(0).toString()).toBe('1');
  });

  it('keeps a division exact', () => {
    const third = Decimal.ratio(1, 3);
    expect(third.toString()).toBe('1/3');
    expect(third.toString(4)).toBe('0.3333');
    expect(third.mul(3).eq(1)).toBe(true);
    expect(Decimal.ratio(1, -8).toString()).toBe('-0.125');
    expect(Decimal.ratio(-6, -4).toString()).toBe('1.5');
    expect(JSON.stringify({ mark: Decimal.ratio(3, 4) })).toBe('{"mark":"0.75"}');
  });

  it('refuses to divide by zero and to average nothing', () => {
    expect(() => Decimal.one.div('0.00')).toThrow(/Division by zero/);
    expect(() => Decimal.mean([])).toThrow(/mean of no values/);
  });

  it('sums, averages and picks', () => {
    expect(Decimal.sum(['0.1', '0.2', 3]).toString()).toBe('3.3');
    expect(Decimal.sum([]).toString()).toBe('0');
    expect(Decimal.mean(['1', '2', '4']).toString(3)).toBe('2.333');
    expect(Decimal.min('2', '1.5').toString()).toBe('1.5');
    expect(Decimal.min('1.5', '2').toString()).toBe('1.5');
    expect(Decimal.max('2', '1.5').toString()).toBe('2');
    expect(Decimal.max('1.5', '2').toString()).toBe('2');
  });

  it.each([[0.1, '0.1'], [-2.5e-8, '-0.000000025'], [1.5e21, '1500000000000000000000'], [42, '42']])('reads the double %d', (value, expected) => {
    expect(Decimal.fromDouble(value).toString()).toBe(expected);
  });

  it('refuses a double that is no number', () => expect(() => Decimal.fromDouble(NaN)).toThrow(/Not a finite number/));

  it('becomes a double, however long its digits', () => {
    expect(Decimal.of('0.1').toNumber()).toBe(0.1);
    expect(Decimal.of('123456789012345678901234567890').toNumber()).toBe(123456789012345678901234567890);
    expect(Decimal.ratio(1, 3).toNumber()).toBe(1 / 3);
    expect(Decimal.of(`0.${'0'.repeat(60)}1234567890123456789`).toNumber()).toBeCloseTo(1.2345678901234568e-61, 70);
  });

  it.each<[string, number, number | null]>([
    ['1.25', 2, 125], ['-1.25', 4, -12500], ['7', 0, 7], ['1.255', 2, null], ['9007199254740991', 0, 9007199254740991], ['9007199254740992', 0, null], ['-90071992547410', 2, null],
  ])('counts %s in units of scale %d: %p', (text, scale, units) => expect(Decimal.of(text).toUnits(scale)).toBe(units));

  it('has no units for a third, and refuses a bad scale', () => {
    expect(Decimal.ratio(1, 3).toUnits(9)).toBeNull();
    expect(Decimal.ratio(6, 3).toUnits(1)).toBe(20);
    expect(() => Decimal.one.toUnits(-1)).toThrow(/Not a scale/);
  });

  it('compares', () => {
    const [a, b] = [Decimal.ratio(1, 3), Decimal.of('0.3333')];
    expect([a.gt(b), a.gte(b), a.lt(b), a.lte(b), a.eq(b)]).toEqual([true, true, false, false, false]);
    expect([b.gt(a), b.gte(a), b.lt(a), b.lte(a)]).toEqual([false, false, true, true]);
    expect([a.gt(a), a.gte(a), a.lt(a), a.lte(a), a.eq(a)]).toEqual([false, true, false, true, true]);
    expect([a.compare(b), b.compare(a), a.compare(a)]).toEqual([1, -1, 0]);
    expect([a.sign(), a.neg().sign(), Decimal.zero.sign()]).toEqual([1, -1, 0]);
    expect([a.isZero(), Decimal.of('0.0').isZero(), a.isInteger(), Decimal.of('4.0').isInteger()]).toEqual([false, true, false, true]);
    expect(a.neg().abs().eq(a) && a.abs().eq(a)).toBe(true);
  });

  it('obeys the laws of arithmetic', () => {
    fc.assert(fc.property(decimals, decimals, decimals, (a, b, c) => {
      expect(a.add(b).eq(b.add(a))).toBe(true);
      expect(a.add(b).sub(b).eq(a)).toBe(true);
      expect(a.mul(b.add(c)).eq(a.mul(b).add(a.mul(c)))).toBe(true);
      if (!b.isZero()) expect(a.div(b).mul(b).eq(a)).toBe(true);
      expect(a.compare(b)).toBe(-b.compare(a) || 0);
    }));
  });

  it('reads back what it writes', () => {
    fc.assert(fc.property(decimals, (a) => expect(Decimal.of(a.toString()).eq(a)).toBe(true)));
  });

  it('rounds to within half a unit (within one unit, never away from zero, when cutting off)', () => {
    const scales = fc.integer({ min: 0, max: 8 });
    fc.assert(fc.property(decimals, fc.integer({ min: 1, max: 999 }), scales, (a, divisor, scale) => {
      const [value, unit] = [a.div(divisor), Decimal.ratio(1, 10n ** BigInt(scale))];
      for (const mode of ['half-up', 'half-even'] as const) expect(value.round(scale, mode).sub(value).abs().mul(2).lte(unit)).toBe(true);
      const cut = value.round(scale, 'down');
      expect(cut.sub(value).abs().lt(unit) && cut.abs().lte(value.abs())).toBe(true);
    }));
  });
});
