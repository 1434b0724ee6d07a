import { randomBytes } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { SeededRandom } from '#lib/kernel';
import { type Violation, tally } from './check.js';

/** `npm test` runs the quick profile, `npm run test:chaos` the long one. */
export const long = process.env.KAOSAI_CHAOS === 'long';

/** Everything that is chosen in a run follows from it: the schedule of faults and what clients do. What runs beside what does not. */
export const seed = process.env.KAOSAI_CHAOS_SEED ?? randomBytes(6).toString('hex');

export const randomOf = (purpose: string): SeededRandom => new SeededRandom(`${seed}:${purpose}`);

/** Written past Jest, so that a run's schedule and figures are seen whatever becomes of it. */
export function say(line: string): void {
  process.stderr.write(`chaos ${line}\n`);
}

/** @throws Error with the seed and the first violations unless there are none. */
export function expectClean(violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  const some = violations.slice(0, 20).map(({ kind, key, text }) => `  ${kind} ${key}: ${text}`);
  throw new Error(`${violations.length} violations ${JSON.stringify(tally(violations))}; replay by --seed ${seed}\n${some.join('\n')}`);
}

/** For reports: the middle and the greatest of some times. */
export function times(milliseconds: readonly number[]): string {
  if (milliseconds.length === 0) return 'none';
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return `median ${seconds(sorted[Math.floor(sorted.length / 2)])}, slowest ${seconds(sorted.at(-1) as number)} of ${sorted.length}`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;

/** What a promised time may be on this machine at this moment: twice as long when twice as much wants to run as there are processors. */
export function allowed(milliseconds: number): number {
  return milliseconds * Math.max(1, loadavg()[0] / cpus().length);
}
