import { describe, expect, it } from '@jest/globals';
import { bigrams } from '#lib/database';
import { fc } from '../../../test/property.js';
import { bandsOf, jaccard, similarFrom } from './similar-text.js';

const shareBand = (a: string, b: string): boolean => {
  const bands = new Set(bandsOf(a));
  return bandsOf(b).some((band) => bands.has(band));
};
const letters = '训练考核竞赛安全记录现场处置规定条例人员单位检查报告责任制度管理教育执法'.split('');
const text = fc.array(fc.constantFrom(...letters), { minLength: 20, maxLength: 80 }).map((parts) => parts.join(''));

describe('near-duplicates', () => {
  it('have the same bands when they read the same, whatever their spacing, width and punctuation', () => {
    expect(bandsOf('每周 一练，每月ＡＢ一比。')).toEqual(bandsOf('每周一练每月ab一比'));
    expect(bandsOf(' ，。')).toEqual([]);
    expect(bandsOf('每周一练')).toHaveLength(12);
    for (const band of bandsOf('每周一练')) expect(band).toBe(band | 0);
  });

  it('keep their stored bands: other numbers would find nothing of what is stored', () => {
    expect(bandsOf('公务员应当依法履职').slice(0, 3)).toEqual([2085322436, 155670735, 1608567444]);
  });

  it('measure the share of common pairs', () => {
    expect(jaccard(['a', 'b'], ['b', 'c'])).toBeCloseTo(1 / 3);
    expect(jaccard([], [])).toBe(0);
    expect(jaccard(['a'], ['a', 'a'])).toBe(1);
  });

  it('are found nearly always from the threshold on, and seldom far below it', () => {
    let near = 0;
    let missed = 0;
    let far = 0;
    let wrong = 0;
    fc.assert(fc.property(text, text, fc.nat({ max: 79 }), fc.constantFrom(...letters), (one, other, at, letter) => {
      const changed = `${one.slice(0, at % one.length)}${letter}${one.slice((at % one.length) + 1)}`;
      if (jaccard(bigrams(one), bigrams(changed)) >= similarFrom) {
        near += 1;
        if (!shareBand(one, changed)) missed += 1;
      }
      if (jaccard(bigrams(one), bigrams(other)) < 0.2) {
        far += 1;
        if (shareBand(one, other)) wrong += 1;
      }
    }), { numRuns: 400, seed: 8 });
    expect(near).toBeGreaterThan(200);
    expect(missed / near).toBeLessThan(0.02);
    expect(wrong / far).toBeLessThan(0.02);
  });
});
