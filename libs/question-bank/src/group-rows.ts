import type { ExchangedQuestion, ImportProblem, QuestionKey } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { cellToHtml } from './cell-text.js';
import type { MaterialRow, RowDraft } from './read-row.js';

/** A question of a file, with the lines it stands on. */
export interface FileQuestion {
  lines: number[];
  question: ExchangedQuestion & { key: QuestionKey };
}

/** The rows that make one question: one row by itself, or all on one material. `rows` holds null for a row that cannot be read. */
export interface RowGroup {
  lines: number[];
  rows: (RowDraft | null)[];
  material: string | null;
  /** What joins them; null: nothing. */
  group: string | null;
}

/** What a row says of its material, even when the row itself cannot be read. */
export interface RowPlace {
  line: number;
  draft: RowDraft | MaterialRow | null;
  material: string | null;
  group: string | null;
}

/** Joins rows with the same group, and rows that follow one another with the same material. */
export function groupRows(places: readonly RowPlace[]): RowGroup[] {
  const groups: RowGroup[] = [];
  const named = new Map<string, RowGroup>();
  for (const place of places) {
    const last = groups[groups.length - 1];
    const found = place.group !== null ? named.get(place.group) : place.material !== null && last?.group === null && last.material === place.material ? last : undefined;
    const target = found ?? { lines: [], rows: [], material: null, group: place.group };
    if (!found) {
      groups.push(target);
      if (place.group !== null) named.set(place.group, target);
    }
    target.lines.push(place.line);
    target.material ??= place.material ?? (place.draft && !('content' in place.draft) ? place.draft.material : null);
    if (place.draft === null || 'content' in place.draft) target.rows.push(place.draft);
  }
  return groups;
}

/** The question of a group; null when a row of it cannot be read, with what is told of the rows that could. */
export function toFileQuestion({ lines, rows, material, group }: RowGroup, problem: (line: number, code: string, params?: Record<string, unknown>) => ImportProblem): { question: FileQuestion } | { problems: ImportProblem[] } {
  const drafts = rows.filter((row) => row !== null);
  if (material === null && group === null && rows.length === 1) return drafts.length === 1 ? { question: { lines, question: toQuestion(drafts[0]) } } : { problems: [] };
  if (material === null) return { problems: lines.slice(0, 1).map((line) => problem(line, 'import.material_missing', { group })) };
  if (drafts.length === 0 || drafts.length < rows.length) return { problems: drafts.length === 0 && rows.length > 0 ? [] : [problem(lines[0], rows.length === 0 ? 'import.material_alone' : 'import.group_incomplete', { bad: rows.length - drafts.length })] };
  return { question: { lines, question: toComposite(material, drafts) } };
}

function toQuestion({ content, key, explanation, marks, scoring, subject, difficulty, tags, jobFields, category, source, article }: RowDraft): FileQuestion['question'] {
  return { content, key: { schemaVersion: 1, explanation, ...key }, marks, scoring: scoring ?? null, subject, difficulty, tags, jobFields, category, source, article };
}

function toComposite(material: string, drafts: readonly RowDraft[]): FileQuestion['question'] {
  const first = <K extends 'subject' | 'difficulty' | 'source' | 'article'>(field: K): RowDraft[K] | null => drafts.find((draft) => draft[field] !== null)?.[field] ?? null;
  const id = (index: number): string => String(index + 1);
  return {
    content: {
      schemaVersion: 1, kind: 'composite', html: cellToHtml(material),
      parts: drafts.map(({ marks, scoring, content }, index) => ({ id: id(index), marks, ...(scoring && { scoring }), content })),
    },
    key: { schemaVersion: 1, kind: 'composite', explanation: null, parts: Object.fromEntries(drafts.map(({ key, explanation }, index) => [id(index), { ...key, ...(explanation !== null && { explanation }) }])) },
    marks: Decimal.sum(drafts.map(({ marks }) => marks)).toString(), scoring: null,
    subject: first('subject'), difficulty: first('difficulty'), source: first('source'), article: first('article'),
    tags: [...new Set(drafts.flatMap(({ tags }) => tags))], jobFields: [...new Set(drafts.flatMap(({ jobFields }) => jobFields))], category: drafts.find(({ category }) => category.length > 0)?.category ?? [],
  };
}
