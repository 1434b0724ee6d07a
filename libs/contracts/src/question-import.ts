import type { Id } from './wire.js';
import type { QuestionKind } from './question-content.js';

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
