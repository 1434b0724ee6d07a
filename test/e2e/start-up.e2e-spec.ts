import { afterAll, describe, expect, it } from '@jest/globals';
import { missingTools } from '../../scripts/split/tools.mjs';
import { type Platform, startSplit, startStandalone } from './harness.js';

const splitIsMissing = missingTools().length > 0;

describe.each([
  ['standalone', startStandalone, false],
  ['split', startSplit, splitIsMissing],
] as const)('the platform, %s', (_kind, start, skip) => {
  const when = skip ? it.skip : it;
  let platform: Platform | null = null;

  afterAll(async () => { await platform?.stop(); }, 60_000);

  when('starts from nothing and is ready', async () => {
    platform = await start();
    expect(await status('/health/ready')).toBe(200);
    expect(platform?.demoAccounts.length).toBeGreaterThan(3);
  }, 180_000);

  when('serves the web part and the API, and keeps its figures to itself when it stands behind a proxy', async () => {
    expect(await status('/')).toBe(200);
    expect(await status('/api/v1/nothing-here')).toBe(404);
    if (platform?.kind === 'split') expect(await status('/metrics')).toBe(404);
  });

  when('is back within seconds when its processes are killed', async () => {
    await platform?.killWorker();
    await platform?.killApp();
    expect(await status('/health/ready')).toBe(200);
  }, 60_000);

  async function status(path: string): Promise<number> {
    return (await fetch(`${platform?.baseUrl}${path}`)).status;
  }
});
