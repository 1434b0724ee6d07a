import { Injectable } from '@nestjs/common';
import { databaseNow, raiseRevision, Transactions } from '#lib/database';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import { transition } from './attempt-state.js';
import { closeAttempt, lockAttempts } from './close-attempt.js';
import { ExamRevisions } from './exam-revisions.js';

const chunk = 50;

/** Moves the ends of everybody a change of the duration or the grace reaches, once each, however often it runs. */
@Injectable()
@HandlesOperation('exam.change')
export class ChangeEnds implements OperationHandler<{ examId: string }> {
  constructor(private readonly transactions: Transactions, private readonly revisions: ExamRevisions) {}

  async run(operation: RunningOperation<{ examId: string }>): Promise<Record<string, unknown>> {
    const { examId } = operation.input;
    for (;;) {
      await operation.checkpoint();
      if (await this.moveChunk(operation.id) === 0) break;
      await operation.progress(await this.count(operation.id));
    }
    this.revisions.touch(examId);
    const moved = await this.count(operation.id);
    await operation.progress(moved, moved);
    return { examId, moved };
  }

  private async moveChunk(operationId: string): Promise<number> {
    return this.transactions.run(async (manager) => {
      const due = await manager.query<{ attempt_id: string; deadline_seconds: number; closes_seconds: number }[]>(
        `SELECT attempt_id, deadline_seconds, closes_seconds FROM exam_change_row WHERE operation_id = $1 AND done_at IS NULL ORDER BY attempt_id LIMIT ${chunk}`, [operationId]);
      const attempts = await lockAttempts(manager, due.map(({ attempt_id: id }) => id));
      const now = await databaseNow(manager);
      // Two runs may meet: only the one that marks the row moves the ends.
      const [marked] = await manager.query<[{ attempt_id: string }[], number]>(
        'UPDATE exam_change_row SET done_at = $3 WHERE operation_id = $1 AND attempt_id = ANY($2::uuid[]) AND done_at IS NULL RETURNING attempt_id', [operationId, due.map(({ attempt_id: id }) => id), now]);
      const mine = new Set(marked.map(({ attempt_id: id }) => id));
      // Who has ended meanwhile has ended.
      const sitting = attempts.filter((attempt) => mine.has(attempt.id) && transition(attempt, { type: 'extend', seconds: 1 }, now));
      const byId = new Map(due.map((row) => [row.attempt_id, row]));
      await manager.query(
        `UPDATE attempt a SET deadline = a.deadline + make_interval(secs => r.deadline), closes_at = a.closes_at + make_interval(secs => r.closes), version = version + 1
         FROM unnest($1::uuid[], $2::int[], $3::int[]) AS r (id, deadline, closes) WHERE a.id = r.id`,
        [sitting.map(({ id }) => id), sitting.map(({ id }) => byId.get(id)?.deadline_seconds), sitting.map(({ id }) => byId.get(id)?.closes_seconds)]);
      for (const attempt of await lockAttempts(manager, sitting.map(({ id }) => id))) await closeAttempt(manager, attempt, { type: 'close' }, now);
      for (const { id } of sitting) await raiseRevision(manager, `attempt:${id}`);
      return due.length;
    });
  }

  private async count(operationId: string): Promise<number> {
    const [{ count }] = await this.transactions.reader.query<{ count: number }[]>('SELECT count(*)::int AS count FROM exam_change_row WHERE operation_id = $1 AND done_at IS NOT NULL', [operationId]);
    return count;
  }
}
