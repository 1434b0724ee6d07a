import type { AssignmentObject, AssignmentRole } from '#lib/contracts';
import { invalidateAfterCommit } from '#lib/database';
import { appendAudit } from '#lib/audit';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './policy.js';

export interface AssignmentKey {
  personId: string;
  role: AssignmentRole;
  objectType: AssignmentObject;
  objectId: string;
}

/** Gives a person a role on an object, from now on. Having it already changes nothing. The caller has checked the policy. */
export async function assign(manager: EntityManager, actor: Actor, key: AssignmentKey): Promise<void> {
  const inserted = await manager.query<{ id: string }[]>(`
    INSERT INTO assignment (id, person_id, role, object_type, object_id, assigned_by)
    SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM assignment
      WHERE person_id = $2 AND role = $3 AND object_type = $4 AND object_id = $5 AND (valid_to IS NULL OR valid_to > kaosai.clock()))
    RETURNING id`, [newId(), key.personId, key.role, key.objectType, key.objectId, actor.personId]);
  if (inserted.length === 0) return;
  await appendAudit(manager, actor, 'assignment.begin', key.objectType, key.objectId, { personId: key.personId, role: key.role });
  invalidateAfterCommit(manager, `person:${key.personId}`);
}

/** Takes the role away from now on; what was done under it stays. */
export async function endAssignment(manager: EntityManager, actor: Actor, key: AssignmentKey): Promise<void> {
  const [ended] = await manager.query<[unknown[], number]>(`
    UPDATE assignment SET valid_to = kaosai.clock() WHERE person_id = $1 AND role = $2 AND object_type = $3 AND object_id = $4
      AND (valid_to IS NULL OR valid_to > kaosai.clock()) RETURNING id`, [key.personId, key.role, key.objectType, key.objectId]);
  if (ended.length === 0) return;
  await appendAudit(manager, actor, 'assignment.end', key.objectType, key.objectId, { personId: key.personId, role: key.role });
  invalidateAfterCommit(manager, `person:${key.personId}`);
}

/** Makes the holders of a role on an object exactly these people. */
export async function reassign(manager: EntityManager, actor: Actor, role: AssignmentRole, object: { type: AssignmentObject; id: string }, personIds: readonly string[]): Promise<void> {
  const rows = await manager.query<{ person_id: string }[]>(`
    SELECT DISTINCT person_id FROM assignment WHERE role = $1 AND object_type = $2 AND object_id = $3 AND (valid_to IS NULL OR valid_to > kaosai.clock())`, [role, object.type, object.id]);
  const keyOf = (personId: string): AssignmentKey => ({ personId, role, objectType: object.type, objectId: object.id });
  for (const { person_id } of rows) if (!personIds.includes(person_id)) await endAssignment(manager, actor, keyOf(person_id));
  for (const personId of personIds) await assign(manager, actor, keyOf(personId));
}
