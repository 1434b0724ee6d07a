import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { BulkQuestions, BulkResult } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, Actors } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { lockQuestion, performAct } from './question-acts.js';
import { readSituation } from './question-rows.js';
import { requireCategoryOf } from './question-writing.js';
import { tidyWords } from './store-questions.js';

/** More refusals than anybody reads are counted only. */
const told = 1_000;

/**
 * One act on many questions, each in its own transaction and by the rights the person has when it runs. Run again after a crash it begins
 * anew: what it did already counts as done, so that the list of those refused is whole.
 */
@Injectable()
@HandlesOperation('question.bulk')
export class BulkQuestionActs implements OperationHandler<BulkQuestions & Record<string, unknown>> {
  constructor(private readonly transactions: Transactions, private readonly actors: Actors) {}

  async run(operation: RunningOperation<BulkQuestions & Record<string, unknown>>): Promise<Record<string, unknown>> {
    const { input } = operation;
    const result: BulkResult = { done: 0, refused: [] };
    const actor = await this.actors.ofPerson(operation.createdBy);
    if (!actor) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    for (const [index, id] of input.ids.entries()) {
      await operation.checkpoint();
      const problem = await this.tryOne(actor, input, id);
      if (!problem) result.done += 1;
      else if (result.refused.length < told) result.refused.push({ id, questionCode: await this.codeOf(actor, id), code: problem.code, params: problem.params });
      await operation.progress(index + 1, input.ids.length);
    }
    return { ...result };
  }

  private async tryOne(actor: Actor, input: BulkQuestions, id: string): Promise<DomainError | null> {
    try {
      await this.transactions.run((manager) => actOnOne(manager, actor, input, id));
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  private async codeOf(actor: Actor, id: string): Promise<string | null> {
    const seen = await readSituation(this.transactions.reader, actor, id).catch(() => null);
    if (!seen) return null;
    const [{ code }] = await this.transactions.reader.query<{ code: string }[]>('SELECT code FROM question WHERE id = $1', [id]);
    return code;
  }
}

async function actOnOne(manager: EntityManager, actor: Actor, { act, categoryId, tags, note }: BulkQuestions, id: string): Promise<void> {
  if (act === 'move') return move(manager, actor, id, categoryId as string);
  if (act === 'tag' || act === 'untag') return tag(manager, actor, id, act, tidyWords(tags));
  if (await isDone(manager, actor, act, id)) return;
  await performAct(manager, actor, act, id, null, note);
}

/** An act that this person already did to it, as a run before this one may have. */
async function isDone(manager: EntityManager, actor: Actor, act: 'submit' | 'approve' | 'return' | 'retire' | 'restore', id: string): Promise<boolean> {
  const { draftVersionId, currentVersionId } = await lockQuestion(manager, actor, id, 'question.read', null);
  const [{ state, submitted_by, reviewed_by }] = await manager.query<{ state: string; submitted_by: string | null; reviewed_by: string | null }[]>(
    'SELECT state, submitted_by, reviewed_by FROM question_version WHERE id = $1', [draftVersionId ?? currentVersionId]);
  if (act === 'submit') return state === 'in_review' && submitted_by === actor.personId;
  if (act === 'approve') return state === 'published' && reviewed_by === actor.personId;
  return act === 'return' && state === 'returned' && reviewed_by === actor.personId;
}

async function move(manager: EntityManager, actor: Actor, id: string, categoryId: string): Promise<void> {
  const question = await lockQuestion(manager, actor, id, 'question.write', null);
  if (question.categoryId === categoryId) return;
  await requireCategoryOf(manager, categoryId, question.orgUnitId);
  await manager.query('UPDATE question SET category_id = $2, version = version + 1, updated_at = kaosai.clock() WHERE id = $1', [id, categoryId]);
  await appendAudit(manager, actor, 'question.move', 'question', id, { categoryId });
}

async function tag(manager: EntityManager, actor: Actor, id: string, act: 'tag' | 'untag', tags: readonly string[]): Promise<void> {
  await lockQuestion(manager, actor, id, 'question.write', null);
  const change = act === 'tag' ? 'q.tags || ARRAY(SELECT new FROM unnest($2::text[]) AS new WHERE new <> ALL (q.tags))' : 'ARRAY(SELECT old FROM unnest(q.tags) AS old WHERE old <> ALL ($2::text[]))';
  const [changed] = await manager.query<[unknown[], number]>(
    `UPDATE question q SET tags = ${change}, version = version + 1, updated_at = kaosai.clock() WHERE q.id = $1 AND ${act === 'tag' ? 'NOT q.tags @> $2::text[]' : 'q.tags && $2::text[]'} RETURNING 1`, [id, tags]);
  if (changed.length > 0) await appendAudit(manager, actor, `question.${act}`, 'question', id, { tags: [...tags] });
}
