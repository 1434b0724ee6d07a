import { Injectable } from '@nestjs/common';
import type { OrgUnitRef, OrgUnitView, Title, ZonePlanView, ZoneView } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { orgUnitRefSql } from './org-units.js';
import { type Actor, inScope, scopeOf } from './policy.js';

interface ZonePlanRow {
  id: string;
  title: Title;
  valid_from: string;
  valid_to: string | null;
  zones: (Omit<ZoneView, 'units'> & { units: OrgUnitRef[] | null })[] | null;
}

/** The organization tree and its dated zone plans, as far as the actor may see them. */
@Injectable()
export class Organization {
  constructor(private readonly transactions: Transactions) {}

  /** The nodes of the actor's subtrees, parents before children, each with how many people work in it or below. A node whose parent is out of sight stands as a root. */
  async orgUnits(actor: Actor): Promise<OrgUnitView[]> {
    const params: unknown[] = [];
    const visible = inScope(scopeOf(actor, 'org.read'), 'u.path', params);
    return this.transactions.reader.query<OrgUnitView[]>(`
      WITH visible AS (SELECT u.* FROM org_unit u WHERE u.archived_at IS NULL AND ${visible}),
      own AS (SELECT d.path, count(*) AS people FROM affiliation f JOIN person p ON p.id = f.person_id AND p.archived_at IS NULL AND p.state IN ('on_duty', 'seconded')
        JOIN org_unit d ON d.id = f.org_unit_id WHERE f.valid_to IS NULL GROUP BY d.path)
      SELECT v.id, v.code, v.title, v.kind, parent.id AS "parentId", COALESCE((SELECT sum(own.people) FROM own WHERE own.path <@ v.path), 0)::int AS people
      FROM visible v LEFT JOIN visible parent ON parent.id = v.parent_id
      ORDER BY nlevel(v.path), v.sort, v.code`, params);
  }

  /** The zone plans of the nodes above and below the actor's, newest first: a grouping that one belongs to is not a secret. */
  async zonePlans(actor: Actor): Promise<ZonePlanView[]> {
    const scope = scopeOf(actor, 'org.read');
    const rows = await this.transactions.reader.query<ZonePlanRow[]>(`
      SELECT z.id, z.title, z.valid_from::text, z.valid_to::text,
        (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'code', g.code, 'title', g.title, 'leadUnit', ${orgUnitRefSql('lead')},
          'units', (SELECT jsonb_agg(${orgUnitRefSql('m')} ORDER BY (m.id = g.lead_unit_id) DESC, m.sort, m.code)
            FROM zone_member w JOIN org_unit m ON m.id = w.org_unit_id WHERE w.zone_id = g.id)) ORDER BY g.sort, g.code)
          FROM zone g JOIN org_unit lead ON lead.id = g.lead_unit_id WHERE g.zone_plan_id = z.id) AS zones
      FROM zone_plan z JOIN org_unit u ON u.id = z.org_unit_id
      WHERE z.archived_at IS NULL AND (u.path <@ ANY($1::text[]::ltree[]) OR u.path @> ANY($1::text[]::ltree[]))
      ORDER BY z.valid_from DESC, z.id DESC`, [scope.paths]);
    return rows.map(({ id, title, valid_from, valid_to, zones }) => ({
      id, title, validFrom: valid_from, validTo: valid_to, zones: (zones ?? []).map((zone) => ({ ...zone, units: zone.units ?? [] })),
    }));
  }
}
