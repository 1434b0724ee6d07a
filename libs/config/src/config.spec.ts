import 'reflect-metadata';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';
import { ensureSealKey } from '../../../scripts/launch/seal-key.mjs';

const url = 'postgres://kaosai_app:secret@localhost/kaosai';

describe('loadConfig', () => {
  it('fills what is not said with defaults', () => {
    const config = loadConfig({ DATABASE_URL: url });
    expect(config).toMatchObject({ port: 3000, host: 'localhost', demo: false, onLoopback: true, queueSchema: 'bullmq' });
  });

  it('reads numbers and flags as such', () => {
    expect(loadConfig({ DATABASE_URL: url, PORT: '8080', KAOSAI_DEMO: '1', HOST: '0.0.0.0' })).toMatchObject({ port: 8080, demo: true, onLoopback: false });
    expect(loadConfig({ DATABASE_URL: url, KAOSAI_DEMO: '0' }).demo).toBe(false);
  });

  it.each([
    [{}, 'DATABASE_URL'],
    [{ DATABASE_URL: url, PORT: 'http' }, 'PORT'],
    [{ DATABASE_URL: url, REDIS_URL: 'ftp://x' }, 'REDIS_URL'],
    [{ DATABASE_URL: url, KAOSAI_SEAL_KEY: 'short' }, 'KAOSAI_SEAL_KEY'],
  ])('names the variable that is wrong in %j', (environment, name) => {
    expect(() => loadConfig(environment as NodeJS.ProcessEnv)).toThrow(name);
  });

  it('does not repeat a secret in its complaint', () => {
    expect(() => loadConfig({ DATABASE_URL: url, PORT: '99999999' })).toThrow(expect.not.stringContaining('secret') as unknown as string);
  });
});

describe('the seal key', () => {
  it('is made once, for its owner alone, and fits the configuration', () => {
    const directory = mkdtempSync(join(tmpdir(), 'kaosai-seal-'));
    const key = ensureSealKey(join(directory, 'data'));
    expect(ensureSealKey(join(directory, 'data'))).toBe(key);
    expect(statSync(join(directory, 'data/seal.key')).mode & 0o777).toBe(0o600);
    expect(loadConfig({ DATABASE_URL: url, KAOSAI_SEAL_KEY: key }).sealKey).toBe(key);
    expect(ensureSealKey(join(directory, 'other'))).not.toBe(key);
    rmSync(directory, { recursive: true });
  });
});
