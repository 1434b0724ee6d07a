import yauzl from 'yauzl';
import { Refused } from './refused.mjs';
import { isDate, readNumber } from './read-number.mjs';
import { parseXml, unescapeCell } from './parse-xml.mjs';

/** What an untrusted archive may ask of us; `ratio` counts from the first megabyte on. */
const archiveLimits = { entries: 2_000, entryBytes: 160 * 1024 * 1024, totalBytes: 320 * 1024 * 1024, ratio: 250, ratioFrom: 1024 * 1024 };
const bookLimits = { sharedStrings: 2_000_000, characters: 80_000_000, cells: 3_000_000, merges: 50_000, mergedCells: 1_000_000, sheets: 200 };
/** Kinds of archives that are not workbooks, by a file in them. */
const otherArchives = [
  ['word/document.xml', 'docx'], ['ppt/presentation.xml', 'pptx'], ['xl/workbook.bin', 'xlsb'], ['Index/Document.iwa', 'numbers'], ['index.apxl', 'numbers'], ['mimetype', 'ods'], ['content.xml', 'ods'],
];

/**
 * Reads one sheet of an untrusted `.xlsx`: `{ sheets, sheet, rows }`; a row is `{ line, cells, notes? }`, a note `[column, code, value]`
 * tells what Excel did to a cell. Merged cells all hold the value of their first. Formulas are never computed: their stored value counts.
 * @throws Refused
 */
export async function readWorkbook(file, wantedSheet, limits) {
  const archive = await openArchive(file);
  const book = await readBook(archive);
  const strings = await readStrings(archive, book.stringsPath, limits);
  const formats = await readFormats(archive, book.stylesPath);
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  const candidates = wantedSheet === undefined ? (visible.length > 0 ? visible : book.sheets) : book.sheets.filter(({ name }) => name === wantedSheet);
  if (candidates.length === 0) throw new Refused('import.sheet_unknown', { sheet: String(wantedSheet) });
  const sheets = book.sheets.map(({ name, hidden }) => ({ name, hidden }));
  for (const sheet of candidates) {
    const rows = await readSheet(archive, sheet.path, { strings, formats, epoch1904: book.epoch1904 }, limits);
    if (rows.length > 0) return { sheets, sheet: sheet.name, rows };
  }
  return { sheets, sheet: candidates[0].name, rows: [] };
}

