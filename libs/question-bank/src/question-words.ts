import type { RowWords } from './write-row.js';

export type TableLanguage = 'zh' | 'en';

/** The words in which exports and templates are written; `read-cells` reads both. */
export const questionWords: Record<TableLanguage, RowWords> = {
  zh: {
    kinds: {
      single: '单选题', multiple: '多选题', true_false: '判断题', gap_fill: '填空题', numeric: '数值题', short: '短答题', matching: '匹配题', ordering: '排序题', cloze: '完形填空', composite: '材料题',
      essay: '论述题', file: '提交文件',
    },
    fileKinds: { document: '文档', image: '图片', audio: '音频', video: '视频' },
    truth: { T: '正确', F: '错误' },
    scoring: { all_or_nothing: '全对得分', partial_per_right: '漏选得分', right_minus_wrong: '选对减选错', adjacent_pairs: '按相邻' },
    required: '必填',
  },
  en: {
    kinds: {
      single: 'single', multiple: 'multiple', true_false: 'true/false', gap_fill: 'fill in the blanks', numeric: 'numeric', short: 'short answer', matching: 'matching', ordering: 'ordering', cloze: 'cloze',
      composite: 'composite', essay: 'essay', file: 'file upload',
    },
    fileKinds: { document: 'document', image: 'image', audio: 'audio', video: 'video' },
    truth: { T: 'true', F: 'false' },
    scoring: { all_or_nothing: 'all or nothing', partial_per_right: 'partial credit', right_minus_wrong: 'right minus wrong', adjacent_pairs: 'adjacent' },
    required: 'required',
  },
};
