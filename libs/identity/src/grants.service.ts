import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { GrantRole, GrantRoleCommand, GrantView, ListQuery, Page } from '#lib/contracts';
import { bigrams, invalidateAfterCommit, lockRows, pageQuery, searchText, Transactions } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { orgUnitRefSql, pathOfOrgUnit } from './org-units.js';
import { peopleInScope } from './people-steps.js';
import { type Actor, inScope, isAllowed, mayGrant, requireAllowed, scopeOf } from './policy.js';

interface GrantRow {
  id: string;
  person_id: string;
  name: string;
  role: GrantRole;
  org_unit: GrantView['orgUnit'];
  path: string;
  valid_from: Date;
  valid_to: Date | null;
  sort_key: string;
}

const select = `g.id, g.person_id, p.name, g.role, ${orgUnitRefSql('o')} AS org_unit, o.path::text AS path, g.valid_from, g.valid_to`;
const from = 'role_grant g JOIN person p ON p.id = g.person_id JOIN org_unit o ON o.id = g.org_unit_id';
const current = '(g.valid_to IS NULL OR g.valid_to > kaosai.clock())';
const sorts = {
  validFrom: { expression: 'g.valid_from', type: 'timestamptz' },
  name: { expression: 'p.name COLLATE "zh-x-icu"', type: 'text' },
} as const;

/** Who holds which role where. Roles are given within one's own scope and never to oneself, so that nobody rises by their own hand. */
@Injectable()
export class Grants {
  constructor(private readonly transactions: Transactions) {}

  /** The grants in force in the actor's subtrees, newest first; searched by the holder's name or staff number. */
  async list(actor: Actor, query: ListQuery): Promise<Page<GrantView>> {
    const params: unknown[] = [];
    const conditions = [current, inScope(scopeOf(actor, 'grant.read'), 'o.path', params)];
    if (query.q && searchText(query.q)) {
      params.push(bigrams(query.q), query.q.trim());
      conditions.push(`(p.name_bigrams @> $${params.length - 1} OR p.staff_number = $${params.length})`);
    }
    const page = pageQuery(query, sorts, '-validFrom', 'g.id', params);
    const rows = await this.transactions.reader.query<GrantRow[]>(
      `SELECT ${select}, ${page.sortKey} FROM ${from} WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toGrantView);
  }

  /**
   * Gives a person a role at a node, for its subtree. Giving it again changes nothing.
   * @throws DomainError `grant.above_own` outside the actor's scope or kind; `person.unknown`; `access.denied` for oneself.
   */
  async grant(actor: Actor, command: GrantRoleCommand): Promise<GrantView> {
    return this.transactions.run(async (manager) => {
      const path = await pathOfOrgUnit(manager, command.orgUnitId);
      this.requireGrantable(actor, command.role, path);
      await peopleInScope(manager, scopeOf(actor, 'grant.write'), [command.personId], { guests: true });
      if (command.personId === actor.personId) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
      const [held] = await manager.query<GrantRow[]>(`SELECT ${select} FROM ${from} WHERE g.person_id = $1 AND g.role = $2 AND g.org_unit_id = $3 AND ${current}`,
        [command.personId, command.role, command.orgUnitId]);
      if (held) return toGrantView(held);
      const id = await insertGrant(manager, command, actor.personId);
      await appendAudit(manager, actor, 'grant.give', 'grant', id, { personId: command.personId, role: command.role, orgUnitId: command.orgUnitId });
      return toGrantView(await readGrant(manager, id));
    });
  }

  /** Ends a grant from now on; the person's sessions lose it within a second. @throws DomainError as {@link grant} */
  async revoke(actor: Actor, grantId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockRows(manager, 'role_grant', [grantId]);
      const grant = await readGrant(manager, grantId);
      requireAllowed(actor, 'grant.read', { paths: [grant.path] });
      this.requireGrantable(actor, grant.role, grant.path);
      if (grant.person_id === actor.personId) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
      await manager.query('UPDATE role_grant SET valid_to = kaosai.clock() WHERE id = $1', [grantId]);
      await appendAudit(manager, actor, 'grant.end', 'grant', grantId, { personId: grant.person_id, role: grant.role });
      invalidateAfterCommit(manager, `person:${grant.person_id}`);
    });
  }

  private requireGrantable(actor: Actor, role: GrantRole, path: string): void {
    if (mayGrant(actor, role, path)) return;
    const seen = isAllowed(actor, 'org.read', { paths: [path] }) && scopeOf(actor, 'grant.write').paths.length > 0;
    if (seen) throw new DomainError('grant.above_own', {}, { kind: 'forbidden' });
    requireAllowed(actor, 'grant.write', { paths: [path] });
    throw new DomainError('grant.above_own', {}, { kind: 'forbidden' });
  }
}

/** Stores a grant that somebody has decided on. */
export async function insertGrant(manager: EntityManager, command: GrantRoleCommand, grantedBy: string | null): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO role_grant (id, person_id, role, org_unit_id, granted_by) VALUES ($1, $2, $3, $4, $5)', [id, command.personId, command.role, command.orgUnitId, grantedBy]);
  invalidateAfterCommit(manager, `person:${command.personId}`);
  return id;
}

async function readGrant(manager: EntityManager, id: string): Promise<GrantRow> {
  const [row] = await manager.query<GrantRow[]>(`SELECT ${select} FROM ${from} WHERE g.id = $1 AND ${current}`, [id]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

function toGrantView(row: GrantRow): GrantView {
  return {
    id: row.id, person: { id: row.person_id, name: row.name }, role: row.role, orgUnit: row.org_unit,
    validFrom: row.valid_from.toISOString(), validTo: row.valid_to?.toISOString() ?? null,
  };
}
