import type { QuestionKind } from '#lib/contracts';
import { readNumberedLine, readSectionHead } from './text-lines.js';

/** Keys at the end of a text, by the number of their question; `kind` of the heading they stand under. */
export interface ListedAnswer {
  kind: QuestionKind | null;
  number: number;
  key: string;
  line: number;
}

const range = /(\d{1,4})\s*[-—–~～至到]\s*(\d{1,4})\s*(?:题)?\s*[.．、:：)）]?\s*((?:[A-Z√×✓✗对错]\s*){2,}|(?:[A-Z]{1,8}[\s,，、;；]+)+[A-Z]{1,8})/giu;
const item = /(?<![\d.])(\d{1,4})\s*[.．、:：)）]\s*(.+?)(?=[\s,，;；]+\d{1,4}\s*[.．、:：)）]|$)/gu;

/** Whether what follows 参考答案： is a list for many questions rather than the key of one. */
export function isAnswerList(text: string): boolean {
  return [...text.matchAll(item)].length >= 2 || new RegExp(range.source, 'iu').test(text);
}

/** Reads `1.A 2.B`, `1-5 ABCDA` and one answer a line; headings between them tell whose numbers they are. */
export function readAnswerList(lines: readonly { line: number; text: string }[]): ListedAnswer[] {
  const answers: ListedAnswer[] = [];
  let kind: QuestionKind | null = null;
  for (const { line, text } of lines) {
    const head = readSectionHead(text);
    if (head) kind = head.kind;
    const found = [...ranges(text), ...items(text)];
    if (found.length === 0 && !head && text.trim() !== '' && answers.length > 0 && !readNumberedLine(text)) answers[answers.length - 1].key += `\n${text.trim()}`;
    answers.push(...found.map(([number, key]) => ({ kind, number, key, line })));
  }
  return answers;
}

function ranges(text: string): [number, string][] {
  return [...text.matchAll(range)].flatMap(([, from, to, keys]): [number, string][] => {
    const count = Number(to) - Number(from) + 1;
    const parted = keys.trim().split(/[\s,，、;；]+/);
    const each = parted.length === count ? parted : [...keys.replace(/[\s,，、;；]/g, '')];
    return each.length === count && count > 0 ? each.map((key, index) => [Number(from) + index, key]) : [];
  });
}

function items(text: string): [number, string][] {
  return [...text.replace(range, ' ').matchAll(item)].map(([, number, key]) => [Number(number), key.trim()]);
}
