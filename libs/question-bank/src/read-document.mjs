import { extractText, getDocumentProxy } from 'unpdf';

/**
 * Reads the text of one untrusted document in a process of its own, with a memory limit set by whoever forks it: the parent sends
 * `{ file, limits }` and gets `{ format, text }`, or `{ refused: { code, params } }`. It runs no script of the document and draws nothing.
 */
process.once('message', ({ file, limits }) => {
  readDocument(Buffer.from(file), limits).then(answer, (error) => answer(refused('reference.file_unreadable', { reason: error?.name === 'PasswordException' ? 'password' : 'file' })));
});

const unreadable = ['504b0304', 'd0cf11e0', '7b5c7274'];

function answer(message) {
  process.send(message, () => process.disconnect());
}

function refused(code, params) {
  return { refused: { code, params } };
}

/** By content: the ending is only what somebody typed. A PDF may have some bytes before its mark. */
async function readDocument(file, limits) {
  if (file.subarray(0, 1024).includes('%PDF-')) return readPdf(file, limits);
  if (unreadable.includes(file.subarray(0, 4).toString('hex'))) return refused('reference.file_refused', {});
  const text = decode(file);
  if (text === null || text.includes('\u0000')) return refused('reference.file_unreadable', { reason: 'encoding' });
  return text.length > limits.characters ? tooLarge(limits) : { format: 'text', text };
}

async function readPdf(file, limits) {
  const document = await getDocumentProxy(new Uint8Array(file), { isEvalSupported: false, stopAtErrors: false });
  if (document.numPages > limits.pages) return refused('request.too_large', { limit: `${limits.pages} pages` });
  const { text: pages } = await extractText(document, { mergePages: false });
  const text = pages.join('\n');
  if (text.trim().length < document.numPages) return refused('reference.no_text', {});
  return text.length > limits.characters ? tooLarge(limits) : { format: 'pdf', text };
}

function tooLarge(limits) {
  return refused('request.too_large', { limit: `${limits.characters} characters` });
}

/** UTF-8 when every byte fits it, else GB18030, else nothing. */
function decode(file) {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch { /* the next one */ }
  }
  return null;
}
