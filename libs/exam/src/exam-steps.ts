import { randomBytes } from 'node:crypto';
import type { WriteExam } from '#lib/contracts';
import { appendToOutbox, lockRows } from '#lib/database';
import { appendAudit } from '#lib/audit';
import { type Actor, isAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/** An exam to be made, on its own or for a stage of a contest. */
export interface NewExam extends WriteExam {
  editionId?: string | null;
  release?: 'manual' | 'when_marked';
}

/** A person with the unit of that day; later transfers change nothing. */
export interface NewCandidate {
  personId: string;
  orgUnitId: string;
}

/**
 * Makes an exam on the latest published version of a paper, with its one sitting. Whether the actor may make one at this unit is
 * the caller's to decide; that they may use the paper and the references is checked here.
 * @throws DomainError `exam.window_invalid`, `paper.not_published`, `object.not_found`.
 */
export async function createExam(manager: EntityManager, actor: Actor, input: NewExam): Promise<string> {
  if (!(new Date(input.lateUntil) > new Date(input.opensAt))) throw new DomainError('exam.window_invalid');
  const paperVersionId = await publishedVersion(manager, actor, input.paperId);
  await requireReferences(manager, actor, input.referenceIds);
  const id = newId();
  await manager.query(
    `INSERT INTO exam (id, org_unit_id, edition_id, title, paper_version_id, mode, opens_at, late_until, duration_seconds, grace_seconds, pass_mark, release, seed, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [id, input.orgUnitId, input.editionId ?? null, input.title, paperVersionId, input.mode, input.opensAt, input.lateUntil, input.durationSeconds, input.graceSeconds ?? 0,
      input.passMark ?? null, input.release ?? 'manual', randomBytes(16).toString('hex'), actor.personId]);
  await manager.query('INSERT INTO sitting (id, exam_id, title, opens_at, late_until) VALUES ($1, $2, $3, $4, $5)', [newId(), id, input.title, input.opensAt, input.lateUntil]);
  await manager.query('INSERT INTO exam_reference (exam_id, reference_id) SELECT $1, unnest($2::uuid[])', [id, [...new Set(input.referenceIds)]]);
  await appendAudit(manager, actor, 'exam.create', 'exam', id, { paperVersionId });
  return id;
}

/**
 * Adds people who are not yet candidates, with an admission number each; answers how many were new. Once forms have been
 * asked for, the late ones' are drawn too, from the same frozen paper.
 * @throws DomainError `exam.running` for a cancelled exam.
 */
export async function addCandidates(manager: EntityManager, examId: string, people: readonly NewCandidate[]): Promise<number> {
  await lockRows(manager, 'exam', [examId]);
  const [exam] = await manager.query<{ state: string; sitting_id: string; day: string; last: number }[]>(
    `SELECT e.state, s.id AS sitting_id, to_char(e.opens_at AT TIME ZONE coalesce((SELECT time_zone FROM installation), 'Asia/Shanghai'), 'YYYYMMDD') AS day,
       (SELECT count(*)::int FROM candidate c WHERE c.exam_id = e.id) AS last
     FROM exam e JOIN sitting s ON s.exam_id = e.id AND s.ordinal = 1 WHERE e.id = $1`, [examId]);
  if (!exam) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (exam.state === 'cancelled') throw new DomainError('exam.running', {}, { kind: 'conflict' });
  const known = new Set((await manager.query<{ person_id: string }[]>('SELECT person_id FROM candidate WHERE exam_id = $1', [examId])).map((row) => row.person_id));
  const fresh = [...new Map(people.filter(({ personId }) => !known.has(personId)).map((person) => [person.personId, person])).values()];
  if (fresh.length === 0) return 0;
  await manager.query(
    `INSERT INTO candidate (id, exam_id, sitting_id, person_id, org_unit_id, admission_number)
     SELECT c.id, $1, $2, c.person_id, c.org_unit_id, c.number FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) AS c (id, person_id, org_unit_id, number)`,
    [examId, exam.sitting_id, fresh.map(() => newId()), fresh.map(({ personId }) => personId), fresh.map(({ orgUnitId }) => orgUnitId),
      fresh.map((_, index) => `${exam.day}${String(exam.last + index + 1).padStart(4, '0')}`)]);
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

async function publishedVersion(manager: EntityManager, actor: Actor, paperId: string): Promise<string> {
  const [paper] = await manager.query<{ path: string; version_id: string | null }[]>(
    `SELECT u.path::text AS path, (SELECT v.id FROM paper_version v WHERE v.paper_id = p.id ORDER BY v.number DESC LIMIT 1) AS version_id
     FROM paper p JOIN org_unit u ON u.id = p.org_unit_id WHERE p.id = $1 AND p.archived_at IS NULL`, [paperId]);
  if (!paper || !isAllowed(actor, 'paper.read', { paths: [paper.path] })) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  if (!paper.version_id) throw new DomainError('paper.not_published');
  return paper.version_id;
}

async function requireReferences(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<void> {
  const rows = await manager.query<{ path: string }[]>(
    'SELECT u.path::text AS path FROM reference r JOIN org_unit u ON u.id = r.org_unit_id WHERE r.id = ANY($1::uuid[]) AND r.archived_at IS NULL', [ids]);
  if (rows.length !== new Set(ids).size || !rows.every(({ path }) => isAllowed(actor, 'reference.read', { paths: [path] }))) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
}
