import type { ImportField } from '#lib/contracts';
import { letters } from './read-cells.js';
import type { TableLanguage } from './question-words.js';

type Headings = Record<Exclude<ImportField, 'ignore'>, string>;

const perLetter = (before: string): Partial<Headings> => Object.fromEntries(letters.map((letter) => [`option${letter}`, `${before}${letter}`]));
const perGap = (before: string): Partial<Headings> => Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`gap${index + 1}`, `${before}${index + 1}`]));

/** Headings of templates and exports; both languages are recognised when a file comes back. */
export const tableHeadings: Record<TableLanguage, Headings> = {
  zh: {
    number: '序号', kind: '题型', stem: '题干', key: '答案', marks: '分值', scoring: '计分方式', explanation: '解析', subject: '科目', difficulty: '难度', tags: '标签', jobFields: '岗位业务',
    category: '分类', source: '出处', regulation: '法规', article: '条款', material: '材料', group: '材料编号', options: '选项', tolerance: '误差', units: '计量单位', pairs: '匹配项', items: '排序项',
    guide: '答题要点', rubric: '评分标准', length: '字数', fileKinds: '文件类型', maxFiles: '文件数', maxMegabytes: '文件大小（MB）', data: '完整内容（勿改）', ...perLetter('选项'), ...perGap('空'),
  } as Headings,
  en: {
    number: 'No.', kind: 'Kind', stem: 'Question', key: 'Answer', marks: 'Marks', scoring: 'Scoring', explanation: 'Explanation', subject: 'Subject', difficulty: 'Difficulty', tags: 'Tags', jobFields: 'Job fields',
    category: 'Category', source: 'Source', regulation: 'Regulation', article: 'Article', material: 'Material', group: 'Group', options: 'Options', tolerance: 'Tolerance', units: 'Units', pairs: 'Pairs', items: 'Items',
    guide: 'Guide', rubric: 'Rubric', length: 'Length', fileKinds: 'File types', maxFiles: 'Max files', maxMegabytes: 'Max MB', data: 'Data (do not edit)', ...perLetter('Option '), ...perGap('Gap '),
  } as Headings,
};

/** The order of columns in an export; those that no question uses are left out. */
export const exportColumns: readonly Exclude<ImportField, 'ignore'>[] = [
  'number', 'kind', 'group', 'material', 'stem', ...letters.map((letter) => `option${letter}` as 'optionA'), ...Array.from({ length: 10 }, (_, index) => `gap${index + 1}` as 'gap1'), 'pairs', 'items', 'key', 'tolerance', 'units', 'guide', 'rubric',
  'length', 'fileKinds', 'maxFiles', 'maxMegabytes', 'marks', 'scoring', 'explanation', 'subject', 'difficulty', 'category', 'tags', 'jobFields', 'source', 'regulation', 'article', 'data',
];

/** Widths of columns in characters. */
export const columnWidths: Partial<Record<ImportField, number>> = { number: 7, kind: 12, group: 9, material: 40, stem: 50, key: 16, explanation: 40, guide: 40, rubric: 30, pairs: 30, items: 30, marks: 7, difficulty: 8, data: 12, source: 24 };
