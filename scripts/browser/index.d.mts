import type { Browser, LaunchOptions } from 'playwright-core';

export function launchBrowser(options?: LaunchOptions): Promise<Browser>;
