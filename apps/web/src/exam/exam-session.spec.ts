import { describe, expect, it } from '@jest/globals';
import type { AttemptLiveView, AttemptView, SaveAck, SaveItem, SaveOutcome } from '#lib/contracts';
import { NetworkError, ProblemError } from '../api/problem-error.js';
import { ServerClock } from '../clock/server-clock.js';
import { ExamSession, type ExamServices } from './exam-session.js';
import type { Edit } from './outbox.js';

const start = Date.parse('2026-11-23T06:00:00.000Z');
const instant = (ms: number): string => new Date(ms).toISOString();

/** A server, a device and its clock, all by hand. */
function makeHall(options: { writer?: number | null; kept?: Edit[] } = {}) {
  const hall = { now: start, reachable: true, outcome: 'stored' as SaveOutcome, problem: null as ProblemError | null, closesAt: start + 60_000, saved: [] as SaveItem[], submits: 0, kept: new Map((options.kept ?? []).map((edit) => [edit.slot, edit])) };
  const timers: { at: number; act: () => void }[] = [];
  const reach = (): void => {
    if (!hall.reachable) throw new NetworkError('cut');
    if (hall.problem) throw hall.problem;
  };
  const attempt = (writer: number | null): AttemptView => ({
    id: 'a1', examId: 'e1', title: { zh: '笔试' }, mode: 'closed', navigation: 'free', sectionSeconds: null, step: null, earliestSubmitAt: null, largerText: false, candidate: { name: '陈', staffNumber: null, admissionNumber: '1', unit: { zh: '一' } }, state: 'in_progress', startedAt: instant(start), deadline: instant(start + 60_000), closesAt: instant(start + 60_000), durationSeconds: 60,
    now: instant(hall.now), writer, sections: [], references: [], responses: [], submission: null,
  });
  const clock = new ServerClock(() => hall.now - start);
  clock.learn(0, 0, instant(start));
  const services: ExamServices = {
    api: {
      save: async (_, items) => {
        reach();
        hall.saved.push(...items);
        return { now: instant(hall.now), closesAt: instant(hall.closesAt), acks: items.map(({ slot, writer, seq }): SaveAck => ({ slot, writer, seq, outcome: hall.outcome, savedAt: instant(hall.now), receipt: `r${seq}` })) };
      },
      submit: async () => {
        reach();
        hall.submits += 1;
        return { attemptId: 'a1', state: 'submitted', submittedAt: instant(hall.now), submittedBy: 'candidate', answered: 1, questions: 1, receipt: 'all' };
      },
      takeover: async () => attempt(9),
      attempt: async () => attempt(9),
      acknowledge: async () => undefined,
      enterStep: async (_, step) => ({ ...attempt(3), step: { index: step, count: 3, locked: true, closesAt: instant(hall.now + 10_000) } }),
    },
    store: {
      load: async () => [...hall.kept.values()],
      put: async (_, edit) => void hall.kept.set(edit.slot, edit),
      remove: async (_, { slot, writer, seq }) => {
        const held = hall.kept.get(slot);
        if (held?.writer === writer && held.seq === seq) hall.kept.delete(slot);
      },
    },
    clock,
    probe: async () => reach(),
    wallClock: () => 0,
    later: (act, ms) => {
      const timer = { at: hall.now + ms, act };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
  };
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 30; turn += 1) await Promise.resolve(); };
  const pass = async (ms: number): Promise<void> => {
    const until = hall.now + ms;
    for (let next = earliest(timers, until); next; next = earliest(timers, until)) {
      timers.splice(timers.indexOf(next), 1);
      hall.now = Math.max(hall.now, next.at);
      next.act();
      await settle();
    }
    hall.now = until;
    session.tick();
    await settle();
  };
  const session = new ExamSession(attempt(options.writer === undefined ? 3 : options.writer), services);
  return { hall, session, pass, settle };
}

function earliest(timers: { at: number; act: () => void }[], until: number) {
  return timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
}

