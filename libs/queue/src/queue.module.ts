import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeadLetters } from './dead-letters.service.js';
import { LaneQueues } from './lane-queues.js';
import { OperationRunner } from './operation-runner.service.js';
import { OperationsService } from './operations.service.js';
import { OutboxConsumer } from './outbox-consumer.service.js';
import { OutboxRelay } from './outbox-relay.service.js';
import { OutboxSweeper } from './outbox-sweeper.service.js';
import { defaultQueueOptions, QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';
import { TopicRegistry } from './topic-registry.js';

/** Platform: global, like the database. Whoever only acts needs no queue, for what must follow stands in the outbox. */
@Module({})
export class QueueModule {
  /** For processes that start long work and look at it. */
  static forRoot(): DynamicModule {
    return { module: QueueModule, global: true, providers: [OperationsService], exports: [OperationsService] };
  }

  /** For the worker: relay, consumers, sweeper. Handlers are the providers of its other modules, found by their decorators. */
  static forWorker(options: Partial<QueueOptions> = {}): DynamicModule {
    return {
      module: QueueModule, global: true, imports: [DiscoveryModule],
      providers: [
        { provide: QUEUE_OPTIONS, useValue: { ...defaultQueueOptions, ...options } },
        OperationsService, LaneQueues, TopicRegistry, DeadLetters, OperationRunner, OutboxRelay, OutboxConsumer, OutboxSweeper,
      ],
      exports: [OperationsService, DeadLetters, OutboxSweeper, OutboxRelay],
    };
  }
}
