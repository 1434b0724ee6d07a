/**
 * npm run split [-- --port <n> --data <dir> --no-demo]: the topology of docker/compose.yaml without Docker.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './building/index.mjs';
import { checkPort, prepareDirectory } from './launch/checks.mjs';
import { install } from './launch/install.mjs';
import { acquireLock, deadHolders, LockedError } from './launch/lock.mjs';
import { Advice, inUse } from './launch/messages.mjs';
import { root } from './launch/places.mjs';
import { endLeftovers, isAlive } from './launch/processes.mjs';
import { accountTable } from './launch/table.mjs';

const log = (line) => console.log(line);
let topology;
let lock;

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '3080' }, data: { type: 'string', default: resolve(root, '.data', 'split') }, 'no-demo': { type: 'boolean', default: false } } });
  const directory = resolve(values.data);
  const port = Number(values.port);
  await install(log);
  const { missingTools } = await import('./split/tools.mjs');
  const missing = missingTools();
  if (missing.length > 0) return log(`跳过：本机没有 ${missing.join('、')}。安装：apt-get install ${missing.join(' ')}\nSkipped: this machine has no ${missing.join(', ')}. To install: apt-get install ${missing.join(' ')}`);

  prepareDirectory(directory);
  const left = deadHolders(directory, 'split').flatMap(({ children = [] }) => children);
  lock = await acquireLock(directory, 'split').catch((error) => {
    throw error instanceof LockedError ? inUse(directory, error.holder) : error;
  });
  // Redis and nginx know nothing of a launcher that was killed: they are told.
  for (const { pid } of left.filter(isAlive)) process.kill(pid, 'SIGTERM');
  await endLeftovers(left);
  await checkPort(port, '127.0.0.1');
  await build({ log });

  const { startSplit } = await import('./split/topology.mjs');
  topology = await startSplit({ directory, port, demo: !values['no-demo'], log, onStarted: (children) => lock.note({ children, url: `http://localhost:${port}` }) });
  log(`\n考赛（分布式）已就绪 · Kaosai, split, is ready:  ${topology.baseUrl}`);
  for (const [name, app] of Object.entries(topology.apps)) log(`  ${name.padEnd(9)} 127.0.0.1:${app.port}`);
  if (topology.setupUrl) log(`\n首次设置 · First set-up:  ${topology.setupUrl.replace(/^https?:\/\/[^/]+/, topology.baseUrl)}`);
  if (topology.demoAccounts.length > 0) log(`\n演示账号 · Demo accounts\n${accountTable(topology.demoAccounts)}`);
  log('\n按 Ctrl-C 停止 · Ctrl-C stops it\n');
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    log('\n正在停止… · Stopping …');
    await topology?.stop();
    lock?.release();
    log('已停止 · Stopped');
    process.exit(0);
  });
}

try {
  await main();
} catch (error) {
  if (!stopping) {
    console.error(`\n${error instanceof Advice ? error.message : error.stack}`);
    lock?.release();
    process.exitCode = 1;
  }
}
