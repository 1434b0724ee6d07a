import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { markResponse, type Answer, type GapSpec, type MarkingSpec } from '../index.js';

const text = (id: string, ...accepted: string[]): GapSpec => ({ id, type: 'text', accepted: accepted.map((one) => ({ text: one })) });
const gaps = (list: GapSpec[], more: object = {}): MarkingSpec => ({ kind: 'gap-fill', marks: '6', gaps: list, ...more });

describe('a text with gaps', () => {
  const mixed = gaps([
    text('a', '宪法'),
    { id: 'b', type: 'number', accepted: [{ value: '1982' }], weight: '2' },
    { id: 'c', type: 'choice', options: ['x', 'y'], correct: ['y'], weight: '3' },
  ]);

  it.each<[Record<string, string | null>, string, string, string[]]>([
    [{ a: '宪法', b: '1982', c: 'y' }, 'right', '6', ['right', 'right', 'right']],
    [{ a: '宪法', b: '1983', c: '' }, 'partial', '1', ['right', 'wrong', 'not-answered']],
    [{ b: '一九八二', c: 'x' }, 'partial', '2', ['not-answered', 'right', 'wrong']],
    [{ c: 'y' }, 'partial', '3', ['not-answered', 'not-answered', 'right']],
    [{ a: '民法' }, 'wrong', '0', ['wrong', 'not-answered', 'not-answered']],
    [{ a: ' 宪法 ', b: null }, 'partial', '1', ['right', 'not-answered', 'not-answered']],
  ])('marks %j as %s, %s', (answer, state, marks, parts) => {
    const result = markResponse(mixed, { answer });
    expect([result.state, result.marks?.toString(), result.why.parts.map((part) => part.state)]).toEqual([state, marks, parts]);
    expect(result.why.rule).toBe('gaps-in-order');
    expect(result.why.parts.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('explains every gap', () => {
    const { why } = markResponse(mixed, { answer: { a: '民法', b: '1982' } });
    expect(why.given).toEqual(['民法', '1982', '']);
    expect(why.matched).toEqual(['', '1982', '']);
    expect(why.parts).toEqual([
      { id: 'a', state: 'wrong', fraction: '0', given: '民法', matched: null },
      { id: 'b', state: 'right', fraction: '1', given: '1982', matched: '1982' },
      { id: 'c', state: 'not-answered', fraction: '0', given: null, matched: null },
    ]);
  });

  it.each<[Answer]>([[null], [undefined], [{}], [{ a: ' ', b: '' }]])('takes %p as not answered', (answer) => expect(markResponse(mixed, { answer }).state).toBe('not-answered'));

  it('can ask for all gaps or nothing', () => {
    const strict = gaps([text('a', 'x'), text('b', 'y')], { allOrNothing: true });
    expect(markResponse(strict, { answer: { a: 'x', b: 'z' } }).marks?.toString()).toBe('0');
    expect(markResponse(strict, { answer: { a: 'x', b: 'y' } }).marks?.toString()).toBe('6');
  });

  it('gives a partly right gap its part', () => {
    const graded = gaps([{ id: 'a', type: 'text', accepted: [{ text: 'x', fraction: '0.5' }] }, text('b', 'y')]);
    const result = markResponse(graded, { answer: { a: 'x' } });
    expect([result.marks?.toString(), result.why.parts[0].state]).toEqual(['1.5', 'partial']);
  });

  const set = gaps([text('1', '学', '习'), text('2', '练', '学'), text('3', '考')], { asSet: true });
  it.each<[Record<string, string>, string, string[]]>([
    [{ 1: '考', 2: '练', 3: '学' }, '6', ['right', 'right', 'right']],
    [{ 1: '学', 2: '学', 3: '考' }, '6', ['right', 'right', 'right']],
    [{ 1: '学', 2: '习', 3: '练' }, '4', ['wrong', 'right', 'right']],
    [{ 1: '考', 2: '考', 3: '考' }, '2', ['right', 'wrong', 'wrong']],
    [{ 2: '考' }, '2', ['not-answered', 'right', 'not-answered']],
    [{ 1: '赛' }, '0', ['wrong', 'not-answered', 'not-answered']],
  ])('takes gaps as a set: %j earns %s', (answer, marks, states) => {
    const result = markResponse(set, { answer });
    expect(result.marks?.toString()).toBe(marks);
    expect(result.why.rule).toBe('gaps-as-set');
    expect(result.why.parts.filter(({ state }) => state === 'right')).toHaveLength(states.filter((state) => state === 'right').length);
    expect(result.why.parts.filter(({ state }) => state === 'not-answered')).toHaveLength(states.filter((state) => state === 'not-answered').length);
  });

  it.each<[object, Answer, string]>([
    [{ gaps: [] }, {}, 'spec.gaps: empty'],
    [{ gaps: [text('a', 'x'), text('a', 'y')] }, {}, 'spec.gaps: duplicate'],
    [{ gaps: [{ ...text('a', 'x'), weight: '0' }] }, {}, 'spec.gaps.0.weight: out_of_range'],
    [{ gaps: [{ ...text('a', 'x'), weight: '-1' }] }, {}, 'spec.gaps.0.weight: out_of_range'],
    [{ gaps: [{ ...text('a', 'x'), type: 'drawing' }] }, {}, 'spec.gaps.0.type: unknown_value'],
    [{ gaps: [{ id: 'a', type: 'choice', options: ['x'], correct: ['z'] }] }, {}, 'spec.gaps.0.correct: unknown_option'],
    [{ gaps: [{ id: 'a', type: 'number', accepted: [] }] }, {}, 'spec.gaps.0.accepted: empty'],
    [{ asSet: true, gaps: [{ id: 'a', type: 'number', accepted: [{ value: '1' }] }] }, {}, 'spec.gaps.0.type: set_needs_text'],
    [{ asSet: true, gaps: [text('a', 'x'), { ...text('b', 'y'), weight: '2' }] }, {}, 'spec.gaps.1.weight: set_needs_equal_weights'],
    [{ asSet: true, gaps: [{ id: 'a', type: 'text', accepted: [{ text: 'x', fraction: '0.5' }] }] }, {}, 'spec.gaps.0.accepted: set_needs_whole_fractions'],
    [{}, ['x'], 'response.answer: not_a_map'],
    [{}, 'x', 'response.answer: not_a_map'],
    [{}, { z: 'x' }, 'response.answer: unknown_gap'],
    [{}, { a: 5 }, 'response.answer.a: not_a_text'],
  ])('refuses %j with %j', (change, answer, message) => {
    expect(() => markResponse({ ...gaps([text('a', 'x')]), ...change } as MarkingSpec, { answer })).toThrow(message);
  });

  it('finds every right word of a set in whatever order it comes', () => {
    const words = ['甲', '乙', '丙', '丁'];
    const spec = gaps(words.map((word) => text(word, word)), { asSet: true, marks: '4' });
    fc.assert(fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (given) => {
      const answer = Object.fromEntries(given.map((word, index) => [words[index], word]));
      expect(markResponse(spec, { answer }).marks?.toString()).toBe(String(given.length));
    }));
  });
});

describe('matching', () => {
  const spec: MarkingSpec = { kind: 'matching', marks: '3', pairs: { 甲: '1', 乙: '2', 丙: '2' }, rights: ['1', '2', '3'] };

  it.each<[Record<string, string>, string, string, string[]]>([
    [{ 甲: '1', 乙: '2', 丙: '2' }, 'right', '3', ['甲', '乙', '丙']],
    [{ 甲: '1', 乙: '3' }, 'partial', '1', ['甲']],
    [{ 甲: '3' }, 'wrong', '0', []],
    [{ 甲: '3', 乙: '2', 丙: '2' }, 'partial', '2', ['乙', '丙']],
  ])('marks %j as %s, %s', (answer, state, marks, matched) => {
    const result = markResponse(spec, { answer });
    expect([result.state, result.marks?.toString(), result.why.matched, result.why.rule]).toEqual([state, marks, matched, 'matching']);
  });

  it('explains every pair', () => {
    expect(markResponse(spec, { answer: { 甲: '1', 乙: '3' } }).why).toMatchObject({
      given: ['1', '3', ''],
      parts: [
        { id: '甲', state: 'right', fraction: '1', given: '1', matched: '1' },
        { id: '乙', state: 'wrong', fraction: '0', given: '3', matched: null },
        { id: '丙', state: 'not-answered', fraction: '0', given: null, matched: null },
      ],
    });
  });

  it('can ask for all or nothing', () => {
    const strict = { ...spec, allOrNothing: true } as MarkingSpec;
    expect(markResponse(strict, { answer: { 甲: '1', 乙: '2' } })).toMatchObject({ state: 'wrong', why: { rule: 'all-or-nothing' } });
    expect(markResponse(strict, { answer: { 甲: '1', 乙: '2', 丙: '2' } }).state).toBe('right');
  });

  it('offers the right sides of the pairs when no others are named', () => {
    const plain: MarkingSpec = { kind: 'matching', marks: '1', pairs: { a: 'x' } };
    expect(markResponse(plain, { answer: { a: 'x' } }).state).toBe('right');
    expect(() => markResponse(plain, { answer: { a: 'y' } })).toThrow('response.answer.a: unknown_right');
  });

  it.each<[Answer]>([[null], [undefined], [{}], [{ 甲: '' }], [{ 甲: null }]])('takes %p as not answered', (answer) => expect(markResponse(spec, { answer }).state).toBe('not-answered'));

  it.each<[object, Answer, string]>([
    [{ pairs: {} }, {}, 'spec.pairs: empty'], [{ pairs: undefined }, {}, 'spec.pairs: empty'], [{ pairs: { a: '9' } }, {}, 'spec.pairs.a: unknown_right'],
    [{}, 'x', 'response.answer: not_a_map'], [{}, ['x'], 'response.answer: not_a_map'], [{}, { 丁: '1' }, 'response.answer: unknown_left'], [{}, { 甲: '9' }, 'response.answer.甲: unknown_right'],
  ])('refuses %j with %j', (change, answer, message) => expect(() => markResponse({ ...spec, ...change } as MarkingSpec, { answer })).toThrow(message));
});

describe('ordering', () => {
  const spec = (rule: 'exact' | 'adjacent-pairs'): MarkingSpec => ({ kind: 'ordering', marks: '3', order: ['a', 'b', 'c', 'd'], rule });

  it.each<['exact' | 'adjacent-pairs', string[], string]>([
    ['exact', ['a', 'b', 'c', 'd'], '3'], ['exact', ['b', 'a', 'c', 'd'], '0'], ['exact', ['a', 'b', 'c'], '0'],
    ['adjacent-pairs', ['a', 'b', 'c', 'd'], '3'], ['adjacent-pairs', ['b', 'c', 'd', 'a'], '2'], ['adjacent-pairs', ['d', 'c', 'b', 'a'], '0'],
    ['adjacent-pairs', ['c', 'd', 'a', 'b'], '2'], ['adjacent-pairs', ['a', 'c', 'b', 'd'], '0'], ['adjacent-pairs', ['c', 'd'], '1'], ['adjacent-pairs', ['a'], '0'],
  ])('by %s gives %j %s', (rule, answer, marks) => {
    const result = markResponse(spec(rule), { answer });
    expect([result.marks?.toString(), result.why.rule, result.why.given]).toEqual([marks, rule, answer]);
  });

  it('says which items follow their predecessor', () => expect(markResponse(spec('adjacent-pairs'), { answer: ['b', 'c', 'd', 'a'] }).why.matched).toEqual(['c', 'd']));

  it.each<[Answer]>([[null], [undefined], [[]]])('takes %p as not answered', (answer) => expect(markResponse(spec('exact'), { answer }).state).toBe('not-answered'));

  it.each<[object, Answer, string]>([
    [{ order: ['a'] }, ['a'], 'spec.order: too_short'], [{ order: ['a', 'a'] }, ['a'], 'spec.order: duplicate'], [{ rule: 'kendall' }, ['a'], 'spec.rule: unknown_value'],
    [{}, 'abcd', 'response.answer: not_a_list'], [{}, ['z'], 'response.answer: unknown_item'], [{}, ['a', 'a'], 'response.answer: duplicate'],
  ])('refuses %j with %j', (change, answer, message) => expect(() => markResponse({ ...spec('exact'), ...change } as MarkingSpec, { answer })).toThrow(message));

  it('gives 1 to the key alone', () => {
    fc.assert(fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }), (answer) => {
      const whole = answer.join('') === 'abcd';
      for (const rule of ['exact', 'adjacent-pairs'] as const) expect(markResponse(spec(rule), { answer }).fraction?.eq(1)).toBe(whole);
    }));
  });
});

