import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchBrowser } from '#lib/testing';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { ApiClient } from '../support/api-client.js';
import { openScreen, prepareScreens, type Screen } from '../support/screens.js';
import { demoPassword } from '../support/thin-contest.js';
import { type Platform, startStandalone } from './harness.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let platform: Platform;
let browser: Browser;
let screens: Screen[];
let clients: Map<string, ApiClient>;

beforeAll(async () => {
  platform = await startStandalone();
  browser = await launchBrowser();
  ({ screens, clients } = await prepareScreens(platform.baseUrl));
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
}, 60_000);

/** What axe finds at WCAG 2.2 A and AA; evaluated through the debugger, which the page's policy does not stop. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })");
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it('no screen breaks a WCAG A or AA rule, overflows a phone, or speaks the other language in its frame', async () => {
    const found: Record<string, string[]> = {};
    await threeAtOnce(screens, async (screen, index) => {
      const page = await openScreen(browser, platform.baseUrl, screen, language, 1440, clients, demoPassword);
      // In English the elements are the same under other words: axe looks at every third, language and width are checked on all.
      const faults = language === 'zh-CN' || index % 3 === 0 ? await violationsOf(page) : [];
      if (await page.getAttribute('html', 'lang') !== language) faults.push('lang');
      await page.setViewportSize({ width: 360, height: 780 });
      await page.waitForTimeout(100);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (overflow > 0) faults.push(`${overflow} px too wide at 360 px`);
      if (faults.length > 0) found[screen.name] = faults;
      await page.context().close();
    });
    expect(found).toEqual({});
  }, 400_000);
});

/** Most of the time goes into waiting for pages. */
async function threeAtOnce<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  const queue = [...items.entries()];
  const run = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next[1], next[0]);
  };
  await Promise.all([run(), run(), run()]);
}
