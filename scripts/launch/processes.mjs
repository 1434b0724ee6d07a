import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const boot = readOr('/proc/sys/kernel/random/boot_id', '').trim();

/** A process that can be recognised later, even when its number has been given to another one meanwhile. */
export function identify(pid) {
  return { pid, started: startOf(pid), boot };
}

/** Whether the process written down by `identify` still runs. */
export function isAlive({ pid, started, boot: bootThen }) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (bootThen && boot && bootThen !== boot) return false;
  if (!exists(pid)) return false;
  return !started || started === startOf(pid);
}

/** Whether some process has this number (it may belong to somebody else). A dead process that nobody has collected does not count. */
export function exists(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !/^\d+ \(.*\) Z /s.test(readOr(`/proc/${pid}/stat`, ''));
}

/** Waits until the process is gone; false when it still runs after `ms`. */
export async function waitForEnd(identity, ms) {
  const deadline = Date.now() + ms;
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Waits for what a killed launcher left running, and ends what hangs. */
export async function endLeftovers(identities, ms = 5_000) {
  for (const one of identities.filter(isAlive)) {
    if (await waitForEnd(one, ms)) continue;
    process.kill(one.pid, 'SIGKILL');
    await waitForEnd(one, 5_000);
  }
}

/** The direct children of a process (Linux and macOS; empty elsewhere). */
export function childrenOf(pid) {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((candidate) => Number(afterName(candidate)[1]) === pid);
  }
  if (process.platform === 'win32') return [];
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === pid).map(([child]) => child);
}

function startOf(pid) {
  if (process.platform === 'linux') return afterName(pid)[19] ?? '';
  if (process.platform === 'win32') return '';
  return (spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
}

/** The fields of /proc/<pid>/stat after the command name, which may itself hold blanks and brackets. */
function afterName(pid) {
  const stat = readOr(`/proc/${pid}/stat`, '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readOr(path, fallback) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}
