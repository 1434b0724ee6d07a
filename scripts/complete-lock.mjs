/**
 * npm run lock:complete: names in package-lock.json the platform packages that npm left out because the registry it was
 * run against does not carry them. Without them `npm ci` refuses the lock file everywhere.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './launch/places.mjs';

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'loong64', 'riscv64', 'wasm32'];

/** The optional dependencies that the lock file does not hold: `{ parent, name, range }`. */
export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).filter(([name]) => !resolves(packages, parent, name)).map(([name, range]) => ({ parent, name, range })));
}

function resolves(packages, parent, name) {
  for (let base = parent; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
  }
}

function complete(packages) {
  const missing = missingOptionals(packages);
  for (const { parent, name, range } of missing) {
    const words = name.split(/[/-]/);
    const os = systems.filter((one) => words.includes(one));
    const cpu = processors.filter((one) => words.includes(one));
    if (!/^\d/.test(range) || os.length + cpu.length === 0) throw new Error(`${name}@${range} of ${parent} is not the package of one platform: add it by npm install.`);
    const sibling = Object.keys(packages[parent].optionalDependencies).map((one) => packages[`node_modules/${one}`]).find(Boolean) ?? packages[parent];
    const libc = os[0] === 'linux' && words.includes('gnu') ? ['glibc'] : words.includes('musl') ? ['musl'] : undefined;
    packages[`node_modules/${name}`] = JSON.parse(JSON.stringify({
      version: range, cpu: cpu.length > 0 ? cpu : undefined, dev: sibling.dev, devOptional: sibling.devOptional, libc, license: sibling.license, optional: true, os: os.length > 0 ? os : undefined,
    }));
  }
  return missing.length;
}

if (process.argv[1] === import.meta.filename) {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = complete(lock.packages);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added} added`);
}
