import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const bundles = JSON.parse(readFileSync(new URL('../../dist/web/light-bundles.json', import.meta.url), 'utf8')) as Record<string, { bytes: number; limit: number; tooNew: string[] }>;

describe('the light pages', () => {
  it.each(['exam', 'judge', 'board'])('%s loads at most 120 kB of gzipped JavaScript and nothing that Chromium 86 lacks', (name) => {
    expect(bundles[name].bytes).toBeLessThanOrEqual(120_000);
    expect(bundles[name].tooNew).toEqual([]);
  });
});
