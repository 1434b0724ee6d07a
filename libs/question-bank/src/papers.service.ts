import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { BlueprintFeasibility, CheckBlueprint, ListQuery, Page, PaperListItem, PaperView, WritePaper } from '#lib/contracts';
import { lockRows, pageQuery, type SortColumn, Transactions } from '#lib/database';
import { type Actor, inScope, pathOfOrgUnit, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { checkBlueprint, mostRules, rulesOf } from './blueprint-pools.js';
import { PaperAccess } from './paper-access.js';
import { paperColumns, type PaperRow, paperTables, problemsOf, readPaper, readSlotQuestions, toListItem, toPaperView } from './paper-rows.js';
import { type PaperDraft, repeatedSlots } from './paper-structure.js';
import { publishDraft } from './publish-paper.js';

export interface PapersFilter extends ListQuery {
  state?: PaperListItem['state'];
  /** Sealed now. */
  sealed?: boolean;
}

const sorts: Record<string, SortColumn> = { updatedAt: { expression: 'p.updated_at', type: 'timestamptz' }, title: { expression: "(p.title->>'zh') COLLATE \"zh-x-icu\"", type: 'text' } };

/** Papers: drafts that change, and published versions that never do. */
@Injectable()
export class Papers {
  constructor(private readonly transactions: Transactions, private readonly access: PaperAccess) {}

  /** One page of the papers in the actor's scope, last changed first. */
  async list(actor: Actor, query: PapersFilter): Promise<Page<PaperListItem>> {
    const params: unknown[] = [];
    const conditions = [inScope(scopeOf(actor, 'paper.read'), 'u.path', params), 'p.archived_at IS NULL'];
    if (query.q) conditions.push(`(p.title->>'zh' ILIKE '%' || $${params.push(escapeLike(query.q))} || '%' OR p.title->>'en' ILIKE '%' || $${params.length} || '%')`);
    if (query.state) conditions.push(`p.state = $${params.push(query.state)}`);
    if (query.sealed) conditions.push('s.unsealed_at IS NULL AND s.until > kaosai.clock()');
    const page = pageQuery(query, sorts, '-updatedAt', 'p.id', params);
    const rows = await this.transactions.reader.query<PaperRow[]>(
      `SELECT ${paperColumns}, ${page.sortKey} FROM ${paperTables} WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toListItem);
  }

  /** The draft with what stands in each slot, and what keeps it from being published. While it is sealed, what everybody may know of it, and the attempt is recorded. */
  async get(actor: Actor, id: string): Promise<PaperView> {
    const paper = await readPaper(this.transactions.reader, id);
    await this.access.requireReader(actor, paper);
    return toPaperView(this.transactions.reader, actor, paper, await this.access.look(actor, paper, 'read'));
  }

  /** Makes a draft. It may be incomplete; publishing checks it. */
  async create(actor: Actor, input: WritePaper): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      requireAllowed(actor, 'paper.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      requireWellFormed(input);
      const id = await insertPaper(manager, actor, input.orgUnitId, input.title, toDraft(input));
      await appendAudit(manager, actor, 'paper.create', 'paper', id);
      return this.view(manager, actor, id);
    });
  }

  /** Replaces a draft. @throws DomainError `version.stale`, `paper.frozen` once it is published. */
  async update(actor: Actor, id: string, version: number, input: WritePaper): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      requireDraft(await lockPaper(manager, actor, id, version));
      requireAllowed(actor, 'paper.write', { paths: [await pathOfOrgUnit(manager, input.orgUnitId)] });
      requireWellFormed(input);
      await manager.query('UPDATE paper SET org_unit_id = $2, title = $3, draft = $4, version = version + 1, updated_at = kaosai.clock() WHERE id = $1', [id, input.orgUnitId, input.title, toDraft(input)]);
      await appendAudit(manager, actor, 'paper.update', 'paper', id);
      return this.view(manager, actor, id);
    });
  }

  /**
   * Freezes the draft, with the pools of its rules, into a version that exams name; from then on that version cannot change.
   * @throws DomainError `paper.empty`, `paper.question_unavailable`, `paper.questions_meet`, `paper.blueprint_infeasible`, `paper.apart_infeasible`.
   */
  async publish(actor: Actor, id: string, version: number): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      const { draft } = requireDraft(await lockPaper(manager, actor, id, version));
      const questions = await readSlotQuestions(manager, actor, draft);
      const problems = await problemsOf(manager, actor, draft, questions);
      const missing = problems.filter(({ code }) => code === 'paper.question_unavailable').length;
      if (missing > 0) throw new DomainError('paper.question_unavailable', { count: missing });
      if (problems.length > 0) throw new DomainError(problems[0].code, problems[0].params);
      const { versionId, digest } = await publishDraft(manager, actor, id, draft, questions);
      await manager.query("UPDATE paper SET state = 'published', version = version + 1, updated_at = kaosai.clock() WHERE id = $1", [id]);
      await appendAudit(manager, actor, 'paper.publish', 'paper', id, { versionId, digest: digest.toString('hex') });
      return this.view(manager, actor, id);
    });
  }

  /** Opens a published paper for a next version. Exams keep the version they were made with, and new ones the last published. @throws DomainError `paper.sealed`, `paper.retired`. */
  async revise(actor: Actor, id: string, version: number): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      const paper = await lockPaper(manager, actor, id, version);
      if (paper.sealed_at && !paper.unsealed_at) throw new DomainError('paper.sealed', { until: paper.until?.toISOString() }, { kind: 'forbidden' });
      if (paper.state === 'retired') throw new DomainError('paper.retired');
      await this.setState(manager, actor, id, 'draft', 'paper.revise');
      return this.view(manager, actor, id);
    });
  }

  /** A draft with the same content, in the same unit. */
  async copy(actor: Actor, id: string): Promise<PaperView> {
    const source = await readPaper(this.transactions.reader, id);
    requireAllowed(actor, 'paper.write', { paths: [source.path] });
    const draft = await this.access.requireOpen(actor, source, 'export');
    return this.transactions.run(async (manager) => {
      const title = { zh: `${source.title.zh}（副本）`, ...(source.title.en ? { en: `${source.title.en} (copy)` } : {}) };
      const copy = await insertPaper(manager, actor, source.org_unit.id, title, draft);
      await appendAudit(manager, actor, 'paper.copy', 'paper', copy, { from: id });
      return this.view(manager, actor, copy);
    });
  }

  /** Takes a paper out of use for new exams; those made keep it. Doing it twice changes nothing. */
  async retire(actor: Actor, id: string, version: number): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      const paper = await lockPaper(manager, actor, id, version);
      if (paper.versions === 0) throw new DomainError('paper.not_published');
      if (paper.state !== 'retired') await this.setState(manager, actor, id, 'retired', 'paper.retire');
      return this.view(manager, actor, id);
    });
  }

  /** Takes a retired paper into use again. */
  async restore(actor: Actor, id: string, version: number): Promise<PaperView> {
    return this.transactions.run(async (manager) => {
      const paper = await lockPaper(manager, actor, id, version);
      if (paper.state === 'retired') await this.setState(manager, actor, id, 'published', 'paper.restore');
      return this.view(manager, actor, id);
    });
  }

  /** Deletes a draft that was never published. @throws DomainError `paper.in_use`. */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.transactions.run(async (manager) => {
      const paper = await lockPaper(manager, actor, id, version);
      if (paper.versions > 0) throw new DomainError('paper.in_use');
      await manager.query('DELETE FROM paper WHERE id = $1', [id]);
      await appendAudit(manager, actor, 'paper.delete', 'paper', id);
    });
  }

  /** What the rules of a draft would find now; nothing is stored. */
  async checkFeasibility(actor: Actor, { orgUnitId, sections }: CheckBlueprint): Promise<BlueprintFeasibility> {
    requireAllowed(actor, 'paper.write', { paths: [await pathOfOrgUnit(this.transactions.reader, orgUnitId)] });
    const { feasible, rules, lacking, apart } = await checkBlueprint(this.transactions.reader, actor, sections);
    return { feasible, rules: rules.map((rule) => ({ ...rule })), lacking: lacking.map((lack) => ({ ...lack, rules: [...lack.rules] })), apart };
  }

  private async view(manager: EntityManager, actor: Actor, id: string): Promise<PaperView> {
    const paper = await readPaper(manager, id);
    return toPaperView(manager, actor, paper, await this.access.contentOf(manager, paper));
  }

  private async setState(manager: EntityManager, actor: Actor, id: string, state: PaperListItem['state'], action: string): Promise<void> {
    await manager.query('UPDATE paper SET state = $2, version = version + 1, updated_at = kaosai.clock() WHERE id = $1', [id, state]);
    await appendAudit(manager, actor, action, 'paper', id);
  }
}

async function insertPaper(manager: EntityManager, actor: Actor, orgUnitId: string, title: WritePaper['title'], draft: PaperDraft): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO paper (id, org_unit_id, title, draft, created_by) VALUES ($1, $2, $3, $4, $5)', [id, orgUnitId, title, draft, actor.personId]);
  return id;
}

async function lockPaper(manager: EntityManager, actor: Actor, id: string, version: number): Promise<PaperRow> {
  await lockRows(manager, 'paper', [id]);
  const paper = await readPaper(manager, id);
  requireAllowed(actor, 'paper.write', { paths: [paper.path] });
  if (paper.version !== version) throw new DomainError('version.stale', { current: paper.version }, { kind: 'conflict' });
  return paper;
}

function requireDraft(paper: PaperRow): PaperRow {
  if (paper.state !== 'draft') throw new DomainError('paper.frozen', {}, { kind: 'conflict' });
  return paper;
}

function requireWellFormed(input: WritePaper): void {
  if (rulesOf(input.sections).length > mostRules) throw new DomainError('paper.too_many_rules', { limit: mostRules });
  const errors = repeatedSlots(input);
  if (errors.length > 0) throw new DomainError('request.invalid', {}, { errors });
}

function toDraft({ sections, shuffleQuestions, shuffleOptions }: WritePaper): PaperDraft {
  return { sections, shuffleQuestions, shuffleOptions };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