const refusal = (code: string, status: number): ProblemError => new ProblemError({ type: 'x', code, title: code, status, params: {} });

describe('an exam page', () => {
  it('keeps a change at once and sends it within 400 ms, quick ones together', async () => {
    const { hall, session, pass, settle } = makeHall();
    session.answer('q1', { chosen: ['a'] });
    session.answer('q2', { chosen: ['b'] });
    await settle();
    expect([hall.kept.size, hall.saved.length]).toEqual([2, 0]);
    await pass(400);
    expect(hall.saved.map(({ slot, seq }) => [slot, seq])).toEqual([['q1', 1], ['q2', 2]]);
    expect([hall.kept.size, session.get().outbox.waiting.size, session.get().online]).toEqual([0, 0, true]);
  });

  it('says offline, keeps every change, and sends within 3 s of the network’s return', async () => {
    const { hall, session, pass } = makeHall();
    hall.reachable = false;
    session.answer('q1', { chosen: ['a'] });
    await pass(10_000);
    session.answer('q1', { chosen: ['b'] });
    await pass(10_000);
    expect([session.get().online, hall.kept.size, session.get().outbox.saved.size]).toEqual([false, 1, 0]);
    hall.reachable = true;
    await pass(3_000);
    expect([session.get().online, hall.kept.size]).toEqual([true, 0]);
    expect(hall.saved.map(({ body }) => body.chosen)).toEqual([['b']]);
  });

  it('takes up what an earlier page kept, under its own writer and in order', async () => {
    const edit = (slot: string, seq: number): Edit => ({ slot, writer: 2, seq, body: { chosen: ['a'] }, editedAt: start - 1_000 });
    const { hall, session, pass } = makeHall({ kept: [edit('q2', 5), edit('q1', 4)] });
    await session.takeUpKept();
    await pass(400);
    expect(hall.saved.map(({ slot, writer, seq }) => [slot, writer, seq])).toEqual([['q1', 3, 1], ['q2', 3, 2]]);
    expect(hall.kept.size).toBe(0);
  });

  it('freezes at the end by the server’s clock and submits', async () => {
    const { hall, session, pass } = makeHall();
    session.answer('q1', { chosen: ['a'] });
    await pass(59_000);
    expect(session.get().phase).toBe('writing');
    await pass(1_500);
    expect(session.get().phase).toBe('closing');
    session.answer('q1', { chosen: ['b'] });
    await pass(2_000);
    expect([session.get().phase, hall.submits, hall.saved.length]).toEqual(['submitted', 1, 1]);
  });

  it('shows an extension that an answer brings', async () => {
    const { hall, session, pass } = makeHall();
    hall.closesAt = start + 360_000;
    session.answer('q1', { chosen: ['a'] });
    await pass(61_000);
    expect([session.get().phase, session.get().deadline]).toEqual(['writing', start + 360_000]);
  });

  it('stops when another device writes, keeps its change, and sends it after taking over', async () => {
    const { hall, session, pass } = makeHall();
    hall.outcome = 'superseded';
    session.answer('q1', { chosen: ['a'] });
    await pass(1_000);
    expect([session.get().phase, hall.kept.size]).toEqual(['lost', 1]);
    hall.outcome = 'stored';
    await session.takeOver();
    await pass(1_000);
    expect(session.get().phase).toBe('writing');
    expect(hall.saved.slice(-1).map(({ slot, writer }) => [slot, writer])).toEqual([['q1', 9]]);
    expect(hall.kept.size).toBe(0);
  });

  it.each([['attempt.writer_lost', 409, 'lost'], ['session.ended', 401, 'ended']] as const)('keeps its changes on %s', async (code, status, phase) => {
    const { hall, session, pass } = makeHall();
    hall.problem = refusal(code, status);
    session.answer('q1', { chosen: ['a'] });
    await pass(1_000);
    expect([session.get().phase, hall.kept.size]).toEqual([phase, 1]);
  });

  it('repeats what was busy, and does not submit while something waits', async () => {
    const { hall, session, pass } = makeHall();
    hall.outcome = 'busy';
    session.answer('q1', { chosen: ['a'] });
    await pass(1_000);
    await session.submit();
    expect([hall.submits, session.get().outbox.waiting.size]).toEqual([0, 1]);
    hall.outcome = 'stored';
    await pass(1_000);
    await session.submit();
    expect([hall.submits, session.get().phase]).toEqual([1, 'submitted']);
  });

  it('says what did not arrive in time', async () => {
    const { hall, session, pass } = makeHall();
    hall.outcome = 'closed';
    session.answer('q1', { chosen: ['a'] });
    await pass(1_000);
    expect([session.get().phase, session.get().unsent, hall.kept.size]).toEqual(['submitted', 1, 1]);
  });
});

