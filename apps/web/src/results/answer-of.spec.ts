import { describe, expect, it } from '@jest/globals';
import type { RankExplanation } from '#lib/contracts';
import { answerOf, compareFigures } from './answer-of.js';

const side = (name: string, rank: number | null, total: string | null) => ({ name, rank, total });
const step = (outcome: 'equal' | 'decided' | 'unused', own: string, other: string) => ({ key: outcome, title: { zh: outcome }, own, other, outcome });
const make = (parts: object): RankExplanation => ({ steps: [], other: null, ...parts }) as unknown as RankExplanation;

describe('the answer to “why this rank”', () => {
  it('names the step that decided, the better placed first', () => {
    const steps = [step('equal', '88.01', '88.01'), step('decided', '88.9', '89.4'), step('unused', '1', '2')];
    const answer = answerOf(make({ entry: side('B', 9, '88.01'), other: side('A', 8, '88.010'), steps }));
    expect(answer).toMatchObject({ kind: 'tie', first: { name: 'A' }, second: { name: 'B' }, step: { a: '89.4', b: '88.9', sign: '>' } });
  });

  it('says that a rank is shared when nothing decided', () => {
    expect(answerOf(make({ entry: side('A', 8, '88'), other: side('B', 8, '88'), steps: [step('equal', '1', '1')] })).kind).toBe('shared');
  });

  it('needs no comparison when the totals differ, when nobody is near, or when there is no rank', () => {
    expect(answerOf(make({ entry: side('A', 1, '90'), other: side('B', 2, '89') })).kind).toBe('differ');
    expect(answerOf(make({ entry: side('A', 1, '90') })).kind).toBe('alone');
    expect(answerOf(make({ entry: side('A', null, null), other: side('B', 2, '89') })).kind).toBe('none');
  });

  it('compares decimals and instants', () => {
    expect([compareFigures('9.5', '10'), compareFigures('1.0', '1'), compareFigures('2026-11-23T06:00:00.000Z', '2026-11-23T05:00:00.000Z')]).toEqual([-1, 0, 1]);
  });
});
