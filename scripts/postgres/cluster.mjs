import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isReachable, isRoot, nameFor, unprivilegedUser } from '../launch/places.mjs';
import { initialSettings } from './settings.mjs';

/**
 * Decides where the cluster of `directory` lives and as whom it runs. As root the database runs as an unprivileged user;
 * when that one cannot reach the directory (a home of mode 0700), the cluster goes to /var/lib/kaosai and a note of its
 * place stays in the directory, so that it is found again when the directory has been moved.
 */
export function placeCluster(directory, log) {
  const wanted = resolve(directory);
  const user = unprivilegedUser(join(wanted, 'pgdata'));
  const base = user ? baseFor(wanted, user) : wanted;
  if (base !== wanted) log(`数据库放在 ${base}（数据库用户无法进入 ${wanted}）· The database lives in ${base}: its user cannot reach ${wanted}`);

  mkdirSync(base, { recursive: true, mode: 0o755 });
  own(base, user);
  chmodSync(base, 0o700);
  return { base, data: join(base, 'pgdata'), user };
}

function baseFor(wanted, user) {
  const note = join(wanted, 'location.txt');
  if (existsSync(note)) return notedBase(wanted, note);
  if (isReachable(wanted, user)) return wanted;
  if (existsSync(join(wanted, 'pgdata'))) {
    throw new Error(`数据库用户（uid ${user.uid}）无法进入已有的数据目录 ${wanted}，请放开上级目录的进入权限（chmod o+x）。\nThe database's user (uid ${user.uid}) cannot reach the existing data in ${wanted}: let it pass through the directories above (chmod o+x).`);
  }
  const base = join('/var/lib/kaosai', nameFor(wanted));
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  mkdirSync(base, { recursive: true, mode: 0o755 });
  writeFileSync(join(base, 'origin.txt'), wanted);
  writeFileSync(note, base);
  return base;
}

/** A copied directory must not share the database of the one it was copied from; a moved one keeps its own. */
function notedBase(wanted, note) {
  const base = readFileSync(note, 'utf8').trim();
  const origin = join(base, 'origin.txt');
  if (!existsSync(origin)) throw new Error(`数据库目录 ${base} 不见了。\nThe database's directory ${base} is gone.`);
  const from = readFileSync(origin, 'utf8').trim();
  if (from !== wanted && existsSync(join(from, 'location.txt'))) {
    throw new Error(`${wanted} 是 ${from} 的副本，数据库不在其中。请换一个数据目录。\n${wanted} is a copy of ${from}, whose database is not inside it: use another data directory.`);
  }
  if (from !== wanted) writeFileSync(origin, wanted);
  return base;
}

/** Makes the cluster when there is none. A half-made one of an interrupted start is never taken for a whole one. */
export function initialize({ base, data, user }, binaries) {
  if (existsSync(join(data, 'PG_VERSION'))) return checkVersion(data, binaries.major);

  sweepDrafts(base);
  const secret = readSecrets(base) ?? writeSecrets(base);
  const draft = join(base, `pgdata.draft-${process.pid}`);
  const passwordFile = join(base, `password-${process.pid}`);
  try {
    writeFileSync(passwordFile, secret.postgres, { mode: 0o600 });
    own(passwordFile, user);
    run(join(binaries.bin, 'initdb'), initialSettings({ directory: draft, passwordFile, major: binaries.major }), { base, user, binaries });
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The passwords of the database's roles. Missing ones (a restored cluster, a lost file) are made anew and set in single-user mode. */
export function secretsOf({ base, data, user }, binaries) {
  const known = readSecrets(base);
  if (known) return known;
  const secrets = writeSecrets(base);
  const input = ['postgres', 'kaosai_owner', 'kaosai_app']
    .map((role) => `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN ALTER ROLE ${role} PASSWORD '${secrets[role]}'; END IF; END $$`)
    .join('\n');
  run(join(binaries.bin, 'postgres'), ['--single', '-D', data, 'postgres'], { base, user, binaries, input: `${input}\n` });
  return secrets;
}

/** The environment of the database's programs: nothing of ours, so that no PG* variable or language changes what they do. */
export function programEnvironment(base, { lib }) {
  const kept = process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, PATH: process.env.PATH, TEMP: process.env.TEMP } : { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' };
  return { ...kept, HOME: base, LC_ALL: 'C', TZ: 'UTC', ...(lib ? { LD_LIBRARY_PATH: lib, DYLD_LIBRARY_PATH: lib } : {}) };
}

/** Gives a file or directory to the database's user (only root can, and only root needs to). */
export function own(path, user) {
  if (!isRoot || !user) return;
  const { uid } = lstatSync(path);
  if (uid !== user.uid) chownSync(path, user.uid, user.gid);
}

function checkVersion(data, major) {
  const found = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  if (found === major) return;
  throw new Error(`${data} 属于 PostgreSQL ${found}，而程序是 ${major}。请用原来的版本启动，或换一个数据目录。\n${data} belongs to PostgreSQL ${found}, the programs are ${major}: start it with the version that made it, or use another data directory.`);
}

/** An initdb that was killed leaves its draft behind. Only called under the start lock. */
function sweepDrafts(base) {
  for (const name of readdirSync(base)) {
    if (/^(pgdata\.draft-|password-)\d+$/.test(name)) rmSync(join(base, name), { recursive: true, force: true });
  }
}

function readSecrets(base) {
  try {
    return JSON.parse(readFileSync(join(base, 'secrets.json'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function writeSecrets(base) {
  const secrets = Object.fromEntries(['postgres', 'kaosai_owner', 'kaosai_app'].map((role) => [role, randomBytes(24).toString('hex')]));
  const path = join(base, 'secrets.json');
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, JSON.stringify(secrets));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  syncDirectory(dirname(path));
  return secrets;
}

function syncDirectory(directory) {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function run(program, args, { base, user, binaries, input }) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: base, env: programEnvironment(base, binaries), input, encoding: 'utf8', ...user });
  if (error) throw error;
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`.trim();
  const failure = new Error(`${program} failed (${status}):\n${said.slice(-2000)}`);
  if (/No space left on device/.test(said)) failure.code = 'ENOSPC';
  throw failure;
}
