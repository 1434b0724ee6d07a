import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../launch/places.mjs';

const MANIFEST = join(root, 'dist', '.backend.json');
/** Sources that do not run in production. */
const leftOut = /(\.(spec|int-spec|e2e-spec|chaos-spec)\.ts|\.d\.ts|\.md|\.snap)$/;
/** The same dialect as in jest.config.mjs, with source maps. */
const options = {
  swcrc: false,
  module: { type: 'es6' },
  sourceMaps: true,
  inlineSourcesContent: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    keepClassNames: true,
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** Compiles the changed TypeScript of apps/ (without the web) and libs/ (without testing), and copies what lies beside it. */
export async function buildBackend({ force, log }) {
  const started = Date.now();
  const before = force ? {} : readManifest();
  const after = {};
  const stale = [];
  for (const source of sources()) {
    const hash = hashOf(source);
    after[source] = hash;
    if (before[source] !== hash || !existsSync(target(source))) stale.push(source);
  }
  const gone = Object.keys(before).filter((source) => !(source in after));
  if (stale.length === 0 && gone.length === 0) return;

  // Written last: an interrupted build starts over.
  rmSync(MANIFEST, { force: true });
  for (const source of gone) for (const file of [target(source), `${target(source)}.map`]) rmSync(file, { force: true });
  const failures = await compile(stale);
  if (failures.length > 0) throw new Error(`构建后端失败 · The backend does not compile:\n${failures.join('\n')}`);
  put(MANIFEST, JSON.stringify({ dialect: dialect(), files: after }));
  log(`后端已构建（${stale.length} 个文件）· Backend built: ${stale.length} files, ${seconds(started)}`);
}

async function compile(files) {
  const scripts = files.filter((file) => file.endsWith('.ts'));
  for (const file of files.filter((one) => !one.endsWith('.ts'))) put(target(file), readFileSync(join(root, file)));
  if (scripts.length === 0) return [];

  const { transform } = await import('@swc/core');
  const results = await Promise.allSettled(scripts.map(async (file) => {
    const to = target(file);
    const sourceFileName = relative(dirname(to), join(root, file));
    const { code, map } = await transform(readFileSync(join(root, file), 'utf8'), { ...options, filename: join(root, file), sourceFileName });
    put(`${to}.map`, map);
    put(to, `${code}//# sourceMappingURL=${to.split(/[\\/]/).pop()}.map\n`);
  }));
  return results.flatMap(({ reason }, index) => (reason ? [`${scripts[index]}: ${reason.message}`] : []));
}

function* sources() {
  for (const top of ['apps', 'libs']) {
    for (const { name } of directories(join(root, top))) {
      if (`${top}/${name}` === 'apps/web' || `${top}/${name}` === 'libs/testing') continue;
      yield* walk(`${top}/${name}/src`);
    }
  }
}

function* walk(folder) {
  if (!existsSync(join(root, folder))) return;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(path);
    else if (!leftOut.test(entry.name)) yield path;
  }
}

function directories(folder) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
}

function readManifest() {
  try {
    const { dialect: then, files } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
    if (then === dialect()) return files;
  } catch {
    // None yet: everything is built.
  }
  return {};
}

function target(source) {
  return join(root, 'dist', source.replace(/\.ts$/, '.js'));
}

function dialect() {
  return createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 16);
}

function hashOf(source) {
  return createHash('sha256').update(readFileSync(join(root, source))).digest('hex').slice(0, 32);
}

function put(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
