import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from './index.js';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);

afterAll(() => browser.close());

it('draws Chinese with Noto Sans SC, its only font', async () => {
  const { page, problems } = await openPage(browser);
  await page.setContent('<p id="text" style="font-family: serif">考赛 Kaosai</p>');

  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#text' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });

  expect(new Set(fonts.map(({ familyName }) => familyName))).toEqual(new Set(['Noto Sans SC']));
  expect(problems).toEqual([]);
  await page.context().close();
});

it('keeps web security on and writes down what goes wrong in a page', async () => {
  const { page, problems } = await openPage(browser);
  await page.setContent('<script>setTimeout(() => { throw new Error("broken") })</script>');
  await expect(page.evaluate(() => fetch('http://127.0.0.1:9/'))).rejects.toThrow();
  expect(problems.join('\n')).toMatch(/broken/);
  await page.context().close();
});
