import type { DecimalString, Id, Instant, Title } from './wire.js';
import type { OrgUnitRef } from './people.js';
import type { FileKind, ResponseBody } from './question-content.js';
import type { ReferenceArticle } from './references.js';
import type { Accommodations, ExamNavigation, ExamRulesView, WriteExamRules, WriteSitting } from './exam-set-up.js';

/** Closed: nothing but the paper. Restricted: the listed references and nothing else. Open: those, and what the candidate brings. */
export type ExamMode = 'closed' | 'open' | 'restricted';
/** Preparing: forms are being drawn; ready: every candidate has one. */
export type ExamState = 'draft' | 'preparing' | 'ready' | 'failed' | 'closed' | 'cancelled';
export type AttemptState = 'not_started' | 'in_progress' | 'paused' | 'submitted' | 'marked' | 'released' | 'absent' | 'postponed' | 'cancelled';

/** POST /api/v1/exams; an exam of a contest is made by POST /api/v1/tiers/{id}/exam instead. */
export interface WriteExam extends WriteExamRules {
  orgUnitId: Id;
  title: Title;
  paperId: Id;
  mode: ExamMode;
  opensAt: Instant;
  /** Nobody may start later. */
  lateUntil: Instant;
  durationSeconds: number;
  graceSeconds?: number;
  passMark?: DecimalString | null;
  referenceIds: Id[];
  /** More than one time slot; the window above is then theirs together. */
  sittings?: WriteSitting[];
}

export interface ExamListItem {
  id: Id;
  title: Title;
  mode: ExamMode;
  state: ExamState;
  orgUnit: OrgUnitRef;
  opensAt: Instant;
  lateUntil: Instant;
  durationSeconds: number;
  candidates: number;
  counts: Record<AttemptState, number>;
  editionId: Id | null;
  version: number;
}

export interface ExamView extends ExamListItem {
  paper: { id: Id; versionId: Id; title: Title; questions: number; totalMarks: DecimalString };
  references: { id: Id; title: Title }[];
  graceSeconds: number;
  passMark: DecimalString | null;
  rules: ExamRulesView;
  /** Filled when preparing failed. */
  problem: { code: string; params: Record<string, unknown> } | null;
  revision: number;
}

export interface CandidateListItem {
  id: Id;
  person: { id: Id; name: string; staffNumber: string | null };
  unit: OrgUnitRef;
  admissionNumber: string;
  state: AttemptState;
  startedAt: Instant | null;
  submittedAt: Instant | null;
  lastSavedAt: Instant | null;
  answered: number;
  totalMark: DecimalString | null;
  /** Why absent, postponed or cancelled, when somebody ruled so. */
  reason: string | null;
  sitting: { id: Id; ordinal: number; title: Title };
  room: { id: Id; title: Title } | null;
  seat: number | null;
  accommodations: Accommodations;
  extraSeconds: number;
  makeUp: boolean;
  version: number;
}

/** POST /api/v1/exams/{id}/candidates */
export interface AddCandidates {
  personIds: Id[];
  sittingId?: Id;
}

/** POST /api/v1/exams/{id}/extend: everyone still sitting. */
export interface ExtendExam {
  seconds: number;
  reason: string;
}

/** GET /api/v1/my/exams: the candidate's own list, an allow-list. */
export interface MyExamItem {
  examId: Id;
  title: Title;
  mode: ExamMode;
  opensAt: Instant;
  lateUntil: Instant;
  durationSeconds: number;
  questions: number;
  totalMarks: DecimalString;
  admissionNumber: string;
  state: AttemptState;
  ready: boolean;
  attemptId: Id | null;
  closesAt: Instant | null;
  /** Only after release. */
  totalMark: DecimalString | null;
  instructions: Title | null;
  needsAccessCode: boolean;
  navigation: ExamNavigation;
  earliestSubmitSeconds: number;
  /** How many times it may still be started, the first time included. */
  attemptsLeft: number;
  place: { sitting: Title; room: Title | null; place: string | null; seat: number | null };
}

/** An option, gap choice, item or side as a candidate sees it, under an id that only this form has. */
export interface CandidateItem {
  id: string;
  html: string;
}

/** What every kind shows. */
interface CommonCandidateQuestion {
  slot: string;
  number: number;
  html: string;
  marks: DecimalString;
  scoringText: Title;
}

/** What a candidate may see of one question: an allow-list per kind. */
export type CandidateBody =
  | { kind: 'single' | 'multiple' | 'true_false'; options: CandidateItem[] }
  | { kind: 'gap_fill'; gaps: { id: string; type: 'text' | 'number'; width: number | null }[] }
  | { kind: 'cloze'; gaps: { id: string; options: CandidateItem[] }[] }
  | { kind: 'numeric'; units: string[] }
  | { kind: 'short'; maxLength: number }
  | { kind: 'matching'; lefts: CandidateItem[]; rights: CandidateItem[] }
  | { kind: 'ordering'; items: CandidateItem[] }
  | { kind: 'essay'; minLength: number | null; maxLength: number | null }
  | { kind: 'file'; accept: FileKind[]; maxFiles: number; maxBytes: number };

