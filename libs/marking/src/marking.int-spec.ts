import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClockOffset } from '#lib/testing';
import { ExamWorld } from '../../../test/exam-world.js';

jest.setTimeout(60_000);
let world: ExamWorld;
beforeAll(async () => { world = await ExamWorld.create(30); });
afterAll(() => world.drop());
afterEach(() => setClockOffset(world.database.ownerUrl, 0));

const letters = ['A', 'B', 'C', 'D'];

describe('marking', () => {
  it('is exactly once in effect under repeated and concurrent delivery, and adds up', async () => {
    const people = Array.from({ length: 20 }, (_, index) => index + 1);
    const exam = await world.readyExam(people);
    const attempts = await Promise.all(people.map(async (index) => {
      const actor = world.candidate(index);
      const attempt = await world.attempts.start(actor, exam.id);
      await world.save(actor, attempt, 'q1', [letters[index % 4]], 1);
      await world.save(actor, attempt, 'q2', letters.slice(0, 1 + (index % 3)), 2);
      await world.attempts.submit(actor, attempt.id);
      return attempt.id;
    }));
    const deliveries = [...attempts, ...attempts, ...attempts].reverse();
    await Promise.all(deliveries.map((attemptId) => world.marking.handle({ attemptId })));
    for (const attemptId of attempts) expect(await world.outbox('attempt.marked', attemptId)).toBe(1);
    const [sums] = await world.dataSource.query(
      `SELECT count(*)::int AS marks, count(DISTINCT m.attempt_id)::int AS attempts, bool_and(a.total_mark = t.total) AS equal FROM response_mark m JOIN attempt a ON a.id = m.attempt_id
       JOIN (SELECT attempt_id, sum(mark) AS total FROM response_mark GROUP BY 1) t ON t.attempt_id = a.id WHERE a.exam_id = $1`, [exam.id]);
    expect(sums).toEqual({ marks: 60, attempts: 20, equal: true });
    expect((await world.exams.get(world.organizer(), exam.id)).counts).toMatchObject({ marked: 20 });
  });

  it('counts the current response alone: no superseded one, none of a writer that was lost', async () => {
    const exam = await world.readyExam([21]);
    const first = world.candidate(21);
    const second = { ...first, sessionId: world.candidate(21).sessionId };
    const attempt = await world.attempts.start(first, exam.id);
    await world.save(first, attempt, 'q1', ['A'], 1);
    const taken = await world.attempts.takeover(second, attempt.id, {});
    await world.save(second, taken, 'q1', ['B'], 5);
    await world.save(second, taken, 'q1', ['C'], 4);
    await world.save(first, attempt, 'q1', ['D'], 9);
    await world.attempts.submit(second, attempt.id);
    await world.marking.handle({ attemptId: attempt.id });
    expect(await world.dataSource.query("SELECT mark, reason->>'given' AS given FROM response_mark WHERE attempt_id = $1 AND slot = 'q1'", [attempt.id])).toEqual([{ mark: '2.0000', given: 'B' }]);
  });

  it('leaves an attempt alone that still goes on, and an unknown one', async () => {
    const exam = await world.readyExam([22]);
    const attempt = await world.attempts.start(world.candidate(22), exam.id);
    await world.marking.handle({ attemptId: attempt.id });
    await world.marking.handle({ attemptId: exam.id });
    expect((await world.exams.get(world.organizer(), exam.id)).counts.in_progress).toBe(1);
  });

  it('shows the mark at once when the exam releases what is marked, also to those who are marked later', async () => {
    const exam = await world.readyExam([23, 24]);
    const [a, b] = [world.candidate(23), world.candidate(24)];
    const [one, two] = [await world.attempts.start(a, exam.id), await world.attempts.start(b, exam.id)];
    await world.attempts.submit(a, one.id);
    await world.marking.handle({ attemptId: one.id });
    expect((await world.exams.release(world.organizer(), exam.id)).counts).toMatchObject({ released: 1, in_progress: 1 });
    await world.attempts.submit(b, two.id);
    await world.marking.handle({ attemptId: two.id });
    expect(await world.mine.result(b, two.id)).toMatchObject({ totalMark: '0', slots: [{ answered: false }, { answered: false }, { answered: false }] });
  });
});

describe('the marking sweeper', () => {
  it('asks again for what the queue has lost, once, and finishes an interrupted release', async () => {
    const exam = await world.readyExam([25, 26]);
    const [a, b] = [world.candidate(25), world.candidate(26)];
    const [one, two] = [await world.attempts.start(a, exam.id), await world.attempts.start(b, exam.id)];
    await world.attempts.submit(a, one.id);
    await world.attempts.submit(b, two.id);
    await world.dataSource.query("UPDATE outbox SET done_at = kaosai.clock() WHERE topic = 'attempt.submitted' AND payload->>'attemptId' = $1", [one.id]);
    await setClockOffset(world.database.ownerUrl, 30_000);
    expect(await world.markingSweeper.sweep()).toBe(1);
    expect(await world.markingSweeper.sweep()).toBe(0);
    expect(await world.outbox('attempt.submitted', one.id)).toBe(2);
    expect(await world.outbox('attempt.submitted', two.id)).toBe(1);

    await world.marking.handle({ attemptId: one.id });
    await world.dataSource.query("UPDATE exam SET release = 'when_marked' WHERE id = $1", [exam.id]);
    await world.markingSweeper.sweep();
    expect(await world.mine.result(a, one.id)).toMatchObject({ totalMark: '0' });
  });
});
