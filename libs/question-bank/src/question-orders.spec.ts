import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '#lib/kernel';
import { fc } from '../../../test/property.js';
import { questionsOfEveryKind } from '../../../test/fixtures/questions-of-every-kind.js';
import { drawOrders, gapPlaces, renamePlaces, toAuthorBody, toFormBody } from './question-orders.js';

describe('the places of gaps', () => {
  it('stand in the text, not in tags', () => {
    const html = '<p>[[a]] <img alt="[[b]]"> [[c]]</p><span data-formula="x[[d]]"></span> [[a]] [[ e ]]';
    expect(gapPlaces(html)).toEqual(['a', 'c', 'a']);
    expect(renamePlaces(html, (id) => id.toUpperCase())).toBe('<p>[[A]] <img alt="[[b]]"> [[C]]</p><span data-formula="x[[d]]"></span> [[A]] [[ e ]]');
  });
});

describe('the ids of a form', () => {
  const every = Object.entries(questionsOfEveryKind());

  it.each(every)('of %s lead back to what the author called it, whatever was drawn', (_, { content, responses }) => {
    const bodies = 'person' in responses ? [responses.person] : [responses.right, responses.wrong, ...(responses.partial ? [responses.partial.body] : [])];
    fc.assert(fc.property(fc.string(), fc.boolean(), (seed, shuffle) => {
      const orders = drawOrders(content, shuffle, new SeededRandom(seed));
      for (const body of bodies) {
        const shown = toFormBody(body, { orders });
        expect(JSON.stringify(shown)).not.toMatch(/auth-|left-|part-/);
        expect(toAuthorBody(shown, { orders })).toEqual(body);
        expect(toAuthorBody(body, { orders, authorIds: true })).toEqual(body);
      }
    }));
  });

  it('leave out what the form does not have', () => {
    const orders = { '': ['A', 'B'], lefts: ['L'] };
    expect(toAuthorBody({ chosen: ['3', '1', 'A', '0'] }, { orders: { '': ['A', 'B'] } })).toEqual({ chosen: ['A'] });
    expect(toAuthorBody({ gaps: { 1: '3', 2: '1' } }, { orders })).toEqual({ gaps: {} });
    expect(toAuthorBody({ parts: { 9: { text: 'x' } } }, { orders })).toEqual({ parts: {} });
  });

  it('are not confused by an author who numbers things', () => {
    const orders = { '': ['2', '1'], g1: ['3', '1', '2'], g2: ['1', '2'] };
    expect(toFormBody({ gaps: { 2: '2', 1: '1' } }, { orders })).toEqual({ gaps: { 1: '3', 2: '1' } });
    expect(toAuthorBody({ gaps: { 1: '3', 2: '1' } }, { orders })).toEqual({ gaps: { 2: '2', 1: '1' } });
  });
});
