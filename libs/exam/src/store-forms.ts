import { newId } from '#lib/kernel';
import type { PaperVault } from '#lib/question-bank';
import type { EntityManager } from 'typeorm';
import type { DrawnForm, FormDrawer } from './form-drawer.js';

/** Stores forms, those of a sealed paper encrypted. One that is there already stays. */
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
}

/** Says how often the forms of an exam hold each version, counted anew in the forms themselves; those that are sealed still are passed over. */
export async function countUse(manager: EntityManager, examId: string): Promise<void> {
  // In one order, so that two exams that share questions never wait for each other in a circle.
  await manager.query(
    `INSERT INTO question_use (question_version_id, exam_id, question_id, forms)
     SELECT v.id, $1, v.question_id, u.forms
     FROM (SELECT (q->>'versionId')::uuid AS id, count(*)::int AS forms FROM form f, jsonb_array_elements(f.content->'sections') s, jsonb_array_elements(s->'questions') q
           WHERE f.exam_id = $1 AND NOT f.content ? 'sealed' GROUP BY 1) u JOIN question_version v ON v.id = u.id ORDER BY v.id
     ON CONFLICT (question_version_id, exam_id) DO UPDATE SET forms = excluded.forms WHERE question_use.forms <> excluded.forms`, [examId]);
}
