import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ActKind, ActScope, ActView, AttemptView, CarryOutAct as Command } from '#lib/contracts';
import { Attempts, FrozenPapers } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { newId } from '#lib/kernel';
import { createLogger } from '#lib/observability';
import { freezeClock, setClockOffset } from '#lib/testing';
import { ExamWorld } from '../../../test/exam-world.js';
import { AttemptLive, Incidents, InvigilationActs, Presence, Walls } from './index.js';

jest.setTimeout(60_000);
let world: ExamWorld;
let acts: InvigilationActs;
let live: AttemptLive;
let presence: Presence;
let incidents: Incidents;
let walls: Walls;
const logger = createLogger('silent', 'test');

beforeAll(async () => {
  world = await ExamWorld.create(130);
  presence = new Presence(world.transactions, logger);
  acts = new InvigilationActs(world.transactions, world.operations, world.revisions);
  live = new AttemptLive(world.transactions, presence);
  incidents = new Incidents(world.transactions, presence, world.revisions);
  walls = new Walls(world.transactions);
});
afterAll(() => world.drop());
afterEach(() => setClockOffset(world.database.ownerUrl, 0));

interface Sitter { actor: Actor; attempt: AttemptView; candidateId: string }

/** An exam that these people are sitting. */
async function sitting(people: readonly number[], started = people): Promise<{ examId: string; sitters: Sitter[] }> {
  const exam = await world.readyExam(people);
  const sitters: Sitter[] = [];
  for (const index of started) {
    const actor = world.candidate(index);
    const attempt = await world.attempts.start(actor, exam.id);
    const [{ candidate_id: candidateId }] = await world.dataSource.query('SELECT candidate_id FROM attempt WHERE id = $1', [attempt.id]);
    sitters.push({ actor, attempt, candidateId: candidateId as string });
  }
  return { examId: exam.id, sitters };
}

async function carryOut(actor: Actor, examId: string, act: ActKind, more: Partial<Command> = {}): Promise<ActView> {
  const command = { act, scope: { kind: 'exam' } as ActScope, text: '停电', ...more };
  const { digest } = await acts.preview(actor, examId, command);
  return acts.carryOut(actor, examId, { ...command, digest });
}

const timesOf = async ({ attempt }: Sitter) => (await world.dataSource.query('SELECT state, deadline, closes_at, paused_at, submitted_by FROM attempt WHERE id = $1', [attempt.id]))[0] as { state: string; deadline: Date; closes_at: Date; paused_at: Date | null; submitted_by: string | null };

describe('a pause', () => {
  it('makes saves wait, is credited to the millisecond by the database’s clock, and does not end by it', async () => {
    const { examId, sitters: [sitter] } = await sitting([1]);
    const organizer = world.organizer();
    const begun = new Date(Date.parse(sitter.attempt.startedAt) + 10_007);
    await freezeClock(world.database.ownerUrl, begun);
    await carryOut(organizer, examId, 'pause');
    expect(await world.save(sitter.actor, sitter.attempt, 'q1', ['A'], 1)).toMatchObject({ outcome: 'busy' });
    await freezeClock(world.database.ownerUrl, new Date(begun.getTime() + 7_200_000));
    await world.sweeper.sweep();
    expect(await live.view(sitter.actor, sitter.attempt.id)).toMatchObject({ state: 'paused', notices: [{ kind: 'pause', text: '停电', acknowledgedAt: null }] });
    await freezeClock(world.database.ownerUrl, new Date(begun.getTime() + 7_200_004));
    await carryOut(organizer, examId, 'resume');
    expect(await timesOf(sitter)).toMatchObject({ state: 'in_progress', paused_at: null, deadline: new Date(Date.parse(sitter.attempt.deadline) + 7_200_004) });
    expect(await world.save(sitter.actor, sitter.attempt, 'q1', ['A'], 1)).toMatchObject({ outcome: 'stored' });
  });

  it('is ended by the invigilator as of then', async () => {
    const { examId, sitters: [sitter] } = await sitting([2]);
    await carryOut(world.organizer(), examId, 'pause');
    await carryOut(world.organizer(), examId, 'end');
    expect(await timesOf(sitter)).toMatchObject({ state: 'submitted', submitted_by: 'invigilator', paused_at: null });
    expect(await world.outbox('attempt.submitted', sitter.attempt.id)).toBe(1);
  });
});

