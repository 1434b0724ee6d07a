import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Problem } from '#lib/contracts';
import type { ApiClient, LiveSocket } from '../support/api-client.js';
import { command, idsOf, ownSession, requests } from './access-matrix.requests.js';
import { events, hallRoutes, hiddenFromHall, lists, pages, people, type Person, rooms, routes, type Rule, whenConfirmed } from './access-matrix.table.js';
import { type MatrixWorld, startMatrixWorld, unknownId } from './access-matrix.world.js';

jest.setTimeout(180_000);
type Who = Person | 'nobody' | 'disabled';
type Outcome = 'passes' | 'refused' | 'hidden' | 'session';
const everybody: readonly Who[] = [...people, 'disabled', 'nobody'];
let world: MatrixWorld;
const sockets = new Map<Who, LiveSocket>();

beforeAll(async () => { world = await startMatrixWorld(); });
afterAll(async () => {
  for (const socket of sockets.values()) socket.close();
  await world.stop();
});

const client = (who: Who): ApiClient => world.clients.get(who) as ApiClient;

function expected(rule: Rule, who: Who, known: boolean, heatPublished = false): Outcome {
  if (rule.kind === 'published') return known && heatPublished ? 'passes' : 'hidden';
  if (rule.kind === 'public') return 'passes';
  if (who === 'nobody' || who === 'disabled') return 'session';
  if (rule.kind === 'self') return 'passes';
  if (rule.kind === 'role') return rule.passes.includes(who) ? 'passes' : 'refused';
  if (!known) return 'hidden';
  return rule.passes.includes(who) ? 'passes' : rule.refused?.includes(who) ? 'refused' : 'hidden';
}

function outcome(status: number): Outcome {
  if (status >= 500) throw new Error(`The server failed with ${status}`);
  return status === 401 ? 'session' : status === 403 ? 'refused' : status === 404 ? 'hidden' : 'passes';
}

async function call(who: Who, route: string, known: boolean): Promise<{ outcome: Outcome; code: string }> {
  const { path, body, ifMatch } = requests[route](await idsOf(world, route, known), world);
  const [method] = route.split(' ');
  const response = await client(who).raw(method, path, body, ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` });
  const text = await response.text();
  const code = response.headers.get('content-type')?.includes('problem') ? (JSON.parse(text) as Problem).code : '';
  // A body that the table's request gets wrong would pass for a right one.
  if (code === 'request.malformed' || (code === 'request.invalid' && !['POST /api/v1/setup', 'POST /api/v1/session', 'POST /api/v1/session/exam', 'PUT /api/v1/question-imports/:id/mapping'].includes(route))) throw new Error(`${route}: ${text}`);
  return { outcome: outcome(response.status), code };
}

async function send(who: Who, name: string, body: unknown): Promise<Outcome> {
  const { socket } = sockets.get(who) as LiveSocket;
  // The bucket holds ten commands and fills again at thirty a second.
  await new Promise((resume) => setTimeout(resume, 25));
  const ack = await (socket.timeout(5_000) as unknown as { emitWithAck(event: string, body: unknown): Promise<{ ok?: unknown; problem?: Problem }> }).emitWithAck(name, body);
  if (ack.problem?.code === 'request.invalid') throw new Error(`${name}: ${JSON.stringify(ack.problem)}`);
  return ack.problem ? outcome(ack.problem.status) : 'passes';
}

describe('the routes', () => {
  it('are all classified, and nothing else is', () => {
    expect([...world.routes].sort()).toEqual([...Object.keys(routes), ...pages].sort());
    expect(Object.keys(requests).sort()).toEqual(Object.keys(routes).filter((route) => route !== 'DELETE /api/v1/session').sort());
  });

  it('hide what does not exist from everybody', async () => {
    const wrong: string[] = [];
    for (const [route, rule] of Object.entries(routes)) {
      if (!['object', 'published'].includes(rule.kind)) continue;
      await Promise.all(everybody.map(async (who) => {
        const answer = await call(who, route, false);
        if (answer.outcome !== expected(rule, who, false)) wrong.push(`${route} by ${who}: ${answer.outcome} ${answer.code}`);
      }));
    }
    expect(wrong).toEqual([]);
  });

  it('let through exactly whom the table names', async () => {
    const wrong: string[] = [];
    for (const [route, rule] of Object.entries(routes)) {
      if (route === 'DELETE /api/v1/session') continue;
      const check = async (who: Who): Promise<void> => {
        const answer = await call(who, route, true);
        if (answer.outcome !== expected(rule, who, true)) wrong.push(`${route} by ${who}: ${answer.outcome} ${answer.code}, expected ${expected(rule, who, true)}`);
      };
      // Those who must fail come first: what those who may do would hide that they could too.
      await Promise.all(everybody.filter((who) => expected(rule, who, true) !== 'passes').map(check));
      for (const who of everybody.filter((one) => expected(rule, one, true) === 'passes')) await check(who);
    }
    expect(wrong).toEqual([]);
  });

  it('leave a session begun in the hall its own exam, and nothing else', async () => {
    const wrong: string[] = [];
    for (const [route, rule] of Object.entries(routes)) {
      if (rule.kind === 'public' || rule.kind === 'published' || route === 'DELETE /api/v1/session') continue;
      const { path, body, ifMatch } = requests[route](await idsOf(world, route, true), world);
      const response = await world.hall.raw(route.split(' ')[0], path, body, ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` });
      const { code } = response.ok ? { code: '' } : await response.json() as Problem;
      if ((code !== 'session.exam_only') !== hallRoutes.includes(route)) wrong.push(`${route}: ${response.status} ${code}`);
      if (hallRoutes.includes(route) && [403, 404].includes(response.status) !== hiddenFromHall.includes(route)) wrong.push(`${route}: ${response.status} ${code}`);
    }
    expect(wrong).toEqual([]);
    const other = await world.hall.raw('POST', `/my/exams/${world.b.examId}/start`, {});
    expect(other.status).toBe(404);
  });

  it('end a session of its own at sign-out, and nobody else can', async () => {
    for (const who of ['nobody', 'disabled'] as const) expect((await client(who).raw('DELETE', '/session')).status).toBe(401);
    const { ApiClient: Client } = await import('../support/api-client.js');
    const own = await Client.signedIn(world.url, ownSession.username, ownSession.password);
    expect((await own.raw('DELETE', '/session')).status).toBe(204);
    expect((await own.raw('GET', '/session')).status).toBe(401);
  });
});

