import { parseArgs } from 'node:util';
import pg from 'pg';
import { measureFlow } from './flow.bench.mjs';
import { startGenerator } from './generator.mjs';
import { cpuBetween, readCpu } from './machine.mjs';
import { median } from './percentiles.mjs';
import { describeLoad, figure, print, saveReport } from './report.mjs';
import { databases, startStack } from './stack.mjs';
import { makeWorld } from './world.mjs';

const clients = 200;
const users = 20;
const savesPerAttempt = 200;
const goal = 1.2;

/**
 * Saves and whole attempts with nothing stored, and with so many saves of earlier exams: the time and the CPU of one, as a multiple of what
 * they were at first. Options: `--stored 1000000,10000000 --seconds 4 --rounds 3 --database embedded|debian`.
 */
export async function run(args) {
  const { values } = parseArgs({ args, options: {
    stored: { type: 'string', default: '1000000,10000000' }, seconds: { type: 'string', default: '4' }, rounds: { type: 'string', default: '3' }, database: { type: 'string', default: 'embedded' },
  } });
  const [steps, seconds, rounds] = [[0, ...values.stored.split(',').map(Number)], Number(values.seconds), Number(values.rounds)];
  const [[name, binaries]] = databases(values.database);
  const stack = await startStack({ binaries, settings: { max_wal_size: '4GB' } });
  const generator = startGenerator();
  const results = [];
  try {
    const perFlow = Math.max(300, seconds * rounds * 100);
    const { examId, candidates } = await makeWorld(stack, clients + perFlow * (steps.length + 1));
    const people = await generator.run('enter', { base: stack.base, people: candidates.splice(0, clients), examId });
    await generator.run('open', { group: 'savers', base: stack.base, people });
    await generator.run('saves', { group: 'savers', seconds: 5 });
    await generator.run('flow', { base: stack.base, people: candidates.splice(0, perFlow), examId, users, seconds: 5 });
    for (const stored of steps) {
      const filled = await fillTo(stack.database, examId, stored);
      const saves = await measureSaves(stack, generator, seconds, rounds);
      const flow = await measureFlow({ database: `${name}, ${stored.toLocaleString('en-US')} saves stored`, stack, generator, people: candidates.splice(0, perFlow), examId, users, seconds: seconds * rounds });
      results.push({ database: name, stored, filled, saves, flow: { perSecond: flow.done / flow.elapsed, cpu: flow.server, foreign: flow.cpu.foreign } });
      tell(results.at(-1), results[0]);
    }
  } finally {
    generator.stop();
    await stack.stop();
  }
  saveReport('growth', results);
  return results.every(({ met }) => met !== false);
}

async function measureSaves(stack, generator, seconds, rounds) {
  const roots = { ...stack.pids, generator: generator.pid };
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = readCpu(roots);
    const result = await generator.run('saves', { group: 'savers', seconds });
    const cpu = cpuBetween(before, readCpu(roots));
    measured.push({ failed: result.failed, perSecond: result.count / result.elapsed, p50: result.p50, p95: result.p95, api: cpu.used.api / result.count, database: cpu.used.database / result.count, foreign: cpu.foreign, cpu });
  }
  const of = (name) => median(measured.map((one) => one[name]));
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), api: of('api'), database: of('database'), foreign: of('foreign'), failed: measured.reduce((sum, { failed }) => sum + failed, 0), cpu: measured[0].cpu };
}

/** Time on a shared machine is everybody's; the CPU is ours alone, so both are told. */
function tell(result, first) {
  const ratios = {
    time: first.saves.perSecond / result.saves.perSecond, database: result.saves.database / first.saves.database,
    flowTime: first.flow.perSecond / result.flow.perSecond, flowCpu: result.flow.cpu / first.flow.cpu,
  };
  result.ratios = ratios;
  result.met = result.saves.failed === 0 && Object.values(ratios).every((ratio) => ratio <= goal);
  const { saves, filled } = result;
  print(`\n${result.stored.toLocaleString('en-US')} saves stored (${filled.size}, filled in ${figure(filled.seconds)} s), ${clients} clients`);
  print(`  ${figure(saves.perSecond)} saves/s  p50 ${figure(saves.p50)}  p95 ${figure(saves.p95)} ms  failed ${saves.failed}   CPU-µs a save: api ${figure(saves.api)}, database ${figure(saves.database)}`);
  print(`  × at first: save ${figure(ratios.time)} the time, ${figure(ratios.database)} the database's CPU; whole attempt ${figure(ratios.flowTime)} the time, ${figure(ratios.flowCpu)} the CPU   goal ≤ ${goal}: ${result.met ? 'met' : 'MISSED'}`);
  print(`  ${describeLoad(saves.cpu)}`);
}