describe('a composite question', () => {
  const spec: MarkingSpec = {
    kind: 'composite', marks: '10', parts: [
      { id: 'p1', spec: { kind: 'single', marks: '2', options: ['A', 'B'], correct: ['A'] } },
      { id: 'p2', spec: { kind: 'numeric', marks: '3', accepted: [{ value: '7' }] } },
      { id: 'p3', spec: { kind: 'essay', marks: '5' } },
    ],
  };
  const closed: MarkingSpec = { ...spec, marks: '5', parts: spec.parts.slice(0, 2) };

  it.each<[Record<string, { answer: Answer }>, string, string | undefined]>([
    [{ p1: { answer: 'A' }, p2: { answer: '7' } }, 'right', '5'], [{ p1: { answer: 'A' } }, 'partial', '2'], [{ p1: { answer: 'B' } }, 'wrong', '0'],
    [{ p1: { answer: 'B' }, p2: { answer: '7' } }, 'partial', '3'], [{}, 'not-answered', '0'],
  ])('sums its parts: %j is %s, %s', (answer, state, marks) => {
    const result = markResponse(closed, { answer });
    expect([result.state, result.marks?.toString()]).toEqual([state, marks]);
    expect(result.fraction?.mul(5).eq(result.marks ?? -1)).toBe(true);
  });

  it('needs a person while a part does', () => {
    const result = markResponse(spec, { answer: { p1: { answer: 'A' }, p3: { answer: 'Once upon a time' } } });
    expect(result).toMatchObject({ state: 'needs-person', marks: null, fraction: null });
    expect(result.parts?.p1.marks?.toString()).toBe('2');
    expect(result.why).toMatchObject({ rule: 'composite', parts: [{ id: 'p1', state: 'right', fraction: '1' }, { id: 'p2', state: 'not-answered', fraction: '0' }, { id: 'p3', state: 'needs-person', fraction: '' }] });
  });

  it('is partial when a part is', () => {
    const graded: MarkingSpec = { kind: 'composite', marks: '2', parts: [{ id: 'p', spec: { kind: 'matching', marks: '2', pairs: { a: '1', b: '2' } } }] };
    expect(markResponse(graded, { answer: { p: { answer: { a: '1' } } } }).state).toBe('partial');
  });

  it('is worth nothing when its parts are', () => {
    const free: MarkingSpec = { kind: 'composite', marks: '0', parts: [{ id: 'p', spec: { kind: 'true-false', marks: '0', correct: true } }] };
    expect(markResponse(free, { answer: { p: { answer: true } } }).fraction?.toString()).toBe('0');
  });

  it.each<[object, Answer, string]>([
    [{ parts: [] }, {}, 'spec.parts: empty'], [{ parts: [closed.parts[0], closed.parts[0]] }, {}, 'spec.parts: duplicate'], [{ marks: '6' }, {}, 'spec.marks: not_the_sum_of_parts'],
    [{ wrong: '-1' }, {}, 'spec.wrong: belongs_to_parts'], [{ certainty: true }, {}, 'spec.certainty: belongs_to_parts'], [{ penaltyPerTry: '0.1' }, {}, 'spec.penaltyPerTry: belongs_to_parts'],
    [{}, 'x', 'response.answer: not_a_map'], [{}, ['x'], 'response.answer: not_a_map'], [{}, { p9: { answer: '1' } }, 'response.answer: unknown_part'], [{}, { p1: 'A' }, 'response.answer.p1: not_a_response'],
  ])('refuses %j with %j', (change, answer, message) => expect(() => markResponse({ ...closed, ...change } as MarkingSpec, { answer })).toThrow(message));
});

describe('what a person marks', () => {
  it.each<['essay' | 'file', Answer, string]>([
    ['essay', 'text', 'needs-person'], ['file', ['id'], 'needs-person'], ['file', { id: '1' }, 'needs-person'], ['essay', true, 'needs-person'],
    ['essay', ' ', 'not-answered'], ['essay', null, 'not-answered'], ['essay', undefined, 'not-answered'], ['file', [], 'not-answered'], ['file', {}, 'not-answered'],
  ])('%s %j is %s', (kind, answer, state) => {
    const result = markResponse({ kind, marks: '20' }, { answer });
    expect([result.state, result.marks?.toString() ?? null, result.maxMarks.toString(), result.why.rule]).toEqual([state, state === 'needs-person' ? null : '0', '20', kind]);
    expect(result.fraction?.toString() ?? null).toBe(state === 'needs-person' ? null : '0');
  });
});
