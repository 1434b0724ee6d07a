import { Injectable } from '@nestjs/common';
import { Transactions } from '#lib/database';
import { deadLetters } from '#lib/observability';

/** What could not be delivered in all its tries. Nothing is lost there: each can be given another chance. */
@Injectable()
export class DeadLetters {
  constructor(private readonly transactions: Transactions) {}

  /** Lays a row of the outbox to rest until somebody looks at it. Once only, however often it is called. */
  async bury(outboxId: string, reason: string, attempts: number): Promise<void> {
    await this.transactions.reader.query(
      `INSERT INTO dead_letter (outbox_id, topic, payload, reason, attempts)
       SELECT id, topic, payload, left($2, 500), $3 FROM outbox o WHERE id = $1 AND done_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM dead_letter d WHERE d.outbox_id = o.id AND d.resolved_at IS NULL)`, [outboxId, reason, attempts]);
    await this.count();
  }

  /** Gives a dead letter another chance, with all its tries. Answers false when it was resolved already. */
  async retry(id: string): Promise<boolean> {
    const retried = await this.transactions.run(async (manager) => {
      const [rows] = await manager.query<[{ outbox_id: string }[], number]>('UPDATE dead_letter SET resolved_at = kaosai.clock() WHERE id = $1 AND resolved_at IS NULL RETURNING outbox_id', [id]);
      if (rows.length === 0) return false;
      await manager.query('UPDATE outbox SET generation = generation + 1, dispatched_at = NULL WHERE id = $1 AND done_at IS NULL', [rows[0].outbox_id]);
      return true;
    });
    await this.count();
    return retried;
  }

  /** Counts the unresolved for `/metrics`. */
  async count(): Promise<number> {
    const [{ count }] = await this.transactions.reader.query<{ count: number }[]>('SELECT count(*)::int AS count FROM dead_letter WHERE resolved_at IS NULL');
    deadLetters.set(count);
    return count;
  }
}
