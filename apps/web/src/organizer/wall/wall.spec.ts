import { describe, expect, it } from '@jest/globals';
import type { OpenIncidents, WallCandidate, WallView } from '#lib/contracts';
import { countSeats, deadlineRange, seatGrid, seatNumbers, seatState, span, urgentList } from './wall-state.js';
import { applyFrame, fits } from './wall-sync.js';

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 23, 6, 0, 0) + seconds * 1000).toISOString();
const now = Date.parse(at(600));
const candidate = (id: string, part: Partial<WallCandidate> = {}): WallCandidate => ({
  id, name: id, staffNumber: null, unit: { id: 'u', code: 'U', title: { zh: '单位' } }, admissionNumber: id, sittingId: 's', roomId: 'r', seat: 1, state: 'in_progress', attemptId: `a${id}`,
  startedAt: at(0), deadline: at(3600), pausedAt: null, submittedAt: null, submittedBy: null, lastSavedAt: at(590), answered: 3, offlineSince: null, unsent: 0, extraSeconds: 0, letInUntil: null,
  waitingActs: 0, openIncidents: 0, violations: 0, ...part,
});

describe('a seat', () => {
  it.each<[string, Partial<WallCandidate>, string]>([
    ['saving', {}, 'writing'], ['quiet for two minutes', { lastSavedAt: at(480) }, 'writing'], ['quiet for longer', { lastSavedAt: at(479) }, 'silent'],
    ['started and never saved', { lastSavedAt: null }, 'silent'], ['cut off and quiet', { lastSavedAt: at(0), offlineSince: at(500) }, 'offline'],
    ['paused and quiet', { state: 'paused', lastSavedAt: at(0) }, 'paused'], ['marked', { state: 'marked' }, 'submitted'], ['not there', { state: 'absent' }, 'missing'], ['excused', { state: 'postponed' }, 'excused'],
  ])('of somebody %s', (_, part, expected) => expect(seatState(candidate('1', part), now, 120)).toBe(expected));

  it('counts once', () => expect(Object.values(countSeats([candidate('1'), candidate('2', { state: 'paused' })], now, 120)).reduce((a, b) => a + b)).toBe(2));
});

describe('what to deal with', () => {
  it('is who is cut off longest, then the rulings, then the silent', () => {
    const people = [candidate('1', { lastSavedAt: at(0) }), candidate('2', { offlineSince: at(590) }), candidate('3', { offlineSince: at(400) }), candidate('4')];
    const open: OpenIncidents = { candidateId: '4', kind: 'talking', count: 1, seconds: 0, latest: at(599), note: null, incidents: [] };
    expect(urgentList(people, [open, { ...open, candidateId: 'elsewhere' }], now, 120).map(({ kind, candidate: { id } }) => `${kind} ${id}`)).toEqual(['offline 3', 'offline 2', 'incident 4', 'silent 1']);
  });
});

describe('words', () => {
  it('say seats as runs and spans as clocks', () => {
    expect(seatNumbers([23, 11, 17, 18, null, 19])).toBe('11、17–19、23');
    expect([span(65), span(7389), span(-3)]).toEqual(['1:05', '2:03:09', '0:00']);
    expect(deadlineRange([candidate('1'), candidate('2', { deadline: at(4000) }), candidate('3', { state: 'submitted', deadline: at(9000) })])).toEqual({ earliest: Date.parse(at(3600)), latest: Date.parse(at(4000)) });
  });

  it('mirror the room, empty seats too, unless somebody sits outside it', () => {
    const room = { id: 'r', sittingId: 's', title: { zh: '301' }, place: null, seatRows: 3, seatColumns: 3, invigilators: [] };
    expect(seatGrid(room, [candidate('1', { seat: 2 }), candidate('2', { seat: 4 })])?.map((one) => one?.id ?? null)).toEqual([null, '1', null, '2', null, null]);
    expect(seatGrid(room, [candidate('1', { seat: 10 })])).toBeNull();
  });
});

describe('a frame', () => {
  const view = { live: ['wall:e'], revision: 100, candidates: [candidate('1'), candidate('2')], acts: [], incidents: [] } as unknown as WallView;

  it('fits when it begins at or before the moment held and ends after it', () => {
    const held = { 'wall:e': 100 };
    const fit = (from: number, to: number, room = 'wall:e') => fits(held, { room, from, to });
    expect([fit(100, 150), fit(90, 150), fit(101, 150), fit(50, 100), fit(0, 900, 'wall:other')]).toEqual(['apply', 'apply', 'read', 'ignore', 'read']);
  });

  it('brings changed candidates in their place, new ones behind, and takes away who left', () => {
    const after = applyFrame(view, 'wall:e', { now: at(601), candidates: [candidate('1', { answered: 9 }), candidate('3')], removed: ['2'] });
    expect(after.candidates.map(({ id, answered }) => [id, answered])).toEqual([['1', 9], ['3', 3]]);
    expect(applyFrame(view, 'wall:e', { now: at(601), candidates: [], removed: [] }).candidates).toBe(view.candidates);
  });
});
