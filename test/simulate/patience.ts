import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../support/api-client.js';

const patience = 150_000;

/** How often an act had to be sent again: the server was away, or its answer was lost. */
export const retries = { count: 0 };

/** True when nobody knows whether the act was done, or the server asks for another try. */
function mayRepeat(error: unknown): boolean {
  if (error instanceof Refused) return error.status >= 500 || error.status === 429;
  const { name, message } = error as Error;
  return name === 'TypeError' || name === 'TimeoutError' || name === 'AbortError' || /timed out|timeout|disconnect/i.test(message);
}

/** Sends the very same act again and again until it is answered: only acts that the server takes once may come here. */
export async function persist<T>(act: () => Promise<T>): Promise<T> {
  const until = performance.now() + patience;
  for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
    try {
      return await act();
    } catch (error) {
      if (!mayRepeat(error) || performance.now() > until) throw error;
      retries.count += 1;
      await sleep(wait);
    }
  }
}

/** Looks until there is something to see. @throws Error after the time is over. */
export async function waitFor<T>(what: string, look: () => Promise<T | null>, timeoutSeconds = 300): Promise<T> {
  const until = performance.now() + timeoutSeconds * 1_000;
  while (performance.now() < until) {
    const seen = await persist(look);
    if (seen !== null) return seen;
    await sleep(400);
  }
  throw new Error(`等了 ${timeoutSeconds} 秒还没有：${what} · Not in ${timeoutSeconds} s: ${what}`);
}

/** Does the work for all items, at most so many at a time. */
export async function inParallel<T, R>(items: readonly T[], limit: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array<R>(items.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index], index);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return results;
}
