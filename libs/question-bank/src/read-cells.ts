import type { AcceptedAnswer, AcceptedQuantity, FileKind, MultipleScoring, QuestionKind, UnitMultiplier } from '#lib/contracts';
import { Decimal } from '#lib/kernel';

export const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const yes = ['对', '√', '✓', '✔', '正确', '是', 't', 'true', 'y', 'yes', 'right'];
const no = ['错', '×', '✗', '✘', 'x', '错误', '否', '不对', '不正确', 'f', 'false', 'n', 'no', 'wrong'];
const kindWords: Record<QuestionKind, readonly string[]> = {
  single: ['单选', '单选题', '单项选择', '单项选择题', '单择题', '选择题', 'single', 'singlechoice', 'single choice', 'radio', 'mcq'],
  multiple: ['多选', '多选题', '多项选择', '多项选择题', '不定项', '不定项选择题', '不定项选择', 'multiple', 'multiplechoice', 'multiple choice', 'checkbox', 'multi'],
  true_false: ['判断', '判断题', '是非', '是非题', '对错题', '判断正误', 'true/false', 'truefalse', 'true_false', 'true false', 'true or false', 'tf', 'judge', 'judgement', 'boolean'],
  gap_fill: ['填空', '填空题', 'gap_fill', 'gap fill', 'gapfill', 'fill in the blank', 'fill in the blanks', 'fillblank', 'blank', 'blanks'],
  numeric: ['数值', '数值题', '计算', '计算题', '计算填空题', 'numeric', 'numerical', 'number'],
  short: ['简答填空', '短答', '短答题', '简短回答', 'short', 'short answer', 'shortanswer'],
  matching: ['匹配', '匹配题', '连线', '连线题', '配对', '配对题', 'matching', 'match'],
  ordering: ['排序', '排序题', '顺序题', 'ordering', 'order', 'sequence', 'sequencing'],
  cloze: ['选词填空', '选词填空题', '完形填空', '完形填空题', '完型填空', '下拉填空', 'cloze', 'dropdown', 'drop-down'],
  composite: ['综合', '综合题', '材料', '材料题', '材料分析题', '案例', '案例题', '案例分析', '案例分析题', '阅读理解', '组合题', 'composite', 'case', 'case study', 'reading'],
  essay: ['问答', '问答题', '简答', '简答题', '论述', '论述题', '主观题', '作文', '作文题', '写作', '写作题', '名词解释', '分析题', '公文写作', 'essay', 'open', 'long answer'],
  file: ['文件', '文件题', '文件上传题', '提交文件', '上传', '上传题', '文件上传', '作品', '作品题', '视频题', '视频提交', '附件题', 'file', 'upload', 'file upload', 'video'],
};
const kindOf = new Map(Object.entries(kindWords).flatMap(([kind, words]) => words.map((word) => [word, kind as QuestionKind])));
const difficultyWords: Record<string, number> = { 易: 0.2, 容易: 0.2, 简单: 0.2, easy: 0.2, 较易: 0.35, 中: 0.5, 中等: 0.5, 一般: 0.5, medium: 0.5, normal: 0.5, 较难: 0.65, 难: 0.8, 困难: 0.8, hard: 0.8, difficult: 0.8 };
const scoringWords: [RegExp, MultipleScoring][] = [
  [/^(all_or_nothing|全对(才)?得分|全对给分|all or nothing)$/, 'all_or_nothing'],
  [/^(partial_per_right|partial|部分得分|漏选(部分)?得分|少选得分|按选对比例|partial credit)$/, 'partial_per_right'],
  [/^(right_minus_wrong|选对减选错|对减错|right minus wrong)$/, 'right_minus_wrong'],
];
const fileKindWords: Record<string, FileKind> = {
  文档: 'document', 文件: 'document', document: 'document', documents: 'document', doc: 'document', 图片: 'image', 照片: 'image', image: 'image', picture: 'image',
  音频: 'audio', 录音: 'audio', audio: 'audio', 视频: 'video', 录像: 'video', video: 'video',
};

/** A cell as a machine compares it: NFKC (full-width letters become ordinary ones), trimmed, lower case. */
export function plainCell(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase();
}

