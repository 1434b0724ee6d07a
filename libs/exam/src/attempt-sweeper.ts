import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { databaseNow, Transactions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';
import { Repetition } from '#lib/queue';
import type { EntityManager } from 'typeorm';
import { closeAttempt, lockAttempts } from './close-attempt.js';
import { ExamRevisions } from './exam-revisions.js';

const interval = 1_000;
const chunk = 50;

/** Submits whoever let the time run out, as of the closing time. Nothing depends on it having run: late saves are refused all the same. */
@Injectable()
export class AttemptSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repetition: Repetition;

  constructor(
    private readonly transactions: Transactions, private readonly revisions: ExamRevisions, private readonly config: AppConfig, @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.repetition = new Repetition(() => this.sweep(), interval, logger, 'closing sweep');
  }

  onApplicationBootstrap(): void {
    if (this.config.sweepers) this.repetition.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repetition.stop();
  }

  /** Closes every attempt whose time is over; answers how many. What cannot be closed is logged and left for the next sweep. */
  async sweep(): Promise<number> {
    const broken = new Set<string>();
    let closed = 0;
    for (;;) {
      const chunkResult = await this.sweepChunk(broken);
      closed += chunkResult.closed.length;
      for (const examId of new Set(chunkResult.closed)) this.revisions.touch(examId);
      if (chunkResult.found === 0) return closed;
    }
  }

  private async sweepChunk(broken: Set<string>): Promise<{ found: number; closed: string[] }> {
    return this.transactions.run(async (manager) => {
      const due = await manager.query<{ id: string }[]>(
        `SELECT id FROM attempt WHERE state = 'in_progress' AND closes_at < kaosai.clock() AND id <> ALL($1::uuid[]) ORDER BY closes_at, id LIMIT ${chunk}`, [[...broken]]);
      const attempts = await lockAttempts(manager, due.map(({ id }) => id), true);
      const now = await databaseNow(manager);
      const closed: string[] = [];
      for (const attempt of attempts) {
        const done = await this.inSavepoint(manager, attempt.id, () => closeAttempt(manager, attempt, { type: 'close' }, now));
        if (!done) broken.add(attempt.id);
        else if (done !== attempt) closed.push(attempt.examId);
      }
      return { found: attempts.length, closed };
    });
  }

  /** One broken attempt must not block the others. */
  private async inSavepoint<T>(manager: EntityManager, attemptId: string, work: () => Promise<T>): Promise<T | null> {
    await manager.query('SAVEPOINT one');
    try {
      const result = await work();
      await manager.query('RELEASE SAVEPOINT one');
      return result;
    } catch (error) {
      await manager.query('ROLLBACK TO SAVEPOINT one');
      this.logger.error({ attemptId, err: error }, 'attempt not closed');
      return null;
    }
  }
}
