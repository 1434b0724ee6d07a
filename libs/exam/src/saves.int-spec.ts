import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AttemptView, ResponseBody, SaveItem } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { freezeClock, setClockOffset } from '#lib/testing';
import pg from 'pg';
import { ExamWorld, shownIds } from '../../../test/exam-world.js';
import { AttemptBindings, SaveGroups, Saves } from './index.js';

jest.setTimeout(60_000);
let world: ExamWorld;
beforeAll(async () => { world = await ExamWorld.create(60); });
afterAll(() => world.drop());
afterEach(() => setClockOffset(world.database.ownerUrl, 0));

async function sitting(index = 1, options: Parameters<ExamWorld['readyExam']>[1] = {}): Promise<{ actor: Actor; attempt: AttemptView }> {
  const exam = await world.readyExam([index], { shuffle: false, ...options });
  const actor = world.candidate(index);
  return { actor, attempt: await world.attempts.start(actor, exam.id) };
}

const item = (attempt: AttemptView, slot: string, chosen: string[], seq: number): SaveItem => ({ slot, writer: attempt.writer as number, seq, body: { chosen: shownIds(attempt, slot, chosen) } });
/** What was chosen, in the author's letters. */
const letters = (body: ResponseBody): string[] | undefined => body.chosen?.map((id) => String.fromCharCode(64 + Number(id)));
const rowsOf = (attemptId: string) => world.dataSource.query('SELECT slot, writer, seq, body, superseded FROM response_save WHERE attempt_id = $1 ORDER BY ord', [attemptId]);
const currentOf = async (actor: Actor, attemptId: string) => Object.fromEntries((await world.attempts.view(actor, attemptId)).responses.map(({ slot, body }) => [slot, letters(body)]));

describe('the moment that decides', () => {
  it('is the database clock: a save at closes_at counts, one a microsecond later does not, and its replay still gets the first answer', async () => {
    const { actor, attempt } = await sitting(1, { durationSeconds: 60, graceSeconds: 5 });
    expect(new Date(attempt.closesAt).getTime() - new Date(attempt.deadline).getTime()).toBe(5_000);
    await freezeClock(world.database.ownerUrl, attempt.closesAt.replace('Z', '000Z'));
    const last = await world.save(actor, attempt, 'q1', ['A'], 1);
    expect(last).toMatchObject({ outcome: 'stored', savedAt: attempt.closesAt });

    await freezeClock(world.database.ownerUrl, attempt.closesAt.replace('Z', '001Z'));
    expect(await world.save(actor, attempt, 'q1', ['B'], 2)).toEqual({ slot: 'q1', writer: 1, seq: 2, outcome: 'closed', savedAt: null, receipt: null });
    expect(await world.save(actor, attempt, 'q1', ['A'], 1)).toEqual({ ...last, outcome: 'replay' });
    expect(await rowsOf(attempt.id)).toHaveLength(1);
  });

  it('is read again after an extension: who was refused before is taken after', async () => {
    const exam = await world.readyExam([2], { shuffle: false, durationSeconds: 60 });
    const actor = world.candidate(2);
    const attempt = await world.attempts.start(actor, exam.id);
    await world.runOperation(await world.exams.extend(world.organizer(), exam.id, { seconds: 30, reason: '停电' }));
    await freezeClock(world.database.ownerUrl, new Date(new Date(attempt.closesAt).getTime() + 30_000));
    const answer = await world.saves.save(actor, attempt.id, { items: [item(attempt, 'q1', ['A'], 1)] });
    expect(answer.acks[0].outcome).toBe('stored');
    expect(new Date(answer.closesAt).getTime() - new Date(attempt.closesAt).getTime()).toBe(30_000);
  });
});

