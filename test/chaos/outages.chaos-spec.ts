import 'reflect-metadata';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '#lib/testing';
import { missingTools, type RedisServer, startRedis } from '../../scripts/split/tools.mjs';
import { check } from './check.js';
import { Cluster } from './cluster.js';
import { type Change, Device, insist } from './device.js';
import { type Hall, openHall } from './hall.js';
import { Ledger } from './ledger.js';
import { allowed, expectClean, randomOf, say, seed } from './profile.js';
import { startStack, type Stack, untilReady } from './stack.js';
import { type Answer, call, closeWire } from './wire.js';

jest.setTimeout(600_000);
let cluster: Cluster;
let hall: Hall;
let stack: Stack;
let devices: Device[];
const ledger = new Ledger();

beforeAll(async () => {
  say(`outages: seed ${seed}`);
  cluster = await Cluster.start();
  hall = await openHall(cluster, 12);
  stack = await startStack(cluster, hall, { apis: 1, workers: 1 });
  devices = await seat(hall, stack, ledger);
});

afterAll(async () => {
  await stack?.stop();
  await cluster?.stop();
  closeWire();
});

async function seat(of: Hall, { apis: [api] }: Stack, into: Ledger): Promise<Device[]> {
  return Promise.all(of.sitters.map(async ({ devices: [pass] }, index) => {
    const device = new Device(pass, into, [api.clients.port], randomOf(`candidate ${index}`));
    await insist(() => device.start(of.examId));
    return device;
  }));
}

const wholePage = (device: Device): Change[] => device.questions.map((question) => device.change(question));
const unmarked = (of: Hall): Promise<number> => of.ask<{ count: number }>("SELECT count(*)::int AS count FROM attempt WHERE exam_id = $1 AND state = 'submitted'", [of.examId]).then(([{ count }]) => count);
const ready = (): Promise<Answer | null> => call(stack.apis[0].port, 'GET', '/health/ready', { patience: 2_000 }).catch(() => null);

/** What candidates do, as plain requests: each answer, and how long it took. */
async function knock(device: Device, index: number): Promise<{ answer: Answer; ms: number }[]> {
  const { devices: [pass] } = hall.sitters[index];
  const acts: [string, string, object | undefined][] = [
    ['POST', `/attempts/${device.attemptId}/submit`, {}], ['GET', `/attempts/${device.attemptId}`, undefined],
    ['POST', `/my/exams/${hall.examId}/start`, {}], ['GET', '/my/exams', undefined], ['POST', `/attempts/${device.attemptId}/takeover`, { reason: '换机' }],
  ];
  return Promise.all(acts.map(async ([method, path, body]) => {
    const from = performance.now();
    const answer = await call(stack.apis[0].port, method, `/api/v1${path}`, { pass, body, patience: 15_000 });
    return { answer, ms: performance.now() - from };
  }));
}

/** Until the api says that it is not ready; answers after how many ms. */
async function untilUnready(from: number): Promise<number> {
  for (;;) {
    const answer = await ready();
    if (answer && answer.status !== 200) return performance.now() - from;
    if (performance.now() - from > 15_000) return Infinity;
    await sleep(20);
  }
}

