import { describe, expect, it } from '@jest/globals';
import type { CandidateRuling } from '#lib/contracts';
import { type CandidateStanding, isPlaced, mayMakeUp, mayRule, ruledState } from './rule-on-candidate.js';

const now = new Date('2026-11-23T08:00:00Z');
const later = new Date('2026-11-23T09:00:00Z');
const earlier = new Date('2026-11-23T07:00:00Z');
const who = (change: Partial<CandidateStanding>): CandidateStanding => ({ exemption: null, lateUntil: later, attempt: null, closesAt: null, ...change });

describe('mayRule', () => {
  it.each<[string, CandidateStanding, CandidateRuling, string | null]>([
    ['who has not started may be postponed', who({}), 'postponed', null],
    ['who is absent by the clock may be postponed all the same', who({ lateUntil: earlier }), 'postponed', null],
    ['who is absent may be postponed instead', who({ exemption: 'absent' }), 'postponed', null],
    ['nobody twice the same', who({ exemption: 'absent' }), 'absent', 'already'],
    ['nobody who sits', who({ attempt: 'in_progress', closesAt: later }), 'absent', 'sitting_now'],
    ['nobody who is paused', who({ attempt: 'paused', closesAt: earlier }), 'absent', 'sitting_now'],
    ['nobody whose time is over, even before anything has closed it', who({ attempt: 'in_progress', closesAt: earlier }), 'absent', 'has_result'],
    ['nobody with a result', who({ attempt: 'released', closesAt: earlier }), 'cancelled', 'has_result'],
    ['who was cancelled while sitting may be ruled absent', who({ attempt: 'cancelled', closesAt: earlier }), 'absent', null],
    ['restoring takes a ruling back', who({ exemption: 'postponed' }), 'restored', null],
    ['restoring never takes back the clock', who({ lateUntil: earlier }), 'restored', 'already'],
  ])('%s', (_, candidate, ruling, expected) => {
    expect(mayRule(candidate, ruling, now)).toBe(expected);
  });
});

describe('mayMakeUp', () => {
  it.each<[string, CandidateStanding, string | null]>([
    ['who was postponed', who({ exemption: 'postponed' }), null],
    ['who never came', who({ lateUntil: earlier }), null],
    ['whose attempt was cancelled', who({ attempt: 'cancelled', closesAt: earlier }), null],
    ['not who can still come', who({}), 'not_missed'],
    ['not at the very last moment to start', who({ lateUntil: now }), 'not_missed'],
    ['not who sits, though ruled absent before being let in', who({ exemption: 'absent', attempt: 'in_progress', closesAt: later }), 'sitting_now'],
    ['not who has a result', who({ lateUntil: earlier, attempt: 'marked', closesAt: earlier }), 'has_result'],
  ])('%s', (_, candidate, expected) => {
    expect(mayMakeUp(candidate, now)).toBe(expected);
  });
});

describe('a ruling and a place', () => {
  it('leave what they say', () => {
    expect([ruledState('absent'), ruledState('restored')]).toEqual(['absent', null]);
    expect([isPlaced(null, null), isPlaced('r', null), isPlaced('r', 3), isPlaced(null, 3), isPlaced('r', 0)]).toEqual([true, true, true, false, false]);
  });
});
