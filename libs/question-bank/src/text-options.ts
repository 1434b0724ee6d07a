/** The options of a question as they were found in its text, and what stood before them. */
export interface FoundOptions {
  before: string;
  options: string[];
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** `A．` `A、` `(A)` `A)` `Ａ．`; a full stop only where no figure follows. */
function markOf(letter: string): string {
  const one = `[${letter}${letter.toLowerCase()}${String.fromCharCode(letter.charCodeAt(0) + 0xfee0)}]`;
  return `(?:[（(]\\s*${one}\\s*[)）]\\s*[.．、]?|${one}\\s*(?:[．、:：)）]+|\\.(?!\\d)))[ \\t\\u3000]*`;
}

const atLineStart = letters.map((letter) => new RegExp(`(?<=^|\\n)[ \\t\\u3000]*${markOf(letter)}`, 'g'));
const inside = letters.map((letter, index) => new RegExp(index === 0 ? `(?<=^|[\\s\\u3000）)?？。:：，,])${markOf(letter)}` : `(?<![A-Za-z0-9Ａ-Ｚ（(])${markOf(letter)}`, 'g'));

interface Mark {
  from: number;
  to: number;
}

/**
 * Finds the options of a question, one a line or several in one, in the order of their letters; at least two. A letter that
 * begins a line is looked for nowhere else, so that the B of 维生素B．parts nothing.
 */
export function findOptions(text: string): FoundOptions {
  const marks: Mark[] = [];
  for (let index = 0; index < letters.length; index += 1) {
    const after = marks[index - 1]?.to ?? 0;
    const found = find(atLineStart[index], text, after) ?? find(inside[index], text, after, nextLineStart(text, index + 1, after));
    if (!found) break;
    marks.push(found);
  }
  if (marks.length < 2) return { before: text.trim(), options: [] };
  const options = marks.map(({ to }, index) => text.slice(to, marks[index + 1]?.from ?? text.length).trim().replace(/[;；]$/, ''));
  return { before: text.slice(0, marks[0].from).trim(), options };
}

function nextLineStart(text: string, index: number, after: number): number {
  for (let next = index; next < letters.length; next += 1) {
    const found = find(atLineStart[next], text, after);
    if (found) return found.from;
  }
  return text.length;
}

function find(pattern: RegExp, text: string, after: number, before = text.length): Mark | null {
  pattern.lastIndex = after;
  const found = pattern.exec(text);
  return found && found.index < before ? { from: found.index, to: found.index + found[0].length } : null;
}