/** The entries by name, with a way to read one as a stream that is counted while it is inflated. */
async function openArchive(file) {
  const zip = await new Promise((resolve, reject) => {
    yauzl.fromBuffer(file, { lazyEntries: true, strictFileNames: false, validateEntrySize: true }, (error, opened) => (error ? reject(new Refused('import.unreadable', { reason: 'zip' })) : resolve(opened)));
  });
  if (zip.entryCount > archiveLimits.entries) throw new Refused('import.archive_hostile', { reason: 'entries' });
  const entries = await new Promise((resolve, reject) => {
    const found = new Map();
    zip.on('entry', (entry) => {
      if (found.size > archiveLimits.entries) return reject(new Refused('import.archive_hostile', { reason: 'entries' }));
      found.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(found));
    zip.on('error', () => reject(new Refused('import.unreadable', { reason: 'zip' })));
    zip.readEntry();
  });
  if (!entries.has('xl/workbook.xml') && ![...entries.keys()].some((name) => /(^|\/)workbook\.xml$/.test(name))) {
    const other = otherArchives.find(([name]) => entries.has(name));
    throw new Refused(other && ['docx', 'pptx'].includes(other[1]) ? 'import.document_refused' : 'import.format_refused', { format: other ? other[1] : 'zip' });
  }
  let total = 0;
  const stream = (name) => new Promise((resolve, reject) => {
    const entry = entries.get(name);
    if (!entry) return reject(new Refused('import.unreadable', { reason: `missing ${name.slice(0, 100)}` }));
    if (entry.isEncrypted()) return reject(new Refused('import.encrypted', {}));
    if (entry.uncompressedSize > archiveLimits.entryBytes) return reject(new Refused('import.archive_hostile', { reason: 'size' }));
    zip.openReadStream(entry, (error, source) => (error ? reject(new Refused('import.unreadable', { reason: 'zip' })) : resolve(counted(entry, source))));
  });
  async function* counted(entry, source) {
    let size = 0;
    try {
      for await (const chunk of source) {
        size += chunk.length;
        total += chunk.length;
        if (size > archiveLimits.entryBytes || total > archiveLimits.totalBytes) throw new Refused('import.archive_hostile', { reason: 'size' });
        if (size > archiveLimits.ratioFrom && size > entry.compressedSize * archiveLimits.ratio) throw new Refused('import.archive_hostile', { reason: 'ratio' });
        yield chunk;
      }
    } catch (error) {
      throw error instanceof Refused ? error : new Refused('import.archive_hostile', { reason: 'size' });
    }
  }
  return { has: (name) => entries.has(name), stream, names: () => entries.keys() };
}

async function readBook(archive) {
  const path = archive.has('xl/workbook.xml') ? 'xl/workbook.xml' : [...archive.names()].find((name) => /(^|\/)workbook\.xml$/.test(name));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const sheets = [];
  let epoch1904 = false;
  await parseXml(await archive.stream(path), {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributes.date1904);
      if (name !== 'sheet') return;
      if (sheets.length >= bookLimits.sheets) throw new Refused('import.archive_hostile', { reason: 'sheets' });
      sheets.push({ name: String(attributes.name ?? '').slice(0, 100), hidden: ['hidden', 'veryHidden'].includes(attributes.state), relation: attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] });
    },
  });
  const relations = new Map();
  let stringsPath = null;
  let stylesPath = null;
  await parseXml(await archive.stream(`${folder}_rels/workbook.xml.rels`), {
    open(name, { Id, Target, Type, TargetMode }) {
      // An external target is never followed: only files of the archive are read at all.
      if (name !== 'Relationship' || TargetMode === 'External' || !Target) return;
      const target = Target.startsWith('/') ? Target.slice(1) : folder + Target;
      relations.set(Id, target);
      if (Type?.endsWith('/sharedStrings')) stringsPath = target;
      if (Type?.endsWith('/styles')) stylesPath = target;
    },
  });
  const readable = sheets.map((sheet) => ({ ...sheet, path: relations.get(sheet.relation) })).filter(({ path: at }) => at && archive.has(at) && !/chartsheets|dialogsheets/.test(at));
  if (readable.length === 0) throw new Refused('import.unreadable', { reason: 'no sheet' });
  return { sheets: readable, epoch1904, stringsPath, stylesPath };
}

async function readStrings(archive, path, limits) {
  const strings = [];
  if (!path || !archive.has(path)) return strings;
  let text = '';
  let characters = 0;
  let inText = false;
  let phonetic = 0;
  await parseXml(await archive.stream(path), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text(part) {
      if (!inText) return;
      text += part;
      characters += part.length;
      if (text.length > limits.recordLength) throw new Refused('import.cell_giant', { cell: `#${strings.length + 1}` });
      if (characters > bookLimits.characters) throw new Refused('import.archive_hostile', { reason: 'size' });
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        if (strings.length >= bookLimits.sharedStrings) throw new Refused('import.archive_hostile', { reason: 'size' });
        strings.push(unescapeCell(text));
      }
    },
  });
  return strings;
}

