import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { CategoryView, OrgUnitRef, Title, WriteCategory } from '#lib/contracts';
import { lockRows, Transactions, violatedConstraint } from '#lib/database';
import { type Actor, orgUnitRefSql, pathOfOrgUnit, pathsOfOrgUnits, requireAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { type CategoryNode, deepestCategory, misplaced } from './category-tree.js';
import { ownQuestions, sharedWith } from './visible-questions.js';

interface CategoryRow {
  id: string;
  org_unit: OrgUnitRef;
  parent_id: string | null;
  title: Title;
  shared_below: boolean;
  shared_with: OrgUnitRef[];
  questions: number;
  writable: boolean;
  own: boolean;
  version: number;
}

/** The category tree of every unit, and with whom its published questions are shared. */
@Injectable()
export class Categories {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The categories in the actor's scope and those shared with them, flat, by unit and title. Of a shared one only what is published counts,
   * and its invitations are not told; a parent that is not shared is not named.
   */
  async list(actor: Actor): Promise<CategoryView[]> {
    return readCategories(this.transactions.reader, actor);
  }

  /** @throws DomainError `category.other_unit` for a parent of another unit, `category.too_deep`, `category.title_taken`. */
  async create(actor: Actor, input: WriteCategory): Promise<CategoryView> {
    return this.write(async (manager) => {
      requireAllowed(actor, 'question.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      await lockTree(manager, input.orgUnitId);
      await requirePlace(manager, input.orgUnitId, null, input.parentId);
      const id = newId();
      await manager.query('INSERT INTO question_category (id, org_unit_id, parent_id, title, shared_below, created_by) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, input.orgUnitId, input.parentId, input.title, input.sharedBelow, actor.personId]);
      await share(manager, actor, id, input.sharedWithIds);
      await appendAudit(manager, actor, 'question_category.create', 'question_category', id, { sharedBelow: input.sharedBelow, sharedWithIds: input.sharedWithIds });
      return (await readCategories(manager, actor, id))[0];
    });
  }

  /** Renames, moves and shares. A category never changes its unit. @throws DomainError `version.stale`, `category.cycle` and what create throws. */
  async update(actor: Actor, id: string, version: number, input: WriteCategory): Promise<CategoryView> {
    return this.write(async (manager) => {
      const { orgUnitId } = await lockCategory(manager, actor, id, version);
      if (input.orgUnitId !== orgUnitId) throw new DomainError('category.other_unit');
      await requirePlace(manager, orgUnitId, id, input.parentId);
      await manager.query('UPDATE question_category SET parent_id = $2, title = $3, shared_below = $4, version = version + 1 WHERE id = $1', [id, input.parentId, input.title, input.sharedBelow]);
      await share(manager, actor, id, input.sharedWithIds);
      await appendAudit(manager, actor, 'question_category.update', 'question_category', id, { sharedBelow: input.sharedBelow, sharedWithIds: input.sharedWithIds });
      return (await readCategories(manager, actor, id))[0];
    });
  }

  /** Puts it, with all below it, under another category of its unit or at the top. */
  async move(actor: Actor, id: string, version: number, parentId: string | null): Promise<CategoryView> {
    return this.write(async (manager) => {
      const { orgUnitId } = await lockCategory(manager, actor, id, version);
      await requirePlace(manager, orgUnitId, id, parentId);
      await manager.query('UPDATE question_category SET parent_id = $2, version = version + 1 WHERE id = $1', [id, parentId]);
      await appendAudit(manager, actor, 'question_category.move', 'question_category', id, { parentId });
      return (await readCategories(manager, actor, id))[0];
    });
  }

  /**
   * Archives a category that is empty; or, with `moveTo`, after its questions and the categories in it have gone there.
   * @throws DomainError `category.not_empty`, `category.cycle` when `moveTo` lies below it, `version.stale`.
   */
  async delete(actor: Actor, id: string, version: number, moveTo?: string): Promise<void> {
    await this.write(async (manager) => {
      const { orgUnitId } = await lockCategory(manager, actor, id, version);
      if (moveTo) await empty(manager, orgUnitId, id, moveTo);
      const [{ questions, categories }] = await manager.query<{ questions: number; categories: number }[]>(
        `SELECT (SELECT count(*)::int FROM question WHERE category_id = $1 AND archived_at IS NULL) AS questions,
           (SELECT count(*)::int FROM question_category WHERE parent_id = $1 AND archived_at IS NULL) AS categories`, [id]);
      if (questions + categories > 0) throw new DomainError('category.not_empty', { questions, categories }, { kind: 'conflict' });
      await manager.query('UPDATE question_category SET archived_at = kaosai.clock(), version = version + 1 WHERE id = $1', [id]);
      await appendAudit(manager, actor, 'question_category.archive', 'question_category', id, moveTo ? { moveTo } : {});
    });
  }

  private async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run(work);
    } catch (error) {
      if (violatedConstraint(error) === 'question_category_title') throw new DomainError('category.title_taken', {}, { kind: 'conflict' });
      throw error;
    }
  }
}

async function readCategories(manager: EntityManager, actor: Actor, id: string | null = null): Promise<CategoryView[]> {
  const params: unknown[] = [id];
  const [own, writable] = [ownQuestions(actor, params), ownQuestions(actor, params, 'question.write')];
  const rows = await manager.query<CategoryRow[]>(
    `SELECT c.id, ${orgUnitRefSql('u')} AS org_unit, c.parent_id, c.title, c.shared_below, ${own} AS own, ${writable} AS writable, c.version,
       coalesce((SELECT jsonb_agg(${orgUnitRefSql('su')} ORDER BY su.path) FROM question_category_share s JOIN org_unit su ON su.id = s.org_unit_id WHERE s.category_id = c.id), '[]') AS shared_with,
       (SELECT count(*)::int FROM question q WHERE q.category_id = c.id AND q.archived_at IS NULL AND CASE WHEN ${own} THEN q.state <> 'retired' ELSE q.state = 'published' END) AS questions
     FROM question_category c JOIN org_unit u ON u.id = c.org_unit_id
     WHERE c.archived_at IS NULL AND ($1::uuid IS NULL OR c.id = $1) AND (${own} OR c.id IN (${sharedWith(actor, params)}))
     ORDER BY u.path, c.title->>'zh' COLLATE "zh-x-icu", c.id`, params);
  const shown = new Set(rows.map((row) => row.id));
  return rows.map((row) => ({
    id: row.id, orgUnit: row.org_unit, parentId: row.parent_id !== null && (id !== null || shown.has(row.parent_id)) ? row.parent_id : null, title: row.title,
    sharedBelow: row.own && row.shared_below, sharedWith: row.own ? row.shared_with : [], questions: row.questions, writable: row.writable, version: row.version,
  }));
}

/** One change of a unit's tree at a time: two moves that are each right could together go round. */
async function lockTree(manager: EntityManager, orgUnitId: string): Promise<void> {
  await manager.query('SELECT id FROM question_category WHERE org_unit_id = $1 AND archived_at IS NULL ORDER BY id FOR NO KEY UPDATE', [orgUnitId]);
}

async function lockCategory(manager: EntityManager, actor: Actor, id: string, version: number): Promise<{ orgUnitId: string }> {
  const [seen] = (await readCategories(manager, actor, id));
  if (!seen) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (!seen.writable) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
  await lockTree(manager, seen.orgUnit.id);
  const [locked] = await manager.query<{ version: number }[]>('SELECT version FROM question_category WHERE id = $1 AND archived_at IS NULL', [id]);
  if (!locked) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (locked.version !== version) throw new DomainError('version.stale', { current: locked.version }, { kind: 'conflict' });
  return { orgUnitId: seen.orgUnit.id };
}

async function requirePlace(manager: EntityManager, orgUnitId: string, id: string | null, parentId: string | null): Promise<void> {
  const nodes = await manager.query<CategoryNode[]>('SELECT id, parent_id AS "parentId" FROM question_category WHERE org_unit_id = $1 AND archived_at IS NULL', [orgUnitId]);
  if (parentId !== null && !nodes.some((node) => node.id === parentId)) throw new DomainError('category.other_unit');
  const problem = misplaced(nodes, id, parentId);
  if (problem) throw new DomainError(problem, { limit: deepestCategory });
}

/** Whom one invites need not be in one's own scope: an invitation gives, it does not look. @throws DomainError `object.not_found` for an unknown unit. */
async function share(manager: EntityManager, { personId }: Actor, id: string, orgUnitIds: readonly string[]): Promise<void> {
  await pathsOfOrgUnits(manager, orgUnitIds);
  await manager.query('DELETE FROM question_category_share WHERE category_id = $1 AND org_unit_id <> ALL ($2::uuid[])', [id, orgUnitIds]);
  await manager.query('INSERT INTO question_category_share (category_id, org_unit_id, shared_by) SELECT $1, unnest($2::uuid[]), $3 ON CONFLICT DO NOTHING', [id, [...new Set(orgUnitIds)], personId]);
}

async function empty(manager: EntityManager, orgUnitId: string, id: string, target: string): Promise<void> {
  if (target === id) throw new DomainError('category.cycle');
  await requirePlace(manager, orgUnitId, id, target);
  const inside = await manager.query<{ id: string }[]>('SELECT id FROM question_category WHERE parent_id = $1 AND archived_at IS NULL ORDER BY id', [id]);
  for (const child of inside) {
    await requirePlace(manager, orgUnitId, child.id, target);
    await manager.query('UPDATE question_category SET parent_id = $2, version = version + 1 WHERE id = $1', [child.id, target]);
  }
  const questions = await manager.query<{ id: string }[]>('SELECT id FROM question WHERE category_id = $1 AND archived_at IS NULL', [id]);
  await lockRows(manager, 'question', questions.map((question) => question.id));
  await manager.query('UPDATE question SET category_id = $2, version = version + 1 WHERE category_id = $1 AND archived_at IS NULL', [id, target]);
}
