import type { ChoiceContent, ChoiceKey, ImportField, QuestionContent, QuestionKey } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { plainToHtml } from './rich-text.js';
import type { TableRow } from './table-reader.js';

type ChoiceKind = ChoiceContent['kind'];

/** A question as it was read, before it has an identity. */
export interface DraftQuestion {
  line: number;
  content: QuestionContent & ChoiceContent;
  key: QuestionKey & ChoiceKey;
  marks: string;
  subject: string | null;
  difficulty: number | null;
  source: string | null;
}

export interface RowProblem {
  line: number;
  column: string | null;
  code: string;
  params: Record<string, unknown>;
}

export const maxCellLength = 20_000;
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
const yes = ['对', '√', '✓', '✔', '正确', '是', 't', 'true', 'y', 'yes', 'right'];
const no = ['错', '×', '✗', '✘', 'x', '错误', '否', '不对', '不正确', 'f', 'false', 'n', 'no', 'wrong'];
const kindWords: Record<ChoiceKind, readonly string[]> = {
  single: ['单选', '单选题', '单项选择', '单项选择题', '单项选择题型', '单择题', 'single', 'singlechoice', 'single choice', 'radio', 'mcq'],
  multiple: ['多选', '多选题', '多项选择', '多项选择题', '不定项', '不定项选择题', '不定项选择', 'multiple', 'multiplechoice', 'multiple choice', 'checkbox', 'multi'],
  true_false: ['判断', '判断题', '是非', '是非题', '对错题', '判断正误', 'true/false', 'truefalse', 'true_false', 'true false', 'tf', 'judge', 'judgement', 'boolean'],
};
const kindOf = new Map(Object.entries(kindWords).flatMap(([kind, words]) => words.map((word) => [word, kind as ChoiceKind])));
const difficultyWords: Record<string, number> = { 易: 0.2, 容易: 0.2, 简单: 0.2, easy: 0.2, 较易: 0.35, 中: 0.5, 中等: 0.5, 一般: 0.5, medium: 0.5, normal: 0.5, 较难: 0.65, 难: 0.8, 困难: 0.8, hard: 0.8, difficult: 0.8 };

/** A cell as a machine compares it: NFKC (full-width letters become ordinary ones), trimmed, lower case. */
function plain(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase();
}

/** T or F when the words mean that, in Chinese, English or signs. */
export function readTruth(text: string): 'T' | 'F' | null {
  const word = plain(text).replace(/[。.!！]$/, '');
  if (yes.includes(word)) return 'T';
  return no.includes(word) ? 'F' : null;
}

/** Reads the kind as people write it; without a word the key tells. Null when the word is not known. */
export function readKind(word: string, key: string): ChoiceKind | null {
  const written = plain(word).replace(/[（(].*?[)）]/g, '');
  if (written !== '') return kindOf.get(written) ?? null;
  if (readTruth(key)) return 'true_false';
  return (readLetters(key)?.length ?? 0) > 1 ? 'multiple' : 'single';
}

/** The letters of a key such as `AB`, `A,B`, `Ａ、Ｂ` or `A和B`, each once and sorted; null when there is anything else in it. */
export function readLetters(key: string): string[] | null {
  const bare = key.normalize('NFKC').toUpperCase().replace(/[\s,，、;；/|.。+&和]/g, '');
  return /^[A-H]+$/.test(bare) ? [...new Set(bare)].sort() : null;
}

