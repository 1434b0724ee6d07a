import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that seals papers, of an installation on one machine: made once, kept beside the database and never in it, readable by its owner
 * alone. The processes are handed it as `KAOSAI_SEAL_KEY`.
 */
export function ensureSealKey(directory) {
  const file = join(directory, 'seal.key');
  mkdirSync(directory, { recursive: true });
  try {
    // Two first starts at once: one writes, the other reads what was written.
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
