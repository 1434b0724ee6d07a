import { DomainError } from '#lib/kernel';
import { tableLimits } from '#lib/question-bank';
import type { FastifyRequest } from 'fastify';

/** The one file of a multipart request, not larger than a table may be. @throws DomainError `request.malformed`, `request.too_large`. */
export async function readUpload(request: FastifyRequest): Promise<{ fileName: string; content: Buffer }> {
  if (!request.isMultipart()) throw new DomainError('request.malformed');
  const limit = `${tableLimits.bytes / 1024 / 1024} MB`;
  const file = await request.file({ limits: { fileSize: tableLimits.bytes, files: 1 } });
  if (!file) throw new DomainError('request.malformed');
  try {
    return { fileName: file.filename, content: await file.toBuffer() };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw new DomainError('request.too_large', { limit });
    throw error;
  }
}
