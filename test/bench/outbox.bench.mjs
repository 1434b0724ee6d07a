import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startGenerator } from './generator.mjs';
import { cpuBetween, readCpu } from './machine.mjs';
import { describeLoad, figure, print, saveReport } from './report.mjs';
import { databases, ownerClient, startStack } from './stack.mjs';
import { makeWorld } from './world.mjs';

const goal = 100;

/**
 * From an act to its consumer's end: attempts are submitted at a steady rate, and each must be marked (`attempt.submitted`) and heard of as marked
 * (`attempt.marked`). Times by the database's clock, from the outbox row to the mark that it is done, so the work itself is within.
 * Options: `--rates 5,20,60 --seconds 10 --database embedded|debian|both`.
 */
export async function run(args) {
  const { values } = parseArgs({ args, options: { rates: { type: 'string', default: '5,20,60' }, seconds: { type: 'string', default: '10' }, database: { type: 'string', default: 'embedded' } } });
  const [rates, seconds] = [values.rates.split(',').map(Number), Number(values.seconds)];
  const results = [];
  for (const [name, binaries] of databases(values.database)) {
    const stack = await startStack({ binaries });
    const generator = startGenerator();
    const owner = await ownerClient(stack.database);
    try {
      const { examId, candidates } = await makeWorld(stack, 100 + rates.reduce((sum, rate) => sum + rate * seconds, 0));
      const people = await generator.run('enter', { base: stack.base, people: candidates, examId });
      await submitAt(generator, stack, people.splice(0, 100), 5);
      print(`\n${name} PostgreSQL`);
      for (const rate of rates) {
        await settled(owner);
        results.push({ database: name, rate, ...await measure(stack, generator, owner, people.splice(0, rate * seconds), rate, seconds) });
      }
    } finally {
      generator.stop();
      await owner.end();
      await stack.stop();
    }
  }
  saveReport('outbox', results);
  return results.every(({ met }) => met);
}

const submitAt = (generator, { base }, people, seconds) => generator.run('submits', { base, people, within: seconds * 1_000 });

async function measure(stack, generator, owner, people, rate, seconds) {
  const roots = { ...stack.pids, generator: generator.pid };
  const { rows: [{ last }] } = await owner.query('SELECT coalesce(max(id), 0) AS last FROM outbox');
  const before = readCpu(roots);
  const { failed } = await submitAt(generator, stack, people, seconds);
  await settled(owner);
  const cpu = cpuBetween(before, readCpu(roots));
  const { rows: topics } = await owner.query(
    `SELECT topic, count(*)::int AS count, max(generation) AS again, percentile_cont(ARRAY[0.5, 0.95, 0.99, 1]) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - created_at) * 1000) AS ms
     FROM outbox WHERE id > $1 AND topic LIKE 'attempt.%' GROUP BY topic ORDER BY topic DESC`, [last]);
  const met = failed === 0 && topics.every(({ ms }) => ms[2] <= goal);
  print(`  ${rate} acts/s`);
  for (const { topic, count, ms: [p50, p95, p99, max] } of topics) print(`    ${topic.padEnd(18)}${String(count).padStart(6)}   p50 ${figure(p50)}  p95 ${figure(p95)}  p99 ${figure(p99)}  max ${figure(max)} ms`);
  print(`    goal p99 ≤ ${goal} ms: ${met ? 'met' : 'MISSED'}   ${describeLoad(cpu)}`);
  return { failed, topics, cpu, met };
}

async function settled(owner) {
  for (;;) {
    const { rows: [{ open }] } = await owner.query('SELECT count(*)::int AS open FROM outbox WHERE done_at IS NULL');
    if (open === 0) return;
    await sleep(100);
  }
}
