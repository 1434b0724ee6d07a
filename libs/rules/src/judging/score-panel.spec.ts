import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Decimal } from '#lib/kernel';
import { fc } from '../../../../test/property.js';
import { checkSheet, countOvertime, rankStandings, scorePanel, trimmedMean, trimmedSum, trimMarks, type Criterion, type PanelInput, type PanelRule } from '../index.js';

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const criteria: Criterion[] = [{ id: 'skill', min: '0', max: '10', step: '0.5', weight: '0.7' }, { id: 'style', min: '0', max: '10', step: '0.5', weight: '0.3' }];
const rule: PanelRule = { criteria, trim: { by: 'judge-total', high: 1, low: 1 }, rounding: { scale: 2, mode: 'half-up' } };
const sheets = (...marks: [string, string][]) => marks.map(([skill, style], index) => ({ judgeId: `j${index + 1}`, marks: { skill, style } }));
const five = sheets(['8', '9'], ['9', '6'], ['7', '7'], ['9.5', '9.5'], ['8.5', '8']);
const diving = (marks: string[], high: number): [PanelInput, PanelRule] => [
  { sheets: marks.map((mark, index) => ({ judgeId: `j${index}`, marks: { award: mark } })) },
  { criteria: [{ id: 'award', min: 0, max: 10, step: '0.5' }], trim: { by: 'judge-total', high, low: high }, combine: 'sum', rounding: { scale: 2, mode: 'half-up' } },
];

