import { describe, expect, it } from '@jest/globals';
import type { QuestionContent, QuestionKind } from '#lib/contracts';
import { SeededRandom } from '#lib/kernel';
import { questionsOfEveryKind } from '../../../test/fixtures/questions-of-every-kind.js';
import { type PlacedQuestion, toCandidateQuestion } from './candidate-question.js';
import { drawOrders } from './question-orders.js';

const secret = 'CANARY7f3a';
const place = (content: QuestionContent, seed = 's'): PlacedQuestion => ({ slot: 'q1', marks: '6', scoring: 'right_minus_wrong', orders: drawOrders(content, true, new SeededRandom(seed)) });
const { multiple, cloze, composite, matching } = questionsOfEveryKind(secret);

/** The content with things in it that nobody may see, at every level. */
function leaky<T>(value: T): T {
  if (Array.isArray(value)) return value.map(leaky) as T;
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, leaky(inner)])), correct: [secret], fraction: secret, rubric: secret } as T;
}

describe('what a candidate sees of a question', () => {
  it.each(Object.entries(questionsOfEveryKind(secret)))('%s: an allow-list under ids of the form, however much the content holds', (kind, { content, key }) => {
    const shown = toCandidateQuestion(leaky({ ...content, key }) as never, place(content), 3);
    expect(shown).toMatchObject({ slot: 'q1', number: 3, kind, marks: '6', html: expect.stringMatching(/./) });
    const text = JSON.stringify(shown);
    for (const hidden of [secret, '"auth-', '"left-', '"part-', '[[auth', 'keepLast', 'correct', 'rubric', 'scoring"']) expect(text).not.toContain(hidden);
    if (kind !== 'true_false') expect(text).not.toMatch(/"id":"[TF]"/);
  });

  it('has options in the order of the form', () => {
    const shown = toCandidateQuestion(multiple.content, { ...place(multiple.content), orders: { '': ['auth-c', 'auth-a', 'auth-b', 'auth-d'] } }, 1);
    expect(shown).toEqual({
      slot: 'q1', number: 1, kind: 'multiple', html: 'multiple 题干', marks: '6', scoringText: expect.objectContaining({ zh: expect.stringContaining('扣分') }),
      options: [{ id: '1', html: '<b>内容auth-c</b>' }, { id: '2', html: '<b>内容auth-a</b>' }, { id: '3', html: '<b>内容auth-b</b>' }, { id: '4', html: '以上都对' }].map(({ id, html }) => ({ id, html })),
    });
  });

  it('has gaps by their place in the text', () => {
    expect(toCandidateQuestion(cloze.content, place(cloze.content), 1)).toMatchObject({ html: '先[[1]]后[[2]]', gaps: [{ id: '1', options: [{ id: '1' }, { id: '2' }, { id: '3' }] }, { id: '2', options: [{ id: '1' }, { id: '2' }] }] });
  });

  it('shares out the marks of a composite question', () => {
    const shown = toCandidateQuestion(composite.content, place(composite.content), 1);
    expect(shown).toMatchObject({ parts: [{ id: '1', kind: 'single', marks: '1' }, { id: '2', kind: 'cloze', html: '先[[1]]后[[2]]', marks: '2' }, { id: '3', kind: 'matching', marks: '3' }] });
  });

  it('keeps the ids of the author in a form of the first version', () => {
    const shown = toCandidateQuestion(multiple.content, { ...place(multiple.content), orders: { '': ['auth-b', 'auth-a'] }, authorIds: true }, 1);
    expect(shown).toMatchObject({ options: [{ id: 'auth-b' }, { id: 'auth-a' }] });
  });

  it('is nothing for an unknown kind, nor for a missing question', () => {
    const unknown = { ...matching.content, kind: 'hologram' as QuestionKind, html: secret } as QuestionContent;
    const nothing = { slot: 'q1', number: 2, kind: 'unknown', html: '', marks: '6', scoringText: expect.anything() };
    expect(toCandidateQuestion(unknown, place(matching.content), 2)).toEqual(nothing);
    expect(toCandidateQuestion(undefined, place(matching.content), 2)).toEqual(nothing);
  });
});
