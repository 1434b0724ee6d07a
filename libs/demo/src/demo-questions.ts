import { readFile } from 'node:fs/promises';
import type { ChoiceContent } from '#lib/contracts';
import { type NewQuestion, plainToHtml } from '#lib/question-bank';

interface WrittenQuestion {
  subject: string;
  kind: ChoiceContent['kind'];
  stem: string;
  options?: string[];
  correct: string[];
  explanation: string;
  difficulty: number;
  marks: string;
}

const asset = (name: string): URL => new URL(`./assets/${name}`, import.meta.url);

/** The demo's own questions: written for it, they rest on the sample regulation and on common rules of the trade. */
export async function readDemoQuestions(): Promise<NewQuestion[]> {
  const written = JSON.parse(await readFile(asset('questions.zh.json'), 'utf8')) as WrittenQuestion[];
  return written.map(({ subject, kind, stem, options, correct, explanation, difficulty, marks }) => ({
    content: { schemaVersion: 1, kind, html: plainToHtml(stem), options: kind === 'true_false' ? trueFalse : (options ?? []).map((text, index) => ({ id: String.fromCharCode(65 + index), html: plainToHtml(text) })) },
    key: { schemaVersion: 1, kind, correct, explanation: plainToHtml(explanation) },
    marks, subject, difficulty, source: subject === '现场记录' ? '现场记录管理规定（示范文本）' : null,
  }));
}

const trueFalse = [{ id: 'T', html: '正确' }, { id: 'F', html: '错误' }];

/** The sample regulation that the questions rest on. */
export const readDemoRegulation = (): Promise<string> => readFile(asset('field-records.zh.txt'), 'utf8');
