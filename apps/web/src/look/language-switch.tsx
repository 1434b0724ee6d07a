import { useTranslation } from 'react-i18next';
import { setLocale, useLocale } from '../i18n/texts.js';
import { Button } from './parts.js';

/** Changes the language of every text at once; nothing typed is lost. */
export function LanguageSwitch({ onChange, className = '' }: { onChange?: (locale: 'zh-CN' | 'en') => void; className?: string }) {
  const { t } = useTranslation('common');
  const locale = useLocale();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const change = (): void => {
    setLocale(other);
    onChange?.(other);
  };
  return (
    <Button kind="quiet" size="sm" icon="globe" className={`lang ${className}`} lang={other} onClick={change}>
      {t('language.other')}
    </Button>
  );
}
