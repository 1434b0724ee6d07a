import type { QuestionKey, ResponseBody, SimpleKey } from '#lib/contracts';
import { type ShownQuestion, toFormBody } from '#lib/question-bank';

type Simple = Omit<ResponseBody, 'flagged' | 'parts'>;
const either = ' / ';

/** The right answer as a response to a form, under the ids that the form gives; null for what people mark. Accepted texts are joined by `/`. */
export function rightAnswer(key: QuestionKey, question: ShownQuestion): ResponseBody | null {
  if (key.kind !== 'composite') {
    const body = rightBody(key);
    return body && toFormBody(body, question);
  }
  const parts = Object.entries(key.parts).flatMap(([id, part]) => {
    const body = rightBody(part);
    return body ? [[id, body] as const] : [];
  });
  return parts.length > 0 ? toFormBody({ parts: Object.fromEntries(parts) }, question) : null;
}

function rightBody(key: SimpleKey): Simple | null {
  switch (key.kind) {
    case 'single':
    case 'multiple':
    case 'true_false': return { chosen: [...key.correct] };
    case 'ordering': return { chosen: [...key.order] };
    case 'matching': return { gaps: { ...key.pairs } };
    case 'cloze': return { gaps: Object.fromEntries(Object.entries(key.gaps).map(([gap, options]) => [gap, options[0] ?? ''])) };
    case 'gap_fill': return { gaps: Object.fromEntries(Object.entries(key.gaps).map(([gap, accepted]) => [gap, ('texts' in accepted ? accepted.texts.map(({ text }) => text) : accepted.numbers.map(({ value }) => value)).join(either)])) };
    case 'numeric': return { text: key.numbers.map(({ value }) => value).join(either) };
    case 'short': return { text: key.texts.map(({ text }) => text).join(either) };
    default: return null;
  }
}

/** The explanation of a question with those of its parts; null where there is none. */
export function explanationOf(key: QuestionKey): string | null {
  const parts = key.kind === 'composite' ? Object.values(key.parts).map(({ explanation }) => explanation) : [];
  return [key.explanation, ...parts].filter(Boolean).join('') || null;
}
