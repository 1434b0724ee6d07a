import type { DecimalString, FieldProblem, Id, Instant, Title } from './wire.js';
import type { OrgUnitRef } from './people.js';

/** Kinds marked by machine in this version; the union widens, `schemaVersion` tells which shape a stored one has. */
export type QuestionKind = 'single' | 'multiple' | 'true_false';

/** `true_false` has the options `T` and `F`. `html` is the restricted subset, sanitised on write. */
export interface ChoiceContent {
  schemaVersion: 1;
  kind: QuestionKind;
  html: string;
  options: { id: string; html: string; keepLast?: boolean }[];
}

export type QuestionContent = ChoiceContent;

/** Stands in a table of its own that candidate queries cannot join. */
export interface QuestionKey {
  schemaVersion: 1;
  correct: string[];
  explanation: string | null;
}

/** How a multiple-choice response earns its fraction (rules.md §1). */
export type MultipleScoring = 'all_or_nothing' | 'partial_per_right' | 'right_minus_wrong';

export interface QuestionListItem {
  id: Id;
  versionId: Id;
  number: number;
  code: string;
  kind: QuestionKind;
  excerpt: string;
  subject: string | null;
  difficulty: number | null;
  state: 'draft' | 'published' | 'retired';
  orgUnit: OrgUnitRef;
  updatedAt: Instant;
}

export interface QuestionView extends QuestionListItem {
  content: QuestionContent;
  key: QuestionKey;
  source: string | null;
}

export type ImportField =
  | 'ignore' | 'number' | 'kind' | 'stem' | 'key' | 'marks' | 'explanation' | 'subject' | 'difficulty' | 'source'
  | 'optionA' | 'optionB' | 'optionC' | 'optionD' | 'optionE' | 'optionF' | 'optionG' | 'optionH';

/** POST /api/v1/question-imports (multipart `file`): nothing is stored in the bank before the commit. */
export interface QuestionImportView {
  id: Id;
  fileName: string;
  encoding: 'utf-8' | 'gb18030';
  state: 'mapped' | 'committing' | 'committed' | 'discarded';
  columns: { index: number; heading: string; field: ImportField; samples: string[] }[];
  rows: { total: number; good: number; bad: number; duplicates: number };
  byKind: { kind: QuestionKind; count: number }[];
  /** At most 500; `line` is the line of the file, from 1. */
  problems: { line: number; column: string | null; code: string; params: Record<string, unknown> }[];
  preview: { line: number; kind: QuestionKind; stem: string; options: string[]; correct: string[] }[];
  operationId: Id | null;
  version: number;
}

/** PUT /api/v1/question-imports/{id}/mapping */
export interface MapImport {
  fields: ImportField[];
}

/** POST /api/v1/question-imports/{id}/commit → OperationView */
export interface CommitImport {
  rows: 'all' | 'good';
  subject?: string;
  orgUnitId: Id;
}

export interface PaperSlot {
  /** Stable within the paper. */
  slot: string;
  questionVersionId: Id;
  marks: DecimalString;
  scoring: MultipleScoring;
}

export interface PaperSection {
  title: Title;
  instructions?: Title;
  slots: PaperSlot[];
}

/** POST /api/v1/papers, PUT /api/v1/papers/{id} (If-Match) */
export interface WritePaper {
  orgUnitId: Id;
  title: Title;
  sections: PaperSection[];
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
}

export interface PaperListItem {
  id: Id;
  title: Title;
  state: 'draft' | 'published' | 'retired';
  orgUnit: OrgUnitRef;
  questions: number;
  totalMarks: DecimalString;
  versionId: Id | null;
  updatedAt: Instant;
  version: number;
}

export interface PaperView extends PaperListItem {
  sections: (Omit<PaperSection, 'slots'> & {
    slots: (PaperSlot & { kind: QuestionKind; excerpt: string; code: string })[];
  })[];
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  problems: FieldProblem[];
}

export interface ReferenceListItem {
  id: Id;
  title: Title;
  articles: number;
  orgUnit: OrgUnitRef;
  updatedAt: Instant;
}

/** One article (条) of a regulation, under its chapter (章). */
export interface ReferenceArticle {
  id: Id;
  ordinal: number;
  chapter: string | null;
  label: string;
  text: string;
}

export interface ReferenceView extends ReferenceListItem {
  articleList: ReferenceArticle[];
}

/** POST /api/v1/references: Markdown or plain text with 第…章 and 第…条. */
export interface WriteReference {
  orgUnitId: Id;
  title: Title;
  text: string;
}
