import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { launchBrowser } from '#lib/testing';
import type { Browser } from 'playwright-core';
import { type Platform, startStandalone } from '../e2e/harness.js';
import type { ApiClient } from '../support/api-client.js';
import { openScreen, prepareScreens, type Screen } from '../support/screens.js';
import { demoPassword } from '../support/thin-contest.js';

// `npm run screenshots [-- -t name]`: not a test of anything, but it fails when a screen cannot be shown.
const directory = new URL('../../screenshots/', import.meta.url);
const only = process.env.SCREENS?.split(',');
let platform: Platform;
let browser: Browser;
let screens: Screen[];
let clients: Map<string, ApiClient>;

beforeAll(async () => {
  mkdirSync(directory, { recursive: true });
  platform = await startStandalone();
  browser = await launchBrowser();
  const prepared = await prepareScreens(platform.baseUrl);
  clients = prepared.clients;
  screens = prepared.screens.filter(({ name }) => !only || only.some((one) => name.startsWith(one)));
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
}, 60_000);

it.each([360, 820, 1440, 1920].flatMap((width) => (['zh-CN', 'en'] as const).map((language) => [width, language] as const)))('every screen at %i px in %s', async (width, language) => {
  const wide: string[] = [];
  for (const screen of screens) {
    const page = await openScreen(browser, platform.baseUrl, screen, language, width, clients, demoPassword);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (overflow > 0) wide.push(`${screen.name}: ${overflow} px`);
    await page.screenshot({ path: new URL(`${screen.name}-${width}-${language}.png`, directory).pathname, fullPage: !/^(exam$|judge|board)/.test(screen.name) });
    await page.context().close();
  }
  expect(wide).toEqual([]);
}, 600_000);
