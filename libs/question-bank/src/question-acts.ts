import { appendAudit } from '#lib/audit';
import { type Action, type Actor, isAllowed } from '#lib/identity';
import { lockRows } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { requireOthersWork } from './question-policy.js';
import { type LockedQuestion, readSituation } from './question-rows.js';

export type ReviewAct = 'submit' | 'withdraw' | 'approve' | 'return' | 'retire' | 'restore';

const actionOf: Record<ReviewAct, Action> = {
  submit: 'question.write', withdraw: 'question.write', approve: 'question.review', return: 'question.review', retire: 'question.write', restore: 'question.write',
};

/** Locks a question and reads what decides about it. @throws DomainError `object.not_found`, `access.denied`, `version.stale` unless `version` is null. */
export async function lockQuestion(manager: EntityManager, actor: Actor, id: string, action: Action, version: number | null): Promise<LockedQuestion> {
  await lockRows(manager, 'question', [id]);
  const question = await readSituation(manager, actor, id);
  if (!isAllowed(actor, action, { paths: [question.path] })) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
  if (version !== null && question.version !== version) throw new DomainError('version.stale', { current: question.version }, { kind: 'conflict' });
  return question;
}

/**
 * One step of a question's life, audited. Nothing that is in use changes: papers name versions.
 * @param version what the actor saw, or null for a bulk act.
 * @throws DomainError `question.*` for a step that its state does not allow, and what lockQuestion throws.
 */
export async function performAct(manager: EntityManager, actor: Actor, act: ReviewAct, id: string, version: number | null, note?: string): Promise<void> {
  const question = await lockQuestion(manager, actor, id, actionOf[act], version);
  const versionId = question.draftVersionId ?? question.currentVersionId;
  const changed = await steps[act](manager, actor, question);
  if (!changed) return;
  await manager.query('UPDATE question SET version = version + 1, updated_at = kaosai.clock() WHERE id = $1', [id]);
  if (note?.trim()) await insertComment(manager, actor, question.id, versionId, note);
  await appendAudit(manager, actor, `question.${act}`, 'question', id, { versionId });
}

/** Stores a comment on a version; answers its id. */
export async function insertComment(manager: EntityManager, actor: Actor, questionId: string, versionId: string, text: string): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO question_comment (id, question_id, version_id, author_id, text) VALUES ($1, $2, $3, $4, $5)', [id, questionId, versionId, actor.personId, text.trim()]);
  return id;
}

/** Each answers whether it changed anything. */
const steps: Record<ReviewAct, (manager: EntityManager, actor: Actor, question: LockedQuestion) => Promise<boolean>> = {
  submit: async (manager, actor, { id, state, work, draftVersionId }) => {
    requireNotRetired(state);
    if (!work) throw conflict('question.no_draft');
    if (work.state === 'in_review') throw conflict('question.in_review');
    await manager.query("UPDATE question_version SET state = 'in_review', submitted_by = $2, submitted_at = kaosai.clock(), reviewed_by = NULL, reviewed_at = NULL WHERE id = $1", [draftVersionId, actor.personId]);
    await manager.query("UPDATE question SET state = 'in_review' WHERE id = $1 AND state = 'draft'", [id]);
    return true;
  },
  withdraw: async (manager, _actor, question) => {
    requireInReview(question);
    await manager.query("UPDATE question_version SET state = 'draft' WHERE id = $1", [question.draftVersionId]);
    await manager.query("UPDATE question SET state = 'draft' WHERE id = $1 AND state = 'in_review'", [question.id]);
    return true;
  },
  approve: async (manager, actor, question) => {
    requireInReview(question);
    requireOthersWork(actor, question);
    await manager.query("UPDATE question_version SET state = 'superseded' WHERE question_id = $1 AND state = 'published'", [question.id]);
    await manager.query("UPDATE question_version SET state = 'published', reviewed_by = $2, reviewed_at = kaosai.clock() WHERE id = $1", [question.draftVersionId, actor.personId]);
    await manager.query("UPDATE question q SET state = 'published', current_version_id = v.id, draft_version_id = NULL, difficulty = v.difficulty FROM question_version v WHERE q.id = $1 AND v.id = q.draft_version_id", [question.id]);
    return true;
  },
  return: async (manager, actor, question) => {
    requireInReview(question);
    requireOthersWork(actor, question);
    await manager.query("UPDATE question_version SET state = 'returned', reviewed_by = $2, reviewed_at = kaosai.clock() WHERE id = $1", [question.draftVersionId, actor.personId]);
    await manager.query("UPDATE question SET state = 'draft' WHERE id = $1 AND state = 'in_review'", [question.id]);
    return true;
  },
  retire: async (manager, _actor, { id, state }) => {
    if (state === 'retired') return false;
    if (state !== 'published') throw conflict('question.not_published');
    await manager.query("UPDATE question SET state = 'retired' WHERE id = $1", [id]);
    return true;
  },
  restore: async (manager, _actor, { id, state }) => {
    if (state === 'published') return false;
    if (state !== 'retired') throw conflict('question.not_published');
    await manager.query("UPDATE question SET state = 'published' WHERE id = $1", [id]);
    return true;
  },
};

export function requireNotRetired(state: LockedQuestion['state']): void {
  if (state === 'retired') throw conflict('question.retired');
}

function requireInReview({ state, work }: LockedQuestion): void {
  requireNotRetired(state);
  if (work?.state !== 'in_review') throw conflict('question.not_in_review');
}

export function conflict(code: 'question.retired' | 'question.not_published' | 'question.no_draft' | 'question.in_review' | 'question.not_in_review' | 'question.not_deletable'): DomainError {
  return new DomainError(code, {}, { kind: 'conflict' });
}
