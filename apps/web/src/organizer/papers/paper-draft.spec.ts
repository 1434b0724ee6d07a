import { describe, expect, it } from '@jest/globals';
import type { PaperView, QuestionKind, QuestionListItem } from '#lib/contracts';
import {
  countWrong, draftOf, dropped, emptyDraft, isMarks, moved, movedSection, type PaperDraft, questionsIn, rulesOf, slotsOf, stepFrom, sumOfMarks, toWritePaper, withQuestions, withRule,
} from './paper-draft.js';

const question = (versionId: string, kind: QuestionKind): QuestionListItem => ({
  id: versionId, versionId, number: 1, code: `Q-${versionId}`, kind, excerpt: versionId, subject: null, difficulty: null, state: 'published', orgUnit: { id: 'u', code: 'u', title: { zh: '省局' } },
  category: null, tags: [], jobFields: [], draft: null, papers: 0, facility: null, lastUsedAt: null, createdBy: null, updatedAt: '2026-01-01T00:00:00Z',
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

  it('drops a question where another one was, behind it when it comes from above, or at the end of a section', () => {
    const named = (paper: PaperDraft): string[] => paper.sections.map(({ slots }) => slots.map(({ slot }) => slot).join());
    expect(named(draft)).toEqual(['q1,q3', 'q2']);
    expect(named(dropped(draft, 'q1', 'q3'))).toEqual(['q3,q1', 'q2']);
    expect(named(dropped(draft, 'q3', 'q1'))).toEqual(['q3,q1', 'q2']);
    expect(named(dropped(draft, 'q2', 'q3'))).toEqual(['q1,q2,q3', '']);
    expect(named(dropped(draft, 'q1', draft.sections[1]?.key ?? ''))).toEqual(['q3', 'q2,q1']);
    expect(dropped(draft, 'q1', 'q1')).toBe(draft);
    expect(dropped(draft, 'q1', 'nowhere')).toBe(draft);
    expect(named(movedSection(draft, 0, 1))).toEqual(['q2', 'q1,q3']);
  });

  it('counts what its rules draw, and gives each rule a name of its own', () => {
    const ruled = withRule(withRule(draft, null, { zh: '抽' }), 0, { zh: '' });
    expect(rulesOf(ruled).map(({ id, count, marks }) => [id, count, marks])).toEqual([['r2', 5, '2'], ['r1', 5, '2']]);
    expect(questionsIn(ruled.sections)).toBe(13);
    expect(sumOfMarks(slotsOf(ruled), rulesOf(ruled))).toBe('27');
    expect(countWrong(ruled)).toBe(0);
    const [first] = rulesOf(ruled);
    const broken = { ...ruled, sections: ruled.sections.map((section) => ({ ...section, rules: section.rules.map((rule) => (rule === first ? { ...rule, count: 0 } : { ...rule, marks: 'x' })) })) };
    expect([countWrong(broken), questionsIn(broken.sections), sumOfMarks([], rulesOf(broken))]).toEqual([2, 8, '0']);
    const sent = toWritePaper(ruled).sections.map(({ rules }) => rules?.length);
    expect(sent).toEqual([1, undefined, 1]);
    expect(toWritePaper({ ...draft, sections: draft.sections.map((section) => ({ ...section, shuffleQuestions: false })) }).sections[0]).toMatchObject({ shuffleQuestions: false });
  });
});
