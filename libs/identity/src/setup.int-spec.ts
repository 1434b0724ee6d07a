import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#lib/config';
import { connectionOptions, Signals, Transactions } from '#lib/database';
import { createLogger } from '#lib/observability';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { DataSource } from 'typeorm';
import { DemoGuard } from './demo-guard.js';
import { Setup } from './setup.service.js';

let database: TestDatabase;
let source: DataSource;
let signals: Signals;
let setup: Setup;

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource({ type: 'postgres', extra: connectionOptions(database.appUrl) }).initialize();
  signals = new Signals(loadConfig({ DATABASE_URL: database.appUrl }), createLogger('silent', 'test'));
  setup = new Setup(new Transactions(source, signals));
});
afterAll(async () => {
  await signals.onApplicationShutdown();
  await source.destroy();
  await database.drop();
});

const command = (token: string) => ({ token, organization: { zh: '江川省局' }, name: '林晓岚', username: 'A001', password: 'long-enough-secret' });

describe('the first set-up', () => {
  it('works once, with the newest token only', async () => {
    const old = await setup.issueToken();
    const token = await setup.issueToken();
    await expect(setup.complete(command(String(old)))).rejects.toThrow('setup.link_invalid');
    await expect(setup.complete(command('nonsense'))).rejects.toThrow('setup.link_invalid');
    const outcomes = await Promise.allSettled([setup.complete(command(String(token))), setup.complete(command(String(token)))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await setup.issueToken()).toBeNull();
    const [{ accounts, grants }] = await source.query('SELECT (SELECT count(*)::int FROM account) AS accounts, (SELECT count(*)::int FROM role_grant) AS grants');
    expect({ accounts, grants }).toEqual({ accounts: 1, grants: 4 });
  });
});

describe('a database with demo accounts', () => {
  it('is served to this machine alone', async () => {
    const guard = (host: string) => new DemoGuard(new Transactions(source, signals), loadConfig({ DATABASE_URL: database.appUrl, HOST: host })).onModuleInit();
    await expect(guard('0.0.0.0')).resolves.toBeUndefined();
    await source.query('UPDATE installation SET demo = true');
    await expect(guard('localhost')).resolves.toBeUndefined();
    await expect(guard('0.0.0.0')).rejects.toThrow('demo accounts');
    await source.query('UPDATE installation SET demo = false');
  });
});
