import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { markResponse, type Answer, type ChoiceRule, type MarkingSpec } from '../index.js';

const OPTIONS = ['A', 'B', 'C', 'D', 'E'];
const single: MarkingSpec = { kind: 'single', marks: '2', options: ['A', 'B', 'C'], correct: ['B'] };
const multiple = (rule: ChoiceRule, correct = ['A', 'B', 'C']): MarkingSpec => ({ kind: 'multiple', marks: '6', options: OPTIONS, correct, rule });

describe('one choice', () => {
  it.each<[Answer, string, string, string | null]>([
    ['B', 'right', '2', 'B'], ['A', 'wrong', '0', null], [null, 'not-answered', '0', null], [undefined, 'not-answered', '0', null], ['', 'not-answered', '0', null],
  ])('marks %p as %s', (answer, state, marks, matched) => {
    const result = markResponse(single, { answer });
    expect([result.state, result.marks?.toString(), result.maxMarks.toString(), result.why.matched]).toEqual([state, marks, '2', matched]);
    expect(result.why.rule).toBe(state === 'not-answered' ? 'not-answered' : 'single');
    expect(result.why.given).toBe(answer || null);
  });

  it('accepts any of several keys after the key was widened', () => {
    const wide: MarkingSpec = { ...single, correct: ['B', 'C'] } as MarkingSpec;
    expect(['A', 'B', 'C'].map((answer) => markResponse(wide, { answer }).state)).toEqual(['wrong', 'right', 'right']);
  });

  it.each([
    [{ options: [] }, 'spec.options: empty'], [{ correct: [] }, 'spec.correct: empty'], [{ options: ['A', 'A', 'B'] }, 'spec.options: duplicate'],
    [{ correct: ['B', 'B'] }, 'spec.correct: duplicate'], [{ correct: ['Z'] }, 'spec.correct: unknown_option'],
    [{ marks: '-1' }, 'spec.marks: out_of_range'], [{ marks: 'x' }, 'spec.marks: not_a_decimal'],
    [{ kind: 'riddle' }, 'spec.kind: unknown_value'], [{ rounding: { scale: -1, mode: 'down' } }, 'spec.rounding.scale: out_of_range'],
    [{ rounding: { scale: 21, mode: 'down' } }, 'spec.rounding.scale: out_of_range'], [{ rounding: { scale: 2, mode: 'up' } }, 'spec.rounding.mode: unknown_value'],
  ])('refuses the key %j', (change, message) => {
    expect(() => markResponse({ ...single, ...change } as MarkingSpec, { answer: 'B' })).toThrow(message);
  });

  it.each<[Answer]>([['Z'], [['A']], [true]])('refuses the answer %p', (answer) => {
    expect(() => markResponse(single, { answer })).toThrow('response.answer: unknown_option');
  });
});

describe('true or false', () => {
  const spec = (correct: boolean): MarkingSpec => ({ kind: 'true-false', marks: '1', correct });

  it.each<[boolean, Answer, string]>([
    [true, true, 'right'], [true, false, 'wrong'], [false, false, 'right'], [false, true, 'wrong'], [true, null, 'not-answered'], [true, undefined, 'not-answered'],
  ])('with the key %p marks %p as %s', (key, answer, state) => {
    const result = markResponse(spec(key), { answer });
    expect([result.state, result.marks?.toString()]).toEqual([state, state === 'right' ? '1' : '0']);
    if (state === 'right') expect(result.why).toMatchObject({ rule: 'true-false', given: String(answer), matched: String(answer) });
    if (state === 'wrong') expect(result.why.matched).toBeNull();
  });

  it('refuses a text', () => expect(() => markResponse(spec(true), { answer: 'true' })).toThrow('response.answer: not_a_boolean'));
  it('refuses a key that is no boolean', () => expect(() => markResponse(spec('yes' as never), { answer: true })).toThrow('spec.correct: not_a_boolean'));
});

