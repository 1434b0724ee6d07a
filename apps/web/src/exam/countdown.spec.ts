import { describe, expect, it } from '@jest/globals';
import { countdown, isNumbered, ordinal, shortReceipt } from '../i18n/format.js';
import { dueAnnouncement, shareLeft } from './countdown.js';

const minutes = (count: number): number => count * 60_000;

describe('the time left', () => {
  it.each([
    [minutes(10) + 100, minutes(10) - 150, 10],
    [minutes(5) + 1, minutes(5), 5],
    [minutes(1) + 1, minutes(1) - 1, 1],
    [minutes(20), minutes(4), 5],
    [minutes(9), minutes(8), null],
    [minutes(2), -1, null],
  ])('announces once when a threshold is passed (%d → %d)', (before, after, due) => {
    expect(dueAnnouncement(before, after)).toBe(due);
  });

  it('shows 0:00 only at the end', () => {
    expect([3_600_000, 3_599_001, 59_001, 1, 0, -5].map(countdown)).toEqual(['1:00:00', '1:00:00', '01:00', '00:01', '00:00', '00:00']);
  });

  it('draws the share that is left', () => {
    expect([shareLeft(minutes(30), 3600), shareLeft(-1, 3600), shareLeft(minutes(90), 3600)]).toEqual([0.5, 0, 1]);
  });
});

describe('the words of figures', () => {
  it('counts in Chinese up to 99', () => {
    expect([1, 10, 11, 20, 23, 99, 100].map((value) => ordinal(value, 'zh-CN'))).toEqual(['一', '十', '十一', '二十', '二十三', '九十九', '100']);
    expect(ordinal(3, 'en')).toBe('3');
  });

  it('leaves a numbered title alone', () => {
    expect(['一、单选', '第二部分 案例', 'A. Single', '3) x', '单项选择题', '三角函数'].map(isNumbered)).toEqual([true, true, true, true, false, false]);
  });

  it('shortens a receipt as it is read out', () => {
    expect(shortReceipt('9f3c00aac21e')).toBe('9F3C…C21E');
  });
});
