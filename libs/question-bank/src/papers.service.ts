import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { FieldProblem, ListQuery, OrgUnitRef, Page, PaperListItem, PaperView, QuestionKind, Title, WritePaper } from '#lib/contracts';
import { lockRows, pageQuery, type SortColumn, Transactions } from '#lib/database';
import { type Actor, inScope, orgUnitRefSql, pathOfOrgUnit, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { freezePaper, type PaperDraft, repeatedSlots, totalOf } from './paper-structure.js';

interface PaperRow {
  id: string;
  title: Title;
  state: PaperListItem['state'];
  draft: PaperDraft;
  org_unit: OrgUnitRef;
  path: string;
  version_id: string | null;
  updated_at: Date;
  version: number;
  sort_key: string;
}

interface SlotQuestion {
  id: string;
  kind: QuestionKind;
  excerpt: string;
  code: string;
  usable: boolean;
}

const select = `p.id, p.title, p.state, p.draft, ${orgUnitRefSql('u')} AS org_unit, u.path::text AS path, p.updated_at, p.version,
  (SELECT pv.id FROM paper_version pv WHERE pv.paper_id = p.id ORDER BY pv.number DESC LIMIT 1) AS version_id`;
const sorts: Record<string, SortColumn> = { updatedAt: { expression: 'p.updated_at', type: 'timestamptz' }, title: { expression: "(p.title->>'zh') COLLATE \"zh-x-icu\"", type: 'text' } };

/** Papers: drafts that change, and published versions that never do. */
@Injectable()
export class Papers {
  constructor(private readonly transactions: Transactions) {}

  /** One page of the papers in the actor's scope, last changed first. */
  async list(actor: Actor, query: ListQuery): Promise<Page<PaperListItem>> {
    const params: unknown[] = [];
    const conditions = [inScope(scopeOf(actor, 'paper.read'), 'u.path', params), 'p.archived_at IS NULL'];
    if (query.q) conditions.push(`(p.title->>'zh' ILIKE '%' || $${params.push(escapeLike(query.q))} || '%' OR p.title->>'en' ILIKE '%' || $${params.length} || '%')`);
    const page = pageQuery(query, sorts, '-updatedAt', 'p.id', params);
    const rows = await this.transactions.reader.query<PaperRow[]>(
      `SELECT ${select}, ${page.sortKey} FROM paper p JOIN org_unit u ON u.id = p.org_unit_id WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toListItem);
  }

  /** The draft with what stands in each slot, and what keeps it from being published. */
  async get(actor: Actor, id: string): Promise<PaperView> {
    const paper = await readPaper(this.transactions.reader, id);
    requireAllowed(actor, 'paper.read', { paths: [paper.path] });
    return toView(this.transactions.reader, actor, paper);
  }

  /** Makes a draft. It may be incomplete; publishing checks it. */
  async create(actor: Actor, input: WritePaper): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      requireAllowed(actor, 'paper.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      requireEachOnce(input);
      const id = newId();
      await manager.query('INSERT INTO paper (id, org_unit_id, title, draft, created_by) VALUES ($1, $2, $3, $4, $5)', [id, input.orgUnitId, input.title, toDraft(input), actor.personId]);
      await appendAudit(manager, actor, 'paper.create', 'paper', id);
      return toView(manager, actor, await readPaper(manager, id));
    });
  }

  /** Replaces a draft. @throws DomainError `version.stale`, `paper.frozen` once it is published. */
  async update(actor: Actor, id: string, version: number, input: WritePaper): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      await lockDraft(manager, actor, id, version);
      requireAllowed(actor, 'paper.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      requireEachOnce(input);
      await manager.query('UPDATE paper SET org_unit_id = $2, title = $3, draft = $4, version = version + 1, updated_at = kaosai.clock() WHERE id = $1', [id, input.orgUnitId, input.title, toDraft(input)]);
      await appendAudit(manager, actor, 'paper.update', 'paper', id);
      return toView(manager, actor, await readPaper(manager, id));
    });
  }

  /** Freezes the draft into a version that exams name; from then on it cannot change. @throws DomainError `paper.empty`, `paper.question_unavailable`. */
  async publish(actor: Actor, id: string, version: number): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      const { draft } = await lockDraft(manager, actor, id, version);
      const { questions, totalMarks } = totalOf(draft.sections);
      if (questions === 0) throw new DomainError('paper.empty');
      const slots = await readSlotQuestions(manager, actor, draft);
      const missing = questionIds(draft).filter((one) => !slots.get(one)?.usable).length;
      if (missing > 0) throw new DomainError('paper.question_unavailable', { count: missing });

      const { structure, digest } = freezePaper(draft, new Map([...slots].map(([one, { kind }]) => [one, kind])));
      const versionId = newId();
      await manager.query(
        `INSERT INTO paper_version (id, paper_id, number, structure, questions, total_marks, digest, published_by)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7 FROM paper_version WHERE paper_id = $2`,
        [versionId, id, structure, questions, totalMarks, digest, actor.personId]);
      await manager.query("UPDATE paper SET state = 'published', version = version + 1, updated_at = kaosai.clock() WHERE id = $1", [id]);
      await appendAudit(manager, actor, 'paper.publish', 'paper', id, { versionId, digest: digest.toString('hex') });
      return toView(manager, actor, await readPaper(manager, id));
    });
  }
}

async function readPaper(manager: EntityManager, id: string): Promise<PaperRow> {
  const [row] = await manager.query<PaperRow[]>(`SELECT ${select} FROM paper p JOIN org_unit u ON u.id = p.org_unit_id WHERE p.id = $1 AND p.archived_at IS NULL`, [id]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

async function lockDraft(manager: EntityManager, actor: Actor, id: string, version: number): Promise<PaperRow> {
  await lockRows(manager, 'paper', [id]);
  const paper = await readPaper(manager, id);
  requireAllowed(actor, 'paper.write', { paths: [paper.path] });
  if (paper.version !== version) throw new DomainError('version.stale', { current: paper.version }, { kind: 'conflict' });
  if (paper.state !== 'draft') throw new DomainError('paper.frozen', {}, { kind: 'conflict' });
  return paper;
}

function requireEachOnce(input: WritePaper): void {
  const errors = repeatedSlots(input);
  if (errors.length > 0) throw new DomainError('request.invalid', {}, { errors });
}

function toDraft({ sections, shuffleQuestions, shuffleOptions }: WritePaper): PaperDraft {
  return { sections, shuffleQuestions, shuffleOptions };
}

function questionIds(draft: PaperDraft): string[] {
  return draft.sections.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId));
}

/** What the slots hold; usable when it is not retired and in the actor's scope. No key is read. */
async function readSlotQuestions(manager: EntityManager, actor: Actor, draft: PaperDraft): Promise<Map<string, SlotQuestion>> {
  const params: unknown[] = [questionIds(draft)];
  const rows = await manager.query<SlotQuestion[]>(
    `SELECT v.id, v.kind, v.excerpt, q.code, q.state = 'published' AND q.archived_at IS NULL AS usable
     FROM question_version v JOIN question q ON q.id = v.question_id JOIN org_unit u ON u.id = q.org_unit_id
     WHERE v.id = ANY($1::uuid[]) AND ${inScope(scopeOf(actor, 'question.read'), 'u.path', params)}`, params);
  return new Map(rows.map((row) => [row.id, row]));
}

async function toView(manager: EntityManager, actor: Actor, row: PaperRow): Promise<PaperView> {
  const questions = await readSlotQuestions(manager, actor, row.draft);
  const problems: FieldProblem[] = [];
  const sections = row.draft.sections.map((section, at) => ({
    ...section,
    slots: section.slots.map((slot, index) => {
      const question = questions.get(slot.questionVersionId);
      if (!question?.usable) problems.push({ path: `sections.${at}.slots.${index}`, code: 'paper.question_unavailable', params: { count: 1 } });
      return { ...slot, kind: question?.kind ?? 'single', excerpt: question?.excerpt ?? '', code: question?.code ?? '' };
    }),
  }));
  if (questionIds(row.draft).length === 0) problems.push({ path: 'sections', code: 'paper.empty' });
  const { shuffleQuestions, shuffleOptions } = row.draft;
  return { ...toListItem(row), sections, shuffleQuestions, shuffleOptions, problems: row.state === 'draft' ? problems : [], seal: null };
}

function toListItem(row: PaperRow): PaperListItem {
  return { id: row.id, title: row.title, state: row.state, orgUnit: row.org_unit, ...totalOf(row.draft.sections), versionId: row.version_id, sealedUntil: null, updatedAt: row.updated_at.toISOString(), version: row.version };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