/** T or F when the words mean that, in Chinese, English or signs. */
export function readTruth(text: string): 'T' | 'F' | null {
  const word = plainCell(text).replace(/[。.!！]$/, '').replace(/^\((.*)\)$/, '$1').trim();
  if (yes.includes(word)) return 'T';
  return no.includes(word) ? 'F' : null;
}

/** A kind as people write it; null when the words are not known. */
export function readKindWord(word: string): QuestionKind | null {
  return kindOf.get(plainCell(word).replace(/[（(].*?[)）]/g, '').replace(/[:：。]$/, '').trim()) ?? null;
}

/** The letters of a key such as `AB`, `A,B`, `Ａ、Ｂ` or `A和B`, each once and sorted; null when there is anything else in it. */
export function readLetters(key: string): string[] | null {
  const bare = key.normalize('NFKC').toUpperCase().replace(/[\s,，、;；/|.。+&和]/g, '').replace(/^\((.*)\)$/, '$1');
  return /^[A-Z]+$/.test(bare) ? [...new Set(bare)].sort() : null;
}

/** The letters of an order such as `BDAC`, `B-D-A-C` or `B→D→A→C`, as written; null when there is anything else in it. */
export function readOrder(key: string): string[] | null {
  const bare = key.normalize('NFKC').toUpperCase().replace(/[\s,，、;；/|.。→>\-—–]/g, '');
  return /^[A-Z]+$/.test(bare) && new Set(bare).size === bare.length ? [...bare] : null;
}

/** Marks as a decimal above 0 and at most 1,000; `1` for an empty cell, null for anything else. */
export function readMarks(cell: string): string | null {
  const written = plainCell(cell).replace(/(分|marks?|points?)$/, '').trim();
  if (written === '') return '1';
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(written)) return null;
  const marks = Decimal.of(written);
  return marks.gt(0) && marks.lte(1000) ? marks.toString() : null;
}

/** 0 to 1 in thousandths, from a word or a figure; null when it says nothing, undefined when it cannot be read. */
export function readDifficulty(cell: string): number | null | undefined {
  const written = plainCell(cell);
  if (written === '') return null;
  if (written in difficultyWords) return difficultyWords[written];
  return /^(0(\.\d+)?|1(\.0+)?)$/.test(written) ? Number(Number(written).toFixed(3)) : undefined;
}

/** How a multiple-choice response earns its fraction; undefined when the words are not known. */
export function readScoring(cell: string): MultipleScoring | null | undefined {
  const written = plainCell(cell);
  return written === '' ? null : scoringWords.find(([words]) => words.test(written))?.[1];
}

/** Whether an ordering earns by neighbours rather than as a whole. */
export function readsAsNeighbours(cell: string): boolean {
  return /^(adjacent_pairs|adjacent|相邻|按相邻|相邻给分)/.test(plainCell(cell));
}

/** Words of a list, as it is written with commas, semicolons or lines; each once. */
export function readList(cell: string): string[] {
  return [...new Set(cell.split(/[;；,，、\n]/).map((word) => word.trim()).filter((word) => word !== ''))];
}

/** `一级/二级`; a slash in a title is written `\/`. */
export function readPath(cell: string): string[] {
  return cell.split(/(?<!\\)[/／]/).map((title) => title.replaceAll('\\/', '/').trim()).filter((title) => title !== '');
}

export function writePath(titles: readonly string[]): string {
  return titles.map((title) => title.replaceAll('/', '\\/')).join('/');
}

/** The alternatives of one answer: `甲|乙`; a bar in an answer is written `\|`. */
export function readAlternatives(cell: string): string[] {
  return cell.split(/(?<!\\)[|｜\n]/).map((text) => text.replaceAll('\\|', '|').trim()).filter((text) => text !== '');
}

export function writeAlternatives(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('|', '\\|')).join('|');
}

