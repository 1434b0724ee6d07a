import { PassThrough, type Readable } from 'node:stream';
import { DomainError } from '#lib/kernel';
import type { FastifyRequest } from 'fastify';

/** Larger than any file that is taken; what a file may be at most is decided by what it is for. */
const mostBytes = 2_000_000_001;

/** Hands on the one file of a multipart request as it comes in, and reads what is left of it, taken or not. @throws DomainError `request.malformed`, `file.missing`. */
export async function receiveFile<T>(request: FastifyRequest, take: (source: Readable) => Promise<T>): Promise<T> {
  if (!request.isMultipart()) throw new DomainError('request.malformed');
  const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } });
  if (!part) throw new DomainError('file.missing');
  const piped = new PassThrough();
  const ended = readToEnd(part.file, piped);
  try {
    return await take(piped);
  } finally {
    piped.destroy();
    // A browser that is answered before it has sent everything shows a broken connection, not the answer.
    await ended;
  }
}

/** Passes on what comes in as long as somebody takes it, and reads the rest all the same. */
function readToEnd(source: Readable, taker: PassThrough): Promise<void> {
  source.pipe(taker);
  taker.on('error', () => undefined);
  taker.once('close', () => source.unpipe(taker).resume());
  return new Promise((resolve) => {
    source.once('end', resolve);
    source.once('error', () => undefined);
    source.once('close', () => {
      if (!source.readableEnded) taker.destroy(new DomainError('request.malformed'));
      resolve();
    });
  });
}
