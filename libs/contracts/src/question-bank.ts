import type { DecimalString, Id, Instant, Title } from './wire.js';
import type { OrgUnitRef } from './people.js';
import type { CandidateQuestion } from './exam.js';
import type { MultipleScoring, QuestionContent, QuestionKey, QuestionKind, ResponseBody } from './question-content.js';

/** Draft → in review → published → retired. A published question may have a newer version in draft or in review beside it. */
export type QuestionState = 'draft' | 'in_review' | 'published' | 'retired';

export interface CategoryView {
  id: Id;
  orgUnit: OrgUnitRef;
  parentId: Id | null;
  title: Title;
  /** Units below may read and draw from its published questions. */
  sharedBelow: boolean;
  /** Units invited to read and draw from its published questions. */
  sharedWith: OrgUnitRef[];
  /** Own questions that are not retired, without those of categories below. */
  questions: number;
  /** Whether the actor may write here, or only read what was shared. */
  writable: boolean;
  version: number;
}

/** POST /api/v1/question-categories, PUT /api/v1/question-categories/{id} (If-Match) */
export interface WriteCategory {
  orgUnitId: Id;
  parentId: Id | null;
  title: Title;
  sharedBelow: boolean;
  sharedWithIds: Id[];
}

/** POST /api/v1/question-categories/{id}/move (If-Match) */
export interface MoveCategory {
  /** Null: to the top of its unit's tree. */
  parentId: Id | null;
}

export interface QuestionListItem {
  id: Id;
  versionId: Id;
  number: number;
  code: string;
  kind: QuestionKind;
  excerpt: string;
  subject: string | null;
  /** 0 (easy) to 1 (hard), as declared by the author. */
  difficulty: number | null;
  state: QuestionState;
  orgUnit: OrgUnitRef;
  category: { id: Id; title: Title } | null;
  tags: string[];
  jobFields: string[];
  /** A newer version in work beside the published one. */
  draft: { versionId: Id; number: number; state: 'draft' | 'in_review' } | null;
  /** Papers whose published version holds it; sealed ones are not told of. */
  papers: number;
  /** Mean mark ÷ full marks over all released responses, four digits; null before there are any. */
  facility: DecimalString | null;
  lastUsedAt: Instant | null;
  createdBy: Id | null;
  updatedAt: Instant;
}

export interface QuestionView extends QuestionListItem {
  content: QuestionContent;
  key: QuestionKey;
  defaultMarks: DecimalString;
  scoring: MultipleScoring | null;
  source: string | null;
  sourceArticle: { id: Id; referenceId: Id; referenceTitle: Title; label: string; text: string } | null;
  /** Raised by every change of the question or of its draft: the value for `If-Match`. */
  version: number;
  /** Whether the content shown is the draft's or the published version's. */
  shown: 'draft' | 'published';
  acts: ('edit' | 'submit' | 'withdraw' | 'approve' | 'return' | 'retire' | 'restore' | 'delete' | 'comment')[];
}

/** POST /api/v1/questions; PUT /api/v1/questions/{id} (If-Match) writes the draft and, of a published question, begins a new version. */
export interface WriteQuestion {
  orgUnitId: Id;
  categoryId: Id | null;
  content: QuestionContent;
  key: QuestionKey;
  defaultMarks: DecimalString;
  scoring?: MultipleScoring | null;
  subject: string | null;
  difficulty: number | null;
  tags: string[];
  jobFields: string[];
  source: string | null;
  sourceArticleId: Id | null;
  /** What was changed and why, for the history. */
  note?: string;
}

/** POST /api/v1/questions/{id}/{submit | withdraw | approve | retire | restore} (If-Match) */
export interface ReviewNote {
  note?: string;
}

/** POST /api/v1/questions/{id}/return (If-Match): the note becomes a comment on the version. */
export interface ReturnQuestion {
  note: string;
}

export interface QuestionVersionItem {
  id: Id;
  number: number;
  state: 'draft' | 'in_review' | 'published' | 'superseded' | 'returned';
  kind: QuestionKind;
  note: string | null;
  createdBy: { id: Id; name: string } | null;
  createdAt: Instant;
  reviewedBy: { id: Id; name: string } | null;
  reviewedAt: Instant | null;
}

