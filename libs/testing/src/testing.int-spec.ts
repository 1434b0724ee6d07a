import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { emptyDatabase, freezeClock, freePort, setClockOffset, testDatabase, type TestDatabase } from './index.js';

let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});

afterAll(async () => {
  await app.end();
  await database.drop();
});

async function clockAhead(): Promise<number> {
  const { rows } = await app.query<{ ahead: string }>('SELECT extract(epoch FROM kaosai.clock() - clock_timestamp()) * 1000 AS ahead');
  return Number(rows[0].ahead);
}

describe('the test database', () => {
  it('is migrated, durable and worked in without the right to change its structure', async () => {
    const { rows } = await app.query("SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_user AS role, to_regclass('kaosai.outbox') AS outbox");
    expect(rows[0]).toEqual({ fsync: 'on', commit: 'on', role: 'kaosai_app', outbox: expect.stringContaining('outbox') });
    await expect(app.query('CREATE TABLE kaosai.mine (a int)')).rejects.toThrow(/permission denied/);
    await expect(app.query('CREATE TABLE public.mine (a int)')).rejects.toThrow(/permission denied/);
  });

  it('is separate from every other one, and several can be made at once', async () => {
    const others = await Promise.all([testDatabase(), testDatabase(), emptyDatabase()]);
    expect(new Set([database, ...others].map(({ name }) => name)).size).toBe(4);
    await Promise.all(others.map((one) => one.drop()));
  });

  it('has a clock that can be set and stopped', async () => {
    await setClockOffset(database.ownerUrl, 3_600_000);
    expect(await clockAhead()).toBeGreaterThan(3_599_000);
    await freezeClock(database.ownerUrl, new Date('2030-01-01T00:00:00.000Z'));
    const { rows } = await app.query<{ now: Date }>('SELECT kaosai.clock() AS now');
    expect(rows[0].now.toISOString()).toBe('2030-01-01T00:00:00.000Z');
    await setClockOffset(database.ownerUrl, 0);
    expect(Math.abs(await clockAhead())).toBeLessThan(10);
  });

  it('finds a port that is free', async () => {
    expect(await freePort()).toBeGreaterThan(1023);
  });
});
