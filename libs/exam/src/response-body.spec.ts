import { describe, expect, it } from '@jest/globals';
import { prepareBody } from './response-body.js';

const shape = (kind: string) => ({ kind, options: new Set(kind === 'true_false' ? ['T', 'F'] : ['A', 'B', 'C']) });

describe('the body of a response', () => {
  it('has one written form, whatever the order it came in', () => {
    const prepared = prepareBody({ chosen: ['C', 'A'] }, shape('multiple'));
    expect(prepared?.text).toBe('{"chosen":["A","C"]}');
    expect(prepareBody({ chosen: ['A', 'C'], flagged: false }, shape('multiple'))).toEqual(prepared);
    expect(prepareBody({ chosen: ['A', 'C'], flagged: true }, shape('multiple'))?.hash).not.toEqual(prepared?.hash);
  });

  it.each([['single', []], ['single', ['B']], ['true_false', ['T']], ['multiple', ['A', 'B', 'C']]])('takes for %s %j', (kind, chosen) => expect(prepareBody({ chosen }, shape(kind))).not.toBeNull());

  it.each([['single', ['A', 'B']], ['single', ['Z']], ['multiple', ['A', 'A']], ['true_false', ['A']], ['true_false', ['T', 'F']], ['essay', ['A', 'B']]])('refuses for %s %j', (kind, chosen) => expect(prepareBody({ chosen }, shape(kind))).toBeNull());
});
