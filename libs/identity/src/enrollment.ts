import type { Locale, Title } from '#lib/contracts';
import { bigrams } from '#lib/database';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/** A node to be made; `path` is its ltree path, the parent's path and one more label. */
export interface NewOrgUnit {
  path: string;
  kind: 'system' | 'unit' | 'department';
  code: string;
  title: Title;
  sort?: number;
}

export interface NewPerson {
  name: string;
  kind?: 'staff' | 'guest';
  staffNumber?: string;
  /** Where they work; guests work nowhere. */
  orgUnitId?: string;
  account?: { username: string; passwordHash: string; locale?: Locale };
}

export interface NewZonePlan {
  orgUnitId: string;
  title: Title;
  validFrom: string;
  validTo?: string;
  /** The first unit of a zone leads it. */
  zones: { code: string; title: Title; unitIds: string[] }[];
}

/** Makes org units, parents first; answers their ids by path. */
export async function insertOrgUnits(manager: EntityManager, units: readonly NewOrgUnit[]): Promise<Map<string, string>> {
  const ids = new Map(units.map(({ path }) => [path, newId()]));
  const rows = units.map((unit) => ({ ...unit, id: ids.get(unit.path), sort: unit.sort ?? 0, parent: unit.path.split('.').slice(0, -1).join('.') }));
  await manager.query(`
    INSERT INTO org_unit (id, parent_id, kind, code, path, title, sort)
    SELECT r.id, COALESCE((SELECT n.id FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, path text) WHERE n.path = r.parent), (SELECT o.id FROM org_unit o WHERE o.path::text = r.parent AND o.archived_at IS NULL)),
      r.kind, r.code, r.path::ltree, r.title, r.sort
    FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, kind text, code text, path text, title jsonb, sort int, parent text)`, [JSON.stringify(rows)]);
  return ids;
}

/** Makes people with their affiliations and accounts, in three statements for any number; answers their ids in the given order. */
export async function enrollPeople(manager: EntityManager, people: readonly NewPerson[]): Promise<string[]> {
  const rows = people.map((person) => ({ ...person, id: newId(), kind: person.kind ?? 'staff', grams: bigrams(person.name), affiliationId: newId(), accountId: newId() }));
  const body = JSON.stringify(rows);
  await manager.query(`
    INSERT INTO person (id, kind, name, name_bigrams, staff_number)
    SELECT r.id, r.kind, r.name, ARRAY(SELECT jsonb_array_elements_text(r.grams)), r."staffNumber"
    FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, kind text, name text, grams jsonb, "staffNumber" text)`, [body]);
  await manager.query(`
    INSERT INTO affiliation (id, person_id, org_unit_id)
    SELECT r."affiliationId", r.id, r."orgUnitId" FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "affiliationId" uuid, "orgUnitId" uuid) WHERE r."orgUnitId" IS NOT NULL`, [body]);
  await manager.query(`
    INSERT INTO account (id, person_id, username, password_hash, locale)
    SELECT r."accountId", r.id, r.account->>'username', r.account->>'passwordHash', COALESCE(r.account->>'locale', 'zh-CN')
    FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "accountId" uuid, account jsonb) WHERE r.account IS NOT NULL`, [body]);
  return rows.map(({ id }) => id);
}

/** Makes a dated zone plan. */
export async function insertZonePlan(manager: EntityManager, plan: NewZonePlan): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO zone_plan (id, org_unit_id, title, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)', [id, plan.orgUnitId, plan.title, plan.validFrom, plan.validTo ?? null]);
  for (const [sort, { code, title, unitIds }] of plan.zones.entries()) {
    const zoneId = newId();
    await manager.query('INSERT INTO zone (id, zone_plan_id, code, title, lead_unit_id, sort) VALUES ($1, $2, $3, $4, $5, $6)', [zoneId, id, code, title, unitIds[0], sort]);
    await manager.query('INSERT INTO zone_member (zone_plan_id, org_unit_id, zone_id) SELECT $1, unnest($2::uuid[]), $3', [id, unitIds, zoneId]);
  }
  return id;
}

/** Fills one of the editable dictionaries, in the given order; answers the ids by code. */
export async function insertDictionary(manager: EntityManager, dictionary: 'service_line' | 'job_field' | 'instructor_type' | 'subject', entries: readonly { code: string; title: Title }[]): Promise<Map<string, string>> {
  const ids = new Map(entries.map(({ code }) => [code, newId()]));
  await manager.query(`
    INSERT INTO dictionary_entry (id, dictionary, code, title, sort)
    SELECT r.id, $2, r.code, r.title, r.sort FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, code text, title jsonb, sort int)`,
    [JSON.stringify(entries.map((entry, sort) => ({ ...entry, id: ids.get(entry.code), sort }))), dictionary]);
  return ids;
}
