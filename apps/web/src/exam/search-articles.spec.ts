import { describe, expect, it } from '@jest/globals';
import type { ReferenceView } from '#lib/contracts';
import { partText, searchArticles, searchTerms } from './search-articles.js';

const reference = {
  id: 'r1',
  articleList: [
    { id: 'a17', ordinal: 17, chapter: '第三章', label: '第十七条', text: '现场记录应当自到达现场时开始，全程不得间断。' },
    { id: 'a18', ordinal: 18, chapter: '第三章', label: '第十八条', text: '因客观原因记录中断的，应当在恢复记录时口述中断的起止时间和原因。' },
  ],
} as unknown as ReferenceView;

describe('the search in references', () => {
  it('finds articles in which every word occurs', () => {
    expect(searchArticles([reference], '记录 中断').map(({ article, matches }) => [article.id, matches])).toEqual([['a18', 4]]);
    expect(searchArticles([reference], '第十七条').map(({ article }) => article.id)).toEqual(['a17']);
    expect(searchArticles([reference], '  ')).toEqual([]);
  });

  it('folds width and case', () => {
    expect(searchTerms(' ＡＢＣ　Def ')).toEqual(['abc', 'def']);
  });

  it('marks what matches and loses no letter', () => {
    const parts = partText('因记录中断的，恢复记录', ['记录', '中断', '记录中断']);
    expect(parts.map(({ text }) => text).join('')).toBe('因记录中断的，恢复记录');
    expect(parts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['记录中断', '记录']);
    expect(partText('…ＡＢＣ㎡记录', ['abc', '记录']).filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['ＡＢＣ', '记录']);
  });
});
