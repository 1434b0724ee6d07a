import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ApartQuestion, WriteApart } from '#lib/contracts';
import { lockRows, Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { visibleQuestions } from './visible-questions.js';

/** Pairs of questions that may not meet in a form, because one gives the other away. */
@Injectable()
export class ApartQuestions {
  constructor(private readonly transactions: Transactions) {}

  /** The questions, of those the actor sees, that this one may not meet. */
  async of(actor: Actor, questionId: string): Promise<ApartQuestion[]> {
    await requireQuestion(this.transactions.reader, actor, questionId, 'question.read');
    return readPartners(this.transactions.reader, actor, questionId);
  }

  /**
   * Replaces them. Partners that the actor does not see stay as they are. Papers published before keep the pairs they were frozen with.
   * @throws DomainError `object.not_found` for a question that the actor does not see.
   */
  async write(actor: Actor, questionId: string, { questionIds }: WriteApart): Promise<ApartQuestion[]> {
    return this.transactions.run(async (manager) => {
      await lockRows(manager, 'question', [questionId]);
      await requireQuestion(manager, actor, questionId, 'question.write');
      const wanted = [...new Set(questionIds)].filter((id) => id !== questionId);
      if ((await seenOf(manager, actor, wanted)).size < wanted.length) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      const before = (await readPartners(manager, actor, questionId)).map(({ id }) => id);
      const gone = before.filter((id) => !wanted.includes(id));
      await manager.query('DELETE FROM question_apart WHERE (a_id = $1 AND b_id = ANY($2::uuid[])) OR (b_id = $1 AND a_id = ANY($2::uuid[]))', [questionId, gone]);
      await manager.query('INSERT INTO question_apart (a_id, b_id) SELECT least($1::uuid, other), greatest($1::uuid, other) FROM unnest($2::uuid[]) AS other ON CONFLICT DO NOTHING', [questionId, wanted]);
      await appendAudit(manager, actor, 'question.apart', 'question', questionId, { questionIds: wanted });
      return readPartners(manager, actor, questionId);
    });
  }
}

async function requireQuestion(manager: EntityManager, actor: Actor, id: string, action: 'question.read' | 'question.write'): Promise<void> {
  const params: unknown[] = [id];
  const [row] = await manager.query<{ path: string; visible: boolean }[]>(
    `SELECT u.path::text AS path, ${visibleQuestions(actor, params)} AS visible FROM question q JOIN org_unit u ON u.id = q.org_unit_id WHERE q.id = $1 AND q.archived_at IS NULL`, params);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (action === 'question.read' && row.visible) return;
  requireAllowed(actor, action, { paths: [row.path] });
}

async function seenOf(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  const params: unknown[] = [ids];
  const rows = await manager.query<{ id: string }[]>(`SELECT q.id FROM question q JOIN org_unit u ON u.id = q.org_unit_id WHERE q.id = ANY($1::uuid[]) AND q.archived_at IS NULL AND ${visibleQuestions(actor, params)}`, params);
  return new Set(rows.map(({ id }) => id));
}

async function readPartners(manager: EntityManager, actor: Actor, questionId: string): Promise<ApartQuestion[]> {
  const params: unknown[] = [questionId];
  return manager.query<ApartQuestion[]>(
    `SELECT q.id, v.id AS "versionId", q.code, v.kind, v.excerpt
     FROM question_apart p JOIN question q ON q.id = CASE WHEN p.a_id = $1 THEN p.b_id ELSE p.a_id END
       JOIN question_version v ON v.id = q.current_version_id JOIN org_unit u ON u.id = q.org_unit_id
     WHERE (p.a_id = $1 OR p.b_id = $1) AND q.archived_at IS NULL AND ${visibleQuestions(actor, params)} ORDER BY q.code`, params);
}
