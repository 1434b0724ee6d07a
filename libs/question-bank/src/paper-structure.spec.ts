import { describe, expect, it } from '@jest/globals';
import { freezePaper, type PaperDraft, repeatedSlots, ruleSlots, totalOf } from './paper-structure.js';

const slot = (name: string, questionVersionId: string, marks = '1') => ({ slot: name, questionVersionId, marks, scoring: 'partial_per_right' as const });
const rule = (id: string, count: number, marks = '1.50') => ({ id, count, marks, scoring: 'all_or_nothing' as const, filter: { tags: ['消防'] } });
const draft: PaperDraft = { shuffleQuestions: true, shuffleOptions: false, sections: [{ title: { zh: '一' }, slots: [slot('q1', 'v1', '0.10'), slot('q2', 'v2', '0.2')] }] };
const drawn: PaperDraft = { ...draft, sections: [...draft.sections, { title: { zh: '二' }, slots: [], rules: [rule('r1', 3)], shuffleQuestions: false }] };
const kinds = new Map([['v1', 'single' as const], ['v2', 'multiple' as const]]);
const none = { pools: {}, apart: [] };

describe('a paper', () => {
  it('adds its marks up exactly, drawn slots too', () => {
    expect(totalOf(draft.sections)).toEqual({ questions: 2, totalMarks: '0.3' });
    expect(totalOf(drawn.sections)).toEqual({ questions: 5, totalMarks: '4.8' });
    expect(ruleSlots({ id: 'r1', count: 3 })).toEqual(['r1-1', 'r1-2', 'r1-3']);
  });

  it('freezes to the same digest every time, and to another one when anything differs', () => {
    const { structure, digest } = freezePaper(draft, kinds, none);
    expect(structure.sections[0].slots).toEqual([{ ...slot('q1', 'v1', '0.1'), kind: 'single' }, { ...slot('q2', 'v2', '0.2'), kind: 'multiple' }]);
    expect(structure.sections[0]).not.toHaveProperty('rules');
    expect(freezePaper(structuredClone(draft), kinds, none).digest).toEqual(digest);
    expect(freezePaper({ ...draft, shuffleOptions: true }, kinds, none).digest).not.toEqual(digest);
    expect(() => freezePaper(draft, new Map(), none)).toThrow(RangeError);
  });

  it('has the pools and the pairs in its digest', () => {
    const frozen = { pools: { r1: ['v3', 'v4', 'v5'] }, apart: [] };
    const { structure, digest } = freezePaper(drawn, kinds, frozen);
    expect(structure.sections[1]).toEqual({ title: { zh: '二' }, instructions: null, slots: [], rules: [{ ...rule('r1', 3, '1.5') }], shuffleQuestions: false });
    expect(freezePaper(drawn, kinds, { ...frozen, pools: { r1: ['v3', 'v4', 'v6'] } }).digest).not.toEqual(digest);
    expect(freezePaper(drawn, kinds, { ...frozen, apart: [['v3', 'v4']] }).digest).not.toEqual(digest);
  });

  it('has each slot and each question once', () => {
    expect(repeatedSlots(drawn)).toEqual([]);
    expect(repeatedSlots({ ...draft, sections: [...draft.sections, { title: { zh: '二' }, slots: [slot('q1', 'v2')] }] })).toEqual([
      { path: 'sections.1.slots.0.slot', code: 'slot.repeated' }, { path: 'sections.1.slots.0.questionVersionId', code: 'questionVersionId.repeated' }]);
    expect(repeatedSlots({ ...drawn, sections: [...drawn.sections, { title: { zh: '三' }, slots: [slot('r1-3', 'v9')], rules: [rule('r1', 2)] }] })).toEqual([
      { path: 'sections.2.slots.0.slot', code: 'slot.repeated' }, { path: 'sections.2.rules.0.id', code: 'slot.repeated' }]);
  });
});