describe('changes', () => {
  it('need the page of this site and its token', async () => {
    const organizer = client('organizerS');
    const forged: Record<string, string>[] = [{ Origin: 'http://evil.example' }, { Origin: 'null' }, { Origin: `${world.url}.evil.example` }, { 'X-CSRF-Token': 'wrong' }, { 'X-CSRF-Token': '' }];
    for (const headers of forged) {
      for (const [method, path] of [['PUT', '/session/locale'], ['POST', `/exams/${world.a.examId}/prepare`], ['DELETE', `/grants/${unknownId}`]]) {
        expect([method, (await organizer.raw(method, path, method === 'DELETE' ? undefined : { locale: 'zh-CN' }, headers)).status]).toEqual([method, 403]);
      }
    }
  });
});

describe('the lists', () => {
  /** The twins of each list: what stands for a1 (`a`), b1 (`b`) and the guests (`g`). */
  const marks = (path: string): Record<string, string> => {
    const { a, b, guestId } = world;
    const twins: Record<string, (one: typeof a) => string> = {
      '/org-units': ({ unitId }) => unitId, '/people': ({ personId }) => personId, '/grants': ({ grantId }) => grantId, '/questions': ({ questionId }) => questionId, '/papers': ({ paperId }) => paperId, '/question-categories': ({ categoryId }) => categoryId,
      '/references': ({ referenceId }) => referenceId, '/exams': ({ examId }) => examId, '/editions': ({ edition }) => edition.id, '/my/exams': ({ examId }) => examId, '/audit-events': ({ heatId }) => heatId,
    };
    if (path === '/my/stages') return { [world.stageId]: 'a' };
    return { [twins[path](a)]: 'a', [twins[path](b)]: 'b', ...(path === '/people' ? { [guestId]: 'g' } : {}) };
  };

  async function readAll(who: Person, path: string): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const answer: unknown = await client(who).get(`${path}${cursor ? `?limit=200&cursor=${cursor}` : path.startsWith('/my') || path === '/org-units' ? '' : '?limit=200'}`);
      const page = Array.isArray(answer) ? { items: answer, next: null } : answer as { items: unknown[]; next: string | null };
      for (const item of page.items as Record<string, string>[]) ids.push(item.id, item.examId, item.stageId, item.objectId);
      cursor = page.next;
    }
    return ids;
  }

  it.each(Object.keys(lists))('%s shows everyone their own rows and no others', async (path) => {
    const table = Object.entries(marks(path));
    for (const who of people) {
      const ids = await readAll(who, path);
      const seen = table.filter(([id]) => ids.includes(id)).map(([, mark]) => mark).sort().join('');
      expect(`${who} sees ${seen}`).toBe(`${who} sees ${lists[path][who] ?? ''}`);
      const total = ids.filter((id) => id !== undefined).length;
      if (lists[path][who] === undefined) expect(`${who} gets ${total}`).toBe(`${who} gets 0`);
    }
  });
});

