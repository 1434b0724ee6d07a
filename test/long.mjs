/** The property tests of the pure libraries a thousand times each; a failure prints the seed that repeats it. */
import { spawnSync } from 'node:child_process';

const env = { ...process.env, KAOSAI_PROPERTY_RUNS: process.env.KAOSAI_PROPERTY_RUNS ?? '1000', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '-c', 'libs/rules/jest.config.mjs', ...process.argv.slice(2)], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
