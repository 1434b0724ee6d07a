import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { EditionListItem, EditionView, ListQuery, OrgUnitRef, Page, Title, WriteEdition } from '#lib/contracts';
import { pageQuery, Transactions } from '#lib/database';
import { type Actor, assignedObjects, inScope, requireAllowed, scopeOf } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { checkTiers } from './check-edition.js';
import { editionColumns, editionTables, readEdition } from './edition-view.js';
import type { ZoneSnapshot } from './heat-record.js';

interface UnitRow extends OrgUnitRef {
  path: string;
}

interface NewHeat {
  id: string;
  level: number;
  title: Title;
  hostUnitId: string;
  unitId: string | null;
  zoneCode: string | null;
  nextHeatId: string | null;
  unitIds: string[];
}

const listSorts = {
  year: { expression: 'e.year', type: 'int' as const },
  createdAt: { expression: 'e.created_at', type: 'timestamptz' as const },
};

/** Editions: made with their tiers and heats, read as one graph, listed within the reader's scope. */
@Injectable()
export class Editions {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Makes an edition (and its competition, unless one is named): its tiers, one heat per chosen unit, one per zone that has such a
   * unit, hosted by the zone's lead unit, and one final; each heat linked to the one it feeds. The grouping into zones is kept as it is today.
   * @throws DomainError `edition.tiers_invalid`, `edition.weights_invalid`, `edition.units_invalid`, `request.invalid`.
   */
  async create(actor: Actor, input: WriteEdition): Promise<EditionView> {
    checkTiers(input.tiers);
    const units = await this.loadUnits([input.orgUnitId, ...input.unitIds]);
    const owner = units.get(input.orgUnitId);
    requireAllowed(actor, 'edition.write', { paths: owner ? [owner.path] : [] });
    for (const id of input.unitIds) requireAllowed(actor, 'edition.write', { paths: [units.get(id)?.path ?? owner?.path ?? ''] });
    return this.transactions.run(async (manager) => {
      const zones = await snapshotZones(manager, input, units);
      const editionId = await insertEdition(manager, actor, input, zones);
      await insertGraph(manager, editionId, input, planHeats(input, zones, units));
      await appendAudit(manager, actor, 'edition.create', 'edition', editionId, { orgUnitId: input.orgUnitId, unitIds: input.unitIds });
      return readEdition(manager, editionId);
    });
  }

  /** The graph of an edition: its tiers, heats, stages and awards. No names but those of the awarded. */
  async get(actor: Actor, editionId: string): Promise<EditionView> {
    await this.requireReadable(actor, editionId);
    return readEdition(this.transactions.reader, editionId);
  }

