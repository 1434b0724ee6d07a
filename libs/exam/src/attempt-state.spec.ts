import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../test/property.js';
import { type AttemptEvent, type AttemptTimes, effectiveState, openAttempt, type StoredAttemptState, transition } from './attempt-state.js';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 23, 6, 0, 0) + seconds * 1000);
const attempt = (state: StoredAttemptState = 'in_progress'): AttemptTimes => ({ state, deadline: at(600), closesAt: at(630), pausedAt: state === 'paused' ? at(0) : null, submittedAt: null, submittedBy: null });
const submit: AttemptEvent = { type: 'submit', by: 'candidate' };

describe('starting', () => {
  const window = { opensAt: at(0), lateUntil: at(300), durationSeconds: 600, extraSeconds: 60, graceSeconds: 30 };

  it('gives the whole duration, the extra time and the grace from the moment of starting, even the last one', () => {
    expect(openAttempt(window, at(0))).toMatchObject({ state: 'in_progress', deadline: at(660), closesAt: at(690) });
    expect(openAttempt(window, at(300))).toMatchObject({ deadline: at(960), closesAt: at(990) });
  });

  it.each([[-0.001, 'exam.not_open'], [300.001, 'exam.too_late']])('is refused at %d s', (seconds, code) => {
    expect(() => openAttempt(window, at(seconds))).toThrow(expect.objectContaining({ code }));
  });
});

describe('the state of an attempt', () => {
  it('is open at the closing time itself and submitted a millisecond later, whatever is stored', () => {
    expect(effectiveState(attempt(), at(630))).toBe('in_progress');
    expect(effectiveState(attempt(), at(630.001))).toBe('submitted');
    expect(effectiveState(attempt('paused'), at(9999))).toBe('paused');
    expect(effectiveState(attempt('marked'), at(0))).toBe('marked');
  });

  it('becomes submitted by the candidate, or by the clock as of the closing time when that has passed', () => {
    expect(transition(attempt(), submit, at(630))).toMatchObject({ state: 'submitted', submittedAt: at(630), submittedBy: 'candidate' });
    expect(transition(attempt(), submit, at(631))).toMatchObject({ state: 'submitted', submittedAt: at(630), submittedBy: 'clock' });
    expect(transition(attempt('paused'), { type: 'submit', by: 'invigilator' }, at(1))).toMatchObject({ submittedBy: 'invigilator' });
  });

  it('is closed by the sweeper only once the time is over', () => {
    expect(transition(attempt(), { type: 'close' }, at(630))).toBeNull();
    expect(transition(attempt(), { type: 'close' }, at(630.001))).toMatchObject({ submittedAt: at(630), submittedBy: 'clock' });
    expect(transition(attempt('paused'), { type: 'close' }, at(9999))).toBeNull();
  });

  it('moves both ends by an extension while somebody sits, and never after', () => {
    expect(transition(attempt(), { type: 'extend', seconds: 60 }, at(630))).toMatchObject({ deadline: at(660), closesAt: at(690) });
    expect(transition(attempt('paused'), { type: 'extend', seconds: 60 }, at(9999))).toMatchObject({ closesAt: at(690) });
    expect(transition(attempt(), { type: 'extend', seconds: 60 }, at(631))).toBeNull();
    expect(transition(attempt('submitted'), { type: 'extend', seconds: 60 }, at(0))).toBeNull();
  });

  it.each<[AttemptEvent, Partial<Record<StoredAttemptState, StoredAttemptState>>]>([
    [submit, { in_progress: 'submitted', paused: 'submitted' }],
    [{ type: 'mark' }, { submitted: 'marked' }],
    [{ type: 'release' }, { marked: 'released' }],
    [{ type: 'cancel' }, { in_progress: 'cancelled', paused: 'cancelled' }],
    [{ type: 'pause' }, { in_progress: 'paused' }],
    [{ type: 'resume' }, { paused: 'in_progress' }],
  ])('goes by %j from the declared states and from no other', (event, to) => {
    for (const state of ['in_progress', 'paused', 'submitted', 'marked', 'released', 'cancelled'] as const) expect(transition(attempt(state), event, at(0))?.state).toBe(to[state]);
  });

  it('never moves back, and a repeated event changes nothing more, unless it is an extension', () => {
    const order: StoredAttemptState[] = ['in_progress', 'paused', 'submitted', 'marked', 'released', 'cancelled'];
    const events: AttemptEvent[] = [submit, { type: 'close' }, { type: 'mark' }, { type: 'release' }, { type: 'cancel' }];
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...events), fc.integer({ min: 0, max: 1000 })), { maxLength: 12 }), (steps) => {
      let now = attempt();
      let clock = 0;
      for (const [event, seconds] of steps) {
        clock += seconds;
        const next = transition(now, event, at(clock));
        if (!next) continue;
        expect(order.indexOf(next.state)).toBeGreaterThan(order.indexOf(now.state));
        expect(transition(next, event, at(clock))).toBeNull();
        if (next.submittedAt) expect(next.submittedAt.getTime()).toBeLessThanOrEqual(next.closesAt.getTime());
        now = next;
      }
    }));
  });

  it('moves an extension back only while its end lies two minutes ahead without it', () => {
    const extended = transition(attempt(), { type: 'extend', seconds: 300 }, at(0)) as AttemptTimes;
    expect(transition(extended, { type: 'retract', seconds: 300 }, at(480))).toMatchObject({ deadline: at(600), closesAt: at(630) });
    expect(transition(extended, { type: 'retract', seconds: 300 }, at(480.001))).toBeNull();
    expect(transition({ ...extended, state: 'paused', pausedAt: at(480) }, { type: 'retract', seconds: 300 }, at(5_000))).toMatchObject({ deadline: at(600) });
  });
});

