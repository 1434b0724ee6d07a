import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant, Title } from '#lib/contracts';
import { Decimal } from '#lib/kernel';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The organizer's words and the formats of the present language. */
export function useWords() {
  const { t, i18n } = useTranslation('organizer');
  const en = i18n.language.startsWith('en');
  return useMemo(() => {
    const locale = en ? 'en-GB' : 'zh-CN';
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(locale, options);
      return (at: Instant | Date | null | undefined) => (at ? formatter.format(new Date(at)) : '—');
    };
    return {
      t,
      en,
      /** A text organizers wrote, in the reader's language when there is one. */
      title: (text: Title | null | undefined) => (text ? (en && text.en) || text.zh : ''),
      when: format({ month: en ? 'short' : 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }),
      whenFull: format({ year: 'numeric', month: en ? 'short' : 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }),
      day: format({ year: 'numeric', month: en ? 'short' : 'long', day: 'numeric' }),
      clock: format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }),
      /** 一、二、三 in Chinese, 1, 2, 3 in English. */
      ordinal: (index: number) => (en ? String(index + 1) : (numerals[index] ?? String(index + 1))),
      count: (n: number) => n.toLocaleString(locale),
    };
  }, [t, en]);
}

export type Words = ReturnType<typeof useWords>;

/** `0.3` as `30`. */
export function toPercent(fraction: string): string {
  return Decimal.of(fraction).mul(100).toString();
}

/** `30` as `0.3`. */
export function fromPercent(percent: string): string {
  return Decimal.of(percent).div(100).toString();
}

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