describe('what invigilators do', () => {
  const live = (part: Partial<AttemptLiveView>): AttemptLiveView => ({ revision: 1, now: instant(start), state: 'in_progress', deadline: instant(start + 60_000), closesAt: instant(start + 60_000), pausedAt: null, notices: [], ...part });

  it('stops the clock where the pause began, and goes on with the time that was left', async () => {
    const { session, pass } = makeHall();
    await pass(10_000);
    session.learnLive(live({ state: 'paused', pausedAt: instant(start + 9_500) }));
    await pass(20_000);
    expect([session.get().phase, session.timeLeft()]).toEqual(['paused', 50_500]);
    session.learnLive(live({ closesAt: instant(start + 80_500) }));
    expect([session.get().phase, session.timeLeft()]).toEqual(['writing', 50_500]);
  });

  it('takes nothing while paused and sends what was typed in that moment afterwards', async () => {
    const { hall, session, pass } = makeHall();
    session.answer('q1', { text: 'a' }, 'typed');
    session.learnLive(live({ state: 'paused', pausedAt: instant(start) }));
    hall.outcome = 'busy';
    session.answer('q1', { text: 'b' });
    await pass(3_000);
    expect(session.get().outbox.saved.size).toBe(0);
    hall.outcome = 'stored';
    session.learnLive(live({}));
    await pass(500);
    expect(session.get().outbox.saved.get('q1')?.body).toEqual({ text: 'a' });
  });

  it('shows the end that an invigilator made', async () => {
    const { session, hall, settle } = makeHall();
    session.learnLive(live({ state: 'submitted' }));
    await settle();
    expect([session.get().phase, hall.submits]).toEqual(['submitted', 1]);
  });
});

describe('sections', () => {
  it('go on once what was written has arrived, and then have their own end', async () => {
    const { hall, session, settle, pass } = makeHall();
    session.answer('q1', { chosen: ['a'] });
    void session.enterStep(1);
    await settle();
    expect(hall.saved).toHaveLength(1);
    expect([session.get().attempt.step, session.stepLeft()]).toEqual([{ index: 1, count: 3, locked: true, closesAt: instant(start + 10_000) }, 10_000]);
    await pass(4_000);
    expect(session.stepLeft()).toBe(6_000);
  });

  it('leave out a change that came after their end, and say so', async () => {
    const { hall, session, pass } = makeHall();
    hall.outcome = 'passed';
    session.answer('q1', { chosen: ['a'] });
    await pass(500);
    expect([session.get().outbox.waiting.size, [...session.get().outbox.passed], session.get().phase]).toEqual([0, ['q1'], 'writing']);
  });

  it('are typed in without a request for every letter', async () => {
    const { hall, session, pass } = makeHall();
    for (const text of ['依', '依法', '依法履', '依法履职']) {
      session.answer('q1', { text }, 'typed');
      await pass(500);
    }
    expect(hall.saved).toHaveLength(0);
    await pass(1_000);
    expect(hall.saved.map(({ body }) => body.text)).toEqual(['依法履职']);
  });
});
