import { randomInt } from 'node:crypto';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { drawAliases } from './draw-aliases.js';

export interface NewEntry {
  personId: string;
  /** The person's unit of this day. */
  orgUnitId: string;
  seed: number | null;
  sourceEntryId: string | null;
}

/** Enters people in a heat that the caller has locked: start numbers in the given order after those there are, and a fresh alias each. */
export async function insertEntries(manager: EntityManager, heatId: string, people: readonly NewEntry[]): Promise<string[]> {
  if (people.length === 0) return [];
  const present = await manager.query<{ alias: string; start_number: number }[]>('SELECT alias, start_number FROM entry WHERE heat_id = $1', [heatId]);
  const aliases = drawAliases(people.length, new Set(present.map(({ alias }) => alias)), (n) => randomInt(n));
  const last = Math.max(0, ...present.map(({ start_number }) => start_number));
  const rows = people.map(({ personId, orgUnitId, seed, sourceEntryId }, index) => ({
    id: newId(), person_id: personId, org_unit_id: orgUnitId, start_number: last + index + 1, alias: aliases[index], seed, source_entry_id: sourceEntryId,
  }));
  await manager.query(
    `INSERT INTO entry (id, heat_id, person_id, org_unit_id, start_number, alias, seed, source_entry_id)
     SELECT r.id, $1, r.person_id, r.org_unit_id, r.start_number, r.alias, r.seed, r.source_entry_id
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, person_id uuid, org_unit_id uuid, start_number int, alias text, seed int, source_entry_id uuid)`,
    [heatId, JSON.stringify(rows)]);
  return rows.map(({ id }) => id);
}
