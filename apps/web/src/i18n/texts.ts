import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Locale, Title } from '#lib/contracts';
import enCommon from './en/common.json';
import zhCommon from './zh-CN/common.json';

/** The texts of one area of the product in both languages; the two have the same keys. */
export interface AreaTexts {
  'zh-CN': object;
  en: object;
}

const stored = 'kaosai.locale';

/** Makes the texts of a page ready, in the language of the last visit; Chinese at first. */
export function startTexts(areas: Record<string, AreaTexts>): void {
  const all: Record<string, AreaTexts> = { common: { 'zh-CN': zhCommon, en: enCommon }, ...areas };
  const resources = { 'zh-CN': pickLanguage(all, 'zh-CN'), en: pickLanguage(all, 'en') };
  void i18next.use(initReactI18next).init({
    resources,
    lng: firstLocale(),
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    ns: Object.keys(all),
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  markDocument(currentLocale());
}

/** Adds the texts of an area that was loaded later. */
export function addTexts(area: string, texts: AreaTexts): void {
  i18next.addResourceBundle('zh-CN', area, texts['zh-CN']);
  i18next.addResourceBundle('en', area, texts.en);
}

/** Changes the language everywhere at once and remembers it on this device. */
export function setLocale(locale: Locale): void {
  try {
    localStorage.setItem(stored, locale);
  } catch {
    // A browser that stores nothing still changes the language of this page.
  }
  void i18next.changeLanguage(locale);
  markDocument(locale);
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** The language of the page; the component renders again when it changes. */
export function useLocale(): Locale {
  const { i18n } = useTranslation('common');
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** A text that organizers wrote, in the language of the page; Chinese where there is no English. */
export function useTitle(): (title: Title | null | undefined) => string {
  const locale = useLocale();
  return useCallback((title) => (title ? titleIn(title, locale) : ''), [locale]);
}

export function titleIn(title: Title, locale: Locale): string {
  return locale === 'en' ? (title.en ?? title.zh) : title.zh;
}

function firstLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'en' || asked === 'zh-CN') return asked;
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

function markDocument(locale: Locale): void {
  document.documentElement.lang = locale;
}

function pickLanguage(all: Record<string, AreaTexts>, locale: Locale): Record<string, object> {
  return Object.fromEntries(Object.entries(all).map(([area, texts]) => [area, texts[locale]]));
}
