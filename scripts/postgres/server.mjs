import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nameFor } from '../launch/places.mjs';
import { exists } from '../launch/processes.mjs';
import { own, programEnvironment } from './cluster.mjs';
import { serverSettings } from './settings.mjs';

const LOG_LIMIT = 16 * 1024 * 1024;
/** The longest path of a unix socket is 103 bytes on macOS and 107 on Linux. */
const SOCKET_LIMIT = 100;

/**
 * Makes sure the cluster's server runs, and says where. One that runs already (it outlived the process that started it)
 * is adopted as it is. Call it under the cluster's start lock.
 */
export async function ensureServer(cluster, binaries, { port, socketDir, settings, timeout = 60_000 }) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const running = readPidFile(cluster.data);
    if (running && isOurs(running, cluster.data)) return { ...(await untilReady(cluster, running, deadline)), adopted: true };
    if (running) removeForeignPidFile(cluster.data, running);

    const place = { port: port ?? (await freePort()), socketDir: socketDir ?? socketDirectory(cluster) };
    const outcome = await launch(cluster, binaries, { ...place, settings }, deadline);
    if (!outcome.failed) return { ...outcome, adopted: false };
    if (!isPassing(outcome.said, port) || Date.now() > deadline) throw startError(outcome.said);
    await sleep(200);
  }
}

/** What the running server wrote about itself, or undefined. */
export function readPidFile(data) {
  try {
    const [pid, , , port, socketDir, , , status] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port), socketDir: socketDir?.trim() || undefined, status: status?.trim() };
  } catch {
    return undefined;
  }
}

async function launch(cluster, binaries, place, deadline) {
  const { base, data, user } = cluster;
  const logFile = join(base, 'postgres.log');
  rotate(logFile);
  const output = openSync(logFile, 'a', 0o600);
  own(logFile, user);
  const offset = statSync(logFile).size;

  const settings = serverSettings({ ...place, overrides: place.settings });
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const windows = process.platform === 'win32';
  // Windows: only pg_ctl can give away an administrator's rights. Elsewhere the server is our own child, in a session of
  // its own, so that Ctrl-C reaches the applications first and the database last.
  const [program, programArgs] = windows
    ? ['pg_ctl', ['start', '-w', '-D', data, '-l', logFile, '-o', args.map((one) => `"${one}"`).join(' ')]]
    : ['postgres', ['-D', data, ...args]];
  const child = spawn(join(binaries.bin, program), programArgs, { cwd: base, env: programEnvironment(base, binaries), stdio: ['ignore', output, output], detached: !windows, ...user });
  closeSync(output);
  child.unref();

  let ended;
  child.once('exit', (code) => (ended = code ?? -1));
  child.once('error', (error) => (ended = error.message));
  while (Date.now() < deadline) {
    const found = readPidFile(data);
    if (found?.status === 'ready' && (windows || found.pid === child.pid)) return found;
    if (ended !== undefined && !(windows && ended === 0)) break;
    await sleep(10);
  }
  if (ended === undefined) child.kill('SIGKILL');
  return { failed: true, said: readFileSync(logFile).subarray(offset).toString() + (typeof ended === 'string' ? ended : '') };
}

async function untilReady(cluster, running, deadline) {
  let found = running;
  while (found?.status !== 'ready') {
    if (!found || !exists(found.pid)) throw startError('The running server ended while it was being waited for.');
    if (Date.now() > deadline) throw startError('The running server does not become ready.');
    await sleep(50);
    found = readPidFile(cluster.data);
  }
  return found;
}

/** Failures that pass: a port that was taken between the look and the bind, the last processes of a killed server. */
function isPassing(said, fixedPort) {
  if (/pre-existing shared memory block|lock file ".*" (already exists|is empty)/.test(said)) return true;
  return fixedPort === undefined && /could not bind|could not create any TCP/.test(said);
}

function startError(said) {
  const error = new Error(`PostgreSQL does not start:\n${said.trim().slice(-2000)}`);
  error.code = /No space left on device/.test(said) ? 'ENOSPC' : 'POSTGRES_START';
  return error;
}

/** Whether the process of the pid file is this cluster's server, and not another one that was given its number since. */
function isOurs({ pid }, data) {
  if (!exists(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data && /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    // Its place cannot be read (another user's process): it is not ours, or we could not use it anyway.
    return false;
  }
}

/**
 * PostgreSQL takes any process of its own user with the written number for a living server and would refuse to start for
 * ever. On Linux it can be told apart; the file goes only when no process at all still works in the data directory.
 */
function removeForeignPidFile(data, { pid }) {
  if (process.platform !== 'linux' || !exists(pid)) return;
  const busy = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).some((name) => {
    try {
      return readlinkSync(`/proc/${name}/cwd`) === data;
    } catch {
      return false;
    }
  });
  if (!busy) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** A directory of mode 0700 for the socket, short enough; inside the cluster's directory unless that path is too long. */
function socketDirectory({ base, user }) {
  if (process.platform === 'win32') return undefined;
  const near = join(base, 'socket');
  if (join(near, '.s.PGSQL.65535.lock').length <= SOCKET_LIMIT) return ownDirectory(near, user);
  try {
    return ownDirectory(join('/tmp', `kaosai-${nameFor(base)}`), user);
  } catch {
    return ownDirectory(join('/tmp', `kaosai-${randomBytes(6).toString('hex')}`), user);
  }
}

/** In a directory that anybody may write to, somebody else could have made it first to listen in: then it is refused. */
function ownDirectory(directory, user) {
  if (!existsSync(directory)) {
    mkdirSync(directory, { mode: 0o700 });
    own(directory, user);
  }
  const { uid, mode } = lstatSync(directory);
  if (uid !== (user?.uid ?? process.getuid()) || (mode & 0o777) !== 0o700 || !lstatSync(directory).isDirectory()) throw new Error(`${directory} belongs to somebody else.`);
  return directory;
}

function rotate(logFile) {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.old`);
}

/** A TCP port of the loopback interface that is free at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
