import { parse } from 'csv-parse';

/**
 * Reads one untrusted file in a process of its own, with a memory limit set by whoever forks it: the parent sends
 * `{ file, limits }` and gets `{ encoding, rows }`, or `{ refused: { code, params } }`. It knows nothing of questions.
 */
process.once('message', (request) => {
  readTable(Buffer.from(request.file), request.limits).then(answer, (error) => answer({ refused: { code: 'import.unreadable', params: { reason: String(error.code ?? error.message) } } }));
});

function answer(message) {
  process.send(message, () => process.disconnect());
}

async function readTable(file, limits) {
  const decoded = decode(file);
  if (!decoded) return unreadable('encoding');
  const { encoding, text } = decoded;
  if (text.includes('\u0000')) return unreadable('binary');
  const rows = [];
  let line = 0;
  const parser = parse(text, {
    bom: true, info: true, relax_column_count: true, relax_quotes: true, trim: true, delimiter: delimiterOf(text), max_record_size: limits.recordLength,
  });
  for await (const { record, info } of parser) {
    const startsAt = line + 1;
    line = info.lines;
    if (record.every((cell) => cell === '')) continue;
    if (record.length > limits.columns) return { refused: { code: 'request.too_large', params: { limit: `${limits.columns} columns` } } };
    if (rows.length >= limits.rows) return { refused: { code: 'request.too_large', params: { limit: `${limits.rows} rows` } } };
    rows.push({ line: startsAt, cells: record });
  }
  return { encoding, rows };
}

function unreadable(reason) {
  return { refused: { code: 'import.unreadable', params: { reason } } };
}

/** UTF-8 when every byte fits it, else GB18030, else nothing. */
function decode(file) {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(file).replace(/\r\n?/g, '\n') };
    } catch { /* the next one */ }
  }
  return null;
}

function delimiterOf(text) {
  const head = text.slice(0, 4000).split('\n', 10);
  const count = (mark) => Math.max(...head.map((one) => one.split(mark).length));
  return ['\t', ';'].find((mark) => count(mark) > count(',') && count(mark) > 2) ?? ',';
}
