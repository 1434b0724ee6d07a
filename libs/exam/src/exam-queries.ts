import type { AttemptState, ExamListItem, ExamMode, ExamState, ExamView, OrgUnitRef, Title } from '#lib/contracts';
import { revisionOf } from '#lib/database';
import { type Actor, orgUnitRefSql, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { rulesColumns, type RulesRow, toRulesView } from './exam-rules.js';

/** Ready exams are closed, without any job, once nobody may start and nobody sits any more. */
export const examState = `CASE WHEN e.state = 'ready' AND kaosai.clock() > e.late_until AND NOT EXISTS (
  SELECT 1 FROM attempt a WHERE a.exam_id = e.id AND kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) IN ('in_progress', 'paused'))
  THEN 'closed' ELSE e.state END`;

/** Until when a candidate may start, in a query with `candidate c` and its `sitting s`: an invigilator may let one in later. */
export const mayStartUntil = 'greatest(s.late_until, c.let_in_until)';

/** The state of a candidate in a query with `candidate c`, its `sitting s` and a left-joined `attempt a`, the latest one. */
export const candidateState = `kaosai.candidate_state(c.exemption, ${mayStartUntil}, a.state, a.closes_at, kaosai.clock())`;

/** The attempt that counts, in a query with `candidate c` and `exam e`: of equal marks the earlier one. Null when there is none. */
export const countingAttempt = `(SELECT b.id FROM attempt b WHERE b.candidate_id = c.id AND b.state <> 'cancelled'
  ORDER BY CASE e.attempt_policy WHEN 'best' THEN coalesce(b.total_mark, -1) END DESC NULLS LAST, CASE e.attempt_policy WHEN 'last' THEN -b.number ELSE b.number END LIMIT 1)`;

export const examColumns = `e.id, e.title, e.mode, ${examState} AS state, ${orgUnitRefSql('u')} AS org_unit, u.path::text AS path, e.opens_at, e.late_until,
  e.duration_seconds, e.edition_id, e.version`;

export interface ExamRow {
  id: string;
  title: Title;
  mode: ExamMode;
  state: ExamState;
  org_unit: OrgUnitRef;
  path: string;
  opens_at: Date;
  late_until: Date;
  duration_seconds: number;
  edition_id: string | null;
  version: number;
  sort_key: string;
}

interface ExamDetail extends ExamRow, RulesRow {
  grace_seconds: number;
  pass_mark: string | null;
  problem: ExamView['problem'];
  paper_id: string;
  paper_version_id: string;
  paper_title: Title;
  questions: number;
  total_marks: string;
  references: ExamView['references'];
}

const states: readonly AttemptState[] = ['not_started', 'in_progress', 'paused', 'submitted', 'marked', 'released', 'absent', 'postponed', 'cancelled'];

/** How many candidates of each exam are in each effective state. */
export async function countStates(manager: EntityManager, examIds: readonly string[]): Promise<Map<string, Record<AttemptState, number>>> {
  const rows = await manager.query<{ exam_id: string; state: AttemptState; count: number }[]>(
    `SELECT c.exam_id, ${candidateState} AS state, count(*)::int AS count
     FROM candidate c JOIN sitting s ON s.id = c.sitting_id LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
     WHERE c.exam_id = ANY($1::uuid[]) GROUP BY 1, 2`, [examIds]);
  const counts = new Map(examIds.map((id) => [id, Object.fromEntries(states.map((state) => [state, 0])) as Record<AttemptState, number>]));
  for (const { exam_id: id, state, count } of rows) (counts.get(id) as Record<AttemptState, number>)[state] += count;
  return counts;
}

export function toExamListItem(row: ExamRow, counts: Record<AttemptState, number>): ExamListItem {
  return {
    id: row.id, title: row.title, mode: row.mode, state: row.state, orgUnit: row.org_unit, opensAt: row.opens_at.toISOString(), lateUntil: row.late_until.toISOString(),
    durationSeconds: row.duration_seconds, candidates: Object.values(counts).reduce((sum, count) => sum + count, 0), counts, editionId: row.edition_id, version: row.version,
  };
}

/** The organizers' view, with the revision it is at least as new as. */
export async function readExamView(manager: EntityManager, id: string): Promise<ExamView> {
  const revision = await revisionOf(manager, `exam:${id}`);
  const [row] = await manager.query<ExamDetail[]>(
    `SELECT ${examColumns}, ${rulesColumns}, e.grace_seconds, e.pass_mark, e.problem, v.paper_id, v.id AS paper_version_id, p.title AS paper_title, v.questions, v.total_marks,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title) ORDER BY r.id), '[]') FROM exam_reference x JOIN reference r ON r.id = x.reference_id WHERE x.exam_id = e.id) AS references
     FROM exam e JOIN org_unit u ON u.id = e.org_unit_id JOIN paper_version v ON v.id = e.paper_version_id JOIN paper p ON p.id = v.paper_id WHERE e.id = $1`, [id]);
  const counts = (await countStates(manager, [id])).get(id) as Record<AttemptState, number>;
  return {
    ...toExamListItem(row, counts),
    paper: { id: row.paper_id, versionId: row.paper_version_id, title: row.paper_title, questions: row.questions, totalMarks: exact(row.total_marks) },
    references: row.references, graceSeconds: row.grace_seconds, passMark: row.pass_mark === null ? null : exact(row.pass_mark), rules: toRulesView(row), problem: row.problem, revision,
  };
}

/** `roomId`: the one room it is about, whose invigilators may act too. @throws DomainError as the policy says; `object.not_found` for an unknown exam. */
export async function requireExam(manager: EntityManager, actor: Actor, id: string, action: 'exam.read' | 'exam.write' | 'exam.invigilate' | 'exam.mark', roomId?: string): Promise<{ path: string }> {
  const [row] = await manager.query<{ path: string; edition_id: string | null }[]>(
    'SELECT u.path::text AS path, e.edition_id FROM exam e JOIN org_unit u ON u.id = e.org_unit_id WHERE e.id = $1 AND e.archived_at IS NULL', [id]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  requireAllowed(actor, action, { paths: [row.path], objects: [{ type: 'exam', id }, ...(roomId ? [{ type: 'room' as const, id: roomId }] : [])] });
  return row;
}

/** `numeric(12,4)` without its idle zeros. */
export function exact(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
