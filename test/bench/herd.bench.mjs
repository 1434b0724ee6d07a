import { parseArgs } from 'node:util';
import { startGenerator } from './generator.mjs';
import { cpuBetween, readCpu } from './machine.mjs';
import { describeLoad, figure, print, saveReport } from './report.mjs';
import { databases, startStack } from './stack.mjs';
import { makeWorld, password } from './world.mjs';

const savers = 300;
const rate = 300;

/**
 * Everybody at once, while 300 saves a second go on: 500 and 1,000 starts within 2 s, 500 submits within 5 s, 500 sign-ins in 30 s.
 * A start is timed from the moment it was due to the whole first page. Options: `--starts 500,1000 --submits 500 --sign-ins 500 --database embedded|debian|both`.
 */
export async function run(args) {
  const { values } = parseArgs({ args, options: {
    starts: { type: 'string', default: '500,1000' }, submits: { type: 'string', default: '500' }, 'sign-ins': { type: 'string', default: '500' }, database: { type: 'string', default: 'embedded' },
  } });
  const sizes = { starts: values.starts.split(',').map(Number), submits: Number(values.submits), signIns: Number(values['sign-ins']) };
  const results = [];
  for (const [name, binaries] of databases(values.database)) results.push(...await onDatabase(name, binaries, sizes));
  saveReport('herd', results);
  return results.every(({ met }) => met);
}

async function onDatabase(name, binaries, sizes) {
  const stack = await startStack({ binaries });
  const [herd, background] = [startGenerator(), startGenerator()];
  try {
    const total = savers + sizes.starts.reduce((sum, one) => sum + one, 0);
    const { examId, candidates } = await makeWorld(stack, total, { withPasswords: true });
    const { base } = stack;
    const saving = await background.run('enter', { base, people: candidates.splice(0, savers), examId });
    await background.run('open', { group: 'savers', base, people: saving });
    const roots = { api: stack.pids.api, worker: stack.pids.worker, database: stack.pids.database, herd: herd.pid, savers: background.pid };
    print(`\n${name} PostgreSQL, beside ${rate} saves/s of ${savers} candidates`);
    // The first of a kind pays for what is compiled and read once.
    const meanwhile = (what, seconds, goals, act) => measure({ what, database: name, roots, goals, act, save: () => background.run('pacedSaves', { group: 'savers', seconds, rate }) });
    const results = [await meanwhile('saves alone', 5, { saves: 100 }, () => null)];
    let started = [];
    for (const count of sizes.starts) {
      const people = candidates.splice(0, count);
      results.push(await meanwhile(`${count} starts within 2 s`, 5, { herd: 1_000, saves: 100 }, async () => {
        const result = await herd.run('starts', { base, people, examId, within: 2_000 });
        started = [...started, ...result.people];
        return result;
      }));
    }
    const leaving = started.slice(0, sizes.submits);
    results.push(await meanwhile(`${leaving.length} submits within 5 s`, 7, { herd: 1_000, saves: 100 }, () => herd.run('submits', { base, people: leaving, within: 5_000 })));
    const arriving = started.slice(0, sizes.signIns);
    results.push(await meanwhile(`${arriving.length} sign-ins in 30 s`, 30, { saves: 100 }, () => herd.run('signIns', { base, people: arriving, within: 30_000, password })));
    return results;
  } finally {
    herd.stop();
    background.stop();
    await stack.stop();
  }
}

async function measure({ what, database, roots, goals, act, save }) {
  const before = readCpu(roots);
  const [saves, crowd] = await Promise.all([save(), act()]);
  const cpu = cpuBetween(before, readCpu(roots));
  const met = saves.failed === 0 && saves.p95 <= goals.saves && (!crowd || (crowd.failed === 0 && crowd.p95 <= (goals.herd ?? Infinity)));
  print(`  ${what}`);
  if (crowd) print(`    they    ${latencies(crowd)}${goals.herd ? `   goal p95 ≤ ${goals.herd} ms` : ''}`);
  print(`    saves   ${latencies(saves)}   goal p95 ≤ ${goals.saves} ms   ${met ? 'met' : 'MISSED'}`);
  print(`    ${describeLoad(cpu)}`);
  for (const reason of [...(crowd?.reasons ?? []), ...saves.reasons]) print(`    ${reason}`);
  return { database, what, crowd: crowd && { ...crowd, people: undefined }, saves, cpu, met };
}

const latencies = ({ count, failed, p50, p95, p99, max }) => `${String(count).padStart(6)}   p50 ${figure(p50)}  p95 ${figure(p95)}  p99 ${figure(p99)}  max ${figure(max)} ms   failed ${failed}`;
