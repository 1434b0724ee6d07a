import { computeStanding, isFrozen, loadHeat, readHeatInput } from '#lib/competition';
import type { AdvancementPreview, HeatState, OrgUnitRef, Title } from '#lib/contracts';
import { orgUnitRefSql } from '#lib/identity';
import { sha256Hex } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { heatIdsOf, type TierRecord } from './tier-record.js';

type Blocker = AdvancementPreview['blockers'][number];

interface HeatRow {
  id: string;
  title: Title;
  state: HeatState;
  next_heat_id: string | null;
  version: number;
}

interface PersonRow {
  id: string;
  name: string;
  unit: OrgUnitRef;
}

/** What advancing the tier would do, from the results as they are: who goes on from each heat, who is in reserve, and what stands in the way. A heat without entries sends nobody and blocks nothing. */
export async function previewAdvancement(manager: EntityManager, tier: TierRecord): Promise<AdvancementPreview> {
  const blockers: Blocker[] = tier.nextTierId ? [] : [{ code: 'tier.last', params: {}, heatId: null }];
  const heats: AdvancementPreview['heats'] = [];
  const seen: unknown[] = [];
  for (const heatId of await heatIdsOf(manager, [tier.id])) {
    const heat = await loadHeat(manager, heatId);
    const [row] = await manager.query<HeatRow[]>('SELECT id, title, state, next_heat_id, version FROM heat WHERE id = $1', [heatId]);
    const standing = computeStanding(await readHeatInput(manager, heat));
    const people = await readPeople(manager, heatId);
    const nameOf = (entryId: string): PersonRow => people.get(entryId) as PersonRow;
    blockers.push(...blockersOf(row, standing));
    const advancing = standing.rows.filter(({ advance }) => advance === 'advances');
    const reserves = standing.rows.filter(({ reserve }) => reserve !== null);
    seen.push([heatId, row.version, row.state, advancing.map(({ entryId, rank }) => [entryId, rank])]);
    heats.push({
      heatId, title: row.title, nextHeatId: row.next_heat_id ?? '',
      advancing: advancing.map(({ entryId, rank }) => ({ entryId, name: nameOf(entryId).name, unit: nameOf(entryId).unit, rank: rank ?? 0 })),
      reserves: reserves.map(({ entryId, rank }) => ({ entryId, name: nameOf(entryId).name, rank: rank ?? 0 })),
    });
  }
  const nobody = heats.every(({ advancing }) => advancing.length === 0);
  if (nobody && blockers.length === 0) blockers.push({ code: 'heat.no_entries', params: { title: tier.title.zh }, heatId: null });
  return { tierId: tier.id, nextTierId: tier.nextTierId, ready: blockers.length === 0, blockers, heats, digest: sha256Hex(JSON.stringify(seen)) };
}

function blockersOf(heat: HeatRow, { rows, tieAcrossCut }: ReturnType<typeof computeStanding>): Blocker[] {
  if (rows.length === 0) return [];
  const open = rows.find(({ tiedAtCut, advance }) => tieAcrossCut && tiedAtCut && advance === 'pending');
  return [
    ...(isFrozen(heat.state) ? [] : [{ code: 'heat.not_confirmed', params: { title: heat.title.zh }, heatId: heat.id }]),
    ...(open ? [{ code: 'tie.at_cut', params: { rank: open.rank }, heatId: heat.id }] : []),
  ];
}

async function readPeople(manager: EntityManager, heatId: string): Promise<Map<string, PersonRow>> {
  const rows = await manager.query<PersonRow[]>(
    `SELECT n.id, p.name, ${orgUnitRefSql('u')} AS unit FROM entry n JOIN person p ON p.id = n.person_id JOIN org_unit u ON u.id = n.org_unit_id WHERE n.heat_id = $1`, [heatId]);
  return new Map(rows.map((row) => [row.id, row]));
}
