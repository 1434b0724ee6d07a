import { plainToHtml } from './rich-text.js';

const rawMark = '[html]';
const formula = /\$\$(?=\S)([^$]+?)(?<=\S)\$\$|\$(?=[^\s$])([^$\n]*?)(?<=[^\s$])\$(?!\d)/g;
const spoken: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The HTML of a text as people write it in a cell or a page: line ends are kept, `$…$` is a formula in the line and `$$…$$` one by
 * itself (an amount such as $5 is none), and a text that begins with `[html]` is HTML already; it is sanitised where it is stored.
 */
export function cellToHtml(cell: string): string {
  const text = cell.trim();
  if (text.startsWith(rawMark)) return text.slice(rawMark.length).trim();
  if (!text.includes('$')) return plainToHtml(text);
  return withFormulas(text.replace(lineEnd, '$1'));
}

/** LaTeX users end a line by a double backslash. */
const lineEnd = /[ \t]*\\\\[ \t]*(\n|$)/g;

function withFormulas(text: string): string {
  let html = '';
  let from = 0;
  for (const found of text.matchAll(formula)) {
    html += encode(text.slice(from, found.index)) + formulaHtml(found[1], found[2]);
    from = found.index + found[0].length;
  }
  return html + encode(text.slice(from));
}

/** A cell that `cellToHtml` reads as exactly this HTML: plain where plain text can say it, else marked `[html]`. */
export function htmlToCell(html: string): string {
  const text = html
    .replace(/<span data-formula="([^"]*)"><\/span>/g, (_, tex: string) => `$${tex}$`)
    .replace(/<div data-formula="([^"]*)"><\/div>/g, (_, tex: string) => `$$${tex}$$`)
    .replace(/<br( \/)?>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => spoken[name]);
  return cellToHtml(text) === html.replace(/<br \/>/g, '<br>') ? text : rawMark + html;
}

function formulaHtml(block: string | undefined, inline: string): string {
  return block === undefined ? `<span data-formula="${encode(inline)}"></span>` : `<div data-formula="${encode(block.trim())}"></div>`;
}

/** Like plainToHtml, but the white space between a text and a formula counts. */
function encode(text: string): string {
  return plainToHtml(`|${text}|`).slice(1, -1);
}

const risky = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what could be one. */
export function guardCell(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** What was guarded, as it was. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && risky.test(text.slice(1)) ? text.slice(1) : text;
}
