import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ApplyExamChange, ChangeExam, ExamChanged, ExamChangePreview, OperationView } from '#lib/contracts';
import { appendToOutbox, raiseRevision, Transactions } from '#lib/database';
import type { Actor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { OperationsService } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { extraSecondsSql } from './candidate-acts.service.js';
import { readExamView, requireExam } from './exam-queries.js';
import { writeExamRules } from './exam-rules.js';
import { publishedVersion, refreshWindow, requireReferences } from './exam-steps.js';
import { type ExamNow, movedEnds, previewChange, readExamNow } from './preview-change.js';

/** Changes to an exam: free before its papers are drawn, guarded afterwards by a preview of whom they would touch. */
@Injectable()
export class ExamChanges {
  constructor(private readonly transactions: Transactions, private readonly operations: OperationsService) {}

  /** What the change would do at this moment, field by field and in figures. Nothing is changed. */
  async preview(actor: Actor, examId: string, change: ChangeExam): Promise<ExamChangePreview> {
    const { reader } = this.transactions;
    await requireExam(reader, actor, examId, 'exam.write');
    return previewChange(reader, await readExamNow(reader, examId), change);
  }

  /**
   * Changes the exam. Ends of people who sit move by an operation, whole or in chunks that go on after a crash; everything else at once.
   * @throws DomainError `version.stale`; `exam.change_refused` naming the fields; `exam.change_guarded` without a preview's digest and
   * `exam.change_stale` with one that no longer holds; `exam.window_invalid` and what the rules and a paper refuse.
   */
  async apply(actor: Actor, examId: string, version: number, { digest, ...change }: ApplyExamChange): Promise<ExamChanged> {
    return this.transactions.run(async (manager) => {
      await requireExam(manager, actor, examId, 'exam.write');
      // Whoever starts at this moment holds the row for key share: this waits for them, and they for this.
      await manager.query('SELECT 1 FROM exam WHERE id = $1 FOR UPDATE', [examId]);
      const exam = await readExamNow(manager, examId);
      if (exam.version !== version) throw new DomainError('version.stale', { current: exam.version }, { kind: 'conflict' });
      requirePreviewed(await previewChange(manager, exam, change), digest);
      const operation = await this.moveEnds(manager, actor, exam, change);
      await writeChange(manager, actor, exam, change);
      await appendAudit(manager, actor, 'exam.change', 'exam', examId, { fields: Object.keys(change), ...(operation ? { operationId: operation.id } : {}) });
      await raiseRevision(manager, `exam:${examId}`);
      return { exam: await readExamView(manager, examId), operation };
    });
  }

  private async moveEnds(manager: EntityManager, actor: Actor, exam: ExamNow, change: ChangeExam): Promise<OperationView | null> {
    const moved = await movedEnds(manager, exam, change);
    if (moved.length === 0) return null;
    const operation = await this.operations.create(manager, { kind: 'exam.change', input: { examId: exam.id }, createdBy: actor.personId, total: moved.length });
    await manager.query(
      'INSERT INTO exam_change_row (operation_id, attempt_id, deadline_seconds, closes_seconds) SELECT $1, r.* FROM unnest($2::uuid[], $3::int[], $4::int[]) AS r',
      [operation.id, moved.map(({ id }) => id), moved.map(({ deadline }) => deadline), moved.map(({ closes }) => closes)]);
    return operation;
  }
}

function requirePreviewed(preview: ExamChangePreview, digest: string | undefined): void {
  const refused = preview.fields.filter(({ verdict }) => verdict === 'refused');
  if (refused.length > 0) throw new DomainError('exam.change_refused', { fields: refused.map(({ field }) => field).join(', ') }, { kind: 'conflict', errors: refused.map(({ field, why }) => ({ path: field, code: 'exam.change_refused', params: { why } })) });
  if (!preview.digestNeeded) return;
  if (digest === undefined) throw new DomainError('exam.change_guarded', {}, { kind: 'conflict' });
  if (digest !== preview.digest) throw new DomainError('exam.change_stale', {}, { kind: 'conflict' });
}

async function writeChange(manager: EntityManager, actor: Actor, exam: ExamNow, change: ChangeExam): Promise<void> {
  const values: unknown[] = [exam.id];
  const sets = [['title', change.title], ['mode', change.mode], ['duration_seconds', change.durationSeconds], ['grace_seconds', change.graceSeconds], ['pass_mark', change.passMark],
    ['paper_version_id', change.paperId === undefined ? undefined : await publishedVersion(manager, actor, change.paperId)]]
    .flatMap(([column, value]) => (value === undefined ? [] : [`${column as string} = $${values.push(value)}`]));
  await manager.query(`UPDATE exam SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = $1`, values);
  await writeExamRules(manager, exam.id, change);
  if (change.referenceIds) await writeReferences(manager, actor, exam.id, change.referenceIds);
  if (change.sittings) await writeSittings(manager, exam, change.sittings);
  if (change.durationSeconds !== undefined) {
    await manager.query(`UPDATE candidate c SET extra_seconds = ${extraSecondsSql('c.accommodations', '$2::int')} WHERE c.exam_id = $1 AND c.accommodations ? 'extraPercent'`, [exam.id, change.durationSeconds]);
  }
  // More attempts need more papers.
  if (change.attemptsAllowed !== undefined && exam.phase !== 'draft') await appendToOutbox(manager, 'exam.prepare', { examId: exam.id });
}

async function writeReferences(manager: EntityManager, actor: Actor, examId: string, ids: readonly string[]): Promise<void> {
  await requireReferences(manager, actor, ids);
  await manager.query('DELETE FROM exam_reference WHERE exam_id = $1 AND reference_id <> ALL($2::uuid[])', [examId, ids]);
  await manager.query('INSERT INTO exam_reference (exam_id, reference_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [examId, [...new Set(ids)]]);
}

async function writeSittings(manager: EntityManager, exam: ExamNow, sittings: NonNullable<ChangeExam['sittings']>): Promise<void> {
  for (const { id, title, opensAt, lateUntil } of sittings) {
    if (!exam.sittings.some((sitting) => sitting.id === id)) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    const [row] = await manager.query<[{ fits: boolean }[], number]>(
      `UPDATE sitting SET title = coalesce($2, title), opens_at = coalesce($3, opens_at), late_until = coalesce($4, late_until), version = version + 1 WHERE id = $1
         AND coalesce($4, late_until) > coalesce($3, opens_at) RETURNING TRUE AS fits`, [id, title ?? null, opensAt ?? null, lateUntil ?? null]);
    if (row.length === 0) throw new DomainError('exam.window_invalid', {}, { errors: [{ path: 'sittings', code: 'exam.window_invalid' }] });
  }
  await refreshWindow(manager, exam.id);
}
