import { describe, expect, it } from '@jest/globals';
import type { ImportField } from '#lib/contracts';
import { readKindWord, readLetters, readOrder, readPath, readQuantity, readTolerance, readTruth, readUnits, writePath } from './read-cells.js';
import { readRow } from './read-row.js';
import { RowCells } from './row-cells.js';

/** Reads a row written as `{ field: cell }`. */
function read(row: Partial<Record<ImportField, string>>, notes: [ImportField, string, string][] = []) {
  const fields = Object.keys(row) as ImportField[];
  const cells = new RowCells({ line: 7, cells: Object.values(row), notes: notes.map(([field, code, value]) => [fields.indexOf(field), code, value]) }, { fields, headings: fields, sheet: '表1', lettered: true });
  return { draft: readRow(cells), problems: cells.problems.map(({ code, cell }) => [code, cell]) };
}

describe('reading cells', () => {
  it.each([
    ['AB', ['A', 'B']], ['A,B', ['A', 'B']], ['Ａ、Ｃ', ['A', 'C']], ['b a', ['A', 'B']], ['A；D', ['A', 'D']], ['A和B', ['A', 'B']], ['AAB', ['A', 'B']], ['C.', ['C']], ['（B）', ['B']],
  ])('reads %s as letters', (key, letters) => expect(readLetters(key)).toEqual(letters));

  it.each(['', '甲', 'A-D', '1'])('does not read %j as letters', (key) => expect(readLetters(key)).toBeNull());

  it('reads an order by its letters', () => expect([readOrder('B→D→A→C'), readOrder('BDAC'), readOrder('BB')]).toEqual([['B', 'D', 'A', 'C'], ['B', 'D', 'A', 'C'], null]));

  it.each([['对', 'T'], ['√', 'T'], ['正确', 'T'], ['T', 'T'], ['Ｔ', 'T'], ['true', 'T'], ['（√）', 'T'], ['错', 'F'], ['×', 'F'], ['错误。', 'F'], ['F', 'F'], ['No', 'F'], ['也许', null]])('reads %s as %s', (word, truth) => expect(readTruth(word)).toBe(truth));

  it.each([['单选题', 'single'], ['多项选择题', 'multiple'], ['判断（5分）', 'true_false'], ['Multiple Choice', 'multiple'], ['TRUE/FALSE', 'true_false'], ['案例分析题', 'composite'], ['简答题：', 'essay'], ['猜谜', null]])('reads the kind %s', (word, kind) => expect(readKindWord(word)).toBe(kind));

  it('reads numbers with their tolerance and units', () => {
    expect(readQuantity('９.８±0.1', null)).toEqual({ value: '9.8', tolerance: { type: 'nominal', value: '0.1' } });
    expect(readQuantity('100±5%', null)).toEqual({ value: '100', tolerance: { type: 'relative', value: '0.05' } });
    expect(readQuantity('−3', { type: 'nominal', value: '1' })).toEqual({ value: '-3', tolerance: { type: 'nominal', value: '1' } });
    expect(readQuantity('约 3', null)).toBeNull();
    expect([readTolerance(''), readTolerance('±2'), readTolerance('x')]).toEqual([null, { type: 'nominal', value: '2' }, undefined]);
    expect(readUnits('m/s；km/h=0.2778；必填')).toEqual({ units: [{ unit: 'm/s', multiplier: '1' }, { unit: 'km/h', multiplier: '0.2778' }], required: true });
  });

  it('reads a path, slashes in titles too', () => {
    expect(readPath('安全 / 消防')).toEqual(['安全', '消防']);
    expect(readPath(writePath(['A/B', 'C']))).toEqual(['A/B', 'C']);
  });
});

