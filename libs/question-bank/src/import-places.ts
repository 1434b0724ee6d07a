import type { ExchangedQuestion, ImportProblem } from '#lib/contracts';
import { type Actor, inScope, scopeOf } from '#lib/identity';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { deepestCategory } from './category-tree.js';
import type { HashedQuestion } from './check-rows.js';
import { assetsOfContent } from './question-content.js';
import { writePath } from './read-cells.js';
import { visibleQuestions } from './visible-questions.js';

/** Article ids by regulation and label. */
export type ArticleIds = ReadonlyMap<string, string>;

const keyOf = ({ regulation, label }: NonNullable<ExchangedQuestion['article']>): string => `${regulation}\n${label.replace(/\s+/g, '')}`;

export function articleIdOf(articles: ArticleIds, { article }: ExchangedQuestion): string | null {
  return article ? (articles.get(keyOf(article)) ?? null) : null;
}

/** Finds the clauses that questions rest on, in the references the actor may read, by the regulation's title and the article's label. */
export async function findArticles(manager: EntityManager, actor: Actor, questions: readonly HashedQuestion[]): Promise<ArticleIds> {
  const wanted = [...new Set(questions.flatMap(({ question: { article } }) => (article ? [keyOf(article)] : [])))];
  if (wanted.length === 0) return new Map();
  const params: unknown[] = [wanted];
  const rows = await manager.query<{ key: string; id: string }[]>(
    `SELECT DISTINCT ON (1) r.title->>'zh' || E'\\n' || a.label AS key, a.id FROM reference_article a JOIN reference r ON r.id = a.reference_id JOIN org_unit u ON u.id = r.org_unit_id
     WHERE r.title->>'zh' || E'\\n' || a.label = ANY($1::text[]) AND r.archived_at IS NULL AND ${inScope(scopeOf(actor, 'reference.read'), 'u.path', params)} ORDER BY 1, a.id`, params);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Says which clauses were not found: the question is imported without the link, its source stays as text. */
export function missingArticles(questions: readonly HashedQuestion[], articles: ArticleIds, sheet: string | null): ImportProblem[] {
  return questions.flatMap(({ lines, question }) => (question.article && !articleIdOf(articles, question)
    ? [{ severity: 'warning' as const, sheet, line: lines[0], column: null, cell: null, code: 'import.article_unknown', params: { ...question.article } }] : []));
}

/** The pictures, sounds and films that a file's questions show and the actor neither uploaded nor sees in any question: shown to others they would give away what is not theirs. */
export async function missingAssets(manager: EntityManager, actor: Actor, questions: readonly HashedQuestion[]): Promise<Set<string>> {
  const wanted = [...new Set(questions.flatMap(({ question }) => assetsOfContent(question.content)))];
  if (wanted.length === 0) return new Set();
  const params: unknown[] = [wanted, actor.personId];
  const rows = await manager.query<{ id: string }[]>(
    `SELECT asset_id AS id FROM asset_use WHERE asset_id = ANY($1::uuid[]) AND object_type = 'upload' AND object_id = $2
     UNION SELECT s.asset_id FROM asset_use s JOIN question_version v ON v.id = s.object_id JOIN question q ON q.id = v.question_id JOIN org_unit u ON u.id = q.org_unit_id
       WHERE s.asset_id = ANY($1::uuid[]) AND s.object_type = 'question_version' AND ${visibleQuestions(actor, params)}`, params);
  const readable = new Set(rows.map(({ id }) => id));
  return new Set(wanted.filter((id) => !readable.has(id)));
}

/** Category ids by path, below one category or at the top of a unit's tree. */
export class CategoryPaths {
  private constructor(private readonly ids: Map<string, string>) {}

  /** Finds the categories of a unit; with `create`, makes those of the paths that are not there. */
  static async of(manager: EntityManager, { orgUnitId, categoryId, personId }: { orgUnitId: string; categoryId: string | null; personId: string }, paths: readonly (readonly string[])[], create: boolean): Promise<CategoryPaths> {
    if (create) await manager.query('SELECT id FROM question_category WHERE org_unit_id = $1 AND archived_at IS NULL ORDER BY id FOR NO KEY UPDATE', [orgUnitId]);
    const nodes = await manager.query<{ id: string; parent: string | null; title: string }[]>(
      "SELECT id, parent_id AS parent, title->>'zh' AS title FROM question_category WHERE org_unit_id = $1 AND archived_at IS NULL", [orgUnitId]);
    const children = new Map(nodes.map(({ id, parent, title }) => [`${parent ?? ''}\n${title}`, id]));
    const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
    const depthOf = (id: string | null): number => (id === null ? 0 : 1 + depthOf(parents.get(id) ?? null));
    const ids = new Map<string, string>();
    for (const path of paths) {
      let at = categoryId;
      for (const title of path) {
        let next: string | undefined = children.get(`${at ?? ''}\n${title}`);
        if (next === undefined && create && depthOf(at) < deepestCategory) {
          next = newId();
          await manager.query('INSERT INTO question_category (id, org_unit_id, parent_id, title, created_by) VALUES ($1, $2, $3, $4, $5)', [next, orgUnitId, at, { zh: title }, personId]);
          children.set(`${at ?? ''}\n${title}`, next);
          parents.set(next, at);
        }
        if (next === undefined) break;
        at = next;
      }
      if (at !== null) ids.set(writePath(path), at);
    }
    return new CategoryPaths(ids);
  }

  /** The deepest category of the path that there is; null: none. */
  idOf(path: readonly string[]): string | null {
    return this.ids.get(writePath(path)) ?? null;
  }
}
