import { Injectable } from '@nestjs/common';
import type { Duty, GrantRole, HomeView, Title } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { type Actor, assignedObjects, inScope, scopeOf } from '#lib/identity';
import type { EntityManager } from 'typeorm';
import { examDuties, followDuties, judgeDuties } from './candidate-duties.js';
import { invigilationDuties } from './invigilation-duties.js';
import { contestDuties, examWork, importDuties } from './organizer-duties.js';

interface LiveRow {
  title: Title;
  edition_id: string | null;
  id: string;
  done: number;
  total: number;
  judges: number;
}

const watchers: readonly GrantRole[] = ['audit_admin', 'supervisor'];

/** The page everyone begins on: what to do next, from stored rows alone. */
@Injectable()
export class HomeService {
  constructor(private readonly transactions: Transactions) {}

  /** The reader's duties, urgent ones first and then by time; what is running in their scope; and the year's account for organizers and leaders. Only reads. */
  async homeOf(actor: Actor): Promise<HomeView> {
    const { reader } = this.transactions;
    const duties = [
      ...await examDuties(reader, actor), ...await judgeDuties(reader, actor), ...await invigilationDuties(reader, actor), ...await contestDuties(reader, actor), ...await examWork(reader, actor), ...await importDuties(reader, actor),
      ...await followDuties(reader, actor), ...watchDuty(actor),
    ];
    return {
      now: (await databaseNow(reader)).toISOString(),
      duties: duties.map((duty, index) => ({ duty, index })).sort((a, b) => Number(b.duty.urgent) - Number(a.duty.urgent) || compareTimes(a.duty, b.duty) || a.index - b.index).map(({ duty }) => duty),
      live: [...await liveExams(reader, actor), ...await liveHeats(reader, actor)],
      year: await yearOf(reader, actor),
    };
  }
}

function watchDuty(actor: Actor): Duty[] {
  if (!actor.grants.some(({ role }) => watchers.includes(role))) return [];
  return [{ kind: 'audit.watch', title: { zh: '审计记录', en: 'Audit record' }, params: {}, href: '/audit', at: null, urgent: false }];
}

/** What has a time comes before what has none, among equally urgent duties. */
function compareTimes(a: Duty, b: Duty): number {
  if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

async function liveExams(manager: EntityManager, actor: Actor): Promise<HomeView['live']> {
  const params: unknown[] = [assignedObjects(actor, 'exam.read', 'exam')];
  const rows = await manager.query<LiveRow[]>(
    `SELECT e.id, e.title, (SELECT count(*)::int FROM attempt a WHERE a.exam_id = e.id AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) <> 'in_progress') AS done,
       (SELECT count(*)::int FROM candidate c WHERE c.exam_id = e.id) AS total
     FROM exam e JOIN org_unit u ON u.id = e.org_unit_id WHERE e.state = 'ready' AND e.archived_at IS NULL AND (e.id = ANY($1::uuid[]) OR ${inScope(scopeOf(actor, 'exam.read'), 'u.path', params)})
       AND e.opens_at <= kaosai.clock() AND (e.late_until > kaosai.clock() OR EXISTS (SELECT 1 FROM attempt a WHERE a.exam_id = e.id AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) = 'in_progress'))
     ORDER BY e.opens_at LIMIT 5`, params);
  return rows.map(({ id, title, done, total }) => ({ title, detail: { zh: `${done} / ${total} 人已交卷`, en: `${done} of ${total} handed in` }, done, total, href: `/exams/${id}` }));
}

async function liveHeats(manager: EntityManager, actor: Actor): Promise<HomeView['live']> {
  const params: unknown[] = [];
  const scope = scopeOf(actor, 'edition.read');
  const rows = await manager.query<LiveRow[]>(
    `SELECT h.id, h.title, h.edition_id, count(*) FILTER (WHERE f.state = 'confirmed')::int AS done, count(*)::int AS total, (SELECT count(*)::int FROM panel_member m WHERE m.stage_id = s.id) AS judges
     FROM heat h JOIN edition e ON e.id = h.edition_id JOIN org_unit u ON u.id IN (h.host_unit_id, e.org_unit_id) JOIN stage s ON s.heat_id = h.id AND s.kind = 'judged' JOIN performance f ON f.stage_id = s.id
     WHERE h.state = 'running' AND e.archived_at IS NULL AND u.id = (SELECT x.id FROM org_unit x WHERE x.id IN (h.host_unit_id, e.org_unit_id) AND ${inScope(scope, 'x.path', params)} LIMIT 1)
     GROUP BY h.id, s.id ORDER BY h.id LIMIT 5`, params);
  return rows.map(({ id, title, done, total, judges }) => ({ title, detail: { zh: `${done} / ${total} 人已评，评委 ${judges} 人`, en: `${done} of ${total} scored by ${judges} judges` }, done, total, href: `/board/${id}` }));
}

/** Counted from stored rows of this calendar year, in the installation's time zone. */
async function yearOf(manager: EntityManager, actor: Actor): Promise<HomeView['year']> {
  const params: unknown[] = [];
  const scope = scopeOf(actor, 'exam.read');
  if (scope.paths.length === 0) return null;
  const [row] = await manager.query<NonNullable<HomeView['year']>[]>(
    `WITH zone AS (SELECT coalesce((SELECT time_zone FROM installation), 'Asia/Shanghai') AS name),
       since AS (SELECT date_trunc('year', kaosai.clock() AT TIME ZONE name) AT TIME ZONE name AS start, extract(year FROM kaosai.clock() AT TIME ZONE name)::int AS year FROM zone)
     SELECT (SELECT count(*)::int FROM exam e JOIN org_unit u ON u.id = e.org_unit_id, since WHERE e.state IN ('ready', 'closed') AND e.opens_at BETWEEN since.start AND kaosai.clock() AND ${inScope(scope, 'u.path', params)}) AS exams,
       (SELECT count(*)::int FROM attempt a JOIN exam e ON e.id = a.exam_id JOIN org_unit u ON u.id = e.org_unit_id, since WHERE a.started_at >= since.start AND ${inScope(scope, 'u.path', params)}) AS attempts,
       (SELECT count(*)::int FROM edition d JOIN org_unit u ON u.id = d.org_unit_id, since WHERE d.year = since.year AND d.archived_at IS NULL AND d.state <> 'draft' AND ${inScope(scope, 'u.path', params)}) AS editions,
       (SELECT count(DISTINCT p.person_id)::int FROM (SELECT a.person_id, e.org_unit_id, a.started_at AS at FROM attempt a JOIN exam e ON e.id = a.exam_id
         UNION ALL SELECT n.person_id, d.org_unit_id, f.confirmed_at FROM performance f JOIN entry n ON n.id = f.entry_id JOIN heat h ON h.id = n.heat_id JOIN edition d ON d.id = h.edition_id WHERE f.state = 'confirmed') p
         JOIN org_unit u ON u.id = p.org_unit_id, since WHERE p.at >= since.start AND ${inScope(scope, 'u.path', params)}) AS people`, params);
  return row;
}
