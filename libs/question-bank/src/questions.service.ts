import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { Page, QuestionListItem, QuestionView, WriteQuestion } from '#lib/contracts';
import { pageQuery, Transactions } from '#lib/database';
import { type Actor, isAllowed, pathOfOrgUnit, requireAllowed } from '#lib/identity';
import type { EntityManager } from 'typeorm';
import { conflict, lockQuestion, performAct, requireNotRetired, type ReviewAct } from './question-acts.js';
import { type ListedQuestion, questionColumns, questionTables, readQuestion, toListItem } from './question-rows.js';
import { filterConditions, type QuestionFilter, questionSorts } from './question-search.js';
import { requirePlace, requireSound, toNewQuestion, updatePlace, writeDraft } from './question-writing.js';
import { type NewQuestion, storeQuestions } from './store-questions.js';
import { ownQuestions, visibleQuestions } from './visible-questions.js';

/** Counting goes no further: beyond it the list says only that there are more. */
const countedUpTo = 10_000;

/** The question bank: stable identities with immutable versions, keys apart. */
@Injectable()
export class Questions {
  constructor(private readonly transactions: Transactions) {}

  /**
   * One page of the questions that the actor may see, last changed first; `q` finds any part of stem and options, in Chinese too, and a whole
   * code. `total` is on the first page, and stands at 10,001 for more than 10,000.
   */
  async list(actor: Actor, filter: QuestionFilter): Promise<Page<QuestionListItem>> {
    const params: unknown[] = [];
    // Of what is in work only one's own unit is told, so that asking for it never tells more.
    const seen = filter.work ? ownQuestions(actor, params) : visibleQuestions(actor, params);
    const where = [seen, 'q.archived_at IS NULL', ...filterConditions(filter, params)].join(' AND ');
    const counted = filter.cursor ? undefined : this.count(where, [...params]);
    const own = ownQuestions(actor, params);
    const page = pageQuery(filter, questionSorts, '-updatedAt', 'q.id', params);
    const [rows, total] = await Promise.all([this.transactions.reader.query<ListedQuestion[]>(
      `SELECT ${questionColumns(own)}, ${page.sortKey} FROM ${questionTables} WHERE ${where} AND ${page.after} ${page.orderAndLimit}`, params), counted]);
    return { ...page.toPage(rows, toListItem), ...(total === undefined ? {} : { total }) };
  }

  /** The question with its key: what is in work, for its own unit, unless `published` is asked for. */
  async get(actor: Actor, id: string, shown?: 'draft' | 'published'): Promise<QuestionView> {
    return readQuestion(this.transactions.reader, actor, id, shown);
  }

