import { parse } from 'csv-parse';
import { Refused } from './refused.mjs';
import { readJson } from './read-json.mjs';
import { readWorkbook } from './read-workbook.mjs';

/**
 * Reads one untrusted file in a process of its own, with a memory limit set by whoever forks it: the parent sends
 * `{ file, fileName, sheet, limits }` and gets `{ source, encoding, sheets, sheet, rows }`, `{ source: 'text', text }`, `{ source: 'json', questions }`
 * or `{ refused: { code, params } }`. It knows nothing of questions.
 */
process.once('message', (request) => {
  readFile(Buffer.from(request.file), request).then(answer, (error) => {
    answer({ refused: error instanceof Refused ? { code: error.code, params: error.params } : { code: 'import.unreadable', params: { reason: String(error.code ?? 'file') } } });
  });
});

const oldOffice = Buffer.from('d0cf11e0', 'hex');
const byEnding = { xls: 'xls', et: 'et', ods: 'ods', numbers: 'numbers', xlsb: 'xlsb', doc: 'doc', docx: 'docx', pdf: 'pdf', wps: 'wps' };
const documents = ['doc', 'docx', 'pptx', 'pdf', 'wps', 'rtf'];

function answer(message) {
  process.send(message, () => process.disconnect());
}

async function readFile(file, { fileName, sheet, limits }) {
  if (file.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))) return { source: 'xlsx', encoding: null, ...await readWorkbook(file, sheet, limits) };
  refuseOthers(file, fileName);
  const { encoding, text } = decode(file);
  if (text.includes('\u0000')) throw new Refused('import.unreadable', { reason: 'binary' });
  const ending = endingOf(fileName);
  if (ending === 'json' || /^\s*[[{]\s*["{\]}]/.test(text.slice(0, 200))) return readJson(text, encoding, ending === 'json', limits);
  const table = ending === 'csv' || ending === 'tsv';
  // A page of text may hold a table with headings; the parent looks for them. What cannot be one is text all the same.
  const rows = table ? await readCsv(text, limits) : await readCsv(text, limits).catch(() => []);
  return { source: table ? 'csv' : 'text', encoding, sheets: [], sheet: null, rows, ...(!table && { text }) };
}

/** By content first: the ending is only what somebody typed. */
function refuseOthers(file, fileName) {
  const ending = endingOf(fileName);
  if (file.subarray(0, 4).equals(oldOffice)) refuse(inOldOffice(file, ending));
  const head = file.subarray(0, 200).toString('latin1').replace(/^(\u00ef\u00bb\u00bf|\s)+/, '').toLowerCase();
  if (head.startsWith('%pdf')) refuse('pdf');
  if (head.startsWith('{\\rtf')) refuse('rtf');
  // What many systems call .xls is a page or an XML document.
  if (/^<(html|table|!doctype|meta|\?xml)/.test(head)) refuse('html');
  if (ending in byEnding) refuse(byEnding[ending]);
  if (ending === 'xlsx' || ending === 'xlsm') throw new Refused('import.unreadable', { reason: 'zip' });
}

function inOldOffice(file, ending) {
  const has = (name) => file.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) throw new Refused('import.encrypted', {});
  if (has('WordDocument')) return 'doc';
  return ending === 'et' ? 'et' : 'xls';
}

function refuse(format) {
  throw new Refused(documents.includes(format) ? 'import.document_refused' : 'import.format_refused', { format });
}

function endingOf(fileName) {
  return /\.([A-Za-z0-9]{1,8})$/.exec(String(fileName ?? ''))?.[1].toLowerCase() ?? '';
}

async function readCsv(text, limits) {
  const rows = [];
  let line = 0;
  let row = 0;
  const parser = parse(text, {
    bom: true, info: true, relax_column_count: true, relax_quotes: true, trim: true, delimiter: delimiterOf(text), max_record_size: limits.recordLength,
  });
  for await (const { record, info } of parser) {
    const startsAt = line + 1;
    line = info.lines;
    row += 1;
    if (record.every((cell) => cell === '')) continue;
    if (record.length > limits.columns) throw new Refused('request.too_large', { limit: `${limits.columns} columns` });
    if (rows.length >= limits.rows) throw new Refused('request.too_large', { limit: `${limits.rows} rows` });
    rows.push(withNotes({ line: startsAt, ...(row !== startsAt && { row }), cells: record }));
  }
  return rows;
}

/** What Excel did to a cell before it was saved as CSV, as far as its text still shows it. */
function withNotes(row) {
  const notes = row.cells.flatMap((cell, column) => {
    if (/^-?\d(\.\d+)?E\+\d{2,3}$/i.test(cell)) return [[column, 'import.number_damaged', cell]];
    if (/^(\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,2})$/i.test(cell)) return [[column, 'import.cell_date', cell]];
    if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(cell)) return [[column, 'import.cell_error', cell]];
    return [];
  });
  return notes.length > 0 ? { ...row, notes } : row;
}

/** By its mark, else UTF-8 when every byte fits it, else GB18030, else nothing. */
function decode(file) {
  const marks = [['utf-16le', 'fffe'], ['utf-16be', 'feff']];
  const marked = marks.find(([, mark]) => file.subarray(0, 2).toString('hex') === mark)?.[0];
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return { encoding: marked ? 'utf-16' : encoding, text: new TextDecoder(encoding, { fatal: true }).decode(file).replace(/\r\n?/g, '\n') };
    } catch { /* the next one */ }
  }
  throw new Refused('import.unreadable', { reason: 'encoding' });
}

function delimiterOf(text) {
  const head = text.slice(0, 4000).split('\n', 10);
  const count = (mark) => Math.max(...head.map((one) => one.split(mark).length));
  return ['\t', ';'].find((mark) => count(mark) > count(',') && count(mark) > 2) ?? ',';
}
