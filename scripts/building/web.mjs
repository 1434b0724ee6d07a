import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launch/places.mjs';

const STAMP = join(root, 'dist', '.web.json');
/** What the web part is made from: its own sources and the libraries it may import. */
const inputs = ['apps/web', 'libs/contracts', 'libs/rules', 'libs/kernel', 'package-lock.json', 'tsconfig.base.json'];
const leftOut = /(^|\/)(node_modules|dist|\.cache)$|\.(spec|int-spec)\.tsx?$|\.md$/;

/** Bundles the web part by Vite into dist/web when one of its inputs has changed. */
export async function buildWeb({ force, log }) {
  if (!existsSync(join(root, 'apps/web/vite.config.ts'))) return;
  const started = Date.now();
  const now = fingerprint();
  if (!force && readStamp() === now && existsSync(join(root, 'dist/web/index.html'))) return;

  log('构建网页部分（约半分钟）… · Building the web part (about half a minute) …');
  rmSync(STAMP, { force: true });
  await vite();
  writeFileSync(STAMP, JSON.stringify({ inputs: now }));
  log(`网页部分已构建 · Web part built: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function vite() {
  return new Promise((resolve, reject) => {
    const program = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [program, 'build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'], {
      cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`构建网页部分失败 · The web part does not build (${code}):\n${said.trim().slice(-6000)}`))));
  });
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')).inputs;
  } catch {
    return undefined;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) add(hash, input);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = join(root, path);
  if (leftOut.test(path) || !existsSync(full)) return;
  const entries = readEntries(full);
  if (entries) for (const name of entries.sort()) add(hash, `${path}/${name}`);
  else hash.update(`${path}\n`).update(readFileSync(full));
}

function readEntries(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
