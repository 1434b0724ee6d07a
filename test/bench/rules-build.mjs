import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Builds the rules as for a browser of 2020 (so no Node API can hide in them) and loads the result. */
export async function loadRules() {
  const outDir = join(root, '.cache/bench');
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    resolve: { conditions: ['source', 'browser', 'import'] },
    build: { outDir, target: 'chrome86', minify: false, emptyOutDir: true, lib: { entry: { rules: join(root, 'libs/rules/src/index.ts'), kernel: join(root, 'libs/kernel/src/index.ts') }, formats: ['es'] } },
  });
  const load = (name) => import(pathToFileURL(join(outDir, `${name}.js`)).href);
  return { ...(await load('kernel')), ...(await load('rules')) };
}
