import type { ChoiceContent, QuestionContent } from '#lib/contracts';
import { searchText } from '#lib/database';
import { sha256Bytes } from '#lib/kernel';
import sanitize from 'sanitize-html';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Plain text as HTML that shows exactly that text; line ends become `<br>`. */
export function plainToHtml(text: string): string {
  return text.trim().replace(/[&<>"']/g, (character) => entities[character]).replace(/\r?\n/g, '<br>');
}

/** The restricted subset that content may use: no links, no styles, no scripts, nothing that loads. Pictures come with assets. */
export function sanitizeHtml(html: string): string {
  // Without a tag there is nothing to take out, and most of what is imported has none.
  if (!html.includes('<')) return html;
  return sanitize(html, {
    allowedTags: ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    allowedAttributes: { th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    disallowedTagsMode: 'discard',
  });
}

/** HTML of the subset as plain text, for excerpts and search. */
export function htmlToPlain(html: string): string {
  const text = !html.includes('<') ? html : sanitize(html.replace(/<br\s*\/?>|<\/?(p|li|tr|td|th)\b[^>]*>/gi, ' '), { allowedTags: [], allowedAttributes: {} });
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' })[name] ?? '').replace(/\s+/g, ' ').trim();
}

/** Every text of the content made safe; an option's id is never HTML. */
export function sanitizeContent(content: QuestionContent): QuestionContent {
  return { ...content, html: sanitizeHtml(content.html), options: content.options.map((option) => ({ ...option, html: sanitizeHtml(option.html) })) };
}

/** The whole text that is searched: the stem and the options. */
export function plainTextOf(content: QuestionContent): string {
  return [content.html, ...content.options.map(({ html }) => html)].map(htmlToPlain).join('\n');
}

/** The beginning of the stem, for lists. */
export function excerptOf(content: QuestionContent, length = 120): string {
  const text = [...htmlToPlain(content.html)];
  return text.length > length ? `${text.slice(0, length).join('')}…` : text.join('');
}

/** Two questions that read the same have the same hash, whatever their spacing, width or punctuation; the key does not count. */
export function contentHash({ kind, html, options }: ChoiceContent): Buffer {
  return Buffer.from(sha256Bytes(JSON.stringify([kind, searchText(htmlToPlain(html)), ...options.map((option) => searchText(htmlToPlain(option.html)))])));
}
