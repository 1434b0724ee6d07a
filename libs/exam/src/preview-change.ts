import type { ChangeExam, ExamChangeField, ExamChangePreview, ExamState } from '#lib/contracts';
import { DomainError, sha256Hex } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { extraSecondsSql } from './candidate-acts.service.js';
import { classifyChange, type ExamProgress } from './classify-change.js';
import { countingAttempt } from './exam-queries.js';

/** An exam as a change finds it. */
export interface ExamNow extends ExamProgress {
  id: string;
  state: ExamState;
  version: number;
  durationSeconds: number;
  graceSeconds: number;
  passMark: string | null;
  referenceIds: string[];
  sittings: { id: string; opensAt: string; lateUntil: string }[];
}

/** By how much the ends of one who sits would move. */
export interface MovedEnd {
  id: string;
  deadline: number;
  closes: number;
  /** Their time would be over now. */
  over: boolean;
}

/** @throws DomainError `object.not_found`. */
export async function readExamNow(manager: EntityManager, examId: string): Promise<ExamNow> {
  const [row] = await manager.query<(Omit<ExamNow, 'phase'> & { started: boolean; released: boolean })[]>(
    `SELECT e.id, e.state, e.version, e.duration_seconds AS "durationSeconds", e.grace_seconds AS "graceSeconds", e.pass_mark AS "passMark",
       ARRAY(SELECT x.reference_id::text FROM exam_reference x WHERE x.exam_id = e.id) AS "referenceIds",
       (SELECT coalesce(max(a.number), 0) FROM attempt a WHERE a.exam_id = e.id) AS "attemptsUsed",
       EXISTS (SELECT 1 FROM attempt a WHERE a.exam_id = e.id) AS started, EXISTS (SELECT 1 FROM attempt a WHERE a.exam_id = e.id AND a.state = 'released') AS released,
       (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'opensAt', s.opens_at, 'lateUntil', s.late_until) ORDER BY s.id) FROM sitting s WHERE s.exam_id = e.id) AS sittings
     FROM exam e WHERE e.id = $1`, [examId]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  const { started, released, ...exam } = row;
  const phase = exam.state === 'cancelled' ? 'cancelled' : released ? 'released' : started ? 'started' : exam.state === 'draft' || exam.state === 'failed' ? 'draft' : 'drawn';
  return { ...exam, phase };
}

/** Field by field what may be changed, and in figures whom it would touch at this moment. The digest holds as long as these are the same people. */
export async function previewChange(manager: EntityManager, exam: ExamNow, change: ChangeExam): Promise<ExamChangePreview> {
  const fields = (Object.keys(change) as ExamChangeField[]).filter((field) => change[field] !== undefined).map((field) => ({ field, ...classifyChange(field, exam, factsOf(exam, change)) }));
  const moved = await movedEnds(manager, exam, change);
  const starts = await movedStarts(manager, exam, change);
  const passChanged = change.passMark === undefined ? [] : await changedPasses(manager, exam, change.passMark);
  const digestNeeded = fields.some(({ verdict }) => verdict === 'guarded');
  return {
    state: exam.state, fields, allowed: fields.every(({ verdict }) => verdict !== 'refused'), digestNeeded,
    effects: {
      deadlinesMoved: moved.length, endedAtOnce: moved.filter(({ over }) => over).length,
      couldNoLongerStart: starts.lost.length, couldStartAgain: starts.gained.length, passChanged: passChanged.length,
    },
    digest: sha256Hex(JSON.stringify([exam.id, exam.version, sorted(change), moved.map(({ id, deadline, over }) => [id, deadline, over]), starts, passChanged])),
  };
}

/** Whose ends would move: everybody who sits, by the change of the duration, of their own share of it, and of the grace. */
export async function movedEnds(manager: EntityManager, exam: ExamNow, { durationSeconds = exam.durationSeconds, graceSeconds = exam.graceSeconds }: ChangeExam): Promise<MovedEnd[]> {
  if (durationSeconds === exam.durationSeconds && graceSeconds === exam.graceSeconds) return [];
  return manager.query<MovedEnd[]>(
    `SELECT m.id, m.deadline, m.deadline + $3::int - $5::int AS closes, m.state = 'in_progress' AND m.closes_at + make_interval(secs => m.deadline + $3::int - $5::int) < kaosai.clock() AS over
     FROM (SELECT a.id, a.state, a.closes_at, $2::int - $4::int + CASE WHEN c.accommodations ? 'extraPercent' THEN ${extraSecondsSql('c.accommodations', '$2::int')} - c.extra_seconds ELSE 0 END AS deadline
       FROM attempt a JOIN candidate c ON c.id = a.candidate_id
       WHERE a.exam_id = $1 AND (a.state = 'paused' OR (a.state = 'in_progress' AND a.closes_at >= kaosai.clock()))) m
     ORDER BY m.id`, [exam.id, durationSeconds, graceSeconds, exam.durationSeconds, exam.graceSeconds]);
}

async function movedStarts(manager: EntityManager, exam: ExamNow, { sittings = [] }: ChangeExam): Promise<{ lost: string[]; gained: string[] }> {
  const rows = await manager.query<{ id: string; before: boolean; after: boolean }[]>(
    `SELECT c.id, greatest(s.late_until, c.let_in_until) >= kaosai.clock() AS before, greatest(coalesce(n.late_until, s.late_until), c.let_in_until) >= kaosai.clock() AS after
     FROM candidate c JOIN sitting s ON s.id = c.sitting_id JOIN unnest($2::uuid[], $3::timestamptz[]) AS n (id, late_until) ON n.id = s.id
     WHERE c.exam_id = $1 AND c.exemption IS NULL AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.candidate_id = c.id) ORDER BY c.id`,
    [exam.id, sittings.map(({ id }) => id), sittings.map(({ lateUntil }) => lateUntil ?? null)]);
  return { lost: rows.filter(({ before, after }) => before && !after).map(({ id }) => id), gained: rows.filter(({ before, after }) => !before && after).map(({ id }) => id) };
}

async function changedPasses(manager: EntityManager, exam: ExamNow, passMark: string | null): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT c.id FROM candidate c JOIN exam e ON e.id = c.exam_id JOIN attempt a ON a.id = ${countingAttempt}
     WHERE c.exam_id = $1 AND a.total_mark IS NOT NULL AND (a.total_mark >= e.pass_mark) IS DISTINCT FROM (a.total_mark >= $2::numeric) ORDER BY c.id`, [exam.id, passMark]);
  return rows.map(({ id }) => id);
}

function factsOf(exam: ExamNow, { attemptsAllowed, referenceIds, sittings = [] }: ChangeExam): Parameters<typeof classifyChange>[2] {
  const at = (moment: string): number => new Date(moment).getTime();
  return {
    attemptsAllowed, referencesLost: referenceIds ? exam.referenceIds.filter((id) => !referenceIds.includes(id)).length : 0,
    timesMoved: sittings.some(({ id, opensAt, lateUntil }) => {
      const sitting = exam.sittings.find((one) => one.id === id);
      return sitting !== undefined && ((opensAt !== undefined && at(opensAt) !== at(sitting.opensAt)) || (lateUntil !== undefined && at(lateUntil) !== at(sitting.lateUntil)));
    }),
  };
}

/** The same change is the same digest, however its fields were ordered. */
function sorted(change: ChangeExam): [string, unknown][] {
  return Object.entries(change).filter(([, value]) => value !== undefined).sort(([a], [b]) => a.localeCompare(b));
}
