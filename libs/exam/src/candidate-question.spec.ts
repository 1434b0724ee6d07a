import { describe, expect, it } from '@jest/globals';
import type { QuestionContent } from '#lib/contracts';
import type { PaperStructure } from '#lib/question-bank';
import { numberSlots, toSections } from './candidate-question.js';
import type { FormContent } from './draw-form.js';

const slot = { slot: 'q1', questionVersionId: 'v1', kind: 'multiple' as const, marks: '2', scoring: 'right_minus_wrong' as const };
const paper: PaperStructure = { schemaVersion: 1, shuffleQuestions: false, shuffleOptions: false, sections: [{ title: { zh: '一' }, instructions: null, slots: [slot] }] };
const form: FormContent = { schemaVersion: 1, drawer: 1, seed: 's', pool: 'p', sections: [{ questions: [{ slot: 'q1', versionId: 'v1', kind: 'multiple', options: ['B', 'A'] }] }] };
const content = { schemaVersion: 1, kind: 'multiple', html: '题干', options: [{ id: 'A', html: '甲' }, { id: 'B', html: '乙' }] };

describe('what a candidate sees of a question', () => {
  it('is an allow-list in the order of the form, however much the content holds', () => {
    const leaky = { ...content, correct: ['CANARY'], rubric: 'CANARY', options: content.options.map((option) => ({ ...option, fraction: 'CANARY', keepLast: true })) } as unknown as QuestionContent;
    const [section] = toSections(form, paper, new Map([['v1', leaky]]));
    expect(section).toEqual({ title: { zh: '一' }, instructions: null, questions: [{
      slot: 'q1', number: 1, kind: 'multiple', html: '题干', options: [{ id: 'B', html: '乙' }, { id: 'A', html: '甲' }], marks: '2', scoringText: expect.objectContaining({ zh: expect.stringContaining('扣分') }),
    }] });
    expect(JSON.stringify(section)).not.toContain('CANARY');
  });

  it('is nothing for an unknown kind', () => {
    const essay = { ...content, kind: 'essay', html: 'CANARY', options: [] } as unknown as QuestionContent;
    expect(toSections(form, paper, new Map([['v1', essay]]))[0].questions[0]).toEqual({ slot: 'q1', number: 1, kind: 'unknown', html: '', marks: '2', scoringText: expect.anything() });
  });

  it('is numbered through all sections', () => {
    expect([...numberSlots({ ...form, sections: [...form.sections, { questions: [{ slot: 'x', versionId: 'v', kind: 'single', options: [] }] }] })]).toEqual([['q1', 1], ['x', 2]]);
  });
});
