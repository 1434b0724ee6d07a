import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { DomainError } from '#lib/kernel';
import { FileStorage, type StoredFile } from './file-storage.js';

/** Files in a directory, each under the digest of its content. */
export class LocalFileStorage extends FileStorage {
  constructor(private readonly directory: string) {
    super();
  }

  async put(source: Readable | Uint8Array, limit = Number.POSITIVE_INFINITY): Promise<StoredFile> {
    const incoming = join(this.directory, 'incoming', randomUUID());
    await mkdir(dirname(incoming), { recursive: true });
    try {
      const stored = await write(incoming, source instanceof Readable ? source : Readable.from([source]), limit);
      await this.adopt(incoming, stored.sha256);
      return stored;
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async open(sha256: string, range?: { start: number; end: number }): Promise<Readable> {
    try {
      const file = await open(this.pathOf(sha256));
      return file.createReadStream(range);
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      throw error;
    }
  }

  async has(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256)).then(() => true, () => false);
  }

  /** The rename is atomic: a file is there whole or not at all, however many store it at once. */
  private async adopt(incoming: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    await mkdir(dirname(target), { recursive: true });
    await rename(incoming, target);
    for (const directory of [dirname(target), dirname(dirname(target)), this.directory]) await sync(directory);
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256 digest');
    return join(this.directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function write(path: string, source: Readable, limit: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o640);
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit) throw new DomainError('request.too_large', { limit: `${Math.floor(limit / 1024 / 1024)} MB` });
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let offset = 0; offset < chunk.byteLength;) offset += (await file.write(chunk, offset)).bytesWritten;
}

/** A new name in a directory is durable only once the directory is. Windows cannot, and need not, do this. */
async function sync(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
