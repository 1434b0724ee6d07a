import { Injectable } from '@nestjs/common';
import type { ListQuery, Page, PersonView } from '#lib/contracts';
import { bigrams, pageQuery, searchText, Transactions } from '#lib/database';
import type { EntityManager } from 'typeorm';
import { orgUnitRefSql, pathOfOrgUnit } from './org-units.js';
import { type Actor, inScope, requireAllowed, scopeOf } from './policy.js';

export interface PeopleQuery extends ListQuery {
  orgUnitId?: string;
}

interface PersonRow {
  id: string;
  name: string;
  staff_number: string | null;
  kind: PersonView['kind'];
  state: PersonView['state'];
  unit: PersonView['unit'];
  department: PersonView['department'];
  account: PersonView['account'];
  sort_key: string;
}

const columns = `p.id, p.name, p.staff_number, p.kind, p.state,
  CASE WHEN d.kind = 'department' THEN ${orgUnitRefSql('d')} END AS department,
  (SELECT ${orgUnitRefSql('u')} FROM org_unit u WHERE d.path <@ u.path AND u.kind <> 'department' AND u.archived_at IS NULL ORDER BY nlevel(u.path) DESC LIMIT 1) AS unit,
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'username', a.username, 'disabled', a.disabled_at IS NOT NULL, 'version', a.version) END AS account`;
const tables = `person p LEFT JOIN affiliation f ON f.person_id = p.id AND f.valid_to IS NULL LEFT JOIN org_unit d ON d.id = f.org_unit_id LEFT JOIN account a ON a.person_id = p.id`;
const sorts = {
  name: { expression: 'p.name COLLATE "zh-x-icu"', type: 'text' },
  staffNumber: { expression: "COALESCE(p.staff_number, '')", type: 'text' },
} as const;

/** Staff and guests. */
@Injectable()
export class People {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The people of the actor's subtrees, and the guests for those who may invite them; searched by name or staff number.
   * @throws DomainError `object.not_found` for an org unit out of sight.
   */
  async list(actor: Actor, query: PeopleQuery): Promise<Page<PersonView>> {
    const params: unknown[] = [];
    const conditions = ['p.archived_at IS NULL', await this.whose(actor, query, params)];
    if (query.q && searchText(query.q)) {
      // A name of one character has no pairs: then every name is looked at.
      const pairs = searchText(query.q).length > 1 ? bigrams(query.q) : [];
      params.push(pairs, `%${searchText(query.q)}%`, `${query.q.trim().replace(/[\\%_]/g, '\\$&')}%`);
      const [grams, text, staff] = [params.length - 2, params.length - 1, params.length];
      conditions.push(`((p.name_bigrams @> $${grams} AND replace(lower(p.name), ' ', '') LIKE $${text}) OR p.staff_number ILIKE $${staff})`);
    }
    const page = pageQuery(query, sorts, 'name', 'p.id', params);
    const rows = await this.transactions.reader.query<PersonRow[]>(
      `SELECT ${columns}, ${page.sortKey} FROM ${tables} WHERE ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toPersonView);
  }

  private async whose(actor: Actor, query: PeopleQuery, params: unknown[]): Promise<string> {
    if (query.orgUnitId) {
      const path = await pathOfOrgUnit(this.transactions.reader, query.orgUnitId);
      requireAllowed(actor, 'person.read', { paths: [path] });
      params.push(path);
      return `d.path <@ $${params.length}::ltree`;
    }
    const staff = inScope(scopeOf(actor, 'person.read'), 'd.path', params);
    return scopeOf(actor, 'guest.read').paths.length > 0 ? `(${staff} OR p.kind = 'guest')` : staff;
  }
}

/** One person as the lists show them. */
export async function readPerson(manager: EntityManager, personId: string): Promise<PersonView> {
  const [row] = await manager.query<PersonRow[]>(`SELECT ${columns}, '' AS sort_key FROM ${tables} WHERE p.id = $1`, [personId]);
  return toPersonView(row);
}

function toPersonView(row: PersonRow): PersonView {
  return { id: row.id, name: row.name, staffNumber: row.staff_number, kind: row.kind, state: row.state, unit: row.unit, department: row.department, account: row.account };
}
