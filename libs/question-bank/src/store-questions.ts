import type { MultipleScoring, QuestionContent, QuestionKey } from '#lib/contracts';
import { bigrams, searchText } from '#lib/database';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { contentHash, excerptOf, plainTextOf, sanitizeContent } from './question-content.js';
import { sanitizeHtml } from './rich-text.js';
import { bandsOf } from './similar-text.js';

/** A question to be stored as the first version of a new identity. */
export interface NewQuestion {
  content: QuestionContent;
  key: QuestionKey;
  marks: string;
  subject: string | null;
  difficulty: number | null;
  source: string | null;
  scoring?: MultipleScoring | null;
  categoryId?: string | null;
  tags?: readonly string[];
  jobFields?: readonly string[];
  sourceArticleId?: string | null;
  note?: string | null;
}

/** Where new questions belong, who made them, and whether they may be used at once. */
export interface Ownership {
  orgUnitId: string;
  createdBy: string | null;
  /** `published` passes the review by: who calls has asked the policy (`question.review`) and says so in the audit log. */
  state: 'draft' | 'in_review' | 'published';
}

/**
 * Stores questions with their first version and, in its own table, their key; sanitised here, whoever calls.
 * Answers the version ids in order. Three statements, however many questions.
 */
export async function storeQuestions(manager: EntityManager, questions: readonly NewQuestion[], { orgUnitId, createdBy, state }: Ownership): Promise<string[]> {
  const rows = questions.map((question) => ({ id: newId(), versionId: newId(), ...toVersionColumns(question), ...toQuestionColumns(question) }));
  const json = JSON.stringify(rows);
  await manager.query(
    `INSERT INTO question (id, org_unit_id, code, state, current_version_id, draft_version_id, category_id, tags, job_fields, difficulty, created_by)
     SELECT (q->>'id')::uuid, $2, 'Q' || lpad(nextval('question_code')::text, 6, '0'), $4, (q->>'versionId')::uuid, CASE WHEN $4 <> 'published' THEN (q->>'versionId')::uuid END,
       (q->>'categoryId')::uuid, ARRAY(SELECT jsonb_array_elements_text(q->'tags')), ARRAY(SELECT jsonb_array_elements_text(q->'jobFields')), (q->>'difficulty')::numeric, $3
     FROM jsonb_array_elements($1::jsonb) AS q`, [json, orgUnitId, createdBy, state]);
  await manager.query(
    `INSERT INTO question_version (id, question_id, number, state, kind, content, excerpt, search_text, bigrams, bands, content_hash, subject, difficulty, source, source_article_id,
       default_marks, scoring, note, created_by, authors, submitted_by, submitted_at)
     SELECT (q->>'versionId')::uuid, (q->>'id')::uuid, 1, $3, q->>'kind', q->'content', q->>'excerpt', q->>'search', ARRAY(SELECT jsonb_array_elements_text(q->'bigrams')),
       ARRAY(SELECT jsonb_array_elements_text(q->'bands')::int), decode(q->>'hash', 'hex'), q->>'subject', (q->>'difficulty')::numeric, q->>'source', (q->>'sourceArticleId')::uuid,
       (q->>'marks')::numeric, q->>'scoring', q->>'note', $2, array_remove(ARRAY[$2::uuid], NULL), CASE WHEN $3 = 'in_review' THEN $2 END, CASE WHEN $3 = 'in_review' THEN kaosai.clock() END
     FROM jsonb_array_elements($1::jsonb) AS q`, [json, createdBy, state]);
  await manager.query(
    `INSERT INTO question_key (question_version_id, key) SELECT (q->>'versionId')::uuid, q->'key' FROM jsonb_array_elements($1::jsonb) AS q`, [json]);
  return rows.map(({ versionId }) => versionId);
}

/** What a version's row holds of a question, sanitised; `hash` in hex. */
export interface VersionColumns {
  kind: string;
  content: QuestionContent;
  key: QuestionKey;
  excerpt: string;
  search: string;
  bigrams: string[];
  bands: number[];
  hash: string;
  subject: string | null;
  difficulty: number | null;
  source: string | null;
  sourceArticleId: string | null;
  marks: string;
  scoring: MultipleScoring | null;
  note: string | null;
}

export function toVersionColumns(question: NewQuestion): VersionColumns {
  const content = sanitizeContent(question.content);
  const text = plainTextOf(content);
  const { subject, difficulty, source, marks } = question;
  return {
    kind: content.kind, content, key: sanitizeKey(question.key), excerpt: excerptOf(content), search: searchText(text), bigrams: bigrams(text), bands: bandsOf(text),
    hash: contentHash(content).toString('hex'), subject, difficulty, source, sourceArticleId: question.sourceArticleId ?? null, marks, scoring: question.scoring ?? null, note: question.note ?? null,
  };
}

/** Everything of a key that is shown as HTML, to markers or after release, made safe. */
export function sanitizeKey(key: QuestionKey): QuestionKey {
  return sanitizeShown(key) as QuestionKey;
}

function sanitizeShown<K extends object>(key: K): K {
  const shown = key as { explanation?: string | null; guide?: string | null; parts?: Record<string, object> };
  return {
    ...key,
    ...(shown.explanation ? { explanation: sanitizeHtml(shown.explanation) } : {}),
    ...(shown.guide ? { guide: sanitizeHtml(shown.guide) } : {}),
    ...(shown.parts ? { parts: Object.fromEntries(Object.entries(shown.parts).map(([id, part]) => [id, sanitizeShown(part)])) } : {}),
  };
}

function toQuestionColumns({ categoryId, tags, jobFields }: NewQuestion): { categoryId: string | null; tags: string[]; jobFields: string[] } {
  return { categoryId: categoryId ?? null, tags: tidyWords(tags), jobFields: tidyWords(jobFields) };
}

/** Words as they are stored: trimmed, each once, none empty, in the order given. */
export function tidyWords(words: readonly string[] = []): string[] {
  return [...new Set(words.map((word) => word.normalize('NFC').replace(/\s+/g, ' ').trim()).filter((word) => word !== ''))];
}

/** The codes of a unit's present questions that have one of these contents, by content hash (hex). */
export async function findByContent(manager: EntityManager, orgUnitId: string, hashes: readonly Buffer[]): Promise<Map<string, string>> {
  const rows = await manager.query<{ hash: string; code: string }[]>(
    `SELECT DISTINCT encode(v.content_hash, 'hex') AS hash, q.code
     FROM question_version v JOIN question q ON q.current_version_id = v.id
     WHERE v.content_hash = ANY($1::bytea[]) AND q.org_unit_id = $2 AND q.state <> 'retired' AND q.archived_at IS NULL`, [hashes, orgUnitId]);
  return new Map(rows.map(({ hash, code }) => [hash, code]));
}
