import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { LOGGER, type Logger } from '#lib/observability';
import { Redis } from 'ioredis';
import pg from 'pg';
import { connectionOptions } from './connection.js';

export interface SignalHandlers {
  outboxGrew: () => void;
  /** `(aggregate, revision)`; delivered at least never: it is only a hint to read again sooner. */
  revisionRaised: (aggregate: string, revision: number) => void;
  /** A named cache entry of the processes is stale, for example `session:<id>`. */
  invalidated: (key: string) => void;
  /** The connection was lost for a while and is back: anything may have been missed. */
  reconnected: () => void;
}

interface Message {
  o?: 1;
  r?: [string, number][];
  i?: string[];
}

const channel = 'kaosai_signal';
/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const maxPerMessage = 60;

/**
 * Hints between processes, sent after the commit and coalesced to one message per 10 ms on a connection of their own:
 * a NOTIFY inside a business transaction would hold a global lock across its commit. Over Redis when there is one.
 */
@Injectable()
export class Signals implements OnApplicationShutdown {
  private readonly handlers = new Set<Partial<SignalHandlers>>();
  private waiting: { outbox: boolean; revisions: Map<string, number>; invalidated: Set<string> } | null = null;
  private sending: Promise<void> = Promise.resolve();
  private sender: pg.Client | Redis | null = null;
  private listener: pg.Client | Redis | null = null;
  private listening: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly config: AppConfig, @Inject(LOGGER) private readonly logger: Logger) {}

  outboxGrew(): void { this.queue().outbox = true; }
  revisionRaised(aggregate: string, revision: number): void { this.queue().revisions.set(aggregate, revision); }
  invalidate(key: string): void { this.queue().invalidated.add(key); }

  /** Hears the signals of every process, this one included. Returns a function that stops it. */
  async listen(handlers: Partial<SignalHandlers>): Promise<() => void> {
    this.handlers.add(handlers);
    this.listening ??= this.connectListener();
    await this.listening;
    return () => this.handlers.delete(handlers);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
    this.stopped = true;
    await Promise.all([this.sender, this.listener].map((connection) => (connection instanceof pg.Client ? connection.end() : connection?.quit())?.catch(() => undefined)));
  }

  private queue(): NonNullable<Signals['waiting']> {
    if (!this.waiting) {
      this.waiting = { outbox: false, revisions: new Map(), invalidated: new Set() };
      setTimeout(() => void this.flush(), 10).unref();
    }
    return this.waiting;
  }

  /** One message after the other: two connections at once would overtake each other. What gathers meanwhile goes with the next. */
  private flush(): Promise<void> {
    this.sending = this.sending.then(() => this.sendBatch());
    return this.sending;
  }

  private async sendBatch(): Promise<void> {
    const batch = this.waiting;
    this.waiting = null;
    if (!batch || this.stopped) return;
    const revisions = [...batch.revisions];
    const keys = [...batch.invalidated];
    const messages: Message[] = [{ ...(batch.outbox ? { o: 1 as const } : {}), r: revisions.splice(0, maxPerMessage), i: keys.splice(0, maxPerMessage) }];
    while (revisions.length > 0 || keys.length > 0) messages.push({ r: revisions.splice(0, maxPerMessage), i: keys.splice(0, maxPerMessage) });
    try {
      for (const message of messages) await this.send(JSON.stringify(message));
    } catch (error) {
      // A hint that is lost costs at most one poll interval.
      const lost = this.sender;
      this.sender = null;
      if (lost instanceof pg.Client) void lost.end().catch(() => undefined);
      this.logger.warn({ err: error }, 'signal not sent');
    }
  }

  private async send(text: string): Promise<void> {
    if (this.config.redisUrl) {
      this.sender ??= new Redis(this.config.redisUrl, { maxRetriesPerRequest: 1 });
      await (this.sender as Redis).publish(channel, text);
      return;
    }
    if (!this.sender) {
      const client = new pg.Client(connectionOptions(this.config.databaseUrl));
      client.on('error', () => { if (this.sender === client) this.sender = null; });
      await client.connect();
      this.sender = client;
    }
    await (this.sender as pg.Client).query('SELECT pg_notify($1, $2)', [channel, text]);
  }

  private async connectListener(): Promise<void> {
    if (this.config.redisUrl) {
      const redis = new Redis(this.config.redisUrl, { maxRetriesPerRequest: null });
      this.listener = redis;
      redis.on('message', (_channel, text) => this.deliver(text));
      redis.on('ready', () => this.each((handlers) => handlers.reconnected?.()));
      redis.on('error', () => undefined);
      await redis.subscribe(channel);
      return;
    }
    const client = new pg.Client(connectionOptions(this.config.databaseUrl));
    client.on('notification', ({ payload }) => this.deliver(payload ?? '{}'));
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      // Whoever asked tries again; a client that never stood must not do so by itself as well.
      void client.end().catch(() => undefined);
      throw error;
    }
    if (this.stopped) return client.end();
    this.listener = client;
    client.on('end', () => { if (!this.stopped) void this.reconnect(); });
  }

  private async reconnect(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.connectListener();
        this.each((handlers) => handlers.reconnected?.());
        return;
      } catch {
        await new Promise((resume) => setTimeout(resume, 250).unref());
      }
    }
  }

  private deliver(text: string): void {
    const message = JSON.parse(text) as Message;
    this.each((handlers) => {
      if (message.o) handlers.outboxGrew?.();
      for (const [aggregate, revision] of message.r ?? []) handlers.revisionRaised?.(aggregate, revision);
      for (const key of message.i ?? []) handlers.invalidated?.(key);
    });
  }

  private each(tell: (handlers: Partial<SignalHandlers>) => void): void {
    for (const handlers of this.handlers) tell(handlers);
  }
}
