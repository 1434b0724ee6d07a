import type { DecimalString, Id, Instant } from './wire.js';
import type { MultipleScoring, QuestionContent, QuestionKey, QuestionKind } from './question-content.js';
import type { QuestionState } from './question-bank.js';

export type OptionLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z';

/** What a column of a table means; docs/import-format.md says how each is written. */
export type ImportField =
  | 'ignore' | 'number' | 'kind' | 'stem' | 'key' | 'marks' | 'scoring' | 'explanation' | 'subject' | 'difficulty' | 'tags' | 'jobFields' | 'category'
  | 'source' | 'regulation' | 'article' | 'material' | 'group'
  | `option${OptionLetter}` | 'options'
  | `gap${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}` | 'tolerance' | 'units' | 'pairs' | 'items'
  | 'guide' | 'rubric' | 'length' | 'fileKinds' | 'maxFiles' | 'maxMegabytes'
  | 'data';

export const importFields: readonly ImportField[] = [
  'ignore', 'number', 'kind', 'stem', 'key', 'marks', 'scoring', 'explanation', 'subject', 'difficulty', 'tags', 'jobFields', 'category',
  'source', 'regulation', 'article', 'material', 'group',
  ...([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as OptionLetter[]).map((letter): ImportField => `option${letter}`), 'options',
  'gap1', 'gap2', 'gap3', 'gap4', 'gap5', 'gap6', 'gap7', 'gap8', 'gap9', 'gap10', 'tolerance', 'units', 'pairs', 'items',
  'guide', 'rubric', 'length', 'fileKinds', 'maxFiles', 'maxMegabytes',
  'data',
];

export type ImportSource = 'csv' | 'xlsx' | 'text' | 'json';

/** A question between two banks, or between a file and a bank: what an export writes and an import reads. */
export interface ExchangedQuestion {
  content: QuestionContent;
  /** Absent from an export without keys; such a question cannot be imported unless its kind is marked by people. */
  key?: QuestionKey;
  marks: DecimalString;
  scoring?: MultipleScoring | null;
  subject: string | null;
  /** 0 (easy) to 1 (hard). */
  difficulty: number | null;
  tags: string[];
  jobFields: string[];
  /** Titles from the top, in Chinese; empty: no category. */
  category: string[];
  source: string | null;
  /** The clause it rests on: the regulation's Chinese title and the article's label. */
  article: { regulation: string; label: string } | null;
}

/** A file of questions. `version` is raised when an older reader would misread it. */
export interface QuestionExchange {
  format: 'kaosai-questions';
  version: 1;
  exportedAt: Instant;
  questions: ExchangedQuestion[];
}

/** Where in the file something stands: `line` from 1; `cell` (B12) in tables. */
export interface ImportProblem {
  /** `error`: the row is not imported; `warning`: it is, but should be looked at. */
  severity: 'error' | 'warning';
  sheet: string | null;
  line: number;
  column: string | null;
  cell: string | null;
  code: string;
  params: Record<string, unknown>;
}

/** POST /api/v1/question-imports (multipart `file`): nothing is stored in the bank before the commit. A large file is checked by an operation: `checking` until that ends. */
export interface QuestionImportView {
  id: Id;
  fileName: string;
  source: ImportSource;
  encoding: 'utf-8' | 'gb18030' | 'utf-16' | null;
  state: 'checking' | 'failed' | 'mapped' | 'committing' | 'committed' | 'discarded';
  /** Of a workbook; empty otherwise. */
  sheets: { name: string; hidden: boolean }[];
  sheet: string | null;
  /** Whether its columns may be given another meaning: tables only. */
  mappable: boolean;
  columns: { index: number; heading: string; field: ImportField; samples: string[] }[];
  rows: { total: number; good: number; bad: number; duplicates: number };
  /** Questions that would be stored: several rows on one material make one. */
  questions: number;
  byKind: { kind: QuestionKind; count: number }[];
  /** The first 1,000; GET /api/v1/question-imports/{id}/problems has all. */
  problems: ImportProblem[];
  problemCount: { errors: number; warnings: number };
  /** Some of every kind, in the order of the file. */
  preview: { line: number; question: ExchangedQuestion }[];
  /** Category paths (一级/二级) of the file that the target unit may not have yet. */
  categories: string[];
  operationId: Id | null;
  version: number;
}

/** PUT /api/v1/question-imports/{id}/mapping (If-Match). With another `sheet`, `fields` may be empty: they are proposed anew. */
export interface MapImport {
  fields: ImportField[];
  sheet?: string;
}

/** POST /api/v1/question-imports/{id}/commit → OperationView */
export interface CommitImport {
  rows: 'all' | 'good';
  orgUnitId: Id;
  /** Of questions that name none. */
  subject?: string;
  /** Above the file's own category paths; without it these begin at the unit. */
  categoryId?: Id;
  /** Makes the categories that the file names and the unit has not; otherwise such questions stay in `categoryId`. */
  createCategories?: boolean;
  /** Added to every question's own. */
  tags?: string[];
  /** `published` takes the right to review; `draft` when absent. */
  state?: Extract<QuestionState, 'draft' | 'published'>;
  /** Leaves out questions that read almost like one of the bank or of the file. */
  leaveOutSimilar?: boolean;
}

/** POST /api/v1/question-exports → OperationView, whose result names the file: GET /api/v1/question-exports/{operationId}/file */
export interface ExportQuestions {
  format: 'xlsx' | 'json';
  /** These questions, or those that the filter finds; at most 50,000. */
  ids?: Id[];
  filter?: { q?: string; kind?: QuestionKind; state?: QuestionState; subject?: string; categoryId?: Id; tag?: string; difficultyMin?: number; difficultyMax?: number };
  /** Answers, explanations and rubrics, too. */
  withKeys: boolean;
  /** The language of headings and notes. */
  lang?: 'zh' | 'en';
}
