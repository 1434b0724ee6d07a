import { describe, expect, it } from '@jest/globals';
import type { QuestionContent } from '#lib/contracts';
import type { PaperStructure } from '#lib/question-bank';
import { fc } from '../../../test/property.js';
import { drawForm, formSeed, numberSlots, readForm } from './draw-form.js';

const slot = (name: string, kind: QuestionContent['kind']) => ({ slot: name, questionVersionId: `v-${name}`, kind, marks: '1', scoring: 'all_or_nothing' as const });
const paper = (shuffle: boolean, section: Partial<PaperStructure['sections'][number]> = {}): PaperStructure => ({
  schemaVersion: 2, shuffleQuestions: shuffle, shuffleOptions: shuffle,
  sections: [
    { title: { zh: '一' }, instructions: null, slots: ['q1', 'q2', 'q3', 'q4'].map((name) => slot(name, 'single')), ...section },
    { title: { zh: '二' }, instructions: null, slots: [slot('q5', 'true_false'), slot('q6', 'matching'), slot('q7', 'ordering'), slot('q8', 'composite')] },
  ],
});
const items = (...ids: string[]) => ids.map((id) => ({ id, html: id }));
const common = { schemaVersion: 1 as const, html: '' };
const choice: QuestionContent = { ...common, kind: 'single', options: [...items('A', 'B', 'C'), { id: 'D', html: '', keepLast: true }] };
const pool = new Map<string, QuestionContent>([
  ...['q1', 'q2', 'q3', 'q4', 'x', 'y'].map((name): [string, QuestionContent] => [`v-${name}`, choice]),
  ['v-q5', { ...common, kind: 'true_false', options: items('T', 'F') }],
  ['v-q6', { ...common, kind: 'matching', lefts: items('l1', 'l2', 'l3'), rights: items('r1', 'r2', 'r3', 'r4') }],
  ['v-q7', { ...common, kind: 'ordering', items: items('a', 'b', 'c', 'd', 'e') }],
  ['v-q8', { ...common, kind: 'composite', parts: [
    { id: 'one', marks: '1', content: choice as never }, { id: 'two', marks: '2', content: { ...common, kind: 'cloze', html: '[[y]] [[x]]', gaps: [{ id: 'x', options: items('1', '2') }, { id: 'y', options: items('3', '4', '5') }] } },
    { id: 'three', marks: '1', content: { ...common, kind: 'short', maxLength: 30 } }] }],
]);
const draw = (structure: PaperStructure, seed: string, chosen = new Map<string, string>()) => drawForm(structure, 'digest', chosen, pool, seed);

