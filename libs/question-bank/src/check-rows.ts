import { setImmediate } from 'node:timers/promises';
import type { ExchangedQuestion, ImportField, ImportProblem, QuestionImportView } from '#lib/contracts';
import { checkQuestion } from './check-question.js';
import { readExchanged } from './exchange-shape.js';
import { type FileQuestion, groupRows, type RowGroup, type RowPlace, toFileQuestion } from './group-rows.js';
import { questionWords } from './question-words.js';
import { contentHash, plainTextOf, sanitizeContent } from './question-content.js';
import { readRow, type Section } from './read-row.js';
import { type Columns, RowCells } from './row-cells.js';
import type { PreparedFile } from './prepare-file.js';
import { sanitizeKey } from './store-questions.js';
import { readSectionHead } from './text-lines.js';
import { writeRows } from './write-row.js';

/** A question that could be read, made safe, with the hash of its content. */
export interface HashedQuestion extends FileQuestion {
  hash: Buffer;
  /** What near-duplicates are looked for by. */
  text: string;
}

/** The questions of a file as far as they could be read. */
export interface ReadFile {
  questions: HashedQuestion[];
  problems: ImportProblem[];
  /** Rows that are questions or parts of them; headings between them are none. */
  rows: number;
  bad: number;
}

const batch = 100;

/** What one look at a file may be asked to do between two batches: let others work, tell how far it is, stop. */
export type Between = (done: number, total: number) => Promise<void>;

/** Reads every question of a file by its columns' fields. Between batches other work of the process goes on: nobody's save waits for an import. */
export async function readQuestions(file: PreparedFile, fields: readonly ImportField[], between: Between = async () => undefined): Promise<ReadFile> {
  const read: ReadFile = { questions: [], problems: [...file.problems], rows: 0, bad: 0 };
  const pause = async (index: number, total: number): Promise<void> => {
    if (index % batch !== batch - 1) return;
    await setImmediate();
    await between(index + 1, total);
  };
  if (file.questions) {
    for (const [index, value] of file.questions.entries()) {
      await pause(index, file.questions.length);
      takeExchanged(read, value, index + 1);
    }
    return read;
  }
  const columns: Columns = { fields, headings: file.headings, sheet: file.sheet, lettered: file.lettered };
  for (const { group, cells } of await readGroups(file, columns, read, pause)) takeGroup(read, group, cells, columns);
  return read;
}

/** Rows that are one question, with their cells. What is wrong with the cells of a question that stands in its data column does not matter. */
interface CheckedGroup {
  group: RowGroup;
  cells: RowCells[];
}

async function readGroups(file: PreparedFile, columns: Columns, read: ReadFile, pause: (index: number, total: number) => Promise<void>): Promise<CheckedGroup[]> {
  const places: RowPlace[] = [];
  const byLine = new Map<number, RowCells>();
  let section: Section = { kind: null, marks: null };
  for (const [index, row] of file.rows.entries()) {
    await pause(index, file.rows.length);
    const head = headOf(row.cells);
    if (head) {
      section = head;
      continue;
    }
    const cells = new RowCells(row, columns);
    const draft = readRow(cells, section);
    byLine.set(row.line, cells);
    places.push({ line: row.line, draft, material: cells.text('material') || null, group: cells.text('group') || null });
    read.rows += 1;
  }
  return groupRows(places).map((group) => ({ group, cells: group.lines.map((line) => byLine.get(line) as RowCells) }));
}

/** A row that says one thing only, and that is the heading of a section. */
function headOf(cells: readonly string[]): Section | null {
  const said = [...new Set(cells.filter((cell) => cell !== ''))];
  return said.length === 1 ? readSectionHead(said[0]) : null;
}

function takeGroup(read: ReadFile, group: RowGroup, cells: readonly RowCells[], columns: Columns): void {
  const exact = cells.find((one) => one.has('data'));
  if (exact) {
    takeData(read, exact, cells);
    return;
  }
  read.problems.push(...cells.flatMap(({ problems }) => problems));
  const at = (line: number, code: string, params: Record<string, unknown> = {}): ImportProblem => ({ severity: 'error', sheet: columns.sheet, line, column: null, cell: null, code, params });
  const made = toFileQuestion(group, at);
  if ('question' in made) take(read, made.question, columns.sheet);
  else refuse(read, group.lines.length, made.problems);
}

