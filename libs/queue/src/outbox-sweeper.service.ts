import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { Signals, Transactions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';
import type { EntityManager } from 'typeorm';
import { DeadLetters } from './dead-letters.service.js';
import { LaneQueues } from './lane-queues.js';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';
import { TopicRegistry } from './topic-registry.js';

const sweeperLock = 4_711_2028;
const batchSize = 500;
/** So often lost, it is not the queue that is at fault. */
const maxGenerations = 20;
const purgeInterval = 3_600_000;

interface Overdue {
  id: string;
  topic: string;
  generation: number;
}

/** Finds rows that were given to the queue and are neither done nor there any more, and gives them again. The table is the truth. */
@Injectable()
export class OutboxSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly transactions: Transactions, private readonly signals: Signals, private readonly queues: LaneQueues, private readonly registry: TopicRegistry,
    private readonly deadLetters: DeadLetters, @Inject(QUEUE_OPTIONS) private readonly options: QueueOptions,
    private readonly config: AppConfig, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.sweepers) return;
    this.timers = [setInterval(() => this.start(() => this.sweep()), this.options.sweepInterval), setInterval(() => this.start(() => this.purge()), purgeInterval)];
    for (const timer of this.timers) timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.running;
  }

  /** Looks once. Answers how many rows were given to the queue again. */
  async sweep(): Promise<number> {
    await this.deadLetters.count();
    const lost = await this.transactions.run((manager) => this.sweepBatch(manager));
    for (const { id, generation } of lost.filter((row) => row.generation >= maxGenerations)) await this.deadLetters.bury(id, 'lost by the queue again and again', generation);
    if (lost.length > 0) {
      this.logger.warn({ rows: lost.length }, 'jobs were lost and are dispatched again');
      this.signals.outboxGrew();
    }
    return lost.length;
  }

  /** Removes what was done more than seven days ago, and the answers kept that long for repeated requests. Answers how many deliveries. */
  async purge(): Promise<number> {
    await this.transactions.reader.query("DELETE FROM idempotency_key WHERE (account_id, key) IN (SELECT account_id, key FROM idempotency_key WHERE created_at < kaosai.clock() - interval '7 days' LIMIT 20000)");
    const [, count] = await this.transactions.reader.query<[unknown[], number]>(
      `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox o WHERE done_at < kaosai.clock() - interval '7 days'
         AND NOT EXISTS (SELECT 1 FROM dead_letter d WHERE d.outbox_id = o.id) LIMIT 20000)`);
    return count;
  }

  private start(work: () => Promise<unknown>): void {
    this.running ??= work().catch((error: unknown) => this.logger.warn({ err: error }, 'sweep failed, trying again')).finally(() => { this.running = null; });
  }

  private async sweepBatch(manager: EntityManager): Promise<Overdue[]> {
    const [{ locked }] = await manager.query<{ locked: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS locked', [sweeperLock]);
    if (!locked) return [];
    const overdue = await manager.query<Overdue[]>(
      `SELECT id, topic, generation FROM outbox o WHERE done_at IS NULL AND dispatched_at < kaosai.clock() - make_interval(secs => $1)
         AND NOT EXISTS (SELECT 1 FROM dead_letter d WHERE d.outbox_id = o.id AND d.resolved_at IS NULL)
       ORDER BY dispatched_at LIMIT ${batchSize}`, [this.options.sweepAfter / 1_000]);
    const held = await Promise.all(overdue.map(({ id, topic, generation }) => this.queues.holds(this.registry.laneOf(topic), `${id}-${generation}`)));
    // A long queue is not a lost one: what is still in it is looked at again later, and the next ones come into view.
    await manager.query('UPDATE outbox SET dispatched_at = kaosai.clock() WHERE id = ANY($1::bigint[]) AND done_at IS NULL', [overdue.filter((_, index) => held[index]).map(({ id }) => id)]);
    const lost = overdue.filter((_, index) => !held[index]);
    await manager.query('UPDATE outbox SET generation = generation + 1, dispatched_at = NULL WHERE id = ANY($1::bigint[]) AND done_at IS NULL', [lost.map(({ id }) => id)]);
    return lost;
  }
}