describe('without its queue', () => {
  it('the platform goes on saving and taking submissions, and marks them when the queue is back', async () => {
    await hall.ask('ALTER SCHEMA bullmq RENAME TO bullmq_away');
    for (let round = 0; round < 10; round += 1) for (const device of devices) expect(await device.save(wholePage(device))).toBe(true);
    const [leaving] = devices.splice(-1);
    await insist(() => leaving.submit(), 1);
    expect(await unmarked(hall)).toBe(1);
    await hall.ask('ALTER SCHEMA bullmq_away RENAME TO bullmq');
    const from = performance.now();
    while (await unmarked(hall) > 0 && performance.now() - from < 90_000) await sleep(100);
    say(`outages: queue store away: ${ledger.acks} acks, 0 failed; marked ${((performance.now() - from) / 1_000).toFixed(1)} s after its return`);
    expect(await unmarked(hall)).toBe(0);
    expectClean(check(ledger, await hall.facts()));
  });

  const redis = missingTools().includes('redis-server') ? it.skip : it;
  redis('it is the same when the queue is on Redis and Redis is killed', async () => {
    const own = new Ledger();
    const place = { directory: join(cluster.directory, 'redis'), port: await freePort(), password: 'chaos' };
    const second = await openHall(cluster, 4);
    let server: RedisServer = await startRedis(place);
    const other = await startStack(cluster, second, { apis: 1, workers: 1, redisUrl: server.url });
    try {
      const sitting = await seat(second, other, own);
      await server.stop();
      const from = performance.now();
      for (let round = 0; round < 10; round += 1) for (const device of sitting) expect(await device.save(wholePage(device))).toBe(true);
      const took = performance.now() - from;
      await insist(() => sitting[0].submit(), 1);
      server = await startRedis(place);
      const back = performance.now();
      while (await unmarked(second) > 0 && performance.now() - back < 90_000) await sleep(100);
      say(`outages: Redis away: ${own.acks} acks in ${(took / 1_000).toFixed(1)} s, 0 failed; marked ${((performance.now() - back) / 1_000).toFixed(1)} s after its return`);
      expect(await unmarked(second)).toBe(0);
      expectClean(check(own, await second.facts()));
    } finally {
      await other.stop();
      await server.stop();
    }
  });
});

describe('without its database', () => {
  it('the platform says so honestly, is not ready within 2 s, and recovers unaided', async () => {
    const waiting = devices.map((device) => ({ device, changes: wholePage(device) }));
    const from = performance.now();
    await cluster.kill();
    const unready = await untilUnready(from);
    const answers = (await Promise.all(devices.slice(0, 5).map(knock))).flat();
    for (const { device, changes } of waiting) expect(await device.save(changes)).toBe(false);
    expect(new Set(answers.map(({ answer }) => answer.status))).toEqual(new Set([503]));
    expect(answers.every(({ answer }) => Number(answer.headers['retry-after']) > 0)).toBe(true);
    expect(ledger.count('unknown')).toBe(waiting.length * 3);

    const restarted = performance.now();
    await cluster.restart();
    await untilReady(stack.apis[0]);
    const back = performance.now() - restarted;
    for (const { device, changes } of waiting) expect(await device.persist(changes, 20)).toBe(true);
    say(`outages: database killed: not ready after ${Math.round(unready)} ms, ${answers.length} answers 503 (slowest ${Math.round(Math.max(...answers.map(({ ms }) => ms)))} ms); ready again ${(back / 1_000).toFixed(2)} s after its start began`);
    expect(unready).toBeLessThanOrEqual(allowed(2_000));
    expect(ledger.count('unknown')).toBe(0);
    expectClean(check(ledger, await hall.facts()));
  });

  it('that answers no more without being gone, it is the same', async () => {
    const { database } = stack.apis[0];
    const waiting = devices.map((device) => ({ device, changes: wholePage(device) }));
    const from = performance.now();
    database.cut();
    const unready = await untilUnready(from);
    const saves = await Promise.all(waiting.map(async ({ device, changes }) => {
      const answer = await call(stack.apis[0].port, 'POST', `/api/v1/attempts/${device.attemptId}/saves`, {
        pass: hall.sitters[devices.indexOf(device)].devices[0], body: { items: changes.map(({ slot, writer, seq, chosen }) => ({ slot, writer, seq, body: { chosen } })) }, patience: 25_000,
      }).catch(() => null);
      changes.forEach((change) => ledger.lose(ledger.send(device.attemptId, change)));
      return { status: answer?.status ?? 0, ms: performance.now() - from };
    }));
    database.heal();
    await untilReady(stack.apis[0]);
    for (const { device, changes } of waiting) expect(await device.persist(changes, 20)).toBe(true);
    say(`outages: database silent: not ready after ${Math.round(unready)} ms; saves answered ${[...new Set(saves.map(({ status }) => status))].join()} after at most ${Math.round(Math.max(...saves.map(({ ms }) => ms)))} ms`);
    expectClean(check(ledger, await hall.facts()));
    expect(unready).toBeLessThanOrEqual(allowed(2_000));
    expect(new Set(saves.map(({ status }) => status))).toEqual(new Set([503]));
  });
});
