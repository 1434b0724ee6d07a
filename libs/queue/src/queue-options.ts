/** What may be set of the queue; the defaults are the product's. Times in milliseconds. */
export interface QueueOptions {
  /** Tries of one delivery before it goes to the dead letters. */
  attempts: number;
  /** Pause before the second try; doubles each time. */
  backoff: number;
  /** Jobs of a lane that one worker runs at once. */
  concurrency: Record<'quick' | 'long', number>;
  /** The relay looks by itself this often, beside being woken. */
  relayInterval: number;
  sweepInterval: number;
  /** A row dispatched this long ago and neither done nor in the queue was lost, and is dispatched again. */
  sweepAfter: number;
  /** How long a worker may be silent before its jobs are given to another. */
  lockDuration: number;
  stalledInterval: number;
  /** Topics that are written but consumed by nobody yet. Any other topic without a consumer is a mistake and ends as a dead letter. */
  unheard: readonly string[];
  /** How long stopping waits for running jobs. */
  drainWithin: number;
}

export const defaultQueueOptions: QueueOptions = {
  attempts: 6,
  backoff: 500,
  concurrency: { quick: 8, long: 2 },
  relayInterval: 250,
  sweepInterval: 5_000,
  sweepAfter: 30_000,
  lockDuration: 15_000,
  stalledInterval: 5_000,
  unheard: [],
  drainWithin: 12_000,
};

/** Injection token of the options in force. */
export const QUEUE_OPTIONS = Symbol('queue options');