describe('several choices', () => {
  it.each<[ChoiceRule, string[], string, string]>([
    [{ name: 'all-or-nothing' }, ['C', 'A', 'B'], 'right', '6'],
    [{ name: 'all-or-nothing' }, ['A', 'B'], 'wrong', '0'],
    [{ name: 'all-or-nothing' }, ['A', 'B', 'C', 'D'], 'wrong', '0'],
    [{ name: 'all-or-nothing' }, ['A', 'B', 'D'], 'wrong', '0'],
    [{ name: 'partial', missing: 'proportional' }, ['A'], 'partial', '2'],
    [{ name: 'partial', missing: 'proportional' }, ['A', 'C'], 'partial', '4'],
    [{ name: 'partial', missing: 'proportional' }, ['A', 'B', 'C'], 'right', '6'],
    [{ name: 'partial', missing: 'proportional' }, ['A', 'B', 'D'], 'wrong', '0'],
    [{ name: 'partial', missing: '0.5' }, ['A'], 'partial', '3'],
    [{ name: 'partial', missing: '0.5' }, ['A', 'B'], 'partial', '3'],
    [{ name: 'partial', missing: '0.5' }, ['A', 'B', 'C'], 'right', '6'],
    [{ name: 'partial', missing: '0.5' }, ['A', 'E'], 'wrong', '0'],
    [{ name: 'partial', missing: '0.5' }, ['D'], 'wrong', '0'],
    [{ name: 'right-minus-wrong' }, ['A', 'B', 'C'], 'right', '6'],
    [{ name: 'right-minus-wrong' }, ['A', 'B', 'D'], 'partial', '2'],
    [{ name: 'right-minus-wrong' }, ['A', 'D'], 'wrong', '0'],
    [{ name: 'right-minus-wrong' }, ['A', 'D', 'E'], 'wrong', '0'],
    [{ name: 'right-minus-wrong', fractions: { A: '0.5', B: '0.5', C: '0.25', D: '-0.25' } }, ['A', 'D'], 'partial', '1.5'],
    [{ name: 'right-minus-wrong', fractions: { A: '0.5', B: '0.5', C: '0.25', D: '-0.25' } }, ['A', 'B', 'C'], 'right', '6'],
    [{ name: 'right-minus-wrong', fractions: { A: '0.5', B: '0.5', D: '-0.25' } }, ['D', 'E'], 'wrong', '0'],
  ])('by %j gives %j: %s, %s', (rule, answer, state, marks) => {
    const result = markResponse(multiple(rule), { answer });
    expect([result.state, result.marks?.toString()]).toEqual([state, marks]);
    expect(result.why).toMatchObject({ rule: rule.name, given: answer, matched: answer.filter((option) => ['A', 'B', 'C'].includes(option)) });
  });

  it.each<[Answer]>([[[]], [null], [undefined]])('takes %p as not answered', (answer) => {
    expect(markResponse(multiple({ name: 'all-or-nothing' }), { answer }).state).toBe('not-answered');
  });

  it('keeps an exact third until the one rounding', () => {
    const spec = { ...multiple({ name: 'partial', missing: 'proportional' }), marks: '1', rounding: { scale: 2, mode: 'half-up' } } as MarkingSpec;
    const result = markResponse(spec, { answer: ['A', 'B'] });
    expect([result.fraction?.toString(), result.marks?.toString()]).toEqual(['2/3', '0.67']);
  });

  it('rounds to four digits, half up, when nothing is declared', () => {
    const result = markResponse({ ...multiple({ name: 'partial', missing: 'proportional' }), marks: '1' } as MarkingSpec, { answer: ['A', 'B'] });
    expect(result.marks?.toString()).toBe('0.6667');
  });

  it.each<[unknown, Answer, string]>([
    [{ name: 'guess' }, ['A'], 'spec.rule.name: unknown_value'],
    [undefined, ['A'], 'spec.rule.name: unknown_value'],
    [{ name: 'partial', missing: '1.5' }, ['A'], 'spec.rule.missing: out_of_range'],
    [{ name: 'partial', missing: '-0.1' }, ['A'], 'spec.rule.missing: out_of_range'],
    [{ name: 'right-minus-wrong', fractions: { Z: '1' } }, ['A'], 'spec.rule.fractions: unknown_option'],
    [{ name: 'right-minus-wrong', fractions: { A: '1.01' } }, ['A'], 'spec.rule.fractions.A: out_of_range'],
    [{ name: 'right-minus-wrong', fractions: { A: '-1.01' } }, ['A'], 'spec.rule.fractions.A: out_of_range'],
    [{ name: 'all-or-nothing' }, 'A', 'response.answer: not_a_list'],
    [{ name: 'all-or-nothing' }, ['Z'], 'response.answer: unknown_option'],
    [{ name: 'all-or-nothing' }, ['A', 'A'], 'response.answer: duplicate'],
  ])('refuses %j with %j', (rule, answer, message) => {
    expect(() => markResponse(multiple(rule as ChoiceRule), { answer })).toThrow(message);
  });

  it('marks hot text alike', () => {
    const spec: MarkingSpec = { kind: 'hot-text', marks: '2', tokens: ['t1', 't2', 't3'], correct: ['t1', 't3'], rule: { name: 'right-minus-wrong' } };
    expect(markResponse(spec, { answer: ['t3', 't1'] }).marks?.toString()).toBe('2');
    expect(markResponse(spec, { answer: ['t3'] }).marks?.toString()).toBe('1');
  });

  it('stays within 0 and 1, and does not mind the order of the choices', () => {
    const rules: ChoiceRule[] = [{ name: 'all-or-nothing' }, { name: 'partial', missing: 'proportional' }, { name: 'partial', missing: '0.5' }, { name: 'right-minus-wrong' }];
    fc.assert(fc.property(fc.constantFrom(...rules), fc.subarray(OPTIONS, { minLength: 1 }), fc.shuffledSubarray(OPTIONS), (rule, correct, answer) => {
      const fraction = markResponse(multiple(rule, correct), { answer }).fraction;
      expect(fraction?.gte(0) && fraction.lte(1)).toBe(true);
      expect(markResponse(multiple(rule, correct), { answer: [...answer].reverse() }).fraction?.eq(fraction ?? -1)).toBe(true);
      const right = answer.length === correct.length && answer.every((option) => correct.includes(option));
      expect(fraction?.eq(1)).toBe(right);
    }));
  });
});
