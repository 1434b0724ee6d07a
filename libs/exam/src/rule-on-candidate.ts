import type { CandidateRuling, RulingsView } from '#lib/contracts';
import { effectiveState, type StoredAttemptState } from './attempt-state.js';

/** What a ruling about a candidate depends on. */
export interface CandidateStanding {
  readonly exemption: 'absent' | 'postponed' | 'cancelled' | null;
  /** Until when they may start; an invigilator may have let them in later than their sitting says. */
  readonly lateUntil: Date;
  /** Of the latest attempt. */
  readonly attempt: StoredAttemptState | null;
  readonly closesAt: Date | null;
}

type Why = RulingsView['unchanged'][number]['why'];

/**
 * Why a ruling does not fit a candidate; null when it does. This is the one place that says so.
 *
 * Nobody who sits, or has a result, is ruled absent or postponed; whoever was let in late and started is no longer absent. A
 * cancelled attempt stays cancelled whatever is ruled. Restoring takes back a ruling, never the clock: somebody absent because the
 * time is over is let in, or makes up.
 */
export function mayRule(candidate: CandidateStanding, ruling: CandidateRuling, now: Date): Why | null {
  if (ruling === 'restored') return candidate.exemption === null ? 'already' : null;
  if (candidate.exemption === ruling) return 'already';
  return sat(candidate, now);
}

/**
 * Why somebody may not make an exam up; null when they may: who was ruled absent, postponed or cancelled, who never started until
 * it was too late, and whose attempt was cancelled.
 */
export function mayMakeUp(candidate: CandidateStanding, now: Date): Why | null {
  if (candidate.attempt === 'cancelled') return null;
  const why = sat(candidate, now);
  if (why) return why;
  return candidate.exemption !== null || now > candidate.lateUntil ? null : 'not_missed';
}

/** What a candidate is after a ruling. */
export function ruledState(ruling: CandidateRuling): CandidateStanding['exemption'] {
  return ruling === 'restored' ? null : ruling;
}

/** A seat without a room is none. */
export function isPlaced(roomId: string | null, seat: number | null): boolean {
  return seat === null || (roomId !== null && Number.isSafeInteger(seat) && seat >= 1);
}

function sat({ attempt, closesAt }: CandidateStanding, now: Date): Why | null {
  if (attempt === null || attempt === 'cancelled') return null;
  const state = effectiveState({ state: attempt, closesAt: closesAt ?? now }, now);
  return state === 'in_progress' || state === 'paused' ? 'sitting_now' : 'has_result';
}
