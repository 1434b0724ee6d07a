import type { AttemptView, CandidateQuestion } from '#lib/contracts';

/** Which of the questions, in the order of the form, may be shown now: from (included) and to (excluded). */
export function reachable({ step, navigation, sections }: Pick<AttemptView, 'step' | 'navigation' | 'sections'>): { from: number; to: number } {
  const count = sections.reduce((sum, { questions }) => sum + questions.length, 0);
  if (step === null || navigation === 'free') return { from: 0, to: count };
  if (navigation === 'forward') return { from: Math.min(step.index, count - 1), to: Math.min(step.index + 1, count) };
  const from = sections.slice(0, step.index).reduce((sum, { questions }) => sum + questions.length, 0);
  return { from, to: from + (sections[step.index]?.questions.length ?? 0) };
}

export function isReachable(index: number, { from, to }: { from: number; to: number }): boolean {
  return index >= from && index < to;
}

/** The questions of the section that a candidate is in, or all. */
export function shownTogether(questions: readonly CandidateQuestion[], { from, to }: { from: number; to: number }): CandidateQuestion[] {
  return questions.slice(from, to);
}
