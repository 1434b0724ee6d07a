import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Editions, Entries } from '#lib/competition';
import { loadConfig } from '#lib/config';
import type { BoardView, ClientEvents, Problem, ServerEvents, ViewChanged, WatchCommand } from '#lib/contracts';
import { Signals, Transactions } from '#lib/database';
import { type Actor, endAssignment, endSessions } from '#lib/identity';
import { Panels } from '#lib/judging';
import { newId } from '#lib/kernel';
import { createLogger } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { io, type Socket } from 'socket.io-client';
import { type ContestWorld, makeContestWorld, makeJudgedFinal } from '../../../test/fixtures/contest-world.js';
import { LiveIoAdapter } from './live-io-adapter.js';
import { LiveProcessModule } from './live-process.module.js';

type Client = Socket<ServerEvents, ClientEvents>;
type Answer = { ok?: Record<string, unknown>; problem?: Problem };

jest.setTimeout(30_000);
let database: TestDatabase;
let app: NestFastifyApplication;
let url: string;
let world: ContestWorld;
let transactions: Transactions;
const clients: Client[] = [];

beforeAll(async () => {
  database = await testDatabase();
  app = await start();
  url = await app.getUrl();
  transactions = app.get(Transactions);
  world = await makeContestWorld(transactions.reader);
}, 60_000);

afterEach(() => { for (const client of clients.splice(0)) client.disconnect(); });

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function start(): Promise<NestFastifyApplication> {
  const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const module = await Test.createTestingModule({ imports: [LiveProcessModule.forRoot(config, createLogger('silent', 'test'))] }).compile();
  const made = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  made.useWebSocketAdapter(new LiveIoAdapter(made, config));
  await made.listen({ port: 0, host: '127.0.0.1' });
  return made;
}

/** Signs a person in, as the api would. */
async function signIn(personId: string): Promise<{ cookie: string; sessionId: string; accountId: string }> {
  const [token, sessionId, accountId] = [randomBytes(32).toString('base64url'), newId(), newId()];
  await transactions.reader.query("INSERT INTO account (id, person_id, username, password_hash) VALUES ($1, $2, $3, 'x') ON CONFLICT DO NOTHING", [accountId, personId, `user-${accountId}`]);
  const [{ id }] = await transactions.reader.query<{ id: string }[]>('SELECT id FROM account WHERE person_id = $1', [personId]);
  await transactions.reader.query("INSERT INTO session (id, account_id, token_hash, csrf_token, expires_at) VALUES ($1, $2, $3, 'x', kaosai.clock() + interval '1 hour')", [sessionId, id, createHash('sha256').update(token).digest()]);
  return { cookie: `kaosai_session=${token}`, sessionId, accountId: id };
}

function open(options: { cookie?: string; origin?: string; transports?: ('websocket' | 'polling')[]; url?: string } = {}): Client {
  const client: Client = io(options.url ?? url, {
    transports: options.transports ?? ['websocket'], reconnection: false, forceNew: true,
    extraHeaders: { ...(options.cookie ? { cookie: options.cookie } : {}), ...(options.origin ? { origin: options.origin } : {}) },
  });
  clients.push(client);
  return client;
}

async function connect(options: Parameters<typeof open>[0] = {}): Promise<Client> {
  const client = open(options);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', resolve);
    client.once('connect_error', reject);
  });
  return client;
}

const send = (client: Client, event: keyof ClientEvents, command: unknown): Promise<Answer> => client.timeout(5_000).emitWithAck(event, command as never) as Promise<Answer>;
const watch = (client: Client, room: string): Promise<Answer> => send(client, 'watch', { room: room as WatchCommand['room'] });
const nextNews = (client: Client): Promise<ViewChanged<BoardView>> => new Promise((resolve) => client.once('view.changed', resolve));

/** A judged final with three judges, the first of them the chief, each signed in. */
async function final() {
  const made = await makeJudgedFinal(world, app.get(Editions), app.get(Entries), 1);
  const judges = world.guests.slice(0, 3);
  const view = await app.get(Panels).write(world.organizer, made.stageId, {
    judges: judges.map((personId, index) => ({ personId, seat: index + 1, chief: index === 0 })),
    criteria: [{ title: { zh: '规范' }, max: '100', step: '0.5' }], dropHigh: 1, dropLow: 1, seconds: null,
  });
  const [performance] = view.performances;
  const sheet = (mark: string, expectedVersion = 0) => ({ commandId: newId(), performanceId: performance.id, expectedVersion, marks: [{ criterionId: view.criteria[0].id, mark }], comment: '' });
  return { ...made, performance, judges, sheet, signedIn: await Promise.all(judges.map(signIn)) };
}

