import { type ExamDetail, heatOfStage, isFrozen, lockHeat, recordStageResults, type StageResultWrite } from '#lib/competition';
import { candidateState } from '#lib/exam';
import { Decimal } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

interface OutcomeRow {
  entry_id: string;
  state: string;
  attempt_id: string | null;
  total_mark: string | null;
  total_marks: string;
  submitted_at: Date | null;
}

/** So long after the latest entry nobody's start can still be on its way. */
const lateMargin = '3 seconds';

/**
 * Takes over what an exam has decided for the entries of a stage that have no result yet: a marked attempt scores mark ÷ total × 100, exactly;
 * whoever never started by the latest entry is absent, until an attempt of theirs is marked after all. Repeating it changes nothing.
 * @returns how many results were taken over.
 */
export async function takeOverExamResults(manager: EntityManager, stageId: string): Promise<number> {
  const heat = await lockHeat(manager, await heatOfStage(manager, stageId));
  if (isFrozen(heat.state)) return 0;
  const rows = await manager.query<OutcomeRow[]>(
    `SELECT n.id AS entry_id, ${candidateState} AS state, a.id AS attempt_id, trim_scale(a.total_mark)::text AS total_mark, trim_scale(v.total_marks)::text AS total_marks, a.submitted_at
     FROM stage g JOIN entry n ON n.heat_id = g.heat_id AND n.state = 'entered' JOIN exam x ON x.id = g.exam_id JOIN paper_version v ON v.id = x.paper_version_id
       LEFT JOIN candidate c ON c.exam_id = x.id AND c.person_id = n.person_id JOIN sitting s ON s.exam_id = x.id AND (s.id = c.sitting_id OR (c.id IS NULL AND s.ordinal = 1))
       LEFT JOIN attempt a ON a.candidate_id = c.id AND a.latest
       LEFT JOIN stage_result r ON r.stage_id = g.id AND r.entry_id = n.id
     WHERE g.id = $1 AND (r.entry_id IS NULL OR (r.state = 'absent' AND a.id IS NOT NULL)) AND (a.id IS NOT NULL OR kaosai.clock() > s.late_until + interval '${lateMargin}')`, [stageId]);
  const results = rows.flatMap((row) => toResult(row) ?? []);
  if (results.length > 0) await recordStageResults(manager, stageId, results);
  return results.length;
}

function toResult({ entry_id: entryId, state, attempt_id, total_mark, total_marks, submitted_at }: OutcomeRow): StageResultWrite | null {
  if (state === 'absent') return { entryId, state: 'absent', exact: null };
  if (state === 'cancelled') return { entryId, state: 'disqualified', exact: null };
  if ((state !== 'marked' && state !== 'released') || attempt_id === null || total_mark === null || submitted_at === null) return null;
  const detail: ExamDetail = { attemptId: attempt_id, mark: total_mark, marks: total_marks, submittedAt: submitted_at.toISOString() };
  return { entryId, state: 'scored', exact: Decimal.of(total_mark).mul(100).div(total_marks), detail: { ...detail } };
}
