import type { CandidateQuestion, CandidateSection, QuestionContent, Title } from '#lib/contracts';
import type { FrozenSlot, PaperStructure } from '#lib/question-bank';
import type { FormContent, FormQuestion } from './draw-form.js';

/** The parts of question versions that may be shown while an exam goes on; their keys stand elsewhere. */
export type ShownContents = ReadonlyMap<string, QuestionContent>;

const scoringTexts: Record<FrozenSlot['scoring'], Title> = {
  all_or_nothing: { zh: '全部选对才得分', en: 'All right choices and no other, or nothing' },
  partial_per_right: { zh: '少选按比例得分，错选不得分', en: 'A share for each right choice, nothing with a wrong one' },
  right_minus_wrong: { zh: '选对得分，选错扣分，最低 0 分', en: 'Right choices earn, wrong ones cost, never below 0' },
};
const oneChoice: Title = { zh: '选对得分', en: 'The right choice earns the marks' };

/** The sections of a form as its candidate sees them: an allow-list, field by field. */
export function toSections(form: FormContent, paper: PaperStructure, contents: ShownContents): CandidateSection[] {
  let number = 0;
  return form.sections.map(({ questions }, index) => {
    const { title, instructions, slots } = paper.sections[index];
    const slotOf = new Map(slots.map((slot) => [slot.slot, slot]));
    return { title, instructions, questions: questions.map((question) => toQuestion(question, (number += 1), slotOf.get(question.slot), contents.get(question.versionId))) };
  });
}

/** One question; of an unknown kind nothing is shown but its place and marks. */
function toQuestion({ slot, options }: FormQuestion, number: number, frozen: FrozenSlot | undefined, content: QuestionContent | undefined): CandidateQuestion {
  const marks = frozen?.marks ?? '0';
  switch (content?.kind) {
    case 'single':
    case 'multiple':
    case 'true_false': {
      const htmlOf = new Map(content.options.map(({ id, html }) => [id, html]));
      return {
        slot, number, kind: content.kind, html: content.html, options: options.map((id) => ({ id, html: htmlOf.get(id) ?? '' })), marks,
        scoringText: content.kind === 'multiple' && frozen ? scoringTexts[frozen.scoring] : oneChoice,
      };
    }
    default:
      return { slot, number, kind: 'unknown', html: '', marks, scoringText: oneChoice };
  }
}

/** The slots of a form in the order the candidate met them, from 1. */
export function numberSlots(form: FormContent): Map<string, number> {
  return new Map(form.sections.flatMap(({ questions }) => questions.map(({ slot }) => slot)).map((slot, index) => [slot, index + 1]));
}

