import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from './places.mjs';
import { identify } from './processes.mjs';

const LOG_LIMIT = 64 * 1024 * 1024;
const STOP_LIMIT = 20_000;
/** Pauses before the restarts of an application that keeps falling; the first is immediate. */
const pauses = [0, 500, 1000, 2000, 5000];

/**
 * Starts one application of the production build and keeps it running: one that falls is started again.
 *
 * @param {{ name: string, env: Record<string, string | undefined>, logFile: string, log: (line: string) => void, onMessage?: (message: { type: string }) => void, tries?: number }} options
 *   `tries`: how often it may fall before it was ever ready until that counts as a failure.
 */
export function supervise({ name, env, logFile, log, onMessage = () => {}, tries = 3 }) {
  let app;
  let stopping = false;
  let everReady = false;
  let falls = 0;
  let announce;
  let fail;
  const ready = new Promise((resolve, reject) => ([announce, fail] = [resolve, reject]));
  ready.catch(() => {});

  const run = async () => {
    while (!stopping) {
      app = spawnApp({ name, env, logFile, onMessage });
      const began = Date.now();
      app.ready.then((message) => {
        if (everReady) log(`${name} 已恢复 · ${name} is back: ${((Date.now() - began) / 1000).toFixed(1)} s`);
        everReady = true;
        announce(message);
      }, () => {});
      const { code, signal } = await app.exited;
      if (stopping) return;

      falls = Date.now() - began > 30_000 ? 1 : falls + 1;
      log(`${name} 意外退出（${signal ?? code}），正在重新启动 · ${name} ended unexpectedly (${signal ?? code}), starting it again`);
      const last = app.lastWords();
      if (last && !signal) log(indent(last));
      if (!everReady && falls >= tries) return fail(new Error(`${name} 无法启动，日志见 ${logFile}\n${name} does not start; its log is ${logFile}`));
      await sleep(pauses[Math.min(falls - 1, pauses.length - 1)]);
    }
  };
  run();

  return {
    name,
    ready,
    identity: () => identify(app.child.pid),
    /** kill -9; it comes back by itself. Resolves when it is ready again. */
    kill: async () => {
      const killed = app;
      killed.child.kill('SIGKILL');
      await killed.exited;
      while (app === killed) await sleep(5);
      await app.ready;
    },
    stop: async () => {
      stopping = true;
      await app.stop();
    },
    abandon: () => {
      stopping = true;
      app.child.kill('SIGKILL');
    },
  };
}

/** Starts `dist/apps/<name>` once. Its output goes to a file, which outlives both it and us. */
export function spawnApp({ name, env, logFile, onMessage = () => {} }) {
  const main = join(root, 'dist', 'apps', name, 'src', 'main.js');
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build.`);
  mkdirSync(dirname(logFile), { recursive: true });
  trimLog(logFile);
  const output = openSync(logFile, 'a', 0o600);
  const offset = statSync(logFile).size;
  const guard = pathToFileURL(join(root, 'scripts', 'launch', 'guard.mjs')).href;
  // Much of what a request makes is dead when it is answered; a larger nursery clears it away for a tenth less CPU.
  const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=64', '--import', guard, main], {
    cwd: root,
    // Node 22 and later keep compiled code between starts; earlier ones pass over this.
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: undefined, NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'), ...env },
    stdio: ['ignore', output, output, 'ipc'],
    // Not in our process group: Ctrl-C is for us, who stop the applications in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(output);

  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => resolve({ code: error.code, signal: null }));
  });
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message?.type === 'ready') resolve(message);
      onMessage(message);
    });
    exited.then(() => reject(new Error(`${name} ended before it was ready.`)));
  });
  ready.catch(() => {});

  return {
    child,
    ready,
    exited,
    lastWords: () => lastWords(logFile, offset),
    stop: async () => {
      askToStop(child);
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
      await exited;
      clearTimeout(late);
    },
  };
}

/** Keeps a log that grows without end within bounds; the part cut off stays beside it as `.old`. */
export function trimLog(logFile) {
  if (!existsSync(logFile) || statSync(logFile).size < LOG_LIMIT) return;
  copyFileSync(logFile, `${logFile}.old`);
  truncateSync(logFile);
}

function askToStop(child) {
  if (process.platform !== 'win32') child.kill('SIGTERM');
  else if (child.connected) child.send({ type: 'stop' });
}

/** What an application said of its own end: its plain lines, and the messages of its errors. */
function lastWords(logFile, offset) {
  const lines = readFileSync(logFile).subarray(offset).toString().trim().split('\n');
  return lines.map((line) => {
    if (!line.startsWith('{')) return line;
    try {
      const { level, msg, err } = JSON.parse(line);
      return level >= 50 || level === 'error' || level === 'fatal' ? (err?.message ?? msg) : '';
    } catch {
      return '';
    }
  }).filter(Boolean).slice(-12).join('\n');
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
