import sanitize from 'sanitize-html';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const asset = / data-asset="([0-9a-f-]{36})"/g;

/** The longest formula, in characters of LaTeX. */
export const maxFormulaLength = 2_000;

/** Plain text as HTML that shows exactly that text; line ends become `<br>`. */
export function plainToHtml(text: string): string {
  return text.trim().replace(/[&<>"']/g, (character) => entities[character]).replace(/\r?\n/g, '<br>');
}

// What formulas, and elements to be dropped, are called while the text is cleaned: elements without content, so that nothing can hide in them.
const formula = { span: 'x-inline-formula', div: 'x-block-formula' } as const;
const dropped = { tagName: 'x-dropped', attribs: {} };

const subset: sanitize.IOptions = {
  allowedTags: [
    'p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td',
    'img', 'audio', 'video', formula.span, formula.div, dropped.tagName,
  ],
  allowedAttributes: {
    th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'], img: ['data-asset', 'alt', 'width'], audio: ['data-asset'], video: ['data-asset'],
    [formula.span]: ['data-formula'], [formula.div]: ['data-formula'],
  },
  selfClosing: ['img', 'br', formula.span, formula.div, dropped.tagName],
  disallowedTagsMode: 'discard',
  transformTags: {
    img: (_, { 'data-asset': id = '', alt = '', width = '' }) => keepAsset('img', id, { alt: alt.slice(0, 500), ...(/^[1-9]\d{0,3}$/.test(width) ? { width } : {}) }),
    audio: (_, { 'data-asset': id = '' }) => keepAsset('audio', id, {}),
    video: (_, { 'data-asset': id = '' }) => keepAsset('video', id, {}),
    span: (_, attributes) => keepFormula('span', attributes),
    div: (_, attributes) => keepFormula('div', attributes),
    [formula.span]: () => dropped,
    [formula.div]: () => dropped,
  },
};

function keepAsset(tagName: string, id: string, attribs: Record<string, string>): sanitize.Tag {
  const wanted = id.toLowerCase();
  return uuid.test(wanted) ? { tagName, attribs: { 'data-asset': wanted, ...attribs } } : dropped;
}

function keepFormula(tag: keyof typeof formula, attributes: sanitize.Attributes): sanitize.Tag {
  const latex = (attributes['data-formula'] ?? '').trim();
  return latex !== '' && latex.length <= maxFormulaLength ? { tagName: formula[tag], attribs: { 'data-formula': latex } } : dropped;
}

/**
 * The restricted subset that content may use: no links, no styles, no scripts, nothing that loads by itself. Pictures, sounds and films name
 * an asset (`<img data-asset="…" alt width>`, `<audio data-asset>`, `<video data-asset>`), formulas hold LaTeX (`<span data-formula>` in
 * the line, `<div data-formula>` by itself). Applying it twice changes nothing more.
 */
export function sanitizeHtml(html: string): string {
  let cleaned = html;
  // What stood in an element that was taken out may be read otherwise in its new place: until nothing changes any more.
  for (let round = 0; round < 10; round++) {
    // Without a tag there is nothing to take out, and most of what is imported has none.
    if (!cleaned.includes('<')) return cleaned;
    const before = cleaned;
    cleaned = cleanOnce(before);
    if (cleaned === before) return cleaned;
  }
  return plainToHtml(htmlToPlain(cleaned));
}

function cleanOnce(html: string): string {
  return sanitize(html, subset)
    .replaceAll('<x-dropped />', '')
    .replace(/<x-inline-formula( data-formula="[^"]*") \/>/g, '<span$1></span>')
    .replace(/<x-block-formula( data-formula="[^"]*") \/>/g, '<div$1></div>');
}

/** HTML of the subset as plain text, for excerpts and search: of a formula its LaTeX, of a picture its description. */
export function htmlToPlain(html: string): string {
  if (!html.includes('<')) return decode(html);
  const spoken = html.replace(/<(?:span|div)\b[^>]*? data-formula="([^"]*)"[^>]*>/gi, ' $1 ').replace(/<img\b[^>]*? alt="([^"]*)"[^>]*>/gi, ' $1 ');
  return decode(sanitize(spoken.replace(/<br\s*\/?>|<\/?(p|li|tr|td|th|h3|h4|div)\b[^>]*>/gi, ' '), { allowedTags: [], allowedAttributes: {} }));
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' })[name] ?? '').replace(/\s+/g, ' ').trim();
}

/** The assets that sanitised HTML shows. */
export function assetsOf(html: string): string[] {
  return [...html.matchAll(asset)].map(([, id]) => id);
}
