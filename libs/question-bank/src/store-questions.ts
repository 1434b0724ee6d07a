import type { QuestionContent, QuestionKey } from '#lib/contracts';
import { bigrams, searchText } from '#lib/database';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { contentHash, excerptOf, plainTextOf, sanitizeContent, sanitizeHtml } from './question-content.js';

/** A question to be stored as the first version of a new identity. */
export interface NewQuestion {
  content: QuestionContent;
  key: QuestionKey;
  marks: string;
  subject: string | null;
  difficulty: number | null;
  source: string | null;
}

/** Where new questions belong, and who made them. */
export interface Ownership {
  orgUnitId: string;
  createdBy: string | null;
}

/**
 * Stores questions with their first version and, in its own table, their key; sanitised here, whoever calls.
 * Answers the version ids in order. Three statements, however many questions.
 */
export async function storeQuestions(manager: EntityManager, questions: readonly NewQuestion[], { orgUnitId, createdBy }: Ownership): Promise<string[]> {
  const rows = questions.map((question) => {
    const content = sanitizeContent(question.content);
    const text = plainTextOf(content);
    const { explanation, ...key } = question.key;
    return {
      id: newId(), versionId: newId(), kind: content.kind, content, excerpt: excerptOf(content), search: searchText(text), bigrams: bigrams(text),
      hash: contentHash(content).toString('hex'), subject: question.subject, difficulty: question.difficulty, source: question.source, marks: question.marks,
      key: { ...key, explanation: explanation === null ? null : sanitizeHtml(explanation) },
    };
  });
  const json = JSON.stringify(rows);
  await manager.query(
    `INSERT INTO question (id, org_unit_id, code, state, current_version_id, created_by)
     SELECT (q->>'id')::uuid, $2, 'Q' || lpad(nextval('question_code')::text, 6, '0'), 'published', (q->>'versionId')::uuid, $3
     FROM jsonb_array_elements($1::jsonb) AS q`, [json, orgUnitId, createdBy]);
  await manager.query(
    `INSERT INTO question_version (id, question_id, number, kind, content, excerpt, search_text, bigrams, content_hash, subject, difficulty, source, default_marks, created_by)
     SELECT (q->>'versionId')::uuid, (q->>'id')::uuid, 1, q->>'kind', q->'content', q->>'excerpt', q->>'search',
       ARRAY(SELECT jsonb_array_elements_text(q->'bigrams')), decode(q->>'hash', 'hex'), q->>'subject', (q->>'difficulty')::numeric, q->>'source', (q->>'marks')::numeric, $2
     FROM jsonb_array_elements($1::jsonb) AS q`, [json, createdBy]);
  await manager.query(
    `INSERT INTO question_key (question_version_id, key) SELECT (q->>'versionId')::uuid, q->'key' FROM jsonb_array_elements($1::jsonb) AS q`, [json]);
  return rows.map(({ versionId }) => versionId);
}

/** The codes of a unit's present questions that have one of these contents, by content hash (hex). */
export async function findByContent(manager: EntityManager, orgUnitId: string, hashes: readonly Buffer[]): Promise<Map<string, string>> {
  const rows = await manager.query<{ hash: string; code: string }[]>(
    `SELECT DISTINCT encode(v.content_hash, 'hex') AS hash, q.code
     FROM question_version v JOIN question q ON q.current_version_id = v.id
     WHERE v.content_hash = ANY($1::bytea[]) AND q.org_unit_id = $2 AND q.state <> 'retired' AND q.archived_at IS NULL`, [hashes, orgUnitId]);
  return new Map(rows.map(({ hash, code }) => [hash, code]));
}
