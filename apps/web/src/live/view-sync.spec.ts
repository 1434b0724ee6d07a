import { describe, expect, it } from '@jest/globals';
import { freshness, isNewer, onChanged, onRaised } from './view-sync.js';

describe('a watched view', () => {
  it.each([
    [null, 3, 4, 'read'],
    [3, 3, 4, 'apply'],
    [2, 3, 4, 'read'],
    [4, 3, 4, 'ignore'],
    [9, 3, 4, 'ignore'],
    [3, 4, 5, 'read'],
  ] as const)('at revision %p answers a change %d → %d by %s', (held, from, to, act) => {
    expect(onChanged(held, { from, to })).toBe(act);
  });

  it('reads again when the aggregate moved on, and never goes back', () => {
    expect([onRaised(null, { to: 1 }), onRaised(3, { to: 4 }), onRaised(4, { to: 4 })]).toEqual(['read', 'read', 'ignore']);
    expect([isNewer(null, 1), isNewer(3, 4), isNewer(4, 4), isNewer(5, 4)]).toEqual([true, true, true, false]);
  });

  it('says how old it may be', () => {
    expect(freshness(true, 1_000, 4_000, 10_000)).toEqual({ kind: 'live', seconds: 3 });
    expect(freshness(false, 1_000, 4_000, 10_000)).toEqual({ kind: 'polling', seconds: 3 });
    expect(freshness(false, 1_000, 21_000, 10_000)).toEqual({ kind: 'stale', seconds: 20 });
  });
});
