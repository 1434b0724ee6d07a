import { type Signals, Transactions } from '#lib/database';
import { handledTopics, type TopicContext, type TopicHandler } from '#lib/queue';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs `work` with the services' own `Transactions`, but all of them inside one transaction of the database: the demo is there
 * as a whole or not at all, and nobody sees it half made.
 */
export async function inOneTransaction<T>(dataSource: DataSource, signals: Signals, work: (transactions: Transactions) => Promise<T>): Promise<T> {
  const result = await dataSource.transaction((manager) => {
    // A transaction inside another is a savepoint of it, on the same connection.
    const nested = { transaction: (run: (inner: EntityManager) => Promise<unknown>) => manager.transaction(run), manager };
    return work(new Transactions(nested as unknown as DataSource, signals));
  });
  signals.outboxGrew();
  return result;
}

interface OutboxRow {
  id: string;
  topic: string;
  payload: Record<string, unknown>;
}

/** Does at once, with the worker's own handlers, what the outbox says must follow. What none of them handles is left to the worker. */
export class FollowUp {
  private done = '0';

  constructor(private readonly transactions: Transactions, private readonly handlers: readonly TopicHandler<never>[]) {}

  /** Handles every row there is, those included that the handling itself adds. What is asked for twice is done once: handlers allow for it. */
  async run(): Promise<void> {
    for (let rows = await this.next(); rows.length > 0; rows = await this.next()) {
      this.done = rows[rows.length - 1].id;
      const different = [...new Map(rows.map((row) => [JSON.stringify([row.topic, row.payload]), row])).values()];
      for (const row of different) await this.handle(row);
      await this.finish(rows.filter(({ topic }) => this.handlersOf(topic).length > 0));
    }
  }

  private async handle({ id, topic, payload }: OutboxRow): Promise<void> {
    const context: TopicContext = { jobId: `demo-${id}`, outboxId: id, attempt: 1, lastAttempt: true, stopping: () => false };
    for (const handler of this.handlersOf(topic)) await handler.handle(payload as never, context);
  }

  private handlersOf(topic: string): TopicHandler<never>[] {
    return this.handlers.filter((handler) => handledTopics(handler.constructor).some((handled) => handled.topic === topic));
  }

  private async finish(rows: readonly OutboxRow[]): Promise<void> {
    await this.transactions.reader.query('UPDATE outbox SET dispatched_at = kaosai.clock(), done_at = kaosai.clock() WHERE id = ANY($1::bigint[])', [rows.map(({ id }) => id)]);
  }

  private next(): Promise<OutboxRow[]> {
    return this.transactions.reader.query<OutboxRow[]>('SELECT id, topic, payload FROM outbox WHERE done_at IS NULL AND id > $1 ORDER BY id', [this.done]);
  }
}
