import type { EntityManager } from 'typeorm';
import type { PaperDraft } from './paper-structure.js';
import type { SealedContent } from './paper-vault.js';
import { storePools } from './publish-paper.js';

export const emptyPaper: PaperDraft = { sections: [], shuffleQuestions: false, shuffleOptions: false };

/** Everything that tells what a paper holds. */
export async function readContent(manager: EntityManager, paperId: string, draft: PaperDraft): Promise<SealedContent> {
  const versions = await manager.query<SealedContent['versions']>(
    `SELECT v.id, v.structure, v.apart,
       coalesce((SELECT jsonb_object_agg(p.rule_id, to_jsonb(p.version_ids)) FROM paper_pool p WHERE p.paper_version_id = v.id), '{}') AS pools,
       coalesce((SELECT jsonb_agg(jsonb_build_object('versionId', q.question_version_id, 'questionId', q.question_id, 'ruleId', q.rule_id)) FROM paper_question q WHERE q.paper_version_id = v.id), '[]') AS questions
     FROM paper_version v WHERE v.paper_id = $1 ORDER BY v.number`, [paperId]);
  return { draft, versions };
}

/** Takes it out of the tables, and out of the answers kept for repeated requests. */
export async function hideContent(manager: EntityManager, paperId: string): Promise<void> {
  await manager.query('UPDATE paper SET draft = $2, version = version + 1, updated_at = kaosai.clock() WHERE id = $1', [paperId, emptyPaper]);
  await manager.query(`UPDATE paper_version SET structure = jsonb_build_object('sealed', true, 'sections', (SELECT coalesce(jsonb_agg('{}'::jsonb), '[]') FROM jsonb_array_elements(structure->'sections'))), apart = '[]'
     WHERE paper_id = $1`, [paperId]);
  await manager.query('DELETE FROM paper_pool p USING paper_version v WHERE v.id = p.paper_version_id AND v.paper_id = $1', [paperId]);
  await manager.query('DELETE FROM paper_question q USING paper_version v WHERE v.id = q.paper_version_id AND v.paper_id = $1', [paperId]);
  await manager.query(`UPDATE idempotency_key SET answer = answer || '{"sections": []}' WHERE answer->>'id' = $1 AND answer ? 'sections'`, [paperId]);
}

export async function restoreContent(manager: EntityManager, paperId: string, { draft, versions }: SealedContent): Promise<void> {
  await manager.query('UPDATE paper SET draft = $2, version = version + 1 WHERE id = $1', [paperId, draft]);
  for (const { id, structure, apart, pools, questions } of versions) {
    await manager.query('UPDATE paper_version SET structure = $2, apart = $3 WHERE id = $1', [id, structure, JSON.stringify(apart)]);
    await storePools(manager, id, pools);
    await manager.query(
      `INSERT INTO paper_question (paper_version_id, question_version_id, question_id, rule_id)
       SELECT $1, "versionId", "questionId", "ruleId" FROM jsonb_to_recordset($2::jsonb) AS q ("versionId" uuid, "questionId" uuid, "ruleId" text)`, [id, JSON.stringify(questions)]);
  }
}
