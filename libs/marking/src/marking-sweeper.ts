import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { appendManyToOutbox, Transactions } from '#lib/database';
import { mayRelease, releaseMarked } from '#lib/exam';
import { LOGGER, type Logger } from '#lib/observability';
import { Repetition } from '#lib/queue';

const interval = 10_000;
/** An attempt that nobody has marked for so long is asked for again. */
const patience = 20;

/** Finds, from the database alone, what the queue has lost: submitted and not marked, marked and not released. */
@Injectable()
export class MarkingSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repetition: Repetition;

  constructor(private readonly transactions: Transactions, private readonly config: AppConfig, @Inject(LOGGER) logger: Logger) {
    this.repetition = new Repetition(() => this.sweep(), interval, logger, 'marking sweep');
  }

  onApplicationBootstrap(): void {
    if (this.config.sweepers) this.repetition.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repetition.stop();
  }

  /** Asks again for the marking of attempts submitted at least `seconds` ago; answers how many. A request on its way, or among the dead letters, is not repeated. */
  async sweep(seconds = patience): Promise<number> {
    const stuck = await this.transactions.run(async (manager) => {
      const rows = await manager.query<{ id: string }[]>(
        `SELECT a.id FROM attempt a WHERE a.state = 'submitted' AND a.submitted_at < kaosai.clock() - make_interval(secs => $1)
           AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.done_at IS NULL AND o.topic = 'attempt.submitted' AND o.payload->>'attemptId' = a.id::text)
           AND NOT EXISTS (SELECT 1 FROM response_mark m WHERE m.attempt_id = a.id AND m.state = 'awaiting')
         ORDER BY a.id LIMIT 500 FOR NO KEY UPDATE OF a SKIP LOCKED`, [seconds]);
      await appendManyToOutbox(manager, 'attempt.submitted', rows.map(({ id: attemptId }) => ({ attemptId })));
      return rows.length;
    });
    const unreleased = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT DISTINCT e.id FROM exam e JOIN attempt a ON a.exam_id = e.id WHERE a.state = 'marked' AND ${mayRelease}`);
    for (const { id } of unreleased) await releaseMarked(this.transactions, id);
    return stuck;
  }
}
