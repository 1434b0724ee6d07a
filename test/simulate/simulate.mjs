/**
 * npm run simulate -- --candidates 60 --judges 5 --speed 20 --url http://localhost:3000
 * Plays a whole contest against a running server. Compiles itself, then runs on the built libraries of dist/.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, '.cache', 'simulate');

if (!existsSync(join(root, 'dist', 'libs', 'rules', 'src', 'index.js')) || !existsSync(join(root, 'node_modules', '@swc', 'core'))) {
  console.error('还没有构建：请先运行 npm start。\nNothing is built yet: run npm start first.');
  process.exit(1);
}
await compile(['test/simulate', 'test/support']);
const { run } = await import(pathToFileURL(join(target, 'test', 'simulate', 'run.js')).href);
process.exit(await run(process.argv.slice(2), root));

async function compile(folders) {
  const { transform } = await import('@swc/core');
  const options = { swcrc: false, module: { type: 'es6' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } };
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder)).filter((one) => one.endsWith('.ts') && !one.endsWith('.spec.ts'))) {
      const to = join(target, folder, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, (await transform(readFileSync(join(root, folder, name), 'utf8'), { ...options, filename: name })).code);
    }
  }
}