describe('a connection', () => {
  it.each([['another site', 'http://evil.example'], ['a page without an origin', 'null'], ['a look-alike', 'http://127.0.0.1.evil.example']])('is refused to %s', async (_, origin) => {
    await expect(connect({ origin })).rejects.toThrow('websocket error');
  });

  it('is allowed to a page of this site, over WebSocket alone', async () => {
    await connect({ origin: url });
    await expect(connect({ transports: ['polling'] })).rejects.toThrow('xhr poll error');
  });
});

describe('watching', () => {
  it('is open to everybody for a public board, and to nobody without a session for anything else', async () => {
    const { heatId, stageId } = await final();
    const spectator = await connect();
    expect(await watch(spectator, `board:${heatId}`)).toEqual({ ok: { room: `board:${heatId}`, revision: expect.any(Number) } });
    expect(await watch(spectator, `judging:${stageId}`)).toMatchObject({ problem: { code: 'session.required', status: 401, title: '请先登录。' } });
    expect(await watch(spectator, `board:${newId()}`)).toMatchObject({ problem: { code: 'object.not_found' } });
    expect(await watch(spectator, 'board:1')).toMatchObject({ problem: { code: 'request.invalid', errors: [{ path: 'room' }] } });
    expect(await send(spectator, 'watch', null)).toMatchObject({ problem: { code: 'request.invalid' } });
    expect(await send(spectator, 'unwatch', { room: `board:${heatId}` })).toEqual({ ok: { room: `board:${heatId}` } });
    expect(await watch(await connect({ cookie: 'kaosai_session=stale' }), `board:${heatId}`)).toMatchObject({ ok: {} });
  });

  it('is for those the policy lets read', async () => {
    const { heatId, stageId, signedIn } = await final();
    const [chief, judge] = await Promise.all(signedIn.map(({ cookie }) => connect({ cookie })));
    expect(await watch(chief, `chief:${stageId}`)).toMatchObject({ ok: {} });
    expect(await watch(judge, `judging:${stageId}`)).toMatchObject({ ok: {} });
    expect(await watch(judge, `chief:${stageId}`)).toMatchObject({ problem: { code: 'object.not_found' } });
    expect(await watch(judge, `heat:${heatId}`)).toMatchObject({ problem: { code: 'object.not_found' } });
    expect(await watch(judge, `attempt:${newId()}`)).toMatchObject({ problem: { code: 'object.not_found' } });
  });

  it('hears of a change whose signal was lost', async () => {
    const { heatId } = await final();
    const spectator = await connect();
    await watch(spectator, `board:${heatId}`);
    const news = nextNews(spectator);
    await transactions.reader.query('UPDATE aggregate_revision SET revision = revision + 1 WHERE aggregate = $1', [`board:${heatId}`]);
    expect(await news).toMatchObject({ room: `board:${heatId}` });
  });
});

