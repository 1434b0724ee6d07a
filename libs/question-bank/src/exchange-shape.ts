import type { ExchangedQuestion } from '#lib/contracts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.length <= 2_000;
const decimal: Check = (value) => typeof value === 'string' && /^(?!0+(\.0+)?$)\d{1,4}(\.\d{1,4})?$/.test(value);
const oneOf = (...values: unknown[]): Check => (value) => values.includes(value);
const orNull = (check: Check): Check => (value) => value === null || check(value);
const optional = (check: Check): Check => (value) => value === undefined || check(value);
const list = (check: Check, most = 200): Check => (value) => Array.isArray(value) && value.length <= most && value.every(check);
const shape = (fields: Record<string, Check>): Check => (value) => isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const scoring = optional(orNull(oneOf('all_or_nothing', 'partial_per_right', 'right_minus_wrong')));
const rest: Record<string, Check> = {
  marks: decimal, scoring, subject: optional(orNull(text)), difficulty: optional(orNull((value) => typeof value === 'number' && value >= 0 && value <= 1)), tags: optional(list(text, 100)),
  jobFields: optional(list(text, 100)), category: optional(list(text, 20)), source: optional(orNull(text)), article: optional(orNull(shape({ regulation: text, label: text }))),
};

/**
 * A question read from untrusted JSON, with only the fields we know; or the name of the field that does not fit. Its content and key are
 * as they came: checkQuestion says whether they have the shape of their kind.
 */
export function readExchanged(value: unknown): { question: ExchangedQuestion } | { field: string } {
  if (!isObject(value)) return { field: 'question' };
  for (const [name, check] of Object.entries(rest)) if (!check(value[name])) return { field: name };
  const given = value as unknown as ExchangedQuestion;
  return {
    question: {
      content: given.content, ...(given.key && { key: given.key }), marks: given.marks, scoring: given.scoring ?? null, subject: given.subject ?? null,
      difficulty: given.difficulty ?? null, tags: given.tags ?? [], jobFields: given.jobFields ?? [], category: given.category ?? [], source: given.source ?? null,
      article: given.article ? { regulation: given.article.regulation, label: given.article.label } : null,
    },
  };
}
