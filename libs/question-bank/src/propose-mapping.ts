import type { ImportField } from '#lib/contracts';
import { sha256Bytes } from '#lib/kernel';
import { letters } from './read-cells.js';
import type { TableRow } from './table-reader.js';

/** Headings as people and other systems write them; `templateHeadings` are our own, in both languages. */
const synonyms: Partial<Record<ImportField, readonly string[]>> = {
  number: ['序号', '编号', '题号', '试题编号', 'no', 'number', 'id', '#'],
  kind: ['题型', '类型', '题目类型', '试题类型', '试题题型', 'kind', 'type', 'questiontype'],
  stem: ['题干', '题目', '试题', '试题内容', '题目内容', '题干内容', '问题', '内容', '试题题干', '题目描述', 'stem', 'question', 'questiontext', 'content', 'problem'],
  key: ['答案', '正确答案', '标准答案', '参考答案', '试题答案', '正确选项', 'answer', 'key', 'correct', 'correctanswer', 'label', 'answeridx'],
  marks: ['分值', '分数', '得分', '题目分值', '试题分数', '默认分值', 'marks', 'score', 'points'],
  scoring: ['计分方式', '得分方式', '评分方式', '计分规则', 'scoring', 'scoringrule'],
  explanation: ['解析', '答案解析', '试题解析', '题目解析', '详解', '说明', 'explanation', 'analysis', 'feedback', 'rationale', 'solution'],
  subject: ['科目', '学科', '章节', '题库', '课程', '所属科目', 'subject', 'topic'],
  tags: ['知识点', '标签', '考点', '关键词', '关键字', 'tags', 'tag', 'keywords', 'knowledgepoints'],
  difficulty: ['难度', '难易度', '难度系数', '难易程度', 'difficulty', 'level'],
  jobFields: ['岗位', '岗位业务', '适用岗位', '岗位类别', 'jobfields', 'jobfield', 'job', 'jobs'],
  category: ['分类', '目录', '题库分类', '分类路径', '所属分类', 'category', 'categorypath', 'folder'],
  source: ['来源', '出处', '依据', '法规依据', '出题依据', 'source', 'reference', 'clause'],
  regulation: ['法规', '法规名称', '制度名称', '文件名称', 'regulation', 'law'],
  article: ['条款', '条文', '法条', '第几条', 'article'],
  material: ['材料', '案例', '共用题干', '材料内容', '阅读材料', '案例材料', '共用材料', 'material', 'passage', 'stimulus', 'case', 'context'],
  group: ['材料编号', '题组', '组号', '材料号', '案例编号', '题组编号', 'group', 'groupno', 'materialno', 'passageid'],
  tolerance: ['误差', '允许误差', '容差', '误差范围', 'tolerance', 'margin'],
  units: ['计量单位', '答案单位', 'units', 'unit'],
  pairs: ['匹配项', '配对', '连线项', '配对项', '匹配内容', 'pairs', 'matches'],
  items: ['排序项', '排序内容', '项目', 'items', 'steps'],
  guide: ['答题要点', '参考要点', '评分指南', '阅卷说明', 'guide', 'markingguide', 'modelanswer'],
  rubric: ['评分标准', '评分细则', '采分点', '得分点', '评分点', 'rubric', 'criteria'],
  length: ['字数', '字数要求', '字数限制', '答案字数', 'length', 'words', 'wordlimit'],
  fileKinds: ['文件类型', '文件种类', '提交类型', 'filekinds', 'filetypes', 'filetype'],
  maxFiles: ['文件数', '文件个数', '最多文件数', 'maxfiles', 'files'],
  maxMegabytes: ['文件大小', '大小上限', '最大兆数', 'maxmegabytes', 'maxmb', 'filesize'],
  data: ['完整内容', '完整内容勿改', 'data', 'fulldata'],
  ...Object.fromEntries(letters.map((letter) => {
    const small = letter.toLowerCase();
    return [`option${letter}`, [`选项${small}`, `答案${small}`, `${small}选项`, `备选项${small}`, `备选答案${small}`, `option${small}`, `choice${small}`, small]];
  })),
  ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => index + 1).map((n) => [`gap${n}`, [`空${n}`, `填空${n}`, `第${n}空`, `空格${n}`, `答案${n}`, `gap${n}`, `blank${n}`, `answer${n}`]])),
  // After the single ones: `options` is not option S.
  options: ['选项', '备选项', '候选项', '备选答案', 'options', 'choices', 'option'],
};

const fieldOf = new Map(Object.entries(synonyms).flatMap(([field, words]) => words.map((word) => [word, field as ImportField])));
/** Headings are looked for below at most this many title rows. */
const titleRows = 20;

/** The heading as it is compared: NFKC, lower case, without white space, brackets' content and punctuation. */
export function normaliseHeading(heading: string): string {
  return heading.normalize('NFKC').toLowerCase().replace(/[（(【[].*?[)）\]】]/g, '').replace(/[\s*:：_.\-、/]/g, '');
}

/** What a heading most likely means; `ignore` when it is not known. */
export function fieldForHeading(heading: string): ImportField {
  return fieldOf.get(normaliseHeading(heading)) ?? 'ignore';
}

/** Where the headings stand: the first row that names a question text or a key and one thing more; titles above are skipped. Null when none does. */
export function findHeadingRow(rows: readonly TableRow[]): number | null {
  const index = rows.slice(0, titleRows).findIndex(({ cells }) => {
    const fields = cells.map(fieldForHeading).filter((field) => field !== 'ignore');
    return new Set(fields).size >= 2 && fields.some((field) => field === 'stem' || field === 'key');
  });
  return index < 0 ? null : index;
}

/** Proposes a field per heading; a field is given to the first heading that asks for it. */
export function proposeMapping(headings: readonly string[]): ImportField[] {
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = fieldForHeading(heading);
    if (field === 'ignore' || taken.has(field)) return 'ignore';
    taken.add(field);
    return field;
  });
}

/** The same headings in the same order give the same digest: a mapping is remembered under it. */
export function headingDigest(headings: readonly string[]): Buffer {
  return Buffer.from(sha256Bytes(JSON.stringify(headings.map(normaliseHeading))));
}

/** What can take the place of a key: kinds that keep their answer elsewhere. */
const answers: readonly ImportField[] = ['key', 'gap1', 'pairs', 'items', 'guide', 'rubric', 'fileKinds', 'data'];

/** The first field that an import cannot do without and that no column has. */
export function missingField(fields: readonly ImportField[]): 'stem' | 'key' | null {
  if (!fields.includes('stem')) return 'stem';
  return answers.some((field) => fields.includes(field)) ? null : 'key';
}
