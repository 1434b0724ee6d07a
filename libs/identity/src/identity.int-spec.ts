import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#lib/config';
import { Signals, Transactions } from '#lib/database';
import { createLogger } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Accounts, Actors, type Actor, assign, endAssignment, enrollPeople, Grants, hashPassword, insertGrant, insertOrgUnits, insertZonePlan, Organization, People, peopleInScope, Sessions, snapshotUnitOf } from './index.js';

const password = 'right-horse';
let database: TestDatabase;
let dataSource: DataSource;
let transactions: Transactions;
let signals: Signals;
let otherSignals: Signals;
let sessions: Sessions;
let otherProcess: Sessions;
let units: Map<string, string>;
/** By name. */
let people: Map<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test' });
  const logger = createLogger('silent', 'test');
  dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, schema: 'kaosai', extra: { options: '-c search_path=kaosai,public -c timezone=UTC' } }).initialize();
  [signals, otherSignals] = [new Signals(config, logger), new Signals(config, logger)];
  transactions = new Transactions(dataSource, signals);
  [sessions, otherProcess] = [new Sessions(transactions, signals), new Sessions(transactions, otherSignals)];
  await Promise.all([sessions.onModuleInit(), otherProcess.onModuleInit()]);
  await fill(await hashPassword(password));
});

async function fill(passwordHash: string): Promise<void> {
  await transactions.run(async (manager) => {
    units = await insertOrgUnits(manager, [
      { path: 's', kind: 'system', code: 'S', title: { zh: '系统' } },
      { path: 's.a', kind: 'unit', code: 'A', title: { zh: '甲单位' } }, { path: 's.a.d', kind: 'department', code: 'AD', title: { zh: '一科' } },
      { path: 's.b', kind: 'unit', code: 'B', title: { zh: '乙单位' } },
    ]);
    const staff = (name: string, path: string | null, staffNumber?: string) => ({
      name, staffNumber, kind: path ? 'staff' as const : 'guest' as const, orgUnitId: path ? units.get(path) : undefined, account: { username: name, passwordHash },
    });
    const rows = [staff('admin', 's'), staff('security', 's'), staff('auditor', 's'), staff('admin-a', 's.a'), staff('王小明', 's.a.d', 'A001'), staff('王晓', 's.b', 'B001'), staff('expert', null), staff('flooded', 's.a'), staff('leaver', 's.a')];
    const ids = await enrollPeople(manager, rows);
    people = new Map(rows.map(({ name }, index) => [name, ids[index]]));
    const grant = (name: string, role: 'system_admin' | 'security_admin' | 'audit_admin', path: string) => insertGrant(manager, { personId: people.get(name)!, role, orgUnitId: units.get(path)! }, null);
    await grant('admin', 'system_admin', 's');
    await grant('security', 'security_admin', 's');
    await grant('auditor', 'audit_admin', 's');
    await grant('admin-a', 'system_admin', 's.a');
    await insertZonePlan(manager, { orgUnitId: units.get('s')!, title: { zh: '2026 分组' }, validFrom: '2026-01-01', zones: [{ code: 'Z1', title: { zh: '一片区' }, unitIds: [units.get('s.b')!, units.get('s.a')!] }] });
  });
}

afterAll(async () => {
  sessions.onModuleDestroy();
  otherProcess.onModuleDestroy();
  await Promise.all([signals.onApplicationShutdown(), otherSignals.onApplicationShutdown()]);
  await dataSource.destroy();
  await database.drop();
});

const actorOf = async (name: string): Promise<Actor> => (await new Actors(transactions).ofPerson(people.get(name)!))!;
const signIn = (name: string, device = {}) => sessions.signIn(name, password, device);

