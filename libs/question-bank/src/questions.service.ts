import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ListQuery, OrgUnitRef, Page, QuestionContent, QuestionKey, QuestionKind, QuestionListItem, QuestionView } from '#lib/contracts';
import { bigrams, lockRows, pageQuery, searchText, type SortColumn, Transactions } from '#lib/database';
import { type Actor, inScope, orgUnitRefSql, pathOfOrgUnit, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { type NewQuestion, storeQuestions } from './store-questions.js';

export interface QuestionFilter extends ListQuery {
  kind?: QuestionKind;
  state?: QuestionListItem['state'];
  subject?: string;
}

interface QuestionRow {
  id: string;
  version_id: string;
  number: number;
  code: string;
  kind: QuestionKind;
  excerpt: string;
  subject: string | null;
  difficulty: string | null;
  state: QuestionListItem['state'];
  org_unit: OrgUnitRef;
  updated_at: Date;
  sort_key: string;
}

const columns = `q.id, v.id AS version_id, v.number, q.code, v.kind, v.excerpt, v.subject, v.difficulty, q.state, ${orgUnitRefSql('u')} AS org_unit, q.updated_at`;
const tables = 'question q JOIN question_version v ON v.id = q.current_version_id JOIN org_unit u ON u.id = q.org_unit_id';
const sorts: Record<string, SortColumn> = { updatedAt: { expression: 'q.updated_at', type: 'timestamptz' }, code: { expression: 'q.code', type: 'text' } };

/** The question bank: stable identities with immutable versions, keys apart. */
@Injectable()
export class Questions {
  constructor(private readonly transactions: Transactions) {}

  /** One page of the questions in the actor's scope, newest first; `q` finds any part of stem and options, in Chinese too, and a whole code. */
  async list(actor: Actor, filter: QuestionFilter): Promise<Page<QuestionListItem>> {
    const params: unknown[] = [];
    const conditions = [inScope(scopeOf(actor, 'question.read'), 'u.path', params), 'q.archived_at IS NULL'];
    for (const [column, value] of [['v.kind', filter.kind], ['q.state', filter.state], ['v.subject', filter.subject]]) {
      if (value) conditions.push(`${column} = $${params.push(value)}`);
    }
    if (filter.q) conditions.push(searchCondition(filter.q, params));
    const page = pageQuery(filter, sorts, '-updatedAt', 'q.id', params);
    const rows = await this.transactions.reader.query<QuestionRow[]>(
      `SELECT ${columns}, ${page.sortKey} FROM ${tables} WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toListItem);
  }

  /** The present version with its key: for those who may read the bank, never for candidates. */
  async get(actor: Actor, id: string): Promise<QuestionView> {
    await this.requireQuestion(this.transactions.reader, actor, id, 'question.read');
    return readQuestion(this.transactions.reader, id);
  }

  /** Takes a question out of use for new papers; forms already drawn keep their version. Retiring it twice changes nothing. */
  async retire(actor: Actor, id: string, version: number): Promise<QuestionView> {
    return this.transactions.run(async (manager) => {
      await this.requireQuestion(manager, actor, id, 'question.write');
      await lockRows(manager, 'question', [id]);
      const [{ number, state }] = await manager.query<{ number: number; state: string }[]>('SELECT v.number, q.state FROM question q JOIN question_version v ON v.id = q.current_version_id WHERE q.id = $1', [id]);
      if (number !== version) throw new DomainError('version.stale', { current: number }, { kind: 'conflict' });
      if (state !== 'retired') {
        await manager.query("UPDATE question SET state = 'retired', updated_at = kaosai.clock() WHERE id = $1", [id]);
        await appendAudit(manager, actor, 'question.retire', 'question', id);
      }
      return readQuestion(manager, id);
    });
  }

  /** Writes questions straight into a unit's bank; answers their version ids in order. */
  async create(actor: Actor, orgUnitId: string, questions: readonly NewQuestion[]): Promise<string[]> {
    return this.transactions.run(async (manager) => {
      requireAllowed(actor, 'question.write', { paths: [await pathOfOrgUnit(manager, orgUnitId)] });
      const ids = await storeQuestions(manager, questions, { orgUnitId, createdBy: actor.personId, state: 'published' });
      await appendAudit(manager, actor, 'question.create', 'org_unit', orgUnitId, { count: ids.length });
      return ids;
    });
  }

  private async requireQuestion(manager: EntityManager, actor: Actor, id: string, action: 'question.read' | 'question.write'): Promise<void> {
    const [row] = await manager.query<{ path: string }[]>('SELECT u.path::text AS path FROM question q JOIN org_unit u ON u.id = q.org_unit_id WHERE q.id = $1 AND q.archived_at IS NULL', [id]);
    if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    requireAllowed(actor, action, { paths: [row.path] });
  }
}

/** Each way of finding has its own index, so that neither makes the other read every row. */
function searchCondition(text: string, params: unknown[]): string {
  const code = params.push(text.trim().toUpperCase());
  return `v.id IN (SELECT found.id FROM question_version found WHERE ${textCondition('found', text, params)} UNION ALL SELECT coded.current_version_id FROM question coded WHERE coded.code = $${code})`;
}

/** A condition for rows whose `bigrams` and `search_text` hold a text: the index narrows, the substring decides. */
export function textCondition(alias: string, text: string, params: unknown[]): string {
  const wanted = searchText(text);
  if (wanted === '') return 'FALSE';
  const narrowed = [...wanted].length > 1 ? `${alias}.bigrams @> $${params.push(bigrams(text))}::text[] AND ` : '';
  return `${narrowed}${alias}.search_text LIKE '%' || $${params.push(wanted)} || '%'`;
}

async function readQuestion(manager: EntityManager, id: string): Promise<QuestionView> {
  const [row] = await manager.query<(QuestionRow & { content: QuestionContent; key: QuestionKey; source: string | null })[]>(
    `SELECT ${columns}, v.content, v.source, k.key FROM ${tables} JOIN question_key k ON k.question_version_id = v.id WHERE q.id = $1`, [id]);
  return { ...toListItem(row), content: row.content, key: row.key, source: row.source };
}

function toListItem(row: QuestionRow): QuestionListItem {
  return {
    id: row.id, versionId: row.version_id, number: row.number, code: row.code, kind: row.kind, excerpt: row.excerpt, subject: row.subject,
    difficulty: row.difficulty === null ? null : Number(row.difficulty), state: row.state, orgUnit: row.org_unit, updatedAt: row.updated_at.toISOString(),
  };
}
