import { getClock } from '../api/session.js';
import type { ServerClock } from './server-clock.js';

/** Asks the server for its time a few times; the quickest answer counts. Rejects when none came. */
export async function measureClock(clock: ServerClock, times = 3): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    const sent = performance.now();
    const { now } = await getClock();
    clock.learn(sent, performance.now(), now);
  }
}