describe('scorePanel', () => {
  it('gives every published score and place of an international diving final', () => {
    const { dives, standings } = fixture('diving-2024') as { dives: { entry: string; marks: string[]; dd: string; expected: string }[]; standings: { rank: number; entry: string; total: string }[] };
    const totals = new Map<string, Decimal>();
    for (const { entry, marks, dd, expected } of dives) {
      const [input, panel] = diving(marks, 2);
      const { score } = scorePanel({ ...input, difficulty: dd }, panel);
      expect(score.eq(expected)).toBe(true);
      totals.set(entry, score.add(totals.get(entry) ?? 0));
    }
    const ranked = rankStandings([...totals].map(([id, total]) => ({ id, values: { total } })), { keys: [{ key: 'total', direction: 'desc' }] });
    expect(ranked.map(({ id, rank }) => ({ rank, entry: id, total: totals.get(id)?.toString(2) }))).toEqual(standings);
  });

  it('gives the examples of the diving rules', () => {
    for (const { marks, drop, dd, sum, expected } of fixture('diving-examples').cases as { marks: string[]; drop: string; dd: string; sum: string; expected: string }[]) {
      const [input, panel] = diving(marks, Number(drop[0]));
      const result = scorePanel({ ...input, difficulty: dd }, panel);
      expect([result.panel.toString(1), result.score.toString(2)]).toEqual([sum, expected]);
    }
  });

  it('can say the penalties, ties and synchronised panels of the diving rules', () => {
    const [input, panel] = diving(['6.5', '7', '7', '7.5', '7.5', '8', '8'], 2);
    const lowered = { ...panel, criteria: [{ ...panel.criteria[0], deduct: 'before' as const }] };
    // 2 points off each award: 5 + 5.5 + 5.5 of 4.5 5 5 5.5 5.5 6 6, times 2.8.
    expect(scorePanel({ ...input, difficulty: '2.8', deductions: [{ id: 'restart', criterionId: 'award', amount: '2' }] }, lowered).score.toString(2)).toBe('44.80');
    expect(scorePanel({ ...diving(Array.from({ length: 7 }, () => '0'), 2)[0], difficulty: '2.8' }, panel).score.toString()).toBe('0');
    for (const [max, over] of [['2', '2.5'], ['4.5', '5']]) {
      const capped = [{ ...panel.criteria[0], max }];
      expect(checkSheet({ judgeId: 'j', marks: { award: max } }, capped).join()).toBe(max);
      expect(() => checkSheet({ judgeId: 'j', marks: { award: over } }, capped)).toThrow('sheet.marks.award: out_of_range');
    }
    // Two execution panels keep their middle mark, synchronisation keeps three of five: (7.5 + 7 + 24.5) × 3.0 × 0.6.
    const kept = [['7', '7.5', '8'], ['6.5', '7', '8'], ['8', '8', '8.5', '7.5', '9']].map((marks) => trimmedSum(marks, { high: 1, low: 1 }));
    expect(Decimal.sum(kept).mul('3.0').mul('0.6').toString()).toBe('70.2');
    const tied = rankStandings(['a', 'b', 'c'].map((id) => ({ id, values: { total: id === 'c' ? '61.6' : '66' } })), { keys: [{ key: 'total', direction: 'desc' }] });
    expect(tied.map(({ id, rank, sharedBy }) => [id, rank, sharedBy])).toEqual([['a', 1, 2], ['b', 1, 2], ['c', 3, 1]]);
  });

  it('drops the highest and lowest judge by total', () => {
    // Totals: 8.3, 8.1, 7.0, 9.5, 8.35.
    const result = scorePanel({ sheets: five }, rule);
    expect(result.judges.map(({ judgeId, total, kept }) => [judgeId, total.toString(), kept])).toEqual([
      ['j1', '8.3', 'counted'], ['j2', '8.1', 'counted'], ['j3', '7', 'dropped-low'], ['j4', '9.5', 'dropped-high'], ['j5', '8.35', 'counted'],
    ]);
    expect(result.judges[3].marks.skill.kept).toBe('dropped-high');
    expect(result.exact.toString()).toBe('8.25');
    expect(result).toMatchObject({ trimmed: true, overtime: null });
  });

  it('drops per criterion when that is declared', () => {
    // skill: 8 9 7 9.5 8.5 → 8, 9, 8.5 → 8.5; style: 9 6 7 9.5 8 → 9, 7, 8 → 8.
    const result = scorePanel({ sheets: five }, { ...rule, trim: { by: 'criterion', high: 1, low: 1 } });
    expect(result.exact.toString()).toBe('8.35');
    expect(result.judges.map(({ kept, marks }) => [kept, marks.skill.kept, marks.style.kept])).toEqual([
      ['counted', 'counted', 'counted'], ['counted', 'counted', 'dropped-low'], ['counted', 'dropped-low', 'counted'], ['counted', 'dropped-high', 'dropped-high'], ['counted', 'counted', 'counted'],
    ]);
    expect(result.judges[0].total.toString()).toBe('8.3');
  });

  it('does not trim a panel that fell below the declared size', () => {
    const short = { ...rule, trim: { by: 'judge-total', high: 1, low: 1, from: 5 } } as PanelRule;
    expect([scorePanel({ sheets: five }, short).trimmed, scorePanel({ sheets: five }, short).exact.toString()]).toEqual([true, '8.25']);
    const four = scorePanel({ sheets: five.slice(0, 4) }, short);
    expect([four.trimmed, four.exact.toString(), four.judges.every(({ kept }) => kept === 'counted')]).toEqual([false, '8.225', true]);
    expect(four.score.toString()).toBe('8.23');
  });

  it('lowers each mark before trimming, or the result after it, as the criterion declares', () => {
    const before = { ...rule, criteria: [{ ...criteria[0], deduct: 'before' as const }, criteria[1]] };
    const minus = [{ id: 'd1', criterionId: 'skill', amount: '1' }, { id: 'd2', criterionId: 'skill', amount: '0.5' }];
    expect(scorePanel({ sheets: five, deductions: minus }, before).exact.toString()).toBe('7.2');
    expect(scorePanel({ sheets: five, deductions: minus }, before).deducted.toString()).toBe('0');
    expect(scorePanel({ sheets: five, deductions: minus }, rule).exact.toString()).toBe('6.75');
    expect(scorePanel({ sheets: five, deductions: [{ id: 'd', amount: '2' }] }, rule).exact.toString()).toBe('6.25');
    expect(scorePanel({ sheets: five, deductions: minus }, rule).deducted.toString()).toBe('1.5');
  });

  it('never lowers a mark below its minimum, nor the result below the floor', () => {
    const before = { ...rule, criteria: [{ ...criteria[0], min: '5', deduct: 'before' as const }, criteria[1]] };
    expect(scorePanel({ sheets: five, deductions: [{ id: 'd', criterionId: 'skill', amount: '9' }] }, before).judges[0].marks.skill.mark.toString()).toBe('5');
    const gone = { sheets: five, deductions: [{ id: 'd', amount: '10' }] };
    expect(scorePanel(gone, rule).score.toString()).toBe('0');
    expect(scorePanel(gone, { ...rule, floor: '1' }).score.toString()).toBe('1');
    expect(scorePanel(gone, { ...rule, floor: null }).score.toString()).toBe('-1.75');
  });

  it('multiplies by the difficulty before it takes anything off', () => {
    expect(scorePanel({ sheets: five, difficulty: '2', deductions: [{ id: 'd', amount: '1' }] }, rule).exact.toString()).toBe('15.5');
  });

  it('takes overtime off', () => {
    const overtime = { limit: 300, unit: 10, penalty: '0.5' };
    const result = scorePanel({ sheets: five, seconds: '311' }, { ...rule, overtime });
    expect([result.exact.toString(), result.overtime?.units, result.overtime?.penalty.toString()]).toEqual(['7.25', 2, '1']);
    expect(scorePanel({ sheets: five }, { ...rule, overtime }).overtime).toBeNull();
  });

  it.each<[Partial<PanelInput>, Partial<PanelRule>, string]>([
    [{ sheets: [] }, {}, 'sheets: empty'],
    [{ sheets: [...five, five[0]] }, {}, 'sheets: duplicate'],
    [{ sheets: five.slice(0, 2) }, {}, 'sheets: too_few'],
    [{ sheets: sheets(['8.2', '9']) }, {}, 'sheets.0.marks.skill: off_step'],
    [{ sheets: sheets(['8', '10.5']) }, {}, 'sheets.0.marks.style: out_of_range'],
    [{ sheets: sheets(['-0.5', '10']) }, {}, 'sheets.0.marks.skill: out_of_range'],
    [{ sheets: [{ judgeId: 'j', marks: { skill: '8' } }] }, {}, 'sheets.0.marks.style: missing'],
    [{ sheets: [{ judgeId: 'j', marks: { skill: '8', style: null as never } }] }, {}, 'sheets.0.marks.style: missing'],
    [{ sheets: [{ judgeId: 'j', marks: { skill: '8', style: '8', luck: '1' } }] }, {}, 'sheets.0.marks.luck: unknown_criterion'],
    [{ difficulty: '0' }, {}, 'difficulty: not_above_zero'],
    [{ seconds: '5' }, {}, 'seconds: no_overtime_rule'],
    [{ deductions: [{ id: 'd', amount: '-1' }] }, {}, 'deductions.0.amount: out_of_range'],
    [{ deductions: [{ id: 'd', amount: '1', criterionId: 'luck' }] }, {}, 'deductions.0.criterionId: unknown_criterion'],
    [{ deductions: [{ id: 'd', amount: '1' }, { id: 'd', amount: '1' }] }, {}, 'deductions: duplicate'],
    [{}, { criteria: [] }, 'criteria: empty'],
    [{}, { criteria: [criteria[0], criteria[0]] }, 'criteria: duplicate'],
    [{}, { criteria: [{ id: 'a', min: 1, max: 1 }] }, 'criteria.0.max: not_above_min'],
    [{}, { criteria: [{ id: 'a', min: 0, max: 1, weight: 0 }] }, 'criteria.0.weight: not_above_zero'],
    [{}, { criteria: [{ id: 'a', min: 0, max: 1, step: 0 }] }, 'criteria.0.step: not_above_zero'],
    [{}, { trim: { by: 'judge' as 'criterion', high: 1, low: 1 } }, 'trim.by: unknown_value'],
    [{}, { trim: { by: 'criterion', high: -1, low: 1 } }, 'trim.high: out_of_range'],
    [{}, { trim: { by: 'criterion', high: 1, low: 0.5 } }, 'trim.low: not_an_integer'],
    [{}, { trim: { by: 'criterion', high: 1, low: 1, from: -1 } }, 'trim.from: out_of_range'],
    [{}, { combine: 'median' as 'mean' }, 'combine: unknown_value'],
    [{}, { rounding: { scale: 2.5, mode: 'down' } }, 'rounding.scale: not_an_integer'],
  ])('refuses %j with %j', (input, change, message) => expect(() => scorePanel({ sheets: five, ...input }, { ...rule, ...change })).toThrow(message));

  it('takes steps from the minimum on', () => {
    expect(checkSheet({ judgeId: 'j', marks: { a: '1.25' } }, [{ id: 'a', min: '0.25', max: '9', step: '0.5' }]).join()).toBe('1.25');
    expect(() => checkSheet({ judgeId: 'j', marks: { a: '1.5' } }, [{ id: 'a', min: '0.25', max: '9', step: '0.5' }])).toThrow('sheet.marks.a: off_step');
  });

  const mark = fc.integer({ min: 0, max: 20 }).map((halves) => Decimal.ratio(halves, 2).toString());
  const panels = fc.array(fc.tuple(mark, mark), { minLength: 3, maxLength: 9 }).map((marks) => sheets(...marks));

  it('does not mind the order of the sheets', () => {
    fc.assert(fc.property(panels, fc.constantFrom('judge-total', 'criterion'), fc.string(), (panel, by, seed) => {
      const any = { ...rule, trim: { by: by as 'criterion', high: 1, low: 1 } };
      const shuffled = [...panel].sort((a, b) => (a.judgeId + seed < b.judgeId + seed ? 1 : -1));
      expect(scorePanel({ sheets: shuffled }, any).exact.eq(scorePanel({ sheets: panel }, any).exact)).toBe(true);
    }));
  });

  it('lies between the lowest and the highest judge, and never falls when a judge gives more', () => {
    fc.assert(fc.property(panels, fc.nat(), (panel, which) => {
      const { exact, judges } = scorePanel({ sheets: panel }, rule);
      const totals = judges.map(({ total }) => total);
      expect(exact.gte(totals.reduce((a, b) => Decimal.min(a, b))) && exact.lte(totals.reduce((a, b) => Decimal.max(a, b)))).toBe(true);
      const raised = panel.map((sheet, index) => (index === which % panel.length ? { ...sheet, marks: { ...sheet.marks, skill: '10' } } : sheet));
      expect(scorePanel({ sheets: raised }, rule).exact.gte(exact)).toBe(true);
    }));
  });
});

