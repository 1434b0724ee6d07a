import type { OrgUnitRef, Title } from '#lib/contracts';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/** An SQL expression: the reference `{ id, code, title }` of the org unit with this alias. */
export const orgUnitRefSql = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'title', ${alias}.title)`;

/** The path of an org unit, for the policy. @throws DomainError `object.not_found` */
export async function pathOfOrgUnit(manager: EntityManager, orgUnitId: string): Promise<string> {
  return (await pathsOfOrgUnits(manager, [orgUnitId])).get(orgUnitId)!;
}

/** The paths of org units by id. @throws DomainError `object.not_found` when one of them does not exist. */
export async function pathsOfOrgUnits(manager: EntityManager, orgUnitIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; path: string }[]>('SELECT id, path::text AS path FROM org_unit WHERE id = ANY($1::uuid[]) AND archived_at IS NULL', [orgUnitIds]);
  const paths = new Map(rows.map(({ id, path }) => [id, path]));
  if (orgUnitIds.some((id) => !paths.has(id))) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return paths;
}

/** References of org units by id, archived ones too: past results still name them. */
export async function orgUnitRefs(manager: EntityManager, orgUnitIds: readonly string[]): Promise<Map<string, OrgUnitRef>> {
  const rows = await manager.query<{ id: string; code: string; title: Title }[]>('SELECT id, code, title FROM org_unit WHERE id = ANY($1::uuid[])', [orgUnitIds]);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The unit each person belongs to today: the nearest node above them that is not a department (a unit, or the system's
 * headquarters). Entry, attempt and attendance keep it, so that later transfers never change past results. People without
 * an affiliation (guests) are not in the answer.
 */
export async function snapshotUnitOf(manager: EntityManager, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await manager.query<{ person_id: string; unit_id: string }[]>(`
    SELECT DISTINCT ON (f.person_id) f.person_id, u.id AS unit_id
    FROM affiliation f JOIN org_unit d ON d.id = f.org_unit_id JOIN org_unit u ON d.path <@ u.path AND u.kind <> 'department' AND u.archived_at IS NULL
    WHERE f.person_id = ANY($1::uuid[]) AND f.valid_to IS NULL
    ORDER BY f.person_id, nlevel(u.path) DESC`, [personIds]);
  return new Map(rows.map(({ person_id, unit_id }) => [person_id, unit_id]));
}
