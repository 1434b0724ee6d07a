import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { markResponse, normaliseText, type AcceptedText, type Answer, type MarkingSpec, type TextNormalisation } from '../index.js';

const spec = (accepted: (AcceptedText | string)[], normalise?: TextNormalisation): MarkingSpec => ({
  kind: 'short', marks: '2', accepted: accepted.map((text) => (typeof text === 'string' ? { text } : text)), ...(normalise ? { normalise } : {}),
});

describe('normaliseText', () => {
  it.each<[string, TextNormalisation | undefined, string]>([
    ['ＡＢＣ１２３', undefined, 'abc123'], ['  a \t b\n', undefined, 'a b'], ['a　b', undefined, 'a b'], ['a b', { whitespace: 'remove' }, 'ab'],
    ['你好，世界。', undefined, '你好,世界.'], ['“引号”‘单’', undefined, '"引号"\'单\''], ['【甲】「乙」', undefined, '[甲]"乙"'], ['甲、乙', undefined, '甲,乙'], ['a—b–c−d', undefined, 'a-b-c-d'],
    ['《刑法》第3条', { ignorePunctuation: true }, '刑法第3条'], ['a.b,c$', { ignorePunctuation: true }, 'abc'], ['Abc', { caseSensitive: true }, 'Abc'], ['ABC', undefined, 'abc'],
    ['a\u200Bb\uFEFF', undefined, 'ab'], ['ｶﾞ', undefined, 'ガ'], ['plain', undefined, 'plain'], ['', undefined, ''], ['阿·Q', undefined, '阿·q'], ['阿•Q', undefined, '阿·q'],
  ])('writes %j with %j as %j', (text, settings, expected) => expect(normaliseText(text, settings)).toBe(expected));

  it('settles combining marks that a removed symbol had kept apart', () => {
    const once = normaliseText('\u1FED\u{1D15F}', { ignorePunctuation: true });
    expect(normaliseText(once, { ignorePunctuation: true })).toBe(once);
  });

  it('changes nothing the second time', () => {
    const settings = fc.record({ caseSensitive: fc.boolean(), whitespace: fc.constantFrom('collapse', 'remove'), ignorePunctuation: fc.boolean() }) as fc.Arbitrary<TextNormalisation>;
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), settings, (text, rule) => {
      const once = normaliseText(text, rule);
      expect(normaliseText(once, rule)).toBe(once);
    }));
  });
});

