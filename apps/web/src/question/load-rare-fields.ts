import type { CandidateQuestion } from '#lib/contracts';
import { latePart } from '../look/late-part.js';

const rare: readonly string[] = ['essay', 'matching', 'ordering', 'file'];

/** The fields of the rarer kinds. */
export const rareFields = latePart(() => import('./rare-fields.js'));

/** Whether one of the questions, or a part of one, needs them. */
export function needsRareFields(questions: readonly CandidateQuestion[]): boolean {
  return questions.some((question) => rare.includes(question.kind) || (question.kind === 'composite' && question.parts.some(({ kind }) => rare.includes(kind))));
}
