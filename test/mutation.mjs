/**
 * Mutation testing of the pure libraries, area by area: every area is mutated against its own specs alone.
 * `npm run test:mutation` runs all areas, `npm run test:mutation -- judging draw` some. Fails below 85 in all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const ALL = ['kernel', 'marking', 'statistics', 'judging', 'ranking', 'advancement', 'bracket', 'draw', 'blueprint'];
const GOAL = 85;
const DETECTED = new Set(['Killed', 'Timeout']);
const UNDETECTED = new Set(['Survived', 'NoCoverage']);

const areas = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ALL;
const rows = areas.map((area) => {
  const env = { ...process.env, MUTATE_AREA: area, KAOSAI_PROPERTY_RUNS: '12', NODE_OPTIONS: '--no-warnings' };
  const report = `reports/mutation-${area}.json`;
  rmSync(report, { force: true });
  spawnSync('npx', ['--no-install', 'stryker', 'run'], { env, stdio: 'inherit' });
  if (!existsSync(report)) throw new Error(`Stryker gave no report for ${area}.`);
  return { area, ...count(JSON.parse(readFileSync(report, 'utf8'))) };
});

const total = rows.reduce((sum, { killed, survived }) => ({ killed: sum.killed + killed, survived: sum.survived + survived }), { killed: 0, survived: 0 });
for (const row of [...rows, { area: 'all', ...total }]) process.stdout.write(`${row.area.padEnd(12)} ${score(row).toFixed(1).padStart(6)} %  ${row.killed} of ${row.killed + row.survived} mutants found\n`);
mkdirSync('reports', { recursive: true });
writeFileSync('reports/mutation-score.json', `${JSON.stringify({ rows, score: score(total) }, null, 2)}\n`);
process.exit(score(total) >= GOAL ? 0 : 1);

function count({ files }) {
  const mutants = Object.values(files).flatMap(({ mutants: own }) => own);
  return { killed: mutants.filter(({ status }) => DETECTED.has(status)).length, survived: mutants.filter(({ status }) => UNDETECTED.has(status)).length };
}

function score({ killed, survived }) {
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
}
