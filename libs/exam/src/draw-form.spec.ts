import { describe, expect, it } from '@jest/globals';
import type { PaperStructure } from '#lib/question-bank';
import { fc } from '../../../test/property.js';
import { drawForm, formSeed, type PoolQuestion } from './draw-form.js';

const slot = (name: string, kind: 'single' | 'multiple' | 'true_false') => ({ slot: name, questionVersionId: `v-${name}`, kind, marks: '1', scoring: 'all_or_nothing' as const });
const paper = (shuffle: boolean): PaperStructure => ({
  schemaVersion: 1, shuffleQuestions: shuffle, shuffleOptions: shuffle,
  sections: [
    { title: { zh: '一' }, instructions: null, slots: ['q1', 'q2', 'q3', 'q4'].map((name) => slot(name, 'single')) },
    { title: { zh: '二' }, instructions: null, slots: [slot('q5', 'true_false'), slot('q6', 'multiple')] },
  ],
});
const letters = [{ id: 'A' }, { id: 'B' }, { id: 'C' }, { id: 'D', keepLast: true }];
const pool = new Map<string, PoolQuestion>([...['q1', 'q2', 'q3', 'q4'].map((name): [string, PoolQuestion] => [`v-${name}`, { kind: 'single', options: letters }]),
  ['v-q5', { kind: 'true_false', options: [{ id: 'T' }, { id: 'F' }] }], ['v-q6', { kind: 'multiple', options: letters }]]);

describe('drawing a form', () => {
  it('keeps the paper as it is when nothing may be shuffled', () => {
    const form = drawForm(paper(false), 'digest', pool, 'seed');
    expect(form).toMatchObject({ schemaVersion: 1, drawer: 1, seed: 'seed', pool: 'digest' });
    expect(form.sections.map(({ questions }) => questions.map((question) => question.slot))).toEqual([['q1', 'q2', 'q3', 'q4'], ['q5', 'q6']]);
    expect(form.sections[0].questions[0].options).toEqual(['A', 'B', 'C', 'D']);
  });

  it('shuffles questions within their section and options within their question, leaves last what must be last and true before false', () => {
    fc.assert(fc.property(fc.string(), (seed) => {
      const form = drawForm(paper(true), 'digest', pool, seed);
      expect(form).toEqual(drawForm(paper(true), 'digest', pool, seed));
      expect(form.sections.map(({ questions }) => questions.map((question) => question.slot).sort())).toEqual([['q1', 'q2', 'q3', 'q4'], ['q5', 'q6']]);
      for (const { kind, options } of form.sections.flatMap(({ questions }) => questions)) {
        if (kind === 'true_false') expect(options).toEqual(['T', 'F']);
        else expect([options.at(-1), ...options.slice(0, -1).sort()]).toEqual(['D', 'A', 'B', 'C']);
      }
    }));
  });

  it('gives candidates different forms', () => {
    const forms = Array.from({ length: 50 }, (_, index) => JSON.stringify(drawForm(paper(true), 'd', pool, formSeed('exam', `c${index}`)).sections));
    expect(new Set(forms).size).toBeGreaterThan(45);
    expect(formSeed('exam', 'c1')).not.toBe(formSeed('other', 'c1'));
  });

  it('refuses a pool that lacks a question', () => expect(() => drawForm(paper(true), 'd', new Map(), 's')).toThrow(RangeError));
});
