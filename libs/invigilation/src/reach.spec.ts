import { describe, expect, it } from '@jest/globals';
import type { ActKind, AttemptState, OutOfReach } from '#lib/contracts';
import { effectiveState, type StoredAttemptState } from '#lib/exam';
import { IncidentLimits } from './incident-limits.js';
import { outOfReach, type Reachable } from './reach.js';

const now = new Date('2026-11-23T06:00:00.000Z');
const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const sits = (state: StoredAttemptState, left = 600): Reachable => {
  const times = { state, deadline: at(left), closesAt: at(left), pausedAt: state === 'paused' ? now : null, submittedAt: null, submittedBy: null };
  return { state: effectiveState(times, now), exemption: null, attemptId: 'a', times };
};
const without = (state: AttemptState, exemption: string | null = null): Reachable => ({ state, exemption, attemptId: null, times: null });

describe('an act', () => {
  it.each<[ActKind, Reachable, OutOfReach | null]>([
    ['extend', sits('in_progress'), null], ['extend', sits('paused', -5), null], ['extend', sits('in_progress', -1), 'submitted'], ['extend', sits('marked'), 'submitted'], ['extend', without('not_started'), 'not_started'],
    ['retract', { ...sits('in_progress', 720), extended: true }, null], ['retract', { ...sits('in_progress', 719), extended: true }, 'too_late'], ['retract', { ...sits('in_progress', 720), extended: false }, 'already_undone'],
    ['pause', sits('in_progress', 0), null], ['pause', sits('paused'), 'paused'], ['pause', without('absent'), 'absent'],
    ['resume', sits('paused'), null], ['resume', sits('in_progress'), 'not_paused'],
    ['end', sits('in_progress'), null], ['end', sits('paused', -9_000), null], ['end', sits('released'), 'submitted'],
    ['cancel', sits('paused'), null], ['cancel', sits('cancelled'), 'submitted'],
    ['message', sits('paused'), null], ['message', without('not_started'), 'not_started'], ['message', sits('submitted'), 'submitted'],
    ['take_over', sits('in_progress'), null], ['take_over', without('postponed', 'postponed'), 'exempted'],
    ['let_in', without('absent'), null], ['let_in', without('absent', 'absent'), null], ['let_in', without('not_started'), null], ['let_in', sits('in_progress'), 'started'], ['let_in', without('cancelled', 'cancelled'), 'exempted'],
  ])('%s on %j: %s', (act, one, expected) => expect(outOfReach(act, one, now, 600)).toBe(expected));
});

describe('the limit of reports', () => {
  it('lets sixty through at once, then one in two seconds, each attempt by itself, and never a part of a batch', () => {
    const limits = new IncidentLimits();
    expect([limits.take('a', 20, 0), limits.take('a', 20, 0), limits.take('a', 20, 0), limits.take('a', 1, 0), limits.take('b', 20, 0)]).toEqual([true, true, true, false, true]);
    expect([limits.take('a', 20, 39_000), limits.take('a', 20, 40_000), limits.take('a', 1, 40_000)]).toEqual([false, true, false]);
  });
});