describe('a save', () => {
  it('answers a replay as the first time and refuses another body under the same number', async () => {
    const { actor, attempt } = await sitting(3);
    const first = await world.save(actor, attempt, 'q2', ['A', 'C'], 7);
    expect(await world.save(actor, attempt, 'q2', ['C', 'A'], 7)).toEqual({ ...first, outcome: 'replay' });
    expect(await world.save(actor, attempt, 'q2', ['A'], 7)).toMatchObject({ outcome: 'conflict', savedAt: null, receipt: null });
    expect(await currentOf(actor, attempt.id)).toEqual({ q2: ['A', 'C'] });
  });

  it('gives a receipt that the candidate can check', async () => {
    const { actor, attempt } = await sitting(4);
    const { savedAt, receipt } = await world.save(actor, attempt, 'q1', ['C'], 1);
    const bodyHash = createHash('sha256').update('{"chosen":["3"]}').digest('hex');
    expect(receipt).toBe(createHash('sha256').update([attempt.id, 'q1', 1, 1, bodyHash, savedAt].join('|')).digest('hex'));
    const submission = await world.attempts.submit(actor, attempt.id);
    expect(submission.receipt).toBe(createHash('sha256').update(Buffer.from(receipt as string, 'hex')).digest('hex'));
  });

  it('that comes late, below its own writer’s greatest number, is kept but never current', async () => {
    const { actor, attempt } = await sitting(5);
    await world.save(actor, attempt, 'q1', ['B'], 5);
    expect(await world.save(actor, attempt, 'q1', ['A'], 4)).toMatchObject({ outcome: 'superseded', receipt: expect.any(String) });
    expect(await currentOf(actor, attempt.id)).toEqual({ q1: ['B'] });
    expect(await rowsOf(attempt.id)).toHaveLength(2);
  });

  it('is refused whole when one part of it does not fit the form', async () => {
    const { actor, attempt } = await sitting(6);
    const bad = (part: Partial<SaveItem>) => world.saves.save(actor, attempt.id, { items: [item(attempt, 'q1', ['A'], 1), { ...item(attempt, 'q2', ['A'], 2), ...part }] });
    await expect(bad({ slot: 'q9' })).rejects.toMatchObject({ code: 'attempt.slot_unknown', errors: [{ path: 'items.1.slot' }] });
    await expect(bad({ body: { chosen: ['Z'] } })).rejects.toMatchObject({ code: 'attempt.body_invalid' });
    await expect(bad({ writer: 99 })).rejects.toMatchObject({ code: 'attempt.writer_lost' });
    expect(await rowsOf(attempt.id)).toEqual([]);
  });

  it('is nobody else’s business', async () => {
    const { attempt } = await sitting(7);
    await expect(world.saves.save(world.candidate(8), attempt.id, { items: [item(attempt, 'q1', ['A'], 1)] })).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(world.saves.save(world.organizer(), attempt.id, { items: [item(attempt, 'q1', ['A'], 1)] })).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('two devices', () => {
  it('never share a number: the second sees but does not write until it takes over, and what the first still sends is kept as superseded', async () => {
    const { actor: first, attempt } = await sitting(9);
    const second = { ...first, sessionId: world.candidate(9).sessionId };
    await world.save(first, attempt, 'q1', ['A'], 1);

    const seen = await world.attempts.view(second, attempt.id);
    expect(seen).toMatchObject({ writer: null, responses: [{ slot: 'q1', body: { chosen: ['1'] } }] });
    await expect(world.saves.save(second, attempt.id, { items: [item(attempt, 'q1', ['D'], 2)] })).rejects.toMatchObject({ code: 'attempt.writer_lost' });

    const taken = await world.attempts.takeover(second, attempt.id, { reason: '换机' });
    expect(taken.writer).toBe(2);
    expect(await world.save(second, taken, 'q1', ['B'], 1)).toMatchObject({ outcome: 'stored' });
    expect(await world.save(first, attempt, 'q1', ['C'], 2)).toMatchObject({ outcome: 'superseded' });
    expect(await world.attempts.view(first, attempt.id)).toMatchObject({ writer: null, responses: [{ body: { chosen: ['2'] } }] });
    const [{ count }] = await world.dataSource.query("SELECT count(*)::int AS count FROM audit_event WHERE action = 'attempt.takeover' AND object_id = $1", [attempt.id]);
    expect(count).toBe(1);
  });

  it('a reload gets a writer of its own, and the page before it no longer counts', async () => {
    const { actor, attempt } = await sitting(10);
    const reloaded = await world.attempts.view(actor, attempt.id);
    expect(reloaded.writer).toBe(2);
    expect(await world.save(actor, attempt, 'q1', ['A'], 1)).toMatchObject({ outcome: 'superseded' });
    expect(await world.save(actor, reloaded, 'q1', ['B'], 1)).toMatchObject({ outcome: 'stored' });
    expect(await currentOf(actor, attempt.id)).toEqual({ q1: ['B'] });
  });
});

describe('group commit', () => {
  it('stores what comes in together once each, shares the answer of the same save and tells a conflict', async () => {
    const { actor, attempt } = await sitting(11);
    const send = (chosen: string[], seq: number) => world.save(actor, attempt, 'q2', chosen, seq);
    await world.save(actor, attempt, 'q1', ['A'], 1);
    const answers = await Promise.all([send(['A'], 1), send(['A'], 1), send(['B'], 1), send(['C'], 2), send(['D'], 3)]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'conflict', 'stored', 'stored']);
    expect(answers[0]).toEqual(answers[1]);
    expect(await currentOf(actor, attempt.id)).toEqual({ q1: ['A'], q2: ['D'] });
    expect(await rowsOf(attempt.id)).toHaveLength(4);
  });

  it('of many candidates in two processes, beside an extension of the room and the sweeper, loses nothing, doubles nothing and never fails', async () => {
    const people = Array.from({ length: 40 }, (_, index) => index + 12);
    const exam = await world.readyExam(people, { shuffle: false });
    const sitters = await Promise.all(people.map(async (index) => {
      const actor = world.candidate(index);
      return { actor, attempt: await world.attempts.start(actor, exam.id) };
    }));
    const processes = [world.saves, world.otherProcess()];
    const acknowledged = new Map<string, string[]>();
    const type = async ({ actor, attempt }: (typeof sitters)[number], which: number): Promise<void> => {
      for (let seq = 1; seq <= 12; seq += 1) {
        const chosen = [['A', 'B', 'C', 'D'][seq % 4]];
        const { acks: [ack] } = await processes[(which + seq) % 2].save(actor, attempt.id, { items: [item(attempt, 'q1', chosen, seq)] });
        expect(ack.outcome).toBe('stored');
        acknowledged.set(attempt.id, chosen);
      }
    };
    const extensions = (async () => {
      for (let round = 0; round < 3; round += 1) {
        expect(await world.runOperation(await world.exams.extend(world.organizer(), exam.id, { seconds: 10, reason: '补时' }))).toMatchObject({ extended: 40 });
        await world.sweeper.sweep();
      }
    })();
    await Promise.all([...sitters.map(type), extensions]);

    const [{ rows }] = await world.dataSource.query("SELECT count(*)::int AS rows FROM response_save r JOIN attempt a ON a.id = r.attempt_id WHERE a.exam_id = $1", [exam.id]);
    expect(rows).toBe(40 * 12);
    for (const { actor, attempt } of sitters) expect(await currentOf(actor, attempt.id)).toEqual({ q1: acknowledged.get(attempt.id) });
    const closes = await world.dataSource.query('SELECT id, closes_at FROM attempt WHERE exam_id = $1', [exam.id]) as { id: string; closes_at: Date }[];
    for (const { id, closes_at: closesAt } of closes) expect(closesAt.getTime() - new Date(sitters.find(({ attempt }) => attempt.id === id)!.attempt.closesAt).getTime()).toBe(30_000);
  });

  it('waits singly for an attempt that somebody else holds, and says busy when it stays so', async () => {
    const { actor, attempt } = await sitting(53);
    const hold = async (milliseconds: number): Promise<void> => {
      await world.dataSource.transaction(async (manager) => {
        await manager.query('SELECT 1 FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attempt.id]);
        await new Promise((resume) => setTimeout(resume, milliseconds));
      });
    };
    const [, short] = await Promise.all([hold(400), new Promise((resume) => setTimeout(resume, 100)).then(() => world.save(actor, attempt, 'q1', ['A'], 1))]);
    expect(short.outcome).toBe('stored');
    const [, long] = await Promise.all([hold(5_000), new Promise((resume) => setTimeout(resume, 100)).then(() => world.save(actor, attempt, 'q1', ['B'], 2))]);
    expect(long).toMatchObject({ outcome: 'busy', receipt: null });
    expect(await world.save(actor, attempt, 'q1', ['B'], 2)).toMatchObject({ outcome: 'stored' });
  });
});

describe('a database that does not answer', () => {
  it('makes nobody wait for ever: saves are refused, come again, and are then stored once', async () => {
    const { actor, attempt } = await sitting(54);
    const groups = new SaveGroups(world.transactions);
    groups.patience = 200;
    const saves = new Saves(new AttemptBindings(world.transactions, world.vault), groups);
    const send = () => saves.save(actor, attempt.id, { items: [item(attempt, 'q1', ['A'], 1)] });
    await saves.save(actor, attempt.id, { items: [item(attempt, 'q2', ['A'], 1)] });
    const owner = new pg.Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN; LOCK TABLE kaosai.response_save IN ACCESS EXCLUSIVE MODE');
    const first = send();
    await expect(first).rejects.toMatchObject({ code: 'service.unavailable' });
    await expect(send()).rejects.toMatchObject({ code: 'service.unavailable' });
    await owner.query('COMMIT');
    await owner.end();
    for (;;) {
      const outcome = await send().then(({ acks: [ack] }) => ack.outcome, () => null);
      if (outcome) expect(outcome).toBe('replay');
      if (outcome) break;
      await new Promise((resume) => setTimeout(resume, 20));
    }
    expect(await rowsOf(attempt.id)).toHaveLength(2);
  });
});

describe('the app’s role', () => {
  it.each(["UPDATE response_save SET superseded = true", 'DELETE FROM response_save', 'TRUNCATE response_save'])('may not %s', async (statement) => {
    await expect(world.dataSource.query(statement)).rejects.toThrow(/permission denied/);
  });
});
