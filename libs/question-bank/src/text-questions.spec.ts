import { describe, expect, it } from '@jest/globals';
import type { QuestionKey } from '#lib/contracts';
import { prepareFile } from './prepare-file.js';
import { readQuestions } from './check-rows.js';
import { textFields } from './text-questions.js';

async function read(text: string) {
  const prepared = prepareFile({ source: 'text', encoding: 'utf-8', sheets: [], sheet: null, rows: [], text });
  const { questions, problems } = await readQuestions(prepared, textFields);
  return { questions: questions.map(({ question, lines }) => ({ ...question, lines })), problems: problems.map(({ line, code }) => [line, code]) };
}

const correct = (key: QuestionKey | undefined): string => (key && 'correct' in key ? key.correct.join('') : '?');

describe('questions as teachers type them', () => {
  it('reads kinds in brackets, options by the line, answers and explanations behind', async () => {
    const { questions, problems } = await read(`1．（单选题）值班员发现起火，首先应当
根据规程，下列哪项正确？（　　）
A．．离开岗位
B．立即报告
答案：B
解析：先报告，
1. 再处置。

2．（多选题，3分）下列属于灭火方法的有
A. 冷却  B. 隔离  C. 维生素B.片
D. 窒息
答案：ABD
3、[判断题] 火警电话是119。 答案：√ 解析：是的。`);
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([
      { lines: [1], content: { kind: 'single', html: '值班员发现起火，首先应当<br />根据规程，下列哪项正确？（　　）', options: [{ html: '离开岗位' }, { html: '立即报告' }] }, key: { correct: ['B'], explanation: '先报告，<br />1. 再处置。' } },
      { lines: [9], marks: '3', content: { kind: 'multiple', options: [{ html: '冷却' }, { html: '隔离' }, { html: '维生素B.片' }, { html: '窒息' }] } },
      { lines: [13], content: { kind: 'true_false' }, key: { correct: ['T'], explanation: '是的。' } },
    ]);
  });

  it('takes kinds and marks from headings, and answers from a list at the end', async () => {
    const { questions, problems } = await read(`2026年练兵题库
一、单项选择题（每题2分，共4分）
1. 题一 A.甲 B.乙 C.丙
2. 题二
(A) 甲
(B) 乙
二、判断题（每题1分）
1. 水往低处流。（　　）
2. 火往低处走。（　　）
三、填空题（每空1分）
1. 火警____，急救____。
四、简答题
1. 谈谈交接班。
参考答案：
一、单项选择题
1.A 2.B
二、判断题
1.√  2.×
三、填空题
1. 119；120
四、简答题
1. 说清内容、
责任和记录。`);
    expect(problems).toEqual([[1, 'import.text_skipped']]);
    expect(questions.map(({ content: { kind }, marks, key }) => [kind, marks, correct(key)])).toEqual([['single', '2', 'A'], ['single', '2', 'B'], ['true_false', '1', 'T'], ['true_false', '1', 'F'], ['gap_fill', '1', '?'], ['essay', '1', '?']]);
    expect(questions[4].key).toMatchObject({ gaps: { 1: { texts: [{ text: '119' }] }, 2: { texts: [{ text: '120' }] } } });
    expect(questions[5].key).toMatchObject({ guide: '说清内容、<br />责任和记录。' });
  });

  it('reads a list of ranges', async () => {
    const { questions } = await read(`单选题\n1、甲 A.一 B.二\n2、乙 A.一 B.二\n3、丙 A.一 B.二\n参考答案：1-3 BAB`);
    expect(questions.map(({ key }) => correct(key))).toEqual(['B', 'A', 'B']);
  });

  it('finds the answer in the brackets of the stem and empties them', async () => {
    const { questions } = await read('（1）下列正确的是（ AB ）。\nA、甲\nB、乙\nC、丙\n（2）水是湿的。（√）');
    expect(questions).toMatchObject([{ content: { kind: 'multiple', html: '下列正确的是（　　）。' }, key: { correct: ['A', 'B'] } }, { content: { kind: 'true_false', html: '水是湿的。（　　）' } }]);
  });

  it('makes one question of those on a passage', async () => {
    const { questions, problems } = await read(`阅读下列材料，回答1—2题。
值班员甲发现火情，

十分钟后才报告。
1．甲错在哪里？（单选题）
A．没到现场
B．没有立即报告
答案：B
2．（简答题）你会怎么做？
答案：立即报告。
3．（判断题）119是火警电话。
答案：对`);
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([
      { lines: [5, 9], content: { kind: 'composite', html: '值班员甲发现火情，<br /><br />十分钟后才报告。', parts: [{ content: { kind: 'single' } }, { content: { kind: 'essay' } }] }, marks: '2' },
      { content: { kind: 'true_false' } },
    ]);
  });

  it('keeps lists inside their question', async () => {
    const { questions } = await read('1. 有三个条件：\n(1) 甲；\n(2) 乙；\n46.以下正确的是\nA. 一\nB. 二\n答案：A\n2. 下一题\nA. 一\nB. 二\n答案：B');
    expect(questions).toMatchObject([{ content: { html: '有三个条件：<br />(1) 甲；<br />(2) 乙；<br />46.以下正确的是' } }, { content: { html: '下一题' } }]);
  });

  it('reads English, too', async () => {
    const { questions } = await read('1. What is wet?\nA) Fire\nB) Water\nAnswer: B\nExplanation: Obviously.\n2. True or false: ice is cold.\nAnswer: True');
    expect(questions).toMatchObject([{ content: { kind: 'single' }, key: { correct: ['B'], explanation: 'Obviously.' } }, { content: { kind: 'true_false' } }]);
  });

  it('tells the line of what is wrong', async () => {
    expect((await read('1. 题\nA. 一\nB. 二\n答案：C\n2. 题二\nA. 一\nB. 二')).problems).toEqual([[1, 'import.key_not_an_option'], [5, 'import.key_missing']]);
  });

  it('takes linear time for lines made to be slow', async () => {
    const started = Date.now();
    await read(`1. ${'（ '.repeat(5_000)}\n${'A.'.repeat(5_000)}\n${'答案 '.repeat(5_000)}\n${'1-2 '.repeat(5_000)}\n${'《'.repeat(5_000)}`);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
