import type { PaperSection, QuestionKind } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import { QuestionPicker } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { checkBlueprint, fixedVersions, type FrozenPools, freezePools, rulesOf } from './blueprint-pools.js';
import type { SlotQuestion } from './paper-rows.js';
import { freezePaper, type PaperDraft, type PaperStructure, totalOf } from './paper-structure.js';

/** Stores a version of a paper with its pools, of a draft that has no problems. @throws DomainError `paper.apart_infeasible`. */
export async function publishDraft(manager: EntityManager, actor: Actor, paperId: string, draft: PaperDraft, questions: ReadonlyMap<string, SlotQuestion>): Promise<{ versionId: string; digest: Buffer }> {
  const frozen = await freezePools(manager, actor, draft.sections);
  requireForm(draft, frozen);
  const { questions: count, totalMarks } = totalOf(draft.sections);
  const { structure, digest } = freezePaper(draft, new Map([...questions].map(([id, { kind }]) => [id, kind])), frozen);
  const versionId = newId();
  await manager.query(
    `INSERT INTO paper_version (id, paper_id, number, structure, questions, total_marks, digest, apart, published_by)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 FROM paper_version WHERE paper_id = $2`,
    [versionId, paperId, structure, count, totalMarks, digest, JSON.stringify(frozen.apart), actor.personId]);
  await storePools(manager, versionId, frozen.pools);
  await storeQuestions(manager, versionId, [...questions.keys()], frozen.pools);
  return { versionId, digest };
}

/** The pools that publishing a draft would freeze now. @throws DomainError `paper.blueprint_infeasible`. */
export async function previewPools(manager: EntityManager, actor: Actor, sections: readonly PaperSection[]): Promise<FrozenPools> {
  const short = (await checkBlueprint(manager, actor, sections)).rules.reduce((sum, rule) => sum + rule.short, 0);
  if (short > 0) throw new DomainError('paper.blueprint_infeasible', { short });
  return freezePools(manager, actor, sections);
}

/** A draft as publishing would freeze it. @throws DomainError `paper.question_unavailable`, `paper.empty`. */
export async function structureOf(manager: EntityManager, draft: PaperDraft): Promise<PaperStructure> {
  if (totalOf(draft.sections).questions === 0) throw new DomainError('paper.empty');
  const ids = fixedVersions(draft.sections);
  const rows = await manager.query<{ id: string; kind: QuestionKind }[]>('SELECT id, kind FROM question_version WHERE id = ANY($1::uuid[])', [ids]);
  if (rows.length < new Set(ids).size) throw new DomainError('paper.question_unavailable', { count: new Set(ids).size - rows.length });
  return freezePaper(draft, new Map(rows.map(({ id, kind }) => [id, kind])), { pools: {}, apart: [] }).structure;
}

export async function storePools(manager: EntityManager, versionId: string, pools: Record<string, string[]>): Promise<void> {
  for (const [ruleId, ids] of Object.entries(pools)) await manager.query('INSERT INTO paper_pool (paper_version_id, rule_id, version_ids) VALUES ($1, $2, $3::uuid[])', [versionId, ruleId, ids]);
}

/** Which paper holds which version; one that several rules may take stands there once, with the first. */
async function storeQuestions(manager: EntityManager, versionId: string, fixed: readonly string[], pools: Record<string, string[]>): Promise<void> {
  const ruleOf = new Map<string, string | null>(fixed.map((id) => [id, null]));
  for (const [ruleId, ids] of Object.entries(pools)) for (const id of ids) if (!ruleOf.has(id)) ruleOf.set(id, ruleId);
  await manager.query(
    `INSERT INTO paper_question (paper_version_id, question_version_id, question_id, rule_id)
     SELECT $1, v.id, v.question_id, given.rule_id FROM unnest($2::uuid[], $3::text[]) AS given (id, rule_id) JOIN question_version v ON v.id = given.id`,
    [versionId, [...ruleOf.keys()], [...ruleOf.values()]]);
}

/** What is found at publishing can be found for every candidate: the very pools and pairs are tried that drawing will have. */
function requireForm({ sections }: PaperDraft, { pools, apart }: FrozenPools): void {
  const rules = rulesOf(sections);
  if (rules.length > 0 && typeof new QuestionPicker(rules, pools, apart, []).tryPick('') === 'string') throw new DomainError('paper.apart_infeasible');
}