describe('reading a row', () => {
  it('makes a question of plain text, escaped, of no letters before options', () => {
    const { draft } = read({ kind: '单选题', stem: 'a < b & "c"\nd', optionA: 'A. 甲', optionB: 'B. <img src=x onerror=alert(1)>', optionC: 'C. 以上都对', key: 'Ｃ', marks: '２分', difficulty: '难' });
    expect(draft).toMatchObject({
      line: 7, marks: '2', difficulty: 0.8, key: { kind: 'single', correct: ['C'] },
      content: { html: 'a &lt; b &amp; &quot;c&quot;<br>d', options: [{ id: 'A', html: '甲' }, { id: 'B', html: '&lt;img src=x onerror=alert(1)&gt;' }, { id: 'C', html: '以上都对', keepLast: true }] },
    });
  });

  it.each<[string, Partial<Record<ImportField, string>>, object]>([
    ['a true/false question by its sign', { stem: '水往低处流', key: '√' }, { content: { kind: 'true_false' }, key: { correct: ['T'] } }],
    ['a true/false question by its option', { kind: '判断题', stem: '水', optionA: '正确', optionB: '错误', key: 'B' }, { key: { correct: ['F'] } }],
    ['a choice whose key repeats the text', { kind: '单选', stem: '首都', optionA: '上海', optionB: '北京', key: '北京' }, { key: { correct: ['B'] } }],
    ['blanks of lines', { kind: '填空题', stem: '火警____，急救____', key: '119；120|一二〇' }, { content: { html: '火警[[1]]，急救[[2]]' }, key: { gaps: { 1: { texts: [{ text: '119' }] }, 2: { texts: [{ text: '120' }, { text: '一二〇' }] } } } }],
    ['blanks of brackets, keys parted by commas', { kind: '填空题', stem: '（　　）和（ ）', key: '甲、乙' }, { content: { gaps: [{ id: '1' }, { id: '2' }] } }],
    ['a number in a blank', { kind: '填空题', stem: 'π 约为____', key: '3.14±0.01' }, { content: { gaps: [{ type: 'number' }] }, key: { gaps: { 1: { numbers: [{ value: '3.14', tolerance: { value: '0.01' } }] } } } }],
    ['a number with units', { kind: '数值题', stem: '重力加速度', key: '9.8', tolerance: '1%', units: 'm/s²' }, { content: { units: ['m/s²'] }, key: { numbers: [{ value: '9.8', tolerance: { type: 'relative', value: '0.01' } }] } }],
    ['a short answer with a wildcard', { kind: '短答题', stem: '法定节日', key: '春节|通配:*新年' }, { key: { texts: [{ text: '春节' }, { match: 'wildcard', text: '*新年' }] } }],
    ['pairs with a right side too many', { kind: '连线题', stem: '对应', pairs: '红=停\n绿=行\n=闪' }, { content: { lefts: [{ id: '1' }, { id: '2' }], rights: [{ id: 'A' }, { id: 'B' }, { id: 'C' }] }, key: { pairs: { 1: 'A', 2: 'B' } } }],
    ['items in their order', { kind: '排序题', stem: '排', items: '一\n二\n三', scoring: '按相邻' }, { key: { order: ['1', '2', '3'], rule: 'adjacent_pairs' } }],
    ['an order of options', { kind: '排序题', stem: '排', optionA: '一', optionB: '二', key: 'BA' }, { key: { order: ['B', 'A'], rule: 'exact' } }],
    ['choices in gaps', { kind: '选词填空', stem: '[[1]]是颜色', gap1: '*红|大' }, { content: { gaps: [{ options: [{ id: 'A', html: '红' }, { id: 'B', html: '大' }] }] }, key: { gaps: { 1: ['A'] } } }],
    ['an essay with a rubric', { kind: '论述题', stem: '谈谈', guide: '要点', rubric: '完整=4\n清楚（3分）：有条理', length: '≤800' }, { content: { minLength: null, maxLength: 800 }, key: { rubric: [{ title: '完整', marks: '4' }, { title: '清楚', marks: '3', description: '有条理' }] } }],
    ['a film', { kind: '视频题', stem: '拍', fileKinds: '视频', maxMegabytes: '200' }, { content: { accept: ['video'], maxFiles: 1, maxBytes: 209_715_200 } }],
    ['a formula', { kind: '判断', stem: '$a<b$ 而价格 $5 和 $10', key: '对' }, { content: { html: '<span data-formula="a&lt;b"></span> 而价格 $5 和 $10' } }],
    ['the clause in its source', { kind: '判断', stem: '题', key: '对', source: '《公务员法》第五条第一款' }, { article: { regulation: '公务员法', label: '第五条' } }],
  ])('reads %s', (_, row, expected) => expect(read(row)).toMatchObject({ draft: expected, problems: [] }));

  it.each<[Partial<Record<ImportField, string>>, string, string]>([
    [{ kind: '猜谜题', stem: '题', key: 'A' }, 'import.kind_unknown', 'A7'],
    [{ kind: '单选题', stem: '', optionA: '甲', optionB: '乙', key: 'A' }, 'import.stem_missing', 'B7'],
    [{ kind: '单选题', stem: '题', optionA: '甲', key: 'A' }, 'import.options_missing', 'C7'],
    [{ kind: '单选题', stem: '题', optionA: '甲', optionB: '乙', key: '' }, 'import.key_missing', 'E7'],
    [{ kind: '单选题', stem: '题', optionA: '甲', optionB: '乙', key: 'C' }, 'import.key_not_an_option', 'E7'],
    [{ kind: '单选题', stem: '题', optionA: '甲', optionB: '乙', key: 'AB' }, 'import.key_count', 'E7'],
    [{ kind: '判断题', stem: '题', key: '也许' }, 'import.key_not_an_option', 'C7'],
    [{ kind: '判断题', stem: '题', key: '对', marks: '0' }, 'import.marks_invalid', 'D7'],
    [{ kind: '判断题', stem: '题'.repeat(32_768), key: '对' }, 'import.cell_too_long', 'B7'],
    [{ kind: '填空题', stem: '一____二____', key: '甲；乙；丙' }, 'import.gaps_differ', 'C7'],
    [{ kind: '填空题', stem: '没有空', key: '甲；乙' }, 'import.gap_missing', 'B7'],
    [{ kind: '数值题', stem: '题', key: '很多' }, 'import.number_invalid', 'C7'],
    [{ kind: '匹配题', stem: '题', pairs: '甲乙\n丙=丁' }, 'import.pair_invalid', 'C7'],
    [{ kind: '选词填空', stem: '[[1]]', gap1: '甲|乙' }, 'import.choice_unmarked', 'C7'],
    [{ kind: '问答题', stem: '题', rubric: '没有分数' }, 'import.rubric_invalid', 'C7'],
    [{ kind: '上传题', stem: '题', fileKinds: '程序' }, 'import.file_kind_unknown', 'C7'],
  ])('tells the cell of a problem (%#)', (row, code, cell) => {
    const { draft, problems } = read(row);
    expect(draft).toBeNull();
    expect(problems).toContainEqual([code, cell]);
  });

  it('reports what Excel did to a cell that counts, and not to one that is ignored', () => {
    const row = { kind: '判断题', stem: '1-2', key: '对', ignore: '3' } as const;
    expect(read(row, [['stem', 'import.cell_date', '2026-1-2'], ['ignore', 'import.cell_date', 'x']]).problems).toEqual([['import.cell_date', 'B7']]);
    expect(read(row, [['stem', 'import.cell_date_kept', '2026-1-2']])).toMatchObject({ draft: { content: { html: '1-2' } }, problems: [['import.cell_date_kept', 'B7']] });
  });

  it('tells every problem of a row at once', () => expect(read({ kind: '作画', stem: '', key: '', marks: '很多' }).problems).toHaveLength(3));
});
