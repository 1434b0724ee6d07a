import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { handledTopics, type Lane, type TopicHandler } from './topic-handler.js';

/** Knows who consumes what, from the decorators of the providers of this process. */
@Injectable()
export class TopicRegistry {
  private byTopic: Map<string, { lane: Lane; handlers: TopicHandler[] }> | null = null;

  constructor(private readonly discovery: DiscoveryService) {}

  handlersOf(topic: string): readonly TopicHandler[] {
    return this.topics().get(topic)?.handlers ?? [];
  }

  /** The lane a topic runs in: `long` as soon as one of its consumers is. */
  laneOf(topic: string): Lane {
    return this.topics().get(topic)?.lane ?? 'quick';
  }

  private topics(): Map<string, { lane: Lane; handlers: TopicHandler[] }> {
    this.byTopic ??= this.discover();
    return this.byTopic;
  }

  private discover(): Map<string, { lane: Lane; handlers: TopicHandler[] }> {
    const found = new Map<string, { lane: Lane; handlers: TopicHandler[] }>();
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || !instance) continue;
      for (const { topic, lane } of handledTopics(metatype)) {
        const entry = found.get(topic) ?? { lane: 'quick', handlers: [] };
        found.set(topic, { lane: lane === 'long' ? 'long' : entry.lane, handlers: [...entry.handlers, instance as TopicHandler] });
      }
    }
    return found;
  }
}
