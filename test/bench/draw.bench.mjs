import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { startTemporaryPostgres } from '../../scripts/postgres/index.mjs';
import { cpuBetween, readCpu } from './machine.mjs';
import { describeLoad, figure, print, saveReport } from './report.mjs';
import { ownerClient } from './stack.mjs';

const bank = 50_000;
const perRule = 10;
const subjects = ['法规', '急救', '安全', '财务', '公文', '网络', '政策', '人事', '执法', '心理'];
const naiveForms = 20;
const chunk = 50;

/**
 * Draws the forms of 1,000 candidates, 100 slots by ten rules, from a bank of 50,000 questions on the embedded database, as the worker does it; the
 * pure drawing and the storing told apart, beside a naive way (one random query a rule and one insert a form) and beside inserting the same forms and nothing else.
 * Options: `--candidates=1000`.
 */
export async function run(options) {
  const candidates = Number(options.find((option) => option.startsWith('--candidates='))?.split('=')[1] ?? 1_000);
  const libs = await loadLibs();
  const database = await startTemporaryPostgres();
  try {
    const world = await makeWorld(libs, database, candidates);
    const results = { candidates, bank, slots: perRule * subjects.length, ...(await measure(libs, world, database, candidates)) };
    report(results);
    mkdirSync('reports', { recursive: true });
    saveReport('draw', results);
    await world.close();
    return results.handler.seconds < 5;
  } finally {
    await database.stop();
  }
}

async function loadLibs() {
  const [database, exam, bankLib, config, observability, kernel, rules, typeorm] = await Promise.all(
    ['#lib/database', '#lib/exam', '#lib/question-bank', '#lib/config', '#lib/observability', '#lib/kernel', '#lib/rules', 'typeorm'].map((name) => import(name)));
  return { ...database, ...exam, ...bankLib, ...config, ...observability, ...kernel, ...rules, DataSource: typeorm.DataSource };
}

async function makeWorld(libs, database, candidates) {
  await libs.migrate(database.ownerUrl);
  const config = libs.loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test' });
  const dataSource = await new libs.DataSource({ type: 'postgres', url: database.appUrl, schema: 'kaosai', extra: { options: '-c search_path=kaosai,public -c timezone=UTC', max: 5 } }).initialize();
  const signals = new libs.Signals(config, libs.createLogger('silent', 'bench'));
  const transactions = new libs.Transactions(dataSource, signals);
  const vault = new libs.PaperVault({});
  const [unitId, organizerId] = [libs.newId(), libs.newId()];
  const owner = await ownerClient(database);
  await owner.query("INSERT INTO org_unit (id, kind, code, path, title) VALUES ($1, 'system', 'BENCH', 'bench', $2)", [unitId, { zh: '压测系统' }]);
  await owner.query("INSERT INTO person (id, kind, name) VALUES ($1, 'staff', '组织者')", [organizerId]);
  print(`storing ${figure(bank)} questions …`);
  for (let from = 0; from < bank; from += 2_000) await transactions.run((manager) => libs.storeQuestions(manager, questions(from, 2_000), { orgUnitId: unitId, createdBy: null, state: 'published' }));
  await owner.query('VACUUM ANALYZE');
  const actor = { accountId: libs.newId(), personId: organizerId, sessionId: libs.newId(), locale: 'zh-CN', grants: [{ role: 'organizer', path: 'bench' }], assignments: [] };
  const people = Array.from({ length: candidates }, () => libs.newId());
  await owner.query("INSERT INTO person (id, kind, name) SELECT unnest($1::uuid[]), 'staff', '考生'", [people]);
  const close = async () => { await owner.end(); await signals.onApplicationShutdown(); await dataSource.destroy(); };
  return { dataSource, transactions, vault, owner, unitId, actor, people, close };
}

function questions(from, count) {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index;
    return {
      content: { schemaVersion: 1, kind: 'single', html: `<p>第 ${n} 题：依照本办法第${n % 60}条，下列关于现场处置次序和时限的说法中，正确的是（　　）。</p>`, options: ['A', 'B', 'C', 'D'].map((id) => ({ id, html: `选项${id}：应当在${n % 24}小时之内完成并报告，编号 ${n}` })) },
      key: { schemaVersion: 1, kind: 'single', correct: ['ABCD'[n % 4]], explanation: null }, marks: '1', subject: subjects[n % subjects.length], difficulty: ((n * 7) % 100) / 100, source: null, tags: [`知识点${n % 200}`],
    };
  });
}

