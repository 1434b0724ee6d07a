import { describe, expect, it } from '@jest/globals';
import type { ReportIncidents } from '#lib/contracts';
import { IncidentReporter } from './incidents.js';

function makeReporter() {
  const desk = { now: 1_000_000, sent: [] as ReportIncidents[], fails: false, timers: [] as (() => void)[] };
  let id = 0;
  const reporter = new IncidentReporter({
    send: async (report) => {
      if (desk.fails) throw new Error('cut');
      desk.sent.push(report);
    },
    newId: () => `i${(id += 1)}`,
    now: () => desk.now,
    later: (act) => void desk.timers.push(act),
  });
  const run = async (): Promise<void> => {
    for (const act of desk.timers.splice(0)) act();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { desk, reporter, run };
}

describe('what a closed-book exam notes', () => {
  it('tells how long the page was left, once, whatever the browser repeats', async () => {
    const { desk, reporter, run } = makeReporter();
    reporter.begin('focus_lost');
    reporter.begin('focus_lost');
    desk.now += 12_400;
    reporter.end('focus_lost');
    reporter.end('focus_lost');
    await run();
    expect(desk.sent.flatMap(({ items }) => items.map(({ kind, seconds }) => [kind, seconds]))).toEqual([['focus_lost', undefined], ['focus_returned', 12]]);
    expect(reporter.noted).toBe(2);
  });

  it('tells again what did not arrive, under the same ids, twenty at a time', async () => {
    const { desk, reporter, run } = makeReporter();
    desk.fails = true;
    for (let index = 0; index < 25; index += 1) reporter.note('paste');
    await run();
    desk.fails = false;
    await run();
    await run();
    expect(desk.sent.map(({ items }) => items.length)).toEqual([20, 5]);
    expect(new Set(desk.sent.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(25);
  });

  it('never keeps more than two hundred', async () => {
    const { desk, reporter, run } = makeReporter();
    for (let index = 0; index < 500; index += 1) reporter.note('copy');
    for (let turn = 0; turn < 30; turn += 1) await run();
    expect(desk.sent.flatMap(({ items }) => items)).toHaveLength(200);
    expect(reporter.noted).toBe(500);
  });
});
