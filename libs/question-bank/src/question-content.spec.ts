import { describe, expect, it } from '@jest/globals';
import { contentHash, excerptOf, htmlToPlain, plainTextOf, plainToHtml, sanitizeContent, sanitizeHtml } from './question-content.js';

const content = { schemaVersion: 1 as const, kind: 'single' as const, html: '甲<b>乙</b>', options: [{ id: 'A', html: '一' }, { id: 'B', html: '二' }] };

describe('rich text', () => {
  it.each([
    ['<script>alert(1)</script>甲', '甲'], ['<p onclick="x()">甲</p>', '<p>甲</p>'], ['<a href="javascript:x">甲</a>', '甲'], ['<img src=x onerror=y>甲', '甲'], ['<td colspan="2" style="x">甲</td>', '<td colspan="2">甲</td>'],
    ['<svg><g onload=x></svg>', ''], ['甲 &lt;b&gt;', '甲 &lt;b&gt;'],
  ])('keeps of %s only %s', (html, safe) => expect(sanitizeHtml(html)).toBe(safe));

  it('cleans the stem and every option', () => {
    expect(sanitizeContent({ ...content, html: '<i>甲</i><iframe>', options: [{ id: 'A', html: '<u>一</u><object>' }] })).toMatchObject({ html: '<i>甲</i>', options: [{ html: '<u>一</u>' }] });
  });

  it('shows plain text as it was and reads it back', () => {
    const text = `a < b & c > "d" 'e'`;
    expect(htmlToPlain(plainToHtml(text))).toBe(text);
    expect(plainToHtml(' 一\r\n二 ')).toBe('一<br>二');
    expect(htmlToPlain('一<br>二<p>三</p>')).toBe('一 二 三');
  });

  it('cuts an excerpt between characters', () => expect(excerptOf({ ...content, html: '𠮷'.repeat(5) }, 3)).toBe('𠮷𠮷𠮷…'));

  it('searches stem and options', () => expect(plainTextOf(content)).toBe('甲乙\n一\n二'));
});

describe('the content hash', () => {
  it('does not see spacing, width, case or punctuation', () => {
    expect(contentHash({ ...content, html: ' 甲，乙。' })).toEqual(contentHash(content));
  });

  it.each([{ html: '丙' }, { kind: 'multiple' as const }, { options: content.options.slice(1) }])('sees another question (%#)', (change) => {
    expect(contentHash({ ...content, ...change })).not.toEqual(contentHash(content));
  });
});
