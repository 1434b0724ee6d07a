import { type ImportField, type QuestionKind, questionKinds } from '#lib/contracts';
import { questionWords, type TableLanguage } from './question-words.js';
import { columnWidths, exportColumns, tableHeadings } from './table-headings.js';
import { templateExamples, templateNotes } from './template-examples.js';
import { type SheetColumn, writeWorkbook } from './write-workbook.js';
import type { WrittenRow } from './write-row.js';

type Column = Exclude<ImportField, 'ignore'>;

/** A template to be filled in: for one kind, or for all. */
export interface Template {
  name: string;
  mediaType: string;
  content: Buffer;
}

const always: readonly Column[] = ['number', 'kind', 'stem', 'marks', 'explanation', 'subject', 'difficulty', 'category', 'tags', 'jobFields', 'source', 'regulation', 'article'];
const own: Record<QuestionKind, readonly Column[]> = {
  single: ['optionA', 'optionB', 'optionC', 'optionD', 'optionE', 'key'], multiple: ['optionA', 'optionB', 'optionC', 'optionD', 'optionE', 'optionF', 'key', 'scoring'], true_false: ['key'],
  gap_fill: ['gap1', 'gap2', 'gap3', 'gap4'], cloze: ['gap1', 'gap2', 'gap3', 'gap4'], numeric: ['key', 'tolerance', 'units'], short: ['key', 'length'], matching: ['pairs'], ordering: ['items', 'scoring'],
  essay: ['guide', 'rubric', 'length'], file: ['guide', 'rubric', 'fileKinds', 'maxFiles', 'maxMegabytes'],
  composite: ['group', 'material', 'optionA', 'optionB', 'optionC', 'optionD', 'key', 'gap1', 'gap2', 'guide', 'rubric'],
};
const sheetNames: Record<TableLanguage, [string, string, string]> = { zh: ['试题', '示例', '说明'], en: ['Questions', 'Examples', 'Notes'] };
const noteColumns: Record<TableLanguage, [string, string]> = { zh: ['项目', '填法'], en: ['About', 'How to write it'] };
const difficulties: Record<TableLanguage, readonly string[]> = { zh: ['易', '较易', '中', '较难', '难'], en: ['easy', 'medium', 'hard'] };

/** Writes a template with drop-downs, examples of the kind and notes; as CSV with the examples below the headings. */
export async function writeTemplate(kind: QuestionKind | 'all', format: 'xlsx' | 'csv', lang: TableLanguage): Promise<Template> {
  const kinds = kind === 'all' ? questionKinds : [kind];
  const columns = exportColumns.filter((field) => always.includes(field) || kinds.some((one) => own[one].includes(field)));
  const examples = kinds.flatMap((one) => templateExamples[lang][one]).map((row, index): WrittenRow => ({ number: String(index + 1), ...row }));
  const rows = examples.map((row) => columns.map((field) => row[field] ?? ''));
  const name = `questions-${kind === 'all' ? 'all-kinds' : kind.replaceAll('_', '-')}.${format}`;
  if (format === 'csv') return { name, mediaType: 'text/csv; charset=utf-8', content: toCsv([columns.map((field) => tableHeadings[lang][field]), ...rows]) };
  const [main, shown, notes] = sheetNames[lang];
  const headings = columns.map((field) => toColumn(field, lang, kinds));
  const content = await writeWorkbook([
    { name: main, columns: headings, rows: [] },
    { name: shown, columns: headings.map(({ heading, width }) => ({ heading, width })), rows },
    { name: notes, columns: noteColumns[lang].map((heading, index) => ({ heading, width: index === 0 ? 20 : 90 })), rows: templateNotes[lang] },
  ]);
  return { name, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content };
}

function toColumn(field: Column, lang: TableLanguage, kinds: readonly QuestionKind[]): SheetColumn {
  const words = questionWords[lang];
  const column = { heading: tableHeadings[lang][field], width: columnWidths[field] ?? (field.startsWith('option') ? 24 : 16) };
  if (field === 'kind') return { ...column, choices: kindChoices(kinds).map((kind) => words.kinds[kind]) };
  if (field === 'difficulty') return { ...column, choices: difficulties[lang] };
  if (field === 'scoring') return { ...column, choices: Object.values(words.scoring) };
  if (field === 'key' && kinds.length === 1 && kinds[0] === 'true_false') return { ...column, choices: Object.values(words.truth) };
  return column;
}

/** A composite's rows name the kinds of its questions. */
function kindChoices(kinds: readonly QuestionKind[]): readonly QuestionKind[] {
  return kinds.length === 1 && kinds[0] !== 'composite' ? kinds : questionKinds.filter((kind) => kind !== 'composite');
}

/** With a mark for Excel that it is UTF-8. */
function toCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\ufeff${rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n')}\r\n`);
}
