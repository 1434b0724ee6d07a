import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committed, descriptionText, schemasText, typesText } from '../../scripts/openapi.mjs';
import { type Platform, startStandalone } from './harness.js';

let platform: Platform;
let description: { paths: Record<string, Record<string, { responses: Record<string, { content?: unknown }> }>> };

beforeAll(async () => {
  platform = await startStandalone({ demo: false });
  description = await (await fetch(`${platform.baseUrl}/api/docs-json`)).json() as typeof description;
}, 120_000);
afterAll(() => platform.stop());

describe('the API’s description', () => {
  it('takes its schemas from the contracts as they are now', () => {
    expect(committed().schemas === schemasText() || 'run npm run openapi').toBe(true);
  });

  it('is the committed one, and the web client’s types are made from it', async () => {
    expect(committed().description === descriptionText(description) || 'run npm run openapi').toBe(true);
    expect(committed().types === await typesText(description) || 'run npm run openapi').toBe(true);
  });

  it('names a type for every answer that has a body', () => {
    const nameless = Object.entries(description.paths).flatMap(([path, operations]) => Object.entries(operations).flatMap(([method, { responses }]) => Object.entries(responses)
      .filter(([status, { content }]) => status !== '204' && !content).map(([status]) => `${method} ${path} ${status}`)));
    expect(nameless).toEqual([]);
  });
});
