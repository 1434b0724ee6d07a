import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';

/** What a file is, for those who say what they take. */
export type FileKind = 'document' | 'image' | 'audio' | 'video';

/** A file whose beginning has been looked at; `source` is still whole. */
export interface SniffedFile {
  /** `application/octet-stream` when its content tells nothing. */
  mediaType: string;
  /** Null for what nobody takes: programs, archives, pages, drawings with scripts. */
  kind: FileKind | null;
  source: Readable;
}

const documents = new Set([
  'application/pdf', 'text/plain', 'application/rtf', 'application/x-cfb', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.presentation',
]);
const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp', 'image/tiff', 'image/heic', 'image/heif']);
const sampleSize = 64 * 1024;

/** Looks at the beginning of a file to tell what it is: by its content, whatever it is called or said to be. The source is not closed. */
export async function sniffFile(source: Readable): Promise<SniffedFile> {
  // Whoever reads on is told of a failure; in between nobody listens.
  source.on('error', () => undefined);
  const { sample, rest } = await readSample(source);
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  const mediaType = found?.mime ?? (isPlainText(sample) ? 'text/plain' : 'application/octet-stream');
  return { mediaType, kind: kindOfMedia(mediaType), source: rest };
}

/** Null for a type that is not taken anywhere. */
export function kindOfMedia(mediaType: string): FileKind | null {
  if (documents.has(mediaType)) return 'document';
  if (images.has(mediaType)) return 'image';
  if (mediaType.startsWith('audio/')) return 'audio';
  return mediaType.startsWith('video/') ? 'video' : null;
}

async function readSample(source: Readable): Promise<{ sample: Buffer; rest: Readable }> {
  const chunks: Uint8Array[] = [];
  const iterator = source.iterator({ destroyOnReturn: false });
  let ended = false;
  for (let size = 0; size < sampleSize && !ended;) {
    const next = await iterator.next() as IteratorResult<Uint8Array, undefined>;
    if (next.done) ended = true;
    else size += chunks[chunks.push(next.value) - 1].byteLength;
  }
  if (!ended) await iterator.return?.();
  return { sample: Buffer.concat(chunks).subarray(0, sampleSize), rest: Readable.from(join(chunks, ended ? null : source)) };
}

/** Whoever stops reading leaves the source as it is: it may have to be read to its end all the same. */
async function* join(chunks: readonly Uint8Array[], source: Readable | null): AsyncGenerator<Uint8Array> {
  yield* chunks;
  if (source) yield* source.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
}

/** UTF-8 or GB18030 text has no control characters but white space, and is not a page or a drawing. */
function isPlainText(sample: Buffer): boolean {
  if (sample.length === 0) return false;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return false;
  return !/^\uFEFF?\s*<(!doctype|html|svg|\?xml|script)/i.test(sample.subarray(0, 1_024).toString('utf8'));
}
