import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const drawn = [...readFileSync(join(here, 'icons.svg'), 'utf8').matchAll(/<symbol id="i-(\w+)"/g)].map(([, name]) => name!).sort();
const named = [...readFileSync(join(here, 'icon.tsx'), 'utf8').split('export function')[0]!.matchAll(/'(\w+)'/g)].map(([, name]) => name!).sort();

describe('the set of drawings', () => {
  it('has a drawing for every name and a name for every drawing', () => {
    expect(named).toEqual(drawn);
  });
});
