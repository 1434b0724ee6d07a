import { describe, expect, it } from '@jest/globals';
import { questionKinds } from '#lib/contracts';
import { checkQuestion } from '#lib/question-bank';
import { chineseNumber } from './contest-plan.js';
import { demoOrgUnits, demoUnits, demoZones } from './demo-organization.js';
import { demoAccounts, demoPeople } from './demo-people.js';
import { readDemoQuestions } from './demo-questions.js';

describe('the demo organization', () => {
  it('has 19 units in 4 zones, with departments', () => {
    const units = demoOrgUnits();
    expect(units.filter(({ kind }) => kind === 'unit')).toHaveLength(19);
    expect(demoZones.map((zone) => zone.units.length)).toEqual([5, 5, 5, 4]);
    for (const [index] of demoUnits.entries()) {
      const departments = units.filter(({ path, kind }) => kind === 'department' && path.startsWith(`jc.u${String(index + 1).padStart(2, '0')}.`));
      expect([3, 4]).toContain(departments.length);
    }
    expect(new Set(units.map(({ path }) => path)).size).toBe(units.length);
  });
});

describe('the demo people', () => {
  const people = demoPeople();

  it('are 300 with names, numbers and accounts of their own, the same every time', () => {
    expect(people).toHaveLength(300);
    for (const field of ['name', 'username'] as const) expect(new Set(people.map((person) => person[field])).size).toBe(300);
    const numbers = people.flatMap(({ staffNumber }) => staffNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(demoPeople()).toEqual(people);
  });

  it('work somewhere that exists, but for ten guests', () => {
    const paths = new Set(demoOrgUnits().map(({ path }) => path));
    expect(people.filter(({ kind, path }) => kind === 'staff' && !paths.has(path ?? ''))).toEqual([]);
    expect(people.filter(({ kind }) => kind === 'guest')).toHaveLength(10);
    for (const [index] of demoUnits.entries()) {
      const unit = `jc.u${String(index + 1).padStart(2, '0')}`;
      expect(people.filter(({ path }) => path?.startsWith(`${unit}.`))).toHaveLength(14);
      for (const role of ['organizer', 'team_leader']) expect(people.filter(({ grants }) => grants.some((grant) => grant.role === role && grant.path === unit))).toHaveLength(1);
    }
  });

  it('can be signed in as from the printed table', () => {
    const usernames = new Set(people.map(({ username }) => username));
    expect(demoAccounts().filter(({ username }) => !usernames.has(username))).toEqual([]);
    expect(demoAccounts()).toHaveLength(16);
  });
});

describe('the demo questions', () => {
  it('are of every kind over a dozen subjects, fit to be published, and differ', async () => {
    const questions = await readDemoQuestions();
    expect(questions.length).toBeGreaterThanOrEqual(145);
    expect(questions.flatMap((question) => checkQuestion(question).map((problem) => ({ html: question.content.html, ...problem })))).toEqual([]);
    expect(new Set(questions.map(({ content }) => content.kind)).size).toBe(questionKinds.length);
    expect(new Set(questions.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(questions.map(({ content }) => content.html)).size).toBe(questions.length);
  });
});

describe('chineseNumber', () => {
  it.each([[6, '六'], [10, '十'], [12, '十二'], [20, '二十'], [31, '三十一']])('writes %d as %s', (value, text) => expect(chineseNumber(value)).toBe(text));
});
