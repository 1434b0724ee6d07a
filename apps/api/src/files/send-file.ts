import { StreamableFile } from '@nestjs/common';
import type { SentFile } from '#lib/exam';
import type { FileStorage } from '#lib/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Types that a page may show by itself; everything else is only ever downloaded. */
const inline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'audio/mpeg', 'audio/wav', 'audio/ogg', 'audio/x-m4a', 'audio/mp4', 'audio/aac', 'video/mp4', 'video/webm']);

/** The part of a file that a `Range` header asks for: one range of bytes, as players ask; null: the whole. `none`: it lies outside. */
export function readRange(header: string | undefined, size: number): { start: number; end: number } | 'none' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'none' : { start, end };
}

/** Sends a stored file so that it can do nothing: typed by its content, never sniffed, sandboxed; a download, unless `show` and a page may show it. */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, storage: FileStorage, file: SentFile, show: boolean): Promise<StreamableFile | undefined> {
  const tag = `"${file.sha256}"`;
  void reply.headers({
    'Content-Type': file.mediaType, 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Disposition': show && inline.has(file.mediaType) ? 'inline' : 'attachment', 'Cache-Control': 'private, no-cache', ETag: tag, 'Accept-Ranges': 'bytes',
  });
  if (request.headers['if-none-match'] === tag) {
    void reply.status(304);
    return undefined;
  }
  const range = readRange(request.headers.range, file.size);
  if (range === 'none') {
    void reply.status(416).header('Content-Range', `bytes */${file.size}`);
    return undefined;
  }
  if (range) void reply.status(206).header('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`);
  void reply.header('Content-Length', range ? range.end - range.start + 1 : file.size);
  return new StreamableFile(await storage.open(file.sha256, range ?? undefined));
}
