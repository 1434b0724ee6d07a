export { DeadLetters } from './dead-letters.service.js';
export { migrateQueue } from './migrate-queue.js';
export { HandlesOperation, OperationCancelled, type OperationHandler, type RunningOperation } from './operation-handler.js';
export { type NewOperation, OperationsService } from './operations.service.js';
export { OutboxRelay } from './outbox-relay.service.js';
export { OutboxSweeper } from './outbox-sweeper.service.js';
export { QueueModule } from './queue.module.js';
export type { QueueOptions } from './queue-options.js';
export { handledTopics, HandlesTopic, type Lane, Postponed, type TopicContext, type TopicHandler } from './topic-handler.js';
