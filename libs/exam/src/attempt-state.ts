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
  | { readonly type: 'mark' }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' };

const ended: readonly StoredAttemptState[] = ['submitted', 'marked', 'released', 'cancelled'];

/** What an attempt is at a moment, whatever jobs have run; the same as `kaosai.effective_state`. At `closesAt` itself it is still open. */
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
  return { state: 'in_progress', deadline, closesAt: after(deadline, window.graceSeconds), submittedAt: null, submittedBy: null };
}

/**
 * The state machine of an attempt: what it becomes by an event at the moment `now`, read after its row was locked.
 * Null when the event changes nothing, so that a repeated command is harmless.
 *
 * Submitting late, or closing, ends it as of `closesAt`, by the clock. An extension reaches only who still sits.
 */
export function transition(attempt: AttemptTimes, event: AttemptEvent, now: Date): AttemptTimes | null {
  const { state, closesAt } = attempt;
  const over = effectiveState(attempt, now) === 'submitted' && state === 'in_progress';
  switch (event.type) {
    case 'submit':
      if (ended.includes(state)) return null;
      return over ? closedByClock(attempt) : { ...attempt, state: 'submitted', submittedAt: now, submittedBy: event.by };
    case 'close':
      return over ? closedByClock(attempt) : null;
    case 'extend':
      if (over || (state !== 'in_progress' && state !== 'paused')) return null;
      return { ...attempt, deadline: after(attempt.deadline, event.seconds), closesAt: after(closesAt, event.seconds) };
    case 'mark':
      return state === 'submitted' ? { ...attempt, state: 'marked' } : null;
    case 'release':
      return state === 'marked' ? { ...attempt, state: 'released' } : null;
    case 'cancel':
      return state === 'in_progress' || state === 'paused' ? { ...attempt, state: 'cancelled' } : null;
  }
}

function closedByClock(attempt: AttemptTimes): AttemptTimes {
  return { ...attempt, state: 'submitted', submittedAt: attempt.closesAt, submittedBy: 'clock' };
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
