/**
 * npm run test:chaos [-- --only saves,controls --seed <seed> --quick]: the fault harness in its long profile.
 * A run prints its seed; given again it makes the same schedule of faults and the same clients.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/building/index.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '..', '..');
await build({ backend: true, web: false, log: (line) => console.log(line) });

const env = {
  ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  ...(values.quick ? {} : { KAOSAI_CHAOS: 'long' }), ...(values.seed ? { KAOSAI_CHAOS_SEED: values.seed } : {}),
};
const files = (values.only?.split(',') ?? ['']).map((name) => `test/chaos/${name}`);
const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--selectProjects', 'chaos', '--runInBand', '--ci', '--testTimeout=3600000', '--', ...files], { cwd: root, env, stdio: 'inherit' });
jest.once('exit', (code) => (process.exitCode = code ?? 1));