/** Reads one row by its columns' fields: a question, or every problem that keeps it from being one. */
export function readRow(row: TableRow, fields: readonly ImportField[], headings: readonly string[]): { question: DraftQuestion } | { problems: RowProblem[] } {
  const cells = new Map<ImportField, string>();
  const problems: RowProblem[] = [];
  const columnOf = (field: ImportField): string | null => headings[fields.indexOf(field)] ?? null;
  const report = (field: ImportField, code: string, params: Record<string, unknown> = {}): void => {
    problems.push({ line: row.line, column: columnOf(field), code, params });
  };
  fields.forEach((field, index) => {
    const cell = (row.cells[index] ?? '').trim();
    if (field === 'ignore' || cell === '') return;
    if (cell.length > maxCellLength) report(field, 'import.cell_too_long', { limit: maxCellLength });
    cells.set(field, cell);
  });
  const written = (field: ImportField): string => cells.get(field) ?? '';

  const kind = readKind(written('kind'), written('key'));
  if (!kind) report('kind', 'import.kind_unknown', { value: short(written('kind')) });
  if (!cells.has('stem')) report('stem', 'import.stem_missing');
  if (!cells.has('key')) report('key', 'import.key_missing');
  const given = letters.filter((letter) => cells.has(`option${letter}`)).map((letter) => ({ id: letter as string, text: written(`option${letter}`) }));
  const marks = readMarks(written('marks'));
  if (!marks) report('marks', 'import.marks_invalid', { value: short(written('marks')) });
  if (kind && kind !== 'true_false' && given.length < 2) report('optionA', 'import.options_missing');
  const correct = kind && cells.has('key') ? readCorrect(kind, written('key'), given, report) : [];
  if (problems.length > 0 || !kind || !marks) return { problems };

  const options = kind === 'true_false' ? [{ id: 'T', text: '正确' }, { id: 'F', text: '错误' }] : given;
  const question: DraftQuestion = {
    line: row.line,
    content: { schemaVersion: 1, kind, html: plainToHtml(written('stem')), options: options.map(({ id, text }) => ({ id, html: plainToHtml(text), ...(staysLast(text) ? { keepLast: true } : {}) })) },
    key: { schemaVersion: 1, kind, correct, explanation: cells.has('explanation') ? plainToHtml(written('explanation')) : null },
    marks,
    subject: cells.get('subject')?.slice(0, 100) ?? null,
    difficulty: readDifficulty(written('difficulty')),
    source: cells.get('source')?.slice(0, 500) ?? null,
  };
  return { question };
}

function readCorrect(kind: ChoiceKind, key: string, given: readonly { id: string; text: string }[], report: (field: ImportField, code: string, params?: Record<string, unknown>) => void): string[] {
  if (kind === 'true_false') {
    const truth = readTruth(key) ?? truthOfOption(key, given);
    if (!truth) report('key', 'import.key_not_an_option', { value: short(key) });
    return truth ? [truth] : [];
  }
  const chosen = readLetters(key);
  const known = chosen?.every((letter) => given.some(({ id }) => id === letter)) ?? false;
  if (!chosen || !known) report('key', 'import.key_not_an_option', { value: short(key) });
  else if (kind === 'single' && chosen.length !== 1) report('key', 'import.key_count', { value: short(key) });
  return chosen ?? [];
}

/** A true/false question written as options A 正确, B 错误 with the key `A`. */
function truthOfOption(key: string, given: readonly { id: string; text: string }[]): 'T' | 'F' | null {
  const [letter] = readLetters(key) ?? [];
  const option = given.find(({ id }) => id === letter);
  if (option) return readTruth(option.text);
  return letter === 'A' ? 'T' : letter === 'B' ? 'F' : null;
}

/** 以上都对 and its like refer to the options before them. */
function staysLast(text: string): boolean {
  return /^(以上|上述)(选项)?(都|均|全)?.{0,8}[对是错确非]|^(all|none) of the above/i.test(text.trim());
}

function readMarks(cell: string): string | null {
  const written = plain(cell).replace(/分$/, '').trim();
  if (written === '') return '1';
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(written)) return null;
  const marks = Decimal.of(written);
  return marks.gt(0) && marks.lte(1000) ? marks.toString() : null;
}

function readDifficulty(cell: string): number | null {
  const written = plain(cell);
  if (written in difficultyWords) return difficultyWords[written];
  return /^(0(\.\d+)?|1(\.0+)?)$/.test(written) ? Number(Number(written).toFixed(3)) : null;
}

function short(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
