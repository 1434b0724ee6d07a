import type { TierRule, Title } from '#lib/contracts';
import type { Target } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/** A tier with the next one, if any, and where its edition hangs in the organization. */
export interface TierRecord {
  id: string;
  title: Title;
  rule: TierRule;
  editionId: string;
  orgUnitId: string;
  path: string;
  nextTierId: string | null;
}

/** Loads a tier. @throws DomainError `object.not_found` */
export async function loadTier(manager: EntityManager, tierId: string): Promise<TierRecord> {
  const [row] = await manager.query<TierRecord[]>(
    `SELECT t.id, t.title, t.rule, t.edition_id AS "editionId", e.org_unit_id AS "orgUnitId", o.path::text AS path,
       (SELECT n.id FROM tier n WHERE n.edition_id = t.edition_id AND n.level = t.level + 1) AS "nextTierId"
     FROM tier t JOIN edition e ON e.id = t.edition_id JOIN org_unit o ON o.id = e.org_unit_id WHERE t.id = $1`, [tierId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

/** What the policy asks of a tier. */
export function tierTarget({ path, editionId }: TierRecord): Target {
  return { paths: [path], objects: [{ type: 'edition', id: editionId }] };
}

/** The heats of tiers, in the order they are shown. */
export async function heatIdsOf(manager: EntityManager, tierIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>('SELECT id FROM heat WHERE tier_id = ANY($1::uuid[]) ORDER BY sort, id', [tierIds]);
  return rows.map(({ id }) => id);
}
