import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { prepared, Transactions } from '#lib/database';
import { LOGGER, type Logger, outboxSeconds, withLogContext } from '#lib/observability';
import { DelayedError, type Job, type Worker } from 'bullmq';
import { DeadLetters } from './dead-letters.service.js';
import { type JobData, LaneQueues } from './lane-queues.js';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';
import { type Lane, lanes, Postponed, type TopicContext, type TopicHandler } from './topic-handler.js';
import { TopicRegistry } from './topic-registry.js';

/** Runs the handlers of a job's topic and marks the outbox row as done. */
@Injectable()
export class OutboxConsumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private workers: Worker<JobData>[] = [];
  private stopping = false;

  constructor(
    private readonly transactions: Transactions, private readonly queues: LaneQueues, private readonly registry: TopicRegistry,
    private readonly deadLetters: DeadLetters, @Inject(QUEUE_OPTIONS) private readonly options: QueueOptions, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.workers = lanes.map((lane) => this.startWorker(lane));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Lets running jobs end; what does not end in time is taken up by another worker. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), this.options.drainWithin).unref());
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    if (await Promise.race([closed, late]) === 'late') {
      this.logger.warn('jobs still run; leaving them to another worker');
      await Promise.all(this.workers.map((worker) => worker.close(true).catch(() => undefined)));
    }
    await this.queues.close();
  }

  private startWorker(lane: Lane): Worker<JobData> {
    const worker = this.queues.work(lane, (job, token) => withLogContext({ jobId: job.id }, () => this.process(job, token)));
    worker.on('failed', (job, error) => void this.buryStalled(job, error));
    void worker.run().catch((error: unknown) => this.logger.error({ lane, err: error }, 'queue worker ended'));
    return worker;
  }

  private async process(job: Job<JobData>, token?: string): Promise<void> {
    const { outboxId, topic, payload } = job.data;
    if (!await this.isToDo(job)) return;
    const context = this.contextOf(job);
    try {
      for (const handler of this.handlersOf(topic)) await handler.handle(payload, context);
      // Losing this mark in a crash means one more delivery, which changes nothing; so it need not wait for the disk.
      await this.transactions.reader.query(
        prepared(`WITH relaxed AS (SELECT set_config('synchronous_commit', 'off', true))
         UPDATE outbox SET done_at = kaosai.clock() FROM relaxed WHERE id = $1 AND done_at IS NULL`), [outboxId]);
    } catch (error) {
      if (error instanceof Postponed) {
        await job.moveToDelayed(Date.now() + error.delay, token);
        throw new DelayedError();
      }
      this.logger.warn({ topic, outboxId, attempt: context.attempt, err: error }, 'job failed');
      if (context.lastAttempt) await this.deadLetters.bury(outboxId, reasonOf(error), context.attempt);
      throw error;
    }
  }

  private handlersOf(topic: string): readonly TopicHandler[] {
    const handlers = this.registry.handlersOf(topic);
    // A worker of yesterday's version must not swallow today's topic.
    if (handlers.length === 0 && !this.options.unheard.includes(topic)) throw new TypeError(`No provider is marked @HandlesTopic('${topic}')`);
    return handlers;
  }

  /** A second job for the same row, after a sweep, finds the work done and does nothing. */
  private async isToDo(job: Job<JobData>): Promise<boolean> {
    const [row] = await this.transactions.reader.query<{ to_do: boolean; age: string }[]>(
      prepared(`SELECT done_at IS NULL AND NOT EXISTS (SELECT 1 FROM dead_letter d WHERE d.outbox_id = o.id AND d.resolved_at IS NULL) AS to_do,
         extract(epoch FROM kaosai.clock() - created_at) AS age FROM outbox o WHERE id = $1`), [job.data.outboxId]);
    if (row?.to_do && job.attemptsMade === 0) outboxSeconds.observe(Math.max(0, Number(row.age)));
    return row?.to_do ?? false;
  }

  private contextOf(job: Job<JobData>): TopicContext {
    const attempt = job.attemptsMade + 1;
    return { jobId: job.id ?? '', outboxId: job.data.outboxId, attempt, lastAttempt: attempt >= (job.opts.attempts ?? 1), stopping: () => this.stopping };
  }

  /** A job whose workers died again and again never reaches the handler's own end. */
  private async buryStalled(job: Job<JobData> | undefined, error: Error): Promise<void> {
    if (!job || !/stalled more than/.test(error.message)) return;
    await this.deadLetters.bury(job.data.outboxId, error.message, job.attemptsMade).catch((failure: unknown) => this.logger.error({ err: failure }, 'dead letter not written'));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