/** The number format of each cell style: `{ date: null | 'year' | 'short', zeros, percent }`. */
async function readFormats(archive, path) {
  const styles = [];
  if (!path || !archive.has(path)) return styles;
  const codes = new Map();
  let inCells = false;
  await parseXml(await archive.stream(path), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), String(attributes.formatCode ?? '').slice(0, 300));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && styles.length < 65_000) styles.push(formatOf(Number(attributes.numFmtId ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function formatOf(id, codes) {
  const code = codes.get(id) ?? '';
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';')[0];
  const percent = id === 9 ? 0 : id === 10 ? 2 : bare.includes('%') ? (/\.(0+)/.exec(bare)?.[1].length ?? 0) : null;
  return { date: isDate(id, bare), zeros: /^0{2,20}$/.test(bare.trim()) ? bare.trim().length : 0, percent };
}

async function readSheet(archive, path, book, limits) {
  const rows = [];
  const merges = [];
  let row = null;
  let cell = null;
  let taking = null;
  let phonetic = 0;
  let cells = 0;
  let lastLine = 0;
  const finishCell = () => {
    const { value, note } = valueOf(cell, book);
    if (value !== '' || note) {
      if (cell.column >= limits.columns) throw new Refused('request.too_large', { limit: `${limits.columns} columns` });
      cells += 1;
      if (cells > bookLimits.cells) throw new Refused('request.too_large', { limit: `${bookLimits.cells} cells` });
      row.cells[cell.column] = value;
      if (note) (row.notes ??= []).push([cell.column, ...note]);
    }
    row.next = cell.column + 1;
    cell = null;
  };
  const finishRow = () => {
    lastLine = row.line;
    if (row.cells.length > 0) {
      if (rows.length >= limits.rows) throw new Refused('request.too_large', { limit: `${limits.rows} rows` });
      rows.push({ line: row.line, cells: Array.from(row.cells, (value) => value ?? ''), ...(row.notes && { notes: row.notes }) });
    }
    row = null;
  };
  await parseXml(await archive.stream(path), {
    open(name, attributes) {
      if (name === 'row') row = { line: positive(attributes.r) ?? lastLine + 1, cells: [], next: 0 };
      else if (name === 'c' && row) cell = { column: columnOf(attributes.r) ?? row.next, reference: attributes.r, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), raw: '', text: '', formula: false, hasValue: false };
      else if (name === 'v' && cell) { taking = 'raw'; cell.hasValue = true; }
      else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't' && cell && phonetic === 0) taking = 'text';
      else if (name === 'mergeCell') {
        if (merges.length >= bookLimits.merges) throw new Refused('import.archive_hostile', { reason: 'merges' });
        merges.push(attributes.ref);
      }
    },
    text(part) {
      if (!taking || !cell) return;
      cell[taking] += part;
      if (cell[taking].length > limits.recordLength) throw new Refused('import.cell_giant', { cell: String(cell.reference ?? '').slice(0, 10) });
    },
    close(name) {
      if (name === 'v' || name === 't') taking = null;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c' && cell) finishCell();
      else if (name === 'row' && row) finishRow();
    },
  });
  spreadMerged(rows, merges, limits);
  return rows.filter(({ cells: all }) => all.some((value) => value.trim() !== ''));
}

function valueOf({ type, raw, text, style, formula, hasValue }, { strings, formats, epoch1904 }) {
  if (type === 's') return { value: strings[Number(raw)] ?? '' };
  if (type === 'inlineStr') return { value: unescapeCell(text) };
  if (formula && !hasValue) return { value: '', note: ['import.formula_without_value', ''] };
  if (type === 'str') return { value: unescapeCell(raw) };
  if (type === 'b') return { value: raw === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { value: raw, note: ['import.cell_error', raw.slice(0, 20)] };
  if (type === 'd') return { value: raw, note: ['import.cell_date_kept', raw.slice(0, 30)] };
  return raw.trim() === '' ? { value: '' } : readNumber(raw.trim(), formats[style], epoch1904);
}

/** Every cell of a merged area shows the first one's value; rows that the file leaves out stay out. */
function spreadMerged(rows, merges, limits) {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  let spread = 0;
  for (const reference of merges) {
    const [, left, top, right, bottom] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(String(reference)) ?? [];
    const first = byLine.get(Number(top));
    const from = columnOf(left);
    const value = first?.cells[from] ?? '';
    if (value === '') continue;
    const to = Math.min(columnOf(right), limits.columns - 1);
    const last = Math.min(Number(bottom), rows[rows.length - 1].line);
    const wide = to > from;
    for (let line = Number(top); line <= last; line += 1) {
      spread += 1;
      const row = byLine.get(line);
      if (row) {
        while (row.cells.length <= to) row.cells.push('');
        for (let column = from; column <= to; column += 1) row.cells[column] = value;
        spread += to - from;
        if (wide) row.banner = true;
      }
      if (spread > bookLimits.mergedCells) throw new Refused('import.archive_hostile', { reason: 'merges' });
    }
  }
}

function positive(text) {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 && value <= 1_048_576 ? value : null;
}

/** 0 for `A`, `A12`; null without letters. */
function columnOf(reference) {
  const letters = /^\$?([A-Z]{1,3})/.exec(String(reference ?? ''))?.[1];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
