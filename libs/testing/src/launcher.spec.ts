import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock, deadHolders } from '../../../scripts/launch/lock.mjs';
import { readOptions } from '../../../scripts/launch/options.mjs';

describe('the options of npm start', () => {
  it('are this machine alone, port 3000 and demo data unless told otherwise', () => {
    expect(readOptions([], {})).toMatchObject({ port: 3000, host: 'localhost', onLoopback: true, demo: true });
  });

  it('never load demo data where others can reach the server', () => {
    expect(readOptions(['--host', '0.0.0.0'], {})).toMatchObject({ onLoopback: false, demo: false });
    expect(readOptions([], { HOST: '10.0.0.5', KAOSAI_DEMO: '1' }).demo).toBe(false);
    expect(readOptions(['--no-demo'], {}).demo).toBe(false);
  });

  it('take the command line before the environment', () => {
    expect(readOptions(['--port', '4000'], { PORT: '5000', DATABASE_URL: 'postgres://x' })).toMatchObject({ port: 4000, databaseUrl: 'postgres://x' });
  });

  it.each([[['--prot', '1'], '--prot'], [['--port', 'http'], 'http'], [['--port', '70000'], '70000'], [['start'], 'start']])('are refused with the word that is wrong: %j', (args, word) => {
    expect(() => readOptions(args, {})).toThrow(word);
  });
});

describe('the lock of a data directory', () => {
  let directory: string;
  beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'kaosai-lock-')); });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('is held by one, who can be named, until it is released', async () => {
    const lock = await acquireLock(directory, 'kaosai');
    lock.note({ url: 'http://localhost:3000' });
    await expect(acquireLock(directory, 'kaosai')).rejects.toMatchObject({ code: 'LOCKED', holder: { pid: process.pid, url: 'http://localhost:3000' } });
    lock.release();
    (await acquireLock(directory, 'kaosai')).release();
  });

  it('is got by at most one of many who come at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => acquireLock(directory, 'kaosai')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });

  it('is waited for', async () => {
    const first = await acquireLock(directory, 'build');
    setTimeout(() => first.release(), 300);
    (await acquireLock(directory, 'build', { wait: 10_000 })).release();
  });

  it('counts for nothing when its process is gone, even when the number was given to another process since', async () => {
    (await acquireLock(directory, 'kaosai')).release();
    writeFileSync(join(directory, '.locks', 'kaosai-1-x.json'), JSON.stringify({ pid: process.ppid, started: 'at another time', boot: '', children: [{ pid: 5 }] }));
    expect(deadHolders(directory, 'kaosai')).toMatchObject([{ children: [{ pid: 5 }] }]);
    (await acquireLock(directory, 'kaosai')).release();
  });
});
