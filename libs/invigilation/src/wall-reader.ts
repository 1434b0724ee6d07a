import type { AttemptState, IncidentKind, OpenIncidents, OrgUnitRef, Title, WallCandidate, WallRoom, WallView } from '#lib/contracts';
import { candidateState } from '#lib/exam';
import { orgUnitRefSql } from '#lib/identity';
import type { EntityManager } from 'typeorm';
import { type Audience, inAudience } from './audience.js';
import { lastRuling } from './incidents.service.js';
import { offlineSince } from './presence-sql.js';

interface CandidateRow {
  id: string;
  name: string;
  staff_number: string | null;
  unit: OrgUnitRef;
  admission_number: string;
  sitting_id: string;
  room_id: string | null;
  seat: number | null;
  state: AttemptState;
  attempt_id: string | null;
  started_at: Date | null;
  deadline: Date | null;
  paused_at: Date | null;
  submitted_at: Date | null;
  submitted_by: WallCandidate['submittedBy'];
  last_saved_at: Date | null;
  answered: number;
  offline_since: Date | null;
  unsent: number | null;
  extra_seconds: number;
  let_in_until: Date | null;
  waiting: number;
  open_incidents: number;
  violations: number;
}

/** What of an attempt's saves the wall shows. */
export interface Progress {
  attemptId: string;
  lastSavedAt: Date;
  answered: number;
}

/** All candidates of an exam at this moment. `progress` was worked out before: no save is read here. */
export async function readWallCandidates(manager: EntityManager, examId: string, progress: readonly Progress[]): Promise<WallCandidate[]> {
  const rows = await manager.query<CandidateRow[]>(
    `SELECT c.id, p.name, p.staff_number, ${orgUnitRefSql('u')} AS unit, c.admission_number, c.sitting_id, c.room_id, c.seat, st.state, a.id AS attempt_id, a.started_at, a.deadline,
       a.paused_at, coalesce(a.submitted_at, CASE WHEN st.state = 'submitted' THEN a.closes_at END) AS submitted_at,
       coalesce(a.submitted_by, CASE WHEN st.state = 'submitted' THEN 'clock' END) AS submitted_by, g.last_saved_at, coalesce(g.answered, 0) AS answered,
       ${offlineSince('g.last_saved_at', 'st.state')} AS offline_since, pr.unsent, c.extra_seconds, c.let_in_until,
       coalesce(w.waiting, 0) AS waiting, coalesce(i.open, 0) AS open_incidents, coalesce(i.violations, 0) AS violations
     FROM candidate c JOIN sitting s ON s.id = c.sitting_id JOIN person p ON p.id = c.person_id JOIN org_unit u ON u.id = c.org_unit_id
       LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest LEFT JOIN attempt_presence pr ON pr.attempt_id = a.id
       LEFT JOIN unnest($2::uuid[], $3::timestamptz[], $4::int[]) AS g (attempt_id, last_saved_at, answered) ON g.attempt_id = a.id
       LEFT JOIN (SELECT t.attempt_id, count(*)::int AS waiting FROM invigilation_act v JOIN act_target t ON t.act_id = v.id
         WHERE v.exam_id = $1 AND v.kind NOT IN ('let_in', 'take_over') AND t.outcome = 'done' AND t.acknowledged_at IS NULL GROUP BY 1) w ON w.attempt_id = a.id
       LEFT JOIN (SELECT i.candidate_id, count(*) FILTER (WHERE g.ruling IS NULL AND i.kind NOT IN ('focus_returned', 'fullscreen_returned'))::int AS open,
           count(*) FILTER (WHERE g.ruling = 'violation')::int AS violations
         FROM incident i ${lastRuling} WHERE i.exam_id = $1 GROUP BY 1) i ON i.candidate_id = c.id
       CROSS JOIN LATERAL (SELECT ${candidateState} AS state) st
     WHERE c.exam_id = $1 ORDER BY c.admission_number, c.id`,
    [examId, progress.map(({ attemptId }) => attemptId), progress.map(({ lastSavedAt }) => lastSavedAt), progress.map(({ answered }) => answered)]);
  return rows.map(toWallCandidate);
}

function toWallCandidate(row: CandidateRow): WallCandidate {
  const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;
  return {
    id: row.id, name: row.name, staffNumber: row.staff_number, unit: row.unit, admissionNumber: row.admission_number, sittingId: row.sitting_id, roomId: row.room_id, seat: row.seat,
    state: row.state, attemptId: row.attempt_id, startedAt: iso(row.started_at), deadline: iso(row.deadline), pausedAt: iso(row.paused_at), submittedAt: iso(row.submitted_at),
    submittedBy: row.submitted_by, lastSavedAt: iso(row.last_saved_at), answered: row.answered, offlineSince: iso(row.offline_since), unsent: row.unsent ?? 0,
    extraSeconds: row.extra_seconds, letInUntil: iso(row.let_in_until), waitingActs: row.waiting, openIncidents: row.open_incidents, violations: row.violations,
  };
}

