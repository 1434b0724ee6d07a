import { describe, expect, it } from '@jest/globals';
import { freezePaper, type PaperDraft, repeatedSlots, totalOf } from './paper-structure.js';

const slot = (name: string, questionVersionId: string, marks = '1') => ({ slot: name, questionVersionId, marks, scoring: 'partial_per_right' as const });
const draft: PaperDraft = { shuffleQuestions: true, shuffleOptions: false, sections: [{ title: { zh: '一' }, slots: [slot('q1', 'v1', '0.10'), slot('q2', 'v2', '0.2')] }] };
const kinds = new Map([['v1', 'single' as const], ['v2', 'multiple' as const]]);

describe('a paper', () => {
  it('adds its marks up exactly', () => expect(totalOf(draft.sections)).toEqual({ questions: 2, totalMarks: '0.3' }));

  it('freezes to the same digest every time, and to another one when anything differs', () => {
    const { structure, digest } = freezePaper(draft, kinds);
    expect(structure.sections[0].slots).toEqual([{ ...slot('q1', 'v1', '0.1'), kind: 'single' }, { ...slot('q2', 'v2', '0.2'), kind: 'multiple' }]);
    expect(freezePaper(structuredClone(draft), kinds).digest).toEqual(digest);
    expect(freezePaper({ ...draft, shuffleOptions: true }, kinds).digest).not.toEqual(digest);
    expect(() => freezePaper(draft, new Map())).toThrow(RangeError);
  });

  it('has each slot and each question once', () => {
    expect(repeatedSlots(draft)).toEqual([]);
    expect(repeatedSlots({ ...draft, sections: [...draft.sections, { title: { zh: '二' }, slots: [slot('q1', 'v2')] }] })).toEqual([
      { path: 'sections.1.slots.0.slot', code: 'slot.repeated' }, { path: 'sections.1.slots.0.questionVersionId', code: 'questionVersionId.repeated' }]);
  });
});
