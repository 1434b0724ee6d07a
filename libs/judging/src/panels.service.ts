import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import { lockHeat, markStageReady } from '#lib/competition';
import type { ChiefView, MyStage, WritePanel } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, assignedObjects, reassign, requireAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { checkPanel } from './check-panel.js';
import { readChiefView } from './judging-view.js';
import { syncPerformances } from './performances.js';
import { loadStage, stageTarget } from './stage-record.js';

/** Who judges a stage, on what, and how their marks are combined. */
@Injectable()
export class Panels {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Sets up the panel of a judged stage, or changes it while nobody has been called or scored: criteria, seats with exactly one chief, and how many totals are
   * dropped. Gives the judges their assignments and makes a performance per entry.
   * @throws DomainError `panel.no_chief`, `panel.seat_duplicate`, `panel.too_small`, `panel.in_use`, `person.unknown`.
   */
  async write(actor: Actor, stageId: string, input: WritePanel): Promise<ChiefView> {
    const stage = await loadStage(this.transactions.reader, stageId);
    requireAllowed(actor, 'panel.write', stageTarget(stage));
    checkPanel(input);
    return this.transactions.run(async (manager) => {
      await lockHeat(manager, stage.heat.id);
      await requireUnused(manager, stageId);
      await requirePeople(manager, input);
      await storePanel(manager, stageId, input);
      const chief = input.judges.filter((judge) => judge.chief).map(({ personId }) => personId);
      await reassign(manager, actor, 'chief_judge', { type: 'stage', id: stageId }, chief);
      await reassign(manager, actor, 'judge', { type: 'stage', id: stageId }, input.judges.filter((judge) => !judge.chief).map(({ personId }) => personId));
      await appendAudit(manager, actor, 'panel.write', 'stage', stageId, { judges: input.judges.map(({ personId }) => personId), dropHigh: input.dropHigh, dropLow: input.dropLow });
      await syncPerformances(manager, stageId);
      await markStageReady(manager, stageId);
      return readChiefView(manager, stageId, actor.personId);
    });
  }

  /** The chief's desk of a stage, for organizers, supervisors and the chief. */
  async get(actor: Actor, stageId: string): Promise<ChiefView> {
    const { reader } = this.transactions;
    requireAllowed(actor, 'panel.watch', stageTarget(await loadStage(reader, stageId)));
    return readChiefView(reader, stageId, actor.personId);
  }

  /** The stages that the actor judges, those of running heats first. */
  async mine(actor: Actor): Promise<MyStage[]> {
    const rows = await this.transactions.reader.query<MyStage[]>(
      `SELECT s.id AS "stageId", jsonb_build_object('id', h.id, 'title', h.title) AS heat, s.title, m.chief, h.state
       FROM stage s JOIN heat h ON h.id = s.heat_id JOIN panel_member m ON m.stage_id = s.id AND m.person_id = $1
       WHERE s.id = ANY($2::uuid[]) ORDER BY array_position(ARRAY['running', 'ready', 'provisional'], h.state) NULLS LAST, s.id DESC`, [actor.personId, assignedObjects(actor, 'panel.judge', 'stage')]);
    return rows;
  }
}

async function requireUnused(manager: EntityManager, stageId: string): Promise<void> {
  const used = await manager.query<unknown[]>(`SELECT 1 FROM performance WHERE stage_id = $1 AND state <> 'waiting' LIMIT 1`, [stageId]);
  if (used.length > 0) throw new DomainError('panel.in_use', {}, { kind: 'conflict' });
}

async function requirePeople(manager: EntityManager, { judges }: WritePanel): Promise<void> {
  const [{ count }] = await manager.query<{ count: number }[]>('SELECT count(*)::int AS count FROM person WHERE id = ANY($1::uuid[]) AND archived_at IS NULL', [judges.map(({ personId }) => personId)]);
  if (count < judges.length) throw new DomainError('person.unknown', { count: judges.length - count });
}

async function storePanel(manager: EntityManager, stageId: string, { judges, criteria, dropHigh, dropLow, seconds }: WritePanel): Promise<void> {
  await manager.query(
    `INSERT INTO panel (stage_id, drop_high, drop_low, seconds) VALUES ($1, $2, $3, $4)
     ON CONFLICT (stage_id) DO UPDATE SET drop_high = excluded.drop_high, drop_low = excluded.drop_low, seconds = excluded.seconds, version = panel.version + 1`, [stageId, dropHigh, dropLow, seconds]);
  await manager.query('DELETE FROM panel_member WHERE stage_id = $1', [stageId]);
  await manager.query('DELETE FROM criterion WHERE stage_id = $1', [stageId]);
  await manager.query(
    `INSERT INTO panel_member (stage_id, seat, person_id, chief) SELECT $1, r.seat, r."personId", r.chief
     FROM jsonb_to_recordset($2::jsonb) AS r(seat int, "personId" uuid, chief boolean)`, [stageId, JSON.stringify(judges)]);
  const rows = criteria.map((criterion, index) => ({ ...criterion, id: newId(), ordinal: index + 1 }));
  await manager.query(
    `INSERT INTO criterion (id, stage_id, ordinal, title, hint, max, step) SELECT r.id, $1, r.ordinal, r.title, r.hint, r.max, r.step
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, ordinal int, title jsonb, hint jsonb, max numeric, step numeric)`, [stageId, JSON.stringify(rows)]);
}
