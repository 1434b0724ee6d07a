import 'reflect-metadata';

/** What a handler is told beside the payload. */
export interface TopicContext {
  readonly jobId: string;
  readonly outboxId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** After this try fails the row goes to the dead letters. */
  readonly lastAttempt: boolean;
  /** The worker is stopping: long work should save where it is and throw `Postponed`. */
  readonly stopping: () => boolean;
}

/**
 * Consumes one topic of the outbox. Delivered at least once and in no fixed order: the handler reads the present state and
 * does nothing when its effect is already there.
 */
export interface TopicHandler<P extends object = Record<string, unknown>> {
  handle(payload: P, context: TopicContext): Promise<void>;
}

/** Thrown by a handler whose time has not come: the job runs again after the delay, and this does not count as a failed try. */
export class Postponed extends Error {
  constructor(readonly delay: number) {
    super(`Postponed by ${delay} ms`);
    this.name = 'Postponed';
  }
}

/** `long` work has slots of its own, so that an import of a minute never stands before a mark. */
export type Lane = 'quick' | 'long';
export const lanes: readonly Lane[] = ['quick', 'long'];

const topicsKey = Symbol('topics');

/** Marks a provider as the consumer of a topic. Several topics: several decorators; several consumers of one topic all run. */
export function HandlesTopic(topic: string, options: { lane?: Lane } = {}): ClassDecorator {
  return (target) => {
    const before = (Reflect.getOwnMetadata(topicsKey, target) ?? []) as HandledTopic[];
    Reflect.defineMetadata(topicsKey, [...before, { topic, lane: options.lane ?? 'quick' }], target);
  };
}

export interface HandledTopic {
  topic: string;
  lane: Lane;
}

/** The topics a class was marked with. */
export function handledTopics(target: object): readonly HandledTopic[] {
  return (Reflect.getOwnMetadata(topicsKey, target) ?? []) as HandledTopic[];
}