describe('a session', () => {
  it('is opened by the right password, by its token alone, and shows who it is', async () => {
    const { token, session, deviceId } = await signIn('ADMIN-A ');
    expect(session).toMatchObject({ account: { username: 'admin-a', locale: 'zh-CN' }, person: { name: 'admin-a', unit: { code: 'A' } }, grants: [{ role: 'system_admin', orgUnit: { code: 'A' } }], assignments: [] });
    expect(deviceId).toMatch(/^[0-9a-f-]{36}$/);
    const actor = await sessions.authenticate(token);
    expect(actor).toMatchObject({ personId: people.get('admin-a'), grants: [{ role: 'system_admin', path: 's.a' }] });
    expect(await sessions.authenticate(token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).toBeNull();
    expect(await sessions.csrfMatches(actor!.sessionId, session.csrfToken)).toBe(true);
    expect(await sessions.csrfMatches(actor!.sessionId, `${session.csrfToken}x`)).toBe(false);
    expect(await sessions.csrfMatches(actor!.sessionId, undefined)).toBe(false);
    const stored = await dataSource.query('SELECT * FROM session') as Record<string, unknown>[];
    expect(JSON.stringify(stored.map((row) => Object.values(row).map(String)))).not.toContain(token);
  });

  it('gets a new token at every sign-in, and the one it replaces ends', async () => {
    const first = await signIn('admin-a');
    const second = await signIn('admin-a', { deviceId: first.deviceId, previousToken: first.token });
    expect(second.token).not.toBe(first.token);
    expect(second.deviceId).toBe(first.deviceId);
    expect(await sessions.authenticate(first.token)).toBeNull();
    expect(await sessions.authenticate(second.token)).not.toBeNull();
  });

  it('ends at sign-out in every process', async () => {
    const { token } = await signIn('admin-a');
    const actor = (await sessions.authenticate(token))!;
    expect(await otherProcess.authenticate(token)).not.toBeNull();
    await sessions.signOut(actor);
    expect(await sessions.authenticate(token)).toBeNull();
    await sleep(200);
    expect(await otherProcess.authenticate(token)).toBeNull();
    await expect(sessions.viewOf(actor)).rejects.toThrow('session.ended');
  });

  it('is prolonged while it is used and ends when it is not', async () => {
    const { token } = await signIn('admin-a');
    const { sessionId } = (await sessions.authenticate(token))!;
    await dataSource.query("UPDATE session SET expires_at = kaosai.clock() + interval '1 hour' WHERE id = $1", [sessionId]);
    await otherProcess.authenticate(token);
    const [{ hours }] = await dataSource.query("SELECT round(extract(epoch FROM expires_at - kaosai.clock()) / 3600)::int AS hours FROM session WHERE id = $1", [sessionId]);
    expect(hours).toBe(12);
    await dataSource.query("UPDATE session SET expires_at = kaosai.clock() - interval '1 ms' WHERE id = $1", [sessionId]);
    signals.invalidate(`session:${sessionId}`);
    await sleep(200);
    expect(await sessions.authenticate(token)).toBeNull();
  });

  it('serves many at once with one read', async () => {
    const tokens = (await Promise.all(Array.from({ length: 8 }, () => signIn('admin-a')))).map(({ token }) => token);
    const actors = await Promise.all([...tokens, ...tokens].map((token) => otherProcess.authenticate(token)));
    expect(actors.every((actor) => actor?.personId === people.get('admin-a'))).toBe(true);
  });

  it('is read again ahead of time while it is used, and an end that nobody told of is seen within the second', async () => {
    const signedIn = await sessions.signIn('leaver', password);
    const until = performance.now() + 1_600;
    while (performance.now() < until) {
      expect(await sessions.authenticate(signedIn.token)).not.toBeNull();
      await sleep(20);
    }
    await dataSource.query("UPDATE session SET ended_at = kaosai.clock(), ended_reason = 'signed_out' WHERE csrf_token = $1", [signedIn.session.csrfToken]);
    const ended = performance.now();
    while (await sessions.authenticate(signedIn.token)) await sleep(20);
    expect(performance.now() - ended).toBeLessThan(1_100);
  });
});

describe('guessing passwords', () => {
  it('answers the same for a wrong password and an unknown account', async () => {
    await expect(sessions.signIn('expert', 'wrong')).rejects.toMatchObject({ code: 'session.bad_credentials' });
    await expect(sessions.signIn('nobody', 'wrong')).rejects.toMatchObject({ code: 'session.bad_credentials' });
  });

  it('forgets tries of another day', async () => {
    await dataSource.query("UPDATE sign_in_try SET at = at - interval '2 days'");
    await signIn('admin-a');
    const [{ old }] = await dataSource.query("SELECT count(*)::int AS old FROM sign_in_try WHERE at < kaosai.clock() - interval '1 day'");
    expect(old).toBe(0);
  });

  it('stops after ten tries from unknown devices, in parallel too, and leaves known devices alone', async () => {
    const { deviceId } = await signIn('flooded');
    const guesses = await Promise.allSettled(Array.from({ length: 25 }, (_, index) => sessions.signIn('Flooded', 'wrong', { deviceId: index % 2 ? randomUUID() : null })));
    const codes = guesses.map((guess) => (guess as PromiseRejectedResult).reason.code as string);
    expect(codes.filter((code) => code === 'session.bad_credentials')).toHaveLength(10);
    expect(codes.filter((code) => code === 'session.too_many_tries')).toHaveLength(15);
    await expect(signIn('flooded')).rejects.toMatchObject({ code: 'session.too_many_tries', params: { seconds: expect.any(Number) } });
    await expect(signIn('flooded', { deviceId })).resolves.toMatchObject({ deviceId });
    await expect(signIn('expert')).resolves.toBeDefined();
  });
});

describe('accounts', () => {
  it('are disabled with all their sessions, and enabled again', async () => {
    const { token } = await signIn('leaver');
    await otherProcess.authenticate(token);
    const accounts = new Accounts(transactions);
    const admin = await actorOf('admin-a');
    const { account } = (await new People(transactions).list(admin, { q: 'leaver' })).items[0];
    await expect(accounts.disable(admin, account!.id, 99)).rejects.toMatchObject({ code: 'version.stale', params: { current: 1 } });
    const disabled = await accounts.disable(admin, account!.id, 1);
    expect(disabled.account).toMatchObject({ disabled: true, version: 2 });
    await sleep(200);
    expect(await otherProcess.authenticate(token)).toBeNull();
    await expect(signIn('leaver')).rejects.toMatchObject({ code: 'account.disabled' });
    await expect(sessions.signIn('leaver', 'wrong')).rejects.toMatchObject({ code: 'session.bad_credentials' });
    await accounts.enable(admin, account!.id, 2);
    await expect(signIn('leaver')).resolves.toBeDefined();
    expect(await sessions.authenticate(token)).toBeNull();
    const [{ acts }] = await dataSource.query("SELECT array_agg(action ORDER BY id) AS acts FROM audit_event WHERE object_id = $1", [account!.id]);
    expect(acts).toEqual(['account.disable', 'account.enable']);
  });

  it('of other units, of guests, of oneself and of people with a higher role are out of reach', async () => {
    const accounts = new Accounts(transactions);
    const [admin, adminA] = [await actorOf('admin'), await actorOf('admin-a')];
    const idOf = async (name: string): Promise<string> => (await actorOf(name)).accountId;
    await expect(accounts.disable(adminA, await idOf('王晓'), 1)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(accounts.disable(adminA, await idOf('expert'), 1)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(accounts.disable(adminA, adminA.accountId, 1)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(accounts.disable(await actorOf('security'), await idOf('王晓'), 1)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(accounts.disable(await actorOf('王晓'), admin.accountId, 1)).rejects.toMatchObject({ code: 'object.not_found' });
    await transactions.run((manager) => insertGrant(manager, { personId: people.get('flooded')!, role: 'leader', orgUnitId: units.get('s')! }, null));
    await expect(accounts.disable(adminA, await idOf('flooded'), 1)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(accounts.disable(admin, await idOf('expert'), 1)).resolves.toMatchObject({ account: { disabled: true } });
  });
});

describe('people and the organization', () => {
  it('are shown within the scope alone', async () => {
    const list = new People(transactions);
    const names = async (name: string, query = {}): Promise<string[]> => (await list.list(await actorOf(name), query)).items.map((person) => person.name);
    expect(await names('admin')).toHaveLength(9);
    expect((await names('admin-a')).sort()).toEqual(['admin-a', 'expert', 'flooded', 'leaver', '王小明']);
    expect(await names('王小明')).toEqual([]);
    expect(await names('admin', { q: '王' })).toEqual(['王小明', '王晓'].sort((a, b) => a.localeCompare(b, 'zh')));
    expect(await names('admin', { q: '小明' })).toEqual(['王小明']);
    expect(await names('admin', { q: 'b00' })).toEqual(['王晓']);
    expect(await names('admin-a', { q: '王' })).toEqual(['王小明']);
    expect(await names('admin-a', { orgUnitId: units.get('s.a.d') })).toEqual(['王小明']);
    await expect(list.list(await actorOf('admin-a'), { orgUnitId: units.get('s.b') })).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('come in pages that neither lose nor repeat anybody', async () => {
    const list = new People(transactions);
    const [admin, seen] = [await actorOf('admin'), [] as string[]];
    for (let cursor: string | undefined; ;) {
      const page = await list.list(admin, { limit: 2, cursor, sort: '-name' });
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(9);
    expect(seen).toHaveLength(9);
  });

  it('show the tree below the grant, and the zone plans that touch it', async () => {
    const organization = new Organization(transactions);
    expect(await organization.orgUnits(await actorOf('admin-a'))).toMatchObject([{ code: 'A', parentId: null, people: 4 }, { code: 'AD', parentId: units.get('s.a'), people: 1 }]);
    expect((await organization.orgUnits(await actorOf('admin'))).find(({ code }) => code === 'S')).toMatchObject({ people: 8 });
    expect(await organization.zonePlans(await actorOf('admin-a'))).toMatchObject([{ validFrom: '2026-01-01', validTo: null, zones: [{ code: 'Z1', leadUnit: { code: 'B' }, units: [{ code: 'B' }, { code: 'A' }] }] }]);
    expect(await organization.zonePlans(await actorOf('王晓'))).toEqual([]);
  });

  it('are counted in or out of a scope as a whole', async () => {
    const [one, other, expert] = ['王小明', '王晓', 'expert'].map((name) => people.get(name)!);
    const reader = transactions.reader;
    expect(await peopleInScope(reader, { paths: ['s'] }, [one, other, one])).toEqual([one, other]);
    await expect(peopleInScope(reader, { paths: ['s.a'] }, [one, other, expert])).rejects.toMatchObject({ code: 'person.unknown', params: { count: 2 } });
    expect(await peopleInScope(reader, { paths: ['s.a'] }, [one, expert], { guests: true })).toEqual([one, expert]);
    expect(await snapshotUnitOf(reader, [one, expert])).toEqual(new Map([[one, units.get('s.a')]]));
  });
});

describe('grants', () => {
  it('are given and taken within the own scope, and take effect at once', async () => {
    const grants = new Grants(transactions);
    const adminA = await actorOf('admin-a');
    const { token } = await signIn('王小明');
    expect((await sessions.authenticate(token))!.grants).toEqual([]);
    const command = { personId: people.get('王小明')!, role: 'team_leader' as const, orgUnitId: units.get('s.a')! };
    const given = await grants.grant(adminA, command);
    expect(given).toMatchObject({ role: 'team_leader', person: { name: '王小明' }, orgUnit: { code: 'A' } });
    expect(await grants.grant(adminA, command)).toEqual(given);
    await sleep(200);
    expect((await sessions.authenticate(token))!.grants).toEqual([{ role: 'team_leader', path: 's.a' }]);
    expect((await grants.list(adminA, {})).items.map(({ id }) => id)).toContain(given.id);
    expect((await grants.list(adminA, {})).items.some(({ orgUnit }) => orgUnit.code === 'S')).toBe(false);
    await grants.revoke(await actorOf('admin'), given.id);
    await sleep(200);
    expect((await sessions.authenticate(token))!.grants).toEqual([]);
    await expect(grants.revoke(adminA, given.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });

  it('never let anybody rise', async () => {
    const grants = new Grants(transactions);
    const [admin, adminA, nobody] = await Promise.all(['admin', 'admin-a', '王晓'].map(actorOf));
    const at = (name: string, role: 'organizer' | 'audit_admin' | 'system_admin', path: string) => ({ personId: people.get(name)!, role, orgUnitId: units.get(path)! });
    await expect(grants.grant(admin, at('王晓', 'audit_admin', 's'))).rejects.toMatchObject({ code: 'grant.above_own' });
    await expect(grants.grant(admin, at('admin', 'organizer', 's'))).rejects.toMatchObject({ code: 'access.denied' });
    await expect(grants.grant(adminA, at('王小明', 'organizer', 's'))).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(grants.grant(adminA, at('王小明', 'organizer', 's.b'))).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(grants.grant(adminA, at('王晓', 'organizer', 's.a'))).rejects.toMatchObject({ code: 'person.unknown' });
    await expect(grants.grant(nobody, at('王小明', 'organizer', 's.a'))).rejects.toMatchObject({ code: 'object.not_found' });
    const [own] = (await grants.list(admin, { q: 'admin' })).items.filter(({ person }) => person.id === admin.personId);
    await expect(grants.revoke(admin, own.id)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(grants.revoke(adminA, own.id)).rejects.toMatchObject({ code: 'object.not_found' });
  });
});

describe('assignments', () => {
  it('begin and end in the act and reach open sessions', async () => {
    const { token } = await signIn('王晓');
    const admin = await actorOf('admin');
    const key = { personId: people.get('王晓')!, role: 'judge' as const, objectType: 'stage' as const, objectId: randomUUID() };
    await transactions.run(async (manager) => { await assign(manager, admin, key); await assign(manager, admin, key); });
    await sleep(200);
    expect((await sessions.authenticate(token))!.assignments).toEqual([{ role: 'judge', objectType: 'stage', objectId: key.objectId }]);
    await transactions.run((manager) => endAssignment(manager, admin, key));
    await sleep(200);
    expect((await sessions.authenticate(token))!.assignments).toEqual([]);
  });
});