describe('nested ids', () => {
  it('belong to what they are asked under', async () => {
    const { a, b, candidateEntryId, attemptId } = world;
    const hidden = async (who: Person, path: string): Promise<void> => expect([path, (await client(who).raw('GET', path)).status]).toEqual([path, 404]);
    await hidden('organizerS', `/heats/${b.heatId}/entries/${candidateEntryId}/explanation`);
    await hidden('candidate', `/heats/${a.heatId}/entries/${a.entryId}/explanation`);
    await hidden('candidate', `/attempts/${attemptId}/references/${b.referenceId}`);
    await hidden('organizerA1', `/people?orgUnitId=${b.unitId}`);
    await hidden('leaderA1', `/people?orgUnitId=${world.systemId}`);
  });

  it('in a body are within the scope of who sends them', async () => {
    const { a, b } = world;
    const title = { zh: '题' };
    const answer = async (path: string, body: unknown, who: Person = 'organizerA1'): Promise<string> => {
      const response = await client(who).raw('POST', path, body);
      return `${response.status} ${((await response.json()) as Problem).code}`;
    };
    const window = { opensAt: new Date(Date.now() + 1e6).toISOString(), lateUntil: new Date(Date.now() + 2e6).toISOString(), durationSeconds: 60, mode: 'closed', title };
    expect(await answer('/exams', { ...window, orgUnitId: a.unitId, paperId: b.paperId, referenceIds: [] })).toBe('404 object.not_found');
    expect(await answer('/exams', { ...window, orgUnitId: a.unitId, paperId: a.paperId, referenceIds: [b.referenceId] })).toBe('404 object.not_found');
    expect(await answer('/exams', { ...window, orgUnitId: b.unitId, paperId: a.paperId, referenceIds: [] })).toBe('404 object.not_found');
    expect(await answer(`/exams/${a.examId}/candidates`, { personIds: [b.personId] })).toBe('422 person.unknown');
    expect(await answer(`/heats/${a.heatId}/entries`, { personIds: [b.personId] })).toMatch(/^422 (entry\.wrong_unit|person\.unknown)$/);
    expect(await answer(`/heats/${a.heatId}/entries`, { personIds: [b.personId] }, 'leaderA1')).toMatch(/^422 (entry\.wrong_unit|person\.unknown)$/);
    expect(await answer('/grants', { personId: b.personId, role: 'organizer', orgUnitId: a.unitId }, 'unitAdminA1')).toBe('422 person.unknown');
    expect(await answer('/grants', { personId: a.personId, role: 'organizer', orgUnitId: b.unitId }, 'unitAdminA1')).toBe('404 object.not_found');
    for (const role of ['security_admin', 'audit_admin']) expect(await answer('/grants', { personId: a.personId, role, orgUnitId: a.unitId }, 'systemAdmin')).toBe('403 grant.above_own');
    const importId = await world.newImport();
    expect(await answer(`/question-imports/${importId}/commit`, { rows: 'all', orgUnitId: b.unitId })).toBe('404 object.not_found');
    const draft = await client('organizerA1').raw('POST', '/papers', {
      orgUnitId: a.unitId, title, shuffleQuestions: false, shuffleOptions: false, sections: [{ title, slots: [{ slot: 's1', questionVersionId: b.questionVersionId, marks: '1', scoring: 'all_or_nothing' }] }] });
    const { id, version, sections } = await draft.json() as { id: string; version: number; sections: { slots: { excerpt: string }[] }[] };
    expect(sections[0].slots[0].excerpt).toBe('');
    const published = await client('organizerA1').raw('POST', `/papers/${id}/publish`, {}, { 'If-Match': `"${version}"` });
    expect([published.status, ((await published.json()) as Problem).code]).toEqual([422, 'paper.question_unavailable']);
  });
});

