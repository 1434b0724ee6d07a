import type { ExchangedQuestion, FileKind, ImportField, QuestionKind, SimpleContent, SimpleKey } from '#lib/contracts';
import { htmlToCell } from './cell-text.js';
import { letters, writeAlternatives, writePath } from './read-cells.js';

/** A row's cells by their meaning, as they are read again. */
export type WrittenRow = Partial<Record<ImportField, string>>;

/** The words of a language for what a row names. */
export interface RowWords {
  kinds: Record<QuestionKind, string>;
  fileKinds: Record<FileKind, string>;
  truth: Record<'T' | 'F', string>;
  scoring: Record<'all_or_nothing' | 'partial_per_right' | 'right_minus_wrong' | 'adjacent_pairs', string>;
  required: string;
}

/**
 * A question as rows of a table: one, or one for each part of a composite. Readable first: what the columns cannot say exactly
 * (whoever writes a file compares) goes into the column `data` as well.
 * @param group what joins the rows of a composite.
 */
export function writeRows(question: ExchangedQuestion, words: RowWords, group: string): WrittenRow[] {
  const { content, key } = question;
  const common: WrittenRow = {
    subject: question.subject ?? '', difficulty: question.difficulty === null ? '' : String(question.difficulty), tags: question.tags.join('；'), jobFields: question.jobFields.join('；'),
    category: writePath(question.category), source: question.source ?? '', regulation: question.article?.regulation ?? '', article: question.article?.label ?? '',
  };
  if (content.kind !== 'composite') {
    const simple = key as (SimpleKey & { explanation: string | null }) | undefined;
    return [tidied({ ...common, ...writeSimple(content, simple, words), marks: question.marks, ...writeScoring(question.scoring, words), explanation: cellOf(simple?.explanation) })];
  }
  const parts = key?.kind === 'composite' ? key.parts : {};
  return content.parts.map(({ id, marks, scoring, content: part }, index) => tidied({
    ...(index === 0 && { ...common, material: htmlToCell(content.html) }), group,
    ...writeSimple(part, parts[id], words), marks, ...writeScoring(scoring, words), explanation: cellOf(parts[id]?.explanation),
  }));
}

function tidied(row: WrittenRow): WrittenRow {
  return Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''));
}

function cellOf(html: string | null | undefined): string {
  return html ? htmlToCell(html) : '';
}

function writeScoring(scoring: ExchangedQuestion['scoring'], words: RowWords): WrittenRow {
  return scoring ? { scoring: words.scoring[scoring] } : {};
}

function writeSimple(content: SimpleContent, key: SimpleKey | undefined, words: RowWords): WrittenRow {
  return { kind: words.kinds[content.kind], stem: htmlToCell(content.html), ...writeKind(content, key, words) };
}

function writeKind(content: SimpleContent, key: SimpleKey | undefined, words: RowWords): WrittenRow {
  switch (content.kind) {
    case 'single':
    case 'multiple': return { ...writeOptions(content.options), key: key && 'correct' in key ? key.correct.join('') : '' };
    case 'true_false': return { key: key && 'correct' in key ? words.truth[key.correct[0] as 'T' | 'F'] : '' };
    case 'gap_fill': return writeGaps(content.gaps.map(({ id }) => writeGap(key?.kind === 'gap_fill' ? key.gaps[id] : undefined)), firstUnits(key, words));
    case 'cloze': return writeGaps(content.gaps.map(({ id, options }) => writeAlternatives(options.map((option) => `${key?.kind === 'cloze' && key.gaps[id]?.includes(option.id) ? '*' : ''}${htmlToCell(option.html)}`))), {});
    case 'numeric': return key?.kind === 'numeric' ? { key: writeAlternatives(key.numbers.map(writeQuantity)), ...writeUnits(key, words) } : {};
    case 'short': return { key: key?.kind === 'short' ? writeAlternatives(key.texts.map(writeAccepted)) : '', ...(content.maxLength === undefined ? {} : { length: `≤${content.maxLength}` }) };
    case 'matching': return { pairs: writePairs(content, key) };
    case 'ordering': return { items: orderedItems(content, key).map(({ html }) => htmlToCell(html)).join('\n'), ...(key?.kind === 'ordering' && key.rule === 'adjacent_pairs' ? { scoring: words.scoring.adjacent_pairs } : {}) };
    case 'essay': return { ...writeGuide(key), length: writeLength(content.minLength ?? null, content.maxLength ?? null) };
    case 'file': return { ...writeGuide(key), fileKinds: content.accept.map((kind) => words.fileKinds[kind]).join('；'), maxFiles: String(content.maxFiles), maxMegabytes: String(content.maxBytes / 1_048_576) };
  }
}

