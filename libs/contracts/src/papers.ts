import type { DecimalString, FieldProblem, Id, Instant, Title } from './wire.js';
import type { OrgUnitRef } from './people.js';
import type { CandidateSection } from './exam.js';
import type { MultipleScoring, QuestionContent, QuestionKey, QuestionKind } from './question-content.js';

/** A slot with a fixed question version. */
export interface PaperSlot {
  /** Stable within the paper. */
  slot: string;
  questionVersionId: Id;
  marks: DecimalString;
  scoring: MultipleScoring;
}

/** Which published questions a draw rule may take. Everything given must hold; within one list any entry will do. */
export interface DrawFilter {
  /** Each with the categories below it. */
  categoryIds?: Id[];
  subjects?: string[];
  tags?: string[];
  kinds?: QuestionKind[];
  /** 0 (easy) to 1 (hard), both included. */
  difficulty?: { min?: number; max?: number };
  /** Leaves out what a drawn form has had since then. */
  notUsedSince?: Instant;
}

/** A draw rule of a blueprint: `count` slots of `marks` each, filled for every candidate from the pool that the filter found at publishing. */
export interface DrawRule {
  /** Stable within the paper; its slots are called `<id>-1` … `<id>-<count>`. */
  id: string;
  count: number;
  marks: DecimalString;
  scoring: MultipleScoring;
  filter: DrawFilter;
}

/** Fixed slots first, then what is drawn. A section's shuffling wins over the paper's. */
export interface PaperSection {
  title: Title;
  instructions?: Title;
  slots: PaperSlot[];
  rules?: DrawRule[];
  shuffleQuestions?: boolean;
  shuffleOptions?: boolean;
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
  /** Sealed until then; its content opens for nobody alone. */
  sealedUntil: Instant | null;
  updatedAt: Instant;
  version: number;
}

/** What can be done with a paper; what the policy forbids the actor is left out. */
export type PaperAct = 'edit' | 'publish' | 'revise' | 'copy' | 'retire' | 'restore' | 'delete' | 'seal' | 'open' | 'preview' | 'keys';

export interface PaperView extends PaperListItem {
  /** Empty while the paper is sealed. */
  sections: (Omit<PaperSection, 'slots'> & {
    /** `questionId` is null for a question that the actor does not see. */
    slots: (PaperSlot & { questionId: Id | null; kind: QuestionKind; excerpt: string; code: string })[];
  })[];
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  problems: FieldProblem[];
  seal: PaperSealView | null;
  /** How many times it was published. */
  versions: number;
  acts: PaperAct[];
}

/** POST /api/v1/papers/feasibility: what the rules would find now, nothing stored. */
export interface CheckBlueprint {
  orgUnitId: Id;
  sections: PaperSection[];
}

export interface RuleFeasibility {
  id: string;
  wanted: number;
  /** Questions that the filter finds, without fixed ones and those that may not meet them. */
  found: number;
  /** The most that it could have while the other rules keep their number. */
  available: number;
  /** How many this rule lacks when all rules are filled together as well as can be. */
  short: number;
}

export interface BlueprintFeasibility {
  feasible: boolean;
  rules: RuleFeasibility[];
  /** Why something is short: rules that together want more than all their pools together hold. */
  lacking: { rules: string[]; wanted: number; available: number }[];
  /** What the pairs that may not meet do to it: `unsure` when no form was found and none was ruled out. */
  apart: 'none' | 'kept' | 'impossible' | 'unsure' | 'untried';
}

/** GET /api/v1/papers/{id}/distribution: marks and questions, drawn slots shared out by their pools. */
export interface PaperDistribution {
  questions: number;
  totalMarks: DecimalString;
  by: Record<'kind' | 'subject' | 'category' | 'tag' | 'difficulty', { key: string; title: Title | null; questions: DecimalString; marks: DecimalString }[]>;
}

/** GET /api/v1/papers/{id}/preview?number=1&keys=false: one form as a candidate would see it; the same number gives the same form. */
export interface PaperPreview {
  number: number;
  sections: CandidateSection[];
  /** By slot, for those who may see keys and asked for them: the author's own content and key. */
  keys: Record<string, { code: string; questionId: Id; content: QuestionContent; key: QuestionKey }> | null;
}

/** GET, PUT /api/v1/questions/{id}/apart: the questions that it may not meet in a form. */
export interface WriteApart {
  questionIds: Id[];
}

export interface ApartQuestion {
  id: Id;
  versionId: Id;
  code: string;
  kind: QuestionKind;
  excerpt: string;
}

/** POST /api/v1/papers/{id}/seal */
export interface SealPaper {
  /** Nobody, alone or together, sees the content before that, but two openers. */
  until: Instant;
  /** At least two people who may open it together before the time. */
  openerIds: Id[];
}

export interface PaperSealView {
  sealedAt: Instant;
  until: Instant;
  /** `openedAt` is of the last ten minutes, or of the opening itself. */
  openers: { id: Id; name: string; openedAt: Instant | null }[];
  /** Both have opened, or the time has come. */
  open: boolean;
}

export type PaperAccessAct = 'seal' | 'open' | 'read' | 'preview' | 'keys' | 'export' | 'distribution' | 'draw' | 'unseal';

/** GET /api/v1/papers/{id}/access-log: every look, allowed or refused, newest first. */
export interface PaperAccessItem {
  id: Id;
  at: Instant;
  /** Null: the server itself, for an exam. */
  person: { id: Id; name: string } | null;
  act: PaperAccessAct;
  allowed: boolean;
}
