import { describe, expect, it } from '@jest/globals';
import { countSteps, isTimed, mayEnter, shownSections, stepEnd, stepsOf } from './attempt-steps.js';

const form = { sections: [{ questions: [{ slot: 'a' }, { slot: 'b' }] }, { questions: [{ slot: 'c' }] }] } as Parameters<typeof stepsOf>[0];
const rules = { navigation: 'by_section' as const, sectionSeconds: [600, null], durationSeconds: 3600, extraSeconds: 0 };
const at = (text: string): Date => new Date(`2026-11-23T${text}Z`);

describe('the steps of a form', () => {
  it.each([['free', null, 3], ['by_section', [['a', 0], ['b', 0], ['c', 1]], 2], ['forward', [['a', 0], ['b', 1], ['c', 2]], 3]] as const)('%s', (navigation, steps, count) => {
    expect(stepsOf(form, navigation)).toEqual(steps && new Map(steps));
    expect(countSteps(form, navigation)).toBe(count);
  });

  it('are timed only by section, and only when a section has a time', () => {
    expect([isTimed(rules), isTimed({ ...rules, sectionSeconds: [null, null] }), isTimed({ ...rules, sectionSeconds: null }), isTimed({ ...rules, navigation: 'forward' })]).toEqual([true, false, false, false]);
  });
});

describe('the end of a step', () => {
  it.each([
    ['its section’s time', rules, 0, '09:10:00.000'],
    ['longer in proportion to the candidate’s time', { ...rules, extraSeconds: 900 }, 0, '09:12:30.000'],
    ['with the attempt when it has none of its own', rules, 1, null],
    ['never after the attempt', { ...rules, sectionSeconds: [7200, null] }, 0, '10:00:00.000'],
    ['with the attempt when sections are not timed', { ...rules, navigation: 'forward' as const }, 0, null],
  ])('is %s', (_, given, step, end) => {
    expect(stepEnd(given, step, at('09:00:00.000'), at('10:00:00.000'))).toEqual(end && at(end));
  });
});

describe('going on', () => {
  it.each([[{ step: 0, locked: true }, 1, true], [{ step: 1, locked: true }, 1, false], [{ step: 1, locked: false }, 0, false], [{ step: 0, locked: false }, 2, true]])('from %j to %i: %s', (stored, wanted, expected) => {
    expect(mayEnter({ ...stored, closesAt: null }, wanted, 3)).toBe(expected);
  });

  it.each([[{ step: 0, locked: true }, 2], [{ step: 0, locked: false }, 3], [{ step: null, locked: false }, 0]])('from %j not to %i', (stored, wanted) => {
    expect(() => mayEnter({ ...stored, closesAt: null }, wanted, 3)).toThrow('attempt.step_refused');
  });

  it('shows only the section whose time runs', () => {
    const sections = ['x', 'y'].map((slot) => ({ title: { zh: slot }, instructions: null, questions: [{ slot }] })) as unknown as Parameters<typeof shownSections>[0];
    expect(shownSections(sections, { step: 1, locked: true, closesAt: null }).map(({ questions }) => questions.length)).toEqual([0, 1]);
    expect(shownSections(sections, { step: 1, locked: false, closesAt: null })).toBe(sections);
  });
});
