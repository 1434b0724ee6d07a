import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { acquireLock } from '../launch/lock.mjs';
import { childrenOf, identify, isAlive, waitForEnd } from '../launch/processes.mjs';
import { embeddedBinaries } from './binaries.mjs';
import { initialize, placeCluster, programEnvironment, secretsOf } from './cluster.mjs';
import { ensureRoles } from './roles.mjs';
import { ensureServer, freePort } from './server.mjs';

export { embeddedBinaries, findInstalledBinaries, installedBinaries } from './binaries.mjs';
export { createDatabase, dropDatabase } from './roles.mjs';
export { startTemporaryPostgres } from './temporary.mjs';
export { freePort };

/**
 * Starts the PostgreSQL of a directory, making its cluster, roles and database when they are missing; or adopts the one
 * that runs there already. Two may call it at once for the same directory: both get the same server.
 *
 * @param {{ dir: string, port?: number, socketDir?: string, settings?: object, binaries?: { bin: string, lib?: string, major: number }, log?: (line: string) => void }} options
 *   `port`, `socketDir`: keep a restarted server at its old address. `binaries`: an installed PostgreSQL instead of the embedded one.
 */
export async function startPostgres({ dir, port, socketDir, settings, binaries = embeddedBinaries(), log = () => {} }) {
  const cluster = placeCluster(dir, log);
  const lock = await acquireLock(cluster.base, 'start', { wait: 90_000 });
  try {
    initialize(cluster, binaries);
    const secrets = secretsOf(cluster, binaries);
    const server = await ensureServer(cluster, binaries, { port, socketDir, settings });
    const handle = toHandle(cluster, server, secrets, binaries);
    await ensureRoles(handle, secrets);
    return handle;
  } finally {
    lock.release();
  }
}

function toHandle(cluster, { pid, port, socketDir, adopted }, secrets, binaries) {
  const identity = identify(pid);
  const socket = socketDir && existsSync(join(socketDir, `.s.PGSQL.${port}`)) ? socketDir : undefined;
  const urlOf = (role, database = 'kaosai') =>
    `postgres://${role}:${secrets[role]}@${socket ? 'localhost' : '127.0.0.1'}:${port}/${database}${socket ? `?host=${encodeURIComponent(socket)}` : ''}`;

  return {
    dir: cluster.base,
    pid,
    port,
    socketDir: socket,
    adopted,
    /** The roles' addresses for any database of this server. The superuser's is for tests and tools alone. */
    url: urlOf,
    ownerUrl: urlOf('kaosai_owner'),
    appUrl: urlOf('kaosai_app'),
    adminUrl: urlOf('postgres', 'postgres'),
    fields: (role, database = 'kaosai') => ({ host: socket ?? '127.0.0.1', port, user: role, password: secrets[role], database }),
    isAlive: () => isAlive(identity),
    /** Stops it orderly: open transactions are rolled back, nothing committed is lost. */
    stop: () => stop(identity, cluster, binaries),
    /** kill -9 of the server and all its processes, as a power cut would. */
    kill: () => kill(identity),
  };
}

async function stop(identity, cluster, binaries) {
  if (!isAlive(identity)) return;
  if (process.platform === 'win32') {
    spawnSync(join(binaries.bin, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-D', cluster.data], { env: programEnvironment(cluster.base, binaries) });
  } else {
    process.kill(identity.pid, 'SIGINT');
  }
  if (!(await waitForEnd(identity, 60_000))) throw new Error(`PostgreSQL (process ${identity.pid}) does not stop.`);
}

async function kill(identity) {
  if (!isAlive(identity)) return;
  const tree = [identity, ...childrenOf(identity.pid).map(identify)];
  for (const one of tree) {
    if (isAlive(one)) process.kill(one.pid, 'SIGKILL');
  }
  for (const one of tree) await waitForEnd(one, 10_000);
}
