import { describe, expect, it } from '@jest/globals';
import { joinBrokenLines } from './join-lines.js';
import { parseReference } from './parse-reference.js';

describe('putting together what a page broke', () => {
  it('joins lines of a paragraph and keeps articles, items and headings apart', () => {
    const page = '训练管理办法\n第一章 总则\n第一条 为了规范训练，保证\n安全，制定本办法。\n- 1 -\n第二条 有下列情形之一的，依照\n第十条规定处理：\n（一）迟到；\n（二）早\n退。\n第 2 页 共 9 页\n第二章 附则\n第三条 自公布之日起施行。';
    expect(parseReference(joinBrokenLines(page))).toEqual([
      { chapter: '第一章 总则', label: '第一条', text: '为了规范训练，保证安全，制定本办法。' },
      { chapter: '第一章 总则', label: '第二条', text: '有下列情形之一的，依照第十条规定处理：\n（一）迟到；\n（二）早退。' },
      { chapter: '第二章 附则', label: '第三条', text: '自公布之日起施行。' },
    ]);
  });

  it('takes gaps out of set Chinese, but not those behind numbers of articles and chapters', () => {
    expect(joinBrokenLines('第一章 总 则\n第一条 为 了规范')).toBe('第一章 总则\n第一条 为了规范');
    expect(joinBrokenLines('第⼀条 执⾏。')).toBe('第一条 执行。');
    expect(joinBrokenLines('see Rule\nbook 2')).toBe('see Rule book 2');
  });

  it('reads articles without a gap where none has one', () => {
    expect(parseReference(joinBrokenLines('第一条为了规\n范。\n第二条为了安全。')).map(({ label, text }) => [label, text])).toEqual([['第一条', '为了规范。'], ['第二条', '为了安全。']]);
  });
});
