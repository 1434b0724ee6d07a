import { describe, expect, it } from '@jest/globals';
import { fieldForHeading, findHeadingRow, headingDigest, missingField, proposeMapping } from './propose-mapping.js';

describe('proposing what columns mean', () => {
  it.each([
    ['题型', 'kind'], ['题干（必填）', 'stem'], ['选项 A', 'optionA'], ['Ｂ', 'optionB'], ['正确答案', 'key'], ['分值(分)', 'marks'], ['答案解析', 'explanation'], ['难度系数', 'difficulty'],
    ['知识点', 'tags'], ['options', 'options'], ['空 2', 'gap2'], ['共用题干', 'material'], ['Question Text', 'stem'], ['Option_C', 'optionC'], ['Answer', 'key'], ['备注', 'ignore'], ['', 'ignore'],
  ])('takes %s for %s', (heading, field) => expect(fieldForHeading(heading)).toBe(field));

  it('gives a field to the first heading that asks for it', () => expect(proposeMapping(['题目', '题干', '答案', '标准答案'])).toEqual(['stem', 'ignore', 'key', 'ignore']));

  it('skips the titles above the headings', () => {
    const rows = [['二〇二六年题库'], ['内部', '题目'], ['题型', '题干', '答案']].map((cells, index) => ({ line: index + 1, cells }));
    expect(findHeadingRow(rows)).toBe(2);
    expect(findHeadingRow(rows.slice(0, 1))).toBeNull();
  });

  it('remembers a mapping by what the headings say, not by how they are typed', () => {
    expect(headingDigest(['题型', '选项A'])).toEqual(headingDigest([' 题型：', '选项 ａ']));
    expect(headingDigest(['题型', '选项A'])).not.toEqual(headingDigest(['选项A', '题型']));
  });

  it('says which indispensable field no column has', () => {
    expect(missingField(['key', 'ignore'])).toBe('stem');
    expect(missingField(['stem'])).toBe('key');
    expect(missingField(['stem', 'key'])).toBeNull();
  });
});