describe('a short answer', () => {
  it.each<[(AcceptedText | string)[], TextNormalisation | undefined, string[], string[]]>([
    [['Beijing', '北京'], undefined, ['beijing', ' BEIJING ', 'Ｂｅｉｊｉｎｇ', '北京'], ['Bei jing', '北京市']],
    [['New York'], { whitespace: 'remove' }, ['newyork', 'NEW  YORK'], ['new-york']],
    [['NaCl'], { caseSensitive: true }, ['NaCl', 'ＮａＣｌ'], ['nacl']],
    [['第三条'], { ignorePunctuation: true }, ['第三条', '“第三条”。'], ['第3条']],
    [[{ match: 'wildcard', text: '*公安*' }], undefined, ['公安', '人民公安局', '公安局'], ['公 安', '安公']],
    [[{ match: 'wildcard', text: 'a*c' }], undefined, ['ac', 'abc', 'A b C'], ['abcd', 'xac', 'a', 'c']],
    [[{ match: 'wildcard', text: 'ab*ba' }], undefined, ['abba', 'ab ba'], ['aba']],
    [[{ match: 'wildcard', text: 'a*b*c' }], undefined, ['abc', 'a1b2c'], ['acb', 'ac']],
    [[{ match: 'wildcard', text: 'a*bc*c' }], undefined, ['abcc', 'axbcyc'], ['abc']],
    [[{ match: 'wildcard', text: 'a * c' }], undefined, ['a b c', 'a  x  c'], ['abc']],
    [[{ match: 'wildcard', text: 'a*，b' }], { ignorePunctuation: true }, ['ab', 'a-x-b'], ['ba']],
    [[{ match: 'wildcard', text: '甲＊丙' }], undefined, ['甲乙丙'], ['甲乙']],
    [[{ match: 'wildcard', text: '无星' }], undefined, ['无星'], ['无星星']],
    [[{ match: 'pattern', text: '(20)?25年' }], undefined, ['25年', '2025年'], ['1925年', '2025年度']],
    [[{ match: 'pattern', text: 'colou?r' }], undefined, ['color', 'COLOUR'], ['colr']],
    [[{ match: 'pattern', text: 'Ab' }], { caseSensitive: true }, ['Ab'], ['ab', 'AB']],
  ])('with %j (%j) takes %j, not %j', (accepted, normalise, right, wrong) => {
    for (const answer of right) expect([answer, markResponse(spec(accepted, normalise), { answer }).state]).toEqual([answer, 'right']);
    for (const answer of wrong) expect([answer, markResponse(spec(accepted, normalise), { answer }).state]).toEqual([answer, 'wrong']);
  });

  it('lets the first that matches decide, and says which', () => {
    const graded = spec([{ text: '北京', fraction: '1' }, { match: 'wildcard', text: '北*', fraction: '0.5' }]);
    expect(markResponse(graded, { answer: '北京' })).toMatchObject({ state: 'right', why: { rule: 'text', given: '北京', matched: '北京' } });
    expect(markResponse(graded, { answer: '北平' })).toMatchObject({ state: 'partial', why: { given: '北平', matched: '北*' } });
    expect(markResponse(graded, { answer: '北平' }).marks?.toString()).toBe('1');
    expect(markResponse(graded, { answer: 'Nanjing' })).toMatchObject({ state: 'wrong', why: { given: 'nanjing', matched: null } });
  });

  it.each<[Answer]>([[''], [' \n'], [null], [undefined]])('takes %p as not answered', (answer) => expect(markResponse(spec(['a']), { answer }).state).toBe('not-answered'));

  it('runs a pattern that would hang a backtracking engine in a blink', () => {
    const evil = spec([{ match: 'pattern', text: '(a+)+$' }]);
    const start = Date.now();
    expect(markResponse(evil, { answer: `${'a'.repeat(5000)}b` }).state).toBe('wrong');
    expect(Date.now() - start).toBeLessThan(2000);
  });

  it.each<[object, Answer, string]>([
    [{ accepted: [] }, 'a', 'spec.accepted: empty'],
    [{ accepted: [{ text: ' ' }] }, 'a', 'spec.accepted.0.text: empty'],
    [{ accepted: [{ text: 'a', match: 'fuzzy' }] }, 'a', 'spec.accepted.0.match: unknown_value'],
    [{ accepted: [{ text: 'a', fraction: '1.1' }] }, 'a', 'spec.accepted.0.fraction: out_of_range'],
    [{ accepted: [{ text: 'a' }, { text: '(', match: 'pattern' }] }, 'a', 'spec.accepted.1.text: bad_pattern'],
    [{ accepted: [{ text: '(?=a)b', match: 'pattern' }] }, 'a', 'spec.accepted.0.text: bad_pattern'],
    [{ normalise: { whitespace: 'keep' } }, 'a', 'spec.normalise.whitespace: unknown_value'],
    [{}, 5 as never, 'response.answer: not_a_text'],
    [{}, 'x'.repeat(20_001), 'response.answer: too_long'],
  ])('refuses %j with %p', (change, answer, message) => {
    expect(() => markResponse({ ...spec(['a']), ...change } as MarkingSpec, { answer })).toThrow(message);
  });

  it('reads 20,000 characters', () => expect(markResponse(spec(['a']), { answer: 'x'.repeat(20_000) }).state).toBe('wrong'));

  it('finds any text that a star was put into', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
      fc.pre(text.trim() !== '');
      const clean = normaliseText(text);
      const at = from % (clean.length + 1);
      const pattern = `${clean.slice(0, at)}*${clean.slice(at + length % (clean.length - at + 1))}`;
      expect(markResponse(spec([{ match: 'wildcard', text: pattern }]), { answer: text }).state).toBe('right');
    }));
  });
});
