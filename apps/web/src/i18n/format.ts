import type { Instant, Locale } from '#lib/contracts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** 14:02:11 in the device's zone. */
export function clockTime(at: Instant | number): string {
  const date = new Date(at);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
}

/** 14:02 */
export function hourMinute(at: Instant | number): string {
  return clockTime(at).slice(0, 5);
}

/** 11 月 23 日 14:02, or 23 Nov 14:02. */
export function dayAndTime(at: Instant | number, locale: Locale): string {
  return `${dayOf(at, locale)} ${hourMinute(at)}`;
}

/** 11 月 23 日, or 23 Nov. */
export function dayOf(at: Instant | number, locale: Locale): string {
  const date = new Date(at);
  if (locale === 'en') return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(date);
  return `${date.getMonth() + 1} 月 ${date.getDate()} 日`;
}

/** 2026 年 11 月 23 日 星期一, or Monday, 23 November 2026. */
export function longDay(at: Instant | number, locale: Locale): string {
  const date = new Date(at);
  if (locale === 'en') return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date);
  const weekday = new Intl.DateTimeFormat('zh-CN', { weekday: 'long' }).format(date);
  return `${date.getFullYear()} 年 ${date.getMonth() + 1} 月 ${date.getDate()} 日 ${weekday}`;
}

/** 47:18, or 1:47:18 from an hour on; a started second counts as whole, so that 0:00 is the end and not before. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** The short form of a receipt as it is read out: 9F3C…C21E. */
export function shortReceipt(receipt: string): string {
  const text = receipt.toUpperCase();
  return text.length > 8 ? `${text.slice(0, 4)}…${text.slice(-4)}` : text;
}

/** The figures of the ledger, not words of a screen. */
const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 十二, 二十三 in Chinese; 1, 12, 23 in English. For 1–99. */
export function ordinal(value: number, locale: Locale): string {
  if (locale === 'en' || value > 99) return String(value);
  const [tens, units] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens]}十`;
  return units === 0 && tens > 0 ? head : `${head}${numerals[units]}`;
}

/** True when a title brings its own number: 一、, 第二部分, A., 3) */
export function isNumbered(title: string): boolean {
  return /^(第[一二三四五六七八九十\d]|[一二三四五六七八九十]+[、.．]|[A-Z][.)]|\d+[.)、])/.test(title);
}
