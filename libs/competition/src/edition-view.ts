import type { AwardView, EditionListItem, EditionView, HeatSummary, TierView, Title } from '#lib/contracts';
import { revisionOf } from '#lib/database';
import { orgUnitRefSql } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import type { ZoneSnapshot } from './heat-record.js';

export const editionColumns = `e.id, e.competition_id AS "competitionId", e.title, c.job_field AS "jobField", e.year, ${orgUnitRefSql('o')} AS "orgUnit", e.state, e.version,
  (SELECT jsonb_build_object('total', count(*), 'confirmed', count(*) FILTER (WHERE h.state IN ('confirmed', 'published'))) FROM heat h WHERE h.edition_id = e.id) AS heats,
  (SELECT count(DISTINCT n.person_id)::int FROM entry n JOIN heat h ON h.id = n.heat_id WHERE h.edition_id = e.id AND n.state <> 'withdrawn') AS people`;
export const editionTables = 'edition e JOIN competition c ON c.id = e.competition_id JOIN org_unit o ON o.id = e.org_unit_id';

/** The whole graph of an edition. @throws DomainError `object.not_found` */
export async function readEdition(manager: EntityManager, editionId: string): Promise<EditionView> {
  // Read before the rest: a client that holds it will ask again rather than miss a change.
  const revision = await revisionOf(manager, `edition:${editionId}`);
  const [edition] = await manager.query<(EditionListItem & { finalOn: string | null })[]>(
    `SELECT ${editionColumns}, to_char(e.final_on, 'YYYY-MM-DD') AS "finalOn" FROM ${editionTables} WHERE e.id = $1`, [editionId]);
  if (!edition) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  const tiers = await manager.query<(Omit<TierView, 'heats' | 'advancedAt'> & { advancedAt: Date | null })[]>(
    `SELECT t.id, t.level, t.kind, t.title, t.rule, a.advanced_at AS "advancedAt"
     FROM tier t LEFT JOIN advancement a ON a.tier_id = t.id WHERE t.edition_id = $1 ORDER BY t.level`, [editionId]);
  const heats = await readHeats(manager, 'h.edition_id = $1', editionId);
  return {
    ...edition,
    tiers: tiers.map((tier) => ({ ...tier, advancedAt: tier.advancedAt?.toISOString() ?? null, heats: heats.filter(({ tierId }) => tierId === tier.id) })),
    awards: await readAwards(manager, editionId),
    revision,
  };
}

interface HeatRow extends Omit<HeatSummary, 'zone' | 'stages'> {
  zoneCode: string | null;
  zones: ZoneSnapshot[];
  stages: HeatSummary['stages'];
}

/**
 * Heats as the graph shows them. What an exam is called and when it opens is read from the exam itself: the one place
 * where this library looks at a table that is not its own.
 */
export async function readHeats(manager: EntityManager, condition: string, parameter: string): Promise<HeatSummary[]> {
  const rows = await manager.query<HeatRow[]>(
    `SELECT h.id, h.tier_id AS "tierId", h.title, h.problem, h.version, h.next_heat_id AS "nextHeatId", h.zone_code AS "zoneCode", e.zones,
       CASE WHEN h.state = 'ready' AND EXISTS (SELECT 1 FROM stage s JOIN exam x ON x.id = s.exam_id WHERE s.heat_id = h.id AND x.opens_at <= kaosai.clock()) THEN 'running' ELSE h.state END AS state,
       ${orgUnitRefSql('host')} AS host, CASE WHEN unit.id IS NULL THEN NULL ELSE ${orgUnitRefSql('unit')} END AS unit,
       n.entries, CASE WHEN t.rule->>'quotaPerHeat' IS NULL OR h.state NOT IN ('provisional', 'confirmed', 'published') THEN NULL
         ELSE (SELECT count(*)::int FROM standing g WHERE g.heat_id = h.id AND g.advance = 'advances') END AS advancing,
       (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'ordinal', s.ordinal, 'kind', s.kind, 'title', s.title, 'weight', trim_scale(s.weight)::text,
           'exam', CASE WHEN x.id IS NULL THEN NULL ELSE jsonb_build_object('id', x.id, 'title', x.title, 'state', x.state, 'mode', x.mode, 'opensAt', to_char(x.opens_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END,
           'results', jsonb_build_object('scored', (SELECT count(*) FROM stage_result r WHERE r.stage_id = s.id AND r.state = 'scored'), 'total', n.entries)) ORDER BY s.ordinal)
         FROM stage s LEFT JOIN exam x ON x.id = s.exam_id WHERE s.heat_id = h.id) AS stages
     FROM heat h JOIN tier t ON t.id = h.tier_id JOIN edition e ON e.id = h.edition_id JOIN org_unit host ON host.id = h.host_unit_id LEFT JOIN org_unit unit ON unit.id = h.unit_id
       CROSS JOIN LATERAL (SELECT count(*)::int AS entries FROM entry WHERE heat_id = h.id AND state <> 'withdrawn') n
     WHERE ${condition} ORDER BY t.level, h.sort, h.id`, [parameter]);
  return rows.map(({ zones, zoneCode, ...heat }) => ({ ...heat, zone: zoneOf(zones, zoneCode) }));
}

function zoneOf(zones: readonly ZoneSnapshot[], zoneCode: string | null): { code: string; title: Title } | null {
  const zone = zones.find(({ code }) => code === zoneCode);
  return zone ? { code: zone.code, title: zone.title } : null;
}

/** What an edition has granted, winners first. */
export async function readAwards(manager: EntityManager, editionId: string): Promise<AwardView[]> {
  return manager.query<AwardView[]>(
    `SELECT a.id, a.kind, a.title, a.place, trim_scale(a.value)::text AS value, a.reason, ${orgUnitRefSql('u')} AS unit,
       CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'name', p.name) END AS person
     FROM award a JOIN org_unit u ON u.id = a.org_unit_id LEFT JOIN entry n ON n.id = a.entry_id LEFT JOIN person p ON p.id = n.person_id
     WHERE a.edition_id = $1 ORDER BY array_position(ARRAY['winner', 'winning_unit', 'outstanding_individual'], a.kind), a.place, a.id`, [editionId]);
}
