import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DomainError } from '#lib/kernel';

export interface DocumentText {
  format: 'pdf' | 'text';
  text: string;
}

interface Answer extends Partial<DocumentText> {
  refused?: { code: string; params: Record<string, unknown> };
}

/** Limits on untrusted documents; as many characters as a reference may have. */
export const documentLimits = { bytes: 20 * 1024 * 1024, pages: 1_000, characters: 900_000, milliseconds: 30_000, megabytes: 512 };

const script = fileURLToPath(new URL('./read-document.mjs', import.meta.url));

/**
 * The text of a PDF, of Markdown or of plain text in UTF-8 or GB18030, read in a child process with memory and time limits.
 * @throws DomainError `request.too_large`, `reference.file_refused` for other formats, `reference.file_unreadable`, `reference.no_text` for a scanned PDF.
 */
export async function readDocument(file: Buffer): Promise<DocumentText> {
  if (file.length > documentLimits.bytes) throw new DomainError('request.too_large', { limit: `${documentLimits.bytes / 1024 / 1024} MB` });
  const { refused, format = 'text', text = '' } = await inChild(file);
  if (refused) throw new DomainError(refused.code, refused.params);
  return { format, text };
}

function inChild(file: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const child = fork(script, [], { execArgv: [`--max-old-space-size=${documentLimits.megabytes}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} });
    const timer = setTimeout(() => child.kill('SIGKILL'), documentLimits.milliseconds);
    let answer: Answer = { refused: { code: 'reference.file_unreadable', params: { reason: 'limits' } } };
    child.once('message', (message) => { answer = message as Answer; });
    child.once('error', () => undefined);
    child.once('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.send({ file, limits: { pages: documentLimits.pages, characters: documentLimits.characters } }, () => undefined);
  });
}
