import { randomBytes } from 'node:crypto';
import type { WriteExam } from '#lib/contracts';
import { appendToOutbox, lockRows } from '#lib/database';
import { appendAudit } from '#lib/audit';
import { type Actor, isAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { writeExamRules } from './exam-rules.js';

/** An exam to be made, on its own or for a stage of a contest. */
export interface NewExam extends WriteExam {
  editionId?: string | null;
}

/** A person with the unit of that day; later transfers change nothing. */
export interface NewCandidate {
  personId: string;
  orgUnitId: string;
  sittingId?: string;
  /** The candidate of theirs whose exam this one makes up for. */
  makeUpOf?: string;
}

/**
 * Makes an exam on the latest published version of a paper, with its one sitting. Whether the actor may make one at this unit is
 * the caller's to decide; that they may use the paper and the references is checked here.
 * @throws DomainError `exam.window_invalid`, `paper.not_published`, `object.not_found`.
 */
export async function createExam(manager: EntityManager, actor: Actor, input: NewExam): Promise<string> {
  const sittings = input.sittings?.length ? [...input.sittings].sort((a, b) => a.opensAt.localeCompare(b.opensAt)) : [{ title: input.title, opensAt: input.opensAt, lateUntil: input.lateUntil }];
  if (sittings.some(({ opensAt, lateUntil }) => !(new Date(lateUntil) > new Date(opensAt)))) throw new DomainError('exam.window_invalid');
  const paperVersionId = await publishedVersion(manager, actor, input.paperId);
  await requireReferences(manager, actor, input.referenceIds);
  const id = newId();
  await manager.query(
    `INSERT INTO exam (id, org_unit_id, edition_id, title, paper_version_id, mode, opens_at, late_until, duration_seconds, grace_seconds, pass_mark, seed, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [id, input.orgUnitId, input.editionId ?? null, input.title, paperVersionId, input.mode, sittings[0].opensAt, sittings[0].lateUntil, input.durationSeconds, input.graceSeconds ?? 0,
      input.passMark ?? null, randomBytes(16).toString('hex'), actor.personId]);
  await manager.query(
    `INSERT INTO sitting (id, exam_id, ordinal, title, opens_at, late_until)
     SELECT r.id, $1, r.ordinal, r.title, r."opensAt", r."lateUntil" FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, ordinal int, title jsonb, "opensAt" timestamptz, "lateUntil" timestamptz)`,
    [id, JSON.stringify(sittings.map((sitting, index) => ({ ...sitting, id: newId(), ordinal: index + 1 })))]);
  await refreshWindow(manager, id);
  await writeExamRules(manager, id, input);
  await manager.query('INSERT INTO exam_reference (exam_id, reference_id) SELECT $1, unnest($2::uuid[])', [id, [...new Set(input.referenceIds)]]);
  await appendAudit(manager, actor, 'exam.create', 'exam', id, { paperVersionId });
  return id;
}

/** An exam lasts from its first sitting's opening to its last one's latest entry. */
export async function refreshWindow(manager: EntityManager, examId: string): Promise<void> {
  await manager.query(
    `UPDATE exam e SET opens_at = s.opens_at, late_until = s.late_until
     FROM (SELECT min(opens_at) AS opens_at, max(late_until) AS late_until FROM sitting WHERE exam_id = $1) s WHERE e.id = $1`, [examId]);
}

/**
 * Adds people who are not yet candidates, with an admission number each (day, exam, serial: no two exams of a day share one); answers how many were new. They sit in their own
 * sitting, else in the one given, else in the first. Once forms have been asked for, the late ones' are drawn too, from the same frozen paper.
 * @throws DomainError `exam.running` for a cancelled exam, `object.not_found` for a sitting of another exam.
 */
export async function addCandidates(manager: EntityManager, examId: string, people: readonly NewCandidate[], sittingId?: string): Promise<number> {
  await lockRows(manager, 'exam', [examId]);
  const [exam] = await manager.query<{ state: string; sitting_id: string; prefix: string; last: number }[]>(
    `SELECT e.state, s.id AS sitting_id,
       to_char(e.opens_at AT TIME ZONE coalesce((SELECT time_zone FROM installation), 'Asia/Shanghai'), 'YYMMDD') || lpad((e.number % 1000)::text, 3, '0') AS prefix,
       (SELECT coalesce(max(substr(c.admission_number, 10)::int), 0) FROM candidate c WHERE c.exam_id = e.id) AS last
     FROM exam e JOIN LATERAL (SELECT id FROM sitting WHERE exam_id = e.id AND ($2::uuid IS NULL OR id = $2) ORDER BY ordinal LIMIT 1) s ON TRUE WHERE e.id = $1`, [examId, sittingId ?? null]);
  if (!exam) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (exam.state === 'cancelled') throw new DomainError('exam.running', {}, { kind: 'conflict' });
  const known = new Set((await manager.query<{ person_id: string }[]>('SELECT person_id FROM candidate WHERE exam_id = $1', [examId])).map((row) => row.person_id));
  const fresh = [...new Map(people.filter(({ personId }) => !known.has(personId)).map((person) => [person.personId, person])).values()];
  if (fresh.length === 0) return 0;
  await manager.query(
    `INSERT INTO candidate (id, exam_id, sitting_id, person_id, org_unit_id, admission_number, make_up_of)
     SELECT c.id, $1, s.id, c.person_id, c.org_unit_id, c.number, c.make_up_of
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[]) AS c (id, sitting_id, person_id, org_unit_id, number, make_up_of) JOIN sitting s ON s.id = c.sitting_id AND s.exam_id = $1`,
    [examId, fresh.map(() => newId()), fresh.map((person) => person.sittingId ?? exam.sitting_id), fresh.map(({ personId }) => personId), fresh.map(({ orgUnitId }) => orgUnitId),
      fresh.map((_, index) => `${exam.prefix}${String(exam.last + index + 1).padStart(4, '0')}`), fresh.map(({ makeUpOf }) => makeUpOf ?? null)]);
  if (exam.state !== 'draft') await appendToOutbox(manager, 'exam.prepare', { examId });
  return fresh.length;
}

/**
 * Has the forms drawn; the exam is *preparing* until they all exist, then *ready*, or *failed* with a problem. Repeating it
 * while it prepares or is ready changes nothing.
 * @throws DomainError `exam.no_candidates`.
 */
export async function prepareExam(manager: EntityManager, examId: string): Promise<void> {
  await lockRows(manager, 'exam', [examId]);
  const [row] = await manager.query<{ state: string; candidates: number }[]>('SELECT state, (SELECT count(*)::int FROM candidate c WHERE c.exam_id = e.id) AS candidates FROM exam e WHERE id = $1', [examId]);
  if (row.state !== 'draft' && row.state !== 'failed') return;
  if (row.candidates === 0) throw new DomainError('exam.no_candidates');
  await manager.query("UPDATE exam SET state = 'preparing', problem = NULL, version = version + 1 WHERE id = $1", [examId]);
  await appendToOutbox(manager, 'exam.prepare', { examId });
}

/** The latest published version of a paper the actor may use. @throws DomainError `paper.not_published`, `object.not_found`. */
export async function publishedVersion(manager: EntityManager, actor: Actor, paperId: string): Promise<string> {
  const [paper] = await manager.query<{ path: string; version_id: string | null; state: string }[]>(
    `SELECT u.path::text AS path, (SELECT v.id FROM paper_version v WHERE v.paper_id = p.id ORDER BY v.number DESC LIMIT 1) AS version_id, p.state
     FROM paper p JOIN org_unit u ON u.id = p.org_unit_id WHERE p.id = $1 AND p.archived_at IS NULL`, [paperId]);
  if (!paper || !isAllowed(actor, 'paper.read', { paths: [paper.path] })) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (!paper.version_id) throw new DomainError('paper.not_published');
  if (paper.state === 'retired') throw new DomainError('paper.retired');
  return paper.version_id;
}

/** @throws DomainError `object.not_found` unless the actor may use every one of them. */
export async function requireReferences(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<void> {
  const rows = await manager.query<{ path: string }[]>(
    'SELECT u.path::text AS path FROM reference r JOIN org_unit u ON u.id = r.org_unit_id WHERE r.id = ANY($1::uuid[]) AND r.archived_at IS NULL', [ids]);
  if (rows.length !== new Set(ids).size || !rows.every(({ path }) => isAllowed(actor, 'reference.read', { paths: [path] }))) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
}
