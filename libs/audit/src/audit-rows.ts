import type { AuditRow } from './canonical-event.js';
import type { SealedRow } from './verify-audit-chain.js';

/** The columns of `audit_event e` that are sealed. */
export const eventColumns = 'e.id, e.at, e.actor_id, e.action, e.object_type, e.object_id, e.payload';

/** A row of `eventColumns` as the driver gives it. */
export interface EventRecord {
  id: string;
  at: Date;
  actor_id: string | null;
  action: string;
  object_type: string;
  object_id: string;
  payload: unknown;
}

export function toAuditRow(record: EventRecord): AuditRow {
  const { id, at, actor_id: actorId, action, object_type: objectType, object_id: objectId, payload } = record;
  return { id: String(id), at: at.toISOString(), actorId, action, objectType, objectId, payload };
}

/** One statement for a slice of the chain: seals after `$1`, `$2` at most, each with its event. */
export const sealedRowsSql = `SELECT s.seq, s.event_id, encode(s.hash, 'hex') AS hash, encode(s.previous, 'hex') AS previous, ${eventColumns}
  FROM kaosai.audit_seal s LEFT JOIN kaosai.audit_event e ON e.id = s.event_id WHERE s.seq > $1 ORDER BY s.seq LIMIT $2`;

export type SealRecord = { seq: string; event_id: string; hash: string; previous: string } & { [K in keyof EventRecord]: EventRecord[K] | null };

export function toSealedRow(record: SealRecord): SealedRow {
  const { seq, event_id: eventId, hash, previous } = record;
  return { seq: Number(seq), eventId: String(eventId), hash, previous, event: record.id === null ? null : toAuditRow(record as EventRecord) };
}
