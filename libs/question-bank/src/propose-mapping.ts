import type { ImportField } from '#lib/contracts';
import { sha256Bytes } from '#lib/kernel';
import type { TableRow } from './table-reader.js';

const synonyms: Record<Exclude<ImportField, 'ignore'>, readonly string[]> = {
  number: ['序号', '编号', '题号', '试题编号', 'no', 'number', 'id', '#'],
  kind: ['题型', '类型', '题目类型', '试题类型', '试题题型', 'kind', 'type', 'questiontype'],
  stem: ['题干', '题目', '试题', '试题内容', '题目内容', '题干内容', '问题', '内容', '试题题干', '题目描述', 'stem', 'question', 'questiontext', 'content'],
  key: ['答案', '正确答案', '标准答案', '参考答案', '试题答案', '正确选项', 'answer', 'key', 'correct', 'correctanswer'],
  marks: ['分值', '分数', '得分', '题目分值', '试题分数', '默认分值', 'marks', 'score', 'points'],
  explanation: ['解析', '答案解析', '试题解析', '题目解析', '详解', '说明', 'explanation', 'analysis', 'feedback'],
  subject: ['科目', '学科', '知识点', '章节', '分类', '题库', '课程', '所属科目', 'subject', 'topic', 'category', 'tag'],
  difficulty: ['难度', '难易度', '难度系数', '难易程度', 'difficulty', 'level'],
  source: ['来源', '出处', '依据', '法规依据', '出题依据', 'source', 'reference', 'clause'],
  ...Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => {
    const small = letter.toLowerCase();
    return [`option${letter}`, [`选项${small}`, `答案${small}`, `${small}选项`, `备选项${small}`, `备选答案${small}`, `option${small}`, `choice${small}`, small]];
  })) as Record<`option${'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H'}`, string[]>,
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

/** Where the headings stand: the first row that names a question text or a key and one thing more; titles above are skipped. */
export function findHeadingRow(rows: readonly TableRow[]): number {
  const index = rows.slice(0, titleRows).findIndex(({ cells }) => {
    const fields = cells.map(fieldForHeading).filter((field) => field !== 'ignore');
    return new Set(fields).size >= 2 && fields.some((field) => field === 'stem' || field === 'key');
  });
  return Math.max(index, 0);
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

/** The first field that an import cannot do without and that no column has. */
export function missingField(fields: readonly ImportField[]): 'stem' | 'key' | null {
  return (['stem', 'key'] as const).find((field) => !fields.includes(field)) ?? null;
}
