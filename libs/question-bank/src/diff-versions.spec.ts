import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../test/property.js';
import { type ComparedVersion, diffText, diffVersions } from './diff-versions.js';

const options = (...texts: string[]) => texts.map((html, index) => ({ id: String.fromCharCode(65 + index), html }));
const version = (over: Partial<ComparedVersion> = {}): ComparedVersion => ({
  content: { schemaVersion: 1, kind: 'single', html: '<p>训练应当每周进行一次。</p>', options: options('对', '错') },
  key: { schemaVersion: 1, kind: 'single', correct: ['A'], explanation: '见第一条' }, defaultMarks: '2', scoring: null, subject: '训练', difficulty: 0.5, source: null, ...over,
});

describe('the difference between two versions', () => {
  it('is nothing between equal ones', () => expect(diffVersions(version(), version())).toEqual([]));

  it('is told field by field, Chinese by words', () => {
    const to = version({
      content: { schemaVersion: 1, kind: 'single', html: '<p>训练应当每月进行一次。</p>', options: options('对', '不对', '不知道') },
      key: { schemaVersion: 1, kind: 'single', correct: ['B'], explanation: '见第一条' }, subject: null, source: '条例',
    });
    const changes = diffVersions(version(), to);
    expect(changes.map(({ field }) => field)).toEqual(['html', 'options.order', 'options.B', 'key.correct', 'subject', 'options.C', 'source']);
    expect(changes[0].parts.filter(({ op }) => op === 'same').map(({ text }) => text).join('')).toContain('进行一次');
    expect(changes.find(({ field }) => field === 'options.C')?.parts).toEqual([{ op: 'added', text: '不知道' }]);
    expect(changes.find(({ field }) => field === 'subject')?.parts).toEqual([{ op: 'removed', text: '训练' }]);
  });

  it('says nothing of keys to those who may not see them', () => {
    const { key: _from, ...from } = version();
    const { key: _to, ...to } = version({ key: { schemaVersion: 1, kind: 'single', correct: ['B'], explanation: '答案是乙' } });
    expect(diffVersions(from, to)).toEqual([]);
  });

  it('goes into the parts of a case, and tells a change of format alone', () => {
    const composite = (html: string): ComparedVersion => version({
      content: { schemaVersion: 1, kind: 'composite', html: '材料', parts: [{ id: 'p1', marks: '2', content: { schemaVersion: 1, kind: 'short', html } }] },
      key: { schemaVersion: 1, kind: 'composite', explanation: null, parts: { p1: { kind: 'short', texts: [{ text: '甲' }] } } },
    });
    expect(diffVersions(composite('<p>问题</p>'), composite('<p><b>问题</b></p>')).map(({ field }) => field)).toEqual(['parts.p1.html.format']);
  });

  it('gives back both texts', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
      const parts = diffText(from, to);
      expect(parts.filter(({ op }) => op !== 'added').map(({ text }) => text).join('')).toBe(from);
      expect(parts.filter(({ op }) => op !== 'removed').map(({ text }) => text).join('')).toBe(to);
    }));
  });
});
