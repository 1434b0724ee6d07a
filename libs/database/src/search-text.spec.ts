import { describe, expect, it } from '@jest/globals';
import { bigrams, searchText } from './search-text.js';

describe('searchText', () => {
  it.each([['  现场 记录，管理！', '现场记录管理'], ['ＡＢＣ１２', 'abc12'], ['第（一）条', '第一条'], ['', '']])('%j reads %j', (text, expected) => {
    expect(searchText(text)).toBe(expected);
  });
});

describe('bigrams', () => {
  it('are the distinct pairs of neighbours', () => {
    expect(bigrams('现场现场记录')).toEqual(['现场', '场现', '场记', '记录']);
    expect(bigrams('法')).toEqual(['法']);
    expect(bigrams('，')).toEqual([]);
  });

  it('hold every pair of any part of the text, so that containment finds substrings', () => {
    const whole = new Set(bigrams('行政机关公务员处分条例'));
    expect(bigrams('公务员处分').every((pair) => whole.has(pair))).toBe(true);
  });
});
