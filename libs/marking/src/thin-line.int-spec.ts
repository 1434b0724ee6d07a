import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ExamWorld } from '../../../test/exam-world.js';

jest.setTimeout(60_000);
let world: ExamWorld;
beforeAll(async () => { world = await ExamWorld.create(); });
afterAll(() => world.drop());

describe('from the paper to the mark', () => {
  it('an exam is prepared, started, saved, submitted, marked once however often it is asked for, and shown after release', async () => {
    const exam = await world.readyExam([1, 2]);
    expect(exam).toMatchObject({ state: 'ready', candidates: 2, counts: { not_started: 2 }, paper: { questions: 3, totalMarks: '6' } });

    const actor = world.candidate(1);
    expect(await world.mine.list(actor)).toMatchObject([{ examId: exam.id, ready: true, state: 'not_started', attemptId: null }]);
    const attempt = await world.attempts.start(actor, exam.id);
    expect(attempt).toMatchObject({ writer: 1, state: 'in_progress', responses: [], candidate: { name: '考生2', unit: { zh: '甲单位' } } });
    expect(attempt.sections[0].questions.map(({ number }) => number)).toEqual([1, 2, 3]);

    expect(await world.save(actor, attempt, 'q1', ['B'], 1)).toMatchObject({ outcome: 'stored', receipt: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await world.save(actor, attempt, 'q2', ['C'], 1)).toMatchObject({ outcome: 'stored' });
    const submission = await world.attempts.submit(actor, attempt.id);
    expect(submission).toMatchObject({ state: 'submitted', submittedBy: 'candidate', answered: 2, questions: 3 });
    expect(await world.attempts.submit(actor, attempt.id)).toEqual(submission);
    expect(await world.outbox('attempt.submitted', attempt.id)).toBe(1);

    await Promise.all(Array.from({ length: 10 }, () => world.marking.handle({ attemptId: attempt.id })));
    expect(await world.outbox('attempt.marked', attempt.id)).toBe(1);
    const marks = await world.dataSource.query('SELECT slot, mark, answered, reason FROM response_mark WHERE attempt_id = $1 ORDER BY slot', [attempt.id]);
    expect(marks).toMatchObject([{ slot: 'q1', mark: '2.0000', answered: true }, { slot: 'q2', mark: '1.5000', answered: true, reason: { rule: 'partial' } }, { slot: 'q3', mark: '0.0000', answered: false }]);

    await expect(world.mine.result(actor, attempt.id)).rejects.toMatchObject({ code: 'attempt.not_released' });
    const released = await world.exams.release(world.organizer(), exam.id);
    expect(released.counts).toMatchObject({ released: 1, not_started: 1 });
    const result = await world.mine.result(actor, attempt.id);
    expect(result).toMatchObject({ totalMark: '3.5', totalMarks: '6', passed: null });
    expect(result.slots.map(({ number }) => number)).toEqual([1, 2, 3]);
    await expect(world.mine.result(world.candidate(2), attempt.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});
