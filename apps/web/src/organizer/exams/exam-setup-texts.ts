import { useTranslation } from 'react-i18next';
import zh from '../../i18n/zh-CN/exam-setup.json';
import { addTexts } from '../../i18n/texts.js';

addTexts('exam-setup', { 'zh-CN': zh, en: () => import('../../i18n/en/exam-setup.json') });

/** The words of setting an exam up. */
export function useSetUpWords() {
  return useTranslation('exam-setup').t;
}
