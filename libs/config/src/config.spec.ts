import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

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
  ])('names the variable that is wrong in %j', (environment, name) => {
    expect(() => loadConfig(environment as NodeJS.ProcessEnv)).toThrow(name);
  });

  it('does not repeat a secret in its complaint', () => {
    expect(() => loadConfig({ DATABASE_URL: url, PORT: '99999999' })).toThrow(expect.not.stringContaining('secret') as unknown as string);
  });
});
