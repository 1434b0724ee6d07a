import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { QuestionComment, WriteComment } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { insertComment } from './question-acts.js';
import { type LockedQuestion, readSituation } from './question-rows.js';

interface CommentRow {
  id: string;
  version_id: string;
  author: QuestionComment['author'];
  text: string;
  created_at: Date;
  resolved_at: Date | null;
}

/** What authors and reviewers of a unit write to each other about a question; readers of other units never see it. */
@Injectable()
export class QuestionComments {
  constructor(private readonly transactions: Transactions) {}

  /** All comments, oldest first. */
  async list(actor: Actor, questionId: string): Promise<QuestionComment[]> {
    await readOwn(this.transactions.reader, actor, questionId);
    return readComments(this.transactions.reader, questionId);
  }

  /** Adds one to the version in work or, when there is none, to the published one. */
  async add(actor: Actor, questionId: string, { text }: WriteComment): Promise<QuestionComment> {
    return this.transactions.run(async (manager) => {
      const { draftVersionId, currentVersionId } = await readOwn(manager, actor, questionId);
      const id = await insertComment(manager, actor, questionId, draftVersionId ?? currentVersionId, text);
      await appendAudit(manager, actor, 'question.comment', 'question', questionId, { commentId: id });
      return (await readComments(manager, questionId, id))[0];
    });
  }

  /** Says that a comment is dealt with. Doing it twice changes nothing. @throws DomainError `object.not_found`, also for a comment on another question. */
  async resolve(actor: Actor, questionId: string, commentId: string): Promise<QuestionComment> {
    return this.transactions.run(async (manager) => {
      await readOwn(manager, actor, questionId);
      const [changed] = await manager.query<[unknown[], number]>(
        'UPDATE question_comment SET resolved_at = kaosai.clock(), resolved_by = $3 WHERE id = $1 AND question_id = $2 AND resolved_at IS NULL RETURNING 1', [commentId, questionId, actor.personId]);
      if (changed.length > 0) await appendAudit(manager, actor, 'question.comment_resolve', 'question', questionId, { commentId });
      const [comment] = await readComments(manager, questionId, commentId);
      if (!comment) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      return comment;
    });
  }
}

async function readOwn(manager: EntityManager, actor: Actor, questionId: string): Promise<LockedQuestion> {
  const question = await readSituation(manager, actor, questionId);
  // To a reader of another unit there are no comments.
  requireAllowed(actor, 'question.read', { paths: [question.path] });
  return question;
}

async function readComments(manager: EntityManager, questionId: string, id: string | null = null): Promise<QuestionComment[]> {
  const rows = await manager.query<CommentRow[]>(
    `SELECT c.id, c.version_id, jsonb_build_object('id', p.id, 'name', p.name) AS author, c.text, c.created_at, c.resolved_at
     FROM question_comment c JOIN person p ON p.id = c.author_id WHERE c.question_id = $1 AND ($2::uuid IS NULL OR c.id = $2) ORDER BY c.created_at, c.id`, [questionId, id]);
  return rows.map((row) => ({ id: row.id, versionId: row.version_id, author: row.author, text: row.text, at: row.created_at.toISOString(), resolvedAt: row.resolved_at?.toISOString() ?? null }));
}
