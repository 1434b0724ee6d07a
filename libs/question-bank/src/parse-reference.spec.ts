import { describe, expect, it } from '@jest/globals';
import { parseReference } from './parse-reference.js';

describe('reading a regulation', () => {
  it('finds chapters and articles in Markdown', () => {
    const text = '# 训练管理办法\n\n2026年1月1日施行\n\n## 第一章 总则\n\n第一条 为了规范训练，制定本办法。\n\n本办法适用于各单位。\n\n**第二条**　训练应当安全。\n<!-- 注 -->\n## 第二章　组织\n### 第一节 计划\n第三条 每年制定计划：\n\n（一）年度计划；\n\n（二）月度计划。\n';
    expect(parseReference(text)).toEqual([
      { chapter: '第一章 总则', label: '第一条', text: '为了规范训练，制定本办法。\n本办法适用于各单位。' },
      { chapter: '第一章 总则', label: '第二条', text: '训练应当安全。' },
      { chapter: '第二章 组织 · 第一节 计划', label: '第三条', text: '每年制定计划：\n（一）年度计划；\n（二）月度计划。' },
    ]);
  });

  it('reads plain text, numbers in digits and inserted articles', () => {
    expect(parseReference('第12条：甲\r\n第 十二 条之一 乙\r\n')).toEqual([{ chapter: null, label: '第12条', text: '甲' }, { chapter: null, label: '第十二条之一', text: '乙' }]);
  });

  it('begins a new part with no chapter and a new chapter with no section', () => {
    expect(parseReference('第一编 总\n第一章 甲\n第一节 子\n第一条 一\n第二章 乙\n第二条 二\n第二编 分\n第三条 三').map(({ chapter }) => chapter)).toEqual(['第一编 总 · 第一章 甲 · 第一节 子', '第一编 总 · 第二章 乙', '第二编 分']);
  });

  it('finds nothing where there is no article', () => expect(parseReference('只是一段话，提到第三条。\n## 第一章 空')).toEqual([]));
});
