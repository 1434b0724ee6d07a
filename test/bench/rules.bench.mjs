import { mkdirSync, writeFileSync } from 'node:fs';
import { paper, responseAt } from './rules-paper.mjs';
import { loadRules } from './rules-build.mjs';

const seconds = (start) => (performance.now() - start) / 1000;
/** The median of several measurements of f, in milliseconds. */
function timed(times, f) {
  const all = Array.from({ length: times }, (_, index) => {
    const start = performance.now();
    f(index);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return all[Math.floor(all.length / 2)];
}

/** Measures the rules beside naive baselines, on one core, in one run. */
export async function run() {
  const rules = await loadRules();
  const rows = [marking(rules), ...statistics(rules), ...ranking(rules), ...swiss(rules)];
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, value, unit, baseline, note, goal, met } of rows) {
    const verdict = goal === undefined ? '' : `   goal ${goal}: ${met ? 'met' : 'MISSED'}`;
    process.stdout.write(`${what.padEnd(width)}  ${format(value)} ${unit}   naive ${format(baseline)} ${unit} (${note})${verdict}\n`);
  }
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/bench-rules.json', `${JSON.stringify(rows, null, 2)}\n`);
  return rows.every(({ met }) => met !== false);
}

function format(value) {
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

function marking({ compileMarker, markResponse }) {
  const count = 300_000;
  const markers = paper.map(compileMarker);
  const rate = (f, n) => {
    const start = performance.now();
    for (let i = 0; i < n; i++) f(responseAt(i));
    return n / seconds(start);
  };
  const compiled = ({ question, response }) => markers[question](response);
  rate(compiled, 50_000);
  const value = rate(compiled, count);
  return { what: 'mark a mixed paper', value, unit: 'responses/s', baseline: rate(({ question, response }) => markResponse(paper[question], response), count / 10), note: 'reading the key anew for each response', goal: '≥ 100,000', met: value >= 100_000 };
}

function statistics({ ExamSummary, SeededRandom }) {
  const [attempts, items] = [100_000, 100];
  const definition = Array.from({ length: items }, (_, index) => ({ id: `q${index}`, max: '2' }));
  const random = new SeededRandom('bench');
  const rows = Array.from({ length: 1000 }, () => Array.from({ length: items }, () => random.nextInt(5) * 50));
  const rowAt = (n) => rows[(n * 7919) % 1000];

  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let start = performance.now();
  const summary = new ExamSummary(definition, 2);
  for (let n = 0; n < attempts; n++) summary.addUnits(rowAt(n));
  const result = summary.result();
  const value = seconds(start);
  globalThis.gc?.();
  const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;

  start = performance.now();
  const expected = naiveDiscrimination(Array.from({ length: attempts }, (_, n) => [...rowAt(n)]), items);
  const baseline = seconds(start);
  if (Math.abs(expected - result.items[0].discrimination) > 1e-6) throw new Error('The baseline disagrees.');
  return [
    { what: 'statistics of 100,000 × 100, one pass', value, unit: 's', baseline, note: 'all in memory, doubles, sorting each item' },
    { what: 'memory kept for it', value: Math.max(grown, 0.01), unit: 'MiB', baseline: (attempts * items * 8) / 2 ** 20, note: 'the marks alone, 8 bytes each' },
  ];
}

/** Every item's covariances with the rest, plainly; returns the first item's discrimination. */
function naiveDiscrimination(marks, items) {
  const s = marks.length;
  const totals = marks.map((row) => row.reduce((a, b) => a + b, 0));
  let first = null;
  for (let item = 0; item < items; item++) {
    const xs = marks.map((row) => row[item]);
    const rest = totals.map((total, n) => total - xs[n]);
    const mean = (values) => values.reduce((a, b) => a + b, 0) / s;
    const [mx, mr] = [mean(xs), mean(rest)];
    const covariance = (a, ma, b, mb) => a.reduce((sum, each, n) => sum + (each - ma) * (b[n] - mb), 0) / (s - 1);
    const own = (100 * covariance(xs, mx, rest, mr)) / Math.sqrt(covariance(xs, mx, xs, mx) * covariance(rest, mr, rest, mr));
    covariance([...xs].sort((a, b) => a - b), mx, [...rest].sort((a, b) => a - b), mr);
    first ??= own;
  }
  return first;
}

function ranking({ rankStandings, LiveRanking, SeededRandom }) {
  const count = 100_000;
  const random = new SeededRandom('ranking');
  const entry = (index) => ({ id: `e${index}`, values: { total: (random.nextInt(10_000) / 100).toFixed(2), time: String(random.nextInt(3600)) } });
  const entries = Array.from({ length: count }, (_, index) => entry(index));
  const rule = { keys: [{ key: 'total', direction: 'desc' }, { key: 'time', direction: 'asc' }] };
  const full = timed(3, () => rankStandings(entries, rule));
  const plain = timed(3, () => entries.map(({ id, values }) => ({ id, total: Number(values.total), time: Number(values.time) })).sort((a, b) => b.total - a.total || a.time - b.time || (a.id < b.id ? -1 : 1)));

  const live = new LiveRanking(rule);
  for (const each of entries) live.upsert(each);
  const changes = Array.from({ length: 2000 }, () => entry(random.nextInt(count)));
  const one = timed(2000, (index) => {
    live.upsert(changes[index]);
    live.standingOf(changes[index].id);
  });
  return [
    { what: 'rank 100,000 entries by two keys, explained', value: full, unit: 'ms', baseline: plain, note: 'sorting doubles, no ranks, no explanation' },
    { what: 'one changed score among 100,000', value: one, unit: 'ms', baseline: full, note: 'ranking everything again', goal: '≤ 1 ms', met: one <= 1 },
  ];
}

function swiss({ pairSwiss, SeededRandom }) {
  return ['monrad', 'dutch'].map((system) => {
    const random = new SeededRandom('swiss');
    const points = new Map(Array.from({ length: 512 }, (_, index) => [`e${index}`, 0]));
    const history = { played: [], byes: [] };
    const [times, naive] = [[], []];
    for (let round = 0; round < 9; round++) {
      const entries = [...points].map(([id, own]) => ({ id, points: own })).sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
      naive.push(timed(3, () => pairGreedily(entries, history)));
      let result;
      times.push(timed(3, () => { result = pairSwiss(entries, history, { system }); }));
      if (result.state !== 'paired') throw new Error(result.reason);
      for (const [a, b] of result.pairs) {
        const winner = random.pick([a, b]);
        points.set(winner, points.get(winner) + 1);
        history.played.push([a, b]);
      }
    }
    const value = Math.max(...times);
    return { what: `Swiss (${system}), 512 entries, slowest of 9 rounds`, value, unit: 'ms', baseline: Math.max(...naive), note: 'first fit, may fail though a pairing exists', goal: '≤ 200 ms', met: value <= 200 };
  });
}

function pairGreedily(entries, { played }) {
  const met = new Set(played.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const free = entries.map(({ id }) => id);
  const pairs = [];
  while (free.length > 1) {
    const first = free.shift();
    const at = free.findIndex((other) => !met.has(`${first} ${other}`));
    if (at < 0) break;
    pairs.push([first, ...free.splice(at, 1)]);
  }
  return pairs;
}
