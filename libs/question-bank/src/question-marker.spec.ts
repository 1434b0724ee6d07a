import { describe, expect, it } from '@jest/globals';
import type { ChoiceContent, MultipleScoring } from '#lib/contracts';
import { compileQuestion } from './question-marker.js';

const slot = (kind: ChoiceContent['kind'], correct: string[], scoring: MultipleScoring = 'all_or_nothing') => compileQuestion({
  marks: '3', scoring, key: { schemaVersion: 1, kind, correct, explanation: null },
  content: { schemaVersion: 1, kind, html: '', options: (kind === 'true_false' ? ['T', 'F'] : ['A', 'B', 'C', 'D']).map((id) => ({ id, html: '' })) },
});

describe('marking a stored response', () => {
  it.each<[ChoiceContent['kind'], string[], MultipleScoring, string[], string, string]>([
    ['single', ['B'], 'all_or_nothing', ['B'], '3', 'right'], ['single', ['B'], 'all_or_nothing', ['A'], '0', 'wrong'], ['single', ['B'], 'all_or_nothing', [], '0', 'not-answered'],
    ['true_false', ['T'], 'all_or_nothing', ['T'], '3', 'right'], ['true_false', ['F'], 'all_or_nothing', ['T'], '0', 'wrong'], ['true_false', ['F'], 'all_or_nothing', [], '0', 'not-answered'],
    ['multiple', ['A', 'C'], 'all_or_nothing', ['A', 'C'], '3', 'right'], ['multiple', ['A', 'C'], 'all_or_nothing', ['A'], '0', 'wrong'],
    ['multiple', ['A', 'C'], 'partial_per_right', ['A'], '1.5', 'partial'], ['multiple', ['A', 'B', 'C'], 'partial_per_right', ['A'], '1', 'partial'], ['multiple', ['A', 'C'], 'partial_per_right', ['A', 'B'], '0', 'wrong'],
    ['multiple', ['A', 'B', 'C'], 'right_minus_wrong', ['A', 'B', 'D'], '1', 'partial'], ['multiple', ['A', 'C'], 'right_minus_wrong', [], '0', 'not-answered'],
  ])('%s with the key %j by %s: %j earns %s', (kind, key, scoring, chosen, marks, state) => {
    const result = slot(kind, key, scoring)({ chosen });
    expect([result.marks?.toString(), result.state]).toEqual([marks, state]);
  });

  it('takes no response for not answered', () => expect(slot('single', ['A'])(null)).toMatchObject({ state: 'not-answered' }));

  it('refuses a key that is not among the options', () => expect(() => slot('single', ['Z'])).toThrow(expect.objectContaining({ code: 'rules.invalid_input' })));
});
