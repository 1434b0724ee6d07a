import 'reflect-metadata';
import { afterEach, expect, it, jest } from '@jest/globals';
import { loadConfig } from '#lib/config';
import { DataSource } from 'typeorm';
import { DatabaseReadiness } from './readiness.js';

afterEach(() => { jest.useRealTimers(); });

it('is not ready when the database says nothing for a second and a half', async () => {
  jest.useFakeTimers();
  const silent = new DataSource({ type: 'postgres' });
  jest.spyOn(silent, 'query').mockReturnValue(new Promise(() => undefined));
  const readiness = new DatabaseReadiness(silent, loadConfig({ DATABASE_URL: 'postgres://kaosai_app@localhost/kaosai' })).check();
  await jest.advanceTimersByTimeAsync(1_500);
  expect(await readiness).toEqual({ ok: false, problems: ['database: no answer'] });
});
