import { describe, expect, it } from '@jest/globals';
import { Decimal } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import { adjustFraction, markResponse, type MarkingSpec, type Response } from '../index.js';

const spec = (rule: object): MarkingSpec => ({ kind: 'single', marks: '4', options: ['A', 'B'], correct: ['A'], ...rule });
const partly = (rule: object): MarkingSpec => ({ kind: 'multiple', marks: '4', options: ['A', 'B', 'C'], correct: ['A', 'B'], rule: { name: 'partial', missing: '0.5' }, ...rule });

describe('adjustFraction', () => {
  it.each<[object, Response, string, object[]]>([
    [{ wrong: '-0.25' }, { answer: 'A' }, '4', []],
    [{ wrong: '-0.25' }, { answer: 'B' }, '-1', [{ type: 'negative', value: '-0.25', from: '0', to: '-0.25' }]],
    [{ wrong: '-0.25' }, { answer: null }, '0', []],
    [{ wrong: '0' }, { answer: 'B' }, '0', [{ type: 'negative', value: '0', from: '0', to: '0' }]],
    [{ certainty: true }, { answer: 'A', certainty: 1 }, '4', [{ type: 'certainty', value: '1', from: '1', to: '1' }]],
    [{ certainty: true }, { answer: 'A', certainty: 2 }, '8', [{ type: 'certainty', value: '2', from: '1', to: '2' }]],
    [{ certainty: true }, { answer: 'A', certainty: 3 }, '12', [{ type: 'certainty', value: '3', from: '1', to: '3' }]],
    [{ certainty: true }, { answer: 'B', certainty: 1 }, '0', [{ type: 'certainty', value: '1', from: '0', to: '0' }]],
    [{ certainty: true }, { answer: 'B', certainty: 2 }, '-8', [{ type: 'certainty', value: '2', from: '0', to: '-2' }]],
    [{ certainty: true }, { answer: 'B', certainty: 3 }, '-24', [{ type: 'certainty', value: '3', from: '0', to: '-6' }]],
    [{ certainty: true }, { answer: 'B' }, '0', [{ type: 'certainty', value: '1', from: '0', to: '0' }]],
    [{ certainty: true }, { answer: '', certainty: 3 }, '0', []],
    [{ penaltyPerTry: '0.25' }, { answer: 'A' }, '4', []],
    [{ penaltyPerTry: '0.25' }, { answer: 'A', tries: 1 }, '4', []],
    [{ penaltyPerTry: '0.25' }, { answer: 'A', tries: 3 }, '2', [{ type: 'tries', value: '3', from: '1', to: '0.5' }]],
    [{ penaltyPerTry: '0.25' }, { answer: 'A', tries: 9 }, '0', [{ type: 'tries', value: '9', from: '1', to: '0' }]],
    [{ penaltyPerTry: '0.25' }, { answer: 'B', tries: 3 }, '0', []],
    [{ penaltyPerTry: '0.25', certainty: true }, { answer: 'A', tries: 2, certainty: 2 }, '6', [{ type: 'tries', value: '2', from: '1', to: '0.75' }, { type: 'certainty', value: '2', from: '0.75', to: '1.5' }]],
    [{}, { answer: 'A', tries: 7, certainty: 3 }, '4', []],
  ])('by %j marks %j with %s', (rule, response, marks, adjustments) => {
    const result = markResponse(spec(rule), response);
    expect(result.marks?.toString()).toBe(marks);
    expect(result.why.adjustments).toEqual(adjustments);
  });

  it('lets a partial answer keep its share', () => {
    expect(markResponse(partly({ certainty: true }), { answer: ['A'], certainty: 3 }).marks?.toString()).toBe('6');
    expect(markResponse(partly({ wrong: '-1' }), { answer: ['A'] }).marks?.toString()).toBe('2');
    expect(markResponse(partly({ wrong: '-1' }), { answer: ['A', 'C'] })).toMatchObject({ state: 'wrong', fraction: Decimal.of(-1) });
  });

  it.each<[object, Response, string]>([
    [{ wrong: '0.1' }, { answer: 'A' }, 'spec.wrong: out_of_range'],
    [{ wrong: '-1.1' }, { answer: 'A' }, 'spec.wrong: out_of_range'],
    [{ penaltyPerTry: '1.1' }, { answer: 'A' }, 'spec.penaltyPerTry: out_of_range'],
    [{ penaltyPerTry: '-0.1' }, { answer: 'A' }, 'spec.penaltyPerTry: out_of_range'],
    [{ certainty: true, wrong: '-0.5' }, { answer: 'A' }, 'spec.certainty: conflicts_with_wrong'],
    [{ certainty: true }, { answer: 'A', certainty: 4 as 3 }, 'response.certainty: out_of_range'],
    [{ certainty: true }, { answer: 'A', certainty: 0 as 1 }, 'response.certainty: out_of_range'],
    [{ penaltyPerTry: '0.5' }, { answer: 'A', tries: 0 }, 'response.tries: out_of_range'],
    [{ penaltyPerTry: '0.5' }, { answer: 'A', tries: 1.5 }, 'response.tries: not_an_integer'],
  ])('refuses %j with %j', (rule, response, message) => {
    expect(() => markResponse(spec(rule), response)).toThrow(message);
  });

  it('never earns less for being more right', () => {
    const fractions = fc.integer({ min: 0, max: 100 }).map((percent) => Decimal.ratio(percent, 100));
    const rules = fc.constantFrom({ wrong: '-0.5' }, { certainty: true }, { penaltyPerTry: '0.1' });
    fc.assert(fc.property(rules, fractions, fractions, fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: 12 }), (rule, a, b, certainty, tries) => {
      const [low, high] = a.lte(b) ? [a, b] : [b, a];
      const adjust = adjustFraction({ marks: 1, ...rule });
      const response: Response = { answer: 'A', certainty: certainty as 1, tries };
      expect(adjust(low, response).fraction.lte(adjust(high, response).fraction)).toBe(true);
    }));
  });
});
