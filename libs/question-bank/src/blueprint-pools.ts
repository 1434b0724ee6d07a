import type { DrawFilter, DrawRule, PaperSection } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { type ApartPair, checkCounts, type Feasibility, type QuestionClass } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { visibleQuestions } from './visible-questions.js';

/** Rules are told apart by the bits of a bigint. */
export const mostRules = 60;

/** What publishing freezes of a blueprint: ascending version ids by rule, and the pairs among them that may not meet. */
export interface FrozenPools {
  pools: Record<string, string[]>;
  apart: ApartPair[];
}

type Sections = readonly Pick<PaperSection, 'slots' | 'rules'>[];

export function rulesOf(sections: Sections): DrawRule[] {
  return sections.flatMap(({ rules = [] }) => rules);
}

export function fixedVersions(sections: Sections): string[] {
  return sections.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId));
}

/** Whether the rules can be filled from what the actor may draw from now: questions are counted in the database, not listed. */
export async function checkBlueprint(manager: EntityManager, actor: Actor, sections: Sections): Promise<Feasibility> {
  const rules = rulesOf(sections);
  if (rules.length === 0) return checkCounts([], [], {}, []);
  const params: unknown[] = [];
  const eligible = await eligibleQuestions(manager, actor, sections, params);
  const [{ classes, pairs }] = await manager.query<{ classes: [string, number][] | null; pairs: [string, string, string, string][] | null }[]>(
    `WITH eligible AS MATERIALIZED (${eligible})
     SELECT (SELECT jsonb_agg(jsonb_build_array(c.mask::text, c.n)) FROM (SELECT mask, count(*)::int AS n FROM eligible WHERE mask <> 0 GROUP BY mask) c) AS classes,
       (SELECT jsonb_agg(jsonb_build_array(a.question_id, a.mask::text, b.question_id, b.mask::text))
        FROM question_apart p JOIN eligible a ON a.question_id = p.a_id JOIN eligible b ON b.question_id = p.b_id WHERE a.mask <> 0 AND b.mask <> 0) AS pairs`, params);
  const masks = new Map((pairs ?? []).flatMap(([a, maskA, b, maskB]) => [[a, maskA] as const, [b, maskB] as const]));
  const left = new Map(classes ?? []);
  for (const mask of masks.values()) left.set(mask, (left.get(mask) ?? 0) - 1);
  const counted = [...left].map(([mask, questions]): QuestionClass => ({ rules: idsIn(mask, rules), questions }));
  const named = Object.fromEntries([...masks].map(([id, mask]) => [id, idsIn(mask, rules)]));
  return checkCounts(rules, counted, named, (pairs ?? []).map(([a, , b]): ApartPair => [a, b]));
}

/** The pools as they are now, for good. */
export async function freezePools(manager: EntityManager, actor: Actor, sections: Sections): Promise<FrozenPools> {
  const rules = rulesOf(sections);
  if (rules.length === 0) return { pools: {}, apart: [] };
  const params: unknown[] = [];
  const eligible = await eligibleQuestions(manager, actor, sections, params);
  const [row] = await manager.query<Record<string, string[] | [string, string][] | null>[]>(
    `WITH eligible AS MATERIALIZED (${eligible})
     SELECT ${rules.map((_, index) => `(SELECT array_agg(version_id ORDER BY version_id) FROM eligible WHERE mask & ${bit(index)} <> 0) AS r${index}`).join(', ')},
       (SELECT jsonb_agg(jsonb_build_array(least(a.version_id, b.version_id), greatest(a.version_id, b.version_id)) ORDER BY least(a.version_id, b.version_id), greatest(a.version_id, b.version_id))
        FROM question_apart p JOIN eligible a ON a.question_id = p.a_id JOIN eligible b ON b.question_id = p.b_id WHERE a.mask <> 0 AND b.mask <> 0) AS apart`, params);
  return {
    pools: Object.fromEntries(rules.map(({ id }, index) => [id, (row[`r${index}`] as string[] | null) ?? []])),
    apart: (row.apart as [string, string][] | null) ?? [],
  };
}

