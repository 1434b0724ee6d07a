import type { PreviewQuestion, QuestionPreview, ResponseBody, TriedMark } from '#lib/contracts';
import { SeededRandom } from '#lib/kernel';
import type { MarkResult } from '#lib/rules';
import { toCandidateQuestion } from './candidate-question.js';
import { checkQuestion } from './check-question.js';
import { sanitizeContent } from './question-content.js';
import { compileQuestion } from './question-marker.js';
import { drawOrders, type ShownQuestion, toAuthorBody } from './question-orders.js';

/**
 * The question as a candidate would see it, and what keeps it from being stored; nothing is. A response to the shown form is marked by the very
 * code that marks exams. The same content is always shown in the same order, so that the response of a second request fits the form of the first.
 * What cannot be shown (a content without its kind's shape) has problems only; what cannot be marked (a broken key) is shown all the same.
 */
export function previewQuestion({ content, key, marks, scoring, response }: PreviewQuestion): QuestionPreview {
  const problems = checkQuestion({ content, key, marks, scoring: scoring ?? null });
  if (problems.some(({ path }) => path === 'content' || path.startsWith('content.'))) return { question: null, problems, marking: null };
  const shown = sanitizeContent(content);
  const rule = scoring ?? 'all_or_nothing';
  const place: ShownQuestion = { orders: drawOrders(shown, false, new SeededRandom('preview')) };
  const question = toCandidateQuestion(shown, { ...place, slot: 'preview', marks, scoring: rule }, 1);
  const marking = response && problems.length === 0 ? tryMark(compileQuestion({ content: shown, key, marks, scoring: rule })(authorBody(response, place)), marks) : null;
  return { question, problems, marking };
}

/** A response comes as anybody sent it: what has not the shape of one is none. */
function authorBody(response: ResponseBody, place: ShownQuestion): ReturnType<typeof toAuthorBody> | null {
  try {
    return toAuthorBody(response, place);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function tryMark({ state, marks: mark, why, parts }: MarkResult, maxMark: string): TriedMark {
  const ofParts = Object.entries(parts ?? {}).map(([id, part]) => ({
    id, state: part.state, fraction: part.fraction?.toString(4) ?? '0', given: joined(part.why.given), matched: joined(part.why.matched),
  }));
  return {
    state, mark: mark?.toString() ?? null, maxMark, rule: why.rule, given: copied(why.given), matched: copied(why.matched),
    parts: ofParts.length > 0 ? ofParts : why.parts.map((part) => ({ ...part })),
  };
}

function joined(text: string | readonly string[] | null): string | null {
  return Array.isArray(text) ? text.join(' ') : text as string | null;
}

function copied(text: string | readonly string[] | null): string | string[] | null {
  return Array.isArray(text) ? [...text as readonly string[]] : text as string | null;
}
