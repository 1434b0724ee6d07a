import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { loadConfig } from '#lib/config';
import type { AttemptLiveView, AttemptView, ClientEvents, Problem, ServerEvents, ViewChanged, WallFrame, WallView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { InvigilationActs, Invigilators, Walls } from '#lib/invigilation';
import { newId } from '#lib/kernel';
import { createLogger } from '#lib/observability';
import { io, type Socket } from 'socket.io-client';
import { ExamWorld } from '../../../test/exam-world.js';
import { LiveIoAdapter } from './live-io-adapter.js';
import { LiveProcessModule } from './live-process.module.js';

type Client = Socket<ServerEvents, ClientEvents>;
type Answer = { ok?: Record<string, unknown>; problem?: Problem };

jest.setTimeout(60_000);
let world: ExamWorld;
let apps: NestFastifyApplication[] = [];
let examId: string;
let rooms: string[];
let sitters: { actor: Actor; attempt: AttemptView; candidateId: string }[];
let acts: InvigilationActs;
let walls: Walls;
/** Invigilates the first room, and nothing else. */
let invigilator: Actor;
const clients: Client[] = [];

beforeAll(async () => {
  world = await ExamWorld.create(12);
  apps = [await start(), await start()];
  acts = new InvigilationActs(world.transactions, world.operations, world.revisions);
  walls = new Walls(world.transactions);
  examId = (await world.readyExam([1, 2, 3, 4])).id;
  rooms = await Promise.all([1, 2].map(async (ordinal) => {
    const id = newId();
    await world.dataSource.query('INSERT INTO room (id, exam_id, sitting_id, ordinal, title, capacity) SELECT $1, $2, id, $3, $4, 30 FROM sitting WHERE exam_id = $2', [id, examId, ordinal, { zh: `${ordinal} 考场` }]);
    return id;
  }));
  sitters = [];
  for (const index of [1, 2, 3, 4]) {
    const actor = world.candidate(index);
    const attempt = await world.attempts.start(actor, examId);
    const [[{ id: candidateId }]] = await world.dataSource.query('UPDATE candidate SET room_id = $2, seat = $3 WHERE exam_id = $1 AND person_id = $4 RETURNING id', [examId, rooms[index < 3 ? 0 : 1], index, world.people[index]]) as [{ id: string }[]];
    sitters.push({ actor, attempt, candidateId });
  }
  const organizer = world.organizer();
  await new Invigilators(world.transactions).write(organizer, examId, { rooms: [{ roomId: rooms[0], people: [{ personId: world.people[6], role: 'invigilator' }] }] });
  invigilator = { ...world.candidate(6), assignments: [{ role: 'invigilator', objectType: 'room', objectId: rooms[0] }] };
}, 120_000);

afterEach(() => { for (const client of clients.splice(0)) client.disconnect(); });
afterAll(async () => {
  for (const app of apps) await app.close();
  await world.drop();
});

async function start(): Promise<NestFastifyApplication> {
  const config = loadConfig({ DATABASE_URL: world.database.appUrl, NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const module = await Test.createTestingModule({ imports: [LiveProcessModule.forRoot(config, createLogger('silent', 'test'))] }).compile();
  const made = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  made.useWebSocketAdapter(new LiveIoAdapter(made, config));
  await made.listen({ port: 0, host: '127.0.0.1' });
  return made;
}

/** Somebody's socket at one of the two processes. */
async function connect(person: number, process = 0): Promise<Client> {
  const [token, accountId] = [randomBytes(32).toString('base64url'), newId()];
  const personId = world.people[person];
  await world.dataSource.query("INSERT INTO account (id, person_id, username, password_hash) SELECT $1, $2, $3, 'x' WHERE NOT EXISTS (SELECT 1 FROM account WHERE person_id = $2)", [accountId, personId, `user-${accountId}`]);
  const [{ id }] = await world.dataSource.query('SELECT id FROM account WHERE person_id = $1', [personId]);
  await world.dataSource.query("INSERT INTO session (id, account_id, token_hash, csrf_token, expires_at) VALUES ($1, $2, $3, 'x', kaosai.clock() + interval '1 hour')", [newId(), id, createHash('sha256').update(token).digest()]);
  const client: Client = io(await apps[process].getUrl(), { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { cookie: `kaosai_session=${token}` } });
  clients.push(client);
  await new Promise<void>((resolve, reject) => { client.once('connect', resolve); client.once('connect_error', reject); });
  return client;
}

const send = (client: Client, event: keyof ClientEvents, command: unknown): Promise<Answer> => client.timeout(5_000).emitWithAck(event, command as never) as Promise<Answer>;
const watch = (client: Client, room: string): Promise<Answer> => send(client, 'watch', { room });

/** Waits for the first frame that says what is looked for. */
function frame(client: Client, is: (frame: WallFrame) => boolean): Promise<ViewChanged<WallFrame>> {
  return new Promise((resolve) => client.on('view.changed', (message) => {
    const wall = message as unknown as ViewChanged<WallFrame>;
    if (wall.room.startsWith('wall:') && is(wall.view)) resolve(wall);
  }));
}

async function carryOut(actor: Actor, act: 'pause' | 'resume' | 'message', scope: object = { kind: 'exam' }) {
  const command = { act, scope: scope as { kind: 'exam' } };
  return acts.carryOut(actor, examId, { ...command, text: '停电', digest: (await acts.preview(actor, examId, command)).digest });
}

describe('the room of a wall', () => {
  it('lets in who invigilates the exam or that room, and nobody else', async () => {
    const [room, candidate, outsider] = [await connect(6), await connect(1), await connect(9)];
    expect(await watch(room, `wall:${rooms[0]}`)).toMatchObject({ ok: { revision: expect.any(Number) } });
    for (const [client, id] of [[room, rooms[1]], [room, examId], [candidate, rooms[0]], [outsider, examId], [outsider, newId()]] as const) expect(await watch(client, `wall:${id}`)).toMatchObject({ problem: { code: 'object.not_found' } });
  });

  it('shows a room’s invigilator their own candidates, acts and figures, and lets them act on no others', async () => {
    const view = await walls.get(invigilator, examId);
    expect(view).toMatchObject({ live: [`wall:${rooms[0]}`], mayAct: true, mayCancel: false, rooms: [{ id: rooms[0] }] });
    expect(view.candidates.map(({ roomId }) => roomId)).toEqual([rooms[0], rooms[0]]);
    const elsewhere = { kind: 'candidates', ids: [sitters[2].candidateId, sitters[3].candidateId] };
    await expect(carryOut(invigilator, 'message', elsewhere)).rejects.toMatchObject({ code: 'act.nobody' });
    expect(await carryOut(world.organizer(), 'message', { kind: 'exam' })).toMatchObject({ targets: 4 });
    expect(await carryOut(world.organizer(), 'message', elsewhere)).toMatchObject({ targets: 2 });
    expect(await acts.list(invigilator, examId)).toMatchObject([{ targets: 2, done: 2, waiting: [sitters[0].candidateId, sitters[1].candidateId] }]);
    const leaked = JSON.stringify([await walls.get(invigilator, examId), await acts.list(invigilator, examId)]);
    for (const { candidateId, attempt } of sitters.slice(2)) expect([leaked.includes(candidateId), leaked.includes(attempt.id)]).toEqual([false, false]);
  });

  it('brings a save to walls at both processes within a second, in frames that follow each other, and to no other room’s', async () => {
    const [first, second] = [await connect(6, 0), await connect(6, 1)];
    for (const client of [first, second]) await watch(client, `wall:${rooms[0]}`);
    const frames: ViewChanged<WallFrame>[] = [];
    first.on('view.changed', (message) => frames.push(message as unknown as ViewChanged<WallFrame>));
    const isIt = ({ candidates }: WallFrame): boolean => candidates.some(({ id, answered }) => id === sitters[0].candidateId && answered === 1);
    const arrived = Promise.all([frame(first, isIt), frame(second, isIt)]);
    const begun = performance.now();
    await world.save(sitters[2].actor, sitters[2].attempt, 'q1', ['A'], 1);
    await world.save(sitters[0].actor, sitters[0].attempt, 'q1', ['A'], 1);
    await arrived;
    expect(performance.now() - begun).toBeLessThan(1_500);
    await carryOut(invigilator, 'pause', { kind: 'candidates', ids: [sitters[1].candidateId] });
    await frame(first, ({ candidates }) => candidates.some(({ id, state }) => id === sitters[1].candidateId && state === 'paused'));
    await carryOut(invigilator, 'resume', { kind: 'room', id: rooms[0] });
    await frame(first, ({ candidates }) => candidates.some(({ id, state }) => id === sitters[1].candidateId && state === 'in_progress'));
    frames.slice(1).forEach(({ from }, index) => expect(from).toBe(frames[index].to));
    expect(frames.flatMap(({ view }) => view.candidates).every(({ roomId }) => roomId === rooms[0])).toBe(true);
    const snapshot: WallView = await walls.get(invigilator, examId);
    const last = new Map(frames.flatMap(({ view }) => view.candidates).map((one) => [one.id, one]));
    for (const [id, one] of last) expect(one).toEqual(snapshot.candidates.find((candidate) => candidate.id === id));
  });
});

describe('the candidate’s own room', () => {
  it('carries what an invigilator did, and the page’s acknowledgement comes to the wall', async () => {
    const page = await connect(1);
    const { attempt, candidateId } = sitters[0];
    const told = new Promise<AttemptLiveView>((resolve) => page.on('view.changed', ({ view }) => resolve(view as unknown as AttemptLiveView)));
    await watch(page, `attempt:${attempt.id}`);
    expect(await send(page, 'attempt.beat', { attemptId: attempt.id, unsent: 2 })).toEqual({ ok: { now: expect.any(String) } });
    expect(await send(page, 'attempt.beat', { attemptId: sitters[1].attempt.id, unsent: 2 })).toMatchObject({ problem: { code: 'object.not_found' } });
    const { id } = await carryOut(world.organizer(), 'message', { kind: 'candidates', ids: [candidateId] });
    expect(await told).toMatchObject({ state: 'in_progress', notices: expect.arrayContaining([expect.objectContaining({ actId: id, kind: 'message', text: '停电', acknowledgedAt: null })]) });
    const wall = await connect(6);
    await watch(wall, `wall:${rooms[0]}`);
    const heard = frame(wall, ({ acts: list }) => list?.some((act) => act.id === id && act.acknowledged === 1) ?? false);
    expect(await send(page, 'act.ack', { attemptId: attempt.id, actIds: [id] })).toEqual({ ok: { acknowledged: 1 } });
    expect(await send(page, 'act.ack', { attemptId: sitters[1].attempt.id, actIds: [id] })).toMatchObject({ problem: { code: 'object.not_found' } });
    expect((await heard).view.acts?.find((act) => act.id === id)?.waiting).toEqual([]);
  });
});
