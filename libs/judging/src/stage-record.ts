import type { CriterionView, HeatState, Title } from '#lib/contracts';
import { type HeatRecord, heatTarget, loadHeat } from '#lib/competition';
import type { Target } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

export interface PanelSeat {
  seat: number;
  personId: string;
  name: string;
  chief: boolean;
}

/** A judged stage with its panel; `panel` is null until it is set up. */
export interface StageRecord {
  id: string;
  title: Title;
  heat: HeatRecord;
  panel: { dropHigh: number; dropLow: number; seconds: number | null; seats: PanelSeat[]; criteria: CriterionView[] } | null;
}

/** Loads a judged stage. @throws DomainError `object.not_found` */
export async function loadStage(manager: EntityManager, stageId: string): Promise<StageRecord> {
  const [stage] = await manager.query<{ id: string; title: Title; heat_id: string; state: HeatState }[]>(`SELECT id, title, heat_id FROM stage WHERE id = $1 AND kind = 'judged'`, [stageId]);
  if (!stage) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  const [panel] = await manager.query<{ dropHigh: number; dropLow: number; seconds: number | null }[]>('SELECT drop_high AS "dropHigh", drop_low AS "dropLow", seconds FROM panel WHERE stage_id = $1', [stageId]);
  const seats = await manager.query<PanelSeat[]>(
    'SELECT m.seat, m.person_id AS "personId", p.name, m.chief FROM panel_member m JOIN person p ON p.id = m.person_id WHERE m.stage_id = $1 ORDER BY m.seat', [stageId]);
  const criteria = await manager.query<CriterionView[]>(
    'SELECT id, ordinal, title, hint, trim_scale(max)::text AS max, trim_scale(step)::text AS step FROM criterion WHERE stage_id = $1 ORDER BY ordinal', [stageId]);
  return { id: stage.id, title: stage.title, heat: await loadHeat(manager, stage.heat_id), panel: panel ? { ...panel, seats, criteria } : null };
}

/** What the policy asks of a stage. */
export function stageTarget({ id, heat }: StageRecord): Target {
  const target = heatTarget(heat);
  return { ...target, objects: [...(target.objects ?? []), { type: 'stage', id }] };
}
