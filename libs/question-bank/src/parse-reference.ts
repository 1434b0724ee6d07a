/** One article of a regulation as it stands in its text. */
export interface ParsedArticle {
  chapter: string | null;
  label: string;
  text: string;
}

const numeral = '[〇零一二三四五六七八九十百千两\\d]+';
const chapterLine = new RegExp(`^第\\s*${numeral}\\s*[编章节][\\s\\u3000]*.*$`);
const articleLine = new RegExp(`^(第\\s*${numeral}\\s*条(?:之${numeral})?)[\\s\\u3000:：]*(.*)$`, 's');

/**
 * Reads the chapters (第…章) and articles (第…条) of a regulation written as Markdown or plain text. What stands before the
 * first article (title, dates, contents) is left out; every paragraph after an article's beginning belongs to it.
 * A chapter's label holds its part and section too. Empty when there is no article.
 */
export function parseReference(text: string): ParsedArticle[] {
  const articles: { chapter: string | null; label: string; paragraphs: string[] }[] = [];
  const heading: Record<'编' | '章' | '节', string | null> = { 编: null, 章: null, 节: null };
  for (const line of text.normalize('NFC').replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/)) {
    const bare = line.replace(/^\s*#{1,6}\s*/, '').replace(/\*\*|__/g, '').trim();
    if (bare === '') continue;
    if (chapterLine.test(bare)) {
      enter(heading, bare);
      continue;
    }
    const begins = articleLine.exec(bare);
    if (begins) articles.push({ chapter: chapterOf(heading), label: begins[1].replace(/\s+/g, ''), paragraphs: begins[2] === '' ? [] : [begins[2]] });
    else if (!/^#/.test(line.trim())) articles.at(-1)?.paragraphs.push(bare);
  }
  return articles.map(({ chapter, label, paragraphs }) => ({ chapter, label, text: paragraphs.join('\n') }));
}

function enter(heading: Record<'编' | '章' | '节', string | null>, line: string): void {
  const level = /[编章节]/.exec(line)?.[0] as '编' | '章' | '节';
  heading[level] = line.replace(/[\s\u3000]+/g, ' ');
  if (level !== '节') heading.节 = null;
  if (level === '编') heading.章 = null;
}

function chapterOf({ 编, 章, 节 }: Record<'编' | '章' | '节', string | null>): string | null {
  return [编, 章, 节].filter(Boolean).join(' · ') || null;
}
