import { Injectable } from '@nestjs/common';
import { appendAudit, appendManyAudits } from '#lib/audit';
import type { IncidentKind, IncidentQuery, IncidentView, NoteIncident, OrgUnitRef, Page, ReportIncidents, RuleOnIncidents, RulingState } from '#lib/contracts';
import { pageQuery, type SortColumn, Transactions } from '#lib/database';
import { ExamRevisions } from '#lib/exam';
import { type Actor, orgUnitRefSql } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { type Audience, audienceOf, inAudience } from './audience.js';
import { IncidentLimits } from './incident-limits.js';
import { Presence } from './presence.service.js';

const sorts: Record<string, SortColumn> = { at: { expression: 'i.noted_at', type: 'timestamptz' } };

interface Row {
  id: string;
  candidate_id: string;
  name: string;
  seat: number | null;
  room_id: string | null;
  unit: OrgUnitRef;
  source: IncidentView['source'];
  kind: IncidentKind;
  seconds: number | null;
  note: string | null;
  noted_at: Date;
  client_at: Date | null;
  noted_by: string | null;
  ruling: 'violation' | 'dismissed' | null;
  reason: string | null;
  ruled_by: string | null;
  ruled_at: Date | null;
  version: number;
  sort_key: string;
}

/** The last ruling of each incident, in a query with `incident i`. */
export const lastRuling = 'LEFT JOIN LATERAL (SELECT g.* FROM incident_ruling g WHERE g.incident_id = i.id ORDER BY g.number DESC LIMIT 1) g ON TRUE';

/** What pages report and invigilators see; a violation only after a ruling. */
@Injectable()
export class Incidents {
  private readonly limits = new IncidentLimits();

  constructor(private readonly transactions: Transactions, private readonly presence: Presence, private readonly revisions: ExamRevisions) {}

  /**
   * Keeps what a candidate's page reports, with the database's clock beside the client's. It takes no lock on the attempt, so that it never holds
   * up an answer. A report that is repeated is kept once; answers how many were new.
   * @throws DomainError `request.rate_limited` when a page reports without end.
   */
  async report(actor: Actor, attemptId: string, { items }: ReportIncidents): Promise<{ kept: number }> {
    await this.presence.requireOwn(actor, attemptId);
    if (!this.limits.take(attemptId, items.length, performance.now())) throw new DomainError('request.rate_limited', { seconds: 30 }, { kind: 'too-many' });
    const { reader } = this.transactions;
    const rows = await reader.query<{ exam_id: string }[]>(
      `INSERT INTO incident (id, exam_id, candidate_id, attempt_id, source, kind, seconds, client_at)
       SELECT i.id, a.exam_id, a.candidate_id, a.id, 'client', i.kind, i.seconds, i.at FROM unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[]) AS i (id, kind, seconds, at), attempt a
       WHERE a.id = $1 AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) IN ('in_progress', 'paused') ON CONFLICT (id) DO NOTHING RETURNING exam_id`,
      [attemptId, items.map(({ id }) => id), items.map(({ kind }) => kind), items.map(({ seconds }) => seconds ?? null), items.map(({ at }) => at)]);
    if (rows.length > 0) this.revisions.touch(rows[0].exam_id);
    return { kept: rows.length };
  }

  /** Writes down what an invigilator saw. @throws DomainError `incident.not_yours` for a candidate whom they do not invigilate. */
  async note(actor: Actor, examId: string, input: NoteIncident): Promise<IncidentView> {
    const view = await this.transactions.run(async (manager) => {
      const audience = await audienceOf(manager, actor, examId, 'exam.invigilate');
      const params: unknown[] = [newId(), examId, input.candidateId, input.kind, input.note, actor.personId];
      const [row] = await manager.query<{ id: string }[]>(
        `INSERT INTO incident (id, exam_id, candidate_id, attempt_id, source, kind, note, noted_by)
         SELECT $1, c.exam_id, c.id, a.id, 'invigilator', $4, $5, $6 FROM candidate c LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
         WHERE c.exam_id = $2 AND c.id = $3 AND ${inAudience(audience, 'c.room_id', params)} RETURNING id`, params);
      if (!row) throw new DomainError('incident.not_yours', { count: 1 });
      await appendAudit(manager, actor, 'incident.note', 'candidate', input.candidateId, { incidentId: row.id, kind: input.kind });
      return (await readIncidents(manager, audience, { ids: [row.id] }))[0];
    });
    this.revisions.touch(examId);
    return view;
  }

