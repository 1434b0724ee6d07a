import type { Duty, Title } from '#lib/contracts';
import { candidateState, mayStartUntil } from '#lib/exam';
import type { Actor } from '#lib/identity';
import type { EntityManager } from 'typeorm';

interface ExamRow {
  exam_id: string;
  title: Title;
  state: string;
  open: boolean;
  opens_at: Date;
  late_until: Date;
  closes_at: Date | null;
  released_at: Date | null;
  attempt_id: string | null;
  questions: number;
}

interface StageRow {
  id: string;
  title: Title;
  heat_title: Title;
  chief: boolean;
  state: string;
  waiting: number;
}

/** A candidate's own: exams to sit, to come, and marks released in the last week. */
export async function examDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const rows = await manager.query<ExamRow[]>(
    `SELECT e.id AS exam_id, e.title, ${candidateState} AS state, e.state = 'ready' AND kaosai.clock() BETWEEN s.opens_at AND ${mayStartUntil} AS open, s.opens_at, ${mayStartUntil} AS late_until, a.closes_at, a.released_at, a.id AS attempt_id, v.questions
     FROM candidate c JOIN exam e ON e.id = c.exam_id JOIN sitting s ON s.id = c.sitting_id JOIN paper_version v ON v.id = e.paper_version_id LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
     WHERE c.person_id = $1 AND e.state IN ('preparing', 'ready') AND e.archived_at IS NULL
       AND (a.released_at IS NULL OR a.released_at > kaosai.clock() - interval '7 days') ORDER BY s.opens_at LIMIT 20`, [actor.personId]);
  return rows.flatMap((row): Duty[] => {
    const common = { title: row.title, params: { count: row.questions, until: row.late_until.toISOString() } };
    if (row.state === 'in_progress') return [{ ...common, kind: 'exam.sit', href: `/exam/attempt/${row.attempt_id}`, at: row.closes_at?.toISOString() ?? null, urgent: true }];
    if (row.state === 'not_started' && row.open) return [{ ...common, kind: 'exam.sit', href: `/exam/${row.exam_id}`, at: row.late_until.toISOString(), urgent: true }];
    if (row.state === 'not_started') return [{ ...common, kind: 'exam.upcoming', href: `/exam/${row.exam_id}`, at: row.opens_at.toISOString(), urgent: false }];
    if (row.state === 'released') return [{ ...common, kind: 'exam.result', href: `/exam/attempt/${row.attempt_id}/result`, at: null, urgent: false }];
    return [];
  });
}

/** The stages the actor judges or leads, as long as their heat is not confirmed. */
export async function judgeDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const assigned = actor.assignments.filter(({ role, objectType }) => objectType === 'stage' && (role === 'judge' || role === 'chief_judge')).map(({ objectId }) => objectId);
  const rows = await manager.query<StageRow[]>(
    `SELECT s.id, s.title, h.title AS heat_title, m.chief, h.state, (SELECT count(*)::int FROM performance f WHERE f.stage_id = s.id AND f.state <> 'confirmed') AS waiting
     FROM stage s JOIN heat h ON h.id = s.heat_id JOIN panel_member m ON m.stage_id = s.id AND m.person_id = $1
     WHERE s.id = ANY($2::uuid[]) AND h.state IN ('ready', 'running', 'provisional') ORDER BY (h.state = 'running') DESC, s.id`, [actor.personId, assigned]);
  return rows.filter(({ waiting }) => waiting > 0).map(({ id, title, heat_title, chief, state, waiting }) => ({
    kind: chief ? 'stage.chief' : 'stage.judge', title: { zh: `${heat_title.zh}·${title.zh}`, ...(heat_title.en || title.en ? { en: `${heat_title.en ?? heat_title.zh}: ${title.en ?? title.zh}` } : {}) },
    params: { count: waiting }, href: chief ? `/judge/${id}/chief` : `/judge/${id}`, at: null, urgent: state === 'running',
  }));
}

/** Boards of running heats, and of heats published in the last week, in which the actor competes. */
export async function followDuties(manager: EntityManager, actor: Actor): Promise<Duty[]> {
  const rows = await manager.query<{ id: string; title: Title }[]>(
    `SELECT h.id, h.title FROM entry n JOIN heat h ON h.id = n.heat_id WHERE n.person_id = $1 AND n.state = 'entered'
       AND ((h.state IN ('running', 'provisional') AND EXISTS (SELECT 1 FROM stage s WHERE s.heat_id = h.id AND s.kind = 'judged')) OR (h.state = 'published' AND h.published_at > kaosai.clock() - interval '7 days'))
     ORDER BY h.id DESC LIMIT 5`, [actor.personId]);
  return rows.map(({ id, title }) => ({ kind: 'contest.follow', title, params: {}, href: `/board/${id}`, at: null, urgent: false }));
}
