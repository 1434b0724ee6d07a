import type { MultipleScoring, OrgUnitRef, QuestionContent, QuestionKey, QuestionKind, QuestionListItem, QuestionState, QuestionView, Title } from '#lib/contracts';
import { type Actor, orgUnitRefSql } from '#lib/identity';
import { Decimal, DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { actsOn, type QuestionSituation } from './question-policy.js';
import { openPaper, ownQuestions, visibleQuestions } from './visible-questions.js';

interface QuestionRow {
  id: string;
  version_id: string;
  number: number;
  code: string;
  kind: QuestionKind;
  excerpt: string;
  subject: string | null;
  difficulty: string | null;
  state: QuestionState;
  org_unit: OrgUnitRef;
  category: { id: string; title: Title } | null;
  tags: string[];
  job_fields: string[];
  draft: { versionId: string; number: number; state: 'draft' | 'in_review' | 'returned' } | null;
  papers: number;
  facility: string | null;
  last_used_at: Date | null;
  created_by: string | null;
  updated_at: Date;
}

export type ListedQuestion = QuestionRow & { sort_key: string };

/** `q` with its current version `v`, its unit `u`, its category `c`, and the version `d` in work beside a published one. */
export const questionTables = `question q JOIN question_version v ON v.id = q.current_version_id JOIN org_unit u ON u.id = q.org_unit_id
  LEFT JOIN question_category c ON c.id = q.category_id
  LEFT JOIN question_version d ON d.id = q.draft_version_id AND q.draft_version_id <> q.current_version_id`;

/** The columns of a list item. `own` is a condition: what is in work is told only within one's own scope. */
export function questionColumns(own: string): string {
  return `q.id, v.id AS version_id, v.number, q.code, v.kind, v.excerpt, v.subject, v.difficulty, q.state, ${orgUnitRefSql('u')} AS org_unit,
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'title', c.title) END AS category, q.tags, q.job_fields,
    CASE WHEN d.id IS NOT NULL AND ${own} THEN jsonb_build_object('versionId', d.id, 'number', d.number, 'state', d.state) END AS draft,
    (SELECT count(DISTINCT pv.paper_id)::int FROM paper_question pq JOIN paper_version pv ON pv.id = pq.paper_version_id WHERE pq.question_id = q.id AND ${openPaper('pv.paper_id')}) AS papers,
    q.facility, q.last_used_at, q.created_by, q.updated_at`;
}

export function toListItem(row: QuestionRow): QuestionListItem {
  const { draft } = row;
  return {
    id: row.id, versionId: row.version_id, number: row.number, code: row.code, kind: row.kind, excerpt: row.excerpt, subject: row.subject,
    difficulty: row.difficulty === null ? null : Number(row.difficulty), state: row.state, orgUnit: row.org_unit, category: row.category, tags: row.tags, jobFields: row.job_fields,
    draft: draft && { ...draft, state: draft.state === 'in_review' ? 'in_review' : 'draft' },
    papers: row.papers, facility: row.facility, lastUsedAt: row.last_used_at?.toISOString() ?? null, createdBy: row.created_by, updatedAt: row.updated_at.toISOString(),
  };
}

type VersionState = 'draft' | 'in_review' | 'published' | 'superseded' | 'returned';

/** What an act must know of a question before it acts. */
export interface LockedQuestion extends QuestionSituation {
  id: string;
  orgUnitId: string;
  categoryId: string | null;
  version: number;
  currentVersionId: string;
  draftVersionId: string | null;
  own: boolean;
}

/** A question as the actor may see it at all. @throws DomainError `object.not_found` for every other. */
export async function readSituation(manager: EntityManager, actor: Actor, id: string): Promise<LockedQuestion> {
  const params: unknown[] = [id];
  const [row] = await manager.query<{
    id: string; path: string; state: QuestionState; org_unit_id: string; category_id: string | null; version: number; current_version_id: string; draft_version_id: string | null; own: boolean; published: boolean;
    work_state: 'draft' | 'in_review' | 'returned' | null; work_by: string | null; submitted_by: string | null; authors: string[] | null;
  }[]>(
    `SELECT q.id, u.path::text AS path, q.state, q.org_unit_id, q.category_id, q.version, q.current_version_id, q.draft_version_id, ${ownQuestions(actor, params)} AS own,
       EXISTS (SELECT 1 FROM question_version p WHERE p.question_id = q.id AND p.state IN ('published', 'superseded')) AS published,
       w.state AS work_state, w.created_by AS work_by, w.submitted_by, w.authors
     FROM question q JOIN org_unit u ON u.id = q.org_unit_id LEFT JOIN question_version w ON w.id = q.draft_version_id
     WHERE q.id = $1 AND q.archived_at IS NULL AND ${visibleQuestions(actor, params)}`, params);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return {
    id: row.id, path: row.path, state: row.state, orgUnitId: row.org_unit_id, categoryId: row.category_id, version: row.version, currentVersionId: row.current_version_id,
    draftVersionId: row.draft_version_id, own: row.own, published: row.published,
    work: row.work_state && { state: row.work_state, createdBy: row.work_by, submittedBy: row.submitted_by, authors: row.authors ?? [] },
  };
}

interface ShownVersion {
  kind: QuestionKind;
  excerpt: string;
  subject: string | null;
  difficulty: string | null;
  content: QuestionContent;
  key: QuestionKey;
  default_marks: string;
  scoring: MultipleScoring | null;
  source: string | null;
  state: VersionState;
  article: QuestionView['sourceArticle'];
}

/**
 * The whole question with its key: of the draft, where there is one and the actor may see it, unless the published version is asked for.
 * For those who may read the bank, never for candidates. @throws DomainError `object.not_found`.
 */
export async function readQuestion(manager: EntityManager, actor: Actor, id: string, wanted: 'draft' | 'published' = 'draft'): Promise<QuestionView> {
  const situation = await readSituation(manager, actor, id);
  const params: unknown[] = [id];
  const [row] = await manager.query<QuestionRow[]>(`SELECT ${questionColumns(ownQuestions(actor, params))} FROM ${questionTables} WHERE q.id = $1`, params);
  const shownId = wanted === 'draft' && situation.own && situation.draftVersionId ? situation.draftVersionId : situation.currentVersionId;
  const shown = await readShown(manager, shownId);
  return {
    ...toListItem(row), kind: shown.kind, excerpt: shown.excerpt, subject: shown.subject, difficulty: shown.difficulty === null ? null : Number(shown.difficulty),
    content: shown.content, key: shown.key, defaultMarks: Decimal.of(shown.default_marks).toString(), scoring: shown.scoring, source: shown.source, sourceArticle: shown.article,
    version: situation.version, shown: shown.state === 'published' || shown.state === 'superseded' ? 'published' : 'draft', acts: actsOn(actor, situation),
  };
}

async function readShown(manager: EntityManager, versionId: string): Promise<ShownVersion> {
  const [row] = await manager.query<ShownVersion[]>(
    `SELECT v.kind, v.excerpt, v.subject, v.difficulty, v.content, k.key, v.default_marks, v.scoring, v.source, v.state,
       CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'referenceId', r.id, 'referenceTitle', r.title, 'label', a.label, 'text', a.text) END AS article
     FROM question_version v JOIN question_key k ON k.question_version_id = v.id
     LEFT JOIN reference_article a ON a.id = v.source_article_id LEFT JOIN reference r ON r.id = a.reference_id
     WHERE v.id = $1`, [versionId]);
  return row;
}