describe('drawing a form', () => {
  it('keeps the paper as it is when nothing may be shuffled', () => {
    const form = draw(paper(false), 'seed');
    expect(form).toMatchObject({ schemaVersion: 2, drawer: 2, seed: 'seed', pool: 'digest' });
    expect(form.sections.map(({ questions }) => questions.map((question) => question.slot))).toEqual([['q1', 'q2', 'q3', 'q4'], ['q5', 'q6', 'q7', 'q8']]);
    expect(form.sections[0].questions[0]).toEqual({ slot: 'q1', versionId: 'v-q1', kind: 'single', marks: '1', scoring: 'all_or_nothing', orders: { '': ['A', 'B', 'C', 'D'] } });
    expect(form.sections[1].questions[3]).toMatchObject({
      orders: { '': ['one', 'two', 'three'], p1: ['A', 'B', 'C', 'D'], p2: ['y', 'x'], 'p2.g1': ['3', '4', '5'], 'p2.g2': ['1', '2'] }, parts: [{ kind: 'single' }, { kind: 'cloze' }, { kind: 'short', limit: 30 }],
    });
  });

  it('always shuffles what is to be put in order and what is to be matched, and never by a key', () => {
    const shown = new Set(Array.from({ length: 60 }, (_, index) => draw(paper(false), `s${index}`).sections[1].questions[2].orders[''].join('')));
    expect(shown.size).toBeGreaterThan(30);
    const rights = new Set(Array.from({ length: 60 }, (_, index) => draw(paper(false), `s${index}`).sections[1].questions[1].orders[''].join('')));
    expect(rights.size).toBeGreaterThan(15);
  });

  it('shuffles questions within their section and options within their question, leaves last what must be last and true before false', () => {
    fc.assert(fc.property(fc.string(), (seed) => {
      const form = draw(paper(true), seed);
      expect(form).toEqual(draw(paper(true), seed));
      expect(form.sections.map(({ questions }) => questions.map((question) => question.slot).sort())).toEqual([['q1', 'q2', 'q3', 'q4'], ['q5', 'q6', 'q7', 'q8']]);
      for (const { kind, orders } of form.sections.flatMap(({ questions }) => questions)) {
        if (kind === 'true_false') expect(orders['']).toEqual(['T', 'F']);
        if (kind === 'single') expect([orders[''].at(-1), ...orders[''].slice(0, -1).sort()]).toEqual(['D', 'A', 'B', 'C']);
        if (kind === 'composite') expect(orders['']).toEqual(['one', 'two', 'three']);
      }
    }));
  });

  it("lets a section's shuffling win over the paper's", () => {
    const turned = draw(paper(false, { shuffleOptions: true }), 'seed 3').sections;
    expect(turned[0].questions.map((question) => question.slot)).toEqual(['q1', 'q2', 'q3', 'q4']);
    expect(new Set(turned[0].questions.map(({ orders }) => orders[''].join(''))).size).toBeGreaterThan(1);
    expect(draw(paper(true, { shuffleQuestions: false, shuffleOptions: false }), 'seed').sections[0]).toEqual(draw(paper(false), 'seed').sections[0]);
  });

  it('fills the slots of draw rules with the versions chosen for them, after the fixed ones', () => {
    const rules = [{ id: 'r', count: 2, marks: '2.5', scoring: 'partial_per_right' as const }];
    const { questions } = draw(paper(false, { rules }), 'seed', new Map([['r-1', 'v-x'], ['r-2', 'v-y']])).sections[0];
    expect(questions.slice(4)).toMatchObject([{ slot: 'r-1', versionId: 'v-x', marks: '2.5', scoring: 'partial_per_right' }, { slot: 'r-2', versionId: 'v-y' }]);
    expect(() => draw(paper(false, { rules }), 'seed', new Map([['r-1', 'v-x']]))).toThrow(RangeError);
  });

  it('gives candidates different forms', () => {
    const forms = Array.from({ length: 50 }, (_, index) => JSON.stringify(draw(paper(true), formSeed('exam', `c${index}`)).sections));
    expect(new Set(forms).size).toBeGreaterThan(45);
    expect(formSeed('exam', 'c1')).not.toBe(formSeed('other', 'c1'));
  });

  it('refuses a pool that lacks a question', () => expect(() => drawForm(paper(true), 'd', new Map(), new Map(), 's')).toThrow(RangeError));
});

describe('a stored form', () => {
  const first = { schemaVersion: 1 as const, seed: 's', pool: 'p', sections: [{ questions: [{ slot: 'q1', versionId: 'v-q1', kind: 'single' as const, options: ['B', 'A'] }] }] };

  it('of the first version shows the ids of the author and takes its marks from the paper', () => {
    expect(readForm(first, paper(false)).sections[0].questions).toEqual([{ slot: 'q1', versionId: 'v-q1', kind: 'single', marks: '1', scoring: 'all_or_nothing', orders: { '': ['B', 'A'] }, authorIds: true }]);
    expect(readForm(first).sections[0].questions[0].marks).toBe('0');
  });

  it('of today is what was drawn', () => expect(readForm(draw(paper(true), 's'))).toEqual(draw(paper(true), 's')));

  it('is numbered through all sections', () => expect([...numberSlots({ ...first, sections: [...first.sections, { questions: [{ ...first.sections[0].questions[0], slot: 'x' }] }] })]).toEqual([['q1', 1], ['x', 2]]));
});
