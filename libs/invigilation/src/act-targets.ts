import type { ActKind, ActScope, AttemptState, PreviewAct } from '#lib/contracts';
import { candidateState, type StoredAttemptState } from '#lib/exam';
import { DomainError, sha256Hex } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { type Audience, inAudience } from './audience.js';
import { offlineSince } from './presence-sql.js';
import { outOfReach, type Reachable, timesOf } from './reach.js';

/** A candidate in an act's scope. */
export interface InScope extends Reachable {
  id: string;
  name: string;
  seat: number | null;
  roomId: string | null;
  sittingId: string;
  extraSeconds: number;
  accommodated: boolean;
  offline: boolean;
  why: ReturnType<typeof outOfReach>;
}

interface Row {
  id: string;
  name: string;
  seat: number | null;
  room_id: string | null;
  sitting_id: string;
  extra_seconds: number;
  accommodated: boolean;
  exemption: string | null;
  state: AttemptState;
  attempt_id: string | null;
  stored: StoredAttemptState | null;
  deadline: Date | null;
  closes_at: Date | null;
  paused_at: Date | null;
  offline: boolean;
  extended: boolean | null;
}

const lastSave = '(SELECT max(r.accepted_at) FROM response_save r WHERE r.attempt_id = a.id)';

/** Everybody in the scope and the audience, with whether the act reaches them at `now`. Those outside the audience are not there at all. */
export async function readScope(manager: EntityManager, audience: Audience, { act, scope, undoes }: PreviewAct, seconds: number | null, now: Date): Promise<InScope[]> {
  const params: unknown[] = [audience.examId, undoes ?? null];
  const rows = await manager.query<Row[]>(
    `SELECT c.id, p.name, c.seat, c.room_id, c.sitting_id, c.extra_seconds, c.accommodations <> '{}' AS accommodated, c.exemption, ${candidateState} AS state,
       a.id AS attempt_id, a.state AS stored, a.deadline, a.closes_at, a.paused_at, (${offlineSince(lastSave, 'a.state')}) IS NOT NULL AS offline,
       CASE WHEN $2::uuid IS NULL THEN NULL ELSE EXISTS (SELECT 1 FROM act_target t WHERE t.act_id = $2 AND t.attempt_id = a.id AND t.outcome = 'done')
         AND NOT EXISTS (SELECT 1 FROM act_target t JOIN invigilation_act v ON v.id = t.act_id WHERE v.undoes = $2 AND t.attempt_id = a.id AND t.outcome <> 'void') END AS extended
     FROM candidate c JOIN sitting s ON s.id = c.sitting_id JOIN person p ON p.id = c.person_id
       LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest LEFT JOIN attempt_presence pr ON pr.attempt_id = a.id
     WHERE c.exam_id = $1 AND ${inAudience(audience, 'c.room_id', params)} AND ${inActScope(scope, params)}
       AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM act_target t WHERE t.act_id = $2 AND t.candidate_id = c.id AND t.outcome = 'done'))
     ORDER BY c.room_id NULLS LAST, c.seat NULLS LAST, c.admission_number`, params);
  return rows.map((row) => {
    const one = {
      id: row.id, name: row.name, seat: row.seat, roomId: row.room_id, sittingId: row.sitting_id, extraSeconds: row.extra_seconds, accommodated: row.accommodated || row.extra_seconds > 0,
      exemption: row.exemption, state: row.state, attemptId: row.attempt_id, times: timesOf(row), offline: row.offline, ...(row.extended === null ? {} : { extended: row.extended }),
    };
    return { ...one, why: outOfReach(act, one, now, seconds) };
  });
}

/**
 * How much time an act gives, from the request or from the extension that it takes back.
 * @throws DomainError `act.seconds_missing`, `act.not_undoable`.
 */
export async function secondsOf(manager: EntityManager, examId: string, { act, seconds, undoes }: PreviewAct): Promise<number | null> {
  if (act === 'extend' || act === 'let_in') {
    if (!seconds) throw new DomainError('act.seconds_missing', {}, { errors: [{ path: 'seconds', code: 'act.seconds_missing' }] });
    return seconds;
  }
  if (act !== 'retract') return null;
  const [extension] = await manager.query<{ seconds: number }[]>("SELECT seconds FROM invigilation_act WHERE id = $1 AND exam_id = $2 AND kind = 'extend'", [undoes ?? null, examId]);
  if (!extension) throw new DomainError('act.not_undoable', {}, { kind: 'conflict' });
  return extension.seconds;
}

/** What was previewed: the act and exactly whom it reaches. */
export function digestOf(examId: string, act: ActKind, seconds: number | null, undoes: string | undefined, reached: readonly InScope[]): string {
  return sha256Hex(JSON.stringify([examId, act, seconds, undoes ?? null, reached.map(({ id, attemptId }) => [id, attemptId]).sort()]));
}

function inActScope(scope: ActScope, params: unknown[]): string {
  switch (scope.kind) {
    case 'exam': return 'TRUE';
    case 'sitting': return `c.sitting_id = $${params.push(scope.id)}`;
    case 'room': return `c.room_id = $${params.push(scope.id)}`;
    case 'candidates': return `c.id = ANY($${params.push(scope.ids)}::uuid[])`;
  }
}
