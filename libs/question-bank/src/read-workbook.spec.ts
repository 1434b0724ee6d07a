import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { prepareFile } from './prepare-file.js';
import { proposeMapping } from './propose-mapping.js';
import { readQuestions } from './check-rows.js';
import { readTable } from './table-reader.js';
import { writeTemplate } from './template-questions.js';
import { templateExamples } from './template-examples.js';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface Parts {
  sheet?: string;
  strings?: string;
  styles?: string;
  workbook?: string;
  more?: Record<string, Uint8Array>;
}

/** A workbook of its XML parts, as other programs write it. */
function workbook({ sheet = '', strings = '', styles = '', workbook: book = '<sheet name="表1" sheetId="1" r:id="rId1"/>', more = {} }: Parts): Buffer {
  return Buffer.from(zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook ${main}><sheets>${book}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="x/styles" Target="styles.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet.startsWith('<?') || sheet.startsWith('<!') ? sheet : `<worksheet ${main}>${sheet}</worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst ${main}>${strings}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet ${main}>${styles}</styleSheet>`),
    ...more,
  }));
}

const rowsOf = async (parts: Parts) => (await readTable('book.xlsx', workbook(parts))).rows;

describe('reading workbooks', () => {
  it('reads shared and inline strings, rich text without its reading aids, escapes and cached results', async () => {
    expect(await rowsOf({
      strings: '<si><t>题干</t></si><si><r><t>红</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 色</t></r><rPh sb="0" eb="1"><t>hong</t></rPh></si>',
      sheet: '<sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c><c r="E3" t="str"><f>A1&amp;"x"</f><v>算好的</v></c><c r="F3" t="b"><v>1</v></c></row></sheetData>',
    })).toEqual([{ line: 3, cells: ['', '题干', '红 色', 'a\rb_x0041_', '算好的', 'TRUE'] }]);
  });

  it('tells what Excel did: dates, long numbers, lost results; and shows numbers as they were seen', async () => {
    const styles = '<numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="20"/></cellXfs>';
    const cell = (name: string, style: number, value: string): string => `<c r="${name}1" s="${style}"><v>${value}</v></c>`;
    const sheet = `<sheetData><row r="1">${cell('A', 1, '37')}${cell('B', 2, '46024')}${cell('C', 3, '46024')}${cell('D', 4, '0.125')}${cell('E', 5, '0.5')}${cell('F', 0, '1.23456789012346E+17')}${cell('G', 0, '0.30000000000000004')}<c r="H1"><f>NOW()</f></c><c r="I1" t="e"><v>#N/A</v></c></row></sheetData>`;
    expect(await rowsOf({ styles, sheet })).toEqual([{
      line: 1, cells: ['0037', '2026-1-2', '2026-1-2', '12.5%', '12:00', '1.23456789012346E+17', '0.3', '', '#N/A'],
      notes: [[1, 'import.cell_date', '2026-1-2'], [2, 'import.cell_date_kept', '2026-1-2'], [4, 'import.cell_date', '12:00'], [5, 'import.number_damaged', '123456789012346000'], [7, 'import.formula_without_value', ''], [8, 'import.cell_error', '#N/A']],
    }]);
  });

  it('spreads merged cells over their area, so that one material serves several rows', async () => {
    const text = (name: string, value: string): string => `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const sheet = `<sheetData><row r="1">${text('A1', '练兵题库')}</row><row r="2">${['材料', '题型', '题干', '答案'].map((value, index) => text(`${'ABCD'[index]}2`, value)).join('')}</row>`
      + `<row r="3">${text('A3', '甲发现火情。')}${text('B3', '判断题')}${text('C3', '甲应当报告。')}${text('D3', '对')}</row><row r="4">${text('B4', '判断题')}${text('C4', '甲可以离开。')}${text('D4', '错')}</row></sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/></mergeCells>`;
    const prepared = prepareFile(await readTable('book.xlsx', workbook({ sheet })));
    const { questions, problems } = await readQuestions(prepared, proposeMapping(prepared.headings));
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([{ lines: [3, 4], question: { content: { kind: 'composite', html: '甲发现火情。', parts: [{}, {}] } } }]);
  });

  it('takes the sheet that is asked for, else the first one with anything in it', async () => {
    const parts: Parts = {
      workbook: '<sheet name="空" sheetId="1" r:id="rId1"/><sheet name="题" sheetId="2" r:id="rId2"/>', sheet: '<sheetData/>',
      more: { 'xl/worksheets/sheet2.xml': strToU8(`<worksheet ${main}><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>`) },
    };
    expect(await readTable('b.xlsx', workbook(parts))).toMatchObject({ sheet: '题', sheets: [{ name: '空' }, { name: '题' }], rows: [{ line: 1, cells: ['甲'] }] });
    expect(await readTable('b.xlsx', workbook(parts), '空')).toMatchObject({ sheet: '空', rows: [] });
    await expect(readTable('b.xlsx', workbook(parts), '没有')).rejects.toMatchObject({ code: 'import.sheet_unknown' });
  });
});

/** One entry whose directory says what it likes. */
function lyingZip(name: string, content: Buffer, claimed: number): Buffer {
  const data = deflateRawSync(content);
  const field = (size: number, value: number): Buffer => { const buffer = Buffer.alloc(size); buffer.writeUIntLE(value, 0, size); return buffer; };
  const shared = Buffer.concat([field(2, 20), field(2, 0), field(2, 8), field(4, 0), field(4, 0), field(4, data.length), field(4, claimed), field(2, name.length), field(2, 0)]);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, Buffer.from(name), data]);
  const central = Buffer.concat([Buffer.from('504b0102', 'hex'), field(2, 20), shared, field(2, 0), field(2, 0), field(2, 0), field(4, 0), field(4, 0), Buffer.from(name)]);
  return Buffer.concat([local, central, Buffer.from('504b0506', 'hex'), field(2, 0), field(2, 0), field(2, 1), field(2, 1), field(4, central.length), field(4, local.length), field(2, 0)]);
}

describe('refusing hostile and other files', () => {
  const oldOffice = (text: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(text, 'utf16le')]);
  const archive = (name: string): Buffer => Buffer.from(zipSync({ [name]: strToU8('x') }));

  it.each<[string, string, () => Buffer, string, object?]>([
    ['an old workbook', 'a.xls', () => oldOffice('Workbook'), 'import.format_refused', { format: 'xls' }],
    ['an old workbook under another name', 'a.xlsx', () => oldOffice('Workbook'), 'import.format_refused', { format: 'xls' }],
    ['a WPS table', 'a.et', () => oldOffice('Workbook'), 'import.format_refused', { format: 'et' }],
    ['an encrypted workbook', 'a.xlsx', () => oldOffice('EncryptedPackage'), 'import.encrypted'],
    ['an OpenDocument table', 'a.ods', () => archive('mimetype'), 'import.format_refused', { format: 'ods' }],
    ['a Numbers table', 'a.numbers', () => archive('Index/Document.iwa'), 'import.format_refused', { format: 'numbers' }],
    ['a Word document', 'a.docx', () => archive('word/document.xml'), 'import.document_refused', { format: 'docx' }],
    ['a page that is called .xls', 'a.xls', () => Buffer.from('<html><table>'), 'import.format_refused', { format: 'html' }],
    ['a PDF', 'a.csv', () => Buffer.from('%PDF-1.7'), 'import.document_refused', { format: 'pdf' }],
    ['a broken archive', 'a.xlsx', () => Buffer.from('504b030400', 'hex'), 'import.unreadable'],
    ['an archive that inflates to a thousand times its size', 'a.xlsx', () => workbook({ sheet: `<sheetData>${'<row></row>'.repeat(2_000_000)}</sheetData>` }), 'import.archive_hostile', { reason: 'ratio' }],
    ['an entry that claims a gigabyte', 'a.xlsx', () => lyingZip('xl/workbook.xml', Buffer.from('<workbook/>'), 1_073_741_824), 'import.archive_hostile', { reason: 'size' }],
    ['an entry larger than it claims', 'a.xlsx', () => lyingZip('xl/workbook.xml', Buffer.alloc(1_000_000, 32), 10), 'import.archive_hostile'],
    ['three thousand entries', 'a.xlsx', () => Buffer.from(zipSync(Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`xl/${index}`, new Uint8Array()])))), 'import.archive_hostile', { reason: 'entries' }],
    ['entities within entities', 'a.xlsx', () => workbook({ sheet: `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(50_000)}">]><worksheet ${main}><sheetData><row><c t="inlineStr"><is><t>${'&a;'.repeat(50_000)}</t></is></c></row></sheetData></worksheet>` }), 'import.archive_hostile', { reason: 'doctype' }],
    ['an external entity', 'a.xlsx', () => workbook({ sheet: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet ${main}>&a;</worksheet>` }), 'import.archive_hostile', { reason: 'doctype' }],
    ['an unknown entity', 'a.xlsx', () => workbook({ sheet: '<sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>' }), 'import.unreadable', { reason: 'xml' }],
    ['a giant cell', 'a.xlsx', () => workbook({ sheet: `<sheetData><row><c r="B7" t="inlineStr"><is><t>${Array.from({ length: 100_000 }, (_, index) => `第${index}字`).join('')}</t></is></c></row></sheetData>` }), 'import.cell_giant'],
    ['tags without end', 'a.xlsx', () => workbook({ sheet: '<a>'.repeat(100_000) }), 'import.archive_hostile', { reason: 'depth' }],
    ['a merged area of a whole sheet, many times', 'a.xlsx', () => workbook({ sheet: `<sheetData>${Array.from({ length: 2_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>x${index}</t></is></c></row>`).join('')}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100)}</mergeCells>` }), 'import.archive_hostile', { reason: 'merges' }],
    ['columns without end', 'a.xlsx', () => workbook({ sheet: '<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>' }), 'request.too_large'],
    ['JSON nested a thousandfold', 'a.json', () => Buffer.from('['.repeat(1_000)), 'import.json_shape'],
    ['JSON with a mistake', 'a.json', () => Buffer.from('[{"a": 1,}]'), 'import.json_invalid'],
    ['a later version of our format', 'a.json', () => Buffer.from('{"format":"kaosai-questions","version":2,"questions":[]}'), 'import.json_version'],
  ])('refuses %s', async (_, name, file, code, params = {}) => {
    await expect(readTable(name, file())).rejects.toMatchObject({ code, params });
  }, 60_000);

  it('reads UTF-16 with its mark, and semicolons', async () => {
    expect(await readTable('a.csv', Buffer.from('\ufeff题干;答案;分值\n水是湿的;对;1', 'utf16le'))).toMatchObject({ encoding: 'utf-16', rows: [{ cells: ['题干', '答案', '分值'] }, { cells: ['水是湿的', '对', '1'] }] });
  });
});

describe('templates', () => {
  it.each(['zh', 'en'] as const)('read back as their examples, every kind (%s)', async (lang) => {
    for (const format of ['xlsx', 'csv'] as const) {
      const { content } = await writeTemplate('all', format, lang);
      const prepared = prepareFile(await readTable(`t.${format}`, content, format === 'csv' ? undefined : lang === 'zh' ? '示例' : 'Examples'));
      expect(prepared.headings.filter((_, index) => proposeMapping(prepared.headings)[index] === 'ignore')).toEqual([]);
      const { questions, problems } = await readQuestions(prepared, proposeMapping(prepared.headings));
      expect(problems).toEqual([]);
      expect(questions.map(({ question }) => question.content.kind)).toEqual(Object.keys(templateExamples[lang]).sort((a, b) => kindsInOrder.indexOf(a) - kindsInOrder.indexOf(b)));
    }
  }, 60_000);

  const kindsInOrder = ['single', 'multiple', 'true_false', 'gap_fill', 'numeric', 'short', 'matching', 'ordering', 'cloze', 'composite', 'essay', 'file'];
});