describe('an act', () => {
  it('reaches exactly whom the preview named, and nobody when somebody else would be reached by now', async () => {
    const { examId, sitters } = await sitting([3, 4, 5], [3, 4]);
    const command = { act: 'extend' as const, scope: { kind: 'exam' } as ActScope, seconds: 300 };
    const preview = await acts.preview(world.organizer(), examId, command);
    expect(preview).toMatchObject({ reached: 2, byState: { in_progress: 2 }, notReachedCount: 1, notReached: [{ why: 'not_started' }], offlineCount: 0, nextSitting: null });
    expect(Date.parse(preview.deadlines!.newLatest) - Date.parse(preview.deadlines!.latest)).toBe(300_000);
    await world.attempts.submit(sitters[1].actor, sitters[1].attempt.id);
    await expect(acts.carryOut(world.organizer(), examId, { ...command, text: '补时', digest: preview.digest })).rejects.toMatchObject({ code: 'act.changed' });
    expect((await timesOf(sitters[0])).deadline.toISOString()).toBe(sitters[0].attempt.deadline);
    expect(await carryOut(world.organizer(), examId, 'extend', { seconds: 300 })).toMatchObject({ targets: 1, done: 1, acknowledged: 0, waiting: [sitters[0].candidateId] });
    expect((await timesOf(sitters[0])).deadline.getTime() - Date.parse(sitters[0].attempt.deadline)).toBe(300_000);
  });

  it('is acknowledged by the candidate’s own page, once', async () => {
    const { examId, sitters } = await sitting([6, 7]);
    const { id } = await carryOut(world.organizer(), examId, 'message', { text: '请检查耳机是否取下' });
    expect(await live.acknowledge(sitters[0].actor, sitters[0].attempt.id, [id])).toEqual({ acknowledged: 1 });
    expect(await live.acknowledge(sitters[0].actor, sitters[0].attempt.id, [id, newId()])).toEqual({ acknowledged: 0 });
    await expect(live.acknowledge(sitters[0].actor, sitters[1].attempt.id, [id])).rejects.toMatchObject({ code: 'object.not_found' });
    expect(await acts.list(world.organizer(), examId)).toMatchObject([{ id, acknowledged: 1, done: 2, waiting: [sitters[1].candidateId] }]);
  });

  it('on more than fifty goes on in chunks, and a second run does nothing twice', async () => {
    const people = Array.from({ length: 70 }, (_, index) => index + 30);
    const { examId, sitters } = await sitting(people);
    const act = await carryOut(world.organizer(), examId, 'extend', { seconds: 60 });
    expect(act).toMatchObject({ targets: 70, done: 50 });
    expect(await acts.finish(act.id, () => Promise.resolve())).toEqual({ examId, done: 70, void: 0 });
    expect(await acts.finish(act.id, () => Promise.resolve())).toEqual({ examId, done: 70, void: 0 });
    for (const sitter of sitters) expect((await timesOf(sitter)).deadline.getTime() - Date.parse(sitter.attempt.deadline)).toBe(60_000);
  });

  it('that gave time can be taken back once, while its end lies two minutes ahead without it', async () => {
    const { examId, sitters: [sitter] } = await sitting([8]);
    const organizer = world.organizer();
    const { id } = await carryOut(organizer, examId, 'extend', { seconds: 60 });
    await carryOut(organizer, examId, 'retract', { undoes: id });
    expect((await timesOf(sitter)).deadline.toISOString()).toBe(sitter.attempt.deadline);
    await expect(carryOut(organizer, examId, 'retract', { undoes: id })).rejects.toMatchObject({ code: 'act.nobody' });
    const late = await carryOut(organizer, examId, 'extend', { seconds: 60 });
    await freezeClock(world.database.ownerUrl, new Date(Date.parse(sitter.attempt.deadline) - 119_000));
    await expect(carryOut(organizer, examId, 'retract', { undoes: late.id })).rejects.toMatchObject({ code: 'act.nobody' });
  });

  it('lets in who came too late, and nobody who sits already', async () => {
    const { examId } = await sitting([9, 10], [9]);
    await freezeClock(world.database.ownerUrl, new Date(Date.now() + 4_000_000));
    await expect(world.attempts.start(world.candidate(10), examId)).rejects.toMatchObject({ code: 'exam.too_late' });
    expect(await carryOut(world.organizer(), examId, 'let_in', { seconds: 600 })).toMatchObject({ targets: 1, done: 1, acknowledged: null });
    expect((await walls.get(world.organizer(), examId)).candidates.map(({ state }) => state).sort()).toEqual(['not_started', 'submitted']);
    expect(await world.attempts.start(world.candidate(10), examId)).toMatchObject({ state: 'in_progress' });
  });

  it('frees an attempt from its device, so that the next one that comes goes on without a takeover', async () => {
    const { examId, sitters: [sitter] } = await sitting([11]);
    const second = { ...sitter.actor, sessionId: newId() };
    const attempts = new Attempts(world.transactions, new FrozenPapers(world.vault), world.revisions);
    expect(await attempts.view(second, sitter.attempt.id)).toMatchObject({ writer: null });
    await carryOut(world.organizer(), examId, 'take_over');
    const taken = await attempts.view(second, sitter.attempt.id);
    expect(taken.writer).toBe(2);
    expect(await world.save(second, taken, 'q1', ['B'], 1)).toMatchObject({ outcome: 'stored' });
    expect(await world.save(sitter.actor, sitter.attempt, 'q1', ['A'], 1)).toMatchObject({ outcome: 'superseded' });
  });

  it('beside saves, extensions, pauses and the sweeper costs nobody a second and never fails', async () => {
    const people = Array.from({ length: 24 }, (_, index) => index + 12 < 30 ? index + 12 : index + 88);
    const { examId, sitters } = await sitting(people);
    const organizer = world.organizer();
    const type = async ({ actor, attempt }: Sitter): Promise<void> => {
      for (let seq = 1; seq <= 10; seq += 1) {
        for (;;) {
          const { outcome } = await world.save(actor, attempt, 'q1', [['A', 'B', 'C', 'D'][seq % 4]], seq);
          expect(['stored', 'busy']).toContain(outcome);
          if (outcome === 'stored') break;
          await new Promise((resume) => setTimeout(resume, 15));
        }
      }
    };
    const attemptAct = (act: ActKind, more: Partial<Command> = {}) => carryOut(organizer, examId, act, more).catch((error: { code: string }) => expect(['act.nobody', 'act.changed']).toContain(error.code));
    const surgery = async (act: ActKind, undo: ActKind): Promise<void> => {
      for (let round = 0; round < 4; round += 1) {
        await attemptAct(act, { seconds: 10, scope: { kind: 'candidates', ids: sitters.filter((_, index) => index % 4 === round).map(({ candidateId }) => candidateId) } });
        await world.sweeper.sweep();
        await attemptAct(undo, { seconds: 5 });
      }
      await attemptAct('resume');
    };
    await Promise.all([...sitters.map(type), surgery('pause', 'resume'), surgery('extend', 'extend')]);
    const rows = await world.dataSource.query(
      `SELECT a.deadline, a.state, (SELECT coalesce(sum((t.became->>'deadline')::timestamptz - (t.was->>'deadline')::timestamptz), '0') FROM act_target t WHERE t.attempt_id = a.id AND t.outcome = 'done')::text AS moved,
         a.deadline - a.started_at = make_interval(secs => 600) + (SELECT coalesce(sum((t.became->>'deadline')::timestamptz - (t.was->>'deadline')::timestamptz), '0') FROM act_target t WHERE t.attempt_id = a.id AND t.outcome = 'done') AS adds_up
       FROM attempt a WHERE a.exam_id = $1`, [examId]) as { state: string; adds_up: boolean }[];
    expect(rows.map(({ state }) => state)).toEqual(sitters.map(() => 'in_progress'));
    expect(rows.every(({ adds_up: addsUp }) => addsUp)).toBe(true);
    const [{ count }] = await world.dataSource.query('SELECT count(*)::int AS count FROM response_save r JOIN attempt a ON a.id = r.attempt_id WHERE a.exam_id = $1', [examId]);
    expect(count).toBe(240);
  });
});

