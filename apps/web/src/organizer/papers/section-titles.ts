import type { QuestionKind, Title } from '#lib/contracts';

/** The title that a new section of one kind of question starts with; organizers change it as they like. */
export const sectionTitles: Record<QuestionKind, Title> = {
  single: { zh: '单项选择题', en: 'Single choice' },
  multiple: { zh: '多项选择题', en: 'Multiple choice' },
  true_false: { zh: '判断题', en: 'True or false' },
};
