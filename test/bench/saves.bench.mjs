import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startGenerator } from './generator.mjs';
import { cpuBetween, readCpu } from './machine.mjs';
import { median, summarize } from './percentiles.mjs';
import { figure, print, saveReport } from './report.mjs';
import { databases, ownerClient, startStack } from './stack.mjs';
import { makeWorld } from './world.mjs';

const connections = 50;

/**
 * Durable saves per second through the real API, beside (b) bare Fastify and pg with one insert per request and (a) bare
 * single-row upserts, in turns within one run.
 * Options: `--clients 50,200,500 --seconds 4 --rounds 5 --database embedded|debian|both --profile`.
 */
export async function run(args) {
  const { values } = parseArgs({ args, options: {
    clients: { type: 'string', default: '50,200,500' }, seconds: { type: 'string', default: '4' }, rounds: { type: 'string', default: '5' },
    database: { type: 'string', default: 'both' }, profile: { type: 'boolean', default: false }, only: { type: 'boolean', default: false },
  } });
  const options = { seconds: Number(values.seconds), rounds: Number(values.rounds), profile: values.profile, only: values.only };
  const counts = values.clients.split(',').map(Number);
  const results = [];
  for (const [name, binaries] of databases(values.database)) results.push(...await onDatabase(name, binaries, counts, options));
  saveReport('saves', results);
  return results.every(({ met }) => met);
}

async function onDatabase(name, binaries, counts, options) {
  const stack = await startStack({ binaries, profile: options.profile });
  const owner = await ownerClient(stack.database);
  stack.commits = async () => Number((await owner.query('SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()')).rows[0].xact_commit);
  const generator = startGenerator();
  try {
    const most = Math.max(...counts);
    const { examId, candidates } = await makeWorld(stack, most);
    const people = await generator.run('enter', { base: stack.base, people: candidates, examId });
    await makeBareTables(stack.database, people);
    const contenders = await startContenders(stack, generator, people);
    const results = [];
    for (const clients of counts) results.push(await compare(name, clients, contenders, { ...options, stack }));
    contenders.stop();
    return results;
  } finally {
    generator.stop();
    await owner.end();
    await stack.stop();
  }
}

/** The same attempts and an empty table of the same shape and indexes, for the bare contenders alone. */
async function makeBareTables(database, people) {
  const owner = await ownerClient(database);
  await owner.query('CREATE SCHEMA bench; CREATE TABLE bench.attempt (LIKE kaosai.attempt INCLUDING ALL); CREATE TABLE bench.response_save (LIKE kaosai.response_save INCLUDING ALL)');
  await owner.query('CREATE TABLE bench.answer (attempt_id uuid, slot text, seq int, body jsonb, saved_at timestamptz DEFAULT clock_timestamp(), PRIMARY KEY (attempt_id, slot))');
  await owner.query('INSERT INTO bench.attempt SELECT * FROM kaosai.attempt');
  await owner.query('GRANT USAGE ON SCHEMA bench TO kaosai_app; GRANT ALL ON ALL TABLES IN SCHEMA bench TO kaosai_app');
  await owner.query('ANALYZE bench.attempt');
  await owner.end();
  return people;
}

async function startContenders({ base, database, pids }, generator, people) {
  const connection = database.fields('kaosai_app');
  const [server, upserts] = await Promise.all([
    startChild('bare-server.mjs', { connection, pool: connections }), startChild('bare-upserts.mjs', { connection, connections }),
  ]);
  const ids = people.map(({ attempt }) => attempt.id);
  let firstSeq = 0;
  return {
    all: {
      ours: { roots: { server: pids.api, worker: pids.worker, database: pids.database, generator: generator.pid }, open: (clients) => generator.run('open', { group: 'ours', base, people: people.slice(0, clients) }), run: (seconds) => generator.run('saves', { group: 'ours', seconds }), close: () => generator.run('leave', { group: 'ours' }) },
      fastify: {
        roots: { server: server.child.pid, database: pids.database, generator: generator.pid },
        // Nobody can load a page there: it goes on with the first writer, each time at a higher number.
        open: (clients) => generator.run('open', { group: 'fastify', base: server.first.url, people: people.slice(0, clients), firstSeq: (firstSeq += 1_000_000) }),
        run: (seconds) => generator.run('saves', { group: 'fastify', seconds }), close: () => generator.run('leave', { group: 'fastify' }),
      },
      upserts: {
        roots: { generator: upserts.child.pid, database: pids.database },
        open: () => {}, close: () => {},
        run: async (seconds) => {
          upserts.child.send({ seconds, ids });
          const { latencies, elapsed } = await new Promise((resolve) => { upserts.child.once('message', resolve); });
          return { ...summarize(latencies), elapsed, failed: 0, reasons: [] };
        },
      },
    },
    stop: () => [server, upserts].forEach(({ child }) => child.disconnect()),
  };
}

