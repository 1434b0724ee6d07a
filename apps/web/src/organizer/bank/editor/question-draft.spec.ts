import { describe, expect, it } from '@jest/globals';
import { questionKinds } from '#lib/contracts';
import type { ChoiceContent, ChoiceKey, CompositeContent, CompositeKey, MatchingContent, MatchingKey } from '#lib/contracts';
import { asKind, changePart, emptyPair, emptyQuestion, followText, freeId, inKeyOrder, markRight, moved, withItems, withoutOption, withoutPart, withoutRight, withPart } from './question-draft.js';

describe('a new question', () => {
  it.each(questionKinds)('%s has a key of its own kind', (kind) => {
    const { content, key } = emptyQuestion(kind);
    expect([content.kind, key.kind]).toEqual([kind, kind]);
  });

  it('keeps its text and options when its kind changes', () => {
    const single = emptyQuestion('single');
    const written = { content: { ...single.content, html: '<p>x</p>' }, key: { ...single.key, correct: ['B'], explanation: 'why' } } as typeof single;
    const multiple = asKind(written, 'multiple');
    expect(multiple).toEqual({ content: { ...written.content, kind: 'multiple' }, key: { ...written.key, kind: 'multiple' } });
    expect(asKind(multiple, 'essay').content).toEqual({ schemaVersion: 1, kind: 'essay', html: '<p>x</p>', minLength: null, maxLength: null });
    expect((asKind({ content: multiple.content, key: { ...multiple.key, correct: ['A', 'C'] } as typeof multiple.key }, 'single').key as ChoiceKey).correct).toEqual(['A']);
  });
});

describe('choices', () => {
  const { content, key } = emptyPair('multiple') as { content: ChoiceContent; key: ChoiceKey };

  it('takes an option out of the key with it', () => {
    const pair = withoutOption(content, { ...key, correct: ['A', 'B'] }, 'B');
    expect((pair.content as ChoiceContent).options.map(({ id }) => id)).toEqual(['A', 'C', 'D']);
    expect((pair.key as ChoiceKey).correct).toEqual(['A']);
  });

  it('marks one right option of a single choice, several of a multiple one', () => {
    expect(markRight({ kind: 'single', correct: ['A'] }, 'B')).toEqual(['B']);
    expect(markRight({ kind: 'multiple', correct: ['C'] }, 'A')).toEqual(['A', 'C']);
    expect(markRight({ kind: 'multiple', correct: ['A', 'C'] }, 'A')).toEqual(['C']);
  });

  it('finds free ids', () => {
    expect([freeId(['A', 'C']), freeId([]), freeId(['g1'], 'g'), freeId([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])]).toEqual(['B', 'A', 'g2', 'X1']);
  });
});

describe('gaps', () => {
  it('follow the places in the text, in its order, and keep what was entered', () => {
    const first = followText({ content: { schemaVersion: 1, kind: 'gap_fill', html: 'a [[g1]] b [[g2]]', gaps: [] }, key: { kind: 'gap_fill', gaps: {} } });
    expect(first.key).toEqual({ kind: 'gap_fill', gaps: { g1: { texts: [{ text: '' }] }, g2: { texts: [{ text: '' }] } } });
    const entered = { ...first, key: { kind: 'gap_fill' as const, gaps: { g1: { texts: [{ text: '五' }] }, g2: { numbers: [{ value: '5' }] } } } };
    const turned = followText({ ...entered, content: { ...entered.content, html: '[[g2]] [[g3]]' } });
    expect(turned.content).toMatchObject({ gaps: [{ id: 'g2' }, { id: 'g3', type: 'text' }] });
    expect(turned.key).toEqual({ kind: 'gap_fill', gaps: { g2: { numbers: [{ value: '5' }] }, g3: { texts: [{ text: '' }] } } });
    expect(followText(turned)).toBe(turned);
  });
});

describe('pairs, orders and parts', () => {
  it('takes a right side out of the pairs', () => {
    const { content } = emptyPair('matching') as { content: MatchingContent; key: MatchingKey };
    expect(withoutRight(content, { kind: 'matching', pairs: { 1: 'A', 2: 'B' } }, 'A').key).toEqual({ kind: 'matching', pairs: { 2: 'B' } });
  });

  it('keeps the key of an ordering in the order shown to its author', () => {
    const pair = emptyPair('ordering');
    if (pair.content.kind !== 'ordering' || pair.key.kind !== 'ordering') throw new Error('another kind');
    const next = withItems(pair.content, pair.key, moved(pair.content.items, 3, -2));
    expect(next.key).toMatchObject({ order: ['A', 'D', 'B', 'C'] });
    expect(inKeyOrder(pair.content, { ...pair.key, order: ['D', 'C', 'B', 'A'] }).map(({ id }) => id)).toEqual(['D', 'C', 'B', 'A']);
  });

  it('adds, changes and removes parts with their keys', () => {
    const { content, key } = emptyQuestion('composite') as { content: CompositeContent; key: CompositeKey & { explanation: null; schemaVersion: 1 } };
    const two = withPart({ content, key }, 'short');
    expect(Object.keys(two.key.parts)).toEqual(['p1', 'p2']);
    const changed = changePart(two, 'p2', { ...emptyPair('short'), key: { kind: 'short', texts: [{ text: 'x' }] } });
    expect(changed.key.parts.p2).toEqual({ kind: 'short', texts: [{ text: 'x' }], explanation: null });
    expect(withoutPart(changed, 'p1').content.parts.map(({ id }) => id)).toEqual(['p2']);
  });
});
