import { describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { fc } from '../../../test/property.js';
import { assetsOf, htmlToPlain, plainToHtml, sanitizeHtml } from './rich-text.js';

const id = newId();

describe('rich text', () => {
  it.each([
    // Nothing that runs, loads or leads away.
    ['<script>alert(1)</script>甲', '甲'], ['<p onclick="x()">甲</p>', '<p>甲</p>'], ['<a href="javascript:x">甲</a>', '甲'], ['<img src=x onerror=y>甲', '甲'], ['<td colspan="2" style="x">甲</td>', '<td colspan="2">甲</td>'],
    ['<svg><g onload=x></svg>', ''], ['甲 &lt;b&gt;', '甲 &lt;b&gt;'], ['<style>p{}</style>甲', '甲'], ['<iframe src="//x"></iframe>甲', '甲'], ['<math><mi xlink:href="javascript:x">甲</mi></math>', '甲'],
    ['<p style="background:url(//x)" class="a" id="b">甲</p>', '<p>甲</p>'], ['<form><input value="x"><button>甲</button></form>', '甲'], ['<scr<script>ipt>alert(1)</scr</script>ipt>', expect.not.stringContaining('<script')],
    // Files by their id alone.
    [`<img data-asset="${id}" alt='"><script>' width="30" src="//x" onload="y">`, `<img data-asset="${id}" alt="&quot;&gt;&lt;script&gt;" width="30" />`], [`<img data-asset="${id.toUpperCase()}">`, `<img data-asset="${id}" alt="" />`],
    ['<img data-asset="../x" alt="甲">', ''], [`<img data-asset="${id}" width="30em">`, `<img data-asset="${id}" alt="" />`], [`<audio data-asset="${id}" src="//x" autoplay></audio>`, `<audio data-asset="${id}"></audio>`],
    [`<video data-asset="${id}" poster="//x"><source src="//x">甲</video>`, `<video data-asset="${id}">甲</video>`], ['<video src="//x">甲</video>', '甲'],
    // Formulas hold LaTeX and nothing else.
    ['<span data-formula="x^2" onclick="y">旧</span>', '<span data-formula="x^2"></span>旧'], ['<div data-formula="\\frac{a}{b}"></div>', '<div data-formula="\\frac{a}{b}"></div>'],
    ['<span data-formula=\'a"&lt;b\'></span>', '<span data-formula="a&quot;&lt;b"></span>'], ['<span>甲</span><div>乙</div>', '甲乙'], [`<span data-formula="${'x'.repeat(2001)}">甲</span>`, '甲'], ['<span data-formula=" ">甲</span>', '甲'],
    ['<x-inline-formula data-formula="x" />甲', '甲'], ['<h3>甲</h3><h1>乙</h1>', '<h3>甲</h3>乙'],
  ])('keeps of %s only %s', (html, safe) => expect(sanitizeHtml(html)).toEqual(safe));

  const piece = fc.oneof(fc.string(), fc.constantFrom(
    '<p>', '</p>', '<b', '<div data-formula="x&quot;">', '</div>', '<span data-formula=\'a<b\'>', '</span>', `<img data-asset="${id}" alt="a>b">`, '<img src=x onerror=alert(1)>', '<table><tr><td colspan=2>', '</table>', '<script>', '</script>',
    '<svg>', '<style>', '<!--', '-->', '&lt;', '&amp;', '&', '"', '>', '<', '<textarea>', '<noscript>', '<title>', '[[a]]', '<x-block-formula data-formula="y">', '<ul><li>', '<br>'));

  it('is cleaned once for all, and never holds a handler, a script or an address', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = sanitizeHtml(pieces.join(''));
      expect(sanitizeHtml(once)).toBe(once);
      const tags = once.match(/<[a-z][^>]*>/gi) ?? [];
      for (const tag of tags) expect(tag).not.toMatch(/\son\w+=|\ssrc=|\shref=|\sstyle=|^<(script|svg|style|iframe|textarea|noscript|x-)/i);
    }));
  });

  it('shows plain text as it was and reads it back', () => {
    const text = `a < b & c > "d" 'e'`;
    expect(htmlToPlain(plainToHtml(text))).toBe(text);
    expect(plainToHtml(' 一\r\n二 ')).toBe('一<br>二');
    expect(htmlToPlain('一<br>二<p>三</p>')).toBe('一 二 三');
  });

  it('reads of a formula its LaTeX and of a picture its description', () => {
    expect(htmlToPlain(sanitizeHtml(`面积<span data-formula="\\pi r^2 &lt; 3"></span>见<img data-asset="${id}" alt="图一">`))).toBe('面积 \\pi r^2 < 3 见 图一');
    expect(assetsOf(`<img data-asset="${id}" alt="" /><b>data-asset="x"</b>`)).toEqual([id]);
  });
});
