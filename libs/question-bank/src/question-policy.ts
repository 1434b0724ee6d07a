import type { QuestionState, QuestionView } from '#lib/contracts';
import { type Actor, isAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';

export type QuestionAct = QuestionView['acts'][number];

/** What decides which acts are open, read from the database. */
export interface QuestionSituation {
  path: string;
  state: QuestionState;
  /** The version in work, if any. */
  work: { state: 'draft' | 'in_review' | 'returned'; createdBy: string | null; submittedBy: string | null; authors: readonly string[] } | null;
  /** A version of it was published, ever. */
  published: boolean;
}

/** Everything that the actor may do with a question now: by their grants, by its state, and never reviewing what they wrote or submitted. */
export function actsOn(actor: Actor, question: QuestionSituation): QuestionAct[] {
  const target = { paths: [question.path] };
  const writes = isAllowed(actor, 'question.write', target);
  const reviews = isAllowed(actor, 'question.review', target) && !wroteIt(actor, question);
  const retired = question.state === 'retired';
  const inReview = question.work?.state === 'in_review';
  const acts: [QuestionAct, boolean][] = [
    ['edit', writes && !retired && !inReview],
    ['submit', writes && !retired && question.work !== null && !inReview],
    ['withdraw', writes && !retired && inReview],
    ['approve', reviews && !retired && inReview],
    ['return', reviews && !retired && inReview],
    ['retire', writes && question.state === 'published'],
    ['restore', writes && retired],
    ['delete', writes && !question.published && !inReview],
    ['comment', isAllowed(actor, 'question.read', target)],
  ];
  return acts.flatMap(([act, open]) => (open ? [act] : []));
}

/** Refuses a review by anybody who had a hand in the version. @throws DomainError `question.own_review`. */
export function requireOthersWork(actor: Actor, question: QuestionSituation): void {
  if (wroteIt(actor, question)) throw new DomainError('question.own_review', {}, { kind: 'forbidden' });
}

function wroteIt({ personId }: Actor, { work }: QuestionSituation): boolean {
  return work !== null && (work.createdBy === personId || work.submittedBy === personId || work.authors.includes(personId));
}
