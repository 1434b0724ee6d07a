import { describe, expect, it } from '@jest/globals';
import { distribute, type DistributionGroup } from './paper-distribution.js';

const group = (source: string, more: Partial<DistributionGroup> = {}): DistributionGroup => ({ source, kind: 'single', subject: '法规', category: null, categoryTitle: null, tags: [], band: 3, questions: 1, ...more });

describe('the distribution of a paper', () => {
  it('counts fixed slots as they are', () => {
    const { questions, totalMarks, by } = distribute([{ id: 'q1', count: 1, marks: '2' }, { id: 'q2', count: 1, marks: '0.1' }], [group('q1', { tags: ['灭火', '疏散'] }), group('q2', { kind: 'essay', subject: null, category: 'c', categoryTitle: { zh: '类' }, band: null })]);
    expect([questions, totalMarks]).toEqual([2, '2.1']);
    expect(by.kind).toEqual([{ key: 'single', title: null, questions: '1', marks: '2' }, { key: 'essay', title: null, questions: '1', marks: '0.1' }]);
    expect(by.subject.map(({ key, marks }) => [key, marks])).toEqual([['法规', '2'], ['', '0.1']]);
    expect(by.category).toContainEqual({ key: 'c', title: { zh: '类' }, questions: '1', marks: '0.1' });
    expect(by.tag.map(({ key }) => key)).toEqual(['灭火', '疏散', '']);
    expect(by.difficulty.map(({ key }) => key)).toEqual(['', '3']);
  });

  it('shares a rule out by the make-up of its pool, exactly', () => {
    const { questions, totalMarks, by } = distribute([{ id: 'r', count: 2, marks: '1.5' }], [group('r', { questions: 1 }), group('r', { kind: 'multiple', questions: 2, band: 5 })]);
    expect([questions, totalMarks]).toEqual([2, '3']);
    expect(by.kind).toEqual([{ key: 'multiple', title: null, questions: '1.3333', marks: '2' }, { key: 'single', title: null, questions: '0.6667', marks: '1' }]);
  });

  it('says nothing of a rule whose pool is empty but what it is worth', () => {
    expect(distribute([{ id: 'r', count: 2, marks: '1' }], [])).toEqual({ questions: 2, totalMarks: '2', by: { kind: [], subject: [], category: [], tag: [], difficulty: [] } });
  });
});
