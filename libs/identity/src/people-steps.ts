import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { inScope, type Scope } from './policy.js';

/**
 * Keeps the people of a list who exist and belong to the scope today; guests belong to no unit and are in every scope
 * that holds anything, because outside experts are shared.
 * @throws DomainError `person.unknown` with how many do not.
 */
export async function peopleInScope(manager: EntityManager, scope: Scope, personIds: readonly string[], options: { guests?: boolean } = {}): Promise<string[]> {
  const wanted = [...new Set(personIds)];
  const params: unknown[] = [wanted];
  const belongs = inScope(scope, 'd.path', params);
  const guests = options.guests && scope.paths.length > 0 ? "OR p.kind = 'guest'" : '';
  const rows = await manager.query<{ id: string }[]>(`
    SELECT p.id FROM person p WHERE p.id = ANY($1::uuid[]) AND p.archived_at IS NULL AND p.state IN ('on_duty', 'seconded')
      AND (EXISTS (SELECT 1 FROM affiliation f JOIN org_unit d ON d.id = f.org_unit_id WHERE f.person_id = p.id AND f.valid_to IS NULL AND ${belongs}) ${guests})`, params);
  const found = new Set(rows.map(({ id }) => id));
  const missing = wanted.filter((id) => !found.has(id)).length;
  if (missing > 0) throw new DomainError('person.unknown', { count: missing }, { kind: 'invalid' });
  return wanted;
}

/** Names of people by id, for views. They live in `person` and nowhere else. */
export async function namesOf(manager: EntityManager, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; name: string }[]>('SELECT id, name FROM person WHERE id = ANY($1::uuid[])', [personIds]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
