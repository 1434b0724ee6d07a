import type { AttemptState, ExamMode, ExamState, ExamView } from './exam.js';
import type { OrgUnitRef } from './people.js';
import type { DecimalString, Id, Instant, OperationView, Title } from './wire.js';

/** By hand, as soon as an attempt is marked, or everybody at one time. */
export type ReleasePolicy = 'manual' | 'when_marked' | 'at_time';
/** Which of several attempts counts; of equal marks the earlier one. */
export type AttemptPolicy = 'best' | 'last' | 'first';
/** Any question any time; section after section; or never back. */
export type ExamNavigation = 'free' | 'by_section' | 'forward';

/** From when a candidate may see a part of the result. */
export interface ReviewMoment {
  when: 'never' | 'after_release' | 'at_time';
  /** For `at_time`; never before the release either. */
  at?: Instant;
}

/** What a candidate may see of their own result, part by part; what is not named is never shown. */
export interface ReviewPolicy {
  /** Per question; the total itself comes with the release. */
  marks: ReviewMoment;
  responses: ReviewMoment;
  keys: ReviewMoment;
  explanations: ReviewMoment;
}

/** The rules of an exam; what is left out is as it was, or as the defaults say. */
export interface WriteExamRules {
  /** Nobody may submit sooner after starting. */
  earliestSubmitSeconds?: number;
  attemptsAllowed?: number;
  attemptPolicy?: AttemptPolicy;
  navigation?: ExamNavigation;
  /** For each section of the paper in order; null where it has none of its own. */
  sectionSeconds?: (number | null)[] | null;
  release?: ReleasePolicy;
  releaseAt?: Instant | null;
  review?: ReviewPolicy;
  instructions?: Title | null;
  /** CIDR, IPv4 or IPv6; empty: from anywhere. */
  addressRanges?: string[];
  /** Asked for at the start; null takes it away. */
  accessCode?: string | null;
}

export interface ExamRulesView {
  earliestSubmitSeconds: number;
  attemptsAllowed: number;
  attemptPolicy: AttemptPolicy;
  navigation: ExamNavigation;
  sectionSeconds: (number | null)[] | null;
  release: ReleasePolicy;
  releaseAt: Instant | null;
  review: ReviewPolicy;
  instructions: Title | null;
  addressRanges: string[];
  hasAccessCode: boolean;
}

/** POST /api/v1/exams/{id}/sittings and PUT …/{sittingId} (If-Match) */
export interface WriteSitting {
  title: Title;
  opensAt: Instant;
  /** Nobody may start later, unless an invigilator lets them in. */
  lateUntil: Instant;
}

/** POST /api/v1/exams/{id}/rooms and PUT …/{roomId} (If-Match); the sitting of a room never changes. */
export interface WriteRoom {
  sittingId: Id;
  title: Title;
  place?: string | null;
  capacity: number;
  /** A seat grid, both or none; rows × columns ≥ capacity. */
  rows?: number | null;
  columns?: number | null;
  addressRanges?: string[];
}

export interface RoomView {
  id: Id;
  sittingId: Id;
  title: Title;
  place: string | null;
  capacity: number;
  rows: number | null;
  columns: number | null;
  addressRanges: string[];
  candidates: number;
  seated: number;
  passwordSetAt: Instant | null;
  version: number;
}

/** GET /api/v1/exams/{id}/sittings, in order of time. */
export interface SittingView {
  id: Id;
  ordinal: number;
  title: Title;
  opensAt: Instant;
  lateUntil: Instant;
  candidates: number;
  /** Not in any room yet. */
  withoutRoom: number;
  rooms: RoomView[];
  version: number;
}

/** POST /api/v1/exams/{id}/rooms/{roomId}/password: shown this once, to be printed; the old one no longer opens. */
export interface RoomPassword {
  roomId: Id;
  password: string;
}

export interface Accommodations {
  extraPercent?: number;
  extraSeconds?: number;
  largerText?: boolean;
  reader?: boolean;
  separateRoom?: boolean;
  note?: string;
}

/** PUT /api/v1/exams/{id}/candidates/{candidateId} (If-Match) */
export interface WriteCandidate {
  sittingId: Id;
  roomId: Id | null;
  seat: number | null;
  accommodations: Accommodations;
}

/** POST /api/v1/exams/{id}/candidates/selection: everybody of these units, or of those among them with one of the dictionary entries. */
export interface SelectCandidates {
  orgUnitIds: Id[];
  /** Job fields and service lines; empty: everybody. */
  entryIds: Id[];
  sittingId?: Id;
  /** Only says who would be added. */
  dryRun: boolean;
}

export interface CandidateSelection {
  found: number;
  already: number;
  added: number;
  byUnit: { unit: OrgUnitRef; found: number }[];
}

/** POST /api/v1/exams/{id}/candidates/import: a CSV with the columns 工号 (staff number) and, if wanted, 场次 (a sitting's number). */
export interface ImportCandidates {
  text: string;
  sittingId?: Id;
  dryRun: boolean;
}

export interface CandidateImport {
  rows: number;
  good: number;
  already: number;
  added: number;
  /** By line of the file; nothing is added while there are any, except on a dry run, which adds nothing at all. */
  problems: { line: number; staffNumber: string; code: 'unknown' | 'duplicate' | 'out_of_scope' | 'not_on_duty' | 'sitting_unknown' | 'empty' }[];
}

/** POST /api/v1/exams/{id}/candidates/removal: before the papers are drawn. */
export interface RemoveCandidates {
  candidateIds: Id[];
}

