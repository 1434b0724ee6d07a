import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const source = join(here, '..');
const areas = readdirSync(join(here, 'zh-CN'));

function read(locale: string, file: string): Record<string, string> {
  return flatten(JSON.parse(readFileSync(join(here, locale, file), 'utf8')) as Tree);
}

interface Tree { [key: string]: string | Tree }

function flatten(tree: Tree, path = ''): Record<string, string> {
  return Object.entries(tree).reduce((all, [key, value]) => ({ ...all, ...(typeof value === 'string' ? { [path + key]: value } : flatten(value, `${path}${key}.`)) }), {});
}

/** Chinese has one plural form, English two: the keys are compared without them. */
const stems = (texts: Record<string, string>): string[] => [...new Set(Object.keys(texts).map((key) => key.replace(/_(one|other)$/, '')))].sort();
const names = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!))].sort();

describe('the texts of the web part', () => {
  it('are there for the same areas in both languages', () => {
    expect(readdirSync(join(here, 'en'))).toEqual(areas);
  });

  it.each(areas)('have the same keys in both languages: %s', (file) => {
    expect(stems(read('en', file))).toEqual(stems(read('zh-CN', file)));
  });

  it.each(areas)('are nowhere empty where the other language has words: %s', (file) => {
    const [zh, en] = [read('zh-CN', file), read('en', file)];
    for (const [key, text] of Object.entries(zh)) if (text && key in en) expect(`${key}: ${en[key]}`).not.toBe(`${key}: `);
  });

  it.each(areas)('fill the same places, or leave out no more than a count: %s', (file) => {
    const [zh, en] = [read('zh-CN', file), read('en', file)];
    for (const [key, text] of Object.entries(zh)) {
      const other = en[key] ?? en[`${key}_other`];
      if (other !== undefined) expect({ key, names: names(other) }).toEqual({ key, names: names(text) });
    }
  });

  it('stand in no component: a tsx file holds no Chinese outside its comments', () => {
    const found = tsxFiles(source).flatMap((file) => lines(file).filter((line) => /\p{Script=Han}/u.test(line)).map((line) => `${file.slice(source.length)}: ${line.trim()}`));
    expect(found).toEqual([]);
  });
});

function tsxFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.tsx')).map((entry) => join(entry.parentPath, entry.name));
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '').split('\n');
}
