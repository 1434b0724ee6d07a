import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#lib/config';
import { newId } from '#lib/kernel';
import { createLogger } from '#lib/observability';
import { emptyDatabase, testDatabase, type TestDatabase } from '#lib/testing';
import { DataSource } from 'typeorm';
import { connectionOptions, sqlState } from './connection.js';
import { RepeatedRequest, withIdempotency } from './idempotency.js';
import { migrate } from './migrate.js';
import { pageQuery } from './page-query.js';
import { prepared, PreparingClient } from './prepared.js';
import { DatabaseReadiness } from './readiness.js';
import { Signals } from './signals.js';
import { appendManyToOutbox, appendToOutbox, lockRows, raiseRevision, revisionOf, Transactions } from './transactions.js';

let database: TestDatabase;
let source: DataSource;
let signals: Signals;
let transactions: Transactions;
const configOf = (url: string, environment = 'test') => loadConfig({ DATABASE_URL: url, NODE_ENV: environment });

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource({ type: 'postgres', schema: 'kaosai', synchronize: false, extra: { ...connectionOptions(database.appUrl), max: 8, Client: PreparingClient } }).initialize();
  signals = new Signals(configOf(database.appUrl), createLogger('silent', 'test'));
  transactions = new Transactions(source, signals);
});
afterAll(async () => {
  await signals.onApplicationShutdown();
  await source.destroy();
  await database.drop();
});

describe('Transactions', () => {
  it('keeps the outbox row and the act together: both or neither', async () => {
    const act = (fail: boolean) => transactions.run(async (manager) => {
      await appendToOutbox(manager, 'test.both', { id: newId() });
      if (fail) throw new Error('no');
    });
    await expect(act(true)).rejects.toThrow('no');
    await act(false);
    const [{ count }] = await source.query("SELECT count(*)::int FROM outbox WHERE topic = 'test.both'");
    expect(count).toBe(1);
  });

  it('tells other processes after the commit which revision an aggregate has reached', async () => {
    const heard: [string, number][] = [];
    let outbox = 0;
    const stop = await signals.listen({ revisionRaised: (aggregate, revision) => heard.push([aggregate, revision]), outboxGrew: () => { outbox += 1; } });
    await transactions.run((manager) => raiseRevision(manager, 'board:x'));
    await transactions.run(async (manager) => {
      await appendManyToOutbox(manager, 'test.many', [{ a: 1 }, { a: 2 }]);
      await raiseRevision(manager, 'board:x');
    });
    const until = Date.now() + 20_000;
    while (heard.at(-1)?.[1] !== 2 && Date.now() < until) await new Promise((resume) => setTimeout(resume, 5));
    stop();
    expect(heard.at(-1)).toEqual(['board:x', 2]);
    expect(heard.map(([, revision]) => revision)).toEqual(heard.map(([, revision]) => revision).sort());
    expect(outbox).toBeGreaterThanOrEqual(1);
    expect(await revisionOf(source.manager, 'board:x')).toBe(2);
    expect(await revisionOf(source.manager, 'board:never')).toBe(0);
  });

  it('runs the work again after a deadlock', async () => {
    await transactions.run((manager) => manager.query("INSERT INTO aggregate_revision (aggregate) VALUES ('lock:a'), ('lock:b')"));
    let runs = 0;
    let first = true;
    const cross = (one: string, two: string) => transactions.run(async (manager) => {
      runs += 1;
      await manager.query('UPDATE aggregate_revision SET revision = revision + 1 WHERE aggregate = $1', [one]);
      if (first) await new Promise((resume) => setTimeout(resume, 100));
      await manager.query('UPDATE aggregate_revision SET revision = revision + 1 WHERE aggregate = $1', [two]);
    });
    setTimeout(() => { first = false; }, 150);
    await Promise.all([cross('lock:a', 'lock:b'), cross('lock:b', 'lock:a')]);
    expect(runs).toBeGreaterThanOrEqual(3);
    expect(await revisionOf(source.manager, 'lock:a')).toBe(2);
  });

  it('refuses a step outside a transaction, where its signal would be lost', async () => {
    await expect(appendToOutbox(source.manager, 'test.none', {})).rejects.toThrow(TypeError);
    await expect(lockRows(source.manager, 'installation; DROP TABLE x', [])).rejects.toThrow(RangeError);
  });
});

