import { describe, expect, it } from '@jest/globals';
import { groupAwards, isLastWithin, padded, scaleOf, screenAt, screensOf, type BoardRow } from './board-rows.js';

const rows = (count: number): BoardRow[] => Array.from({ length: count }, (_, index) => ({ startNumber: index + 1, rank: index + 1 }) as BoardRow);

describe('the rows of a board', () => {
  it('stand in screens of ten, at least one', () => {
    expect(screensOf(rows(23)).map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(screensOf([])).toEqual([[]]);
  });

  it('show the latest result first, then take turns', () => {
    const screens = screensOf(rows(23));
    expect([0, 1, 2, 3].map((turns) => screenAt(screens, 14, turns))).toEqual([1, 2, 0, 1]);
    expect(screenAt(screens, null, 0)).toBe(0);
  });

  it('have their points below each other', () => {
    expect(scaleOf(['90', '91.5', null])).toBe(1);
    expect([padded('90', 1), padded('91.5', 1), padded(null, 1), padded('90', 0)]).toEqual(['90.0', '91.5', '—', '90']);
  });

  it('have awards of the same name together', () => {
    const award = (zh: string, name: string) => ({ kind: 'x', title: { zh }, place: 1, name, unit: { zh: '' }, value: null });
    expect(groupAwards([award('二等奖', 'a'), award('三等奖', 'b'), award('二等奖', 'c')]).map(({ key, awards }) => [key, awards.length])).toEqual([['二等奖', 2], ['三等奖', 1]]);
  });

  it('are cut once, below the last rank within; a shared rank is not split', () => {
    const shared = [1, 2, 2, 4].map((rank, index) => ({ startNumber: index, rank }) as BoardRow);
    expect(shared.map((_, index) => isLastWithin(shared, index, 2))).toEqual([false, false, true, false]);
    expect(shared.map((_, index) => isLastWithin(shared, index, null))).toEqual([false, false, false, false]);
  });
});
