import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import { readEdition } from '#lib/competition';
import type { EditionView, ScheduleTierExam } from '#lib/contracts';
import { lockRows, Transactions } from '#lib/database';
import { createExam } from '#lib/exam';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { followEntries } from './follow-entries.js';
import { heatIdsOf, loadTier, tierTarget } from './tier-record.js';

/** The exams of a contest. */
@Injectable()
export class TierExams {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Schedules one exam for the exam stages of that ordinal in all heats of a tier. Whoever is entered is a candidate, now or
   * when they come; their heats are *preparing* until the forms are drawn. The score of the stage is mark ÷ total marks × 100.
   * @throws DomainError `tier.no_exam_stage`, `tier.exam_exists`, and what making an exam refuses with.
   */
  async schedule(actor: Actor, tierId: string, input: ScheduleTierExam): Promise<EditionView> {
    const tier = await loadTier(this.transactions.reader, tierId);
    requireAllowed(actor, 'edition.write', tierTarget(tier));
    return this.transactions.run(async (manager) => {
      const heatIds = await heatIdsOf(manager, [tierId]);
      await lockRows(manager, 'heat', heatIds);
      const stageIds = await freeStages(manager, tierId, input.stageOrdinal);
      const { stageOrdinal, ...exam } = input;
      const examId = await createExam(manager, actor, { ...exam, orgUnitId: tier.orgUnitId, editionId: tier.editionId });
      await manager.query('UPDATE stage SET exam_id = $2 WHERE id = ANY($1::uuid[])', [stageIds, examId]);
      await manager.query(`UPDATE edition SET state = 'running', version = version + 1 WHERE id = $1 AND state = 'draft'`, [tier.editionId]);
      await appendAudit(manager, actor, 'tier.exam', 'edition', tier.editionId, { tierId, examId, stageOrdinal });
      for (const heatId of [...heatIds].sort()) await followEntries(manager, heatId);
      return readEdition(manager, tier.editionId);
    });
  }
}

async function freeStages(manager: EntityManager, tierId: string, ordinal: number): Promise<string[]> {
  const rows = await manager.query<{ id: string; taken: boolean }[]>(
    `SELECT s.id, x.id IS NOT NULL AND x.state <> 'cancelled' AS taken FROM stage s JOIN heat h ON h.id = s.heat_id LEFT JOIN exam x ON x.id = s.exam_id
     WHERE h.tier_id = $1 AND s.ordinal = $2 AND s.kind = 'exam'`, [tierId, ordinal]);
  if (rows.length === 0) throw new DomainError('tier.no_exam_stage');
  if (rows.some(({ taken }) => taken)) throw new DomainError('tier.exam_exists', {}, { kind: 'conflict' });
  return rows.map(({ id }) => id);
}
