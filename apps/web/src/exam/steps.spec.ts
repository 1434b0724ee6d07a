import { describe, expect, it } from '@jest/globals';
import type { AttemptView } from '#lib/contracts';
import { isReachable, reachable } from './steps.js';

const sections = [2, 0, 3].map((count) => ({ title: { zh: 's' }, instructions: null, questions: Array.from({ length: count }, () => ({})) })) as unknown as AttemptView['sections'];
const step = (index: number) => ({ index, count: 5, locked: false, closesAt: null });

describe('what may be shown', () => {
  it.each([
    ['everything when navigation is free', 'free', null, 0, 5],
    ['the section one is in', 'by_section', step(0), 0, 2],
    ['a later section', 'by_section', step(2), 2, 5],
    ['one question after the other', 'forward', step(3), 3, 4],
    ['the last question at the end', 'forward', step(4), 4, 5],
  ] as const)('is %s', (_, navigation, at, from, to) => {
    expect(reachable({ navigation, step: at, sections })).toEqual({ from, to });
  });

  it('ends before the next', () => {
    expect([0, 1, 2].map((index) => isReachable(index, { from: 0, to: 2 }))).toEqual([true, true, false]);
  });
});
