import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { ActPreview, ActView, CarryOutAct, PreviewAct, Title } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { ExamRevisions } from '#lib/exam';
import { type Actor } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import { OperationsService } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { digestOf, type InScope, readScope, secondsOf } from './act-targets.js';
import { readActs } from './act-views.js';
import { applyChunk, chunkSize } from './apply-act.js';
import { type Audience, audienceOf } from './audience.js';
import { newDeadlines, previewAct } from './preview-act.js';

/** Acts of invigilators: previewed in exact figures, carried out on exactly those, acknowledged by each page. */
@Injectable()
export class InvigilationActs {
  constructor(private readonly transactions: Transactions, private readonly operations: OperationsService, private readonly revisions: ExamRevisions) {}

  /**
   * What an act would do at this moment and to whom, of those the actor invigilates. Changes nothing.
   * @throws DomainError `act.seconds_missing`, `act.not_undoable`.
   */
  async preview(actor: Actor, examId: string, input: PreviewAct): Promise<ActPreview> {
    const { reader } = this.transactions;
    const audience = await requireActing(reader, actor, examId, input);
    const seconds = await secondsOf(reader, examId, input);
    const now = await databaseNow(reader);
    const everybody = await readScope(reader, audience, input, seconds, now);
    const reached = everybody.filter(({ why }) => why === null);
    return { ...previewAct(input.act, seconds, everybody, digestOf(examId, input.act, seconds, input.undoes, reached), now), nextSitting: await nextSitting(reader, examId, newDeadlines(input.act, seconds, reached, now)) };
  }

  /**
   * Carries out what was previewed: on the first fifty in this very transaction, on the others by an operation in chunks. Repeated, it does nothing twice.
   * @throws DomainError `act.nobody`; `act.changed` when it would now reach others than the preview said.
   */
  async carryOut(actor: Actor, examId: string, input: CarryOutAct): Promise<ActView> {
    const view = await this.transactions.run(async (manager) => {
      const audience = await requireActing(manager, actor, examId, input);
      const seconds = await secondsOf(manager, examId, input);
      const reached = (await readScope(manager, audience, input, seconds, await databaseNow(manager))).filter(({ why }) => why === null);
      if (reached.length === 0) throw new DomainError('act.nobody');
      if (digestOf(examId, input.act, seconds, input.undoes, reached) !== input.digest) throw new DomainError('act.changed', {}, { kind: 'conflict' });
      const id = newId();
      const operation = await this.operations.create(manager, { kind: 'exam.act', input: { actId: id, examId }, createdBy: actor.personId, total: reached.length });
      await insertAct(manager, actor, examId, { ...input, id, seconds, operationId: operation.id }, reached);
      await appendAudit(manager, actor, `exam.${input.act}`, 'exam', examId, { actId: id, seconds, targets: reached.length, scope: input.scope.kind });
      await applyChunk(manager, { id, exam_id: examId, kind: input.act, seconds, text: input.text, created_by: actor.personId });
      return (await readActs(manager, audience, [id]))[0];
    });
    this.revisions.touch(examId);
    return view;
  }

  /** The latest acts on those whom the actor watches over, with who has not acknowledged them yet; the newest first. */
  async list(actor: Actor, examId: string): Promise<ActView[]> {
    const { reader } = this.transactions;
    return readActs(reader, await audienceOf(reader, actor, examId, 'exam.read'), null);
  }

  /** Carries an act out to its end, chunk by chunk; answers to how many in all it has been done. */
  async finish(actId: string, between: (done: number) => Promise<void>): Promise<{ examId: string; done: number; void: number }> {
    for (;;) {
      const looked = await this.transactions.run(async (manager) => {
        const [act] = await manager.query<Parameters<typeof applyChunk>[1][]>('SELECT id, exam_id, kind, seconds, text, created_by FROM invigilation_act WHERE id = $1', [actId]);
        return applyChunk(manager, act);
      });
      const [counts] = await this.transactions.reader.query<{ examId: string; done: number; void: number }[]>(
        `SELECT v.exam_id AS "examId", count(*) FILTER (WHERE t.outcome = 'done')::int AS done, count(*) FILTER (WHERE t.outcome = 'void')::int AS void
         FROM invigilation_act v JOIN act_target t ON t.act_id = v.id WHERE v.id = $1 GROUP BY v.exam_id`, [actId]);
      await between(counts.done + counts.void);
      if (looked < chunkSize) {
        this.revisions.touch(counts.examId);
        return counts;
      }
    }
  }
}

async function requireActing(manager: EntityManager, actor: Actor, examId: string, { act }: PreviewAct): Promise<Audience> {
  const audience = await audienceOf(manager, actor, examId, 'exam.invigilate');
  if (!audience.mayAct || (act === 'cancel' && !audience.mayCancel)) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
  return audience;
}

interface NewAct extends CarryOutAct {
  id: string;
  operationId: string;
}

async function insertAct(manager: EntityManager, actor: Actor, examId: string, act: Omit<NewAct, 'seconds'> & { seconds: number | null }, reached: readonly InScope[]): Promise<void> {
  await manager.query(
    `INSERT INTO invigilation_act (id, exam_id, kind, scope, seconds, text, undoes, digest, targets, operation_id, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [act.id, examId, act.act, act.scope, act.seconds, act.text, act.undoes ?? null, act.digest, reached.length, act.operationId, actor.personId]);
  await manager.query('INSERT INTO act_target (act_id, candidate_id, attempt_id) SELECT $1, t.candidate_id, t.attempt_id FROM unnest($2::uuid[], $3::uuid[]) AS t (candidate_id, attempt_id)',
    [act.id, reached.map(({ id }) => id), reached.map(({ attemptId }) => attemptId)]);
}

/** The next sitting in which somebody's room is needed while they would still sit: in the room of the same title. */
async function nextSitting(manager: EntityManager, examId: string, deadlines: ReadonlyMap<InScope, Date>): Promise<ActPreview['nextSitting']> {
  const latest = new Map<string, Date>();
  for (const [{ roomId }, deadline] of deadlines) if (roomId && !(latest.get(roomId) && (latest.get(roomId) as Date) >= deadline)) latest.set(roomId, deadline);
  if (latest.size === 0) return null;
  const rows = await manager.query<{ room_id: string; title: Title; opens_at: Date }[]>(
    `SELECT i.room_id, s.title, s.opens_at FROM unnest($2::uuid[], $3::timestamptz[]) AS i (room_id, until) JOIN room r ON r.id = i.room_id JOIN sitting own ON own.id = r.sitting_id
       JOIN room later ON later.exam_id = $1 AND later.title = r.title AND later.place IS NOT DISTINCT FROM r.place JOIN sitting s ON s.id = later.sitting_id AND s.opens_at > own.opens_at AND s.opens_at < i.until
     ORDER BY s.opens_at`, [examId, [...latest.keys()], [...latest.values()]]);
  if (rows.length === 0) return null;
  const opensAt = new Map(rows.map(({ room_id: id, opens_at: at }) => [id, at]));
  const overlaps = [...deadlines].filter(([{ roomId }, deadline]) => roomId !== null && deadline > (opensAt.get(roomId) ?? deadline)).length;
  return { title: rows[0].title, opensAt: rows[0].opens_at.toISOString(), overlaps };
}
