import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exists, identify, isAlive, waitForEnd } from '../launch/processes.mjs';
import { startPostgres } from './index.mjs';
import { readPidFile } from './server.mjs';

const PREFIX = 'kaosai-test-';

/**
 * A server of its own in a new temporary directory, durable settings on, gone with its data when it is stopped.
 * Servers that earlier callers left behind (kill -9) are tidied away first.
 */
export async function startTemporaryPostgres({ settings, binaries } = {}) {
  // Not the system's TMPDIR: on macOS its path is too long for a socket, and root's may be closed to the database's user.
  const parent = process.platform === 'win32' ? tmpdir() : '/tmp';
  await sweep(parent);
  const directory = join(parent, `${PREFIX}${randomUUID().slice(0, 8)}`);
  mkdirSync(directory, { mode: 0o755 });
  writeFileSync(join(directory, 'owner.json'), JSON.stringify(identify(process.pid)));

  const server = await startPostgres({ dir: directory, settings, ...(binaries ? { binaries } : {}) });
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      remove();
    },
    /** Stops without removing, for those who start it again in the same directory. */
    pause: server.stop,
    directory,
    remove,
  };
}

async function sweep(parent) {
  for (const name of readdirSync(parent).filter((one) => one.startsWith(PREFIX))) {
    const directory = join(parent, name);
    try {
      if (!existsSync(join(directory, 'owner.json'))) continue;
      if (isAlive(JSON.parse(readFileSync(join(directory, 'owner.json'), 'utf8')))) continue;
      const running = readPidFile(join(directory, 'pgdata'));
      if (running && exists(running.pid)) {
        process.kill(running.pid, 'SIGINT');
        await waitForEnd(identify(running.pid), 10_000);
      }
      rmSync(directory, { recursive: true, force: true });
    } catch {
      // Another user's, or being swept by someone else at this moment.
    }
  }
}