function writeOptions(options: readonly { html: string }[]): WrittenRow {
  return Object.fromEntries(options.slice(0, 26).map(({ html }, index) => [`option${letters[index]}`, htmlToCell(html)]));
}

function writeGaps(texts: readonly string[], more: WrittenRow): WrittenRow {
  return { ...Object.fromEntries(texts.slice(0, 10).map((text, index) => [`gap${index + 1}`, text])), ...more };
}

type GapKey = Extract<SimpleKey, { kind: 'gap_fill' }>['gaps'][string];

function writeGap(gap: GapKey | undefined): string {
  if (!gap) return '';
  return writeAlternatives('texts' in gap ? gap.texts.map(writeAccepted) : gap.numbers.map(writeQuantity));
}

function firstUnits(key: SimpleKey | undefined, words: RowWords): WrittenRow {
  const measured = key?.kind === 'gap_fill' ? Object.values(key.gaps).find((gap) => 'numbers' in gap && (gap.units?.length ?? 0) > 0) : undefined;
  return measured && 'numbers' in measured ? writeUnits(measured, words) : {};
}

function writeAccepted({ match, text }: { match?: string; text: string }): string {
  return match === 'wildcard' ? `wildcard:${text}` : match === 'pattern' ? `pattern:${text}` : text;
}

function writeQuantity({ value, tolerance }: { value: string; tolerance?: { type: string; value: string } }): string {
  if (!tolerance) return value;
  return tolerance.type === 'nominal' ? `${value}±${tolerance.value}` : value;
}

function writeUnits({ units, unitRequired }: { units?: readonly { unit: string; multiplier: string }[]; unitRequired?: boolean }, words: RowWords): WrittenRow {
  const written = (units ?? []).map(({ unit, multiplier }) => (multiplier === '1' ? unit : `${unit}=${multiplier}`));
  return { units: [...written, ...(unitRequired ? [words.required] : [])].join('；') };
}

function writePairs(content: Extract<SimpleContent, { kind: 'matching' }>, key: SimpleKey | undefined): string {
  const rights = new Map(content.rights.map(({ id, html }) => [id, htmlToCell(html)]));
  const pairs = key?.kind === 'matching' ? key.pairs : {};
  const used = new Set(Object.values(pairs));
  return [
    ...content.lefts.map(({ id, html }) => `${htmlToCell(html)}=${rights.get(pairs[id] ?? '') ?? ''}`),
    ...content.rights.filter(({ id }) => !used.has(id)).map(({ html }) => `=${htmlToCell(html)}`),
  ].join('\n');
}

function orderedItems(content: Extract<SimpleContent, { kind: 'ordering' }>, key: SimpleKey | undefined): { html: string }[] {
  // Without its key, the order would be the key.
  if (key?.kind !== 'ordering') return [...content.items].sort((a, b) => (a.html < b.html ? -1 : 1));
  const byId = new Map(content.items.map((item) => [item.id, item]));
  return key.order.flatMap((id) => byId.get(id) ?? []);
}

function writeGuide(key: SimpleKey | undefined): WrittenRow {
  if (key?.kind !== 'essay' && key?.kind !== 'file') return {};
  return { guide: cellOf(key.guide), rubric: key.rubric.map(({ title, marks, description }) => `${title}=${marks}${description ? `：${description}` : ''}`).join('\n') };
}

function writeLength(least: number | null, most: number | null): string {
  if (least !== null && most !== null) return `${least}-${most}`;
  return least !== null ? `≥${least}` : most !== null ? `≤${most}` : '';
}
