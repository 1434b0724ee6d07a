import type { AttemptPolicy, ExamNavigation, ExamRulesView, ReleasePolicy, ReviewPolicy, Title, WriteExamRules } from '#lib/contracts';
import { hashPassword } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { rangesSql, requireRanges } from './address-ranges.js';

/** What candidates may see of their result unless the exam says otherwise. */
export const defaultReview: ReviewPolicy = { marks: { when: 'after_release' }, responses: { when: 'never' }, keys: { when: 'never' }, explanations: { when: 'never' } };

export const rulesColumns = `e.earliest_submit_seconds, e.attempts_allowed, e.attempt_policy, e.navigation, e.section_seconds, e.release, e.release_at, e.review_policy, e.instructions,
  e.address_ranges::text[] AS address_ranges, e.access_code_hash IS NOT NULL AS has_access_code`;

export interface RulesRow {
  earliest_submit_seconds: number;
  attempts_allowed: number;
  attempt_policy: AttemptPolicy;
  navigation: ExamNavigation;
  section_seconds: (number | null)[] | null;
  release: ReleasePolicy;
  release_at: Date | null;
  review_policy: ReviewPolicy;
  instructions: Title | null;
  address_ranges: string[];
  has_access_code: boolean;
}

export function toRulesView(row: RulesRow): ExamRulesView {
  return {
    earliestSubmitSeconds: row.earliest_submit_seconds, attemptsAllowed: row.attempts_allowed, attemptPolicy: row.attempt_policy, navigation: row.navigation,
    sectionSeconds: row.section_seconds, release: row.release, releaseAt: row.release_at?.toISOString() ?? null, review: row.review_policy, instructions: row.instructions,
    addressRanges: row.address_ranges, hasAccessCode: row.has_access_code,
  };
}

const columnOf = {
  earliestSubmitSeconds: 'earliest_submit_seconds', attemptsAllowed: 'attempts_allowed', attemptPolicy: 'attempt_policy', navigation: 'navigation', sectionSeconds: 'section_seconds',
  release: 'release', releaseAt: 'release_at', review: 'review_policy', instructions: 'instructions', addressRanges: 'address_ranges',
} as const satisfies Partial<Record<keyof WriteExamRules, string>>;
const asJson = new Set<keyof WriteExamRules>(['sectionSeconds', 'review', 'instructions']);

/**
 * Writes what is given of an exam's rules; what is not given stays. The row is locked by the caller.
 * @throws DomainError `exam.release_time_missing`, `exam.sections_mismatch`, `exam.address_invalid`.
 */
export async function writeExamRules(manager: EntityManager, examId: string, rules: WriteExamRules): Promise<void> {
  requireRanges(rules.addressRanges ?? []);
  const given = (Object.keys(columnOf) as (keyof typeof columnOf)[]).filter((name) => rules[name] !== undefined);
  const values = given.map((name) => (asJson.has(name) && rules[name] !== null ? JSON.stringify(rules[name]) : rules[name]));
  const sets = given.map((name, index) => `${columnOf[name]} = $${index + 2}${asJson.has(name) ? '::jsonb' : ''}`).map((set, index) => (given[index] === 'addressRanges' ? `address_ranges = ${rangesSql(`$${index + 2}`)}` : set));
  if (rules.accessCode !== undefined) sets.push(`access_code_hash = $${values.push(rules.accessCode === null ? null : await hashPassword(normalCode(rules.accessCode))) + 1}`);
  // A time without its policy means nothing, and the constraint wants both at once.
  if (rules.release === 'at_time' && !rules.releaseAt) throw new DomainError('exam.release_time_missing', {}, { errors: [{ path: 'releaseAt', code: 'exam.release_time_missing' }] });
  if (sets.length > 0) await manager.query(`UPDATE exam SET ${sets.join(', ')} WHERE id = $1`, [examId, ...values]);
  await requireSections(manager, examId);
}

/** A code is typed from a blackboard: its case and width do not matter. */
export function normalCode(code: string): string {
  return code.normalize('NFKC').trim().toUpperCase();
}

async function requireSections(manager: EntityManager, examId: string): Promise<void> {
  const [row] = await manager.query<{ given: number | null; sections: number }[]>(
    `SELECT CASE WHEN jsonb_typeof(e.section_seconds) = 'array' THEN jsonb_array_length(e.section_seconds) END AS given, jsonb_array_length(v.structure->'sections') AS sections
     FROM exam e JOIN paper_version v ON v.id = e.paper_version_id WHERE e.id = $1`, [examId]);
  if (row.given !== null && row.given !== row.sections) throw new DomainError('exam.sections_mismatch', { count: row.sections }, { errors: [{ path: 'sectionSeconds', code: 'exam.sections_mismatch' }] });
}