/** What the visible cells cannot say stands in the data column; it counts as long as nobody changed the others. */
function takeData(read: ReadFile, exact: RowCells, cells: readonly RowCells[]): void {
  const before = exact.problems.length;
  const value = parseJson(exact.text('data'));
  const found = value === undefined ? { field: 'JSON' } : readExchanged(value);
  if ('field' in found) {
    exact.report('data', 'import.json_question', { field: found.field });
  } else if (!found.question.key) {
    exact.report('data', 'import.key_missing');
  } else if (!showsSame(found.question, cells)) {
    exact.report('data', 'import.data_contradicts');
  } else {
    const place = exact.placeOf('data');
    take(read, { lines: cells.map(({ line }) => line), question: found.question as FileQuestion['question'] }, place.sheet);
    return;
  }
  refuse(read, cells.length, exact.problems.slice(before));
}

function showsSame(question: ExchangedQuestion, cells: readonly RowCells[]): boolean {
  return Object.values(questionWords).some((words) => {
    const rows = writeRows(question, words, '');
    return rows.length === cells.length && rows.every((row, index) => cells[index].shows(row));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function takeExchanged(read: ReadFile, value: unknown, line: number): void {
  read.rows += 1;
  const at = (code: string, params: Record<string, unknown> = {}): ImportProblem => ({ severity: 'error', sheet: null, line, column: null, cell: null, code, params });
  const found = readExchanged(value);
  if ('field' in found) refuse(read, 1, [at('import.json_question', { field: found.field })]);
  else if (!found.question.key) refuse(read, 1, [at('import.key_missing')]);
  else take(read, { lines: [line], question: found.question as FileQuestion['question'] }, null);
}

function refuse(read: ReadFile, rows: number, problems: readonly ImportProblem[]): void {
  read.bad += rows;
  read.problems.push(...problems);
}

/** Asks whether the question can be stored and marked at all, and makes it safe. */
function take(read: ReadFile, { lines, question }: FileQuestion, sheet: string | null): void {
  const problems = checkQuestion({ content: question.content, key: question.key, marks: question.marks, scoring: question.scoring });
  if (problems.length > 0) {
    refuse(read, lines.length, problems.map(({ path, code, params }) => ({ severity: 'error', sheet, line: lines[0], column: path, cell: null, code, params: params ?? {} })));
    return;
  }
  const content = sanitizeContent(question.content);
  read.questions.push({ lines, question: { ...question, content, key: sanitizeKey(question.key) }, hash: contentHash(content), text: plainTextOf(content) });
}

/** What would be imported: each question once, the first of those that read the same. */
export interface Sifted {
  good: HashedQuestion[];
  problems: ImportProblem[];
  duplicates: number;
}

/** @param inBank the codes of questions of the bank by content hash (hex). */
export function siftDuplicates(questions: readonly HashedQuestion[], inBank: ReadonlyMap<string, string>, sheet: string | null): Sifted {
  const sifted: Sifted = { good: [], problems: [], duplicates: 0 };
  const seen = new Map<string, number>();
  for (const question of questions) {
    const hash = question.hash.toString('hex');
    const [line] = question.lines;
    const first = seen.get(hash);
    const code = inBank.get(hash);
    if (first === undefined && code === undefined) {
      seen.set(hash, line);
      sifted.good.push(question);
      continue;
    }
    sifted.duplicates += question.lines.length;
    const why = first !== undefined ? { code: 'import.duplicate_line', params: { line: first } } : { code: 'import.duplicate_question', params: { code } };
    sifted.problems.push({ severity: 'warning', sheet, line, column: null, cell: null, ...why });
  }
  return sifted;
}

const shown = { ofKind: 8, samples: 3 };

/** Some of every kind, in the order of the file. */
export function previewOf(questions: readonly HashedQuestion[]): QuestionImportView['preview'] {
  const count = new Map<string, number>();
  return questions.filter(({ question }) => {
    const so = (count.get(question.content.kind) ?? 0) + 1;
    count.set(question.content.kind, so);
    return so <= shown.ofKind;
  }).map(({ lines, question }) => ({ line: lines[0], question }));
}

export function samplesOf(rows: PreparedFile['rows'], index: number): string[] {
  return rows.slice(0, 50).map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '').slice(0, shown.samples).map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell));
}
