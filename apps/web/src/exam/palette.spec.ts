import { describe, expect, it } from '@jest/globals';
import { change, openOutbox } from './outbox.js';
import { cellOf, countCells, optionIndex } from './palette.js';

describe('the answer sheet', () => {
  it('tells answered, saved, waiting and flagged apart', () => {
    const responses = [{ slot: 'q1', body: { chosen: ['a'] }, savedAt: '2026-11-23T06:00:00.000Z', receipt: 'r' }];
    let outbox = openOutbox(1, responses);
    outbox = change(outbox, 'q2', { chosen: ['b'], flagged: true }, 0);
    const cells = ['q1', 'q2', 'q3'].map((slot, index) => cellOf({ slot, number: index + 1 }, outbox));
    expect(cells).toEqual([
      { slot: 'q1', number: 1, answered: true, flagged: false, waiting: false },
      { slot: 'q2', number: 2, answered: true, flagged: true, waiting: true },
      { slot: 'q3', number: 3, answered: false, flagged: false, waiting: false },
    ]);
    expect(countCells(cells)).toEqual({ questions: 3, answered: 2, saved: 1, open: 1, flagged: 1, waiting: 1 });
  });

  it('reads 1–9 and A–H as positions and nothing else', () => {
    expect(['1', '9', 'a', 'H', '0', 'i', 'Enter', 'j'].map(optionIndex)).toEqual([0, 8, 0, 7, -1, -1, -1, -1]);
  });
});
