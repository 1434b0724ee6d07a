import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnApp, supervise } from '../launch/apps.mjs';
import { ensureSealKey } from '../launch/seal-key.mjs';
import { findInstalledBinaries, freePort, startPostgres } from '../postgres/index.mjs';
import { startNginx, startRedis } from './tools.mjs';

/**
 * Starts what docker/compose.yaml describes without Docker: PostgreSQL and Redis of this machine's packages, 2 × api,
 * 2 × live, 2 × worker from the production build, and nginx in front with the same configuration.
 *
 * @param {{ directory: string, port?: number, demo?: boolean, env?: object, log?: (line: string) => void, onStarted?: (identities: object[]) => void }} options
 */
export async function startSplit({ directory, port, demo = true, env: more = {}, log = () => {}, onStarted = () => {} }) {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const parts = [];
  const stop = async () => {
    for (const part of parts.reverse()) await part();
    parts.length = 0;
  };
  const started = [];
  const note = (identity) => {
    started.push(identity);
    onStarted(started);
  };

  try {
    const database = await startPostgres({ dir: join(directory, 'database'), binaries: findInstalledBinaries(), settings: { max_connections: 300 }, log });
    parts.push(() => database.stop());
    const redis = await startRedis({ directory: join(directory, 'redis'), port: await freePort(), password: passwordOf(directory) });
    parts.push(() => redis.stop());
    note(redis.identity);

    const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: undefined, REDIS_URL: redis.url, KAOSAI_DATA: directory, KAOSAI_SEAL_KEY: ensureSealKey(directory), KAOSAI_TRUST_PROXY: '1', KAOSAI_DEMO: demo ? '1' : '0', HOST: 'localhost', ...more };
    const greeting = await prepare({ ...env, DATABASE_OWNER_URL: database.ownerUrl }, directory, log);

    const apps = {};
    for (const name of ['api-1', 'api-2', 'live-1', 'live-2', 'worker-1', 'worker-2']) {
      const own = await freePort();
      apps[name] = { port: own, ...supervise({ name: name.replace(/-\d$/, ''), env: { ...env, PORT: String(own) }, logFile: join(directory, 'logs', `${name}.log`), log }) };
    }
    parts.push(() => Promise.all(Object.values(apps).map((app) => app.stop())));
    await Promise.all(Object.values(apps).map(({ ready }) => ready));
    Object.values(apps).forEach((app) => note(app.identity()));

    const front = port ?? (await freePort());
    const portsOf = (kind) => Object.entries(apps).filter(([name]) => name.startsWith(kind)).map(([, app]) => app.port);
    const nginx = await startNginx({ directory: join(directory, 'nginx'), port: front, apiPorts: portsOf('api'), livePorts: portsOf('live') });
    parts.push(() => nginx.stop());
    note(nginx.identity);

    const baseUrl = `http://127.0.0.1:${front}`;
    await untilReady(baseUrl);
    return { baseUrl, ...greeting, ownerUrl: database.ownerUrl, appUrl: database.appUrl, redisUrl: redis.url, database, apps, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Migrates and loads the demo data once, by the program that does it on one machine, before several start at once. */
async function prepare(env, directory, log) {
  log('准备数据库… · Preparing the database …');
  const once = spawnApp({ name: 'standalone', env: { ...env, PORT: String(await freePort()) }, logFile: join(directory, 'logs', 'prepare.log') });
  try {
    const { demoAccounts = [], setupUrl } = await once.ready;
    return { demoAccounts, setupUrl };
  } catch {
    throw new Error(`The database could not be prepared:\n${once.lastWords()}`);
  } finally {
    await once.stop();
  }
}

function passwordOf(directory) {
  const file = join(directory, 'redis-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function untilReady(baseUrl) {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(`${baseUrl}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${baseUrl}/health/ready does not become ready.`);
}
