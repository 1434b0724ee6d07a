import type { ExamChangeField, ExamChangePreview } from '#lib/contracts';

/** How far an exam has gone, and what of it a change depends on. */
export interface ExamProgress {
  /** Draft: nothing hangs on it yet. Drawn: candidates have their papers. */
  readonly phase: 'draft' | 'drawn' | 'started' | 'released' | 'cancelled';
  /** The greatest number of attempts that one candidate has begun. */
  readonly attemptsUsed: number;
}

/** What of a change its verdict depends on. */
export interface ChangeFacts {
  readonly attemptsAllowed?: number;
  /** References that are there now and would be gone. */
  readonly referencesLost: number;
  /** A sitting's times, not only its title. */
  readonly timesMoved: boolean;
}

type Verdict = Pick<ExamChangePreview['fields'][number], 'verdict' | 'why'>;

const free: Verdict = { verdict: 'free', why: null };
const safe: Verdict = { verdict: 'safe', why: null };
const guarded: Verdict = { verdict: 'guarded', why: null };
const refused = (why: Verdict['why']): Verdict => ({ verdict: 'refused', why });

/** Decides what people have already been examined by: refused once somebody has started. */
const fixedByStart: readonly ExamChangeField[] = ['mode', 'navigation', 'sectionSeconds'];
/** Moves somebody's ends or starts. */
const movesPeople: readonly ExamChangeField[] = ['durationSeconds', 'graceSeconds', 'earliestSubmitSeconds'];
/** Decides results: guarded as long as they are not released. */
const decidesResults: readonly ExamChangeField[] = ['passMark', 'attemptPolicy'];

/**
 * Says of one field of an exam whether it may be changed now. Before its papers are drawn everything is free; afterwards what nobody
 * feels is safe, what moves people needs their organizer to have seen whom, and what they have relied on is refused.
 */
export function classifyChange(field: ExamChangeField, { phase, attemptsUsed }: ExamProgress, facts: ChangeFacts): Verdict {
  if (phase === 'cancelled') return refused('cancelled');
  if (field === 'attemptsAllowed' && (facts.attemptsAllowed ?? attemptsUsed) < attemptsUsed) return refused('too_many_used');
  if (phase === 'draft') return free;
  if (field === 'paperId') return refused('papers_drawn');
  if (field === 'sittings') return facts.timesMoved ? guarded : safe;
  if (phase === 'drawn') return safe;
  if (fixedByStart.includes(field)) return refused('people_started');
  if (field === 'referenceIds' && facts.referencesLost > 0) return refused('people_started');
  if (movesPeople.includes(field)) return guarded;
  if (decidesResults.includes(field)) return phase === 'released' ? refused('marks_released') : guarded;
  if ((field === 'release' || field === 'releaseAt') && phase === 'released') return refused('marks_released');
  return safe;
}
