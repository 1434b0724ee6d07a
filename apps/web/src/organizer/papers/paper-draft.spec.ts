import { describe, expect, it } from '@jest/globals';
import type { PaperView, QuestionKind, QuestionListItem } from '#lib/contracts';
import { draftOf, emptyDraft, isMarks, moved, type PaperDraft, slotsOf, stepFrom, sumOfMarks, toWritePaper, withQuestions } from './paper-draft.js';

const question = (versionId: string, kind: QuestionKind): QuestionListItem => ({
  id: versionId, versionId, number: 1, code: `Q-${versionId}`, kind, excerpt: versionId, subject: null, difficulty: null, state: 'published', orgUnit: { id: 'u', code: 'u', title: { zh: '省局' } }, updatedAt: '2026-01-01T00:00:00Z',
});
const titled = (kind: QuestionKind) => ({ zh: kind });
const draft = withQuestions(emptyDraft, [question('a', 'single'), question('b', 'multiple'), question('c', 'single')], titled);
const order = (paper: PaperDraft): string[][] => paper.sections.map(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId));

describe('a paper being made', () => {
  it('puts questions behind their own kind, in a section per kind, with the usual marks', () => {
    expect(order(draft)).toEqual([['a', 'c'], ['b']]);
    expect(slotsOf(draft).map(({ slot, marks }) => [slot, marks])).toEqual([['q1', '2'], ['q3', '2'], ['q2', '3']]);
    expect(emptyDraft.sections).toEqual([]);
  });

  it('leaves out what is there already and goes on counting behind the highest slot, with the marks of its neighbours', () => {
    const dearer = { ...draft, sections: draft.sections.map((section) => ({ ...section, slots: section.slots.map((slot) => ({ ...slot, marks: '5' })) })) };
    const more = withQuestions(dearer, [question('a', 'single'), question('d', 'single')], titled);
    expect(order(more)).toEqual([['a', 'c', 'd'], ['b']]);
    expect(slotsOf(more).find(({ questionVersionId }) => questionVersionId === 'd')).toMatchObject({ slot: 'q4', marks: '5' });
    expect(withQuestions(draft, [question('a', 'single'), question('a', 'single')], titled)).toEqual(draft);
  });

  it('takes a question once when the same is chosen twice', () => {
    expect(order(withQuestions(emptyDraft, [question('a', 'single'), question('a', 'single')], titled))).toEqual([['a']]);
  });

  it('moves within a section and over its edge', () => {
    expect(order(moved(draft, { section: 0, slot: 0 }, { section: 0, slot: 2 }))).toEqual([['c', 'a'], ['b']]);
    expect(order(moved(draft, { section: 0, slot: 1 }, { section: 0, slot: 0 }))).toEqual([['c', 'a'], ['b']]);
    expect(order(moved(draft, { section: 0, slot: 0 }, { section: 1, slot: 0 }))).toEqual([['c'], ['a', 'b']]);
    expect(moved(draft, { section: 5, slot: 0 }, { section: 0, slot: 0 })).toBe(draft);
    expect(order(draft)).toEqual([['a', 'c'], ['b']]);
  });

  it('steps one place up or down and stops at the ends of the paper', () => {
    expect(stepFrom(draft, { section: 0, slot: 0 }, -1)).toBeNull();
    expect(stepFrom(draft, { section: 1, slot: 0 }, -1)).toEqual({ section: 0, slot: 2 });
    expect(stepFrom(draft, { section: 0, slot: 0 }, 1)).toEqual({ section: 0, slot: 2 });
    expect(stepFrom(draft, { section: 0, slot: 1 }, 1)).toEqual({ section: 1, slot: 0 });
    expect(stepFrom(draft, { section: 1, slot: 0 }, 1)).toBeNull();
  });

  it('adds up exactly what is well formed', () => {
    expect(['2', '0.1', '1234.5678'].every(isMarks)).toBe(true);
    expect(['', '0', '-1', '1.', '.5', '12345', '1e2', '0.00001'].some(isMarks)).toBe(false);
    const [slot] = slotsOf(draft);
    expect(sumOfMarks(['0.1', '0.2', 'x', ''].map((marks) => ({ ...slot, marks })))).toBe('0.3');
    expect(sumOfMarks([])).toBe('0');
  });

  it('is sent without what the page alone knows, and comes back the same', () => {
    const sent = toWritePaper({ ...draft, orgUnitId: 'u', title: { zh: '卷' } });
    expect(sent.sections[1]).toEqual({ title: { zh: 'multiple' }, slots: [{ slot: 'q2', questionVersionId: 'b', marks: '3', scoring: 'all_or_nothing' }] });
    const view = { orgUnit: { id: 'u' }, title: { zh: '卷' }, shuffleQuestions: true, shuffleOptions: true, sections: draft.sections } as unknown as PaperView;
    expect(toWritePaper(draftOf(view))).toEqual(sent);
  });
});
