import { describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Repetition } from './repetition.js';

const logger = () => ({ warn: jest.fn() });

describe('Repetition', () => {
  it('goes on after a failure, never overlaps, and ends with what is running', async () => {
    let [runs, inside, most] = [0, 0, 0];
    const log = logger();
    const repetition = new Repetition(async () => {
      runs += 1;
      inside += 1;
      most = Math.max(most, inside);
      await sleep(5);
      inside -= 1;
      if (runs === 2) throw new Error('once');
    }, 1, log as never, 'the test');
    repetition.start();
    repetition.start();
    while (runs < 4) await sleep(1);
    await repetition.stop();
    expect(inside).toBe(0);
    const stoppedAt = runs;
    await sleep(20);
    expect({ most, more: runs - stoppedAt, warnings: log.warn.mock.calls.length }).toEqual({ most: 1, more: 0, warnings: 1 });
  });

  it('does nothing when it is stopped before it began', async () => {
    const work = jest.fn(async () => undefined);
    const repetition = new Repetition(work, 1, logger() as never, 'the test');
    repetition.start();
    await repetition.stop();
    await sleep(10);
    expect(work).not.toHaveBeenCalled();
  });
});
