import type { Title } from '#lib/contracts';
import type { Transactions } from '#lib/database';
import { type Actor, Actors, enrollPeople, insertDictionary, insertGrant, insertOrgUnits, insertZonePlan } from '#lib/identity';
import { demoDictionaries, demoOrgUnits, demoUnits, demoZones, systemPath, unitPath } from './demo-organization.js';
import { type DemoPerson, demoPeople } from './demo-people.js';

/** The people part of the demo, with the ids it got. */
export interface LoadedPeople {
  /** Org unit ids by path. */
  orgUnits: ReadonlyMap<string, string>;
  systemId: string;
  unitIds: readonly string[];
  zonePlanId: string;
  people: readonly (DemoPerson & { id: string })[];
  personId(username: string): string;
  actor(username: string): Promise<Actor>;
  /** The staff of a unit, those with roles last. */
  staffOf(unit: number): (DemoPerson & { id: string })[];
}

/** Makes the organization, its zone plan, dictionaries, people, accounts and grants. */
export async function loadPeople(transactions: Transactions, passwordHash: string, year: number): Promise<LoadedPeople> {
  const written = demoPeople();
  const { orgUnits, zonePlanId, ids } = await transactions.run(async (manager) => {
    const units = await insertOrgUnits(manager, demoOrgUnits());
    const people = await enrollPeople(manager, written.map(({ path, username, grants: _, ...person }) => ({ ...person, orgUnitId: path ? units.get(path) : undefined, account: { username, passwordHash } })));
    for (const [index, { grants }] of written.entries()) {
      for (const { role, path } of grants) await insertGrant(manager, { personId: people[index], role, orgUnitId: idAt(units, path) }, null);
    }
    for (const dictionary of ['service_line', 'job_field', 'instructor_type', 'subject'] as const) {
      await insertDictionary(manager, dictionary, demoDictionaries[dictionary].map(([code, zh, en]) => ({ code, title: { zh, en } })));
    }
    return { orgUnits: units, ids: people, zonePlanId: await insertZonePlan(manager, zonePlan(units, year)) };
  });
  const people = written.map((person, index) => ({ ...person, id: ids[index] }));
  const byUsername = new Map(people.map((person) => [person.username, person.id]));
  const personId = (username: string): string => idAt(byUsername, username);
  const actors = new Actors(transactions);
  return {
    orgUnits, zonePlanId, people, personId,
    systemId: idAt(orgUnits, systemPath),
    unitIds: demoUnits.map((_, index) => idAt(orgUnits, unitPath(index))),
    actor: async (username) => {
      const actor = await actors.ofPerson(personId(username));
      if (!actor) throw new RangeError(`No demo account ${username}`);
      return actor;
    },
    staffOf: (unit) => people.filter(({ path }) => path?.startsWith(`${unitPath(unit)}.`)).sort((a, b) => a.grants.length - b.grants.length),
  };
}

function zonePlan(units: ReadonlyMap<string, string>, year: number): Parameters<typeof insertZonePlan>[1] {
  const title: Title = { zh: `${year} 年训练竞赛分组方案`, en: `Grouping for training and contests ${year}` };
  const idsOf = (code: string): string[] => demoUnits.flatMap(({ zone }, index) => (zone === code ? [idAt(units, unitPath(index))] : []));
  return { orgUnitId: idAt(units, systemPath), title, validFrom: `${year - 1}-01-01`, validTo: `${year}-12-31`, zones: demoZones.map(({ code, title: zone }) => ({ code, title: zone, unitIds: idsOf(code) })) };
}

/** @throws RangeError when the demo's own tables do not fit together. */
export function idAt(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new RangeError(`The demo has no ${key}`);
  return id;
}