describe('a pause', () => {
  it('is credited to the millisecond, once, and however long after the window', () => {
    const paused = transition(attempt(), { type: 'pause' }, at(100.007)) as AttemptTimes;
    expect(paused).toMatchObject({ state: 'paused', pausedAt: at(100.007), deadline: at(600) });
    const resumed = transition(paused, { type: 'resume' }, at(86_400.011)) as AttemptTimes;
    expect(resumed).toMatchObject({ state: 'in_progress', pausedAt: null, deadline: at(600 + 86_300.004), closesAt: at(630 + 86_300.004) });
    expect(transition(resumed, { type: 'resume' }, at(86_401))).toBeNull();
  });

  it('is taken at the closing time itself, with nothing left, and not a millisecond later', () => {
    expect(transition(attempt(), { type: 'pause' }, at(630))).toMatchObject({ state: 'paused' });
    expect(transition(attempt(), { type: 'pause' }, at(630.001))).toBeNull();
    expect(transition(attempt('paused'), { type: 'pause' }, at(1))).toBeNull();
  });

  it('ends with the attempt when somebody ends it, at that moment and within its time', () => {
    const paused = transition(attempt(), { type: 'pause' }, at(600)) as AttemptTimes;
    expect(transition(paused, { type: 'submit', by: 'invigilator' }, at(9_000))).toEqual({ state: 'submitted', pausedAt: null, deadline: at(9_000), closesAt: at(9_030), submittedAt: at(9_000), submittedBy: 'invigilator' });
    expect(transition(paused, { type: 'cancel' }, at(9_000))).toMatchObject({ state: 'cancelled', pausedAt: null });
    expect(transition(attempt(), { type: 'cancel' }, at(631))).toBeNull();
  });

  it('costs nobody time and gives nobody any: what is left is what was left, plus what was given', () => {
    const left = (one: AttemptTimes, clock: number): number => one.deadline.getTime() - (one.pausedAt ?? at(clock)).getTime();
    const events = fc.constantFrom<AttemptEvent>({ type: 'pause' }, { type: 'resume' }, { type: 'extend', seconds: 30 }, { type: 'retract', seconds: 30 }, { type: 'close' });
    fc.assert(fc.property(fc.array(fc.tuple(events, fc.integer({ min: 0, max: 90_000 })), { maxLength: 30 }), (steps) => {
      let now = attempt();
      let clock = 0;
      let expected = 600_000;
      for (const [event, milliseconds] of steps) {
        clock += milliseconds / 1000;
        if (!now.pausedAt) expected -= milliseconds;
        const next = transition(now, event, at(clock));
        if (next?.submittedAt) return expect(next.submittedAt).toEqual(next.closesAt);
        if (event.type === 'extend' && next) expected += 30_000;
        if (event.type === 'retract' && next) expected -= 30_000;
        now = next ?? now;
        expect(Math.abs(left(now, clock) - expected)).toBeLessThanOrEqual(steps.length);
        expect(now.closesAt.getTime() - now.deadline.getTime()).toBe(30_000);
        expect(now.state === 'paused').toBe(now.pausedAt !== null);
      }
      return undefined;
    }));
  });
});
