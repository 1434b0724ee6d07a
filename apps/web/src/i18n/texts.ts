import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Locale, Title } from '#lib/contracts';
import zhCommon from './zh-CN/common.json';

type Loader = () => Promise<{ default: object }>;

/** The texts of one area of the product; the two languages have the same keys. Chinese is part of the page, English is loaded when it is wanted. */
export interface AreaTexts {
  'zh-CN': object;
  en: object | Loader;
}

const stored = 'kaosai.locale';

const english = new Map<string, Loader>();
/** Early enough for a network that fails later, late enough to disturb nothing. */
const preloadMs = 4_000;

/** Makes the texts of a page ready, in the language of the last visit; Chinese at first. */
export async function startTexts(areas: Record<string, AreaTexts>): Promise<void> {
  const all: Record<string, AreaTexts> = { common: { 'zh-CN': zhCommon, en: () => import('./en/common.json') }, ...areas };
  void i18next.use(initReactI18next).init({
    resources: { 'zh-CN': Object.fromEntries(Object.entries(all).map(([area, texts]) => [area, texts['zh-CN']])) },
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    ns: Object.keys(all),
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  for (const [area, { en }] of Object.entries(all)) addEnglish(area, en);
  if (firstLocale() === 'en') await change('en').catch(() => undefined);
  else setTimeout(() => void loadEnglish().catch(() => undefined), preloadMs);
}

/** Adds the texts of an area that was loaded later. */
export function addTexts(area: string, texts: AreaTexts): void {
  i18next.addResourceBundle('zh-CN', area, texts['zh-CN']);
  addEnglish(area, texts.en);
  if (currentLocale() === 'en') void change('en').catch(() => undefined);
}

/** Changes the language everywhere at once and remembers it on this device. */
export function setLocale(locale: Locale): void {
  try {
    localStorage.setItem(stored, locale);
  } catch {
    // A browser that stores nothing still changes the language of this page.
  }
  void change(locale).catch(() => undefined);
}

async function change(locale: Locale): Promise<void> {
  if (locale === 'en') await loadEnglish();
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

function addEnglish(area: string, en: AreaTexts['en']): void {
  if (typeof en === 'function') english.set(area, en as Loader);
  else i18next.addResourceBundle('en', area, en);
}

async function loadEnglish(): Promise<void> {
  await Promise.all([...english].map(async ([area, load]) => {
    i18next.addResourceBundle('en', area, (await load()).default);
    english.delete(area);
  }));
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
