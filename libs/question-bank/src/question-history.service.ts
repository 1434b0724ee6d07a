import { Injectable } from '@nestjs/common';
import type { MultipleScoring, QuestionContent, QuestionDiff, QuestionKey, QuestionKind, QuestionUse, QuestionUses, QuestionVersionItem, QuestionVersionView, Title } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, inScope, scopeOf } from '#lib/identity';
import { Decimal, DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { diffVersions } from './diff-versions.js';
import { readSituation } from './question-rows.js';
import { openPaper } from './visible-questions.js';

interface VersionRow {
  id: string;
  number: number;
  state: QuestionVersionItem['state'];
  kind: QuestionKind;
  note: string | null;
  created_by: QuestionVersionItem['createdBy'];
  created_at: Date;
  reviewed_by: QuestionVersionItem['reviewedBy'];
  reviewed_at: Date | null;
  content: QuestionContent;
  key: QuestionKey;
  default_marks: string;
  scoring: MultipleScoring | null;
  subject: string | null;
  difficulty: string | null;
  source: string | null;
}

interface UseRow {
  type: 'paper' | 'exam';
  id: string;
  title: Title;
  version_number: number;
  forms: number;
  at: Date;
  seen: boolean;
}

const person = (column: string): string => `(SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = v.${column})`;

/** What a question was, how it came about, and where it was used. */
@Injectable()
export class QuestionHistory {
  constructor(private readonly transactions: Transactions) {}

  /** The versions, newest first; readers of another unit are told of published ones only. */
  async versions(actor: Actor, id: string): Promise<QuestionVersionItem[]> {
    return (await this.read(actor, id)).map(toItem);
  }

  /** One version whole. @throws DomainError `object.not_found`, also for a version of another question. */
  async version(actor: Actor, id: string, versionId: string): Promise<QuestionVersionView> {
    return toView(pick(await this.read(actor, id), versionId));
  }

  /** What changed from one version to another of the same question, field by field. @throws DomainError `object.not_found` when either is not one that the actor may see. */
  async diff(actor: Actor, id: string, from: string, to: string): Promise<QuestionDiff> {
    const rows = await this.read(actor, id);
    const [before, after] = [toView(pick(rows, from)), toView(pick(rows, to))];
    return { from: toItem(pick(rows, from)), to: toItem(pick(rows, to)), changes: diffVersions(before, after) };
  }

  /** Published papers that hold it, and exams whose forms did, newest first; of sealed papers nothing is told, of other units' only how many. */
  async uses(actor: Actor, id: string): Promise<QuestionUses> {
    await readSituation(this.transactions.reader, actor, id);
    const params: unknown[] = [id];
    const seen = inScope(scopeOf(actor, 'paper.read'), 'u.path', params);
    const rows = await this.transactions.reader.query<UseRow[]>(
      `SELECT 'paper' AS type, p.id, p.title, v.number AS version_number, 0 AS forms, pv.published_at AS at, ${seen} AS seen
       FROM paper_question pq JOIN paper_version pv ON pv.id = pq.paper_version_id JOIN paper p ON p.id = pv.paper_id JOIN org_unit u ON u.id = p.org_unit_id
         JOIN question_version v ON v.id = pq.question_version_id
       WHERE pq.question_id = $1 AND ${openPaper('p.id')}
       UNION ALL
       SELECT 'exam', e.id, e.title, v.number, uq.forms, uq.used_at, ${seen}
       FROM question_use uq JOIN exam e ON e.id = uq.exam_id JOIN paper_version pv ON pv.id = e.paper_version_id JOIN org_unit u ON u.id = e.org_unit_id
         JOIN question_version v ON v.id = uq.question_version_id
       WHERE uq.question_id = $1 AND uq.forms > 0 AND ${openPaper('pv.paper_id')}
       ORDER BY at DESC, id LIMIT 500`, params);
    return { items: rows.filter((row) => row.seen).map(toUse), elsewhere: rows.filter((row) => !row.seen).length };
  }

  private async read(actor: Actor, id: string): Promise<VersionRow[]> {
    const { own } = await readSituation(this.transactions.reader, actor, id);
    return readVersions(this.transactions.reader, id, own);
  }
}

function readVersions(manager: EntityManager, id: string, own: boolean): Promise<VersionRow[]> {
  return manager.query<VersionRow[]>(
    `SELECT v.id, v.number, v.state, v.kind, v.note, v.created_at, v.reviewed_at, ${person('created_by')} AS created_by, ${person('reviewed_by')} AS reviewed_by,
       v.content, k.key, v.default_marks, v.scoring, v.subject, v.difficulty, v.source
     FROM question_version v JOIN question_key k ON k.question_version_id = v.id
     WHERE v.question_id = $1 ${own ? '' : "AND v.state IN ('published', 'superseded')"} ORDER BY v.number DESC`, [id]);
}

function pick(rows: readonly VersionRow[], versionId: string): VersionRow {
  const row = rows.find(({ id }) => id === versionId);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

function toItem({ id, number, state, kind, note, created_by, created_at, reviewed_by, reviewed_at }: VersionRow): QuestionVersionItem {
  return { id, number, state, kind, note, createdBy: created_by, createdAt: created_at.toISOString(), reviewedBy: reviewed_by, reviewedAt: reviewed_at?.toISOString() ?? null };
}

function toView(row: VersionRow): QuestionVersionView {
  const { content, key, scoring, subject, source } = row;
  return { ...toItem(row), content, key, defaultMarks: Decimal.of(row.default_marks).toString(), scoring, subject, difficulty: row.difficulty === null ? null : Number(row.difficulty), source };
}

function toUse({ type, id, title, version_number, forms, at }: UseRow): QuestionUse {
  return { type, id, title, versionNumber: version_number, forms, at: at.toISOString() };
}
