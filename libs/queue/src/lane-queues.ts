import { Inject, Injectable } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { connectionOptions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';
import { type ConnectionOptions, createPostgresBackend, createRedisBackend, type Processor, Queue, Worker } from 'bullmq';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';
import type { Lane } from './topic-handler.js';

/** What a job carries: the row it stands for, and ids. */
export interface JobData {
  outboxId: string;
  topic: string;
  payload: Record<string, unknown>;
}

const fewJobs = 8;

/**
 * BullMQ's queues, one a lane, on PostgreSQL or, when there is one, on Redis. The queue is only the runway: what has to be done
 * stands in the outbox table, so that losing the whole queue loses nothing.
 */
@Injectable()
export class LaneQueues {
  private readonly queues = new Map<Lane, Queue<JobData>>();

  constructor(private readonly config: AppConfig, @Inject(QUEUE_OPTIONS) private readonly options: QueueOptions, @Inject(LOGGER) private readonly logger: Logger) {}

  /** Adds jobs; ids that are in the queue already are left as they are. */
  async add(lane: Lane, jobs: readonly { id: string; data: JobData }[]): Promise<void> {
    const { attempts, backoff } = this.options;
    const queue = this.queue(lane);
    const added = jobs.map(({ id, data }) => ({
      name: data.topic, data, opts: { jobId: id, attempts, backoff: { type: 'exponential', delay: backoff }, removeOnComplete: true, removeOnFail: true },
    }));
    // Adding in bulk goes through temporary tables: ten times the time of one job, and no more for two hundred.
    if (added.length > fewJobs) await queue.addBulk(added);
    else await Promise.all(added.map(({ name, data, opts }) => queue.add(name, data, opts)));
  }

  /** True while the job waits, runs or is to run again. */
  async holds(lane: Lane, jobId: string): Promise<boolean> {
    const job = await this.queue(lane).getJob(jobId);
    return job !== undefined && !['completed', 'failed', 'unknown'].includes(await job.getState());
  }

  work(lane: Lane, processor: Processor<JobData>): Worker<JobData> {
    const { lockDuration, stalledInterval, concurrency } = this.options;
    const options = {
      concurrency: concurrency[lane], lockDuration, stalledInterval,
      // A worker that is killed ten times in a row is the machine's trouble; the job is given up only after many.
      maxStalledCount: 20, runRetryDelay: 1_000, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 }, autorun: false,
    };
    const worker = new Worker<JobData>(lane, processor, { ...this.place(), ...options }, this.backend());
    worker.on('error', (error) => this.logger.warn({ lane, err: error }, 'queue worker'));
    return worker;
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    this.queues.clear();
  }

  private queue(lane: Lane): Queue<JobData> {
    let queue = this.queues.get(lane);
    if (!queue) {
      queue = new Queue<JobData>(lane, this.place(), this.backend());
      queue.on('error', (error) => this.logger.warn({ lane, err: error }, 'queue'));
      this.queues.set(lane, queue);
    }
    return queue;
  }

  /** The types of BullMQ's two backends differ in their connection alone. */
  private backend(): typeof createRedisBackend {
    return this.config.redisUrl ? createRedisBackend : createPostgresBackend as unknown as typeof createRedisBackend;
  }

  private place(): { connection: ConnectionOptions; prefix?: string } {
    const { redisUrl: url, queueSchema: schema, databaseUrl } = this.config;
    if (url) return { connection: { url, maxRetriesPerRequest: null }, prefix: schema };
    const { options, ...connection } = connectionOptions(databaseUrl, schema);
    // What a crash of the database takes from the runway the sweeper brings back, so it need not wait for the disk.
    // The schema was made by `migrateQueue`: the app's role could not.
    return { connection: { ...connection, options: `${options} -c synchronous_commit=off`, schema, migrate: false, max: 2 } as unknown as ConnectionOptions };
  }
}
