import { newId } from '#lib/kernel';
import type { PaperVault } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';
import type { DrawnForm, FormDrawer } from './form-drawer.js';

/** Stores forms, those of a sealed paper encrypted, and counts what they hold unless that is a secret still. One that is there already stays. */
export async function storeForms(manager: EntityManager, vault: PaperVault, examId: string, { paperId, sealed }: Pick<FormDrawer, 'paperId' | 'sealed'>, forms: readonly DrawnForm[]): Promise<void> {
  const contents = await Promise.all(forms.map(async ({ candidateId, content }) => {
    const text = JSON.stringify(content);
    return sealed ? JSON.stringify(await vault.closeForm(manager, paperId, candidateId, text)) : text;
  }));
  await manager.query(
    `INSERT INTO form (id, candidate_id, exam_id, number, content)
     SELECT f.id, f.candidate_id, $1, f.number, f.content::jsonb FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[]) AS f (id, candidate_id, number, content)
     ON CONFLICT (candidate_id, number) DO NOTHING`,
    [examId, forms.map(() => newId()), forms.map(({ candidateId }) => candidateId), forms.map(({ number }) => number), contents]);
  if (!sealed) await countUse(manager, examId, forms);
}

/** Adds to how often an exam's forms hold each version. */
export async function countUse(manager: EntityManager, examId: string, forms: readonly Pick<DrawnForm, 'content'>[]): Promise<void> {
  const uses = new Map<string, number>();
  for (const { content } of forms) for (const { questions } of content.sections) for (const { versionId } of questions) uses.set(versionId, (uses.get(versionId) ?? 0) + 1);
  // In one order, so that two exams that share questions never wait for each other in a circle.
  const ids = [...uses.keys()].sort();
  await manager.query(
    `INSERT INTO question_use (question_version_id, exam_id, question_id, forms)
     SELECT v.id, $1, v.question_id, u.forms FROM unnest($2::uuid[], $3::int[]) AS u (id, forms) JOIN question_version v ON v.id = u.id
     ON CONFLICT (question_version_id, exam_id) DO UPDATE SET forms = question_use.forms + excluded.forms`, [examId, ids, ids.map((id) => uses.get(id))]);
}
