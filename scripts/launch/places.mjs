import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Whether we are the superuser of a Unix system, under whom PostgreSQL refuses to run. */
export const isRoot = process.getuid?.() === 0;

/**
 * The directory of unpacked programs, kept between runs and shared by all clones. The superuser's stands where an
 * unprivileged user can read it, because the database and the browser do not run as root.
 */
export function cacheDirectory() {
  const candidates = isRoot ? ['/var/cache/kaosai'] : [userCache()];
  for (const candidate of [...candidates, join(tmpdir(), `kaosai-cache-${process.getuid?.() ?? 'user'}`)]) {
    if (usable(candidate)) return candidate;
  }
  throw new Error(`No place to unpack programs: neither ${candidates[0]} nor ${tmpdir()} is writable.`);
}

function userCache() {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'kaosai');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'kaosai');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kaosai');
}

function usable(directory) {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    const found = lstatSync(directory);
    // Programs are run from here: a directory that somebody else made beforehand is not to be trusted.
    return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
  } catch {
    return false;
  }
}

/** The unprivileged account for programs that refuse to run as root. `of`: an existing directory whose owner keeps it. */
export function unprivilegedUser(of) {
  if (!isRoot) return undefined;
  if (of && existsSync(of)) {
    const { uid, gid } = statSync(of);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('PostgreSQL does not run as root, and neither a user "postgres" nor "nobody" exists to run it as.');
}

/** Whether `user` may pass through every directory above `path` (and above what of it exists). */
export function isReachable(path, user) {
  let existing = resolve(path);
  while (!existsSync(existing)) existing = dirname(existing);
  existing = realpathSync(existing);
  for (let folder = existing === resolve(path) ? dirname(existing) : existing; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A short name for a path, the same every time. */
export function nameFor(path) {
  return createHash('sha256').update(resolve(path)).digest('hex').slice(0, 12);
}
