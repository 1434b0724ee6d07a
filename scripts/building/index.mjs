import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../launch/lock.mjs';
import { root } from '../launch/places.mjs';
import { buildBackend } from './backend.mjs';
import { buildWeb } from './web.mjs';

/**
 * Brings dist/ up to date: only what is stale, the two halves beside each other, one builder at a time.
 *
 * @param {{ backend?: boolean, web?: boolean, force?: boolean, log?: (line: string) => void }} options
 */
export async function build({ backend = true, web = true, force = false, log = () => {} }) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const onWait = ({ pid }) => log(`等待进程 ${pid} 完成构建 · Waiting for process ${pid} to finish building`);
  await withLock(join(root, '.cache'), 'build', { wait: 600_000, onWait }, async () => {
    const results = await Promise.allSettled([backend && buildBackend({ force, log }), web && buildWeb({ force, log })]);
    const failed = results.filter(({ status }) => status === 'rejected');
    if (failed.length > 0) throw new Error(failed.map(({ reason }) => reason.message).join('\n\n'));
  });
}
