export { launchBrowser, openPage, type WatchedPage } from './browser.js';
export { freePort } from '../../../scripts/postgres/index.mjs';
export { freezeClock, setClockOffset } from './clock.js';
export { emptyDatabase, testDatabase, type TestDatabase } from './database.js';
export { sealTemplate, TEMPLATE } from './template.mjs';
