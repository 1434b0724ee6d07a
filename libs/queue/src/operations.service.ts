import { Injectable } from '@nestjs/common';
import type { OperationState, OperationView } from '#lib/contracts';
import { appendToOutbox, lockRows, Transactions } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

export interface NewOperation {
  /** Names the handler: `question.import`, `exam.extend`. */
  kind: string;
  /** Ids and settings, never names or answers. */
  input: Record<string, unknown>;
  /** The person who asked for it and may look at it and stop it. */
  createdBy: string;
  total?: number;
}

interface OperationRow {
  id: string;
  kind: string;
  state: OperationState;
  done: number;
  total: number | null;
  result: Record<string, unknown> | null;
  problem: OperationView['problem'];
  cancel_requested_at: Date | null;
  created_at: Date;
}

/** Long work that is started now and watched: `/operations/{id}`. */
@Injectable()
export class OperationsService {
  constructor(private readonly transactions: Transactions) {}

  /** Starts long work, in the act's own transaction; the worker takes it up after the commit. */
  async create(manager: EntityManager, { kind, input, createdBy, total }: NewOperation): Promise<OperationView> {
    const [row] = await manager.query<OperationRow[]>(
      "INSERT INTO operation (id, kind, state, input, created_by, total) VALUES ($1, $2, 'queued', $3, $4, $5) RETURNING *", [newId(), kind, input, createdBy, total ?? null]);
    await appendToOutbox(manager, 'operation.queued', { operationId: row.id, kind });
    return toOperationView(row);
  }

  /** @throws DomainError `object.not_found` for anyone but the person who started it. */
  async view(actor: { readonly personId: string }, id: string): Promise<OperationView> {
    return toOperationView(await this.own(this.transactions.reader, actor, id));
  }

  /**
   * Asks for the work to stop: at once when it has not begun, at its next stopping place otherwise. Asking again changes nothing.
   * @throws DomainError `operation.not_cancellable` when it has ended otherwise.
   */
  async cancel(actor: { readonly personId: string }, id: string): Promise<OperationView> {
    return this.transactions.run(async (manager) => {
      await lockRows(manager, 'operation', [id]);
      const { state } = await this.own(manager, actor, id);
      if (state === 'succeeded' || state === 'failed') throw new DomainError('operation.not_cancellable', {}, { kind: 'conflict' });
      await manager.query(
        `UPDATE operation SET cancel_requested_at = coalesce(cancel_requested_at, kaosai.clock()), updated_at = kaosai.clock(),
           state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END WHERE id = $1 AND state IN ('queued', 'running')`, [id]);
      return toOperationView(await this.own(manager, actor, id));
    });
  }

  private async own(manager: EntityManager, { personId }: { readonly personId: string }, id: string): Promise<OperationRow> {
    const [row] = await manager.query<OperationRow[]>('SELECT * FROM operation WHERE id = $1 AND created_by = $2', [id, personId]);
    if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    return row;
  }
}

export function toOperationView(row: OperationRow): OperationView {
  const { id, kind, state, done, total, result, problem } = row;
  const cancellable = (state === 'queued' || state === 'running') && row.cancel_requested_at === null;
  return { id, kind, state, done, total, result, problem, cancellable, createdAt: row.created_at.toISOString() };
}