  /**
   * Rules on incidents, all of them or none. Another ruling may follow; every one is kept, and the last counts.
   * @throws DomainError `incident.not_yours`; `version.stale` when somebody ruled on one of them first.
   */
  async rule(actor: Actor, examId: string, { incidents, ruling, reason }: RuleOnIncidents): Promise<IncidentView[]> {
    const views = await this.transactions.run(async (manager) => {
      const audience = await audienceOf(manager, actor, examId, 'exam.invigilate');
      const ids = incidents.map(({ id }) => id);
      const known = await readIncidents(manager, audience, { ids });
      if (known.length !== new Set(ids).size) throw new DomainError('incident.not_yours', { count: new Set(ids).size - known.length });
      const stale = incidents.find(({ id, version }) => known.find((one) => one.id === id)?.version !== version);
      if (stale) throw staleRuling(known.find(({ id }) => id === stale.id)?.version ?? 0);
      const inserted = await manager.query<unknown[]>(
        `INSERT INTO incident_ruling (incident_id, number, ruling, reason, ruled_by) SELECT i.id, i.version + 1, $3, $4, $5 FROM unnest($1::uuid[], $2::int[]) AS i (id, version)
         ON CONFLICT DO NOTHING RETURNING 1`, [ids, incidents.map(({ version }) => version), ruling, reason, actor.personId]);
      if (inserted.length !== incidents.length) throw staleRuling((incidents[0]?.version ?? 0) + 1);
      await appendManyAudits(manager, actor, `incident.${ruling}`, 'incident', ids.map((objectId) => ({ objectId })));
      return readIncidents(manager, audience, { ids });
    });
    this.revisions.touch(examId);
    return views;
  }

  /** One page of incidents among those the actor watches over, the newest first. `q` finds a name. */
  async list(actor: Actor, examId: string, query: IncidentQuery): Promise<Page<IncidentView>> {
    const { reader } = this.transactions;
    const audience = await audienceOf(reader, actor, examId, 'exam.read');
    const params: unknown[] = [examId];
    const conditions = [inAudience(audience, 'c.room_id', params)];
    if (query.candidateId) conditions.push(`i.candidate_id = $${params.push(query.candidateId)}`);
    if (query.roomId) conditions.push(`c.room_id = $${params.push(query.roomId)}`);
    if (query.kind) conditions.push(`i.kind = $${params.push(query.kind)}`);
    if (query.state) conditions.push(`coalesce(g.ruling, 'open') = $${params.push(query.state)}`);
    if (query.q) conditions.push(`strpos(lower(p.name), lower($${params.push(query.q)})) > 0`);
    const page = pageQuery(query, sorts, '-at', 'i.id', params);
    const rows = await reader.query<Row[]>(`${selectIncidents(page.sortKey)} WHERE i.exam_id = $1 AND ${conditions.join(' AND ')} AND ${page.after} ${page.orderAndLimit}`, params);
    return page.toPage(rows, toView);
  }
}

function staleRuling(current: number): DomainError {
  return new DomainError('version.stale', { current }, { kind: 'conflict' });
}

function selectIncidents(sortKey: string): string {
  return `SELECT i.id, c.id AS candidate_id, p.name, c.seat, c.room_id, ${orgUnitRefSql('u')} AS unit, i.source, i.kind, i.seconds, i.note, i.noted_at, i.client_at, n.name AS noted_by,
      g.ruling, g.reason, b.name AS ruled_by, g.ruled_at, coalesce(g.number, 0) AS version, ${sortKey}
    FROM incident i JOIN candidate c ON c.id = i.candidate_id JOIN person p ON p.id = c.person_id JOIN org_unit u ON u.id = c.org_unit_id
      LEFT JOIN person n ON n.id = i.noted_by ${lastRuling} LEFT JOIN person b ON b.id = g.ruled_by`;
}

async function readIncidents(manager: EntityManager, audience: Audience, { ids }: { ids: readonly string[] }): Promise<IncidentView[]> {
  const params: unknown[] = [audience.examId, ids];
  const rows = await manager.query<Row[]>(
    `${selectIncidents("'' AS sort_key")} WHERE i.exam_id = $1 AND i.id = ANY($2::uuid[]) AND ${inAudience(audience, 'c.room_id', params)} ORDER BY i.noted_at DESC, i.id DESC`, params);
  return rows.map(toView);
}

function toView(row: Row): IncidentView {
  return {
    id: row.id, candidate: { id: row.candidate_id, name: row.name, seat: row.seat, roomId: row.room_id }, unit: row.unit, source: row.source, kind: row.kind, seconds: row.seconds,
    note: row.note, at: row.noted_at.toISOString(), clientAt: row.client_at?.toISOString() ?? null, by: row.noted_by,
    ruling: { state: (row.ruling ?? 'open') as RulingState, reason: row.reason, by: row.ruled_by, at: row.ruled_at?.toISOString() ?? null }, version: row.version,
  };
}
