import type { TextNormalisation } from './marking-types.js';

const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;
/** Marks that NFKC leaves different in Chinese and Western writing. */
const SAME_MARK: Readonly<Record<string, string>> = {
  '。': '.', '、': ',', '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'", '【': '[', '】': ']', '「': '"', '」': '"', '『': '"', '』': '"',
  '—': '-', '–': '-', '‒': '-', '―': '-', '−': '-', '‐': '-', '‑': '-', '·': '·', '•': '·', '・': '·',
};
const MARKS = new RegExp(`[${Object.keys(SAME_MARK).join('')}]`, 'g');
const PUNCTUATION = /[\p{P}\p{S}]/gu;
const SPACES = /\s+/g;
const COMBINING = /\p{M}/u;
const PLAIN = /^[a-z0-9]*$/;

/**
 * Writes a text the way it is compared: NFKC (full-width letters and digits become half-width), zero-width characters
 * gone, Chinese and Western punctuation made one, then case, whitespace and punctuation as declared, trimmed.
 * Applying it twice changes nothing more.
 */
export function normaliseText(text: string, settings: TextNormalisation = {}): string {
  if (PLAIN.test(text)) return text;
  let result = normaliseOnce(text, settings);
  // Taking a character out can bring combining marks together, which then have another order or form.
  for (let again = result; COMBINING.test(result); result = again) {
    again = normaliseOnce(result, settings);
    if (again === result) break;
  }
  return result;
}

function normaliseOnce(text: string, settings: TextNormalisation): string {
  let result = text.normalize('NFKC').replace(ZERO_WIDTH, '').replace(MARKS, (mark) => SAME_MARK[mark]);
  if (!settings.caseSensitive) result = result.toLowerCase().normalize('NFKC');
  if (settings.ignorePunctuation) result = result.replace(PUNCTUATION, '');
  return result.replace(SPACES, settings.whitespace === 'remove' ? '' : ' ').trim();
}
