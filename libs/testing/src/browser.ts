import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser/index.mjs';

export { launchBrowser };

/** A page and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Uncaught errors, console errors and refused loads, in order. A test that looks at a screen ends by expecting none. */
  readonly problems: string[];
}

/** Opens a page of its own context (its own cookies) and writes down everything that goes wrong in it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left takes the fonts it was still waiting for with it.
    if (why !== 'net::ERR_ABORTED' || request.resourceType() !== 'font') problems.push(`request: ${request.url()} ${why}`);
  });
  return { page, problems };
}
