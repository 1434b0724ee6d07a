import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sitDown } from './candidate.js';
import { check } from './check.js';
import { Cluster } from './cluster.js';
import { Device } from './device.js';
import { type Hall, openHall } from './hall.js';
import { Ledger } from './ledger.js';
import { Nemesis, planSteps } from './nemesis.js';
import { allowed, expectClean, long, randomOf, say, seed, times } from './profile.js';
import { startStack, type Stack } from './stack.js';
import { closeWire } from './wire.js';

jest.setTimeout(3_600_000);
const candidates = long ? 120 : 40;
const counts = long
  ? { 'kill-api': 18, 'kill-worker': 8, 'kill-database': 10, power: 4, 'stop-api': 5, 'stop-worker': 3, 'cut-clients': 10, 'cut-database': 10, 'wipe-queue': 4, 'exhaust-connections': 4 } as const
  : { 'kill-api': 3, 'kill-worker': 2, 'kill-database': 2, power: 1, 'stop-api': 1, 'stop-worker': 1, 'cut-clients': 2, 'cut-database': 2, 'wipe-queue': 1, 'exhaust-connections': 1 } as const;
const lengths = long ? { stop: [1_000, 40_000], cut: [300, 6_000], calm: [200, 2_000] } as const : { stop: [1_000, 3_000], cut: [300, 1_500], calm: [100, 500] } as const;
const leastAcks = long ? 50_000 : 2_000;

let cluster: Cluster;
let hall: Hall;
let stack: Stack;

beforeAll(async () => {
  cluster = await Cluster.start();
  hall = await openHall(cluster, candidates);
  stack = await startStack(cluster, hall, { skewMinutes: 10 });
});

afterAll(async () => {
  await stack?.stop();
  await cluster?.stop();
  closeWire();
});

describe('every acknowledged save', () => {
  it('survives kills of every process, stopped processes, cut replies, a wiped queue and no connections left', async () => {
    say(`saves: ${candidates} candidates, seed ${seed}`);
    const ledger = new Ledger();
    const ports = stack.apis.map(({ clients }) => clients.port);
    let stopping = false;
    const began = performance.now();
    const sitting = Promise.all(hall.sitters.map(({ devices: [pass] }, index) => {
      const random = randomOf(`candidate ${index}`);
      return sitDown(new Device(pass, ledger, ports, random), hall.examId, random, { pause: long ? 400 : 200, tries: 6 }, () => stopping, index % 2 === 0);
    }));
    const nemesis = new Nemesis(cluster, hall, stack, (line) => say(line));
    await Promise.race([sitting, torment(nemesis, () => ledger.acks)]);
    stopping = true;
    await sitting;

    const facts = await hall.facts();
    const { kills, api, database } = nemesis.recoveries;
    say(`saves: ${((performance.now() - began) / 1_000).toFixed(0)} s, ${kills} kills; ${ledger.acks} acks of ${ledger.count('acknowledged')} saves, ${ledger.count('refused')} refused, ${ledger.count('unknown')} unknown; ${facts.saves.length} rows, ${ledger.submissions.length} submissions`);
    say(`saves: api back ${times(api)}; database back ${times(database)}; fell by themselves: ${[...stack.apis.map(({ service }) => service), ...stack.workers].map(({ name, fell }) => `${name} ${fell}`).join(', ')}`);
    expectClean(check(ledger, facts));
    say('saves: 0 lost, 0 stale, 0 doubled');
    expect(ledger.acks).toBeGreaterThanOrEqual(leastAcks);
    expect(ledger.submissions).toHaveLength(Math.ceil(candidates / 2));
    expect(Math.max(...api)).toBeLessThanOrEqual(allowed(5_000));
    expect(Math.max(...database)).toBeLessThanOrEqual(allowed(10_000));
  });

  it('is followed by the marking of every submission, although workers were killed and the queue wiped', async () => {
    const from = performance.now();
    const left = async (): Promise<number> => (await hall.ask<{ left: number }>("SELECT count(*)::int AS left FROM attempt WHERE exam_id = $1 AND state = 'submitted'", [hall.examId]))[0].left;
    while (await left() > 0 && performance.now() - from < 90_000) await new Promise((resume) => setTimeout(resume, 250));
    say(`saves: all submissions marked ${((performance.now() - from) / 1_000).toFixed(1)} s after the last fault`);
    expect(await left()).toBe(0);
  });
});

/** The schedule to its end, and then calm until there are acknowledgements enough. */
async function torment(nemesis: Nemesis, acks: () => number): Promise<void> {
  for (const [index, step] of planSteps(randomOf('nemesis'), counts, lengths).entries()) await nemesis.act(step, index);
  while (acks() < leastAcks) await new Promise((resume) => setTimeout(resume, 100));
}