/** GET /api/v1/questions/{id}/versions/{versionId} */
export interface QuestionVersionView extends QuestionVersionItem {
  content: QuestionContent;
  key: QuestionKey;
  defaultMarks: DecimalString;
  scoring: MultipleScoring | null;
  subject: string | null;
  difficulty: number | null;
  source: string | null;
}

/** GET /api/v1/questions/{id}/diff?from={versionId}&to={versionId}: field by field, words marked. */
export interface QuestionDiff {
  from: QuestionVersionItem;
  to: QuestionVersionItem;
  /** `field` is a path such as `html`, `options.B`, `key.correct`, `tags`. */
  changes: { field: string; parts: { op: 'same' | 'added' | 'removed'; text: string }[] }[];
}

export interface QuestionComment {
  id: Id;
  versionId: Id;
  author: { id: Id; name: string };
  text: string;
  at: Instant;
  resolvedAt: Instant | null;
}

/** POST /api/v1/questions/{id}/comments */
export interface WriteComment {
  text: string;
}

export interface QuestionUse {
  type: 'paper' | 'exam';
  id: Id;
  title: Title;
  versionNumber: number;
  forms: number;
  at: Instant;
}

/** GET /api/v1/questions/{id}/uses: those in the actor's scope, newest first; sealed papers are not told of. */
export interface QuestionUses {
  items: QuestionUse[];
  /** Papers and exams of units that the actor may not look into. */
  elsewhere: number;
}

/** POST /api/v1/questions/similar */
export interface FindSimilar {
  content: QuestionContent;
  /** The question itself, when it is there already. */
  excludeId?: Id;
}

/** Questions that read almost the same. */
export interface SimilarQuestion {
  id: Id;
  code: string;
  excerpt: string;
  orgUnit: OrgUnitRef;
  /** Share of common character pairs (Jaccard), two digits: 0.80 to 1.00. */
  similarity: DecimalString;
}

/** POST /api/v1/questions/preview: nothing stored; as the candidate would see it, and what keeps it from being stored. */
export interface PreviewQuestion {
  content: QuestionContent;
  key: QuestionKey;
  marks: DecimalString;
  scoring?: MultipleScoring | null;
  /** Tries it: a response to the shown form. */
  response?: ResponseBody;
}

export interface QuestionPreview {
  question: CandidateQuestion | null;
  problems: { path: string; code: string; params?: Record<string, unknown> }[];
  /** How the tried response is marked, and why; null without one, or when the key cannot be used. */
  marking: TriedMark | null;
}

export interface TriedMark {
  state: 'right' | 'partial' | 'wrong' | 'not-answered' | 'needs-person';
  mark: DecimalString | null;
  maxMark: DecimalString;
  rule: string;
  given: string | string[] | null;
  matched: string | string[] | null;
  parts: { id: string; state: string; fraction: DecimalString; given: string | null; matched: string | null }[];
}

/** POST /api/v1/questions/bulk: an operation; every question by itself, those refused are listed. */
export interface BulkQuestions {
  ids: Id[];
  act: 'submit' | 'approve' | 'return' | 'retire' | 'restore' | 'move' | 'tag' | 'untag';
  categoryId?: Id;
  tags?: string[];
  note?: string;
}

/** Of a bulk act: what was done and what was refused, each with its reason. The result of the operation. */
export interface BulkResult {
  done: number;
  refused: { id: Id; questionCode: string | null; code: string; params: Record<string, unknown> }[];
}

export interface QuestionTag {
  tag: string;
  questions: number;
}

/** POST /api/v1/question-tags/rename: on every question that the actor may write; several become one. */
export interface RenameTags {
  from: string[];
  /** Null takes the tags away. */
  to: string | null;
}

export interface RenamedTags {
  questions: number;
}

export type DictionaryName = 'subject' | 'job_field' | 'service_line' | 'instructor_type';

/** GET /api/v1/dictionaries/{name}: what is offered where such a word is typed. */
export interface DictionaryEntry {
  id: Id;
  code: string;
  title: Title;
  sort: number;
  archived: boolean;
}

/** POST /api/v1/dictionaries/{name}, PUT /api/v1/dictionaries/{name}/{id} */
export interface WriteDictionaryEntry {
  code: string;
  title: Title;
  sort: number;
}