/** POST /api/v1/exams/{id}/seating/preview */
export interface PreviewSeating {
  sittingId: Id;
  /** `by_unit`: units kept apart; `random`: by the seed; `by_list`: in the order of the admission numbers. */
  method: 'by_unit' | 'random' | 'by_list';
  seed?: string;
  /** Seats given already stay; only those without one are placed. */
  keepSeated?: boolean;
}

export interface SeatedCandidate {
  candidateId: Id;
  name: string;
  unit: OrgUnitRef;
  admissionNumber: string;
  seat: number;
}

export interface SeatingView {
  sittingId: Id;
  seed: string;
  /** Pass it back: refused when the people or the rooms have changed since. */
  digest: string;
  rooms: { id: Id; title: Title; rows: number | null; columns: number | null; capacity: number; seats: SeatedCandidate[] }[];
  /** Pairs side by side, or one behind the other, of one unit. */
  sameUnitNeighbours: number;
  /** For whom there is no seat. */
  unplaced: number;
  /** Need a room of their own: placed by hand. */
  separate: number;
}

/** PUT /api/v1/exams/{id}/seating */
export interface ApplySeating extends PreviewSeating {
  digest: string;
}

/** GET /api/v1/exams/{id}/rooms/{roomId}/seats: the seat plan, the door list and the sign-in sheet. */
export interface SeatPlan {
  room: RoomView;
  sitting: { id: Id; title: Title; opensAt: Instant; lateUntil: Instant };
  seats: (Omit<SeatedCandidate, 'seat'> & { seat: number | null; staffNumber: string | null; state: AttemptState })[];
}

export type CandidateRuling = 'absent' | 'postponed' | 'cancelled' | 'restored';

/** POST /api/v1/exams/{id}/candidates/rulings */
export interface RuleOnCandidates {
  candidateIds: Id[];
  ruling: CandidateRuling;
  reason: string;
}

/** POST /api/v1/exams/{id}/make-ups: into a sitting of this exam or of another one. */
export interface MakeUp {
  candidateIds: Id[];
  examId: Id;
  sittingId: Id;
  reason: string;
}

export interface RulingsView {
  changed: number;
  unchanged: { candidateId: Id; name: string; why: 'already' | 'sitting_now' | 'has_result' | 'not_missed' | 'already_there' }[];
}

/** GET /api/v1/exams/{id}/candidates/{candidateId} */
export interface CandidateView {
  id: Id;
  person: { id: Id; name: string; staffNumber: string | null };
  unit: OrgUnitRef;
  admissionNumber: string;
  state: AttemptState;
  reason: string | null;
  sitting: { id: Id; title: Title };
  room: { id: Id; title: Title } | null;
  seat: number | null;
  accommodations: Accommodations;
  /** What they come to. */
  extraSeconds: number;
  letInUntil: Instant | null;
  /** Whose exam this one makes up for. */
  makeUpOf: { candidateId: Id; examId: Id; title: Title } | null;
  attempts: { number: number; state: AttemptState; startedAt: Instant; submittedAt: Instant | null; totalMark: DecimalString | null }[];
  rulings: { ruling: string; reason: string; by: string | null; at: Instant; sitting: Title }[];
  version: number;
}

/** POST /api/v1/exams/{id}/candidates/{candidateId}/entry-code */
export interface IssueEntryCode {
  /** As the sign-in page of that very device shows it; then the code opens there alone, and nobody elsewhere can use up its tries. */
  deviceNumber?: string;
}

export interface EntryCode {
  /** Eight digits, shown this once; one use. */
  code: string;
  expiresAt: Instant;
}

/** GET /api/v1/session/exam: the number this device is called by. */
export interface ExamDevice {
  deviceNumber: string;
}

/** POST /api/v1/session/exam → SessionView of a session that may sit this exam and nothing else; exactly one of the two. */
export interface ExamSignIn {
  admissionNumber: string;
  roomPassword?: string;
  oneTimeCode?: string;
}

/** POST /api/v1/my/exams/{examId}/start */
export interface StartExam {
  accessCode?: string;
}

/** PUT /api/v1/exams/{id} (If-Match) and POST /api/v1/exams/{id}/changes/preview: what is left out stays. */
export interface ChangeExam extends WriteExamRules {
  title?: Title;
  paperId?: Id;
  mode?: ExamMode;
  durationSeconds?: number;
  graceSeconds?: number;
  passMark?: DecimalString | null;
  referenceIds?: Id[];
  sittings?: { id: Id; title?: Title; opensAt?: Instant; lateUntil?: Instant }[];
}

export interface ApplyExamChange extends ChangeExam {
  /** Of the preview; needed when it says so. */
  digest?: string;
}

export type ExamChangeField = keyof ChangeExam;

export interface ExamChangePreview {
  state: ExamState;
  /** Free: nothing depends on it yet; safe: nobody's exam changes; guarded: needs the digest; refused: not any more. */
  fields: { field: ExamChangeField; verdict: 'free' | 'safe' | 'guarded' | 'refused'; why: 'people_started' | 'papers_drawn' | 'marks_released' | 'too_many_used' | 'cancelled' | null }[];
  effects: {
    /** Still sitting, whose deadline moves. */
    deadlinesMoved: number;
    /** Of those, whose time would be over at once. */
    endedAtOnce: number;
    /** Not started, who could not any more. */
    couldNoLongerStart: number;
    /** Absent by the clock, who could start again. */
    couldStartAgain: number;
    /** With a result, for whom passed becomes failed or the other way round. */
    passChanged: number;
  };
  allowed: boolean;
  digestNeeded: boolean;
  digest: string;
}

/** Many rows are changed by an operation; the exam's own settings at once. */
export interface ExamChanged {
  exam: ExamView;
  operation: OperationView | null;
}