/** An accepted text: exact, `wildcard:` with `*`, or `pattern:`. */
export function readAccepted(text: string): AcceptedAnswer {
  const [, word, rest] = /^(通配|wildcard|正则|模式|pattern)[:：](.+)$/is.exec(text) ?? [];
  if (!word) return { text };
  return { match: /^(通配|wildcard)$/i.test(word) ? 'wildcard' : 'pattern', text: rest.trim() };
}

/** `9.8`, `9.8±0.1`, `9.8±1%`; with a tolerance of its own column where it has none. Null when it is no number. */
export function readQuantity(text: string, tolerance: AcceptedQuantity['tolerance'] | null): AcceptedQuantity | null {
  const [, value, own] = /^([-+]?\d{1,15}(?:\.\d{1,12})?)(?:±(\d{1,15}(?:\.\d{1,12})?%?))?$/.exec(text.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-')) ?? [];
  if (value === undefined) return null;
  const allowed = own === undefined ? tolerance : readTolerance(own);
  return { value: Decimal.of(value.replace(/^\+/, '')).toString(), ...(allowed ? { tolerance: allowed } : {}) };
}

/** `0.1`, `±0.1`: by so much; `1%`: by that share; `×2`: within that factor. Null when empty, undefined when it cannot be read. */
export function readTolerance(cell: string): NonNullable<AcceptedQuantity['tolerance']> | null | undefined {
  const written = plainCell(cell).replace(/^±/, '').trim();
  if (written === '') return null;
  const [, factor, value, percent] = /^([×x*])?\s*(\d{1,12}(?:\.\d{1,12})?)(%)?$/.exec(written) ?? [];
  if (value === undefined) return undefined;
  if (factor) return { type: 'geometric', value: Decimal.of(value).sub(1).toString() };
  return percent ? { type: 'relative', value: Decimal.of(value).div(100).toString() } : { type: 'nominal', value: Decimal.of(value).toString() };
}

/** `m/s; km/h=0.2778; 必填`: the units that may be written, what each is multiplied by, and whether one must be. Null when it cannot be read. */
export function readUnits(cell: string): { units: UnitMultiplier[]; required: boolean } | null {
  const words = cell.split(/[;；\n]/).map((word) => word.trim()).filter((word) => word !== '');
  const required = words.some((word) => /^(必填|必须|required)$/i.test(word));
  const units = words.filter((word) => !/^(必填|必须|required)$/i.test(word)).map((word) => {
    const [, unit, multiplier] = /^([^=＝]{1,30})(?:[=＝]\s*(-?\d{1,12}(?:\.\d{1,12})?))?$/.exec(word) ?? [];
    return unit === undefined ? null : { unit: unit.trim(), multiplier: multiplier ?? '1' };
  });
  return units.includes(null) ? null : { units: units as UnitMultiplier[], required };
}

/** `200-800`, `≥200`, `≤800`, `800字`; null when it cannot be read. */
export function readLength(cell: string): { minLength: number | null; maxLength: number | null } | null {
  const written = plainCell(cell).replace(/[字词]|words?|characters?|\s/g, '').replace(/以内$/, '');
  if (written === '') return { minLength: null, maxLength: null };
  const [, least, most] = /^(\d{1,6})[-~—–至到](\d{1,6})$/.exec(written) ?? [];
  if (most !== undefined) return { minLength: Number(least), maxLength: Number(most) };
  const [, sign, value] = /^(≥|>=|不少于|至少|≤|<=|不超过|最多)?(\d{1,6})$/.exec(written) ?? [];
  if (value === undefined) return null;
  return sign && /^(≥|>=|不少于|至少)$/.test(sign) ? { minLength: Number(value), maxLength: null } : { minLength: null, maxLength: Number(value) };
}

/** Kinds of files; null when a word is not known. */
export function readFileKinds(cell: string): FileKind[] | null {
  const kinds = readList(cell).map((word) => fileKindWords[plainCell(word)] ?? null);
  return kinds.some((kind) => kind === null) ? null : [...new Set(kinds as FileKind[])];
}

/** 以上都对 and its like refer to the options before them. */
export function staysLast(text: string): boolean {
  return /^(以上|上述)(选项)?(都|均|全)?.{0,8}[对是错确非]|^(all|none) of the above/i.test(text.trim());
}

export function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
