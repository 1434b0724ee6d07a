import { appendManyAudits } from '#lib/audit';
import type { ActKind } from '#lib/contracts';
import { databaseNow, lockRows, raiseRevision } from '#lib/database';
import { type AttemptTimes, closeAttempt, type LockedAttempt, lockAttempts, transition } from '#lib/exam';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { eventOf, isTold } from './reach.js';

/** No transaction holds more attempts than this. */
export const chunkSize = 50;

/** An act as it is carried out. */
export interface StoredAct {
  id: string;
  exam_id: string;
  kind: ActKind;
  seconds: number | null;
  text: string;
  created_by: string;
}

interface Done {
  candidateId: string;
  was: object | null;
  became: object | null;
}

/**
 * Carries an act out on the next candidates that are due, at most {@link chunkSize}, and answers how many it looked at. Whoever it cannot reach any more when
 * their row is locked is written down as `void`. What is not `due` is left alone, so that a repeated run does nothing twice.
 */
export async function applyChunk(manager: EntityManager, act: StoredAct): Promise<number> {
  const due = await manager.query<{ candidate_id: string; attempt_id: string | null }[]>(
    `SELECT candidate_id, attempt_id FROM act_target WHERE act_id = $1 AND outcome = 'due' ORDER BY attempt_id, candidate_id LIMIT ${chunkSize} FOR UPDATE SKIP LOCKED`, [act.id]);
  if (due.length === 0) return 0;
  const attempts = act.kind === 'let_in' ? [] : await lockAttempts(manager, due.map(({ attempt_id: id }) => id as string));
  const locked = act.kind === 'let_in' ? await lockRows(manager, 'candidate', due.map(({ candidate_id: id }) => id)) : [];
  const now = await databaseNow(manager);
  const done = act.kind === 'let_in' ? await letIn(manager, act, locked, now) : await applyToAttempts(manager, act, attempts, now);
  await writeOutcomes(manager, act, due.map(({ candidate_id: id }) => id), done, now);
  const told = new Set(done.map(({ candidateId }) => candidateId));
  const ids = due.flatMap(({ candidate_id: candidateId, attempt_id: id }) => (id && told.has(candidateId) ? [id] : [])).sort();
  const objects = act.kind === 'let_in' ? done.map(({ candidateId }) => ({ objectId: candidateId, payload: { actId: act.id } })) : ids.map((id) => ({ objectId: id, payload: { actId: act.id } }));
  await appendManyAudits(manager, { personId: act.created_by }, `attempt.${act.kind}`, act.kind === 'let_in' ? 'candidate' : 'attempt', objects);
  if (isTold(act.kind)) for (const id of ids) await raiseRevision(manager, `attempt:${id}`);
  return due.length;
}

async function applyToAttempts(manager: EntityManager, act: StoredAct, attempts: readonly LockedAttempt[], now: Date): Promise<Done[]> {
  const sitting = attempts.filter((attempt) => transition(attempt, { type: 'cancel' }, now) !== null);
  if (act.kind === 'message') return sitting.map((attempt) => toDone(attempt, attempt));
  if (act.kind === 'take_over') {
    await manager.query('UPDATE attempt SET session_id = NULL, version = version + 1 WHERE id = ANY($1::uuid[])', [sitting.map(({ id }) => id)]);
    return sitting.map((attempt) => toDone(attempt, attempt));
  }
  if (act.kind === 'end') {
    const done: Done[] = [];
    for (const attempt of sitting) done.push(toDone(attempt, await closeAttempt(manager, attempt, { type: 'submit', by: 'invigilator' }, now)));
    return done;
  }
  const event = eventOf(act.kind as 'extend', act.seconds);
  const changed = attempts.flatMap((attempt) => {
    const after = transition(attempt, event, now);
    return after ? [{ attempt, after }] : [];
  });
  await manager.query(
    `UPDATE attempt a SET state = n.state, deadline = n.deadline, closes_at = n.closes_at, paused_at = n.paused_at, version = a.version + 1
     FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[]) AS n (id, state, deadline, closes_at, paused_at) WHERE a.id = n.id`,
    [changed.map(({ attempt }) => attempt.id), changed.map(({ after }) => after.state), changed.map(({ after }) => after.deadline), changed.map(({ after }) => after.closesAt), changed.map(({ after }) => after.pausedAt)]);
  return changed.map(({ attempt, after }) => toDone(attempt, after));
}

/** Lets in whoever has not begun: late until then, and no longer written down as absent. */
async function letIn(manager: EntityManager, act: StoredAct, candidateIds: readonly string[], now: Date): Promise<Done[]> {
  const until = new Date(now.getTime() + (act.seconds as number) * 1000);
  const [rows] = await manager.query<[{ id: string; sitting_id: string }[], number]>(
    `UPDATE candidate c SET let_in_until = greatest(c.let_in_until, $2), exemption = CASE WHEN c.exemption = 'absent' THEN NULL ELSE c.exemption END, version = c.version + 1
     WHERE c.id = ANY($1::uuid[]) AND c.exemption IS DISTINCT FROM 'postponed' AND c.exemption IS DISTINCT FROM 'cancelled' AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.candidate_id = c.id)
     RETURNING c.id, c.sitting_id`, [candidateIds, until]);
  await manager.query(
    `INSERT INTO candidate_ruling (id, candidate_id, sitting_id, ruling, reason, ruled_by) SELECT i.id, i.candidate_id, i.sitting_id, 'let_in', $4, $5
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS i (id, candidate_id, sitting_id)`,
    [rows.map(() => newId()), rows.map(({ id }) => id), rows.map(({ sitting_id: id }) => id), act.text, act.created_by]);
  return rows.map(({ id }) => ({ candidateId: id, was: null, became: { letInUntil: until.toISOString() } }));
}

async function writeOutcomes(manager: EntityManager, act: StoredAct, candidateIds: readonly string[], done: readonly Done[], now: Date): Promise<void> {
  await manager.query(
    `UPDATE act_target t SET outcome = CASE WHEN d.candidate_id IS NULL THEN 'void' ELSE 'done' END, done_at = $3, was = d.was, became = d.became
     FROM unnest($2::uuid[]) AS i (id) LEFT JOIN unnest($4::uuid[], $5::jsonb[], $6::jsonb[]) AS d (candidate_id, was, became) ON d.candidate_id = i.id
     WHERE t.act_id = $1 AND t.candidate_id = i.id`,
    [act.id, candidateIds, now, done.map(({ candidateId }) => candidateId), done.map(({ was }) => was && JSON.stringify(was)), done.map(({ became }) => became && JSON.stringify(became))]);
}

function toDone(before: LockedAttempt, after: AttemptTimes): Done {
  return { candidateId: before.candidateId, was: recordOf(before), became: recordOf(after) };
}

function recordOf({ state, deadline, closesAt, pausedAt }: AttemptTimes): object {
  return { state, deadline: deadline.toISOString(), closesAt: closesAt.toISOString(), pausedAt: pausedAt?.toISOString() ?? null };
}
