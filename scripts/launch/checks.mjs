import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { diskFull, hostUnknown, notWritable, portForbidden, portTaken } from './messages.mjs';
import { isRoot } from './places.mjs';

const NEEDED = 300;

/** Makes the data directory and makes sure that it can be written to and has room. */
export function prepareDirectory(directory) {
  const probe = join(directory, `.probe-${process.pid}`);
  try {
    makeDirectory(directory);
    if (isNearlyFull(directory)) throw diskFull(directory, freeMegabytes(directory));

    const file = openSync(probe, 'w');
    writeSync(file, Buffer.alloc(4096));
    fsyncSync(file);
    closeSync(file);
    rmSync(probe, { force: true });
  } catch (error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw diskFull(directory);
    if (error.code) throw notWritable(directory, error.code);
    throw error;
  }
}

/** Whether the disk of a directory has less room than the platform needs. */
export function isNearlyFull(directory) {
  return freeMegabytes(directory) < NEEDED;
}

export function freeMegabytes(directory) {
  const { bavail, bsize } = statfsSync(directory);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

/** Not mkdir's own `recursive`: that one never comes back from places such as /proc. */
function makeDirectory(directory) {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeDirectory(dirname(directory));
  // As root the database's user must be able to pass through; it cannot look around.
  mkdirSync(directory, { mode: isRoot ? 0o711 : 0o700 });
}

/** Makes sure that the port is free, before minutes are spent on installing. */
export async function checkPort(port, host) {
  const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  for (const address of addresses) {
    const code = await tryListening(port, address);
    if (code === 'EADDRINUSE') throw portTaken(port);
    if (code === 'EACCES') throw portForbidden(port);
    // A machine without IPv6 has no ::1, which is no reason not to start.
    if (code && host !== 'localhost') throw hostUnknown(host);
  }
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code ?? 'UNKNOWN'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
