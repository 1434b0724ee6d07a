import type { ImportField, ImportProblem, ImportSource, QuestionImportView } from '#lib/contracts';
import { findHeadingRow } from './propose-mapping.js';
import type { SourceFile, TableRow } from './table-reader.js';
import { readTextQuestions, textFields } from './text-questions.js';

/** A file of any format as rows under headings, or, of our own format, as questions. */
export interface PreparedFile {
  source: ImportSource;
  encoding: QuestionImportView['encoding'];
  sheets: QuestionImportView['sheets'];
  sheet: string | null;
  headings: string[];
  headingLine: number;
  rows: TableRow[];
  /** What the columns mean where nobody may say otherwise. */
  fixed: readonly ImportField[] | null;
  /** Whether people know its cells as B12. */
  lettered: boolean;
  problems: ImportProblem[];
  questions: unknown[] | null;
}

/** Finds the headings of a table below its title rows; reads a text that is no table as teachers write questions. */
export function prepareFile(file: SourceFile): PreparedFile {
  const { source, encoding, sheets, sheet } = file;
  const common = { encoding, sheets, sheet, problems: [], questions: null };
  if (file.questions) return { ...common, source, headings: [], headingLine: 1, rows: [], fixed: [], lettered: false, questions: file.questions };
  const at = findHeadingRow(file.rows);
  if (source === 'text' && at === null) {
    const { rows, problems } = readTextQuestions(file.text ?? '');
    return { ...common, source, headings: [], headingLine: 1, rows, fixed: textFields, lettered: false, problems };
  }
  const heading = file.rows[at ?? 0];
  const rows = file.rows.slice((at ?? 0) + 1);
  const width = Math.max(heading?.cells.length ?? 0, ...rows.slice(0, 50).map(({ cells }) => cells.length));
  return {
    ...common, source: source === 'text' ? 'csv' : source, headings: Array.from({ length: width }, (_, index) => heading?.cells[index] ?? ''), headingLine: heading?.line ?? 1,
    rows, fixed: null, lettered: source !== 'json',
  };
}
