import type { ImportField, QuestionImportView, QuestionKind } from '#lib/contracts';
import { contentHash, htmlToPlain } from './question-content.js';
import { findHeadingRow } from './propose-mapping.js';
import { type DraftQuestion, readRow, type RowProblem } from './read-row.js';
import type { Table } from './table-reader.js';

/** A table with its headings found; every row has a cell for each. */
export interface HeadedTable {
  headings: string[];
  headingLine: number;
  rows: Table['rows'];
}

/** What a dry run found; nothing has been stored. */
export interface DryRun {
  good: (DraftQuestion & { hash: Buffer })[];
  report: Pick<QuestionImportView, 'columns' | 'rows' | 'byKind' | 'problems' | 'preview'>;
}

const shown = { problems: 500, preview: 20, samples: 3 };

/** Takes the title rows off. Columns without a heading are kept and can be mapped by hand. */
export function withHeadings(table: Table): HeadedTable {
  const at = findHeadingRow(table.rows);
  const heading = table.rows[at];
  const rows = table.rows.slice(at + 1);
  const width = Math.max(heading?.cells.length ?? 0, ...rows.slice(0, 50).map(({ cells }) => cells.length));
  return { headings: Array.from({ length: width }, (_, index) => heading?.cells[index] ?? ''), headingLine: heading?.line ?? 1, rows };
}

/**
 * Reads every row and tells what would be imported and what not, with the line of each problem.
 * @param inBank the codes of questions of the bank by content hash (hex).
 */
export function checkRows(table: HeadedTable, fields: readonly ImportField[], inBank: ReadonlyMap<string, string>): DryRun {
  const good: DryRun['good'] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  let bad = 0;
  let duplicates = 0;
  for (const row of table.rows) {
    const read = readRow(row, fields, table.headings);
    if ('problems' in read) {
      bad += 1;
      problems.push(...read.problems);
      continue;
    }
    const hash = contentHash(read.question.content);
    const problem = duplicateOf(row.line, hash.toString('hex'), seen, inBank);
    if (problem) {
      duplicates += 1;
      problems.push(problem);
      continue;
    }
    seen.set(hash.toString('hex'), row.line);
    good.push({ ...read.question, hash });
  }
  return {
    good,
    report: {
      columns: table.headings.map((heading, index) => ({ index, heading, field: fields[index] ?? 'ignore', samples: samplesOf(table, index) })),
      rows: { total: table.rows.length, good: good.length, bad, duplicates },
      byKind: countKinds(good),
      problems: problems.slice(0, shown.problems),
      preview: good.slice(0, shown.preview).map(toPreview),
    },
  };
}

/** The content hashes of all rows that can be read, to look them up in the bank. */
export function hashesOf(table: HeadedTable, fields: readonly ImportField[]): Buffer[] {
  return table.rows.flatMap((row) => {
    const read = readRow(row, fields, table.headings);
    return 'question' in read ? [contentHash(read.question.content)] : [];
  });
}

function duplicateOf(line: number, hash: string, seen: ReadonlyMap<string, number>, inBank: ReadonlyMap<string, string>): RowProblem | null {
  const first = seen.get(hash);
  if (first !== undefined) return { line, column: null, code: 'import.duplicate_line', params: { line: first } };
  const code = inBank.get(hash);
  return code === undefined ? null : { line, column: null, code: 'import.duplicate_question', params: { code } };
}

function samplesOf(table: HeadedTable, index: number): string[] {
  return table.rows.slice(0, 50).map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '').slice(0, shown.samples).map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell));
}

function countKinds(questions: readonly DraftQuestion[]): { kind: QuestionKind; count: number }[] {
  const kinds: QuestionKind[] = ['single', 'multiple', 'true_false'];
  return kinds.map((kind) => ({ kind, count: questions.filter(({ content }) => content.kind === kind).length })).filter(({ count }) => count > 0);
}

function toPreview({ line, content, key }: DraftQuestion): QuestionImportView['preview'][number] {
  return { line, kind: content.kind, stem: htmlToPlain(content.html), options: content.options.map(({ html }) => htmlToPlain(html)), correct: key.correct };
}
