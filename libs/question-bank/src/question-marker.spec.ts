import { describe, expect, it } from '@jest/globals';
import type { ChoiceContent, MultipleScoring, QuestionContent, QuestionKey } from '#lib/contracts';
import { questionsOfEveryKind } from '../../../test/fixtures/questions-of-every-kind.js';
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

  const every = Object.entries(questionsOfEveryKind());
  it.each(every)('%s: right, in part, wrong and not at all', (_, { content, key, responses }) => {
    const mark = compileQuestion({ content, key, marks: '6', scoring: 'partial_per_right' });
    expect(mark(null)).toMatchObject({ state: 'not-answered' });
    if ('person' in responses) {
      expect(mark(responses.person)).toMatchObject({ state: 'needs-person', marks: null });
      return;
    }
    expect([mark(responses.right).state, mark(responses.right).marks?.toString()]).toEqual(['right', '6']);
    expect([mark(responses.wrong).state, mark(responses.wrong).marks?.toString()]).toEqual(['wrong', '0']);
    if (responses.partial) expect([mark(responses.partial.body).state, mark(responses.partial.body).fraction?.round(10).toString()]).toEqual(['partial', responses.partial.fraction]);
  });

  it('takes no response for not answered', () => expect(slot('single', ['A'])(null)).toMatchObject({ state: 'not-answered' }));

  it('refuses a key that is not among the options', () => expect(() => slot('single', ['Z'])).toThrow(expect.objectContaining({ code: 'rules.invalid_input' })));
});

describe('a composite question', () => {
  const truth = (id: string, marks: string) => ({ id, marks, content: { schemaVersion: 1 as const, kind: 'true_false' as const, html: '', options: [] } });
  const content: QuestionContent = { schemaVersion: 1, kind: 'composite', html: '', parts: [truth('a', '1'), truth('b', '1'), truth('c', '1')] };
  const yes = { kind: 'true_false' as const, correct: ['T'] };
  const key: QuestionKey = { schemaVersion: 1, explanation: null, kind: 'composite', parts: { a: yes, b: yes, c: yes } };
  const answer = (...right: string[]) => ({ parts: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { chosen: [right.includes(id) ? 'T' : 'F'] }])) });

  it('shares out marks that do not divide, and rounds the whole once', () => {
    const mark = compileQuestion({ content, key, marks: '10', scoring: 'all_or_nothing' });
    expect([answer('a'), answer('a', 'b'), answer('a', 'b', 'c')].map((body) => mark(body).marks?.toString())).toEqual(['3.3333', '6.6667', '10']);
  });

  it('needs a person as soon as one part does', () => {
    const essay = { ...content, parts: [...content.parts, { id: 'd', marks: '2', content: { schemaVersion: 1 as const, kind: 'essay' as const, html: '' } }] };
    const mark = compileQuestion({ content: essay, key: { ...key, parts: { ...(key as { parts: object }).parts, d: { kind: 'essay', guide: null, rubric: [] } } } as QuestionKey, marks: '5', scoring: 'all_or_nothing' });
    expect(mark(answer('a'))).toMatchObject({ state: 'partial' });
    expect(mark({ parts: { ...answer('a').parts, d: { text: '答' } } })).toMatchObject({ state: 'needs-person', marks: null });
  });
});
