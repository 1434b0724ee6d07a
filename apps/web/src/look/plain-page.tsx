import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.js';
import { Wenwu } from './parts.js';
import { Seal } from './seal.js';

/** A quiet page of the light entries: brand, the way home, a title over the 文武线, and the content. */
export function PlainPage({ title, who, children }: { title: string; who?: string; children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <div className="plain-page">
      <header className="bar-top">
        <a className="home-link" href="/"><Seal /><b>{t('brand')}</b><span className="vh">{t('action.home')}</span></a>
        <span className="sp" />
        {who && <span className="who">{who}</span>}
        <LanguageSwitch />
      </header>
      <main className="sheet-page">
        <h1 className="h1">{title}</h1>
        <Wenwu />
        {children}
      </main>
    </div>
  );
}
