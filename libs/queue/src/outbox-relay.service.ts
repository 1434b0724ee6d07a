import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { prepared, Signals, Transactions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';
import type { EntityManager } from 'typeorm';
import { LaneQueues } from './lane-queues.js';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';
import { lanes } from './topic-handler.js';
import { TopicRegistry } from './topic-registry.js';

const batchSize = 200;

interface OutboxRow {
  id: string;
  topic: string;
  payload: Record<string, unknown>;
  generation: number;
}

/** Carries outbox rows to the queue: woken after commits, and looking by itself in case a wake-up is lost. Several may run at once. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private carrying: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private unlisten: () => void = () => undefined;

  constructor(
    private readonly transactions: Transactions, private readonly signals: Signals, private readonly queues: LaneQueues,
    private readonly registry: TopicRegistry, @Inject(QUEUE_OPTIONS) private readonly options: QueueOptions, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unlisten = await this.signals.listen({ outboxGrew: () => this.wake(), reconnected: () => this.wake() });
    this.timer = setInterval(() => this.wake(), this.options.relayInterval);
    this.timer.unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.unlisten();
    if (this.timer) clearInterval(this.timer);
    await this.carrying;
  }

  /** Carries whatever is there, soon. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.carrying ??= this.carryAll().finally(() => { this.carrying = null; });
  }

  private async carryAll(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        while (await this.transactions.run((manager) => this.carryBatch(manager)) === batchSize && !this.stopped);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'outbox not carried, trying again');
    }
  }

  /** Adds to the queue first and marks after: if the mark is lost the same job id is added again, which changes nothing. */
  private async carryBatch(manager: EntityManager): Promise<number> {
    const rows = await manager.query<OutboxRow[]>(
      `SELECT id, topic, payload, generation FROM outbox WHERE dispatched_at IS NULL AND done_at IS NULL
       ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`);
    if (rows.length === 0) return 0;
    for (const lane of lanes) {
      const jobs = rows.filter(({ topic }) => this.registry.laneOf(topic) === lane)
        .map(({ id, topic, payload, generation }) => ({ id: `${id}-${generation}`, data: { outboxId: id, topic, payload } }));
      if (jobs.length > 0) await this.queues.add(lane, jobs);
    }
    await manager.query('SET LOCAL synchronous_commit = off');
    await manager.query(prepared('UPDATE outbox SET dispatched_at = kaosai.clock() WHERE id = ANY($1::bigint[])'), [rows.map(({ id }) => id)]);
    return rows.length;
  }
}