  /** The editions that the reader's units take part in, newest year first. */
  async list(actor: Actor, query: ListQuery): Promise<Page<EditionListItem>> {
    const params: unknown[] = [];
    const scope = scopeOf(actor, 'edition.read');
    const seen = `(${inScope(scope, 'o.path', params)} OR e.id = ANY($${params.push(assignedObjects(actor, 'edition.read', 'edition'))}::uuid[])
      OR EXISTS (SELECT 1 FROM heat h JOIN org_unit u ON u.id IN (h.host_unit_id, h.unit_id) WHERE h.edition_id = e.id AND ${inScope(scope, 'u.path', params)}))`;
    const matches = query.q ? `(e.title->>'zh' ILIKE $${params.push(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`)} OR e.title->>'en' ILIKE $${params.length})` : 'TRUE';
    const page = pageQuery(query, listSorts, '-year', 'e.id', params);
    const rows = await this.transactions.reader.query<(EditionListItem & { sort_key: string })[]>(
      `SELECT ${editionColumns}, ${page.sortKey} FROM ${editionTables} WHERE e.archived_at IS NULL AND ${seen} AND ${matches} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, ({ sort_key: _, ...item }) => item);
  }

  /** Whether the reader may look at an edition: its owner's side, or any unit that hosts or holds a heat of it. */
  async requireReadable(actor: Actor, editionId: string): Promise<void> {
    const rows = await this.transactions.reader.query<{ path: string }[]>(
      `SELECT DISTINCT u.path::text AS path FROM edition e LEFT JOIN heat h ON h.edition_id = e.id
       JOIN org_unit u ON u.id IN (e.org_unit_id, h.host_unit_id, h.unit_id) WHERE e.id = $1 AND e.archived_at IS NULL`, [editionId]);
    requireAllowed(actor, 'edition.read', { paths: rows.map(({ path }) => path), objects: [{ type: 'edition', id: editionId }] });
  }

  private async loadUnits(ids: readonly string[]): Promise<Map<string, UnitRow>> {
    const rows = await this.transactions.reader.query<UnitRow[]>(
      'SELECT id, code, title, path::text AS path FROM org_unit WHERE id = ANY($1::uuid[]) AND archived_at IS NULL', [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

async function snapshotZones(manager: EntityManager, { zonePlanId, unitIds }: WriteEdition, units: ReadonlyMap<string, UnitRow>): Promise<ZoneSnapshot[]> {
  const zones = await manager.query<ZoneSnapshot[]>(
    `SELECT z.code, z.title, z.lead_unit_id AS "leadUnitId", array_agg(m.org_unit_id ORDER BY u.sort, u.code)::text[] AS "unitIds",
       coalesce(array_agg(m.org_unit_id ORDER BY u.sort, u.code) FILTER (WHERE m.org_unit_id = ANY($2::uuid[])), '{}')::text[] AS "chosenUnitIds"
     FROM zone z JOIN zone_plan p ON p.id = z.zone_plan_id JOIN zone_member m ON m.zone_id = z.id JOIN org_unit u ON u.id = m.org_unit_id
     WHERE z.zone_plan_id = $1 AND p.archived_at IS NULL GROUP BY z.id ORDER BY z.sort, z.code`, [zonePlanId, unitIds]);
  const known = new Set(zones.flatMap(({ chosenUnitIds }) => chosenUnitIds));
  const distinct = new Set(unitIds);
  if (distinct.size === 0 || distinct.size !== unitIds.length || unitIds.some((id) => !known.has(id) || !units.has(id))) throw new DomainError('edition.units_invalid');
  return zones;
}

async function insertEdition(manager: EntityManager, actor: Actor, input: WriteEdition, zones: readonly ZoneSnapshot[]): Promise<string> {
  const competitionId = input.competitionId ?? newId();
  if (input.competitionId) {
    const known = await manager.query<unknown[]>('SELECT 1 FROM competition WHERE id = $1 AND org_unit_id = $2', [input.competitionId, input.orgUnitId]);
    if (known.length === 0) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  } else {
    await manager.query('INSERT INTO competition (id, org_unit_id, title, job_field) VALUES ($1, $2, $3, $4)', [competitionId, input.orgUnitId, input.title, input.jobField ?? null]);
  }
  const id = newId();
  await manager.query(
    `INSERT INTO edition (id, competition_id, org_unit_id, title, year, zone_plan_id, zones, final_on, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, competitionId, input.orgUnitId, input.title, input.year, input.zonePlanId, JSON.stringify(zones), input.finalOn ?? null, actor.accountId]);
  return id;
}

/** The heats of every tier from the last to the first, so that each knows the one it feeds. */
function planHeats({ tiers, unitIds, orgUnitId }: WriteEdition, zones: readonly ZoneSnapshot[], units: ReadonlyMap<string, UnitRow>): NewHeat[] {
  const heats: NewHeat[] = [];
  let next: NewHeat[] = [];
  for (const [index, { kind, title }] of [...tiers.entries()].reverse()) {
    const make = (place: Title | null, own: Pick<NewHeat, 'hostUnitId' | 'unitId' | 'zoneCode' | 'unitIds'>): NewHeat => ({
      id: newId(), level: index + 1, title: place ? joinTitles(place, title) : title, ...own,
      nextHeatId: next.find((heat) => heat.unitIds.includes(own.unitIds[0]))?.id ?? null,
    });
    next = kind === 'system' ? [make(null, { hostUnitId: orgUnitId, unitId: null, zoneCode: null, unitIds })]
      : kind === 'zone' ? zones.filter(({ chosenUnitIds }) => chosenUnitIds.length > 0)
        .map((zone) => make(zone.title, { hostUnitId: zone.leadUnitId, unitId: null, zoneCode: zone.code, unitIds: zone.chosenUnitIds }))
        : zones.flatMap((zone) => zone.chosenUnitIds.map((id) => make(units.get(id)?.title ?? zone.title, { hostUnitId: id, unitId: id, zoneCode: zone.code, unitIds: [id] })));
    heats.push(...next);
  }
  return heats;
}

function joinTitles(place: Title, tier: Title): Title {
  return { zh: `${place.zh}${tier.zh}`, ...(place.en || tier.en ? { en: `${place.en ?? place.zh} ${tier.en ?? tier.zh}` } : {}) };
}

async function insertGraph(manager: EntityManager, editionId: string, { tiers }: WriteEdition, heats: readonly NewHeat[]): Promise<void> {
  const tierIds = tiers.map(() => newId());
  for (const [index, { kind, title, rule }] of tiers.entries()) {
    await manager.query('INSERT INTO tier (id, edition_id, level, kind, title, rule) VALUES ($1, $2, $3, $4, $5, $6)', [tierIds[index], editionId, index + 1, kind, title, rule]);
  }
  const rows = heats.map((heat, index) => ({ id: heat.id, tier_id: tierIds[heat.level - 1], title: heat.title, host_unit_id: heat.hostUnitId, unit_id: heat.unitId, zone_code: heat.zoneCode, next_heat_id: heat.nextHeatId, sort: index }));
  await manager.query(
    `INSERT INTO heat (id, edition_id, tier_id, title, host_unit_id, unit_id, zone_code, next_heat_id, sort)
     SELECT r.id, $1, r.tier_id, r.title, r.host_unit_id, r.unit_id, r.zone_code, r.next_heat_id, r.sort
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, tier_id uuid, title jsonb, host_unit_id uuid, unit_id uuid, zone_code text, next_heat_id uuid, sort int)`, [editionId, JSON.stringify(rows)]);
  const stages = heats.flatMap((heat) => tiers[heat.level - 1].stages.map(({ kind, title, weight }, index) => ({ id: newId(), heat_id: heat.id, ordinal: index + 1, kind, title, weight })));
  await manager.query(
    `INSERT INTO stage (id, heat_id, ordinal, kind, title, weight)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, heat_id uuid, ordinal int, kind text, title jsonb, weight numeric)`, [JSON.stringify(stages)]);
}
