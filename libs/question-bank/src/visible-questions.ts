import { type Action, type Actor, scopeOf } from '#lib/identity';

/**
 * The one condition by which anybody sees a question, for lists, papers, drawing and exports: rows of `q` (question) whose unit `u` (org_unit)
 * lies in the actor's scope, in every state; and what is published in a category shared with them. An author of one unit thus never sees
 * another unit's drafts. Its parameter is appended to `params`.
 */
export function visibleQuestions(actor: Actor, params: unknown[], action: Action = 'question.read'): string {
  const paths = scopeParameter(actor, params, action);
  return `(u.path <@ ANY(${paths}) OR (q.state = 'published' AND q.category_id IN (${sharedCategories(paths)})))`;
}

/** Rows whose unit `u` lies in the actor's own scope: what they see with its drafts, comments and history. */
export function ownQuestions(actor: Actor, params: unknown[], action: Action = 'question.read'): string {
  return `u.path <@ ANY(${scopeParameter(actor, params, action)})`;
}

/** The categories whose published questions the actor may read though their unit is another's; with those below them. Appends its parameter. */
export function sharedWith(actor: Actor, params: unknown[]): string {
  return sharedCategories(scopeParameter(actor, params, 'question.read'));
}

function scopeParameter(actor: Actor, params: unknown[], action: Action): string {
  return `$${params.push(scopeOf(actor, action).paths)}::text[]::ltree[]`;
}

/** An invitation is to everybody who reads the bank at the invited unit, below it or above it. */
function sharedCategories(paths: string): string {
  return `WITH RECURSIVE shared AS (
      SELECT c.id FROM question_category c JOIN org_unit cu ON cu.id = c.org_unit_id
      WHERE c.archived_at IS NULL AND ((c.shared_below AND cu.path @> ANY(${paths})) OR EXISTS (
        SELECT 1 FROM question_category_share s JOIN org_unit su ON su.id = s.org_unit_id
        WHERE s.category_id = c.id AND (su.path @> ANY(${paths}) OR su.path <@ ANY(${paths}))))
      UNION SELECT below.id FROM question_category below JOIN shared ON below.parent_id = shared.id WHERE below.archived_at IS NULL)
    SELECT id FROM shared`;
}

/** A category with all categories below it; appends its parameter. */
export function withCategoriesBelow(categoryIds: readonly string[], params: unknown[]): string {
  params.push(categoryIds);
  return `WITH RECURSIVE wanted AS (SELECT unnest($${params.length}::uuid[]) AS id
      UNION SELECT below.id FROM question_category below JOIN wanted ON below.parent_id = wanted.id WHERE below.archived_at IS NULL)
    SELECT id FROM wanted`;
}

/** A paper that is not sealed now, by an SQL expression for its id: nobody learns from the bank what a sealed one holds. */
export function openPaper(paperId: string): string {
  return `NOT EXISTS (SELECT 1 FROM paper_seal ps WHERE ps.paper_id = ${paperId} AND ps.unsealed_at IS NULL AND ps.until > kaosai.clock())`;
}