async function startChild(file, options) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(options)], { execArgv: [], serialization: 'advanced', env: { ...process.env, NODE_ENV: 'production' } });
  const first = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error(`${file} ended`)));
  });
  return { child, first };
}

async function compare(database, clients, { all }, { seconds, rounds, stack, profile, only }) {
  const contenders = Object.entries(all).filter(([name]) => !only || name === 'ours');
  for (const [, { open, run: load }] of contenders) {
    await open(clients);
    await load(2);
  }
  const measured = Object.fromEntries(contenders.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { roots, run: load }] of contenders) {
      if (profile && name === 'ours') process.kill(stack.pids.api, 'SIGWINCH');
      const [before, commits] = [readCpu(roots), await stack.commits()];
      const { elapsed, ...result } = await load(seconds);
      const cpu = cpuBetween(before, readCpu(roots));
      if (profile && name === 'ours') process.kill(stack.pids.api, 'SIGWINCH');
      measured[name].push({ ...result, perSecond: result.count / elapsed, commits: (await stack.commits() - commits) / result.count, cpu: perUnit(cpu, result.count), foreign: cpu.foreign, stolen: cpu.stolen });
    }
  }
  for (const [, { close }] of contenders) await close();
  return conclude(database, clients, measured);
}

const perUnit = ({ used }, count) => Object.fromEntries(Object.entries(used).map(([name, time]) => [name, time / count]));

function conclude(database, clients, measured) {
  const rows = Object.entries(measured).map(([name, rounds]) => {
    const of = (read) => median(rounds.map(read));
    return {
      contender: name, perSecond: of((one) => one.perSecond), p50: of((one) => one.p50), p95: of((one) => one.p95), p99: of((one) => one.p99), commits: of((one) => one.commits), failed: rounds.reduce((sum, one) => sum + one.failed, 0),
      cpu: Object.fromEntries(Object.keys(rounds[0].cpu).map((part) => [part, of((one) => one.cpu[part])])), foreign: of((one) => one.foreign), stolen: of((one) => one.stolen),
      reasons: rounds.flatMap(({ reasons }) => reasons).slice(0, 3),
    };
  });
  // Time on a shared machine is everybody's; the CPU of server and database is theirs alone.
  const cpuOf = ({ cpu }) => (cpu.server ?? cpu.generator) + (cpu.worker ?? 0) + cpu.database;
  const cpuRatio = (other) => measured[other] && median(measured.ours.map((one, round) => cpuOf(one) / cpuOf(measured[other][round])));
  const ratio = (other) => measured[other] && median(measured.ours.map(({ perSecond }, round) => perSecond / measured[other][round].perSecond));
  const [ours] = rows;
  const ratios = { fastify: ratio('fastify'), upserts: ratio('upserts'), cpuToFastify: cpuRatio('fastify'), cpuToUpserts: cpuRatio('upserts') };
  const met = ours.failed === 0 && (ratios.fastify === undefined || ratios.fastify >= 1.2) && (clients !== 200 || ours.p95 <= 50);
  print(`\n${database} PostgreSQL, ${clients} clients`);
  for (const { contender, perSecond, p50, p95, p99, failed, commits, cpu, foreign, stolen, reasons } of rows) {
    const parts = Object.entries(cpu).map(([part, time]) => `${part} ${figure(time)}`).join(', ');
    print(`  ${contender.padEnd(8)} ${figure(perSecond).padStart(7)} saves/s  p50 ${figure(p50)}  p95 ${figure(p95)}  p99 ${figure(p99)} ms  failed ${failed}   ${figure(commits)} commits a save   CPU-µs a save: ${parts}   foreign load ${figure(foreign * 100)} %, stolen ${figure(stolen * 100)} %`);
    for (const reason of reasons) print(`           ${reason}`);
  }
  if (ratios.fastify) print(`  ratio to bare Fastify + pg ${ratios.fastify.toFixed(2)} (required 1.2), to bare upserts ${ratios.upserts.toFixed(2)} (stretch 0.75)   ${met ? 'met' : 'MISSED'}\n  CPU of server and database for a save: ${ratios.cpuToFastify.toFixed(2)} × bare Fastify's, ${ratios.cpuToUpserts.toFixed(2)} × the upserting client's and its database's`);
  return { database, clients, rows, ratios, met };
}