/** Incidents that nobody has ruled on, by candidate and kind, the latest first. Returns and losses of the focus are one matter: the loss stands for both. */
export async function readOpenIncidents(manager: EntityManager, audience: Pick<Audience, 'examId' | 'rooms'>): Promise<OpenIncidents[]> {
  const params: unknown[] = [audience.examId];
  const rows = await manager.query<{ candidate_id: string; kind: IncidentKind; count: number; seconds: number; latest: Date; note: string | null; incidents: OpenIncidents['incidents'] }[]>(
    `SELECT i.candidate_id, replace(i.kind, '_returned', CASE WHEN i.kind = 'focus_returned' THEN '_lost' ELSE '_left' END) AS kind,
       count(*) FILTER (WHERE i.kind NOT IN ('focus_returned', 'fullscreen_returned'))::int AS count, coalesce(sum(i.seconds), 0)::int AS seconds, max(i.noted_at) AS latest,
       (array_agg(i.note ORDER BY i.noted_at DESC) FILTER (WHERE i.note IS NOT NULL))[1] AS note,
       (jsonb_agg(jsonb_build_object('id', i.id, 'version', coalesce(g.number, 0)) ORDER BY i.noted_at DESC)) AS incidents
     FROM incident i JOIN candidate c ON c.id = i.candidate_id ${lastRuling}
     WHERE i.exam_id = $1 AND g.ruling IS NULL AND ${inAudience(audience, 'c.room_id', params)} GROUP BY 1, 2
     HAVING count(*) FILTER (WHERE i.kind NOT IN ('focus_returned', 'fullscreen_returned')) > 0 ORDER BY max(i.noted_at) DESC, 1 LIMIT 200`, params);
  return rows.map((row) => ({
    candidateId: row.candidate_id, kind: row.kind, count: row.count, seconds: row.seconds, latest: row.latest.toISOString(), note: row.note, incidents: row.incidents.slice(0, 200),
  }));
}

type Frame = Pick<WallView, 'exam' | 'sittings' | 'rooms'>;

/** What of a wall does not move: the exam, its sittings and the audience's rooms with their invigilators. */
export async function readWallFrame(manager: EntityManager, audience: Pick<Audience, 'examId' | 'rooms'>): Promise<Frame> {
  const [exam] = await manager.query<{ id: string; title: Title; opens_at: Date; late_until: Date; duration_seconds: number; questions: number }[]>(
    'SELECT e.id, e.title, e.opens_at, e.late_until, e.duration_seconds, v.questions FROM exam e JOIN paper_version v ON v.id = e.paper_version_id WHERE e.id = $1', [audience.examId]);
  const params: unknown[] = [audience.examId];
  const rooms = await manager.query<{ id: string; sitting_id: string; title: Title; place: string | null; seat_rows: number | null; seat_columns: number | null; invigilators: string[] }[]>(
    `SELECT r.id, r.sitting_id, r.title, r.place, r.seat_rows, r.seat_columns,
       ARRAY(SELECT DISTINCT p.name FROM assignment x JOIN person p ON p.id = x.person_id WHERE x.object_type = 'room' AND x.object_id = r.id AND x.role IN ('invigilator', 'chief_invigilator')
         AND (x.valid_to IS NULL OR x.valid_to > kaosai.clock()) ORDER BY p.name) AS invigilators
     FROM room r JOIN sitting s ON s.id = r.sitting_id WHERE r.exam_id = $1 AND ${inAudience(audience, 'r.id', params)} ORDER BY s.ordinal, r.ordinal, r.id`, params);
  const sittings = await manager.query<{ id: string; title: Title; opens_at: Date; late_until: Date }[]>('SELECT id, title, opens_at, late_until FROM sitting WHERE exam_id = $1 ORDER BY ordinal', [audience.examId]);
  const shown = audience.rooms ? sittings.filter(({ id }) => rooms.some((room) => room.sitting_id === id)) : sittings;
  return {
    exam: { id: exam.id, title: exam.title, opensAt: exam.opens_at.toISOString(), lateUntil: exam.late_until.toISOString(), durationSeconds: exam.duration_seconds, questions: exam.questions },
    sittings: shown.map((row) => ({ id: row.id, title: row.title, opensAt: row.opens_at.toISOString(), lateUntil: row.late_until.toISOString() })),
    rooms: rooms.map((row): WallRoom => ({ id: row.id, sittingId: row.sitting_id, title: row.title, place: row.place, seatRows: row.seat_rows, seatColumns: row.seat_columns, invigilators: row.invigilators })),
  };
}
