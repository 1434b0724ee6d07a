import { SaxesParser } from 'saxes';
import { Refused } from './refused.mjs';

const limits = { depth: 60, run: 2_000_000 };
const declared = /<!(DOCTYPE|ENTITY)/i;

/**
 * Parses untrusted XML from a stream of bytes. No declarations of types or entities are accepted, so that nothing can expand or
 * load; text between two tags has a limit that holds while it is read, whatever the file claims.
 * @throws Refused
 */
export async function parseXml(chunks, { open, text, close }) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser();
  let depth = 0;
  let run = 0;
  let tail = '';
  parser.on('error', () => { throw new Refused('import.unreadable', { reason: 'xml' }); });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.depth) throw new Refused('import.archive_hostile', { reason: 'depth' });
    open?.(local(name), attributes);
  });
  parser.on('text', (part) => text?.(part));
  parser.on('cdata', (part) => text?.(part));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(local(name));
  });
  for await (const chunk of chunks) {
    const part = decode(decoder, chunk);
    if (declared.test(tail + part)) throw new Refused('import.archive_hostile', { reason: 'doctype' });
    tail = part.slice(-10);
    const tag = part.indexOf('<');
    run = tag < 0 ? run + part.length : Math.max(run + tag, 0);
    if (run > limits.run) throw new Refused('import.cell_giant', { cell: '' });
    if (tag >= 0) run = part.length - part.lastIndexOf('<');
    parser.write(part);
  }
  parser.close();
}

function decode(decoder, chunk) {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new Refused('import.unreadable', { reason: 'xml' });
  }
}

function local(name) {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Characters that XML cannot hold are written `_x000D_` in workbooks. */
export function unescapeCell(text) {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}