/** Earlier exams' attempts, submitted, marked and released, with as many saves in all; what is there already is counted in. */
async function fillTo(database, examId, stored) {
  const admin = new pg.Client({ ...database.fields('postgres'), options: '-c search_path=kaosai,public -c session_replication_role=replica -c synchronous_commit=off' });
  await admin.connect();
  try {
    const began = performance.now();
    const { rows: [{ there }] } = await admin.query('SELECT count(*)::int AS there FROM response_save');
    const attempts = Math.ceil((stored - there) / savesPerAttempt);
    if (attempts > 0) await insertAttempts(admin, examId, attempts);
    await admin.query('VACUUM ANALYZE');
    await admin.query('CHECKPOINT');
    const { rows: [{ size }] } = await admin.query("SELECT pg_size_pretty(pg_total_relation_size('response_save')) AS size");
    return { size, seconds: (performance.now() - began) / 1_000 };
  } finally {
    await admin.end();
  }
}

/** Copies of an attempt that was really sat: its form, twenty slots with ten saves each, a mark for each slot. Ids rise with time, as ours do. */
async function insertAttempts(admin, examId, count) {
  await admin.query(`CREATE TEMP TABLE old AS SELECT n, made.exam_id, gen_random_uuid() AS person_id, gen_random_uuid() AS candidate_id, gen_random_uuid() AS form_id,
      (lpad(to_hex(1700000000000 + (random() * 1000)::bigint + n * 1000), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid AS id
    FROM generate_series(1, ${count}) AS n CROSS JOIN (SELECT gen_random_uuid() AS exam_id) made`);
  const { rows: [{ columns }] } = await admin.query("SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns WHERE table_schema = 'kaosai' AND table_name = 'exam' AND column_name <> 'id' AND is_identity = 'NO' AND is_generated = 'NEVER'");
  await admin.query(`INSERT INTO exam (id, ${columns}) SELECT (SELECT exam_id FROM old LIMIT 1), ${columns} FROM exam WHERE id = $1`, [examId]);
  await admin.query("INSERT INTO person (id, kind, name) SELECT person_id, 'staff', '往届考生' FROM old");
  const like = 'FROM old CROSS JOIN (SELECT c.sitting_id, c.org_unit_id, f.content FROM candidate c JOIN form f ON f.candidate_id = c.id WHERE c.exam_id = $1 LIMIT 1) one';
  await admin.query(`INSERT INTO candidate (id, exam_id, sitting_id, person_id, org_unit_id, admission_number) SELECT candidate_id, old.exam_id, sitting_id, person_id, org_unit_id, n::text ${like}`, [examId]);
  await admin.query(`INSERT INTO form (id, candidate_id, exam_id, content) SELECT form_id, candidate_id, old.exam_id, content ${like}`, [examId]);
  await admin.query(`INSERT INTO attempt (id, exam_id, candidate_id, person_id, form_id, state, started_at, deadline, closes_at, submitted_at, submitted_by, submission, total_mark, marked_at, released_at)
    SELECT id, exam_id, candidate_id, person_id, form_id, 'released', at, at + interval '2 hours', at + interval '2 hours', at + interval '1 hour', 'candidate', '{"answered":20,"questions":20,"receipt":""}', 60, at + interval '1 hour', at + interval '1 hour'
    FROM old CROSS JOIN LATERAL (SELECT timestamptz '2024-01-01' + n * interval '1 second' AS at) t`);
  await admin.query(`INSERT INTO attempt_writer (attempt_id, writer, session_id, reason) SELECT id, w, gen_random_uuid(), 'reload' FROM old CROSS JOIN generate_series(1, 3) AS w`);
  await admin.query(`INSERT INTO response_save (attempt_id, slot, writer, seq, body, body_hash, receipt, superseded, accepted_at)
    SELECT id, 'p' || (s - 1) / 5 + 1 || '-' || (s - 1) % 5 + 1, 1, q, '{"chosen": ["A"]}', sha256(int4send(q)), sha256(int4send(n) || int4send(s) || int4send(q)), false, timestamptz '2024-01-01' + n * interval '1 second'
    FROM old CROSS JOIN generate_series(1, 20) AS s CROSS JOIN generate_series(1, ${savesPerAttempt / 20}) AS q ORDER BY n, s, q`);
  await admin.query(`INSERT INTO response_mark (attempt_id, slot, question_version_id, mark, max_mark, answered, reason)
    SELECT id, 'p' || (s - 1) / 5 + 1 || '-' || (s - 1) % 5 + 1, (SELECT id FROM question_version LIMIT 1), 5, 5, true, '{"rule":"all_or_nothing"}' FROM old CROSS JOIN generate_series(1, 20) AS s`);
  await admin.query('DROP TABLE old');
}