describe('judging', () => {
  it('goes from call to board, which moves in every open browser of every process', async () => {
    const { heatId, stageId, performance, sheet, signedIn } = await final();
    const [chief, second, third] = await Promise.all(signedIn.map(({ cookie }) => connect({ cookie })));
    const otherProcess = await start();
    const spectators = await Promise.all([connect(), connect(), connect({ url: await otherProcess.getUrl() })]);
    const heard: ViewChanged<BoardView>[] = [];
    for (const spectator of spectators) expect(await watch(spectator, `board:${heatId}`)).toMatchObject({ ok: {} });
    spectators[0].on('view.changed', (message) => heard.push(message));
    await watch(third, `judging:${stageId}`);
    const raised = once(third as never, 'revision.raised');

    expect(await send(second, 'performance.call', { commandId: newId(), performanceId: performance.id, expectedVersion: 1 })).toMatchObject({ problem: { code: 'object.not_found' } });
    expect(await send(chief, 'performance.call', { commandId: newId(), performanceId: performance.id, expectedVersion: 1 })).toMatchObject({ ok: { current: { id: performance.id } } });
    expect((await raised)[0]).toMatchObject({ room: `judging:${stageId}` });
    const command = sheet('90.5');
    const first = await send(chief, 'sheet.submit', command);
    expect(first).toMatchObject({ ok: { total: '90.5', version: 1 } });
    expect(await send(chief, 'sheet.submit', command)).toEqual(first);
    expect(await send(second, 'sheet.submit', sheet('88'))).toMatchObject({ ok: {} });
    expect(await send(third, 'sheet.submit', sheet('101'))).toMatchObject({ problem: { code: 'sheet.mark_out_of_range' } });
    const done = await send(third, 'sheet.submit', sheet('92'));
    expect(done).toMatchObject({ ok: {} });
    const desk = await app.get(Panels).get({ ...world.organizer } as Actor, stageId);

    const shown = Promise.all(spectators.map((spectator) => new Promise<number>((resolve) => spectator.on('view.changed', ({ view }) => { if (view.latest) resolve(Date.now()); }))));
    const confirmedAt = Date.now();
    expect(await send(chief, 'performance.confirm', { commandId: newId(), performanceId: performance.id, expectedVersion: desk.current!.version })).toMatchObject({ ok: { performances: expect.anything() } });
    expect(Math.max(...await shown) - confirmedAt).toBeLessThan(1_000);
    expect(heard.at(-1)).toMatchObject({ view: { latest: { total: '90.50' }, progress: { done: 1 } } });
    heard.slice(1).forEach((message, index) => expect(message.from).toBe(heard[index].to));
    await otherProcess.close();
  });

  it('answers every command, also a malformed, an anonymous and a too frequent one', async () => {
    const { sheet, signedIn: [{ cookie }] } = await final();
    const judge = await connect({ cookie });
    expect(await send(judge, 'sheet.submit', { ...sheet('1'), marks: [{ criterionId: 'x', mark: 1.5 }], extra: 1 })).toMatchObject({
      problem: { code: 'request.invalid', errors: expect.arrayContaining([{ path: 'marks.0.mark', code: 'field.matches' }, { path: 'marks.0.criterionId', code: 'field.isUuid' }, { path: 'extra', code: 'field.whitelistValidation' }]) },
    });
    expect(await send(await connect(), 'sheet.submit', sheet('1'))).toMatchObject({ problem: { code: 'session.required' } });
    const answers = await Promise.all(Array.from({ length: 60 }, () => send(judge, 'unwatch', { room: `board:${newId()}` })));
    expect(answers.filter(({ problem }) => problem?.code === 'request.rate_limited').length).toBeGreaterThan(10);
  });
});

describe('the end', () => {
  it.each<[string, (session: { sessionId: string; accountId: string }) => Promise<void>]>([
    ['signed_out', ({ sessionId }) => transactions.run((manager) => endSessions(manager, [sessionId], 'signed_out'))],
    ['disabled', async ({ accountId }) => {
      await transactions.reader.query('UPDATE account SET disabled_at = kaosai.clock() WHERE id = $1', [accountId]);
      app.get(Signals).invalidate(`account:${accountId}`);
    }],
  ])('of a session (%s) cuts its sockets within two seconds', async (reason, end) => {
    const session = await signIn(world.people[0][reason === 'disabled' ? 8 : 9]);
    const client = await connect({ cookie: session.cookie });
    const told = once(client as never, 'session.ended');
    const cut = once(client as never, 'disconnect');
    const from = Date.now();
    await end(session);
    expect((await told)[0]).toEqual({ reason });
    await cut;
    expect(Date.now() - from).toBeLessThan(2_000);
  });

  it('of an assignment puts the judge out of the room', async () => {
    const { stageId, judges, performance, signedIn } = await final();
    const [chief, judge] = await Promise.all(signedIn.map(({ cookie }) => connect({ cookie })));
    await watch(judge, `judging:${stageId}`);
    let heard = 0;
    judge.on('revision.raised', () => { heard += 1; });
    await transactions.run((manager) => endAssignment(manager, world.organizer, { personId: judges[1], role: 'judge', objectType: 'stage', objectId: stageId }));
    await sleep(1_000);
    heard = 0;
    await send(chief, 'performance.call', { commandId: newId(), performanceId: performance.id, expectedVersion: 1 });
    await sleep(500);
    expect(heard).toBe(0);
    expect(await watch(judge, `judging:${stageId}`)).toMatchObject({ problem: { code: 'object.not_found' } });
  });

  it('of the process is told to every socket', async () => {
    const other = await start();
    const client = await connect({ url: await other.getUrl() });
    const told = once(client as never, 'server.stopping');
    const cut = once(client as never, 'disconnect');
    await other.close();
    expect((await told)[0]).toEqual({ retryAfter: 1_000 });
    await cut;
  });
});
