/**
 * npm run build [-- --backend | --web] [--force]: compiles what is stale into dist/.
 */
import { parseArgs } from 'node:util';
import { build } from './building/index.mjs';

const { values } = parseArgs({ options: { backend: { type: 'boolean', default: false }, web: { type: 'boolean', default: false }, force: { type: 'boolean', default: false } } });
const both = !values.backend && !values.web;

try {
  await build({ backend: both || values.backend, web: both || values.web, force: values.force, log: (line) => console.log(line) });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
