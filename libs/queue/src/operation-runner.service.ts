import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { LOGGER, type Logger } from '#lib/observability';
import { handledOperation, OperationCancelled, type OperationHandler, type RunningOperation } from './operation-handler.js';
import { HandlesTopic, Postponed, type TopicContext, type TopicHandler } from './topic-handler.js';

/** A run that has shown no life for this long is taken to be dead, and another may take over. */
const silence = 15_000;
const heartbeat = 4_000;
const progressInterval = 250;

interface Claimed {
  id: string;
  kind: string;
  input: Record<string, unknown>;
  created_by: string;
  done: number;
}

/** Runs long work by its kind: one run at a time, resumable, its end written down whatever happens. */
@Injectable()
@HandlesTopic('operation.queued', { lane: 'long' })
export class OperationRunner implements TopicHandler<{ operationId: string; kind: string }> {
  private byKind: Map<string, OperationHandler> | null = null;

  constructor(private readonly discovery: DiscoveryService, private readonly transactions: Transactions, @Inject(LOGGER) private readonly logger: Logger) {}

  async handle({ operationId }: { operationId: string }, context: TopicContext): Promise<void> {
    const claimed = await this.claim(operationId);
    if (!claimed) return;
    const beating = setInterval(() => void this.touch(operationId), heartbeat);
    try {
      await this.run(claimed, context);
    } finally {
      clearInterval(beating);
    }
  }

  private async run(claimed: Claimed, context: TopicContext): Promise<void> {
    const running = new Run(this.transactions, claimed, context);
    try {
      const result = await this.handlerOf(claimed.kind).run(running);
      await running.end('succeeded', { result });
    } catch (error) {
      if (error instanceof OperationCancelled) return running.end('cancelled', {});
      if (error instanceof DomainError) return running.end('failed', { problem: { code: error.code, params: error.params } });
      this.logger.warn({ operationId: claimed.id, kind: claimed.kind, err: error }, 'operation interrupted');
      // The next try must not take this one for alive.
      if (context.lastAttempt && !(error instanceof Postponed)) await running.end('failed', { problem: { code: 'internal', params: { requestId: context.jobId } } });
      else await running.letGo();
      throw error;
    }
  }

  /** Takes the operation; null when it has ended. Waits when another run of it is alive. */
  private async claim(id: string): Promise<Claimed | null> {
    const [rows] = await this.transactions.reader.query<[Claimed[], number]>(
      `UPDATE operation SET state = 'running', updated_at = kaosai.clock()
       WHERE id = $1 AND (state = 'queued' OR (state = 'running' AND updated_at < kaosai.clock() - make_interval(secs => $2)))
       RETURNING id, kind, input, created_by, done`, [id, silence / 1_000]);
    if (rows.length > 0) return rows[0];
    const [row] = await this.transactions.reader.query<{ state: string }[]>('SELECT state FROM operation WHERE id = $1', [id]);
    if (row?.state === 'running') throw new Postponed(heartbeat);
    return null;
  }

  private async touch(id: string): Promise<void> {
    await this.transactions.reader.query("UPDATE operation SET updated_at = kaosai.clock() WHERE id = $1 AND state = 'running'", [id]).catch(() => undefined);
  }

  private handlerOf(kind: string): OperationHandler {
    this.byKind ??= new Map(this.discovery.getProviders()
      .filter(({ metatype, instance }) => typeof metatype === 'function' && instance && handledOperation(metatype) !== undefined)
      .map(({ metatype, instance }) => [handledOperation(metatype as object)!, instance as OperationHandler]));
    const handler = this.byKind.get(kind);
    if (!handler) throw new TypeError(`No provider is marked @HandlesOperation('${kind}')`);
    return handler;
  }
}

class Run implements RunningOperation {
  readonly id: string;
  readonly kind: string;
  readonly input: Record<string, unknown>;
  readonly createdBy: string;
  readonly done: number;
  private reached: { done: number; total: number | null };
  private writtenAt = 0;
  private cancelled = false;

  constructor(private readonly transactions: Transactions, { id, kind, input, created_by, done }: Claimed, private readonly context: TopicContext) {
    Object.assign(this, { id, kind, input, createdBy: created_by, done });
    this.reached = { done, total: null };
  }

  async progress(done: number, total?: number): Promise<void> {
    this.reached = { done, total: total ?? this.reached.total };
    if (performance.now() - this.writtenAt >= progressInterval) await this.write();
  }

  async checkpoint(): Promise<void> {
    if (performance.now() - this.writtenAt >= progressInterval) await this.write();
    if (this.cancelled) throw new OperationCancelled();
    if (this.context.stopping()) throw new Postponed(500);
  }

  async end(state: 'succeeded' | 'failed' | 'cancelled', { result, problem }: { result?: Record<string, unknown>; problem?: object }): Promise<void> {
    await this.transactions.reader.query(
      `UPDATE operation SET state = $2, result = $3, problem = $4, total = coalesce($6, total), updated_at = kaosai.clock(),
         done = CASE WHEN $2 = 'succeeded' THEN coalesce($6, total, $5) ELSE $5 END WHERE id = $1 AND state = 'running'`,
      [this.id, state, result ?? null, problem ?? null, this.reached.done, this.reached.total]);
  }

  /** Leaves it to the next try, which may begin at once. */
  async letGo(): Promise<void> {
    await this.transactions.reader.query("UPDATE operation SET state = 'queued', done = $2, updated_at = kaosai.clock() WHERE id = $1 AND state = 'running'", [this.id, this.reached.done]);
  }

  private async write(): Promise<void> {
    this.writtenAt = performance.now();
    const [rows] = await this.transactions.reader.query<[{ cancel: boolean }[], number]>(
      `UPDATE operation SET done = $2, total = coalesce($3, total), updated_at = kaosai.clock() WHERE id = $1 AND state = 'running'
       RETURNING cancel_requested_at IS NOT NULL AS cancel`, [this.id, this.reached.done, this.reached.total]);
    // Somebody else ended it, or took it over: this run has nothing more to say.
    this.cancelled = rows[0]?.cancel ?? true;
  }
}
