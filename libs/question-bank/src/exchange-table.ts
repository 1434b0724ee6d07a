import { isDeepStrictEqual } from 'node:util';
import { setImmediate } from 'node:timers/promises';
import type { ExchangedQuestion, ImportField } from '#lib/contracts';
import { groupRows, type RowPlace, toFileQuestion } from './group-rows.js';
import { questionWords, type TableLanguage } from './question-words.js';
import { readRow } from './read-row.js';
import { type Columns, RowCells } from './row-cells.js';
import { guardCell } from './cell-text.js';
import { sanitizeContent } from './question-content.js';
import { sanitizeKey } from './store-questions.js';
import { columnWidths, exportColumns, tableHeadings } from './table-headings.js';
import { longestCell, type Sheet } from './write-workbook.js';
import { type WrittenRow, writeRows } from './write-row.js';

type Column = Exclude<ImportField, 'ignore'>;

/** A table of questions, and those that no cell can hold. */
export interface ExchangeTable {
  sheet: Sheet;
  left: { index: number; code: string }[];
}

/**
 * Questions as a sheet that reads back as exactly these questions: where the readable columns cannot say one exactly, the column
 * `data` holds it as JSON. Without keys nothing is read back, and the column stays away.
 */
export async function toExchangeTable(questions: readonly ExchangedQuestion[], lang: TableLanguage, withKeys: boolean): Promise<ExchangeTable> {
  const rows: WrittenRow[] = [];
  const left: ExchangeTable['left'] = [];
  for (const [index, question] of questions.entries()) {
    if (index % 100 === 99) await setImmediate();
    const written = writeRows(question, questionWords[lang], String(index + 1));
    if (withKeys && !isDeepStrictEqual(readBack(written), question)) written[0].data = JSON.stringify(question);
    written[0].number = String(index + 1);
    if (written.some((row) => Object.values(row).some((text) => guardCell(text).length > longestCell))) left.push({ index, code: 'export.cell_too_long' });
    else rows.push(...written);
  }
  const columns = exportColumns.filter((field) => ['number', 'kind', 'stem', 'key', 'marks'].includes(field) || rows.some((row) => row[field] !== undefined));
  return { left, sheet: { name: lang === 'zh' ? '试题' : 'Questions', columns: columns.map((field) => headingOf(field, lang)), rows: rows.map((row) => columns.map((field) => row[field] ?? '')) } };
}

function headingOf(field: Column, lang: TableLanguage): Sheet['columns'][number] {
  return { heading: tableHeadings[lang][field], width: columnWidths[field] ?? (field.startsWith('option') ? 24 : 14) };
}

/** The question that the written cells say; null when they say none. */
export function readBack(rows: readonly WrittenRow[]): ExchangedQuestion | null {
  const columns: Columns = { fields: exportColumns, headings: [], sheet: null, lettered: false };
  const places = rows.map((row, index): RowPlace => {
    const cells = new RowCells({ line: index + 1, cells: exportColumns.map((field) => guardCell(row[field] ?? '')) }, columns);
    return { line: index + 1, draft: readRow(cells), material: cells.text('material') || null, group: cells.text('group') || null };
  });
  const groups = groupRows(places);
  const made = groups.length === 1 ? toFileQuestion(groups[0], (line, code) => ({ severity: 'error', sheet: null, line, column: null, cell: null, code, params: {} })) : null;
  if (!made || !('question' in made)) return null;
  const { question } = made.question;
  return { ...question, content: sanitizeContent(question.content), key: sanitizeKey(question.key) };
}
