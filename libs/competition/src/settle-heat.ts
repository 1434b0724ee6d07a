import type { EntityManager } from 'typeorm';

/** Says that a stage has what it needs (its exam's forms, or its panel); the heat is ready when every stage has and somebody is entered. Call it with the heat locked. */
export async function markStageReady(manager: EntityManager, stageId: string): Promise<void> {
  const [[stage]] = await manager.query<[{ heat_id: string }[], number]>(`UPDATE stage SET settings = settings || '{"ready": true}' WHERE id = $1 RETURNING heat_id`, [stageId]);
  if (stage) await settleHeat(manager, stage.heat_id);
}

/** Makes a heat ready once every stage of it is and somebody is entered; changes nothing otherwise. */
export async function settleHeat(manager: EntityManager, heatId: string): Promise<void> {
  await manager.query(
    `UPDATE heat h SET state = 'ready', problem = NULL, version = version + 1 WHERE h.id = $1 AND h.state IN ('setup', 'preparing', 'failed')
       AND NOT EXISTS (SELECT 1 FROM stage s WHERE s.heat_id = h.id AND NOT coalesce((s.settings->>'ready')::boolean, false))
       AND EXISTS (SELECT 1 FROM entry n WHERE n.heat_id = h.id AND n.state = 'entered')`, [heatId]);
}

/** The first performance of a ready heat has been called. */
export async function markHeatRunning(manager: EntityManager, heatId: string): Promise<void> {
  await manager.query(`UPDATE heat SET state = 'running', version = version + 1 WHERE id = $1 AND state = 'ready'`, [heatId]);
}
