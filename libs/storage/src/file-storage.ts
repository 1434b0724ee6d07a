import type { Readable } from 'node:stream';

/** A file by what is in it: equal content is stored once. */
export interface StoredFile {
  /** 64 lower-case hexadecimal digits. */
  sha256: string;
  /** In bytes. */
  size: number;
}

/** Where files are kept. One implementation writes to a local directory; one for S3-compatible storage takes its place on many machines. */
export abstract class FileStorage {
  /**
   * Stores a file and answers only when it would survive a power cut. Storing the same content again changes nothing.
   * @param limit bytes; the rest is not read.
   * @throws DomainError `request.too_large`
   */
  abstract put(source: Readable | Uint8Array, limit?: number): Promise<StoredFile>;

  /** The whole file, or the bytes from `start` to `end`, both included. @throws DomainError `object.not_found` */
  abstract open(sha256: string, range?: { start: number; end: number }): Promise<Readable>;

  abstract has(sha256: string): Promise<boolean>;
}