  /** Begins a question: a draft that nobody can draw before it is reviewed. @throws DomainError `request.invalid` with what is wrong with it. */
  async create(actor: Actor, input: WriteQuestion): Promise<QuestionView> {
    return this.transactions.run(async (manager) => {
      requireAllowed(actor, 'question.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      const written = toNewQuestion(input);
      await requirePlace(manager, actor, input);
      const [versionId] = await storeQuestions(manager, [written], { orgUnitId: input.orgUnitId, createdBy: actor.personId, state: 'draft' });
      const [{ question_id: id }] = await manager.query<{ question_id: string }[]>('SELECT question_id FROM question_version WHERE id = $1', [versionId]);
      await appendAudit(manager, actor, 'question.create', 'question', id, { versionId });
      return readQuestion(manager, actor, id);
    });
  }

  /**
   * Writes the draft in place or, of a published question, begins the next version beside it, which changes nothing that is in use. Unit,
   * category, tags and job fields are the question's own and hold at once.
   * @throws DomainError `question.in_review`, `question.retired`, `version.stale`, `request.invalid`.
   */
  async update(actor: Actor, id: string, version: number, input: WriteQuestion): Promise<QuestionView> {
    return this.transactions.run(async (manager) => {
      const question = await lockQuestion(manager, actor, id, 'question.write', version);
      requireNotRetired(question.state);
      if (question.work?.state === 'in_review') throw conflict('question.in_review');
      if (input.orgUnitId !== question.orgUnitId) requireAllowed(actor, 'question.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      const written = toNewQuestion(input);
      await requirePlace(manager, actor, input, question);
      await updatePlace(manager, id, input);
      const versionId = await writeDraft(manager, actor, question, written);
      await appendAudit(manager, actor, 'question.update', 'question', id, versionId ? { versionId } : {});
      return readQuestion(manager, actor, id);
    });
  }

  /**
   * One step of its life: submit, withdraw, approve, return, retire, restore. Approving publishes: the version before is superseded, and what
   * is in use keeps it. Nobody approves or returns what they wrote or submitted. Retiring or restoring twice changes nothing.
   * @throws DomainError `question.*` when its state does not allow it, `question.own_review`, `version.stale`.
   */
  async act(actor: Actor, act: ReviewAct, id: string, version: number, note?: string): Promise<QuestionView> {
    return this.transactions.run(async (manager) => {
      await performAct(manager, actor, act, id, version, note);
      return readQuestion(manager, actor, id);
    });
  }

  /** Deletes a draft that was never published and is used nowhere. @throws DomainError `question.not_deletable`. */
  async delete(actor: Actor, id: string, version: number): Promise<void> {
    await this.transactions.run(async (manager) => {
      const question = await lockQuestion(manager, actor, id, 'question.write', version);
      if (question.published || question.work?.state === 'in_review' || await isUsed(manager, id)) throw conflict('question.not_deletable');
      await deleteQuestion(manager, id);
      await appendAudit(manager, actor, 'question.delete', 'question', id);
    });
  }

  /** Writes published questions straight into a unit's bank, past the review: for those who may review there. Answers their version ids in order. */
  async createPublished(actor: Actor, orgUnitId: string, questions: readonly NewQuestion[]): Promise<string[]> {
    return this.transactions.run(async (manager) => {
      const paths = [await pathOfOrgUnit(manager, orgUnitId)];
      requireAllowed(actor, 'question.write', { paths });
      requireAllowed(actor, 'question.review', { paths });
      questions.forEach(requireSound);
      const ids = await storeQuestions(manager, questions, { orgUnitId, createdBy: actor.personId, state: 'published' });
      await appendAudit(manager, actor, 'question.publish_unreviewed', 'org_unit', orgUnitId, { count: ids.length });
      return ids;
    });
  }

  private async count(where: string, params: unknown[]): Promise<number> {
    const [{ total }] = await this.transactions.reader.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${countedTables(where)} WHERE ${where} LIMIT ${countedUpTo + 1}) AS counted`, params);
    return total;
  }
}

/** Counting reads versions only where a condition does. */
function countedTables(where: string): string {
  const versions = /\bv\./.test(where) ? 'JOIN question_version v ON v.id = q.current_version_id' : '';
  return `question q ${versions} JOIN org_unit u ON u.id = q.org_unit_id`;
}

/** Whether the actor may publish into a unit without a review: an import asks it. */
export function mayPublishUnreviewed(actor: Actor, path: string): boolean {
  return isAllowed(actor, 'question.write', { paths: [path] }) && isAllowed(actor, 'question.review', { paths: [path] });
}

async function isUsed(manager: EntityManager, id: string): Promise<boolean> {
  const [{ used }] = await manager.query<{ used: boolean }[]>(
    'SELECT EXISTS (SELECT 1 FROM paper_question WHERE question_id = $1) OR EXISTS (SELECT 1 FROM question_use WHERE question_id = $1) AS used', [id]);
  return used;
}

async function deleteQuestion(manager: EntityManager, id: string): Promise<void> {
  await manager.query('DELETE FROM question_comment WHERE question_id = $1', [id]);
  await manager.query('DELETE FROM question_apart WHERE a_id = $1 OR b_id = $1', [id]);
  await manager.query('UPDATE question SET current_version_id = NULL, draft_version_id = NULL WHERE id = $1', [id]);
  await manager.query('DELETE FROM question_key WHERE question_version_id IN (SELECT v.id FROM question_version v WHERE v.question_id = $1)', [id]);
  await manager.query('DELETE FROM question_version WHERE question_id = $1', [id]);
  await manager.query('DELETE FROM question WHERE id = $1', [id]);
}
