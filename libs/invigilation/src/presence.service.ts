import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Transactions } from '#lib/database';
import { ownAttempt } from '#lib/exam';
import { type Actor, requireAllowed } from '#lib/identity';
import { LOGGER, type Logger } from '#lib/observability';

const interval = 5_000;
const remembered = 20_000;

interface Life {
  /** By this process's monotonic clock. */
  at: number;
  gone: boolean;
  /** Null: as it was. */
  unsent: number | null;
}

/**
 * Which candidates' pages are there. Kept in memory and written by each process once in five seconds, in one statement for all of them, however many
 * beat (docs/decisions: presence). Any number of processes may hear the same page: the later sign of life wins.
 */
@Injectable()
export class Presence implements BeforeApplicationShutdown {
  private heard = new Map<string, Life>();
  private readonly attempts = new Map<string, { personId: string; examId: string }>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly transactions: Transactions, @Inject(LOGGER) private readonly logger: Logger) {}

  /** A sign of life. `unsent`: answers the page still holds; null when it did not say. */
  seen(attemptId: string, unsent: number | null): void {
    this.hear(attemptId, { at: performance.now(), gone: false, unsent: unsent ?? this.heard.get(attemptId)?.unsent ?? null });
  }

  /** The page's socket has closed. If it comes back or saves, it was never gone. */
  gone(attemptId: string): void {
    this.hear(attemptId, { at: performance.now(), gone: true, unsent: this.heard.get(attemptId)?.unsent ?? null });
  }

  /** @throws DomainError `object.not_found` unless the attempt is the actor's own. Whose it is never changes, and is looked up once. */
  async requireOwn(actor: Actor, attemptId: string): Promise<void> {
    const own = this.attempts.get(attemptId) ?? await this.lookUp(attemptId);
    requireAllowed(actor, 'attempt.sit', own ? ownAttempt(own.personId, own.examId) : { paths: [] });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  /** Writes what was heard since the last time. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.heard.size === 0) return;
    const lives = [...this.heard].sort(([a], [b]) => (a < b ? -1 : 1));
    this.heard = new Map();
    const now = performance.now();
    try {
      await this.transactions.reader.query(
        `INSERT INTO attempt_presence AS p (attempt_id, seen_at, gone_at, unsent)
         SELECT i.id, kaosai.clock() - make_interval(secs => i.age), CASE WHEN i.gone THEN kaosai.clock() - make_interval(secs => i.age) END, coalesce(i.unsent, 0)
         FROM unnest($1::uuid[], $2::float8[], $3::boolean[], $4::int[]) AS i (id, age, gone, unsent)
         ON CONFLICT (attempt_id) DO UPDATE SET seen_at = greatest(p.seen_at, excluded.seen_at),
           gone_at = CASE WHEN excluded.seen_at >= p.seen_at THEN excluded.gone_at ELSE p.gone_at END,
           unsent = CASE WHEN excluded.seen_at >= p.seen_at THEN excluded.unsent ELSE p.unsent END`,
        [lives.map(([id]) => id), lives.map(([, { at }]) => (now - at) / 1000), lives.map(([, { gone }]) => gone), lives.map(([, { unsent }]) => unsent)]);
    } catch (error) {
      this.logger.warn({ err: error }, 'signs of life not written');
    }
  }

  private async lookUp(attemptId: string): Promise<{ personId: string; examId: string } | null> {
    const [row] = await this.transactions.reader.query<{ person_id: string; exam_id: string }[]>('SELECT person_id, exam_id FROM attempt WHERE id = $1', [attemptId]);
    if (!row) return null;
    if (this.attempts.size >= remembered) this.attempts.clear();
    const own = { personId: row.person_id, examId: row.exam_id };
    this.attempts.set(attemptId, own);
    return own;
  }

  private hear(attemptId: string, life: Life): void {
    this.heard.set(attemptId, life);
    this.timer ??= setTimeout(() => void this.flush(), interval).unref();
  }
}
