import { describe, expect, it } from '@jest/globals';
import { Decimal } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import { markResponse, type Answer, type MarkingSpec, type NumericTolerance } from '../index.js';

const spec = (value: string, tolerance?: NumericTolerance, more: object = {}): MarkingSpec => ({ kind: 'numeric', marks: '2', accepted: [{ value, ...(tolerance ? { tolerance } : {}) }], ...more });

describe('a numeric answer', () => {
  it.each<[string, NumericTolerance | undefined, string[], string[]]>([
    ['100', undefined, ['100', '100.0', '1e2', '一百', '100.0000000001', '99.9999999999'], ['100.01', '99.99', 'about 100', '100.0000000002']],
    ['100', { type: 'relative', value: '0.05' }, ['95', '105', '94.9999999999'], ['94.99', '105.01']],
    ['-100', { type: 'relative', value: '0.05' }, ['-95', '-105'], ['-94.99', '-105.01', '100']],
    ['100', { type: 'nominal', value: '3' }, ['97', '103'], ['96.99', '103.01']],
    ['0', { type: 'nominal', value: '0.5' }, ['-0.5', '0', '0.5'], ['0.51', '-0.51']],
    ['0', undefined, ['0', '-0', '0%'], ['0.0000001']],
    ['100', { type: 'geometric', value: '0.25' }, ['80', '125'], ['79.99', '125.01']],
    ['-100', { type: 'geometric', value: '0.25' }, ['-80', '-125'], ['-79.99', '-125.01']],
  ])('%s with %j takes %j, not %j', (value, tolerance, right, wrong) => {
    for (const answer of right) expect([answer, markResponse(spec(value, tolerance), { answer }).state]).toEqual([answer, 'right']);
    for (const answer of wrong) expect([answer, markResponse(spec(value, tolerance), { answer }).state]).toEqual([answer, 'wrong']);
  });

  it.each<[Answer]>([[''], ['  '], [null], [undefined]])('takes %p as not answered', (answer) => expect(markResponse(spec('1'), { answer }).state).toBe('not-answered'));

  it('tries the accepted values in order and says which it was', () => {
    const graded: MarkingSpec = { kind: 'numeric', marks: '4', accepted: [{ value: '9.81' }, { value: '9.8', tolerance: { type: 'nominal', value: '0.1' }, fraction: '0.5' }] };
    expect(markResponse(graded, { answer: '9.81' })).toMatchObject({ state: 'right', why: { rule: 'numeric', given: '9.81', matched: '9.81' } });
    expect(markResponse(graded, { answer: '9.75' })).toMatchObject({ state: 'partial', marks: Decimal.of(20000).div(10000), why: { matched: '9.8' } });
    expect(markResponse(graded, { answer: 'ten' })).toMatchObject({ state: 'wrong', why: { given: 'ten', matched: null } });
  });

  const units = [{ unit: 'm', multiplier: '1' }, { unit: 'km', multiplier: '1000' }, { unit: '厘米', multiplier: '0.01' }];
  it.each([
    ['1500 m', false, 'right'], ['1.5km', false, 'right'], ['１．５ｋｍ', false, 'right'], ['150000厘米', false, 'right'], ['1500', false, 'right'], ['1.5', false, 'wrong'],
    ['1500', true, 'wrong'], ['1500m', true, 'right'], ['1500 miles', true, 'wrong'], ['km', true, 'wrong'],
  ])('with units reads %s (unit required: %p) as %s', (answer, unitRequired, state) => {
    expect(markResponse(spec('1500', undefined, { units, unitRequired }), { answer }).state).toBe(state);
  });

  it('explains the value after its unit was applied', () => expect(markResponse(spec('1500', undefined, { units }), { answer: '1.5 km' }).why.given).toBe('1500'));

  it.each<[object, string]>([
    [{ accepted: [] }, 'spec.accepted: empty'],
    [{ accepted: [{ value: '1,5' }] }, 'spec.accepted.0.value: not_a_decimal'],
    [{ accepted: [{ value: '1', fraction: '2' }] }, 'spec.accepted.0.fraction: out_of_range'],
    [{ accepted: [{ value: '1', fraction: '-1' }] }, 'spec.accepted.0.fraction: out_of_range'],
    [{ accepted: [{ value: '1', tolerance: { type: 'loose', value: '1' } }] }, 'spec.accepted.0.tolerance.type: unknown_value'],
    [{ accepted: [{ value: '1', tolerance: { type: 'nominal', value: '-1' } }] }, 'spec.accepted.0.tolerance.value: out_of_range'],
    [{ units: [{ unit: ' ', multiplier: '1' }] }, 'spec.units.0.unit: empty'],
    [{ units: [{ unit: 'm', multiplier: '0' }] }, 'spec.units.0.multiplier: out_of_range'],
    [{ unitRequired: true }, 'spec.units: empty'],
  ])('refuses %j', (change, message) => expect(() => markResponse({ ...spec('1'), ...change } as MarkingSpec, { answer: '1' })).toThrow(message));

  it('refuses an answer that is no text', () => expect(() => markResponse(spec('1'), { answer: ['1'] })).toThrow('response.answer: not_a_text'));

  it('takes the answer itself and both ends under every tolerance', () => {
    const types = fc.constantFrom('relative', 'nominal', 'geometric') as fc.Arbitrary<NumericTolerance['type']>;
    fc.assert(fc.property(types, fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 0, max: 200 }), (type, answer, percent) => {
      const t = Decimal.ratio(percent, 100);
      const tolerance = { type, value: t };
      const width = type === 'nominal' ? t : t.mul(Math.abs(answer));
      const end = type === 'geometric' ? t.add(1).mul(answer) : width.add(answer);
      for (const given of [String(answer), end.toString()]) expect(markResponse(spec(String(answer), tolerance), { answer: given }).state).toBe('right');
      const beyond = end.add(answer < 0 && type === 'geometric' ? '-0.01' : '0.01');
      expect(markResponse(spec(String(answer), tolerance), { answer: beyond.toString() }).state).toBe('wrong');
    }));
  });
});
