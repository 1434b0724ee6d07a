import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sitDown } from './candidate.js';
import { check, checkScreens, factsOf, tally, type Violation, type ViolationKind } from './check.js';
import { Cluster } from './cluster.js';
import { Device, insist } from './device.js';
import { type Hall, openHall, type Sitter } from './hall.js';
import { Ledger } from './ledger.js';
import { clearsOnSend, type OutboxRules, Page, realOutbox } from './page.js';
import { long, randomOf, say, seed } from './profile.js';
import { startStack, type Stack, untilReady } from './stack.js';
import { closeWire } from './wire.js';

jest.setTimeout(600_000);
const people = long ? 20 : 8;
/** Acknowledgements before anything is done to the platform. */
const calm = long ? 1_000 : 150;

let cluster: Cluster;
let hall: Hall;
let stack: Stack;
let taken = 0;

beforeAll(async () => {
  say(`controls: seed ${seed}`);
  // A writer of the log that hardly ever runs: what is not written at the commit stays in memory, as on a machine with slow disks.
  cluster = await Cluster.start({ wal_writer_delay: '10s', wal_writer_flush_after: '1GB' });
  hall = await openHall(cluster, 8 * people);
  stack = await startStack(cluster, hall, { apis: 1, workers: 0 });
});

afterAll(async () => {
  await stack?.stop();
  await cluster?.stop();
  closeWire();
});

/** Candidates whom no other control has had. */
function newcomers(): Sitter[] {
  return hall.sitters.slice(taken, taken += people);
}

/** Lets candidates type, does something to the platform, and answers what the checker finds. */
async function found(name: string, strike: (of: Stack) => Promise<unknown>, of = stack): Promise<Partial<Record<ViolationKind, number>>> {
  const ledger = new Ledger();
  const ports = of.apis.map(({ clients }) => clients.port);
  let stopping = false;
  const sitting = Promise.all(newcomers().map(({ devices: [pass] }, index) => {
    const random = randomOf(`${name} ${index}`);
    return sitDown(new Device(pass, ledger, ports, random), hall.examId, random, { pause: 20, tries: 2, lingering: 15 }, () => stopping, false);
  }));
  await Promise.race([sitting, until(() => ledger.acks >= calm)]);
  await strike(of);
  await sleep(300);
  stopping = true;
  await sitting;
  return report(name, check(ledger, factsOf(await hall.facts(), new Set([...ledger.operations.values()].map(({ attemptId }) => attemptId)))), ledger.acks);
}

async function until(condition: () => boolean): Promise<void> {
  const limit = performance.now() + 60_000;
  while (!condition() && performance.now() < limit) await sleep(20);
}

function report(name: string, violations: readonly Violation[], acks: number): Partial<Record<ViolationKind, number>> {
  const counts = tally(violations);
  say(`controls: ${name}: ${JSON.stringify(counts)} in ${acks} acks`);
  return counts;
}

async function killDatabase(): Promise<void> {
  await cluster.kill();
  await cluster.restart();
  await sleep(200);
}

async function killApi({ apis: [api] }: Stack): Promise<void> {
  await api.service.kill();
  await api.service.start();
  await untilReady(api);
}

async function cutReplies({ apis: [{ clients }] }: Stack): Promise<void> {
  clients.cut();
  await sleep(600);
  clients.heal();
}

/** What takes long to show is shown by `npm run test:chaos` alone. */
function whenLong(name: string, test: () => Promise<void>): void {
  if (long) it(name, test);
}

describe('the checker', () => {
  whenLong('finds nothing without a defect, by the same faults', async () => {
    expect(await found('none', async (of) => {
      await cutReplies(of);
      await killDatabase();
      await untilReady(of.apis[0]);
      await killApi(of);
    })).toEqual({});
  });

  it.each<[string, OutboxRules, boolean]>([['the browser’s outbox', realOutbox, false], ['an outbox that clears the dirty flag on sending', clearsOnSend, true]])('judges %s by what its screen calls saved', async (name, rules, broken) => {
    const ledger = new Ledger();
    const [api] = stack.apis;
    const pages = await Promise.all(newcomers().map(async ({ devices: [pass] }, index) => {
      const random = randomOf(`${name} ${index}`);
      const device = new Device(pass, ledger, [api.clients.port], random);
      await insist(() => device.start(hall.examId));
      return new Page(device, rules, random);
    }));
    const type = async (times: number): Promise<void> => {
      for (let time = 0; time < times; time += 1) await Promise.all(pages.map((page) => page.type()));
    };
    await type(10);
    await api.service.kill();
    await type(4);
    const claims = pages.flatMap((page) => page.claims());
    await api.service.start();
    const counts = report(name, checkScreens(claims, await hall.facts()), claims.length);
    expect(claims.length).toBeGreaterThan(0);
    if (broken) expect(counts.lost).toBeGreaterThan(0);
    else expect(counts).toEqual({});
  });

  it('turns red when late arrivals become current', async () => {
    await hall.ask(`CREATE FUNCTION kaosai.chaos_never_superseded() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.superseded := false; RETURN NEW; END $$`);
    await hall.ask('CREATE TRIGGER chaos BEFORE INSERT ON response_save FOR EACH ROW EXECUTE FUNCTION kaosai.chaos_never_superseded()');
    const counts = await found('wrong supersede', cutReplies);
    await hall.ask('DROP TRIGGER chaos ON response_save');
    expect(counts.stale).toBeGreaterThan(0);
    expect(counts.lost).toBeUndefined();
  });

  whenLong('turns red when the database does not wait for the disk', async () => {
    await hall.ask(`ALTER DATABASE "${hall.database}" SET synchronous_commit = off`);
    await stack.apis[0].service.kill();
    await stack.apis[0].service.start();
    const counts = await found('synchronous_commit = off', killDatabase);
    await hall.ask(`ALTER DATABASE "${hall.database}" RESET synchronous_commit`);
    await stack.apis[0].service.kill();
    await stack.apis[0].service.start();
    expect(counts.lost).toBeGreaterThan(0);
  });

  whenLong('turns red when a save is answered before its commit', async () => {
    const hasty = await startStack(cluster, hall, { apis: 1, workers: 0, defect: 'ack-before-commit.mjs' });
    const counts = await found('ack before commit', killApi, hasty).finally(() => hasty.stop());
    expect(counts.lost).toBeGreaterThan(0);
  });

  it('turns red when the log has no key', async () => {
    await hall.ask('ALTER TABLE response_save DROP CONSTRAINT response_save_pkey');
    const counts = await found('dropped key', cutReplies);
    expect(counts.doubled).toBeGreaterThan(0);
    expect(counts.lost).toBeUndefined();
  });
});
