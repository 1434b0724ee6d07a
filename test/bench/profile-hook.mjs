/** Loaded into a server that is to be profiled: SIGWINCH begins, the next one ends and writes reports/<app>-<n>.cpuprofile. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { basename, dirname } from 'node:path';

const session = new Session();
let running = false;
let count = 0;
process.on('SIGWINCH', async () => {
  running = !running;
  if (running) {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  mkdirSync('reports', { recursive: true });
  writeFileSync(`reports/${basename(dirname(dirname(process.argv[1])))}-${(count += 1)}.cpuprofile`, JSON.stringify(profile));
});
