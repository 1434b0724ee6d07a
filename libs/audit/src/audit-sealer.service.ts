import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Transactions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';
import type { EntityManager } from 'typeorm';
import { eventColumns, type EventRecord, toAuditRow } from './audit-rows.js';
import { firstHash, sealHash } from './canonical-event.js';

const sealerLock = 4_711_2027;
const batchSize = 500;
const interval = 400;

/**
 * Chains the audit rows after the act, within a second: inside the act's transaction one chain would make every act wait for
 * every other. Only rows below the oldest running transaction are taken, so that none can still appear before them.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  /** Everything of older transactions is sealed. */
  private sealedBelow = '0';

  constructor(private readonly transactions: Transactions, @Inject(LOGGER) private readonly logger: Logger) {}

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** Seals what can be sealed now. Answers how many rows; 0 too when another process is sealing. */
  async seal(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const count = await this.transactions.run((manager) => this.sealBatch(manager));
      sealed += count;
      if (count < batchSize || this.stopped) return sealed;
    }
  }

  private schedule(delay: number): void {
    this.timer = setTimeout(() => {
      this.running = this.seal()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'audit rows not sealed, trying again'))
        .finally(() => { if (!this.stopped) this.schedule(interval); });
    }, delay);
    this.timer.unref();
  }

  private async sealBatch(manager: EntityManager): Promise<number> {
    const [{ locked }] = await manager.query<{ locked: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS locked', [sealerLock]);
    if (!locked) return 0;
    const [head] = await manager.query<{ seq: string; hash: string }[]>("SELECT seq, encode(hash, 'hex') AS hash FROM audit_seal ORDER BY seq DESC LIMIT 1");
    // The boundary and the rows must come from one snapshot, so from one statement.
    const found = await manager.query<({ bound: string } & { [K in keyof EventRecord]: EventRecord[K] | null })[]>(
      `SELECT bounds.bound::text AS bound, e.* FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS bound) bounds
       LEFT JOIN LATERAL (SELECT ${eventColumns} FROM audit_event e
         WHERE e.xid >= $1::xid8 AND e.xid < bounds.bound AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = e.id)
         ORDER BY e.id LIMIT ${batchSize}) e ON true`, [this.sealedBelow]);
    const events = found.filter((row): row is { bound: string } & EventRecord => row.id !== null);
    await this.insertSeals(manager, events, Number(head?.seq ?? 0), head?.hash ?? firstHash);
    if (events.length < batchSize) this.sealedBelow = found[0].bound;
    return events.length;
  }

  private async insertSeals(manager: EntityManager, events: readonly EventRecord[], lastSeq: number, lastHash: string): Promise<void> {
    if (events.length === 0) return;
    let previous = lastHash;
    const seals = events.map((event, index) => {
      const hash = sealHash(previous, toAuditRow(event));
      const seal = { seq: lastSeq + index + 1, event: event.id, hash, previous };
      previous = hash;
      return seal;
    });
    await manager.query(
      `INSERT INTO audit_seal (seq, event_id, hash, previous)
       SELECT seq, event, decode(hash, 'hex'), decode(previous, 'hex') FROM jsonb_to_recordset($1::jsonb) AS seal(seq bigint, event bigint, hash text, previous text)`,
      [JSON.stringify(seals)]);
  }
}
