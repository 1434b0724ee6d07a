import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AttemptView } from '#lib/contracts';
import { check, factsOf } from './check.js';
import { Cluster } from './cluster.js';
import { Device, insist, type Outcome } from './device.js';
import { type Hall, openHall } from './hall.js';
import { Ledger } from './ledger.js';
import { expectClean, long, randomOf, say, seed } from './profile.js';
import { startStack, type Stack } from './stack.js';
import { closeWire } from './wire.js';

jest.setTimeout(1_800_000);
const pairs = 10;
const rounds = long ? 1_000 : 50;

let cluster: Cluster;
let hall: Hall;
let stack: Stack;

beforeAll(async () => {
  say(`devices: seed ${seed}`);
  cluster = await Cluster.start();
  hall = await openHall(cluster, pairs);
  stack = await startStack(cluster, hall, { workers: 0 });
});

afterAll(async () => {
  await stack?.stop();
  await cluster?.stop();
  closeWire();
});

describe('two devices of one candidate', () => {
  it('race for the attempt: no acknowledged answer is lost, and there is never more than one current writer', async () => {
    const ledger = new Ledger();
    const taken = { first: 0, second: 0 };
    const ports = stack.apis.map(({ clients }) => clients.port);
    await Promise.all(hall.sitters.map(async ({ devices }, index) => {
      const random = randomOf(`pair ${index}`);
      const [first, second] = devices.map((pass) => new Device(pass, ledger, ports, random));
      await insist(() => first.start(hall.examId));
      second.attemptId = first.attemptId;
      await insist(() => second.takeover());
      for (let round = index; round < rounds; round += pairs) {
        const winner = await race(first, second, ledger);
        taken[winner] += 1;
      }
    }));
    const facts = factsOf(await hall.facts(), new Set([...ledger.operations.values()].map(({ attemptId }) => attemptId)));
    say(`devices: ${rounds} races, won ${taken.first} : ${taken.second}; ${ledger.acks} acks of ${ledger.count('acknowledged')} saves, ${ledger.count('refused')} refused; ${ledger.writers.length} writers`);
    expectClean(check(ledger, facts));
    expect(taken.first + taken.second).toBe(rounds);
  });
});

/** Both take over and go on saving at once; then exactly one of them must be current. Answers which. */
async function race(first: Device, second: Device, ledger: Ledger): Promise<'first' | 'second'> {
  const before = [first, second].map((device) => device.questions.map((question) => device.change(question)));
  const takeovers = await Promise.all([
    first.takeover(), second.takeover(),
    ...[first, second].map(async (device, index): Promise<Outcome<AttemptView> | null> => {
      await device.save(before[index]);
      return null;
    }),
  ]);
  expect(takeovers.slice(0, 2).map((outcome) => outcome?.kind)).toEqual(['done', 'done']);
  const after = [first, second].map((device) => device.change(device.questions[0]));
  await Promise.all([first.save([after[0]]), second.save([after[1]])]);
  const outcomes = [first, second].map(({ attemptId }, index) => ledger.find(attemptId, after[index]).ack?.outcome);
  expect([...outcomes].sort()).toEqual(['stored', 'superseded']);
  return outcomes[0] === 'stored' ? 'first' : 'second';
}
