import { setImmediate } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { guardCell } from './cell-text.js';
import { columnLetters } from './row-cells.js';

/** Excel keeps no more in one cell. */
export const longestCell = 32_767;

export interface SheetColumn {
  heading: string;
  /** In characters. */
  width: number;
  /** Offered as a drop-down; other entries are refused by the spreadsheet. */
  choices?: readonly string[];
  /** Shown beside the cell that is being filled in. */
  hint?: string;
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly string[])[];
}

const namespaces = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const batch = 500;
/** Drop-downs and the text format reach so far down. */
const lastRow = 20_001;
const style = { text: 1, heading: 2 };

/**
 * Writes a workbook of texts: every cell is text and formatted as text, so that nothing is computed or turned into a date, and what
 * could be taken for a formula is guarded. Headings stand in row 1, frozen. Between batches other work of the process goes on.
 */
export async function writeWorkbook(sheets: readonly Sheet[], between: (rows: number) => Promise<void> = async () => undefined): Promise<Buffer> {
  const lists = sheets.flatMap(({ columns }, sheet) => columns.flatMap(({ choices }, column) => (choices ? [{ sheet, column, choices }] : [])));
  const names = [...sheets.map(({ name }) => name), ...(lists.length > 0 ? ['_'] : [])];
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const add = (path: string, text: string): void => {
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    entry.push(strToU8(text), true);
  };
  add('[Content_Types].xml', contentTypes(names.length));
  add('_rels/.rels', `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  add('xl/workbook.xml', workbookXml(names, sheets.length));
  add('xl/_rels/workbook.xml.rels', relationsXml(names.length));
  add('xl/styles.xml', stylesXml);
  let written = 0;
  for (const [index, sheet] of sheets.entries()) {
    const entry = new ZipDeflate(`xl/worksheets/sheet${index + 1}.xml`, { level: 6 });
    zip.add(entry);
    entry.push(strToU8(sheetHead(sheet, index === 0)));
    for (let from = 0; from < sheet.rows.length; from += batch) {
      const rows = sheet.rows.slice(from, from + batch);
      entry.push(strToU8(rows.map((cells, at) => rowXml(cells, from + at + 2, style.text)).join('')));
      written += rows.length;
      await setImmediate();
      await between(written);
    }
    entry.push(strToU8(`</sheetData>${validations(sheet, lists.filter((list) => list.sheet === index).map(({ column }) => ({ column, list: lists.findIndex((one) => one.sheet === index && one.column === column) })), lists.map(({ choices }) => choices.length))}</worksheet>`), true);
  }
  if (lists.length > 0) add(`xl/worksheets/sheet${names.length}.xml`, listsXml(lists.map(({ choices }) => choices)));
  zip.end();
  return Buffer.concat(chunks);
}

function rowXml(cells: readonly string[], row: number, cellStyle: number): string {
  const written = cells.map((text, column) => (text === '' ? '' : `<c r="${columnLetters(column)}${row}" s="${cellStyle}" t="inlineStr"><is><t xml:space="preserve">${encode(guardCell(text))}</t></is></c>`)).join('');
  return `<row r="${row}">${written}</row>`;
}

function sheetHead({ columns }: Sheet, first: boolean): string {
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style.text}" customWidth="1"/>`).join('');
  return `${head}<worksheet ${namespaces}><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    + `<sheetFormatPr defaultRowHeight="15"/>${widths === '' ? '' : `<cols>${widths}</cols>`}<sheetData>${rowXml(columns.map(({ heading }) => heading), 1, style.heading)}`;
}

function validations({ columns }: Sheet, dropDowns: readonly { column: number; list: number }[], lengths: readonly number[]): string {
  const all = columns.flatMap(({ heading, hint }, column) => {
    const list = dropDowns.find((one) => one.column === column)?.list;
    if (list === undefined && !hint) return [];
    const area = `${columnLetters(column)}2:${columnLetters(column)}${lastRow}`;
    const prompt = hint ? ` showInputMessage="1" promptTitle="${encode(heading.slice(0, 32))}" prompt="${encode(hint.slice(0, 255))}"` : '';
    if (list === undefined) return [`<dataValidation allowBlank="1"${prompt} sqref="${area}"/>`];
    const letter = columnLetters(list);
    return [`<dataValidation type="list" allowBlank="1" showErrorMessage="1"${prompt} sqref="${area}"><formula1>'_'!$${letter}$1:$${letter}$${lengths[list]}</formula1></dataValidation>`];
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

/** The drop-downs' entries, a column each, on a hidden sheet. */
function listsXml(lists: readonly (readonly string[])[]): string {
  const longest = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, row) => rowXml(lists.map((list) => list[row] ?? ''), row + 1, style.text)).join('');
  return `${head}<worksheet ${namespaces}><sheetData>${rows}</sheetData></worksheet>`;
}

function workbookXml(names: readonly string[], visible: number): string {
  const sheets = names.map((name, index) => `<sheet name="${encode(name)}" sheetId="${index + 1}"${index >= visible ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('');
  return `${head}<workbook ${namespaces}><sheets>${sheets}</sheets></workbook>`;
}

function relationsXml(count: number): string {
  const of = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const sheets = Array.from({ length: count }, (_, index) => of(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('');
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets}${of(count + 1, 'styles', 'styles.xml')}</Relationships>`;
}

function contentTypes(count: number): string {
  const part = (path: string, type: string): string => `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, index) => part(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('');
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
    + `${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${sheets}</Types>`;
}

/** Number format 49 is text. */
const stylesXml = `${head}<styleSheet ${namespaces}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`
  + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F1EA"/></patternFill></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs>'
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const spelled: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is written `_x0001_`, and a text that looks so as well. */
function encode(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (character) => spelled[character]);
}
