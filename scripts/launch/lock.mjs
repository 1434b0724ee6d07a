import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive } from './processes.mjs';

/** Someone else holds the lock; `holder` is what they wrote into it. */
export class LockedError extends Error {
  constructor(name, holder) {
    super(`The lock "${name}" is held by process ${holder.pid}.`);
    this.code = 'LOCKED';
    this.holder = holder;
  }
}

/**
 * Takes the lock `name` in `directory` for this process, and gives back `{ note, release }`.
 *
 * Everyone writes a file of their own and then looks for the files of others, so two processes can never both believe
 * they hold it; a file whose process is gone (kill -9, power cut) counts for nothing, so a lock is never stuck.
 *
 * @param {string} directory
 * @param {string} name
 * @param {{ wait?: number, onWait?: (holder: { pid: number }) => void, details?: object }} [options] `wait`: how many ms to wait for the holder.
 * @throws LockedError when it is still held after `wait`.
 */
export async function acquireLock(directory, name, { wait = 0, onWait, details = {} } = {}) {
  const folder = join(directory, '.locks');
  mkdirSync(folder, { recursive: true });
  const mine = `${name}-${process.pid}-${randomUUID()}.json`;
  const deadline = Date.now() + wait;
  let told = false;

  // A few tries even without waiting: two who arrive together may both step back once.
  for (let attempt = 0; ; attempt++) {
    put(folder, mine, { ...details, ...identify(process.pid) });
    const holder = othersAlive(folder, name, mine);
    if (!holder) break;

    rmSync(join(folder, mine), { force: true });
    if (Date.now() >= deadline && attempt >= 4) throw new LockedError(name, holder);
    if (wait > 0 && attempt >= 4 && !told) {
      told = true;
      onWait?.(holder);
    }
    await sleep(10 + Number.parseInt(randomUUID().slice(0, 2), 16) / 4);
  }

  return {
    note: (more) => put(folder, mine, { ...details, ...more, ...identify(process.pid) }),
    release: () => rmSync(join(folder, mine), { force: true }),
  };
}

/** Runs `work` while holding the lock. */
export async function withLock(directory, name, options, work) {
  const lock = await acquireLock(directory, name, options);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Reads what the last holders wrote that died without releasing, for those who must tidy up after them. */
export function deadHolders(directory, name) {
  return entries(join(directory, '.locks'), name)
    .map(({ content }) => content)
    .filter((content) => content && !isAlive(content));
}

function put(folder, file, content) {
  const draft = join(folder, `.${file}.tmp`);
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  renameSync(draft, join(folder, file));
}

function othersAlive(folder, name, mine) {
  for (const { file, content } of entries(folder, name)) {
    if (file === mine) continue;
    if (content && isAlive(content)) return content;
    rmSync(join(folder, file), { force: true });
  }
  return undefined;
}

function entries(folder, name) {
  let files = [];
  try {
    files = readdirSync(folder);
  } catch {
    return [];
  }
  return files
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.json'))
    .map((file) => ({ file, content: readJson(join(folder, file)) }));
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
