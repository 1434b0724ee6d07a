import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type ServiceHost, startServiceHost } from '../../../test/fixtures/service-host.js';
import { insertAsset, LocalFileStorage, readAsset, useAsset } from './index.js';

const directory = mkdtempSync(join(tmpdir(), 'kaosai-files-'));
const storage = new LocalFileStorage(directory);
const content = randomBytes(300_000);
const sha256 = createHash('sha256').update(content).digest('hex');
let host: ServiceHost;

beforeAll(async () => { host = await startServiceHost(); });
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await host.stop();
});

describe('local files', () => {
  it('are found again by their content, however often and by whatever way they came', async () => {
    const pieces = Readable.from([content.subarray(0, 7), content.subarray(7)]);
    expect(await Promise.all([storage.put(content), storage.put(pieces), storage.put(content)])).toEqual(Array(3).fill({ sha256, size: 300_000 }));
    expect((await buffer(await storage.open(sha256))).equals(content)).toBe(true);
    expect((await buffer(await storage.open(sha256, { start: 10, end: 19 }))).equals(content.subarray(10, 20))).toBe(true);
    expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
  });

  it('leave nothing behind when they are too large or break off', async () => {
    await expect(storage.put(content, 299_999)).rejects.toMatchObject({ code: 'request.too_large' });
    const broken = Readable.from((async function* () {
      yield content;
      throw new Error('gone');
    })());
    await expect(storage.put(broken)).rejects.toThrow('gone');
    expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
  });

  it('are reached by a digest alone', async () => {
    const unknown = '0'.repeat(64);
    expect([await storage.has(sha256), await storage.has(unknown)]).toEqual([true, false]);
    await expect(storage.open(unknown)).rejects.toMatchObject({ code: 'object.not_found' });
    await expect(storage.open('../../../etc/passwd')).rejects.toThrow(RangeError);
  });
});

describe('an asset', () => {
  it('is one row for one content, with all its uses', async () => {
    const [first, second] = [newId(), newId()];
    const ids = await Promise.all([first, second].map((objectId) => host.transactions.run(async (manager) => {
      const id = await insertAsset(manager, { sha256, size: 300_000 }, 'image/png');
      await useAsset(manager, id, 'question_version', objectId);
      return id;
    })));
    expect(ids[0]).toBe(ids[1]);
    const asset = await readAsset(host.source.manager, ids[0]);
    expect(asset).toMatchObject({ sha256, size: 300_000, mediaType: 'image/png' });
    expect(asset?.uses.map(({ objectId }) => objectId).sort()).toEqual([first, second].sort());
    expect(await readAsset(host.source.manager, newId())).toBeNull();
  });
});
