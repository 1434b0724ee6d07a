import type { EntityManager } from 'typeorm';
import type { Progress } from './wall-reader.js';

/** A save is stamped after its lock and seen after its commit, which is at most this much later. */
const overlapSeconds = 4;

interface Recent {
  attempt_id: string;
  last: string;
}

/**
 * How far each attempt of an exam is, kept up to date by looking at the saves of the last seconds alone: the whole log is read once, and after that
 * only the attempts that saved since are counted again.
 */
export class ExamProgress {
  private readonly known = new Map<string, Progress & { last: bigint }>();
  /** By the database's clock: every save accepted before it was seen. */
  private seenUntil: Date | null = null;

  constructor(private readonly examId: string) {}

  /** Brings it up to date and answers all of it. */
  async refresh(manager: EntityManager): Promise<Progress[]> {
    const [{ now }] = await manager.query<{ now: Date }[]>('SELECT kaosai.clock() AS now');
    const touched = this.seenUntil ? await this.touchedSince(manager, this.seenUntil) : await this.all(manager);
    if (touched.length > 0) await this.count(manager, touched);
    this.seenUntil = now;
    return [...this.known.values()];
  }

  private async all(manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>('SELECT id FROM attempt WHERE exam_id = $1', [this.examId]);
    return rows.map(({ id }) => id);
  }

  private async touchedSince(manager: EntityManager, since: Date): Promise<string[]> {
    const rows = await manager.query<Recent[]>(
      `SELECT r.attempt_id, max(r.ord) AS last FROM response_save r JOIN attempt a ON a.id = r.attempt_id AND a.exam_id = $1
       WHERE r.accepted_at > $2::timestamptz - interval '${overlapSeconds} seconds' GROUP BY 1`, [this.examId, since]);
    return rows.filter(({ attempt_id: id, last }) => (this.known.get(id)?.last ?? -1n) < BigInt(last)).map(({ attempt_id: id }) => id);
  }

  private async count(manager: EntityManager, attemptIds: readonly string[]): Promise<void> {
    const rows = await manager.query<{ attempt_id: string; last: string; last_saved_at: Date; answered: number }[]>(
      `SELECT i.id AS attempt_id, s.last, s.last_saved_at, s.answered FROM unnest($1::uuid[]) AS i (id)
       CROSS JOIN LATERAL (SELECT max(r.ord) AS last, max(r.accepted_at) AS last_saved_at FROM response_save r WHERE r.attempt_id = i.id) m
       CROSS JOIN LATERAL (SELECT m.last, m.last_saved_at, (SELECT count(*) FILTER (WHERE kaosai.has_answer(c.body))::int FROM current_response c WHERE c.attempt_id = i.id) AS answered) s
       WHERE s.last IS NOT NULL`, [attemptIds]);
    for (const row of rows) this.known.set(row.attempt_id, { attemptId: row.attempt_id, lastSavedAt: row.last_saved_at, answered: row.answered, last: BigInt(row.last) });
  }
}
