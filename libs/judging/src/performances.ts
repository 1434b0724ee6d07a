import { raiseRevision } from '#lib/database';
import { newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/**
 * Makes the performances of a judged stage follow its entries: one per entry in the order of the start numbers, none that still
 * waits for one who is out. Repeating it changes nothing. Call it with the heat locked.
 */
export async function syncPerformances(manager: EntityManager, stageId: string): Promise<void> {
  const entries = await manager.query<{ id: string; start_number: number }[]>(
    `SELECT n.id, n.start_number FROM entry n JOIN stage s ON s.heat_id = n.heat_id
     WHERE s.id = $1 AND n.state = 'entered' AND NOT EXISTS (SELECT 1 FROM performance f WHERE f.stage_id = s.id AND f.entry_id = n.id) ORDER BY n.start_number`, [stageId]);
  const rows = entries.map(({ id, start_number }) => ({ id: newId(), entry_id: id, ordinal: start_number }));
  await manager.query(
    `INSERT INTO performance (id, stage_id, entry_id, ordinal)
     SELECT r.id, $1, r.entry_id, r.ordinal FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, entry_id uuid, ordinal int) ON CONFLICT DO NOTHING`, [stageId, JSON.stringify(rows)]);
  await manager.query(
    `DELETE FROM performance f USING entry n WHERE f.stage_id = $1 AND n.id = f.entry_id AND n.state <> 'entered' AND f.state = 'waiting'
       AND NOT EXISTS (SELECT 1 FROM score_sheet c WHERE c.performance_id = f.id)`, [stageId]);
  await raiseJudging(manager, stageId);
}

/** Tells judges and chief to read again. */
export async function raiseJudging(manager: EntityManager, stageId: string): Promise<void> {
  await raiseRevision(manager, `chief:${stageId}`);
  await raiseRevision(manager, `judging:${stageId}`);
}
