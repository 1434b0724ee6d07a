import { Injectable } from '@nestjs/common';
import type { PaperDistribution } from '#lib/contracts';
import { Transactions } from '#lib/database';
import type { Actor } from '#lib/identity';
import { eligibleQuestions, rulesOf } from './blueprint-pools.js';
import { PaperAccess } from './paper-access.js';
import { distribute, type DistributionGroup, type DistributionSource } from './paper-distribution.js';
import { type PaperRow, readPaper } from './paper-rows.js';
import type { PaperDraft } from './paper-structure.js';

const described = `v.kind, v.subject, q.category_id AS category, c.title AS "categoryTitle", q.tags, CASE WHEN v.difficulty IS NOT NULL THEN least(floor(v.difficulty * 5)::int + 1, 5) END AS band`;

/** What a paper is made of. */
@Injectable()
export class PaperInsights {
  constructor(private readonly transactions: Transactions, private readonly access: PaperAccess) {}

  /** Questions and marks by kind, subject, category, tag and difficulty; drawn ones by their pools: those of now for a draft, the frozen ones once it is published. */
  async distribution(actor: Actor, id: string): Promise<PaperDistribution> {
    const paper = await readPaper(this.transactions.reader, id);
    await this.access.requireReader(actor, paper);
    const draft = await this.access.requireOpen(actor, paper, 'distribution');
    const slots = draft.sections.flatMap((section) => section.slots);
    const sources: DistributionSource[] = [
      ...slots.map(({ questionVersionId, marks }) => ({ id: questionVersionId, count: 1, marks })), ...rulesOf(draft.sections).map(({ id: rule, count, marks }) => ({ id: rule, count, marks }))];
    return distribute(sources, [...await this.fixedGroups(slots.map(({ questionVersionId }) => questionVersionId)), ...await this.drawnGroups(actor, paper, draft)]);
  }

  private fixedGroups(ids: readonly string[]): Promise<DistributionGroup[]> {
    return this.transactions.reader.query<DistributionGroup[]>(
      `SELECT v.id AS source, ${described}, 1 AS questions FROM question_version v JOIN question q ON q.id = v.question_id LEFT JOIN question_category c ON c.id = q.category_id WHERE v.id = ANY($1::uuid[])`, [ids]);
  }

  private async drawnGroups(actor: Actor, paper: PaperRow, draft: PaperDraft): Promise<DistributionGroup[]> {
    const rules = rulesOf(draft.sections);
    if (rules.length === 0) return [];
    const params: unknown[] = [];
    const pools = paper.state === 'draft' || (paper.sealed_at && !paper.unsealed_at)
      ? await this.presentPools(actor, draft, params)
      : `SELECT rule_id AS source, unnest(version_ids) AS version_id FROM paper_pool WHERE paper_version_id = $${params.push(paper.version_id)}`;
    return this.transactions.reader.query<DistributionGroup[]>(
      `WITH pools AS (${pools})
       SELECT pools.source, ${described}, count(*)::int AS questions
       FROM pools JOIN question_version v ON v.id = pools.version_id JOIN question q ON q.id = v.question_id LEFT JOIN question_category c ON c.id = q.category_id
       GROUP BY 1, 2, 3, 4, 5, 6, 7`, params);
  }

  private async presentPools(actor: Actor, draft: PaperDraft, params: unknown[]): Promise<string> {
    const eligible = await eligibleQuestions(this.transactions.reader, actor, draft.sections, params);
    const rules = `$${params.push(rulesOf(draft.sections).map(({ id }) => id))}::text[]`;
    return `SELECT r.id AS source, e.version_id FROM (${eligible}) e JOIN unnest(${rules}) WITH ORDINALITY AS r (id, at) ON e.mask & (1::bigint << (r.at::int - 1)) <> 0`;
  }
}
