import { Injectable } from '@nestjs/common';
import { lockHeat, markStageReady, raiseHeat } from '#lib/competition';
import { raiseRevision, Transactions } from '#lib/database';
import { HandlesTopic, type TopicContext, type TopicHandler } from '#lib/queue';
import { takeOverExamResults } from './exam-results.js';
import { followEntries } from './follow-entries.js';
import { heatIdsOf } from './tier-record.js';

/** The forms are drawn: the heats of the exam are ready. */
@Injectable()
@HandlesTopic('exam.prepared')
export class ReadyHeats implements TopicHandler<{ examId: string }> {
  constructor(private readonly transactions: Transactions) {}

  async handle({ examId }: { examId: string }): Promise<void> {
    await this.transactions.run(async (manager) => {
      const stages = await manager.query<{ id: string; heat_id: string }[]>(
        `SELECT id, heat_id FROM stage WHERE exam_id = $1 AND NOT coalesce((settings->>'ready')::boolean, false) ORDER BY heat_id`, [examId]);
      for (const { id, heat_id } of stages) {
        const heat = await lockHeat(manager, heat_id);
        await markStageReady(manager, id);
        await raiseHeat(manager, heat);
      }
    });
  }
}

/** An attempt is marked: its score goes to the standings of the heats its person competes in. */
@Injectable()
@HandlesTopic('attempt.marked')
export class ScoreStages implements TopicHandler<{ attemptId: string; examId: string }> {
  constructor(private readonly transactions: Transactions) {}

  async handle({ attemptId, examId }: { attemptId: string; examId: string }): Promise<void> {
    const stages = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT s.id FROM stage s JOIN entry n ON n.heat_id = s.heat_id JOIN attempt a ON a.person_id = n.person_id
       WHERE s.exam_id = $1 AND a.id = $2 AND NOT EXISTS (SELECT 1 FROM stage_result r WHERE r.stage_id = s.id AND r.entry_id = n.id AND r.state <> 'absent')`, [examId, attemptId]);
    for (const { id } of stages) await this.transactions.run((manager) => takeOverExamResults(manager, id));
  }
}

/** A heat's entries changed: candidates and performances follow. */
@Injectable()
@HandlesTopic('entries.changed')
export class FollowEntries implements TopicHandler<{ heatId: string }> {
  constructor(private readonly transactions: Transactions) {}

  async handle({ heatId }: { heatId: string }): Promise<void> {
    await this.transactions.run((manager) => followEntries(manager, heatId));
  }
}

/** A tier has advanced: candidates and performances of the next heats follow, and the advancement shows *ready*, or *failed* with a problem. */
@Injectable()
@HandlesTopic('tier.advanced')
export class FollowAdvancement implements TopicHandler<{ tierId: string }> {
  constructor(private readonly transactions: Transactions) {}

  async handle({ tierId }: { tierId: string }, { lastAttempt }: Pick<TopicContext, 'lastAttempt'>): Promise<void> {
    try {
      await this.transactions.run(async (manager) => {
        const [row] = await manager.query<{ next_tier_id: string; edition_id: string }[]>(
          'SELECT a.next_tier_id, t.edition_id FROM advancement a JOIN tier t ON t.id = a.tier_id WHERE a.tier_id = $1', [tierId]);
        for (const heatId of (await heatIdsOf(manager, [row.next_tier_id])).sort()) await followEntries(manager, heatId);
        await manager.query(`UPDATE advancement SET state = 'ready', problem = NULL WHERE tier_id = $1`, [tierId]);
        await raiseRevision(manager, `edition:${row.edition_id}`);
      });
    } catch (error) {
      if (lastAttempt) await this.transactions.run((manager) => manager.query(`UPDATE advancement SET state = 'failed', problem = '{"code": "internal", "params": {}}' WHERE tier_id = $1`, [tierId]));
      throw error;
    }
  }
}
