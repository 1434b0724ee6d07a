import type { CandidateSection, QuestionContent } from '#lib/contracts';
import { type PaperStructure, toCandidateQuestion } from '#lib/question-bank';
import type { FormContent } from './draw-form.js';

/** The parts of question versions that may be shown while an exam goes on; their keys stand elsewhere. */
export type ShownContents = ReadonlyMap<string, QuestionContent>;

/** The sections of a form as its candidate sees them. */
export function toSections(form: FormContent, paper: PaperStructure, contents: ShownContents): CandidateSection[] {
  let number = 0;
  return form.sections.map(({ questions }, index) => {
    const { title, instructions } = paper.sections[index];
    return { title, instructions, questions: questions.map((question) => toCandidateQuestion(contents.get(question.versionId), question, (number += 1))) };
  });
}
