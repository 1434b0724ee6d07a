import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant, Title } from '#lib/contracts';
import { clockTime, dayAndTime, dayOf, hourMinute } from '../../i18n/format.js';
import { titleIn } from '../../i18n/texts.js';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The organizer's words and the formats of the present language. */
export function useWords() {
  const { t, i18n } = useTranslation('organizer');
  const en = i18n.language.startsWith('en');
  return useMemo(() => {
    const locale = en ? 'en' : 'zh-CN';
    const or = (format: (at: Instant | Date) => string) => (at: Instant | Date | null | undefined): string => (at ? format(at) : '—');
    return {
      t,
      en,
      /** A text organizers wrote, in the reader's language when there is one. */
      title: (text: Title | null | undefined) => (text ? titleIn(text, locale) : ''),
      when: or((at) => dayAndTime(ms(at), locale)),
      whenFull: or((at) => `${yearAndDay(at, en)} ${hourMinute(ms(at))}`),
      day: or((at) => yearAndDay(at, en)),
      clock: or((at) => clockTime(ms(at))),
      /** 一、二、三 in Chinese, 1, 2, 3 in English. */
      ordinal: (index: number) => (en ? String(index + 1) : (numerals[index] ?? String(index + 1))),
      count: (n: number) => n.toLocaleString('en'),
    };
  }, [t, en]);
}

function ms(at: Instant | Date): number {
  return new Date(at).getTime();
}

/** 2026 年 11 月 23 日, or 23 Nov 2026. */
function yearAndDay(at: Instant | Date, en: boolean): string {
  const year = new Date(at).getFullYear();
  return en ? `${dayOf(ms(at), 'en')} ${year}` : `${year} 年 ${dayOf(ms(at), 'zh-CN')}`;
}

export type Words = ReturnType<typeof useWords>;

/** `5400` seconds as `{ h: 1, m: 30 }`. */
export function hoursAndMinutes(seconds: number): { h: number; m: number } {
  return { h: Math.floor(seconds / 3600), m: Math.round((seconds % 3600) / 60) };
}

/** How long an exam lasts, in words. */
export function durationText({ t }: Words, seconds: number): string {
  const { h, m } = hoursAndMinutes(seconds);
  if (h === 0) return t('time.minutes', { n: m });
  return m === 0 ? t('time.hours', { n: h }) : t('time.hoursMinutes', { h, m });
}
