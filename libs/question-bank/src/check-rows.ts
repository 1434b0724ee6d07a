import { setImmediate } from 'node:timers/promises';
import type { ImportField, QuestionImportView, QuestionKind } from '#lib/contracts';
import { contentHash } from './question-content.js';
import { htmlToPlain } from './rich-text.js';
import { findHeadingRow } from './propose-mapping.js';
import { type DraftQuestion, readRow, type RowProblem } from './read-row.js';
import type { Table } from './table-reader.js';

/** A table with its headings found; every row has a cell for each. */
export interface HeadedTable {
  headings: string[];
  headingLine: number;
  rows: Table['rows'];
}

/** A question that could be read, with the hash of its content. */
type HashedQuestion = DraftQuestion & { hash: Buffer };

/** The rows of a table as far as they could be read. */
export interface ReadRows {
  questions: HashedQuestion[];
  problems: RowProblem[];
  bad: number;
}

/** What a dry run found; nothing has been stored. */
export interface DryRun {
  good: HashedQuestion[];
  report: Pick<QuestionImportView, 'columns' | 'rows' | 'byKind' | 'problems' | 'preview'>;
}

const batch = 100;
const shown = { problems: 500, preview: 20, samples: 3 };

/** Takes the title rows off. Columns without a heading are kept and can be mapped by hand. */
export function withHeadings(table: Table): HeadedTable {
  const at = findHeadingRow(table.rows);
  const heading = table.rows[at];
  const rows = table.rows.slice(at + 1);
  const width = Math.max(heading?.cells.length ?? 0, ...rows.slice(0, 50).map(({ cells }) => cells.length));
  return { headings: Array.from({ length: width }, (_, index) => heading?.cells[index] ?? ''), headingLine: heading?.line ?? 1, rows };
}

/** Reads every row by its columns' fields. Between batches other work of the process goes on: nobody's save waits for an import. */
export async function readRows(table: HeadedTable, fields: readonly ImportField[]): Promise<ReadRows> {
  const rows: ReadRows = { questions: [], problems: [], bad: 0 };
  for (const [index, row] of table.rows.entries()) {
    if (index % batch === batch - 1) await setImmediate();
    const read = readRow(row, fields, table.headings);
    if ('question' in read) {
      rows.questions.push({ ...read.question, hash: contentHash(read.question.content) });
    } else {
      rows.bad += 1;
      rows.problems.push(...read.problems);
    }
  }
  return rows;
}

/**
 * Tells what would be imported and what not, with the line of each problem.
 * @param inBank the codes of questions of the bank by content hash (hex).
 */
export function checkRows(table: HeadedTable, fields: readonly ImportField[], { questions, problems: unread, bad }: ReadRows, inBank: ReadonlyMap<string, string>): DryRun {
  const good: DryRun['good'] = [];
  const repeated: RowProblem[] = [];
  const seen = new Map<string, number>();
  for (const question of questions) {
    const hash = question.hash.toString('hex');
    const problem = duplicateOf(question.line, hash, seen, inBank);
    if (problem) {
      repeated.push(problem);
    } else {
      seen.set(hash, question.line);
      good.push(question);
    }
  }
  const problems = [...unread, ...repeated].sort((a, b) => a.line - b.line);
  return {
    good,
    report: {
      columns: table.headings.map((heading, index) => ({ index, heading, field: fields[index] ?? 'ignore', samples: samplesOf(table, index) })),
      rows: { total: table.rows.length, good: good.length, bad, duplicates: repeated.length },
      byKind: countKinds(good),
      problems: problems.slice(0, shown.problems),
      preview: good.slice(0, shown.preview).map(toPreview),
    },
  };
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
