import type { Readable } from 'node:stream';
import { DomainError } from '#lib/kernel';
import type { FastifyRequest } from 'fastify';

/** Larger than any file that is taken; what a file may be at most is decided by what it is for. */
const mostBytes = 2_000_000_001;

/** The one file of a multipart request, as it comes in. @throws DomainError `request.malformed`, `file.missing`. */
export async function receiveFile(request: FastifyRequest): Promise<Readable> {
  if (!request.isMultipart()) throw new DomainError('request.malformed');
  const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } });
  if (!part) throw new DomainError('file.missing');
  return part.file;
}
