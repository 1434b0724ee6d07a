import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { QuestionTag, RenamedTags, RenameTags } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, scopeOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { tidyWords } from './store-questions.js';
import { ownQuestions } from './visible-questions.js';

const offered = 50;

/** Knowledge points: words on questions, offered by how often they are used. */
@Injectable()
export class Tags {
  constructor(private readonly transactions: Transactions) {}

  /** The tags within the actor's scope that hold a text, the most used first, at most 50. */
  async list(actor: Actor, q = ''): Promise<QuestionTag[]> {
    const params: unknown[] = [q.normalize('NFC').trim()];
    return this.transactions.reader.query<QuestionTag[]>(
      `SELECT tag, count(*)::int AS questions FROM question q JOIN org_unit u ON u.id = q.org_unit_id, unnest(q.tags) AS tag
       WHERE q.archived_at IS NULL AND ${ownQuestions(actor, params)} AND strpos(lower(tag), lower($1)) > 0
       GROUP BY tag ORDER BY questions DESC, tag LIMIT ${offered}`, params);
  }

  /**
   * Renames tags on every question that the actor may write, or takes them away; several become one, where the first of them stood.
   * Answers how many questions changed. Doing it again changes nothing.
   */
  async rename(actor: Actor, { from, to }: RenameTags): Promise<RenamedTags> {
    if (scopeOf(actor, 'question.write').paths.length === 0) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    const [name = null] = to === null ? [] : tidyWords([to]);
    if (to !== null && name === null) throw new DomainError('request.invalid', {}, { errors: [{ path: 'to', code: 'to.invalid' }] });
    const old = tidyWords(from).filter((tag) => tag !== name);
    return this.transactions.run(async (manager) => {
      const params: unknown[] = [old];
      const rows = await manager.query<{ id: string; unit_id: string }[]>(
        `SELECT q.id, q.org_unit_id AS unit_id FROM question q JOIN org_unit u ON u.id = q.org_unit_id
         WHERE q.tags && $1::text[] AND q.archived_at IS NULL AND ${ownQuestions(actor, params, 'question.write')} ORDER BY q.id FOR NO KEY UPDATE OF q`, params);
      await manager.query(
        `UPDATE question q SET version = version + 1, tags = ARRAY(
           SELECT named.tag FROM (SELECT CASE WHEN old.tag = ANY($2::text[]) THEN $3::text ELSE old.tag END AS tag, old.at FROM unnest(q.tags) WITH ORDINALITY AS old (tag, at)) AS named
           WHERE named.tag IS NOT NULL GROUP BY named.tag ORDER BY min(named.at))
         WHERE q.id = ANY($1::uuid[])`, [rows.map(({ id }) => id), old, name]);
      for (const unitId of [...new Set(rows.map((row) => row.unit_id))].sort()) {
        await appendAudit(manager, actor, 'question_tag.rename', 'org_unit', unitId, { from: old, to: name, questions: rows.filter((row) => row.unit_id === unitId).length });
      }
      return { questions: rows.length };
    });
  }
}
