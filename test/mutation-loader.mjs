/** Loads the TypeScript of a sandbox, with the harness in place of `@jest/globals`. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const harness = new URL('./mutation-harness.mjs', import.meta.url).href;
let root = '';

export function initialize({ directory }) {
  root = directory;
}

export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: harness, shortCircuit: true };
  if (specifier.startsWith('#lib/')) return { url: pathToFileURL(`${root}/libs/${specifier.slice(5)}/src/index.ts`).href, shortCircuit: true };
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const url = new URL(`${specifier.slice(0, -3)}.ts`, context.parentURL);
    if (existsSync(url)) return { url: url.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), { swcrc: false, module: { type: 'es6' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: { useDefineForClassFields: false } } });
  return { format: 'module', source: code, shortCircuit: true };
}