/** An SQL query for the drawable questions outside the fixed slots: `question_id`, `version_id` and, bit by bit, which rules may take it. */
export async function eligibleQuestions(manager: EntityManager, actor: Actor, sections: Sections, params: unknown[]): Promise<string> {
  const rules = rulesOf(sections);
  if (rules.length > mostRules) throw new DomainError('paper.too_many_rules', { limit: mostRules });
  const below = await categoriesBelow(manager, rules);
  const mask = rules.map(({ filter }, index) => `CASE WHEN ${filterCondition(filter, below, params)} THEN ${bit(index)} ELSE 0 END`).join(' | ');
  const fixed = `(SELECT question_id FROM question_version WHERE id = ANY($${params.push(fixedVersions(sections))}::uuid[]))`;
  return `SELECT q.id AS question_id, v.id AS version_id, ${mask || '0::bigint'} AS mask
    FROM question q JOIN question_version v ON v.id = q.current_version_id JOIN org_unit u ON u.id = q.org_unit_id
    WHERE q.state = 'published' AND v.state = 'published' AND q.archived_at IS NULL AND ${visibleQuestions(actor, params)}
      AND q.id NOT IN (SELECT question_id FROM question_version WHERE id = ANY($${params.length - 1}::uuid[])
        UNION SELECT b_id FROM question_apart WHERE a_id IN ${fixed} UNION SELECT a_id FROM question_apart WHERE b_id IN ${fixed})`;
}

function filterCondition(filter: DrawFilter, below: ReadonlyMap<string, string[]>, params: unknown[]): string {
  const conditions: string[] = [];
  const anyOf = (column: string, values: readonly string[] | undefined, type: string): void => {
    if (values && values.length > 0) conditions.push(`${column} = ANY($${params.push(values)}::${type}[])`);
  };
  if (filter.categoryIds && filter.categoryIds.length > 0) conditions.push(`q.category_id = ANY($${params.push(filter.categoryIds.flatMap((id) => below.get(id) ?? []))}::uuid[])`);
  anyOf('v.subject', filter.subjects, 'text');
  anyOf('v.kind', filter.kinds, 'text');
  if (filter.tags && filter.tags.length > 0) conditions.push(`q.tags && $${params.push(filter.tags)}::text[]`);
  if (filter.difficulty?.min !== undefined) conditions.push(`v.difficulty >= $${params.push(filter.difficulty.min)}::numeric`);
  if (filter.difficulty?.max !== undefined) conditions.push(`v.difficulty <= $${params.push(filter.difficulty.max)}::numeric`);
  // Not correlated, so that it is read once for all questions.
  if (filter.notUsedSince) conditions.push(`q.id NOT IN (SELECT question_id FROM question_use WHERE forms > 0 AND used_at >= $${params.push(filter.notUsedSince)}::timestamptz)`);
  return conditions.length > 0 ? conditions.join(' AND ') : 'TRUE';
}

async function categoriesBelow(manager: EntityManager, rules: readonly DrawRule[]): Promise<Map<string, string[]>> {
  const roots = [...new Set(rules.flatMap(({ filter }) => filter.categoryIds ?? []))];
  if (roots.length === 0) return new Map();
  const rows = await manager.query<{ root: string; ids: string[] }[]>(
    `WITH RECURSIVE below AS (SELECT id AS root, id FROM question_category WHERE id = ANY($1::uuid[])
       UNION SELECT below.root, c.id FROM question_category c JOIN below ON c.parent_id = below.id WHERE c.archived_at IS NULL)
     SELECT root, array_agg(id) AS ids FROM below GROUP BY root`, [roots]);
  return new Map(rows.map(({ root, ids }) => [root, ids]));
}

function bit(index: number): string {
  return `${1n << BigInt(index)}::bigint`;
}

function idsIn(mask: string, rules: readonly DrawRule[]): string[] {
  const bits = BigInt(mask);
  return rules.filter((_, index) => (bits >> BigInt(index)) & 1n).map(({ id }) => id);
}
