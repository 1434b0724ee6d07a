import type { AttemptStep, CandidateSection, ExamNavigation } from '#lib/contracts';
import { prepared } from '#lib/database';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import type { FormContent } from './draw-form.js';

/** What the first and every further step depends on. */
export interface StepRules {
  navigation: ExamNavigation;
  sectionSeconds: readonly (number | null)[] | null;
  /** Of the whole attempt, as the exam says, and with the candidate's accommodations. */
  durationSeconds: number;
  extraSeconds: number;
}

/** Where a locked attempt stands. */
export interface StoredStep {
  step: number | null;
  locked: boolean;
  closesAt: Date | null;
}

/** The step of each slot: its section, or with `forward` its place in the form, from 0; null when one may go anywhere. */
export function stepsOf(form: Pick<FormContent, 'sections'>, navigation: ExamNavigation): Map<string, number> | null {
  if (navigation === 'free') return null;
  const placed = form.sections.flatMap(({ questions }, section) => questions.map(({ slot }) => ({ slot, section })));
  return new Map(placed.map(({ slot, section }, place) => [slot, navigation === 'by_section' ? section : place]));
}

/** True when a section has a time of its own: then only the section one is in counts. */
export function isTimed({ navigation, sectionSeconds }: Pick<StepRules, 'navigation' | 'sectionSeconds'>): boolean {
  return navigation === 'by_section' && (sectionSeconds ?? []).some((seconds) => seconds !== null);
}

/**
 * When a step that is entered now ends: its section's time, longer in the same proportion as the candidate's whole time is, and never after the
 * attempt itself. Null when it ends with the attempt.
 */
export function stepEnd(rules: StepRules, step: number, enteredAt: Date, closesAt: Date): Date | null {
  const seconds = isTimed(rules) ? rules.sectionSeconds?.[step] : null;
  if (seconds === null || seconds === undefined) return null;
  const own = Math.ceil((seconds * (rules.durationSeconds + rules.extraSeconds) * 1000) / rules.durationSeconds);
  return new Date(Math.min(enteredAt.getTime() + own, closesAt.getTime()));
}

/** How many steps a form has. */
export function countSteps(form: Pick<FormContent, 'sections'>, navigation: ExamNavigation): number {
  return navigation === 'by_section' ? form.sections.length : form.sections.reduce((sum, { questions }) => sum + questions.length, 0);
}

/**
 * Whether a step may be entered from where the attempt stands: false when it has been already.
 * @throws DomainError `attempt.step_refused` for one further on than the next of a timed exam, or past the last.
 */
export function mayEnter({ step, locked }: StoredStep, wanted: number, count: number): boolean {
  if (step === null || wanted >= count || (locked && wanted > step + 1)) throw new DomainError('attempt.step_refused', { step: wanted }, { kind: 'conflict' });
  return wanted > step;
}

export function toStepView({ step, locked, closesAt }: StoredStep, count: number): AttemptStep | null {
  return step === null ? null : { index: step, count, locked, closesAt: closesAt?.toISOString() ?? null };
}

/** With time per section the others' questions are not shown: neither what is to come nor what is over. */
export function shownSections(sections: CandidateSection[], { step, locked }: StoredStep): CandidateSection[] {
  return locked ? sections.map((section, index) => (index === step ? section : { ...section, questions: [] })) : sections;
}

/** Where an attempt begins, as it is stored. */
export async function beginSteps(manager: EntityManager, attemptId: string, rules: StepRules, startedAt: Date, closesAt: Date): Promise<void> {
  const first = firstStep(rules, startedAt, closesAt);
  if (first.step !== null) await enterStep(manager, attemptId, first, startedAt);
}

/** Where an attempt that begins now is. */
export function firstStep(rules: StepRules, startedAt: Date, closesAt: Date): StoredStep {
  if (rules.navigation === 'free') return { step: null, locked: false, closesAt: null };
  return { step: 0, locked: isTimed(rules), closesAt: stepEnd(rules, 0, startedAt, closesAt) };
}

/** Stores where an attempt, whose row is locked, is from now on. */
export async function enterStep(manager: EntityManager, attemptId: string, { step, locked, closesAt }: StoredStep, at: Date): Promise<void> {
  await manager.query(
    prepared(`WITH a AS (UPDATE attempt SET step = $2, step_locked = $3, step_closes_at = $4 WHERE id = $1)
     INSERT INTO attempt_step (attempt_id, step, entered_at, closes_at) VALUES ($1, $2, $5, $4) ON CONFLICT DO NOTHING`), [attemptId, step, locked, closesAt, at]);
}

export async function readStep(manager: EntityManager, attemptId: string): Promise<StoredStep> {
  const [row] = await manager.query<StoredStep[]>(prepared('SELECT step, step_locked AS locked, step_closes_at AS "closesAt" FROM attempt WHERE id = $1'), [attemptId]);
  return row;
}
