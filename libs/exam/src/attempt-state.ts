import { DomainError } from '#lib/kernel';

/** As an attempt is stored; what it *is* at a moment is {@link effectiveState}. */
export type StoredAttemptState = 'in_progress' | 'paused' | 'submitted' | 'marked' | 'released' | 'cancelled';
export type SubmittedBy = 'candidate' | 'clock' | 'invigilator';

/** The part of an attempt that its states depend on. */
export interface AttemptTimes {
  readonly state: StoredAttemptState;
  readonly deadline: Date;
  /** deadline + grace: what counts. */
  readonly closesAt: Date;
  /** Since when it is paused; null in every other state. */
  readonly pausedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: SubmittedBy | null;
}

/** When one may start, and for how long one may sit. An accommodation (`extraSeconds`) always wins over the window. */
export interface SittingWindow {
  readonly opensAt: Date;
  readonly lateUntil: Date;
  readonly durationSeconds: number;
  readonly extraSeconds: number;
  readonly graceSeconds: number;
}

export type AttemptEvent =
  | { readonly type: 'submit'; readonly by: SubmittedBy }
  /** The sweeper, or whoever reads it first, finds the time over. */
  | { readonly type: 'close' }
  | { readonly type: 'extend'; readonly seconds: number }
  /** Takes an extension back, while nobody can rely on it yet. */
  | { readonly type: 'retract'; readonly seconds: number }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'mark' }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' };

/** An extension is not taken back from whoever would then have less than this left. */
export const retractableUntilSeconds = 120;

const ended: readonly StoredAttemptState[] = ['submitted', 'marked', 'released', 'cancelled'];

/**
 * What an attempt is at a moment, whatever jobs have run; the same as `kaosai.effective_state`. At `closesAt` itself it is still open.
 * A paused attempt does not close by the clock, however long it is paused and whatever window the exam has: it goes on, or somebody ends it.
 */
export function effectiveState({ state, closesAt }: Pick<AttemptTimes, 'state' | 'closesAt'>, now: Date): StoredAttemptState {
  return state === 'in_progress' && now.getTime() > closesAt.getTime() ? 'submitted' : state;
}

/**
 * Begins an attempt at the server's moment `now`.
 * @throws DomainError `exam.not_open` before `opensAt`, `exam.too_late` after `lateUntil`.
 */
export function openAttempt(window: SittingWindow, now: Date): AttemptTimes {
  if (now < window.opensAt) throw new DomainError('exam.not_open', { opensAt: window.opensAt.toISOString() }, { kind: 'conflict' });
  if (now > window.lateUntil) throw new DomainError('exam.too_late', { lateUntil: window.lateUntil.toISOString() }, { kind: 'conflict' });
  const deadline = after(now, window.durationSeconds + window.extraSeconds);
  return { state: 'in_progress', deadline, closesAt: after(deadline, window.graceSeconds), pausedAt: null, submittedAt: null, submittedBy: null };
}

/**
 * The state machine of an attempt: what it becomes by an event at the moment `now`, read after its row was locked.
 * Null when the event changes nothing, so that a repeated command is harmless.
 *
 * Submitting late, or closing, ends it as of `closesAt`, by the clock. An extension reaches only who still sits. A pause is credited to the
 * millisecond when the attempt goes on, and as well when it is ended out of a pause, so that nobody submits after `closesAt`. It can be paused up to
 * and at `closesAt`; what is over cannot be paused, extended or cancelled.
 */
export function transition(attempt: AttemptTimes, event: AttemptEvent, now: Date): AttemptTimes | null {
  const { state } = attempt;
  const over = effectiveState(attempt, now) === 'submitted' && state === 'in_progress';
  const sits = !over && (state === 'in_progress' || state === 'paused');
  switch (event.type) {
    case 'submit':
      if (ended.includes(state)) return null;
      return over ? closedByClock(attempt) : { ...credited(attempt, now), state: 'submitted', submittedAt: now, submittedBy: event.by };
    case 'close':
      return over ? closedByClock(attempt) : null;
    case 'extend':
      return sits ? shifted(attempt, event.seconds * 1000) : null;
    case 'retract':
      return sits && isRetractable(attempt, event.seconds, now) ? shifted(attempt, event.seconds * -1000) : null;
    case 'pause':
      return sits && state === 'in_progress' ? { ...attempt, state: 'paused', pausedAt: now } : null;
    case 'resume':
      return state === 'paused' ? { ...credited(attempt, now), state: 'in_progress' } : null;
    case 'mark':
      return state === 'submitted' ? { ...attempt, state: 'marked' } : null;
    case 'release':
      return state === 'marked' ? { ...attempt, state: 'released' } : null;
    case 'cancel':
      return sits ? { ...credited(attempt, now), state: 'cancelled' } : null;
  }
}

/** Nobody relies on an extension as long as its end lies ahead of them by two minutes without it. */
function isRetractable({ deadline, pausedAt }: AttemptTimes, seconds: number, now: Date): boolean {
  const from = pausedAt ?? now;
  return deadline.getTime() - from.getTime() >= (seconds + retractableUntilSeconds) * 1000;
}

/** The attempt with the time of its pause given back. */
function credited(attempt: AttemptTimes, now: Date): AttemptTimes {
  return attempt.pausedAt ? { ...shifted(attempt, Math.max(0, now.getTime() - attempt.pausedAt.getTime())), pausedAt: null } : attempt;
}

function shifted(attempt: AttemptTimes, milliseconds: number): AttemptTimes {
  return { ...attempt, deadline: new Date(attempt.deadline.getTime() + milliseconds), closesAt: new Date(attempt.closesAt.getTime() + milliseconds) };
}

function closedByClock(attempt: AttemptTimes): AttemptTimes {
  return { ...attempt, state: 'submitted', submittedAt: attempt.closesAt, submittedBy: 'clock' };
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
