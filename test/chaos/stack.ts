import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '#lib/testing';
import type { Cluster } from './cluster.js';
import type { Hall } from './hall.js';
import { ReplyCutter } from './reply-cutter.js';
import { Service } from './service.js';
import { call } from './wire.js';

/** One api process: its clients reach it by a proxy, and it reaches the database by another. */
export interface Api {
  service: Service;
  /** Where it listens itself. */
  port: number;
  clients: ReplyCutter;
  database: ReplyCutter;
}

/** The processes of the production build before one hall's database. */
export interface Stack {
  apis: Api[];
  workers: Service[];
  stop(): Promise<void>;
}

export interface StackOptions {
  apis?: number;
  workers?: number;
  redisUrl?: string;
  /** A module of `defects/` that every api loads first: only negative controls have one. */
  defect?: string;
  /** Minutes by which the last api's and the last worker's own clocks are wrong. */
  skewMinutes?: number;
  env?: Readonly<Record<string, string>>;
}

const preload = (name: string): string => `--import ${pathToFileURL(join(import.meta.dirname, 'defects', name)).href}`;

/** Starts them on free ports; Redis only when an address is given. */
export async function startStack(cluster: Cluster, hall: Hall, { apis: apiCount = 2, workers: workerCount = 2, redisUrl, defect, skewMinutes = 0, env: more = {} }: StackOptions = {}): Promise<Stack> {
  const common = { DATABASE_OWNER_URL: undefined, REDIS_URL: redisUrl, HOST: '127.0.0.1', KAOSAI_DATA: join(cluster.directory, 'files'), KAOSAI_DEMO: '0', KAOSAI_DATABASE_POOL: '10', LOG_LEVEL: 'warn', KAOSAI_TRUST_PROXY: '0', ...more };
  const skewed = (sign: number): Record<string, string> => (skewMinutes === 0 ? {} : { NODE_OPTIONS: preload('skewed-clock.mjs'), CHAOS_SKEW_MINUTES: String(sign * skewMinutes) });
  const log = (name: string): string => join(cluster.directory, 'logs', `${name}.log`);
  const apis = await Promise.all(Array.from({ length: apiCount }, async (_, index): Promise<Api> => {
    const port = await freePort();
    const database = await ReplyCutter.before(cluster.port);
    const own = defect ? { NODE_OPTIONS: preload(defect) } : index === apiCount - 1 ? skewed(1) : {};
    const service = new Service(`api-${index + 1}`, 'api', { ...common, PORT: String(port), DATABASE_URL: cluster.url('kaosai_app', hall.database, database.port), ...own }, log(`api-${index + 1}`));
    return { service, port, database, clients: await ReplyCutter.before(port) };
  }));
  const workers = Array.from({ length: workerCount }, (_, index) => new Service(`worker-${index + 1}`, 'worker',
    { ...common, DATABASE_URL: cluster.url('kaosai_app', hall.database), ...(index === workerCount - 1 ? skewed(-1) : {}) }, log(`worker-${index + 1}`)));
  const stop = async (): Promise<void> => {
    await Promise.all([...apis.map(({ service }) => service), ...workers].map((service) => service.stop()));
    await Promise.all(apis.flatMap(({ clients, database }) => [clients.close(), database.close()]));
  };
  try {
    await Promise.all([...apis.map(({ service }) => service), ...workers].map((service) => service.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { apis, workers, stop };
}

/** Waits until the api says that it can work durably; answers after how many ms. */
export async function untilReady({ port }: Pick<Api, 'port'>, limit = 60_000): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < limit) {
    const answer = await call(port, 'GET', '/health/ready', { patience: 1_000 }).catch(() => null);
    if (answer?.status === 200) return performance.now() - from;
    await sleep(20);
  }
  throw new Error(`The api on port ${port} is not ready after ${limit} ms`);
}