describe('trimMarks', () => {
  it('drops one copy of a duplicate', () => {
    expect(trimMarks(['9', '9', '8', '7', '7'], { high: 1, low: 1 }).map(({ kept }) => kept)).toEqual(['counted', 'dropped-high', 'counted', 'dropped-low', 'counted']);
    expect(trimmedMean(['9', '9', '8', '7', '7'], { high: 1, low: 1 }).toString()).toBe('8');
    expect(trimmedSum(['9', '9', '8', '7', '7'], { high: 2, low: 1 }).toString()).toBe('15');
  });

  it('needs one mark to remain', () => {
    expect(trimmedMean(['3', '4', '8'], { high: 1, low: 1 }).toString()).toBe('4');
    expect(() => trimmedMean(['3', '4'], { high: 1, low: 1 })).toThrow('marks: too_few');
    expect(trimmedMean(['3', '4'], { high: 1, low: 1, from: 3 }).toString()).toBe('3.5');
    expect(() => trimmedMean([], { high: 0, low: 0, from: 9 })).toThrow('marks: too_few');
    expect(() => trimmedMean(['x'], { high: 0, low: 0 })).toThrow('marks.0: not_a_decimal');
  });
});

describe('countOvertime', () => {
  it.each([['299.9', '0', 0, '0'], ['300', '0', 0, '0'], ['300.1', '0.1', 1, '0.5'], ['330', '30', 1, '0.5'], ['330.01', '30.01', 2, '1'], ['400', '100', 4, '1.5'], ['900', '600', 20, '1.5']])(
    'after %s s is %s s over: %d units, %s points', (seconds, over, units, penalty) => {
      const result = countOvertime(seconds, { limit: '300', unit: '30', penalty: '0.5', max: '1.5' });
      expect([result.over.toString(), result.units, result.penalty.toString()]).toEqual([over, units, penalty]);
    });

  it('grants grace', () => expect(countOvertime('310', { limit: '300', grace: '10', unit: '5', penalty: '1' }).units).toBe(0));

  it.each<[string, object, string]>([
    ['-1', {}, 'seconds: out_of_range'], ['1', { unit: '0' }, 'overtime.unit: not_above_zero'], ['1', { penalty: '-1' }, 'overtime.penalty: out_of_range'],
    ['1', { limit: '-1' }, 'overtime.limit: out_of_range'], ['1', { grace: '-1' }, 'overtime.grace: out_of_range'], ['1', { max: '-1' }, 'overtime.max: out_of_range'],
  ])('refuses %s s with %j', (seconds, change, message) => expect(() => countOvertime(seconds, { limit: '300', unit: '30', penalty: '1', ...change })).toThrow(message));
});
