import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, testDatabase } from '#lib/testing';
import { type ReadyMessage, supervise } from '../../scripts/launch/apps.mjs';
import { missingTools } from '../../scripts/split/tools.mjs';
import { ensureSealKey } from '../../scripts/launch/seal-key.mjs';
import { startSplit as startTopology } from '../../scripts/split/topology.mjs';

/** A whole platform of the production build on ports of its own, with a database of its own. */
export interface Platform {
  readonly kind: 'standalone' | 'split';
  readonly baseUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Empty when it was started without demo data. */
  readonly demoAccounts: NonNullable<ReadyMessage['demoAccounts']>;
  /** The one-time link of a platform without demo data. */
  readonly setupUrl?: string;
  /** Where its logs are: `<directory>/logs/*.log`. */
  readonly directory: string;
  /** kill -9 of the api (and live) process, or of one of each when there are several; resolves when they are back. */
  killApp(): Promise<void>;
  /** kill -9 of a worker; resolves when it is back. */
  killWorker(): Promise<void>;
  stop(): Promise<void>;
}

export interface PlatformOptions {
  /** Load the demo data (the default). */
  readonly demo?: boolean;
  /** More environment for every process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Api and live in one process and the worker beside it, as `npm start` runs them. */
export async function startStandalone({ demo = true, env: more = {} }: PlatformOptions = {}): Promise<Platform> {
  const directory = newDirectory();
  const database = await testDatabase();
  const port = await freePort();
  const env = {
    DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, REDIS_URL: undefined,
    HOST: 'localhost', PORT: String(port), KAOSAI_DATA: directory, KAOSAI_SEAL_KEY: ensureSealKey(directory), KAOSAI_DEMO: demo ? '1' : '0', ...more,
  };
  const start = (name: string): ReturnType<typeof supervise> => supervise({ name, env, logFile: join(directory, 'logs', `${name}.log`), log: () => undefined });
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((app) => app.stop()));
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  };

  const app = start('standalone');
  const running = [app];
  try {
    const { demoAccounts = [], setupUrl } = await app.ready;
    const worker = start('worker');
    running.push(worker);
    await worker.ready;
    return {
      kind: 'standalone', baseUrl: `http://127.0.0.1:${port}`, ownerUrl: database.ownerUrl, appUrl: database.appUrl,
      demoAccounts, setupUrl, directory, killApp: app.kill, killWorker: worker.kill, stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The processes of docker/compose.yaml on this machine's PostgreSQL, Redis and nginx; null, with a clear line, where they are not installed. */
export async function startSplit({ demo = true, env = {} }: PlatformOptions = {}): Promise<Platform | null> {
  const missing = missingTools();
  if (missing.length > 0) {
    process.stderr.write(`Skipped: the split topology needs ${missing.join(', ')} (apt-get install ${missing.join(' ')}).\n`);
    return null;
  }
  const directory = newDirectory();
  const { apps, stop, ...topology } = await startTopology({ directory, demo, env });
  return {
    kind: 'split', ...topology, directory,
    killApp: async () => { await Promise.all([apps['api-1'].kill(), apps['live-1'].kill()]); },
    killWorker: apps['worker-1'].kill,
    stop: async () => {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A short path: a database's socket may lie in it. */
function newDirectory(): string {
  const directory = join('/tmp', `kaosai-e2e-${randomUUID().slice(0, 8)}`);
  mkdirSync(directory, { mode: 0o711 });
  return directory;
}
