import type { HeatState, TierKind, TierRule, Title } from '#lib/contracts';
import type { Target } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/** A zone as it was when the edition was made. */
export interface ZoneSnapshot {
  code: string;
  title: Title;
  leadUnitId: string;
  /** All units of the zone, and those of them that hold a preliminary in this edition. */
  unitIds: string[];
  chosenUnitIds: string[];
}

/** A heat with what decides about it: its place in the edition, its rule and where it hangs in the organization. */
export interface HeatRecord {
  id: string;
  title: Title;
  state: HeatState;
  version: number;
  zoneCode: string | null;
  unitId: string | null;
  /** Who goes on of those tied across the cut line, once it has been decided. */
  tieDecision: readonly string[] | null;
  tier: { id: string; level: number; kind: TierKind; rule: TierRule };
  edition: { id: string; title: Title; zones: ZoneSnapshot[] };
  /** The host, the unit and the edition's owner. */
  paths: string[];
}

/** Loads a heat. @throws DomainError `object.not_found` */
export async function loadHeat(manager: EntityManager, heatId: string): Promise<HeatRecord> {
  const [row] = await manager.query<HeatRecord[]>(
    `SELECT h.id, h.title, h.state, h.version, h.zone_code AS "zoneCode", h.unit_id AS "unitId", h.tie_decision->'entryIds' AS "tieDecision",
       jsonb_build_object('id', t.id, 'level', t.level, 'kind', t.kind, 'rule', t.rule) AS tier,
       jsonb_build_object('id', e.id, 'title', e.title, 'zones', e.zones) AS edition,
       (SELECT array_agg(DISTINCT o.path::text) FROM org_unit o WHERE o.id IN (h.host_unit_id, h.unit_id, e.org_unit_id)) AS paths
     FROM heat h JOIN tier t ON t.id = h.tier_id JOIN edition e ON e.id = h.edition_id WHERE h.id = $1`, [heatId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

/** Locks a heat and loads it as it is under the lock. @throws DomainError `object.not_found` */
export async function lockHeat(manager: EntityManager, heatId: string): Promise<HeatRecord> {
  await manager.query('SELECT 1 FROM heat WHERE id = $1 FOR NO KEY UPDATE', [heatId]);
  return loadHeat(manager, heatId);
}

/** The heat of a stage. @throws DomainError `object.not_found` */
export async function heatOfStage(manager: EntityManager, stageId: string): Promise<string> {
  const [row] = await manager.query<{ heat_id: string }[]>('SELECT heat_id FROM stage WHERE id = $1', [stageId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row.heat_id;
}

/** What the policy asks of a heat. */
export function heatTarget({ id, edition, paths }: HeatRecord): Target {
  return { paths, objects: [{ type: 'heat', id }, { type: 'edition', id: edition.id }] };
}

/** The units whose people a heat of the first tier takes. */
export function unitsOfHeat({ unitId, zoneCode, edition }: HeatRecord): string[] {
  if (unitId) return [unitId];
  return edition.zones.filter(({ code }) => zoneCode === null || code === zoneCode).flatMap(({ chosenUnitIds }) => chosenUnitIds);
}

/** True once the organizer has checked the result: nothing below it may change any more. */
export function isFrozen(state: HeatState): boolean {
  return state === 'confirmed' || state === 'published';
}
