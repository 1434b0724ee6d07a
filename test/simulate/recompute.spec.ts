import { describe, expect, it } from '@jest/globals';
import type { PaperView, QuestionView, TierRule } from '#lib/contracts';
import type { SheetRecord, SittingRecord } from './ledger.js';
import { readOptions, seconds } from './options.js';
import { expectedExamHeat, expectedFinal, expectedMark } from './recompute.js';

const rule: TierRule = { quotaPerHeat: 1, tieAtCut: 'include_all', reserves: 0, rankStyle: '1224', tieBreaks: [{ kind: 'submitted_at', direction: 'asc' }], scale: 2, figures: 'published' };
const question = (versionId: string, kind: QuestionView['kind'], correct: string[]): [string, QuestionView] => [versionId, {
  versionId, kind, content: { schemaVersion: 1, kind, html: versionId, options: (kind === 'true_false' ? ['T', 'F'] : ['A', 'B', 'C', 'D']).map((id) => ({ id, html: id })) }, key: { schemaVersion: 1, correct, explanation: null },
} as QuestionView];
const questions = new Map([question('v1', 'single', ['B']), question('v2', 'multiple', ['A', 'C']), question('v3', 'true_false', ['F'])]);
const paper = { totalMarks: '9', sections: [{ slots: [['a', 'v1', '3'], ['b', 'v2', '4'], ['c', 'v3', '2']].map(([slot, questionVersionId, marks]) => ({ slot, questionVersionId, marks })) }] } as unknown as PaperView;

function sitting(personId: string, answers: [string, string[]][], submittedAt: string): SittingRecord {
  return { player: { personId }, saves: answers.map(([slot, chosen], index) => ({ item: { slot, writer: 1, seq: index + 1, body: {} }, meant: chosen, receipt: '' })), submission: { submittedAt } } as unknown as SittingRecord;
}

describe('the recomputation', () => {
  it('marks the last acknowledged answer of each question', () => {
    expect(expectedMark(sitting('p', [['a', ['A']], ['a', ['B']], ['b', ['A']], ['c', ['F']]], ''), paper, questions).toString()).toBe('7');
    expect(expectedMark(sitting('p', [], ''), paper, questions).toString()).toBe('0');
  });

  it('ranks a heat by score, then by the time of handing in, the absent last', () => {
    const rows = expectedExamHeat([
      sitting('late', [['a', ['B']]], '2026-01-01T00:00:02.000Z'), sitting('early', [['a', ['B']]], '2026-01-01T00:00:01.000Z'), sitting('best', [['a', ['B']], ['c', ['F']]], '2026-01-01T00:00:03.000Z'),
    ], ['gone'], paper, questions, rule);
    expect(rows.map(({ personId, total, rank, advances }) => [personId, total, rank, advances])).toEqual([['best', '55.56', 1, true], ['early', '33.33', 2, false], ['late', '33.33', 3, false], ['gone', null, null, false]]);
  });

  it('scores the final without the highest and the lowest total', () => {
    const sheets = ['90', '91.5', '88', '90.5', '90'].map((mark, index) => ({ seat: index + 1, command: { marks: [{ criterionId: 'c', mark }] } }) as unknown as SheetRecord);
    expect(expectedFinal(new Map([['p', sheets]]), [{ id: 'c', max: '100', step: '0.5' }], { ...rule, quotaPerHeat: null })).toEqual([{ personId: 'p', total: '90.17', rank: 1, advances: false }]);
  });
});

describe('the options', () => {
  it('divide the durations of a hall by the speed, down to what a restart needs', () => {
    expect(seconds({ speed: 1 }, 'sitting')).toBe(600);
    expect(seconds({ speed: 20 }, 'sitting')).toBe(30);
    expect(seconds({ speed: 1000 }, 'lateAfter')).toBe(45);
  });

  it('refuse numbers that make no sense', () => {
    expect(readOptions(['--candidates', '12'])).toMatchObject({ candidates: 12, judges: 5, speed: 20, url: 'http://localhost:3000' });
    expect(() => readOptions(['--judges', '2'])).toThrow('--judges');
    expect(readOptions(['--help'])).toBeNull();
  });
});
