import type { ListQuery, QuestionKind, QuestionState } from '#lib/contracts';
import { bigrams, searchText, type SortColumn } from '#lib/database';
import { withCategoriesBelow } from './visible-questions.js';

/** What a list of questions may be narrowed to; everything given must hold, within one list any entry will do. */
export interface QuestionFilter extends ListQuery {
  kind?: QuestionKind;
  state?: QuestionState;
  subject?: string;
  jobField?: string;
  tags?: string[];
  /** With the categories below it. */
  categoryId?: string;
  orgUnitId?: string;
  difficultyMin?: number;
  difficultyMax?: number;
  facilityMin?: number;
  facilityMax?: number;
  /** Whether an exam has held it. */
  used?: boolean;
  notUsedSince?: string;
  authorId?: string;
  /** A version in work in that state, whether or not a published one stands beside it: `in_review` is the review queue. */
  work?: 'draft' | 'in_review';
  ids?: readonly string[];
}

/** Sorts of the list; each has an index, or few enough rows. */
export const questionSorts: Record<string, SortColumn> = {
  updatedAt: { expression: 'q.updated_at', type: 'timestamptz' },
  code: { expression: 'q.code', type: 'text' },
  difficulty: { expression: 'coalesce(q.difficulty, 9)', type: 'numeric' },
  facility: { expression: 'coalesce(q.facility, 9)', type: 'numeric' },
  lastUsedAt: { expression: "coalesce(q.last_used_at, '-infinity'::timestamptz)", type: 'timestamptz' },
};

const inWork: Record<'draft' | 'in_review', string> = { draft: "'draft', 'returned'", in_review: "'in_review'" };

/** The filter as SQL conditions over questionTables; parameters are appended. Without `q`'s visibility, which is visibleQuestions. */
export function filterConditions(filter: QuestionFilter, params: unknown[]): string[] {
  const value = (one: unknown): string => `$${params.push(one)}`;
  const conditions: string[] = [];
  if (filter.kind) conditions.push(`v.kind = ${value(filter.kind)}`);
  if (filter.state) conditions.push(`q.state = ${value(filter.state)}`);
  if (filter.subject) conditions.push(`v.subject = ${value(filter.subject)}`);
  if (filter.jobField) conditions.push(`q.job_fields @> ARRAY[${value(filter.jobField)}]`);
  if (filter.tags?.length) conditions.push(`q.tags && ${value(filter.tags)}::text[]`);
  if (filter.categoryId) conditions.push(`q.category_id IN (${withCategoriesBelow([filter.categoryId], params)})`);
  if (filter.orgUnitId) conditions.push(`q.org_unit_id = ${value(filter.orgUnitId)}::uuid`);
  if (filter.difficultyMin !== undefined) conditions.push(`q.difficulty >= ${value(filter.difficultyMin)}`);
  if (filter.difficultyMax !== undefined) conditions.push(`q.difficulty <= ${value(filter.difficultyMax)}`);
  if (filter.facilityMin !== undefined) conditions.push(`q.facility >= ${value(filter.facilityMin)}`);
  if (filter.facilityMax !== undefined) conditions.push(`q.facility <= ${value(filter.facilityMax)}`);
  if (filter.used !== undefined) conditions.push(`q.last_used_at IS ${filter.used ? 'NOT ' : ''}NULL`);
  if (filter.notUsedSince) conditions.push(`(q.last_used_at IS NULL OR q.last_used_at < ${value(filter.notUsedSince)}::timestamptz)`);
  if (filter.authorId) conditions.push(`q.created_by = ${value(filter.authorId)}::uuid`);
  // A shared question is published: what is in work beside it is told to its own unit alone, so this filter keeps to one's own.
  if (filter.work) conditions.push(`q.draft_version_id IN (SELECT w.id FROM question_version w WHERE w.state IN (${inWork[filter.work]}))`);
  if (filter.ids) conditions.push(`q.id = ANY(${value(filter.ids)}::uuid[])`);
  if (filter.q) conditions.push(searchCondition(filter.q, params));
  return conditions;
}

/** What may be a code: only then two ways are tried, each by its own index, so that neither makes the other read every row. */
const codeLike = /^[a-z]\d{3,}$/i;

function searchCondition(text: string, params: unknown[]): string {
  const code = text.trim();
  if (!codeLike.test(code)) return textCondition('v', text, params);
  const wanted = params.push(code.toUpperCase());
  return `v.id IN (SELECT found.id FROM question_version found WHERE ${textCondition('found', text, params)} UNION ALL SELECT coded.current_version_id FROM question coded WHERE coded.code = $${wanted})`;
}

/** A condition for rows whose `bigrams` and `search_text` hold a text: the index narrows, the substring decides. Of two characters the pair says it all. */
export function textCondition(alias: string, text: string, params: unknown[]): string {
  const wanted = searchText(text);
  const { length } = [...wanted];
  if (length === 0) return 'FALSE';
  const pairs = length > 1 ? `${alias}.bigrams @> $${params.push(bigrams(text))}::text[]` : '';
  if (length === 2) return pairs;
  return `${pairs}${pairs && ' AND '}${alias}.search_text LIKE '%' || $${params.push(wanted)} || '%'`;
}
