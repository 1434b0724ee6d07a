import type { DecimalString, Id } from './wire.js';
import type { AttemptState, CandidateQuestion } from './exam.js';
import type { PersonKey, ResponseBody } from './question-content.js';

/** What a marker goes by: a guide in the HTML subset, and criteria. */
export type MarkingGuide = Pick<PersonKey, 'guide' | 'rubric'>;

/** GET /api/v1/exams/{id}/awaiting-marks: responses that only a person can mark, question by question; nobody's name goes with them. */
export interface AwaitingMark {
  attemptId: Id;
  slot: string;
  /** Tells candidates apart, and no more. */
  code: string;
  question: CandidateQuestion;
  response: ResponseBody;
  maxMark: DecimalString;
  /** Null for a composite question, whose parts have theirs. */
  guide: MarkingGuide | null;
  /** The parts of a composite question: what the machine has marked, and what a person must. */
  parts: { id: string; maxMark: DecimalString; mark: DecimalString | null; guide: MarkingGuide | null }[];
}

/** PUT /api/v1/exams/{id}/marks/{attemptId}/{slot}: of the whole slot; repeated, the last counts, until the attempt is marked. */
export interface GiveMark {
  mark: DecimalString;
  comment?: string;
}

export interface MarkGiven {
  attemptId: Id;
  slot: string;
  mark: DecimalString;
  maxMark: DecimalString;
  /** Responses of the attempt that still wait. */
  awaiting: number;
  attemptState: AttemptState;
}
