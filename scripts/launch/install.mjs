import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { Advice, diskFull } from './messages.mjs';
import { root } from './places.mjs';

/** Whether node_modules holds exactly what the lock file names (packages of other platforms aside). npm writes its own list last, so an interrupted installation counts as none. */
export function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, link, inBundle }]) =>
    path === '' || link || inBundle || (present[path] ? present[path].version === version : optional));
}

/** Runs `npm ci` when node_modules is missing or does not match the lock file; one at a time per clone. */
export async function install(log) {
  if (isInstalled()) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const onWait = ({ pid }) => log(`等待进程 ${pid} 完成安装 · Waiting for process ${pid} to finish installing`);
  await withLock(join(root, '.cache'), 'install', { wait: 1_200_000, onWait }, async () => {
    if (!isInstalled()) await runNpm(log);
  });
}

async function runNpm(log) {
  const started = Date.now();
  const passed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  log('安装依赖（首次约 1–3 分钟）… · Installing packages (1–3 minutes the first time) …');
  const heartbeat = setInterval(() => log(`  仍在安装 · still installing: ${passed()}`), 20_000);
  try {
    const { code, said } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw failure(code, said);
    log(`依赖已安装 · Packages installed: ${passed()}`);
  } finally {
    clearInterval(heartbeat);
  }
}

function failure(code, said) {
  if (/ENOSPC|no space left/i.test(said)) return diskFull(root);
  const network = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|EAI_AGAIN|network/i.test(said);
  return new Advice(
    `npm ci 失败（${code}）。${network ? '无法访问软件源：请检查网络，或更换软件源后重试：npm config set registry https://registry.npmmirror.com' : '详情如下，处理后重试。'}`,
    `npm ci failed (${code}). ${network ? 'The registry cannot be reached: check the network, or set another registry and try again.' : 'Mend what is said below and try again.'}\n\n${causes(said)}`);
}

/** The beginning tells why; after it npm explains all its options. */
function causes(said) {
  return said.trim().split('\n').filter((line) => !/^npm (warn|notice)/.test(line)).slice(0, 25).join('\n');
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [program, first] = cli && /npm-cli\.c?js$/.test(cli) && existsSync(cli) ? [process.execPath, [cli]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: program === 'npm' && process.platform === 'win32', env: { ...process.env, NODE_OPTIONS: '' } });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', (error) => resolve({ code: error.code, said: error.message }));
    child.once('close', (code) => resolve({ code, said }));
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
