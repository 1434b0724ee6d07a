import { lockHeat, raiseHeat, settleHeat } from '#lib/competition';
import { addCandidates, prepareExam } from '#lib/exam';
import { syncPerformances } from '#lib/judging';
import type { EntityManager } from 'typeorm';

interface StageRow {
  id: string;
  kind: string;
  exam_id: string | null;
  exam_state: string | null;
  panel: boolean;
}

/**
 * Makes what hangs on a heat's entries follow them: candidates and forms of its exams, performances of its judged stages. Repeating
 * it changes nothing. The heat shows *preparing* until its exam has drawn the forms.
 */
export async function followEntries(manager: EntityManager, heatId: string): Promise<void> {
  const heat = await lockHeat(manager, heatId);
  const stages = await manager.query<StageRow[]>(
    `SELECT s.id, s.kind, s.exam_id, x.state AS exam_state, EXISTS (SELECT 1 FROM panel p WHERE p.stage_id = s.id) AS panel
     FROM stage s LEFT JOIN exam x ON x.id = s.exam_id WHERE s.heat_id = $1 ORDER BY s.ordinal`, [heatId]);
  const people = await manager.query<{ personId: string; orgUnitId: string }[]>(
    `SELECT person_id AS "personId", org_unit_id AS "orgUnitId" FROM entry WHERE heat_id = $1 AND state = 'entered' ORDER BY start_number`, [heatId]);
  if (people.length === 0) return;
  for (const { id, kind, exam_id: examId, exam_state: state, panel } of stages) {
    if (kind === 'judged' && panel) await syncPerformances(manager, id);
    if (!examId || state === 'cancelled') continue;
    await addCandidates(manager, examId, people);
    await prepareExam(manager, examId);
    if (state !== 'ready') await manager.query(`UPDATE heat SET state = 'preparing', problem = NULL, version = version + 1 WHERE id = $1 AND state IN ('setup', 'failed')`, [heatId]);
  }
  await settleHeat(manager, heatId);
  await raiseHeat(manager, heat);
}
