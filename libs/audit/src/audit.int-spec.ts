import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule, loadConfig } from '#lib/config';
import { DatabaseModule, Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { createLogger, ObservabilityModule } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import pg from 'pg';
import { sealedRowsSql, type SealRecord, toSealedRow } from './audit-rows.js';
import { appendAudit, appendManyAudits, AuditModule, AuditSealer, AuditService, verifyAuditChain } from './index.js';

jest.setTimeout(90_000);
let database: TestDatabase;
let moduleRef: TestingModule;
let owner: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c search_path=kaosai' });
  await owner.connect();
  const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  // Not initialized: the sealer's timer stays off and each test seals by hand.
  moduleRef = await Test.createTestingModule({ imports: [ConfigModule.forRoot(config), ObservabilityModule.forRoot(createLogger('silent', 'test')), DatabaseModule, AuditModule], providers: [AuditSealer] }).compile();
}, 60_000);

afterAll(async () => {
  await moduleRef.close();
  await owner.end();
  await database.drop();
});

const transactions = (): Transactions => moduleRef.get(Transactions);
const sealer = (): AuditSealer => moduleRef.get(AuditSealer);
const person = newId();

async function act(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await transactions().run((manager) => appendAudit(manager, { personId: person }, 'heat.confirm', 'heat', newId(), { index, ids: [newId()] }));
  }
}

/**
 * Seals until so many rows are sealed, and answers how many were. A snapshot's oldest transaction may be one of another database of the
 * cluster, a test file's beside this one: until it ends the sealer rightly waits.
 */
async function sealAll(count: number, seal: () => Promise<number> = () => sealer().seal()): Promise<number> {
  let sealed = 0;
  for (const until = Date.now() + 60_000; sealed < count && Date.now() < until; await sleep(100)) sealed += await seal();
  return sealed + await seal();
}

async function chain(): Promise<ReturnType<typeof verifyAuditChain>> {
  const { rows } = await owner.query<SealRecord>(sealedRowsSql, [0, 100_000]);
  return verifyAuditChain(rows.map(toSealedRow));
}

describe('the sealer', () => {
  it('chains every row once, also when several seal at once', async () => {
    await act(20);
    await transactions().run((manager) => appendManyAudits(manager, null, 'attempt.close', 'attempt', [{ objectId: newId() }, { objectId: newId(), payload: { late: true } }]));
    const several = async (): Promise<number> => {
      const counts = await Promise.all([sealer().seal(), new AuditSealer(transactions(), createLogger('silent', 'test')).seal(), sealer().seal()]);
      return counts.reduce((sum, count) => sum + count, 0);
    };
    expect(await sealAll(22, several)).toBe(22);
    expect(await chain()).toMatchObject({ ok: true, checked: 22 });
  });

  it('waits for a transaction that is older than the row, and then takes both', async () => {
    const before = (await chain()).checked;
    const older = new pg.Client({ connectionString: database.appUrl, options: '-c search_path=kaosai' });
    await older.connect();
    await older.query('BEGIN');
    await older.query("INSERT INTO audit_event (action, object_type, object_id) VALUES ('slow.act', 'heat', gen_random_uuid())");
    await act(3);
    expect(await sealer().seal()).toBe(0);
    await older.query('COMMIT');
    await older.end();
    expect(await sealAll(4)).toBe(4);
    expect(await chain()).toMatchObject({ ok: true, checked: before + 4 });
  });

  it('leaves a chain in which a changed row is found, by the command too', async () => {
    const { rows: [{ event_id: eventId }] } = await owner.query('SELECT event_id FROM audit_seal WHERE seq = 5');
    await expect(transactions().reader.query("UPDATE audit_event SET action = 'x' WHERE id = $1", [eventId])).rejects.toThrow(/permission denied/);
    await owner.query("UPDATE audit_event SET payload = '{\"index\": 99}' WHERE id = $1", [eventId]);
    expect(await chain()).toMatchObject({ ok: false, checked: 4, broken: { seq: 5, eventId: String(eventId), fault: 'event_changed' } });
    const command = promisify(execFile)(process.execPath, ['dist/libs/audit/src/verify-cli.js'], { env: { ...process.env, DATABASE_URL: database.appUrl } });
    await expect(command).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining(`broken at seal 5 (audit row ${eventId})`) });
  });
});

describe('the list', () => {
  it('shows the acts of the people in scope alone, page by page', async () => {
    const root = newId();
    const unit = newId();
    await owner.query("INSERT INTO org_unit (id, kind, code, path, title) VALUES ($1, 'system', 'S', 's', '{}')", [root]);
    await owner.query("INSERT INTO org_unit (id, parent_id, kind, code, path, title) VALUES ($1, $2, 'unit', 'U', 's.u1', '{}')", [unit, root]);
    await owner.query("INSERT INTO person (id, kind, name) VALUES ($1, 'staff', '甲')", [person]);
    await owner.query('INSERT INTO affiliation (id, person_id, org_unit_id) VALUES ($1, $2, $3)', [newId(), person, unit]);
    const service = moduleRef.get(AuditService);
    const first = await service.list({ paths: ['s.u1'] }, { limit: 20 });
    expect(first.items).toHaveLength(20);
    const second = await service.list({ paths: ['s.u1'] }, { limit: 20, cursor: first.next! });
    expect(second).toMatchObject({ next: null, items: { length: 3 } });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(23);
    expect(first.items.every(({ actorId }) => actorId === person)).toBe(true);
    expect((await service.list({ paths: ['s.u2'] }, {})).items).toEqual([]);
    expect((await service.list({ paths: [] }, {})).items).toEqual([]);
    expect((await service.list({ paths: ['s'] }, { q: 'attempt.' })).items).toHaveLength(2);
    expect((await service.list({ paths: ['s'] }, { q: first.items[0].objectId })).items).toHaveLength(1);
  });
});