describe('an incident', () => {
  it('is kept once with both clocks, counts until it is ruled on, and rulings follow each other', async () => {
    const { examId, sitters: [sitter] } = await sitting([13]);
    const items = [{ id: newId(), kind: 'focus_lost' as const, at: '2026-11-23T06:00:00.000Z' }, { id: newId(), kind: 'focus_returned' as const, at: '2026-11-23T06:00:12.000Z', seconds: 12 }];
    expect(await incidents.report(sitter.actor, sitter.attempt.id, { items })).toEqual({ kept: 2 });
    expect(await incidents.report(sitter.actor, sitter.attempt.id, { items })).toEqual({ kept: 0 });
    await expect(incidents.report(world.candidate(14), sitter.attempt.id, { items })).rejects.toMatchObject({ code: 'object.not_found' });
    const organizer = world.organizer();
    await incidents.note(organizer, examId, { candidateId: sitter.candidateId, kind: 'talking', note: '与邻座交谈' });
    const wall = await walls.get(organizer, examId);
    expect(wall.candidates[0]).toMatchObject({ openIncidents: 2, violations: 0 });
    expect(wall.incidents).toMatchObject([{ kind: 'talking', note: '与邻座交谈' }, { kind: 'focus_lost', count: 1, seconds: 12 }]);
    const ruled = await incidents.rule(organizer, examId, { incidents: wall.incidents[1].incidents, ruling: 'dismissed', reason: '误触' });
    expect(ruled).toMatchObject([{ ruling: { state: 'dismissed' }, version: 1 }, { version: 1 }]);
    await expect(incidents.rule(organizer, examId, { incidents: wall.incidents[1].incidents, ruling: 'violation', reason: '重看录像' })).rejects.toMatchObject({ code: 'version.stale', params: { current: 1 } });
    await incidents.rule(organizer, examId, { incidents: ruled.map(({ id, version }) => ({ id, version })), ruling: 'violation', reason: '重看录像' });
    expect((await walls.get(organizer, examId)).candidates[0]).toMatchObject({ openIncidents: 1, violations: 2 });
    expect((await incidents.list(organizer, examId, { state: 'violation' })).items).toHaveLength(2);
  });

  it('is refused when a page reports without end, and answers are saved all the same', async () => {
    const { sitters: [sitter] } = await sitting([15]);
    const batch = () => ({ items: Array.from({ length: 20 }, () => ({ id: newId(), kind: 'copy' as const, at: new Date().toISOString() })) });
    for (let round = 0; round < 3; round += 1) await incidents.report(sitter.actor, sitter.attempt.id, batch());
    await expect(incidents.report(sitter.actor, sitter.attempt.id, batch())).rejects.toMatchObject({ code: 'request.rate_limited' });
    expect(await world.save(sitter.actor, sitter.attempt, 'q1', ['A'], 1)).toMatchObject({ outcome: 'stored' });
  });
});

describe('presence', () => {
  it('calls nobody offline who never beat, and one who did after 25 s, or soon after the socket closed, until a save', async () => {
    const { examId, sitters: [sitter, quiet] } = await sitting([16, 17]);
    const offline = async () => Object.fromEntries((await walls.get(world.organizer(), examId)).candidates.map(({ id, offlineSince }) => [id, offlineSince !== null]));
    presence.seen(sitter.attempt.id, 2);
    await presence.flush();
    expect(await offline()).toEqual({ [sitter.candidateId]: false, [quiet.candidateId]: false });
    await setClockOffset(world.database.ownerUrl, 26_000);
    expect(await offline()).toEqual({ [sitter.candidateId]: true, [quiet.candidateId]: false });
    await world.save(sitter.actor, sitter.attempt, 'q1', ['A'], 1);
    expect(await offline()).toEqual({ [sitter.candidateId]: false, [quiet.candidateId]: false });
    presence.gone(sitter.attempt.id);
    await presence.flush();
    await setClockOffset(world.database.ownerUrl, 33_000);
    expect(await offline()).toEqual({ [sitter.candidateId]: true, [quiet.candidateId]: false });
  });
});
