import { readFile } from 'node:fs/promises';
import type { NewQuestion } from '#lib/question-bank';
import { toQuestion, type WrittenQuestion } from './written-question.js';

const asset = (name: string): URL => new URL(`./assets/${name}`, import.meta.url);
const files = ['questions.zh.json', 'more-questions.zh.json'];

/** A question of the demo; `article` is the label of the article of the sample regulation that it rests on. */
export interface DemoQuestion extends NewQuestion {
  subject: string;
  article: string | null;
}

/** The demo's own questions of every kind, over a dozen subjects: written for it, they rest on the sample regulation and on common rules of the trade. */
export async function readDemoQuestions(): Promise<DemoQuestion[]> {
  const written = (await Promise.all(files.map(async (name) => JSON.parse(await readFile(asset(name), 'utf8')) as WrittenQuestion[]))).flat();
  return written.map((question) => ({
    ...toQuestion(question), marks: question.marks, subject: question.subject, difficulty: question.difficulty, tags: question.tags ?? [],
    article: question.article ?? articleIn(question),
    source: question.subject === '现场记录' ? '现场记录管理规定（示范文本）' : null,
  }));
}

/** Explanations of questions on the regulation begin with the article: 第二十条。 */
function articleIn({ subject, explanation }: WrittenQuestion): string | null {
  return subject === '现场记录' ? (/第[一二三四五六七八九十]+条/.exec(explanation ?? '')?.[0] ?? null) : null;
}

/** The sample regulation that the questions rest on. */
export const readDemoRegulation = (): Promise<string> => readFile(asset('field-records.zh.txt'), 'utf8');
