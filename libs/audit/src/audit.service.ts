import { Injectable } from '@nestjs/common';
import type { AuditEventView, ListQuery, Page } from '#lib/contracts';
import { pageQuery, Transactions } from '#lib/database';
import { type EventRecord } from './audit-rows.js';

/** Which part of the record the reader may see, decided by the policy above this library: whole organization subtrees, by their `ltree` paths. */
export interface AuditScope {
  readonly paths: readonly string[];
}

type Listed = EventRecord & { sealed: boolean; sort_key: string; id: string };

/** Reads the record of who did what. */
@Injectable()
export class AuditService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Lists audit rows, the newest first, whose acting person belongs or belonged to a unit of `scope`; acts of the system and of
   * guests without a unit show to those whose scope holds the root. `q` is the beginning of an action or an object's id.
   */
  async list(scope: AuditScope, query: ListQuery): Promise<Page<AuditEventView>> {
    const params: unknown[] = [scope.paths];
    // Ids of rows are numbers; the pager compares UUIDs, so the number is written as one.
    const id = "lpad(to_hex(e.id), 32, '0')::uuid";
    const page = pageQuery(query, { at: { expression: 'e.at', type: 'timestamptz' } }, '-at', id, params);
    const matches = this.matching(query.q, params);
    const rows = await this.transactions.reader.query<(Listed & { key: string })[]>(
      `SELECT ${id} AS key, e.id, e.at, e.actor_id, e.action, e.object_type, e.object_id, ${page.sortKey},
         EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = e.id) AS sealed
       FROM audit_event e
       WHERE ${page.after} AND ${matches} AND (
         EXISTS (SELECT 1 FROM affiliation a JOIN org_unit u ON u.id = a.org_unit_id WHERE a.person_id = e.actor_id AND u.path <@ ANY($1::text[]::ltree[]))
         OR EXISTS (SELECT 1 FROM org_unit root WHERE root.parent_id IS NULL AND root.path = ANY($1::text[]::ltree[])))
       ${page.orderAndLimit}`, params);
    return page.toPage(rows.map((row) => ({ ...row, id: row.key, number: String(row.id) })), toAuditEventView);
  }

  private matching(q: string | undefined, params: unknown[]): string {
    const text = q?.trim();
    if (!text) return 'TRUE';
    params.push(text);
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return `(e.object_id = $${params.length}::uuid OR e.actor_id = $${params.length}::uuid)`;
    return `starts_with(e.action, $${params.length}::text)`;
  }
}

function toAuditEventView(row: Omit<Listed, 'id'> & { number: string }): AuditEventView {
  return { id: row.number, at: row.at.toISOString(), actorId: row.actor_id, action: row.action, objectType: row.object_type, objectId: row.object_id, sealed: row.sealed };
}
