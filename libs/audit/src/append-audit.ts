import type { EntityManager } from 'typeorm';

/** What the payload of an audit row may hold: ids, codes, numbers and flags. Never a name, an answer or a text. */
export type AuditPayload = Readonly<Record<string, string | number | boolean | null | readonly string[] | readonly number[]>>;

/**
 * Records an act in its own transaction, so that neither exists without the other. Nothing can change or remove the row afterwards.
 * @param actor who acts; null for the system itself (sweepers, jobs).
 * @param action `object.verb` in the product's words, for example `attempt.submit`.
 */
export async function appendAudit(manager: EntityManager, actor: { readonly personId: string } | null, action: string, objectType: string, objectId: string, payload: AuditPayload = {}): Promise<void> {
  await manager.query('INSERT INTO audit_event (actor_id, action, object_type, object_id, payload) VALUES ($1, $2, $3, $4, $5)',
    [actor?.personId ?? null, action, objectType, objectId, payload]);
}

/** Like appendAudit for many objects of one act, in one statement. */
export async function appendManyAudits(manager: EntityManager, actor: { readonly personId: string } | null, action: string, objectType: string, entries: readonly { objectId: string; payload?: AuditPayload }[]): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    `INSERT INTO audit_event (actor_id, action, object_type, object_id, payload)
     SELECT $1, $2, $3, (entry->>'objectId')::uuid, coalesce(entry->'payload', '{}') FROM jsonb_array_elements($4::jsonb) AS entry`,
    [actor?.personId ?? null, action, objectType, JSON.stringify(entries)]);
}
