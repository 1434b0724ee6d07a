import type { WriteQuestion } from '#lib/contracts';
import { type Actor, inScope, scopeOf } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { checkQuestion } from './check-question.js';
import type { LockedQuestion } from './question-rows.js';
import { type NewQuestion, tidyWords, toVersionColumns, type VersionColumns } from './store-questions.js';

/** What is written, as the bank stores it. @throws DomainError `request.invalid` with everything that keeps it from being stored. */
export function toNewQuestion(input: WriteQuestion): NewQuestion {
  const { content, key, defaultMarks: marks, scoring = null, subject, difficulty, tags, jobFields, source, sourceArticleId, categoryId, note } = input;
  requireSound({ content, key, marks, scoring });
  return { content, key, marks, scoring, subject: subject?.trim() || null, difficulty, tags, jobFields, source: source?.trim() || null, sourceArticleId, categoryId, note: note?.trim() || null };
}

/** @throws DomainError `request.invalid` with everything that keeps a question from being stored. */
export function requireSound({ content, key, marks, scoring }: Pick<NewQuestion, 'content' | 'key' | 'marks' | 'scoring'>): void {
  const errors = checkQuestion({ content, key, marks, scoring });
  if (errors.length > 0) throw new DomainError('request.invalid', {}, { errors });
}

/** The category belongs to the unit, and the source article to a reference that the actor may read, or it stands there already. @throws DomainError `category.other_unit`, `request.invalid`. */
export async function requirePlace(manager: EntityManager, actor: Actor, { orgUnitId, categoryId, sourceArticleId }: Pick<WriteQuestion, 'orgUnitId' | 'categoryId' | 'sourceArticleId'>, present?: LockedQuestion): Promise<void> {
  if (categoryId) await requireCategoryOf(manager, categoryId, orgUnitId);
  if (!sourceArticleId) return;
  const params: unknown[] = [sourceArticleId, present ? [present.currentVersionId, present.draftVersionId] : []];
  const [found] = await manager.query<unknown[]>(
    `SELECT 1 FROM reference_article a JOIN reference r ON r.id = a.reference_id JOIN org_unit u ON u.id = r.org_unit_id
     WHERE a.id = $1 AND ((r.archived_at IS NULL AND ${inScope(scopeOf(actor, 'reference.read'), 'u.path', params)})
       OR EXISTS (SELECT 1 FROM question_version v WHERE v.id = ANY($2::uuid[]) AND v.source_article_id = a.id))`, params);
  if (!found) throw new DomainError('request.invalid', {}, { errors: [{ path: 'sourceArticleId', code: 'sourceArticleId.invalid' }] });
}

/** @throws DomainError `category.other_unit` unless the category is one of the unit's own and not archived. */
export async function requireCategoryOf(manager: EntityManager, categoryId: string, orgUnitId: string): Promise<void> {
  const [found] = await manager.query<unknown[]>('SELECT 1 FROM question_category WHERE id = $1 AND org_unit_id = $2 AND archived_at IS NULL', [categoryId, orgUnitId]);
  if (!found) throw new DomainError('category.other_unit');
}

/** Writes where the question stands and what it is found by; these hold for all its versions. */
export async function updatePlace(manager: EntityManager, id: string, { orgUnitId, categoryId, tags, jobFields }: WriteQuestion): Promise<void> {
  await manager.query(
    'UPDATE question SET org_unit_id = $2, category_id = $3, tags = $4, job_fields = $5, version = version + 1, updated_at = kaosai.clock() WHERE id = $1',
    [id, orgUnitId, categoryId, tidyWords(tags), tidyWords(jobFields)]);
}

/**
 * Writes the draft: in place while there is one; else, of a published question, a version with the next number beside it. Nothing when it
 * says what the published version says. Answers the version written, or null.
 */
export async function writeDraft(manager: EntityManager, actor: Actor, question: LockedQuestion, written: NewQuestion): Promise<string | null> {
  const columns = toVersionColumns(written);
  if (question.draftVersionId) {
    await updateVersion(manager, actor, question.draftVersionId, columns);
    return question.draftVersionId;
  }
  if (await saysTheSame(manager, question.currentVersionId, columns)) return null;
  const versionId = newId();
  await manager.query(
    `INSERT INTO question_version (id, question_id, number, state, created_by, authors, ${names}) SELECT $1, $2, max(number) + 1, 'draft', $3, ARRAY[$3::uuid], ${placeholders(4)}
     FROM question_version WHERE question_id = $2`, [versionId, question.id, actor.personId, ...valuesOf(columns)]);
  await manager.query('INSERT INTO question_key (question_version_id, key) VALUES ($1, $2)', [versionId, columns.key]);
  await manager.query('UPDATE question SET draft_version_id = $2 WHERE id = $1', [question.id, versionId]);
  return versionId;
}

/** A returned version that is written again is a draft again; whoever writes joins its authors. */
async function updateVersion(manager: EntityManager, { personId }: Actor, versionId: string, columns: VersionColumns): Promise<void> {
  await manager.query(
    `UPDATE question_version SET (${names}) = ROW(${placeholders(3)}), state = 'draft', reviewed_by = NULL, reviewed_at = NULL,
       authors = array_append(array_remove(authors, $2::uuid), $2::uuid) WHERE id = $1`, [versionId, personId, ...valuesOf(columns)]);
  await manager.query('UPDATE question_key SET key = $2 WHERE question_version_id = $1', [versionId, columns.key]);
  await manager.query('UPDATE question SET difficulty = $2 WHERE current_version_id = $1', [versionId, columns.difficulty]);
}

async function saysTheSame(manager: EntityManager, versionId: string, { content, key, subject, difficulty, source, sourceArticleId, marks, scoring }: VersionColumns): Promise<boolean> {
  const [{ same }] = await manager.query<{ same: boolean }[]>(
    `SELECT (v.content, k.key, v.subject, v.difficulty, v.source, v.source_article_id, v.default_marks, v.scoring)
       IS NOT DISTINCT FROM ($2::jsonb, $3::jsonb, $4::text, $5::numeric, $6::text, $7::uuid, $8::numeric, $9::text) AS same
     FROM question_version v JOIN question_key k ON k.question_version_id = v.id WHERE v.id = $1`, [versionId, content, key, subject, difficulty, source, sourceArticleId, marks, scoring]);
  return same;
}

const types = {
  kind: 'text', content: 'jsonb', excerpt: 'text', search_text: 'text', bigrams: 'text[]', bands: 'int[]', content_hash: 'bytea', subject: 'text', difficulty: 'numeric', source: 'text',
  source_article_id: 'uuid', default_marks: 'numeric', scoring: 'text', note: 'text',
};
const names = Object.keys(types).join(', ');
const placeholders = (first: number): string => Object.values(types).map((type, index) => `$${first + index}::${type}`).join(', ');

function valuesOf(columns: VersionColumns): unknown[] {
  const { kind, content, excerpt, search, bigrams, bands, hash, subject, difficulty, source, sourceArticleId, marks, scoring, note } = columns;
  return [kind, content, excerpt, search, bigrams, bands, Buffer.from(hash, 'hex'), subject, difficulty, source, sourceArticleId, marks, scoring, note];
}
