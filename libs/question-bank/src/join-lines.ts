const numeral = '[〇零一二三四五六七八九十百千两\\d]+';
const heading = new RegExp(`^第\\s*${numeral}\\s*[编章节]([\\s\\u3000]|$)`);
const article = new RegExp(`^第\\s*${numeral}\\s*条(?:之${numeral})?`);
const spacedArticle = new RegExp(`${article.source}[\\s\\u3000:：]`);
const item = /^([（(][一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十]+、|\d+[.．、])/;
const pageNumber = /^([-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d+\s*页.*|\d+\s*\/\s*\d+)$/;
const sentenceEnd = /[。；：！？.;:!?”」）)]$/;

/**
 * Puts together the lines that a page broke: a line goes on the one before unless that one ends a sentence, or it begins a chapter, an
 * article or an item itself. Page numbers go. Where articles have a space behind their number, as regulations are set, a line that merely
 * begins with a mention (第十条规定的…) is none.
 */
export function joinBrokenLines(text: string): string {
  const lines = toCharacters(text).split(/\r?\n/).map(tidyLine).filter((line) => line !== '' && !pageNumber.test(line));
  const begins = lines.filter((line) => article.test(line));
  const beginning = begins.filter((line) => spacedArticle.test(line)).length * 2 >= begins.length ? spacedArticle : article;
  const paragraphs: string[] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    const apart = before === undefined || beginning.test(line) || heading.test(line) || heading.test(before) || item.test(line) || sentenceEnd.test(before);
    if (apart) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = join(before, line);
  }
  return paragraphs.join('\n');
}

/** Many a PDF says radicals (⼀, U+2F00) where it shows characters (一). */
function toCharacters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (radical) => radical.normalize('NFKC'));
}

function tidyLine(line: string): string {
  // Set text has gaps between characters that no reader sees.
  return line.replace(/[\u00a0\u2000-\u200b]/g, ' ').replace(/(?<=[\u4e00-\u9fff，。；：、]) (?=[\u4e00-\u9fff，。；：、])/g, (space, at: number, whole: string) => (article.exec(whole.slice(0, at))?.[0].length === at || /^第\s*\S+\s*[编章节]$/.test(whole.slice(0, at)) ? space : '')).trim();
}

/** Latin words stay apart; Chinese goes on without a gap. */
function join(before: string, line: string): string {
  return /[A-Za-z0-9,]$/.test(before) && /^[A-Za-z0-9]/.test(line) ? `${before} ${line}` : `${before}${line}`;
}
