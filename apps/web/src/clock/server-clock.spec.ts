import { describe, expect, it } from '@jest/globals';
import { betterEstimate, clocksParted, ServerClock, toEstimate } from './server-clock.js';

describe('the server’s clock as a device knows it', () => {
  it('was read half way between leaving and coming back', () => {
    expect(toEstimate({ sent: 1_000, received: 1_200, server: 50_100 })).toEqual({ offset: 49_000, uncertainty: 100, takenAt: 1_200 });
  });

  it('keeps the quickest answer, and lets an old one go', () => {
    const quick = toEstimate({ sent: 0, received: 10, server: 1_000 });
    const slow = toEstimate({ sent: 100, received: 900, server: 2_000 });
    expect(betterEstimate(quick, slow)).toBe(quick);
    expect(betterEstimate(slow, quick)).toBe(quick);
    const late = toEstimate({ sent: 200_000, received: 200_500, server: 9_000 });
    expect(betterEstimate(quick, late)).toBe(late);
  });

  it('runs on with the monotonic clock, whatever the device’s date says', () => {
    let monotonic = 500;
    const clock = new ServerClock(() => monotonic);
    expect([clock.known, clock.now()]).toEqual([false, null]);
    clock.learn(400, 500, '2026-11-23T06:00:00.000Z');
    const known = clock.now()!;
    monotonic += 60_000;
    expect(clock.now()! - known).toBe(60_000);
    expect(clock.deviceAhead(clock.now()! + 3_000)).toBe(3_000);
  });

  it('takes any next answer after the device slept', () => {
    const clock = new ServerClock(() => 1_000);
    clock.learn(0, 2, '2026-11-23T06:00:00.000Z');
    clock.distrust();
    clock.learn(0, 900, '2026-11-23T07:00:00.000Z');
    expect(clock.now()).toBe(Date.parse('2026-11-23T07:00:00.550Z'));
  });

  it('notices that wall and monotonic clock have parted', () => {
    expect(clocksParted({ wall: 0, monotonic: 0 }, { wall: 1_000, monotonic: 1_000 })).toBe(false);
    expect(clocksParted({ wall: 0, monotonic: 0 }, { wall: 60_000, monotonic: 1_000 })).toBe(true);
  });
});
