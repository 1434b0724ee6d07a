import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ListQuery, OrgUnitRef, Page, ReferenceArticle, ReferenceFile, ReferenceHit, ReferenceListItem, ReferenceView, Title, WriteReference } from '#lib/contracts';
import { bigrams, pageQuery, searchText, type SortColumn, Transactions } from '#lib/database';
import { type Actor, inScope, orgUnitRefs, orgUnitRefSql, pathOfOrgUnit, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { readDocument } from './document-reader.js';
import { joinBrokenLines } from './join-lines.js';
import { parseReference } from './parse-reference.js';
import { textCondition } from './question-search.js';

interface ReferenceRow {
  id: string;
  title: Title;
  org_unit: OrgUnitRef;
  path: string;
  articles: number;
  updated_at: Date;
  sort_key: string;
}

const select = `r.id, r.title, ${orgUnitRefSql('u')} AS org_unit, u.path::text AS path, r.updated_at,
  (SELECT count(*)::int FROM reference_article a WHERE a.reference_id = r.id) AS articles`;
const sorts: Record<string, SortColumn> = { updatedAt: { expression: 'r.updated_at', type: 'timestamptz' } };

const articlesTold = 200;

/** Regulations that open-book exams let candidates search and read. */
@Injectable()
export class References {
  constructor(private readonly transactions: Transactions) {}

  /** One page of the references in the actor's scope, last changed first. */
  async list(actor: Actor, query: ListQuery): Promise<Page<ReferenceListItem>> {
    const params: unknown[] = [];
    const conditions = [inScope(scopeOf(actor, 'reference.read'), 'u.path', params), 'r.archived_at IS NULL'];
    if (query.q) conditions.push(`strpos(lower(r.title::text), lower($${params.push(query.q)})) > 0`);
    const page = pageQuery(query, sorts, '-updatedAt', 'r.id', params);
    const rows = await this.transactions.reader.query<ReferenceRow[]>(
      `SELECT ${select}, ${page.sortKey} FROM reference r JOIN org_unit u ON u.id = r.org_unit_id WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toListItem);
  }

  /** The whole reference with its articles. */
  async get(actor: Actor, id: string): Promise<ReferenceView> {
    const row = await readReference(this.transactions.reader, id);
    requireAllowed(actor, 'reference.read', { paths: [row.path] });
    return readReferenceView(this.transactions.reader, id);
  }

  /** The articles of a reference that hold a text, a number (第十条) or, without one, all; in their order, at most 200. */
  async articles(actor: Actor, id: string, q = ''): Promise<ReferenceArticle[]> {
    const view = await this.get(actor, id);
    if (searchText(q) === '') return view.articleList.slice(0, articlesTold);
    return (await searchArticles(this.transactions.reader, [id], q, articlesTold)).map(({ article }) => article);
  }

  /**
   * The text of a PDF, of Markdown or plain text, lines put together where pages broke them; nothing is stored.
   * @throws DomainError what readDocument throws; `access.denied` for those who may store references nowhere.
   */
  async readFile(actor: Actor, file: Buffer): Promise<ReferenceFile> {
    if (scopeOf(actor, 'reference.write').paths.length === 0) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
    const { format, text: read } = await readDocument(file);
    const text = format === 'pdf' ? joinBrokenLines(read) : read;
    return { format, text, title: firstLine(text), articles: parseReference(text).length };
  }

  /** What a text would become; nothing is stored. @throws DomainError `reference.no_articles`. */
  async preview(actor: Actor, input: WriteReference): Promise<ReferenceView> {
    requireAllowed(actor, 'reference.write', { paths: [await pathOfOrgUnit(this.transactions.reader, input.orgUnitId)] });
    const orgUnit = (await orgUnitRefs(this.transactions.reader, [input.orgUnitId])).get(input.orgUnitId) as OrgUnitRef;
    const articleList = parseOrRefuse(input.text).map((article, index) => ({ id: `preview-${index + 1}`, ordinal: index + 1, ...article }));
    return { id: 'preview', title: input.title, orgUnit, articles: articleList.length, updatedAt: new Date(0).toISOString(), articleList };
  }

  /** Stores a regulation as chapters and articles. @throws DomainError `reference.no_articles`. */
  async create(actor: Actor, input: WriteReference): Promise<ReferenceView> {
    const parsed = parseOrRefuse(input.text);
    return this.transactions.run(async (manager) => {
      requireAllowed(actor, 'reference.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      const id = newId();
      await manager.query('INSERT INTO reference (id, org_unit_id, title, created_by) VALUES ($1, $2, $3, $4)', [id, input.orgUnitId, input.title, actor.personId]);
      const rows = parsed.map(({ chapter, label, text }, index) => ({ id: newId(), ordinal: index + 1, chapter, label, text, search: searchText(`${label}${text}`), bigrams: bigrams(`${label}${text}`) }));
      await manager.query(
        `INSERT INTO reference_article (id, reference_id, ordinal, chapter, label, text, search_text, bigrams)
         SELECT (a->>'id')::uuid, $2, (a->>'ordinal')::int, a->>'chapter', a->>'label', a->>'text', a->>'search', ARRAY(SELECT jsonb_array_elements_text(a->'bigrams'))
         FROM jsonb_array_elements($1::jsonb) AS a`, [JSON.stringify(rows), id]);
      await appendAudit(manager, actor, 'reference.create', 'reference', id, { articles: rows.length });
      return readReferenceView(manager, id);
    });
  }
}

/** A reference as anybody may see it who may see it at all; who that is, the caller decides. */
export async function readReferenceView(manager: EntityManager, id: string): Promise<ReferenceView> {
  const row = await readReference(manager, id);
  const articleList = await manager.query<ReferenceArticle[]>('SELECT id, ordinal, chapter, label, text FROM reference_article WHERE reference_id = $1 ORDER BY ordinal', [id]);
  return { ...toListItem(row), articleList };
}

/** The articles of some references that hold a text, at most `limit`, in their order. */
export async function searchArticles(manager: EntityManager, referenceIds: readonly string[], text: string, limit = 50): Promise<ReferenceHit[]> {
  const params: unknown[] = [referenceIds];
  const rows = await manager.query<(ReferenceArticle & { reference_id: string; reference_title: Title })[]>(
    `SELECT a.id, a.ordinal, a.chapter, a.label, a.text, r.id AS reference_id, r.title AS reference_title
     FROM reference_article a JOIN reference r ON r.id = a.reference_id
     WHERE a.reference_id = ANY($1::uuid[]) AND ${textCondition('a', text, params)}
     ORDER BY r.id, a.ordinal LIMIT ${Math.trunc(limit)}`, params);
  return rows.map(({ reference_id: referenceId, reference_title: referenceTitle, ...article }) => ({ referenceId, referenceTitle, article }));
}

async function readReference(manager: EntityManager, id: string): Promise<ReferenceRow> {
  const [row] = await manager.query<ReferenceRow[]>(`SELECT ${select} FROM reference r JOIN org_unit u ON u.id = r.org_unit_id WHERE r.id = $1 AND r.archived_at IS NULL`, [id]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

function parseOrRefuse(text: string): ReturnType<typeof parseReference> {
  const articles = parseReference(text);
  if (articles.length === 0) throw new DomainError('reference.no_articles');
  return articles;
}

function toListItem(row: ReferenceRow): ReferenceListItem {
  return { id: row.id, title: row.title, articles: row.articles, orgUnit: row.org_unit, updatedAt: row.updated_at.toISOString() };
}

function firstLine(text: string): string {
  const line = text.split(/\r?\n/).map((one) => one.replace(/^[\s#*_\ufeff]+|[\s#*_]+$/g, '')).find((one) => one !== '') ?? '';
  return [...line].slice(0, 100).join('');
}
