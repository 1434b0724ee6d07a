import { statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { checkPort, freeMegabytes, isNearlyFull, prepareDirectory } from './checks.mjs';
import { install } from './install.mjs';
import { acquireLock, deadHolders, LockedError } from './lock.mjs';
import { Advice, diskFull, inUse, portTaken, usage } from './messages.mjs';
import { readOptions } from './options.mjs';
import { root } from './places.mjs';
import { endLeftovers } from './processes.mjs';
import { accountTable } from './table.mjs';

const log = (line) => console.log(line);
const steps = {
  migrating: '检查数据库结构… · Bringing the database up to date …',
  starting: '启动服务… · Starting the servers …',
  demo: '检查演示数据… · Loading the demo data …',
};

/** npm start: from whatever is there to a running platform, and until it is told to stop. */
export async function launch(args) {
  const running = { apps: [], watch: undefined, database: undefined, lock: undefined };
  listenForStop(running);
  // A closed terminal or pipe takes away the reader, not the platform.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    const options = readOptions(args);
    if (options.help) return console.log(usage);
    await start(options, running);
  } catch (error) {
    if (running.stopping) return;
    complain(error);
    await stop(running);
    process.exit(1);
  }
}

async function start(options, running) {
  prepareDirectory(options.data);
  running.lock = await lockDirectory(options.data);
  await checkPort(options.port, options.host);
  await install(log);
  await Promise.all([
    import('../building/index.mjs').then(({ build }) => build({ log })),
    startDatabase(options, running),
  ]);
  await startApps(options, running);
  const directories = [options.data, running.database?.dir].filter(Boolean);
  watchDisk(directories.filter((one, index) => index === 0 || statSync(one).dev !== statSync(options.data).dev));
  greet(options, await running.apps[0].ready);
}

/** One start per data directory. What a killed one left running is waited for, and ended when it hangs. */
async function lockDirectory(directory) {
  const left = deadHolders(directory, 'kaosai').flatMap(({ children = [] }) => children);
  let lock;
  try {
    lock = await acquireLock(directory, 'kaosai');
  } catch (error) {
    throw error instanceof LockedError ? inUse(directory, error.holder) : error;
  }
  await endLeftovers(left);
  return lock;
}

async function startDatabase(options, running) {
  if (options.databaseUrl) {
    running.urls = { appUrl: options.databaseUrl, ownerUrl: options.databaseOwnerUrl };
    return;
  }
  const { startPostgres } = await import('../postgres/index.mjs');
  const directory = join(options.data, 'database');
  running.databaseStart = startPostgres({ dir: directory, log });
  const server = await running.databaseStart;
  log(server.adopted ? '数据库仍在运行，已接管 · The database was still running: taken over' : '数据库已启动 · Database started');
  running.database = server;
  running.urls = server;
  running.watch = watchDatabase(running, directory, startPostgres);
}

/** A database that was killed is started again at its old address, where the applications look for it. */
function watchDatabase(running, directory, startPostgres) {
  const { port, socketDir } = running.database;
  let busy = false;
  return setInterval(async () => {
    if (busy || running.stopping || running.database.isAlive()) return;
    busy = true;
    log('数据库意外退出，正在重新启动 · The database ended unexpectedly, starting it again');
    try {
      running.database = await startPostgres({ dir: directory, port, socketDir });
      log('数据库已恢复 · The database is back');
    } catch (error) {
      log(error.code === 'ENOSPC' ? diskFull(directory).message : error.message);
    }
    setTimeout(() => (busy = false), 1_000).unref();
  }, 250);
}

/** Says once that a disk is filling up, and again after it had been free; saves are refused, not lost, when it is full. */
function watchDisk(directories) {
  const told = new Set();
  setInterval(() => {
    for (const directory of directories) {
      if (!isNearlyFull(directory)) told.delete(directory);
      else if (!told.has(directory)) {
        told.add(directory);
        log(diskFull(directory, freeMegabytes(directory)).message);
      }
    }
  }, 10_000).unref();
}

/** The first application migrates; the worker follows as soon as that is done. */
async function startApps(options, running) {
  const { supervise, trimLog } = await import('./apps.mjs');
  const { ensureSealKey } = await import('./seal-key.mjs');
  const env = {
    DATABASE_URL: running.urls.appUrl,
    DATABASE_OWNER_URL: running.urls.ownerUrl,
    HOST: options.host,
    PORT: String(options.port),
    KAOSAI_DATA: options.data,
    KAOSAI_SEAL_KEY: process.env.KAOSAI_SEAL_KEY || ensureSealKey(options.data),
    KAOSAI_DEMO: options.demo ? '1' : '0',
  };
  const logOf = (name) => join(options.data, 'logs', `${name}.log`);
  const note = () => running.lock.note({ url: addresses(options)[0], children: running.apps.map((app) => app.identity()) });
  const run = (name, onMessage) => {
    const app = supervise({ name, env, logFile: logOf(name), log, onMessage, tries: name === 'worker' ? Infinity : 3 });
    running.apps.push(app);
    note();
    return app;
  };

  let migrated;
  const migration = new Promise((resolve) => (migrated = resolve));
  const standalone = run('standalone', ({ type, code }) => {
    if (type in steps) log(steps[type]);
    if (code === 'EADDRINUSE') log(portTaken(options.port).message);
    if (type === 'starting' || type === 'ready') migrated();
    if (type === 'ready') note();
  });
  await Promise.race([migration, standalone.ready]);
  // The platform is ready without the worker, which follows a moment later: what it does is waiting in the database.
  run('worker', note);
  setInterval(() => running.apps.forEach(({ name }) => trimLog(logOf(name))), 60_000).unref();
  await standalone.ready;
}

function greet(options, { demoAccounts = [], setupUrl }) {
  const [first, ...others] = addresses(options);
  log(`\n考赛已就绪 · Kaosai is ready:  ${first}`);
  for (const other of others) log(`                                ${other}`);
  if (setupUrl) log(`\n首次设置（链接只能用一次）· First set-up, this link works once:\n  ${setupUrl}`);
  if (options.demo && demoAccounts.length > 0) log(`\n演示账号 · Demo accounts\n${accountTable(demoAccounts)}`);
  log(`\n数据 · Data: ${options.data}\n按 Ctrl-C 停止 · Ctrl-C stops it\n`);
}

function addresses({ host, port }) {
  if (host === 'localhost') return [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`];
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const outside = Object.values(networkInterfaces()).flat().filter(({ family, internal }) => family === 'IPv4' && !internal);
  return [`http://localhost:${port}`, ...outside.map(({ address }) => `http://${address}:${port}`)];
}

function listenForStop(running) {
  const onSignal = async () => {
    if (running.stopping) {
      running.apps.forEach((app) => app.abandon());
      return;
    }
    log('\n正在停止（再按一次立即停止）… · Stopping (press again to stop at once) …');
    await stop(running);
    log('已停止 · Stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
}

/** Sockets are told and jobs drained by the applications; the database goes last, so that they can still write. */
async function stop(running) {
  running.stopping = true;
  clearInterval(running.watch);
  await Promise.all(running.apps.map((app) => app.stop()));
  const database = running.database ?? (await running.databaseStart?.catch(() => undefined));
  await database?.stop();
  running.lock?.release();
}

function complain(error) {
  if (error instanceof Advice) return console.error(`\n${error.message}`);
  if (error.code === 'ENOSPC') return console.error(`\n${diskFull(root).message}`);
  console.error(`\n启动失败 · The start failed:\n${error.code === undefined || error.code === 'POSTGRES_START' ? error.message : error.stack}`);
}

