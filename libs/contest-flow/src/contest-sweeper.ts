import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { lockHeat, raiseHeat } from '#lib/competition';
import { AppConfig } from '#lib/config';
import { Transactions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';
import { Repetition } from '#lib/queue';
import { ReadyHeats } from './contest-handlers.js';
import { takeOverExamResults } from './exam-results.js';

const interval = 1_000;

/** Finds, from the database alone, what no event tells or what was lost: who never started, marked attempts without a result, exams that are ready or have failed. */
@Injectable()
export class ContestSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repetition: Repetition;

  constructor(private readonly transactions: Transactions, private readonly readyHeats: ReadyHeats, private readonly config: AppConfig, @Inject(LOGGER) logger: Logger) {
    this.repetition = new Repetition(() => this.sweep(), interval, logger, 'contest sweep');
  }

  onApplicationBootstrap(): void {
    if (this.config.sweepers) this.repetition.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repetition.stop();
  }

  /** Looks once; answers how many results were taken over. */
  async sweep(): Promise<number> {
    await this.settleExams();
    const due = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT g.id FROM stage g JOIN heat h ON h.id = g.heat_id AND h.state NOT IN ('confirmed', 'published') JOIN exam x ON x.id = g.exam_id
       WHERE EXISTS (SELECT 1 FROM entry n LEFT JOIN stage_result r ON r.stage_id = g.id AND r.entry_id = n.id LEFT JOIN attempt a ON a.exam_id = x.id AND a.person_id = n.person_id
         WHERE n.heat_id = g.heat_id AND n.state = 'entered' AND ((r.entry_id IS NULL AND a.id IS NULL AND kaosai.clock() > x.late_until + interval '3 seconds')
           OR ((r.entry_id IS NULL OR r.state = 'absent') AND a.state IN ('marked', 'released', 'cancelled') AND a.marked_at < kaosai.clock() - interval '5 seconds')))
       ORDER BY g.id`);
    let taken = 0;
    for (const { id } of due) taken += await this.transactions.run((manager) => takeOverExamResults(manager, id));
    return taken;
  }

  private async settleExams(): Promise<void> {
    const exams = await this.transactions.reader.query<{ id: string; state: string; problem: unknown }[]>(
      `SELECT DISTINCT x.id, x.state, x.problem FROM heat h JOIN stage s ON s.heat_id = h.id JOIN exam x ON x.id = s.exam_id
       WHERE (h.state IN ('preparing', 'setup') AND x.state = 'failed') OR (h.state IN ('preparing', 'failed') AND x.state = 'ready')`);
    for (const { id, state, problem } of exams) {
      if (state === 'ready') await this.readyHeats.handle({ examId: id });
      else await this.showFailure(id, problem);
    }
  }

  private async showFailure(examId: string, problem: unknown): Promise<void> {
    await this.transactions.run(async (manager) => {
      const heats = await manager.query<{ heat_id: string }[]>('SELECT DISTINCT heat_id FROM stage WHERE exam_id = $1 ORDER BY heat_id', [examId]);
      for (const { heat_id } of heats) {
        const heat = await lockHeat(manager, heat_id);
        await manager.query(`UPDATE heat SET state = 'failed', problem = $2, version = version + 1 WHERE id = $1 AND state IN ('preparing', 'setup')`, [heat_id, problem]);
        await raiseHeat(manager, heat);
      }
    });
  }
}
