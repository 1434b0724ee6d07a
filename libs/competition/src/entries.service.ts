import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { EnterPeople, EntryView } from '#lib/contracts';
import { appendToOutbox, Transactions } from '#lib/database';
import { type Actor, isAllowed, orgUnitRefSql, requireAllowed, type Target } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { type HeatRecord, heatTarget, isFrozen, loadHeat, lockHeat, unitsOfHeat } from './heat-record.js';
import { insertEntries } from './insert-entries.js';
import { dropTieDecision, recomputeStanding } from './recompute-standing.js';
import { settleHeat } from './settle-heat.js';

interface Candidate {
  person_id: string;
  org_unit_id: string;
  path: string;
  entered: boolean;
}

/** Who competes in a heat. */
@Injectable()
export class Entries {
  constructor(private readonly transactions: Transactions) {}

  /** The entries of a heat by start number, with names and aliases: for organizers, never for judges. */
  async list(actor: Actor, heatId: string): Promise<EntryView[]> {
    const { reader } = this.transactions;
    requireAllowed(actor, 'heat.read', heatTarget(await loadHeat(reader, heatId)));
    return readEntries(reader, 'n.heat_id = $1', heatId);
  }

  /**
   * Enters people of the heat's units, all or none; each with the unit of today, the next start number and an alias that nobody
   * can guess from it. Only heats of the first tier take entries by hand; the others are filled by advancing.
   * @throws DomainError `heat.frozen`, `heat.fed_by_tier`, `entry.wrong_unit`, `entry.duplicate`.
   */
  async enter(actor: Actor, heatId: string, { personIds }: EnterPeople): Promise<EntryView[]> {
    const heat = await loadHeat(this.transactions.reader, heatId);
    requireAllowed(actor, 'heat.enter', await this.enterTarget(heat));
    return this.transactions.run(async (manager) => {
      const { state, tier } = await lockHeat(manager, heatId);
      if (isFrozen(state)) throw new DomainError('heat.frozen', {}, { kind: 'conflict' });
      if (tier.level > 1) throw new DomainError('heat.fed_by_tier', {}, { kind: 'conflict' });
      const people = await loadCandidates(manager, heat, [...new Set(personIds)]);
      checkCandidates(actor, people, personIds);
      await insertEntries(manager, heatId, people.map(({ person_id, org_unit_id }) => ({ personId: person_id, orgUnitId: org_unit_id, seed: null, sourceEntryId: null })));
      await appendAudit(manager, actor, 'heat.enter', 'heat', heatId, { personIds: people.map(({ person_id }) => person_id) });
      await this.afterChange(manager, heatId);
      return readEntries(manager, 'n.heat_id = $1', heatId);
    });
  }

  /** Takes an entry out of its heat; it stays on record as withdrawn and is not ranked. A repeated call changes nothing. */
  async withdraw(actor: Actor, entryId: string): Promise<EntryView> {
    const [entry] = await this.transactions.reader.query<{ heat_id: string; path: string }[]>(
      'SELECT n.heat_id, u.path::text AS path FROM entry n JOIN org_unit u ON u.id = n.org_unit_id WHERE n.id = $1', [entryId]);
    const heat = entry && await loadHeat(this.transactions.reader, entry.heat_id);
    requireAllowed(actor, 'heat.enter', heat ? { ...heatTarget(heat), paths: [...heat.paths, entry.path] } : { paths: [] });
    return this.transactions.run(async (manager) => {
      const { state } = await lockHeat(manager, entry.heat_id);
      if (isFrozen(state)) throw new DomainError('heat.frozen', {}, { kind: 'conflict' });
      const withdrawn = await manager.query<unknown[]>(`UPDATE entry SET state = 'withdrawn', version = version + 1 WHERE id = $1 AND state <> 'withdrawn' RETURNING id`, [entryId]);
      if (changedRows(withdrawn) > 0) {
        await appendAudit(manager, actor, 'entry.withdraw', 'entry', entryId);
        await this.afterChange(manager, entry.heat_id);
      }
      return (await readEntries(manager, 'n.id = $1', entryId))[0];
    });
  }

  private async afterChange(manager: EntityManager, heatId: string): Promise<void> {
    await appendToOutbox(manager, 'entries.changed', { heatId });
    await manager.query(`UPDATE edition SET state = 'running', version = version + 1 WHERE id = (SELECT edition_id FROM heat WHERE id = $1) AND state = 'draft'`, [heatId]);
    await dropTieDecision(manager, heatId);
    await settleHeat(manager, heatId);
    await recomputeStanding(manager, heatId);
  }

  /** A heat of several units takes entries from each unit's own team leader too. */
  private async enterTarget(heat: HeatRecord): Promise<Target> {
    const rows = await this.transactions.reader.query<{ path: string }[]>('SELECT path::text AS path FROM org_unit WHERE id = ANY($1::uuid[])', [unitsOfHeat(heat)]);
    return { ...heatTarget(heat), paths: [...heat.paths, ...rows.map(({ path }) => path)] };
  }
}

/** TypeORM answers an UPDATE with `[rows, count]`. */
export function changedRows(answer: unknown): number {
  return Array.isArray(answer) && typeof answer[1] === 'number' ? answer[1] : 0;
}

async function loadCandidates(manager: EntityManager, heat: HeatRecord, personIds: readonly string[]): Promise<Candidate[]> {
  return manager.query<Candidate[]>(
    `SELECT p.id AS person_id, unit.id AS org_unit_id, unit.path::text AS path, EXISTS (SELECT 1 FROM entry n WHERE n.heat_id = $1 AND n.person_id = p.id) AS entered
     FROM unnest($2::uuid[]) WITH ORDINALITY AS asked(id, ord)
     JOIN person p ON p.id = asked.id AND p.archived_at IS NULL
     JOIN affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
     JOIN org_unit own ON own.id = a.org_unit_id
     JOIN org_unit unit ON unit.path @> own.path AND unit.id = ANY($3::uuid[])
     ORDER BY asked.ord`, [heat.id, personIds, unitsOfHeat(heat)]);
}

function checkCandidates(actor: Actor, people: readonly Candidate[], personIds: readonly string[]): void {
  const own = people.filter(({ path }) => isAllowed(actor, 'heat.enter', { paths: [path] }));
  if (own.length < personIds.length) throw new DomainError('entry.wrong_unit', { count: personIds.length - own.length });
  const entered = people.filter((person) => person.entered).length;
  if (entered > 0) throw new DomainError('entry.duplicate', { count: entered }, { kind: 'conflict' });
}

async function readEntries(manager: EntityManager, condition: string, parameter: string): Promise<EntryView[]> {
  return manager.query<EntryView[]>(
    `SELECT n.id, jsonb_build_object('id', p.id, 'name', p.name) AS person, ${orgUnitRefSql('u')} AS unit, n.start_number AS "startNumber", n.alias, n.state
     FROM entry n JOIN person p ON p.id = n.person_id JOIN org_unit u ON u.id = n.org_unit_id WHERE ${condition} ORDER BY n.start_number`, [parameter]);
}
