import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a load generator; `run` gives it a task of load-tasks.mjs, and several may go on at once. */
export function startGenerator() {
  const child = fork(fileURLToPath(new URL('load.mjs', import.meta.url)), { execArgv: [], serialization: 'advanced' });
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  child.on('exit', (code) => waiting.forEach(({ reject }) => reject(new Error(`the load generator ended (${code})`))));
  return {
    pid: child.pid,
    run: (task, options) => new Promise((resolve, reject) => {
      waiting.set((last += 1), { resolve, reject });
      child.send({ id: last, task, options });
    }),
    stop: () => child.disconnect(),
  };
}
