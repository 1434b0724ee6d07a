import type { ActKind, AttemptState, OutOfReach } from '#lib/contracts';
import { type AttemptTimes, type StoredAttemptState, transition } from '#lib/exam';

/** A candidate as an act finds them. */
export interface Reachable {
  readonly state: AttemptState;
  readonly exemption: string | null;
  readonly attemptId: string | null;
  /** Of the attempt; null without one. */
  readonly times: AttemptTimes | null;
  /** For `retract`: whether the extension reached them and has not been taken back. */
  readonly extended?: boolean;
}

const over: readonly AttemptState[] = ['submitted', 'marked', 'released', 'cancelled'];

/**
 * Whether an act reaches a candidate at the moment `now`, and if not, why. The attempt's state machine decides what it can; letting in is for whoever
 * has no attempt and is not excused, messages and releasing a device for whoever sits.
 */
export function outOfReach(act: ActKind, one: Reachable, now: Date, seconds: number | null): OutOfReach | null {
  if (act === 'let_in') return letInOutOfReach(one);
  const { times } = one;
  if (!times) return withoutAttempt(one);
  if (over.includes(one.state)) return 'submitted';
  if (act === 'message' || act === 'take_over') return null;
  if (act === 'retract' && one.extended === false) return 'already_undone';
  if (transition(times, eventOf(act, seconds), now)) return null;
  if (act === 'pause') return 'paused';
  return act === 'resume' ? 'not_paused' : 'too_late';
}

/** The event of the state machine that an act is. */
export function eventOf(act: Exclude<ActKind, 'message' | 'let_in' | 'take_over'>, seconds: number | null): Parameters<typeof transition>[1] {
  switch (act) {
    case 'extend': return { type: 'extend', seconds: seconds ?? 0 };
    case 'retract': return { type: 'retract', seconds: seconds ?? 0 };
    case 'end': return { type: 'submit', by: 'invigilator' };
    default: return { type: act };
  }
}

/** Acts that the candidate's page is told of, and acknowledges. */
export function isTold(act: ActKind): boolean {
  return act !== 'let_in' && act !== 'take_over';
}

function letInOutOfReach({ attemptId, exemption }: Reachable): OutOfReach | null {
  if (attemptId) return 'started';
  return exemption === 'postponed' || exemption === 'cancelled' ? 'exempted' : null;
}

function withoutAttempt({ state }: Reachable): OutOfReach {
  if (state === 'not_started') return 'not_started';
  return state === 'absent' ? 'absent' : 'exempted';
}

/** The times of an attempt as a row holds them. */
export function timesOf(row: { stored: StoredAttemptState | null; deadline: Date | null; closes_at: Date | null; paused_at: Date | null }): AttemptTimes | null {
  if (!row.stored || !row.deadline || !row.closes_at) return null;
  return { state: row.stored, deadline: row.deadline, closesAt: row.closes_at, pausedAt: row.paused_at, submittedAt: null, submittedBy: null };
}
