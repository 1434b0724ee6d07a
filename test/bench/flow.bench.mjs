import { parseArgs } from 'node:util';
import { startGenerator } from './generator.mjs';
import { cpuBetween, readCpu } from './machine.mjs';
import { describeLoad, figure, print, saveReport } from './report.mjs';
import { databases, ownerClient, startStack } from './stack.mjs';
import { makeWorld } from './world.mjs';

/** Moodle 4.5 with the same 17 requests on a machine of this kind: CPU-seconds an attempt. */
const moodle = 0.775;
const goal = 0.008;
/** Seconds, until what runs often is compiled. */
const warmUp = 6;

/**
 * Whole attempts per second: 20 questions on 4 pages, 17 requests each (list, start, first page, 4 × (autosave, save, next page), submit,
 * review with marks). An attempt ends when its marks, stored by the worker, have been read.
 * Options: `--users 20,50 --seconds 15 --database embedded|debian|both --per-second 120 --profile`.
 */
export async function run(args) {
  const { values } = parseArgs({ args, options: { users: { type: 'string', default: '20,50' }, seconds: { type: 'string', default: '15' }, database: { type: 'string', default: 'embedded' }, profile: { type: 'boolean', default: false }, 'per-second': { type: 'string', default: '120' } } });
  // Candidates are made for so many attempts a second.
  const perSecond = Number(values['per-second']);
  const [counts, seconds] = [values.users.split(',').map(Number), Number(values.seconds)];
  const results = [];
  for (const [name, binaries] of databases(values.database)) {
    const stack = await startStack({ binaries, profile: values.profile });
    const generator = startGenerator();
    try {
      const { examId, candidates } = await makeWorld(stack, (counts.length * seconds + warmUp) * perSecond);
      await generator.run('flow', { base: stack.base, people: candidates.splice(0, warmUp * perSecond), examId, users: 20, seconds: warmUp });
      for (const users of counts) results.push(await measureFlow({ database: name, stack, generator, people: candidates.splice(0, seconds * perSecond), examId, users, seconds, profile: values.profile }));
    } finally {
      generator.stop();
      await stack.stop();
    }
  }
  saveReport('flow', results);
  return results.every(({ met }) => met);
}

/** Runs the flow with so many users and tells of it. */
export async function measureFlow({ database, stack, generator, people, examId, users, seconds, profile }) {
  const roots = { ...stack.pids, generator: generator.pid };
  if (profile) for (const name of ['api', 'worker']) process.kill(stack.pids[name], 'SIGWINCH');
  const before = readCpu(roots);
  const flow = await generator.run('flow', { base: stack.base, people, examId, users, seconds });
  const cpu = cpuBetween(before, readCpu(roots));
  if (profile) for (const name of ['api', 'worker']) process.kill(stack.pids[name], 'SIGWINCH');
  if (flow.lacking) throw new Error('there were too few candidates for so fast a machine: choose a higher --per-second');
  const perAttempt = Object.fromEntries(Object.entries(cpu.used).map(([name, time]) => [name, time / 1_000 / flow.done]));
  const server = (perAttempt.api + perAttempt.worker + perAttempt.database) / 1_000;
  const stored = await storedMarks(stack.database);
  const met = flow.failed === 0 && server <= goal && stored.lacking === 0;
  print(`\n${database} PostgreSQL, ${users} users`);
  print(`  ${figure(flow.done / flow.elapsed)} attempts/s (${flow.done} in ${figure(flow.elapsed)} s), ${figure(server * 1_000)} CPU-ms of server and database an attempt: ${figure(moodle / server)} × Moodle's per CPU-second   goal ≤ ${goal * 1_000} ms: ${met ? 'met' : 'MISSED'}`);
  print(`  CPU-ms an attempt: ${Object.entries(perAttempt).map(([name, time]) => `${name} ${figure(time)}`).join(', ')}`);
  for (const [step, { count, p50, p95, p99, failed, reasons }] of Object.entries(flow.steps)) print(`    ${step.padEnd(7)}${String(count).padStart(7)}   p50 ${figure(p50)}  p95 ${figure(p95)}  p99 ${figure(p99)} ms   failed ${failed}${reasons.length > 0 ? `   ${reasons[0]}` : ''}`);
  print(`  reviews asked for before the marks were there: ${flow.polls}; attempts released without all their marks: ${stored.lacking} of ${stored.released}`);
  print(`  ${describeLoad(cpu)}`);
  return { database, users, ...flow, cpu, perAttempt, server, stored, met };
}

/** Each released attempt must have a mark for every one of its questions. */
async function storedMarks(database) {
  const owner = await ownerClient(database);
  const { rows: [row] } = await owner.query(
    `SELECT count(*)::int AS released, count(*) FILTER (WHERE (SELECT count(*) FROM response_mark m WHERE m.attempt_id = a.id) <> 20 OR a.total_mark IS NULL)::int AS lacking
     FROM attempt a WHERE a.state = 'released' AND a.released_at > clock_timestamp() - interval '60 seconds'`);
  await owner.end();
  return row;
}
