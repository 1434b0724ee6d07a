import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as rules from './index.js';

const folder = new URL('../../../docs/rules/', import.meta.url);
const pages = readdirSync(folder).filter((name) => /\.(zh|en)\.md$/.test(name)).sort();

interface Example {
  readonly call: string;
  readonly with: readonly unknown[];
  readonly gives: unknown;
}

const examplesOf = (page: string): Example[] => [...readFileSync(new URL(page, folder), 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text) as Example);
const functions = rules as unknown as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;
/** As it would arrive in a browser: decimals are texts, maps are objects. */
const onTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? Object.fromEntries(each) : each)));

describe('the worked examples of docs/rules', () => {
  it('are the same in both languages', () => {
    const names = [...new Set(pages.map((page) => page.slice(0, -6)))];
    expect(pages).toEqual(names.flatMap((name) => [`${name}.en.md`, `${name}.zh.md`]));
    for (const name of names) expect([name, examplesOf(`${name}.zh.md`)]).toEqual([name, examplesOf(`${name}.en.md`)]);
  });

  it.each(pages)('%s', (page) => {
    const examples = examplesOf(page);
    expect(examples.length).toBeGreaterThan(0);
    for (const { call, with: given, gives } of examples) {
      const result = onTheWire(functions[call](...given));
      if (Array.isArray(gives) || typeof gives !== 'object') expect(result).toEqual(gives);
      else expect(result).toMatchObject(gives as object);
    }
  });
});
