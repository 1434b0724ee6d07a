import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../launch/places.mjs';

const LIMIT = 15 * 60_000;
/** Files that run at once. End to end each file drives servers and a browser: one at a time on a small machine. */
const workers = { unit: '100%', int: '2', e2e: '1', chaos: '1' };
/** Generous, in ms: a busy machine is slow, and slowness alone is no failure. */
const patience = { unit: 30_000, int: 60_000, e2e: 120_000, chaos: 300_000 };

const stages = {
  types: () => check(...['tsconfig.json', 'apps/web/tsconfig.json', 'apps/web/tsconfig.node.json'].filter((file) => existsSync(join(root, file))).map((file) => ['node_modules/typescript/bin/tsc', '--noEmit', '-p', file])),
  lint: () => check(['node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', '.cache/eslint/', '--cache-strategy', 'content']),
  build: () => check(['scripts/build.mjs']),
  unit: () => jest('unit'),
  int: () => jest('int'),
  e2e: () => jest('e2e'),
  chaos: () => jest('chaos'),
};

/** Runs the stages one after another; one that fails does not keep the others from being told. */
export async function runStages(names, log) {
  const unknown = names.find((name) => !(name in stages));
  if (unknown) throw new RangeError(`Unknown stage "${unknown}". Known: ${Object.keys(stages).join(', ')}.`);
  const results = [];
  for (const group of grouped(names)) {
    log(`\n── ${group.join(', ')} ${'─'.repeat(Math.max(0, 60 - group.join(', ').length))}`);
    results.push(...await Promise.all(group.map(async (name) => {
      const started = Date.now();
      const result = { name, ...(await stages[name]()), seconds: (Date.now() - started) / 1000 };
      log(`${result.failed > 0 ? '✗' : '✓'} ${name}  ${result.seconds.toFixed(1)} s`);
      return result;
    })));
  }
  return results;
}

/** Types and lint each keep one processor busy: they run beside each other, everything else alone. */
function grouped(names) {
  const beside = names.filter((name) => name === 'types' || name === 'lint');
  const alone = names.filter((name) => !beside.includes(name)).map((name) => [name]);
  return beside.length > 0 ? [beside, ...alone] : alone;
}

/** A static stage counts as one test; it fails when one of its programs does. */
async function check(...commands) {
  const outcomes = await Promise.all(commands.map((command) => run(command, { held: commands.length > 1 })));
  const failed = outcomes.some(({ code }) => code !== 0);
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0, files: [] };
}

async function jest(project) {
  const output = join(root, '.cache', 'test', `${project}.json`);
  mkdirSync(join(root, '.cache', 'test'), { recursive: true });
  rmSync(output, { force: true });
  const { code } = await run(
    ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--ci', '--passWithNoTests', `--maxWorkers=${workers[project]}`, `--testTimeout=${patience[project]}`, '--json', `--outputFile=${output}`],
    { quietOutput: true, env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' } });
  return count(output, code);
}

/** A test file that does not even load has no tests to count: it counts as one that failed. */
function count(output, code) {
  const none = { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, files: [] };
  if (!existsSync(output)) return none;
  const report = JSON.parse(readFileSync(output, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.map(({ name, startTime, endTime }) => ({ name: relative(root, name), seconds: (endTime - startTime) / 1000 })),
  };
}

/** `held`: the output is shown whole at the end, so that programs beside each other do not mix theirs. `quietOutput`: standard output is the JSON, which goes to its file. */
function run(args, { held = false, quietOutput = false, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', held ? 'pipe' : quietOutput ? 'ignore' : 'inherit', held ? 'pipe' : 'inherit'],
    });
    const late = setTimeout(() => child.kill('SIGKILL'), LIMIT);
    let said = '';
    child.stdout?.on('data', (chunk) => (said += chunk));
    child.stderr?.on('data', (chunk) => (said += chunk));
    child.once('close', (code, signal) => {
      clearTimeout(late);
      if (said) process.stdout.write(said);
      if (signal) console.log(`Stopped by ${signal}.`);
      resolve({ code: code ?? 1 });
    });
  });
}
