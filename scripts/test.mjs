/**
 * npm test: types, lint with boundaries, build, and every test, from a fresh clone. The last line is the sum.
 *
 *   npm run check                 only types, lint and the unit tests
 *   npm test -- --only int,e2e    only these stages
 */
import { parseArgs } from 'node:util';
import { install } from './launch/install.mjs';
import { runStages } from './testing/stages.mjs';
import { summary } from './testing/summary.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, only: { type: 'string' } } });
const log = (line) => console.log(line);

const names = values.only?.split(',') ?? (values.check ? ['types', 'lint', 'unit'] : ['types', 'lint', 'build', 'unit', 'int', 'e2e', 'chaos']);
try {
  await install(log);
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}
const results = await runStages(names, log);
console.log(summary(results));
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
