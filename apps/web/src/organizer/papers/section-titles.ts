import type { QuestionKind, Title } from '#lib/contracts';

/** The title that a new section of one kind of question starts with; organizers change it as they like. */
export const sectionTitles: Record<QuestionKind, Title> = {
  single: { zh: '单项选择题', en: 'Single choice' },
  multiple: { zh: '多项选择题', en: 'Multiple choice' },
  true_false: { zh: '判断题', en: 'True or false' },
  gap_fill: { zh: '填空题', en: 'Fill in the gaps' },
  numeric: { zh: '计算题', en: 'Numeric' },
  short: { zh: '简答题', en: 'Short answer' },
  matching: { zh: '匹配题', en: 'Matching' },
  ordering: { zh: '排序题', en: 'Ordering' },
  cloze: { zh: '选词填空题', en: 'Cloze' },
  composite: { zh: '案例分析题', en: 'Case analysis' },
  essay: { zh: '论述题', en: 'Essay' },
  file: { zh: '实操提交题', en: 'Work to hand in' },
};

export const drawnTitle: Title = { zh: '随机抽题', en: 'Drawn questions' };
