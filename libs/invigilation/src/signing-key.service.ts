import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, readFile, rename, unlink, writeFile, link } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { SigningKeyView } from '#lib/contracts';
import { AppConfig } from '#lib/config';
import { newId } from '#lib/kernel';

/**
 * The installation's key for the logs of attempts: Ed25519, made once, in `keys/attempt-log.pem` of the data directory (0600). Several processes share the
 * directory, or get the same file from whoever installs them.
 */
@Injectable()
export class SigningKey {
  private loading: Promise<KeyObject> | null = null;

  constructor(private readonly config: AppConfig) {}

  /** The public half, to be kept where the logs are checked. */
  async view(): Promise<SigningKeyView> {
    const publicKey = createPublicKey(await this.key());
    return { algorithm: 'Ed25519', keyId: keyIdOf(publicKey), pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
  }

  /** Signs; in base64. */
  async sign(bytes: Buffer): Promise<string> {
    return sign(null, bytes, await this.key()).toString('base64');
  }

  private key(): Promise<KeyObject> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  private async load(): Promise<KeyObject> {
    const path = join(this.config.dataDirectory, 'keys', 'attempt-log.pem');
    const present = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return createPrivateKey(present ?? await this.make(path));
  }

  /** Two processes may do this at once: a link that exists already means that the other's key holds. */
  private async make(path: string): Promise<Buffer> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const fresh = `${path}.${newId()}`;
    await writeFile(fresh, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    try {
      await link(fresh, path);
      await unlink(fresh);
    } catch (error) {
      // A file system without links: then the last one to rename wins, and every process reads what is there.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') await unlink(fresh);
      else await rename(fresh, path);
    }
    return readFile(path);
  }
}

/** Names a public key: the first 16 hexadecimal digits of the SHA-256 of its DER form. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16);
}