describe('a prepared statement', () => {
  it('is parsed once on a connection, answers like any other and outlives a failure', async () => {
    const half = prepared('SELECT 10 / $1::int AS half');
    await transactions.run(async (manager) => {
      for (const by of [1, 2, 5]) expect(await manager.query(half, [by])).toEqual([{ half: 10 / by }]);
      expect(await manager.query('SELECT statement, generic_plans + custom_plans AS runs FROM pg_prepared_statements WHERE statement = $1', [half])).toEqual([{ statement: half, runs: '3' }]);
    });
    await expect(transactions.run((manager) => manager.query(half, [0]))).rejects.toThrow('division by zero');
    expect(await Promise.all(Array.from({ length: 20 }, () => transactions.reader.query(half, [2])))).toEqual(Array(20).fill([{ half: 5 }]));
  });

  it('may run without parameters', async () => {
    expect(await transactions.reader.query(prepared('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });
});

describe('idempotency', () => {
  const request = (over: Partial<{ key: string; bodyHash: Buffer }> = {}) => ({ accountId, key: 'key-00000001', route: 'POST /things', bodyHash: Buffer.from('same'), taken: false, ...over });
  const accountId = newId();
  let made = 0;
  const make = () => transactions.run(async () => { made += 1; return { id: `thing-${made}` }; });

  it('gives the first answer again and acts once, also when the repetition comes at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => withIdempotency(request(), make).catch((error: unknown) => {
      if (error instanceof RepeatedRequest) return error.answer;
      throw error;
    })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const [{ count }] = await source.query('SELECT count(*)::int FROM idempotency_key WHERE account_id = $1', [accountId]);
    expect(count).toBe(1);
    expect(made).toBe(1);
  });

  it('refuses the same key with other content', async () => {
    await expect(withIdempotency(request({ bodyHash: Buffer.from('other') }), make)).rejects.toThrow('idempotency.conflict');
  });

  it('forgets the key when the act failed, so that it can be tried again', async () => {
    await expect(withIdempotency(request({ key: 'key-00000002' }), () => transactions.run(async () => { throw new Error('no'); }))).rejects.toThrow('no');
    await expect(withIdempotency(request({ key: 'key-00000002' }), make)).resolves.toEqual({ id: 'thing-2' });
  });
});

describe('pageQuery', () => {
  it('walks a list to its end without gaps or repetitions, in both directions', async () => {
    await transactions.run((manager) => manager.query("INSERT INTO operation (id, kind, state) SELECT gen_random_uuid(), 'k' || (n % 3), 'queued' FROM generate_series(1, 25) n"));
    for (const sort of ['kind', '-kind']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const params: unknown[] = [];
        const page = pageQuery({ sort, cursor, limit: 4 }, { kind: { expression: 'o.kind', type: 'text' } }, 'kind', 'o.id', params);
        const rows = await source.query(`SELECT o.id, ${page.sortKey} FROM operation o WHERE ${page.after} ${page.orderAndLimit}`, params);
        const { items, next } = page.toPage(rows, (row: { id: string; sort_key: string }) => row);
        seen.push(...items.map(({ id }) => id));
        cursor = next ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
    }
  });

  it.each([[{ sort: 'secret' }], [{ limit: 0 }], [{ limit: 201 }], [{ cursor: 'broken' }]])('refuses %j', (query) => {
    expect(() => pageQuery(query, { kind: { expression: 'kind', type: 'text' } }, 'kind', 'id', [])).toThrow('request.invalid');
  });
});

describe('the database', () => {
  it('lets the app neither change nor remove saves and audit rows, nor make tables', async () => {
    for (const table of ['response_save', 'audit_event', 'audit_seal', 'score_sheet_version']) {
      for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        expect(sqlState(await source.query(statement).catch((error: unknown) => error))).toBe('42501');
      }
    }
    expect(sqlState(await source.query('UPDATE response_save SET superseded = true').catch((error: unknown) => error))).toBe('42501');
    expect(sqlState(await source.query('CREATE TABLE kaosai.mine (id int)').catch((error: unknown) => error))).toBe('42501');
  });

  it('is ready for the app and not for its owner', async () => {
    const readiness = (url: string, connection: DataSource) => new DatabaseReadiness(connection, configOf(url, 'production')).check();
    expect(await readiness(database.appUrl, source)).toEqual({ ok: true, problems: [] });
    const owner = await new DataSource({ type: 'postgres', extra: connectionOptions(database.ownerUrl) }).initialize();
    const { ok, problems } = await readiness(database.ownerUrl, owner);
    await owner.destroy();
    expect(ok).toBe(false);
    expect(problems).toEqual(expect.arrayContaining(['the app owns its tables', 'the app may rewrite saves or the audit log']));
  });

  it('is not ready when commits are not durable', async () => {
    const options = connectionOptions(database.appUrl);
    const careless = await new DataSource({ type: 'postgres', extra: { ...options, options: `${options.options} -c synchronous_commit=off` } }).initialize();
    const { ok, problems } = await new DatabaseReadiness(careless, configOf(database.appUrl)).check();
    await careless.destroy();
    expect({ ok, problems }).toEqual({ ok: false, problems: ['synchronous_commit is off'] });
  });

  it('migrates once when two instances start at once', async () => {
    const empty = await emptyDatabase();
    try {
      const applied = await Promise.all([migrate(empty.ownerUrl), migrate(empty.ownerUrl), migrate(empty.ownerUrl)]);
      expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
      expect(await migrate(empty.ownerUrl)).toEqual([]);
    } finally {
      await empty.drop();
    }
  });
});
