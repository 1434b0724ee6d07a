import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export const print = (line) => process.stdout.write(`${line}\n`);

/** Three figures, or a whole number above a thousand. */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString('en-US') : Number(value.toPrecision(3)).toString();
}

export function saveReport(name, results) {
  mkdirSync('reports', { recursive: true });
  const machine = { cores: cpus().length, model: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version };
  writeFileSync(`reports/bench-${name}.json`, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`);
}

/** How the machine was shared out: each of ours in cores, and everything else. */
export function describeLoad({ used, seconds, foreign, stolen }) {
  const parts = Object.entries(used).map(([name, time]) => `${name} ${figure(time / 1_000_000 / seconds)}`).join(', ');
  return `cores busy: ${parts}; foreign load ${figure(foreign * 100)} %, stolen ${figure(stolen * 100)} %`;
}
