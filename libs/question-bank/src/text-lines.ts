import type { QuestionKind } from '#lib/contracts';
import { readKindWord, readMarks } from './read-cells.js';

/** The words of kinds at the head of a section or in brackets before a stem, longest first. */
const kindWord = '(?:单项选择题|多项选择题|不定项选择题|单选题|多选题|不定项|选择题|判断正误题?|判断题|是非题|选词填空题?|完形填空题?|填空题|数值题|计算题|匹配题|连线题|配对题|排序题|简答题|短答题|问答题|论述题|名词解释题?|案例分析题|材料分析题|阅读理解题?|综合题|材料题|案例题|作文题?|写作题?|公文写作题?|上传题|文件题|分析题|单选|多选|判断|填空|简答|论述|排序|匹配)';
const numeral = '[一二三四五六七八九十百]{1,4}';
const sectionHead = new RegExp(`^\\s*(?:第?${numeral}(?:部分|大题|节)?\\s*[、.．:：]?\\s*|[IVX]{1,4}[.、]\\s*)?[【\\[]?(${kindWord})[】\\]]?\\s*(?:[:：]|[（(].*|$|[，,。].*|[共每].*)`);
const inBrackets = new RegExp(`^\\s*[（(【\\[]\\s*(${kindWord})\\s*(?:[，,]?\\s*(\\d+(?:\\.\\d+)?)\\s*分)?\\s*[)）】\\]]\\s*`);
const marksInBrackets = /\s*[（(【[]\s*(?:本题)?(?:共)?\s*(\d{1,4}(?:\.\d{1,4})?)\s*分\s*[)）】\]]\s*/;
const eachMarks = /每(?:小)?(?:题|空)\s*(\d{1,4}(?:\.\d{1,4})?)\s*分/;

/** `2分` of 每题2分 and the kind in 一、单项选择题（…）; null when the line is no heading of a section. */
export function readSectionHead(line: string): { kind: QuestionKind; marks: string | null } | null {
  if (line.length > 120) return null;
  const kind = readKindWord(sectionHead.exec(line)?.[1] ?? '');
  return kind ? { kind, marks: readMarksOrNull(eachMarks.exec(line)?.[1]) } : null;
}

/** The kind and the marks that stand in brackets around a stem, and the stem without them. */
export function readStemMarks(stem: string): { stem: string; kind: string; marks: string } {
  let rest = stem;
  let kind = '';
  let marks = '';
  const named = inBrackets.exec(rest);
  if (named) {
    [, kind, marks = ''] = named;
    rest = rest.slice(named[0].length);
  }
  const worth = marksInBrackets.exec(rest);
  if (worth && (worth.index === 0 || worth.index + worth[0].length >= rest.length)) {
    marks = worth[1];
    rest = rest.slice(0, worth.index) + rest.slice(worth.index + worth[0].length);
  }
  return { stem: rest.trim(), kind, marks };
}

function readMarksOrNull(text: string | undefined): string | null {
  return text === undefined ? null : readMarks(text);
}

/** How a question is numbered, so that lists inside a question are not taken for questions. */
export type NumberStyle = 'dot' | 'brackets' | 'chinese' | 'named';

export interface NumberedLine {
  number: number;
  style: NumberStyle;
  rest: string;
}

/** The number at the head of a line: `1.` `1、` `1．` `1)`, `（1）`, `一、`, `第1题`. */
export function readNumberedLine(line: string): NumberedLine | null {
  const named = /^\s*(?:第\s*(\d{1,4})\s*题|题\s*(\d{1,4}))\s*[.．、:：]?\s*/.exec(line);
  if (named) return { number: Number(named[1] ?? named[2]), style: 'named', rest: line.slice(named[0].length) };
  const bracketed = /^\s*[（(]\s*(\d{1,4})\s*[)）]\s*[.．、]?\s*/.exec(line);
  if (bracketed) return { number: Number(bracketed[1]), style: 'brackets', rest: line.slice(bracketed[0].length) };
  // Not 3.14 and not 2.5 km; a full-width point may stand before a digit.
  const dotted = /^\s*([\d０-９]{1,4})\s*(?:[、．)）]|\.(?!\d)|[:：](?=\s))\s*/.exec(line);
  if (dotted) return { number: Number(dotted[1].normalize('NFKC')), style: 'dot', rest: line.slice(dotted[0].length) };
  const chinese = new RegExp(`^\\s*(${numeral})\\s*[、.．]\\s*`).exec(line);
  return chinese ? { number: chineseNumber(chinese[1]), style: 'chinese', rest: line.slice(chinese[0].length) } : null;
}

