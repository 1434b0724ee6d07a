import { databaseNow, raiseRevision, Transactions } from '#lib/database';
import { lockAttempts } from './close-attempt.js';
import { transition } from './attempt-state.js';

/** Whether marks of `exam e` may be shown at this moment. */
export const mayRelease = "(e.release = 'when_marked' OR (e.release = 'at_time' AND e.release_at <= kaosai.clock()))";

const chunk = 50;

/** Releases the marked attempts of an exam whose marks may be shown, in chunks with their own commit; answers how many. */
export async function releaseMarked(transactions: Transactions, examId: string): Promise<number> {
  for (let released = 0; ;) {
    const count = await transactions.run(async (manager) => {
      const due = await manager.query<{ id: string }[]>(
        `SELECT a.id FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.exam_id = $1 AND a.state = 'marked' AND ${mayRelease} ORDER BY a.id LIMIT ${chunk}`, [examId]);
      const attempts = await lockAttempts(manager, due.map(({ id }) => id));
      const now = await databaseNow(manager);
      const ids = attempts.filter((attempt) => transition(attempt, { type: 'release' }, now)).map(({ id }) => id);
      await manager.query("UPDATE attempt SET state = 'released', released_at = $2, version = version + 1 WHERE id = ANY($1::uuid[])", [ids, now]);
      for (const id of ids) await raiseRevision(manager, `attempt:${id}`);
      return ids.length;
    });
    if (count === 0) return released;
    released += count;
  }
}
