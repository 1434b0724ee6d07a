import type { DecimalInput } from '#lib/kernel';

/** What judges score an entry on. */
export interface Criterion {
  readonly id: string;
  /** Multiplies the mark, above 0; 1 by default. */
  readonly weight?: DecimalInput;
  readonly min: DecimalInput;
  readonly max: DecimalInput;
  /** Marks are min + a whole number of steps; any mark in the range when absent. */
  readonly step?: DecimalInput;
  /** Whether a referee's deduction on this criterion lowers each judge's mark before trimming, or the result after it (default). */
  readonly deduct?: 'before' | 'after';
}

/** One judge's marks for one entry: every criterion exactly once. */
export interface JudgeSheet {
  readonly judgeId: string;
  readonly marks: Readonly<Record<string, DecimalInput>>;
}

/** Which marks are left out, by count: one copy of a duplicate counts as one. */
export interface Trim {
  /** By each judge's weighted total (usual), or criterion by criterion. */
  readonly by: 'judge-total' | 'criterion';
  readonly high: number;
  readonly low: number;
  /** Nothing is dropped from a panel of fewer judges than this. */
  readonly from?: number;
}

/** Points a referee takes off: from a criterion (as that declares), or from the result. */
export interface Deduction {
  readonly id: string;
  readonly amount: DecimalInput;
  readonly criterionId?: string;
}

/** States of an entry that has no score, best first as boards list them. They are never a score of 0. */
export const UNSCORED_STATES = ['pending', 'postponed', 'absent', 'withdrawn', 'injured', 'not-finished', 'disqualified'] as const;
export type UnscoredState = (typeof UNSCORED_STATES)[number];
export type EntryState = 'scored' | UnscoredState;