/** Ten rules whose pools cross: each wants a subject, or the hard ones of all subjects. */
function sections() {
  const filters = subjects.map((subject, index) => (index === 0 ? { difficulty: { min: 0.8 } } : { subjects: [subject] }));
  return [{ title: { zh: '抽题' }, slots: [], rules: filters.map((filter, index) => ({ id: `r${index + 1}`, count: perRule, marks: '1', scoring: 'all_or_nothing', filter })) }];
}

async function measure(libs, world, database, candidates) {
  const papers = new libs.Papers(world.transactions, new libs.PaperAccess(world.transactions, world.vault));
  const feasibility = [];
  for (let time = 0; time < 9; time++) feasibility.push((await timed(() => papers.checkFeasibility(world.actor, { orgUnitId: world.unitId, sections: sections() }))).seconds);
  const draft = await papers.create(world.actor, { orgUnitId: world.unitId, title: { zh: '卷' }, sections: sections(), shuffleQuestions: true, shuffleOptions: true });
  const published = await timed(() => papers.publish(world.actor, draft.id, draft.version));
  const examId = await insertExam(libs, world, published.value.versionId);
  const first = await world.owner.query('SELECT id FROM candidate WHERE exam_id = $1 ORDER BY id', [examId]);
  const places = first.rows.map(({ id }) => ({ candidateId: id, number: 1 }));

  const cpu = readCpu({ bench: process.pid, database: database.pid });
  const handler = await timed(() => new libs.PrepareExam(world.transactions, world.vault).handle({ examId }, { lastAttempt: true }));
  const load = cpuBetween(cpu, readCpu({ bench: process.pid, database: database.pid }));
  const { rows: [stored] } = await world.owner.query("SELECT count(*)::int AS forms, sum(jsonb_array_length(content->'sections'->0->'questions'))::int AS slots, pg_total_relation_size('form')::bigint AS bytes FROM form WHERE exam_id = $1", [examId]);
  if (stored.forms !== candidates || stored.slots !== candidates * perRule * subjects.length) throw new Error(`Drawn ${stored.forms} forms with ${stored.slots} slots`);

  const { rows: [exam] } = await world.owner.query('SELECT seed, paper_version_id FROM exam WHERE id = $1', [examId]);
  const reader = world.transactions.reader;
  const read = await timed(() => libs.FormDrawer.read(reader, world.vault, exam.paper_version_id, exam.seed));
  const withReading = await timed(() => read.value.draw(reader, places));
  const pure = await timed(() => read.value.draw(reader, places));
  const picker = await timed(async () => pickAll(libs, await world.vault.pools(reader, exam.paper_version_id, { paperId: draft.id, sealed: false }), places));
  return {
    feasibilityMs: median(feasibility) * 1_000, publishSeconds: published.seconds, handler: { seconds: handler.seconds, load, megabytes: Number(stored.bytes) / 2 ** 20 },
    readPools: read.seconds, drawWithReading: withReading.seconds, drawPure: pure.seconds, pickPure: picker.seconds, cpu: { handler: handler.cpu, draw: pure.cpu, pick: picker.cpu },
    rawInsert: await rawInsert(libs, world, places, pure.value), naive: await naive(libs, world, published.value.versionId, places.slice(0, naiveForms), candidates),
  };
}

async function insertExam(libs, world, versionId) {
  const [examId, sittingId] = [libs.newId(), libs.newId()];
  await world.owner.query(
    `INSERT INTO exam (id, org_unit_id, title, paper_version_id, mode, state, opens_at, late_until, duration_seconds, seed)
     VALUES ($1, $2, '{"zh":"考"}', $3, 'closed', 'preparing', now() + interval '1 day', now() + interval '2 days', 3600, $4)`, [examId, world.unitId, versionId, 'bench seed']);
  await world.owner.query(`INSERT INTO sitting (id, exam_id, title, opens_at, late_until) VALUES ($1, $2, '{"zh":"场"}', now() + interval '1 day', now() + interval '2 days')`, [sittingId, examId]);
  await world.owner.query(
    `INSERT INTO candidate (id, exam_id, sitting_id, person_id, org_unit_id, admission_number) SELECT c.id, $1, $2, c.person_id, $3, 'N' || c.n FROM unnest($4::uuid[], $5::uuid[]) WITH ORDINALITY AS c (id, person_id, n)`,
    [examId, sittingId, world.unitId, world.people.map(() => libs.newId()), world.people]);
  return examId;
}

