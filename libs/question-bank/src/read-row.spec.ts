import { describe, expect, it } from '@jest/globals';
import type { ImportField } from '#lib/contracts';
import { readKind, readLetters, readRow, readTruth } from './read-row.js';

const fields: ImportField[] = ['kind', 'stem', 'optionA', 'optionB', 'optionC', 'key', 'marks', 'difficulty'];
const headings = ['题型', '题干', '选项A', '选项B', '选项C', '答案', '分值', '难度'];
const read = (...cells: string[]) => readRow({ line: 7, cells }, fields, headings);

describe('reading keys', () => {
  it.each([
    ['AB', ['A', 'B']], ['A,B', ['A', 'B']], ['Ａ、Ｃ', ['A', 'C']], ['b a', ['A', 'B']], ['A；D', ['A', 'D']], ['A和B', ['A', 'B']], ['AAB', ['A', 'B']], ['C.', ['C']],
  ])('reads %s as letters', (key, letters) => expect(readLetters(key)).toEqual(letters));

  it.each(['', '甲', 'A-D', '1', 'AZ'])('does not read %j as letters', (key) => expect(readLetters(key)).toBeNull());

  it.each([['对', 'T'], ['√', 'T'], ['正确', 'T'], ['T', 'T'], ['Ｔ', 'T'], ['true', 'T'], ['错', 'F'], ['×', 'F'], ['错误。', 'F'], ['F', 'F'], ['No', 'F'], ['也许', null]])('reads %s as %s', (word, truth) => expect(readTruth(word)).toBe(truth));

  it.each([
    ['单选题', 'A', 'single'], ['多项选择题', 'A', 'multiple'], ['判断（5分）', 'T', 'true_false'], ['Multiple Choice', 'A', 'multiple'], ['TRUE/FALSE', 'T', 'true_false'],
    ['', 'AC', 'multiple'], ['', 'B', 'single'], ['', '对', 'true_false'], ['作文', 'A', null],
  ])('reads the kind %s with the key %s as %s', (word, key, kind) => expect(readKind(word, key)).toBe(kind));
});

describe('reading a row', () => {
  it('makes a question of plain text, escaped', () => {
    expect(read('单选题', 'a < b & "c"\nd', '甲', '<img src=x onerror=alert(1)>', '以上都对', 'Ｃ', '２分', '难')).toEqual({ question: {
      line: 7, marks: '2', subject: null, difficulty: 0.8, source: null,
      content: { schemaVersion: 1, kind: 'single', html: 'a &lt; b &amp; &quot;c&quot;<br>d', options: [{ id: 'A', html: '甲' }, { id: 'B', html: '&lt;img src=x onerror=alert(1)&gt;' }, { id: 'C', html: '以上都对', keepLast: true }] },
      key: { schemaVersion: 1, kind: 'single', correct: ['C'], explanation: null },
    } });
  });

  it('gives a true/false question its two options whatever stands in the file', () => {
    expect(read('判断题', '水往低处流', '正确', '错误', '', 'B', '')).toMatchObject({ question: { marks: '1', content: { options: [{ id: 'T' }, { id: 'F' }] }, key: { correct: ['F'] } } });
    expect(read('判断题', '水往低处流', '', '', '', '√', '')).toMatchObject({ question: { key: { correct: ['T'] } } });
  });

  it.each([
    [['填空题', '题', '甲', '乙', '', 'A'], 'import.kind_unknown', '题型'],
    [['单选题', '', '甲', '乙', '', 'A'], 'import.stem_missing', '题干'],
    [['单选题', '题', '甲', '', '', 'A'], 'import.options_missing', '选项A'],
    [['单选题', '题', '甲', '乙', '', ''], 'import.key_missing', '答案'],
    [['单选题', '题', '甲', '乙', '', 'C'], 'import.key_not_an_option', '答案'],
    [['单选题', '题', '甲', '乙', '', 'AB'], 'import.key_count', '答案'],
    [['判断题', '题', '', '', '', '也许'], 'import.key_not_an_option', '答案'],
    [['单选题', '题', '甲', '乙', '', 'A', '0'], 'import.marks_invalid', '分值'],
    [['单选题', '题'.repeat(20_001), '甲', '乙', '', 'A'], 'import.cell_too_long', '题干'],
  ])('tells the line and column of a problem (%#)', (cells, code, column) => {
    expect(read(...cells)).toEqual({ problems: [expect.objectContaining({ line: 7, column, code })] });
  });

  it('tells every problem of a row at once', () => expect(read('作文', '', '', '', '', '', '很多')).toMatchObject({ problems: { length: 4 } }));
});
