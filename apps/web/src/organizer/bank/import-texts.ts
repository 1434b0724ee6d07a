import { useTranslation } from 'react-i18next';
import type { ImportField } from '#lib/contracts';
import zh from '../../i18n/zh-CN/bank-import.json';
import { addTexts } from '../../i18n/texts.js';
import './bank-texts.js';
import './bank.css';
import './import.css';

addTexts('bank-import', { 'zh-CN': zh, en: () => import('../../i18n/en/bank-import.json') });

/** What a column may mean, in words. */
export function useFieldName(): (field: ImportField) => string {
  const { t } = useTranslation('bank-import');
  return (field) => {
    if (field.startsWith('option') && field !== 'options') return t('optionField', { letter: field.slice(6) });
    if (field.startsWith('gap')) return t('gapField', { n: field.slice(3) });
    return t(`field.${field as 'stem'}`);
  };
}