function pickAll(libs, pools, places) {
  const picker = new libs.QuestionPicker(sections()[0].rules, pools, [], []);
  for (const { candidateId } of places) picker.pick(candidateId);
}

/** The same forms into a table of the same shape, in the same chunks, and nothing else: what the database allows. */
async function rawInsert(libs, world, places, forms) {
  await world.owner.query('CREATE TABLE form_copy (LIKE form INCLUDING ALL)');
  const texts = forms.map(({ content }) => JSON.stringify(content));
  const { seconds } = await timed(async () => {
    for (let from = 0; from < texts.length; from += chunk) {
      const part = places.slice(from, from + chunk);
      await world.owner.query('INSERT INTO form_copy (id, candidate_id, exam_id, content) SELECT f.id, f.candidate_id, f.id, f.content::jsonb FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS f (id, candidate_id, content)',
        [part.map(() => libs.newId()), part.map(({ candidateId }) => candidateId), texts.slice(from, from + chunk)]);
    }
  });
  return { seconds, megabytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 2 ** 20 };
}

/** As one would write it first: for each candidate and rule a random order of the pool in the database, and one insert a form. */
async function naive(libs, world, versionId, places, candidates) {
  const { seconds } = await timed(async () => {
    for (const { candidateId } of places) {
      const taken = [];
      for (const { id } of sections()[0].rules) {
        const { rows } = await world.owner.query(
          `SELECT v.id, v.kind, v.content FROM question_version v JOIN (SELECT unnest(version_ids) AS id FROM paper_pool WHERE paper_version_id = $1 AND rule_id = $2) p ON p.id = v.id
           WHERE v.id <> ALL($3::uuid[]) ORDER BY random() LIMIT ${perRule}`, [versionId, id, taken]);
        taken.push(...rows.map((row) => row.id));
      }
      await world.owner.query('INSERT INTO form_copy (id, candidate_id, exam_id, number, content) VALUES ($1, $2, $1, 2, $3)', [libs.newId(), candidateId, { versions: taken }]);
    }
  });
  return { forms: places.length, secondsForAll: (seconds / places.length) * candidates };
}

/** On a shared machine the time on the clock says little; `cpu` is this process's own. */
async function timed(work) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds: (performance.now() - start) / 1_000, cpu: (user + system) / 1_000_000 };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function report({ candidates, slots, feasibilityMs, publishSeconds, cpu, handler, readPools, drawWithReading, drawPure, pickPure, rawInsert, naive: baseline }) {
  const rest = handler.seconds - drawWithReading - readPools - rawInsert.seconds;
  print(`\n${figure(candidates)} forms of ${slots} slots from ${figure(bank)} questions, ten rules with crossing pools`);
  print(`  as the worker does it       ${figure(handler.seconds)} s  (${figure(candidates / handler.seconds)} forms/s; goal < 5 s)`);
  print(`    pools read                ${figure(readPools)} s`);
  print(`    questions picked          ${figure(pickPure)} s`);
  print(`    forms drawn               ${figure(drawPure)} s, ${figure(drawWithReading)} s with reading what the questions show`);
  print(`    the rest                  ${figure(handler.seconds - drawWithReading - readPools)} s: storing, counting uses, commits (${figure(rest)} s above the raw limit)`);
  print(`  raw limit: insert the same  ${figure(rawInsert.seconds)} s  (${figure(rawInsert.megabytes)} MB of JSON; with index and toast ${figure(handler.megabytes)} MB stored)`);
  print(`  naive: a query a rule       ${figure(baseline.secondsForAll)} s  (from ${baseline.forms} forms), ${figure(baseline.secondsForAll / handler.seconds)} × as long`);
  print(`  feasibility as one types    ${figure(feasibilityMs)} ms (median of 9; goal ≤ 200)`);
  print(`  publishing                  ${figure(publishSeconds)} s (pools frozen, ${figure(bank)} questions noted)`);
  print(`  CPU of it all: ${figure(cpu.handler)} s here (picking ${figure(cpu.pick)}, drawing with picking ${figure(cpu.draw)}) and ${figure(handler.load.used.database / 1_000_000)} s in the database`);
  print(`  ${describeLoad(handler.load)}`);
}
