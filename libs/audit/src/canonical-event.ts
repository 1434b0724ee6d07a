import { createHash } from 'node:crypto';

/** An audit row as it is sealed and exported. */
export interface AuditRow {
  id: string;
  /** RFC 3339 in UTC with milliseconds. */
  at: string;
  actorId: string | null;
  action: string;
  objectType: string;
  objectId: string;
  payload: unknown;
}

/** The hash before the first seal. */
export const firstHash = '0'.repeat(64);

/** SHA-256, in hexadecimal, over the previous hash and the row in its one canonical form. */
export function sealHash(previous: string, row: AuditRow): string {
  const canonical = JSON.stringify([row.id, row.at, row.actorId, row.action, row.objectType, row.objectId, sorted(row.payload)]);
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(canonical).digest('hex');
}

/** The same value with the keys of every object in order, so that equal payloads read equally whoever wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
