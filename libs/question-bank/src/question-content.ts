import type { QuestionContent, RichItem, SimpleContent } from '#lib/contracts';
import { searchText } from '#lib/database';
import { sha256Bytes } from '#lib/kernel';
import { assetsOf, htmlToPlain, sanitizeHtml } from './rich-text.js';

export { htmlToPlain, plainToHtml, sanitizeHtml } from './rich-text.js';

/** Every text of the content made safe; ids are never HTML. Only the fields that its kind has are kept. */
export function sanitizeContent<C extends QuestionContent>(content: C): C {
  return cleaned(content) as C;
}

function cleaned(content: QuestionContent): QuestionContent {
  const { kind } = content;
  const html = sanitizeHtml(content.html);
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true_false':
      return { schemaVersion: 1, kind, html, options: content.options.map(({ keepLast, ...option }) => ({ ...cleanItem(option), ...(keepLast ? { keepLast } : {}) })) } as QuestionContent;
    case 'gap_fill': return { schemaVersion: 1, kind, html, gaps: content.gaps.map(({ id, type, width }) => ({ id, type, ...(width === undefined ? {} : { width }) })) };
    case 'cloze': return { schemaVersion: 1, kind, html, gaps: content.gaps.map(({ id, options }) => ({ id, options: options.map(cleanItem) })) };
    case 'numeric': return { schemaVersion: 1, kind, html, ...(content.units ? { units: content.units } : {}) };
    case 'short': return { schemaVersion: 1, kind, html, ...(content.maxLength === undefined ? {} : { maxLength: content.maxLength }) };
    case 'matching': return { schemaVersion: 1, kind, html, lefts: content.lefts.map(cleanItem), rights: content.rights.map(cleanItem) };
    case 'ordering': return { schemaVersion: 1, kind, html, items: content.items.map(cleanItem) };
    case 'essay': return { schemaVersion: 1, kind, html, minLength: content.minLength ?? null, maxLength: content.maxLength ?? null };
    case 'file': return { schemaVersion: 1, kind, html, accept: content.accept, maxFiles: content.maxFiles, maxBytes: content.maxBytes };
    case 'composite':
      return { schemaVersion: 1, kind, html, parts: content.parts.map(({ id, marks, scoring, content: part }) => ({ id, marks, ...(scoring ? { scoring } : {}), content: cleaned(part) as SimpleContent })) };
  }
}

function cleanItem({ id, html }: RichItem): RichItem {
  return { id, html: sanitizeHtml(html) };
}

/** The HTML of every list that a question has beside its stem: options, choices of gaps, sides, items, parts. */
function htmlBesideStem(content: QuestionContent): string[] {
  const texts = (items: readonly RichItem[]): string[] => items.map(({ html }) => html);
  switch (content.kind) {
    case 'single':
    case 'multiple':
    case 'true_false': return texts(content.options);
    case 'cloze': return content.gaps.flatMap(({ options }) => texts(options));
    case 'matching': return [...texts(content.lefts), ...texts(content.rights)];
    case 'ordering': return texts(content.items);
    case 'composite': return content.parts.flatMap(({ content: part }) => [part.html, ...htmlBesideStem(part)]);
    default: return [];
  }
}

/** The pictures, sounds and films that a content shows: asset ids, each once. */
export function assetsOfContent(content: QuestionContent): string[] {
  return [...new Set([content.html, ...htmlBesideStem(content)].flatMap(assetsOf))];
}

/** The whole text that is searched: the stem, the options of every kind, the parts. */
export function plainTextOf(content: QuestionContent): string {
  return [content.html, ...htmlBesideStem(content)].map(plainWithGaps).join('\n');
}

/** The beginning of the stem, for lists. */
export function excerptOf(content: QuestionContent, length = 120): string {
  const text = [...plainWithGaps(content.html)];
  return text.length > length ? `${text.slice(0, length).join('')}…` : text.join('');
}

function plainWithGaps(html: string): string {
  return htmlToPlain(html).replace(/\[\[[\w-]{1,32}\]\]/g, '____');
}

/** Two questions that read and show the same have the same hash, whatever their spacing, width or punctuation; the key does not count. */
export function contentHash(content: QuestionContent): Buffer {
  const texts = [content.html, ...htmlBesideStem(content)].map((html) => searchText(plainWithGaps(html)));
  return Buffer.from(sha256Bytes(JSON.stringify([content.kind, ...texts, ...assetsOfContent(content)])));
}