/** One part of a composite question. */
export type CandidatePart = { id: string; html: string; marks: DecimalString; scoringText: Title } & CandidateBody;

/** A question of a form; a kind that is not known here shows nothing but its place and marks. */
export type CandidateQuestion = CommonCandidateQuestion & (CandidateBody | { kind: 'composite'; parts: CandidatePart[] } | { kind: 'unknown' });

export interface CandidateSection {
  title: Title;
  instructions: Title | null;
  questions: CandidateQuestion[];
}

/** POST /api/v1/my/exams/{examId}/start and GET /api/v1/attempts/{id} */
export interface AttemptView {
  id: Id;
  examId: Id;
  title: Title;
  mode: ExamMode;
  candidate: { name: string; staffNumber: string | null; admissionNumber: string; unit: Title };
  state: AttemptState;
  startedAt: Instant;
  /** What the screen counts down to. */
  deadline: Instant;
  /** deadline + grace: a save counts iff the database's clock, after the lock, is not later. */
  closesAt: Instant;
  durationSeconds: number;
  now: Instant;
  navigation: ExamNavigation;
  sectionSeconds: (number | null)[] | null;
  /** Where the candidate is, unless navigation is free: a section, or with `forward` a question, from 0. */
  step: AttemptStep | null;
  /** Submitting is refused before. */
  earliestSubmitAt: Instant | null;
  largerText: boolean;
  /** Issued per page load and per takeover; null when another device holds the attempt or it is closed. */
  writer: number | null;
  sections: CandidateSection[];
  references: { id: Id; title: Title; articles: number }[];
  /** The current saved response per slot. */
  responses: { slot: string; body: ResponseBody; savedAt: Instant; receipt: string }[];
  submission: SubmissionView | null;
}

export interface SaveItem {
  slot: string;
  writer: number;
  seq: number;
  body: ResponseBody;
}

/** POST /api/v1/attempts/{id}/saves: answered after commit. At most 50 items. */
export interface SaveCommand {
  items: SaveItem[];
}

/** `passed`: the section or question is behind the candidate, or its time is over; nothing is stored. */
export type SaveOutcome = 'stored' | 'superseded' | 'replay' | 'conflict' | 'closed' | 'busy' | 'passed';

export interface SaveAck {
  slot: string;
  writer: number;
  seq: number;
  outcome: SaveOutcome;
  savedAt: Instant | null;
  /** The row's hash, hex; the candidate can keep and check it. */
  receipt: string | null;
}

export interface SaveAnswer {
  now: Instant;
  closesAt: Instant;
  acks: SaveAck[];
}

export interface AttemptStep {
  index: number;
  count: number;
  /** With time per section: only this one counts now, and the questions of others are not shown. */
  locked: boolean;
  closesAt: Instant | null;
}

/** POST /api/v1/attempts/{id}/steps → AttemptView: goes on to the next section or question; there is no way back. Repeating it changes nothing. */
export interface EnterStep {
  step: number;
}

/** GET /api/v1/attempts/{id}/notes; PUT /api/v1/attempts/{id}/notes/{articleId} */
export interface WriteCandidateNote {
  bookmarked: boolean;
  /** At most 2,000 characters. */
  text: string;
}

export interface CandidateNote extends WriteCandidateNote {
  referenceId: Id;
  articleId: Id;
  updatedAt: Instant;
}

/** POST /api/v1/attempts/{id}/openings: what the candidate has just looked at, at most 50. */
export interface RecordOpenings {
  articleIds: Id[];
}

/** POST /api/v1/attempts/{id}/submit; repeating it changes nothing. */
export interface SubmissionView {
  attemptId: Id;
  state: AttemptState;
  submittedAt: Instant;
  submittedBy: 'candidate' | 'clock' | 'invigilator';
  answered: number;
  questions: number;
  /** Hash over the receipts of the current responses in slot order. */
  receipt: string;
}

/** POST /api/v1/attempts/{id}/takeover → AttemptView with a new writer */
export interface TakeoverCommand {
  reason?: string;
}

/** GET /api/v1/attempts/{id}/references/search?q= */
export interface ReferenceHit {
  referenceId: Id;
  referenceTitle: Title;
  article: ReferenceArticle;
}

/** GET /api/v1/attempts/{id}/result: only after release, an allow-list. */
export interface AttemptResultView {
  attemptId: Id;
  title: Title;
  totalMark: DecimalString;
  totalMarks: DecimalString;
  passed: boolean | null;
  releasedAt: Instant;
  /** Empty unless the exam lets candidates see the marks of each question. */
  slots: { slot: string; number: number; mark: DecimalString; marks: DecimalString; answered: boolean }[];
  /** The candidate's own form with what may be reviewed now; null when nothing may. */
  review: AttemptReview | null;
}

/** What of each question may be reviewed at this moment: a part that may not is null. */
export interface AttemptReview {
  sections: CandidateSection[];
  responses: { slot: string; body: ResponseBody }[] | null;
  /** The right answer as a response to this very form; of a text the accepted ones, joined by `/`. Questions that people mark have none. */
  keys: { slot: string; body: ResponseBody }[] | null;
  explanations: { slot: string; html: string }[] | null;
}