describe('the socket events', () => {
  beforeAll(() => {
    for (const who of everybody) if (who !== 'disabled') sockets.set(who, client(who).socket());
  });

  it('are all classified, and nothing else is', () => {
    expect([...world.events].sort()).toEqual(Object.keys(events).sort());
  });

  it('let into a room exactly whom the table names', async () => {
    const { a, stageId, attemptId } = world;
    const ids: Record<string, string> = { board: a.heatId, judging: stageId, chief: stageId, heat: a.heatId, edition: a.edition.id, exam: a.examId, attempt: attemptId, wall: a.examId };
    expect(Object.keys(rooms).sort()).toEqual(Object.keys(ids).sort());
    const wrong: string[] = [];
    for (const [kind, rule] of Object.entries(rooms)) {
      await Promise.all([...sockets.keys()].map(async (who) => {
        const known = await send(who, 'watch', { room: `${kind}:${ids[kind]}` });
        const unknown = await send(who, 'watch', { room: `${kind}:${unknownId}` });
        if (known !== expected(rule, who, true)) wrong.push(`${kind} by ${who}: ${known}`);
        if (unknown !== expected(rule, who, false)) wrong.push(`unknown ${kind} by ${who}: ${unknown}`);
      }));
    }
    expect(wrong).toEqual([]);
  });

  it('obey exactly whom the table names', async () => {
    const wrong: string[] = [];
    for (const [name, rule] of Object.entries(events)) {
      if (rule === 'rooms' || name === 'unwatch') continue;
      await Promise.all([...sockets.keys()].map(async (who) => {
        const known = await send(who, name, command(world.performanceId, world.attemptId)[name]);
        const unknown = await send(who, name, command(unknownId, unknownId)[name]);
        if (known !== expected(rule, who, true)) wrong.push(`${name} by ${who}: ${known}`);
        if (unknown !== expected(rule, who, false)) wrong.push(`${name} of nothing by ${who}: ${unknown}`);
      }));
    }
    expect(wrong).toEqual([]);
  });
});

describe('a heat', () => {
  it('opens to its own people when it is confirmed, and to everybody when it is published', async () => {
    const wrong: string[] = [];
    for (const state of ['confirmed', 'published'] as const) {
      await world.setHeatState(state);
      const open = { ...whenConfirmed, ...(state === 'published' ? { 'GET /api/v1/public/boards/:heatId': routes['GET /api/v1/public/boards/:heatId'] } : {}) };
      for (const [route, rule] of Object.entries(open)) {
        for (const who of everybody) {
          const answer = await call(who, route, true);
          if (answer.outcome !== expected(rule, who, true, state === 'published')) wrong.push(`${state}: ${route} by ${who}: ${answer.outcome}`);
        }
      }
    }
    for (const who of sockets.keys()) if (await send(who, 'watch', { room: `board:${world.a.heatId}` }) !== 'passes') wrong.push(`board by ${who}`);
    expect(wrong).toEqual([]);
  });
});

describe('what has been archived', () => {
  it('does not exist any more', async () => {
    const { b } = world;
    const seen: string[] = [];
    for (const [table, id, path] of [['question', b.questionId, 'questions'], ['paper', b.paperId, 'papers'], ['reference', b.referenceId, 'references'], ['exam', b.examId, 'exams'], ['edition', b.edition.id, 'editions']] as const) {
      await world.archive(table, id);
      const { status } = await client('organizerS').raw('GET', `/${path}/${id}`);
      const { items } = await client('organizerS').get<{ items: { id: string }[] }>(`/${path}?limit=200`);
      if (status !== 404 || items.some((item) => item.id === id)) seen.push(`${table}: ${status}`);
    }
    expect(seen).toEqual([]);
  });
});
