import { Injectable } from '@nestjs/common';
import { databaseNow, raiseRevision, Transactions } from '#lib/database';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import { transition } from './attempt-state.js';
import { lockAttempts } from './close-attempt.js';
import { ExamRevisions } from './exam-revisions.js';

const chunk = 50;

interface ExtendInput {
  examId: string;
  seconds: number;
}

/** Extends everybody who still sits. Who has had this extension is written down with it, so that a second run adds nothing. */
@Injectable()
@HandlesOperation('exam.extend')
export class ExtendAttempts implements OperationHandler<ExtendInput> {
  constructor(private readonly transactions: Transactions, private readonly revisions: ExamRevisions) {}

  async run(operation: RunningOperation<ExtendInput>): Promise<Record<string, unknown>> {
    const { examId, seconds } = operation.input;
    for (;;) {
      await operation.checkpoint();
      if (await this.extendChunk(operation.id, examId, seconds) === 0) break;
      await operation.progress(await this.count(operation.id));
    }
    this.revisions.touch(examId);
    const extended = await this.count(operation.id);
    await operation.progress(extended, extended);
    return { examId, seconds, extended };
  }

  private async extendChunk(operationId: string, examId: string, seconds: number): Promise<number> {
    return this.transactions.run(async (manager) => {
      const due = await manager.query<{ id: string }[]>(
        `SELECT a.id FROM attempt a WHERE a.exam_id = $2 AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) IN ('in_progress', 'paused')
           AND NOT EXISTS (SELECT 1 FROM attempt_extension x WHERE x.operation_id = $1 AND x.attempt_id = a.id) ORDER BY a.id LIMIT ${chunk}`, [operationId, examId]);
      const attempts = await lockAttempts(manager, due.map(({ id }) => id));
      const now = await databaseNow(manager);
      const ids = attempts.filter((attempt) => transition(attempt, { type: 'extend', seconds }, now)).map(({ id }) => id);
      const inserted = await manager.query<{ attempt_id: string }[]>(
        'INSERT INTO attempt_extension (operation_id, attempt_id, seconds) SELECT $1, unnest($2::uuid[]), $3 ON CONFLICT DO NOTHING RETURNING attempt_id', [operationId, ids, seconds]);
      const fresh = inserted.map(({ attempt_id: id }) => id).sort();
      await manager.query(
        `UPDATE attempt SET deadline = deadline + make_interval(secs => $2), closes_at = closes_at + make_interval(secs => $2), version = version + 1
         WHERE id = ANY($1::uuid[])`, [fresh, seconds]);
      for (const id of fresh) await raiseRevision(manager, `attempt:${id}`);
      return due.length;
    });
  }

  private async count(operationId: string): Promise<number> {
    const [{ count }] = await this.transactions.reader.query<{ count: number }[]>('SELECT count(*)::int AS count FROM attempt_extension WHERE operation_id = $1', [operationId]);
    return count;
  }
}
