/** `npm run bench -- <name> [options]` runs test/bench/<name>.bench.mjs; without a name it lists them. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [name, ...options] = process.argv.slice(2);
const file = name && ['mjs', 'js'].map((extension) => join(here, `${name}.bench.${extension}`)).find(existsSync);
if (!file) {
  const names = readdirSync(here).flatMap((entry) => /^(.+)\.bench\.m?js$/.exec(entry)?.[1] ?? []);
  process.stdout.write(`Usage: npm run bench -- <name>\nNames: ${names.join(', ')}\n`);
  process.exit(name ? 1 : 0);
}
const { run } = await import(pathToFileURL(file).href);
process.exitCode = (await run(options)) === false ? 1 : 0;
