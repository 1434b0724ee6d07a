import type { ReferenceArticle, ReferenceView } from '#lib/contracts';

export interface ArticleHit {
  referenceId: string;
  article: ReferenceArticle;
  /** A line of the text around the first match. */
  excerpt: string;
  matches: number;
}

/** The words of a query: parted by white space, folded to one width and case. */
export function searchTerms(query: string): string[] {
  return fold(query).split(/\s+/).filter((term) => term.length > 0);
}

/** Articles in which every word occurs, in the order of the texts. Nothing for an empty query. */
export function searchArticles(references: readonly ReferenceView[], query: string): ArticleHit[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  return references.flatMap(({ id, articleList }) =>
    articleList.flatMap((article) => {
      const text = fold(`${article.label}${article.text}`);
      if (!terms.every((term) => text.includes(term))) return [];
      const matches = terms.reduce((sum, term) => sum + text.split(term).length - 1, 0);
      return [{ referenceId: id, article, excerpt: excerptAround(article.text, terms), matches }];
    }));
}

export interface TextPart {
  text: string;
  hit: boolean;
}

/** The text parted into what matches a word and what does not; joined again it is the text. */
export function partText(text: string, terms: readonly string[]): TextPart[] {
  if (terms.length === 0) return [{ text, hit: false }];
  const folded = fold(text);
  const parts: TextPart[] = [];
  let from = 0;
  while (from < text.length) {
    const next = firstMatch(folded, terms, from);
    if (!next) break;
    if (next.at > from) parts.push({ text: text.slice(from, next.at), hit: false });
    parts.push({ text: text.slice(next.at, next.end), hit: true });
    from = next.end;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), hit: false });
  return parts;
}

function firstMatch(folded: string, terms: readonly string[], from: number): { at: number; end: number } | null {
  let best: { at: number; end: number } | null = null;
  for (const term of terms) {
    const at = folded.indexOf(term, from);
    if (at >= 0 && (!best || at < best.at || (at === best.at && at + term.length > best.end))) best = { at, end: at + term.length };
  }
  return best;
}

function excerptAround(text: string, terms: readonly string[]): string {
  const first = firstMatch(fold(text), terms, 0);
  const from = Math.max(0, (first?.at ?? 0) - 12);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 60).replace(/\s+/g, ' ')}`;
}

/** One width and one case, letter by letter, so that every letter keeps its place. */
function fold(text: string): string {
  return [...text].map((letter) => {
    const folded = letter.normalize('NFKC').toLowerCase();
    return folded.length === letter.length ? folded : letter;
  }).join('');
}