function chineseNumber(text: string): number {
  const digits = '一二三四五六七八九';
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text];
  const one = digits.indexOf(ones ?? '') + 1;
  return tens === null ? one : (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 + one;
}

/** What a labelled line is about. */
export type TextLabel = 'key' | 'explanation' | 'difficulty' | 'marks' | 'subject' | 'tags' | 'source' | 'guide' | 'rubric' | 'kind';

const labels: [TextLabel, string][] = [
  ['explanation', '答案解析|试题解析|题目解析|解析|详解|解答|分析|Explanation|Analysis'],
  ['rubric', '评分标准|评分细则|给分标准|得分点|采分点|Rubric'],
  ['guide', '答题要点|参考要点|答案要点|要点'],
  ['key', '正确答案|参考答案|标准答案|试题答案|答案|答|Answer|Key'],
  ['difficulty', '难易程度|难易度|难度系数|难度|Difficulty'],
  ['marks', '分值|分数|Marks'],
  ['subject', '科目|学科|Subject'],
  ['tags', '知识点|考点|标签|Tags'],
  ['source', '法规依据|出题依据|依据|出处|来源|Source'],
  ['kind', '题型|题目类型'],
];
const labelHead = labels.map(([label, words]) => [label, new RegExp(`^\\s*(?:[【\\[［]\\s*(?:${words})\\s*[】\\]］]\\s*[:：]?|(?:${words})\\s*[:：])\\s*`, 'i')] as const);
const inLine = new RegExp(`[【\\[［]\\s*(?:${labels.map(([, words]) => words).join('|')})\\s*[】\\]］]\\s*[:：]?|(?:正确答案|参考答案|标准答案|答案解析|试题解析|答案|解析|难度|知识点|Answer|Explanation)\\s*[:：]`, 'gi');

/** `答案：AB`, `【解析】…`: what the line is about, and what follows. */
export function readLabel(line: string): { label: TextLabel; rest: string } | null {
  for (const [label, head] of labelHead) {
    const found = head.exec(line);
    if (found) return { label, rest: line.slice(found[0].length) };
  }
  return null;
}

/** A line parted before each label inside it: `B．乙 答案：A 解析：…`. */
export function partAtLabels(line: string): string[] {
  const cuts = [...line.matchAll(inLine)].map(({ index }) => index).filter((index) => line.slice(0, index).trim() !== '');
  return [0, ...cuts].map((from, index) => line.slice(from, cuts[index] ?? line.length)).filter((part) => part !== '');
}

/** 阅读下列材料，回答1—3题: the numbers of the questions on it; 【材料】…: null bounds. */
export function readMaterialHead(line: string): { from: number | null; to: number | null; rest: string } | null {
  if (line.length > 300) return null;
  const ranged = /(?:第|问题|回答|完成|questions?)\s*(\d{1,4})\s*(?:题)?\s*[—–\-~～至到－]+\s*(?:第)?\s*(\d{1,4})\s*(?:小)?题?/i.exec(line);
  if (ranged && /材料|短文|资料|案例|阅读|根据|passage|read/i.test(line) && !readNumberedLine(line)) {
    const head = /^(.*?(?:回答|完成|questions?).*?题?\s*[。.:：)）】]?)(.*)$/i.exec(line);
    return { from: Number(ranged[1]), to: Number(ranged[2]), rest: head && head[2].length > 20 ? head[2].trim() : '' };
  }
  const labelled = /^\s*(?:[【[]\s*(?:材料|案例|阅读材料|案情|资料)[一二三四五六七八九十\d]*\s*[】\]]|(?:材料|案例|资料)[一二三四五六七八九十\d]*\s*[:：])\s*(.*)$/.exec(line);
  return labelled ? { from: null, to: null, rest: labelled[1] } : null;
}
