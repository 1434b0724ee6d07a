import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TierRule } from '#lib/contracts';
import { computeStanding, type HeatEntryInput, type HeatInput } from './compute-standing.js';

const rule: TierRule = { quotaPerHeat: 2, tieAtCut: 'include_all', reserves: 1, rankStyle: '1224', tieBreaks: [], scale: 2, figures: 'published' };
const stages = [{ id: 'exam', ordinal: 1, weight: '40' }, { id: 'work', ordinal: 2, weight: '60' }];
const one = [{ id: 'exam', ordinal: 1, weight: '100' }];

function scored(id: string, exact: string, work?: string): HeatEntryInput {
  const result = (value: string, submittedAt: number | null) => ({ state: 'scored' as const, exact: value, submittedAt });
  return { id, state: 'entered', results: { exam: result(exact, 1000 - Number(exact.split('/')[0])), ...(work ? { work: result(work, null) } : {}) } };
}
const waiting = (id: string): HeatEntryInput => ({ id, state: 'entered', results: {} });
const heat = (entries: HeatEntryInput[], change: Partial<TierRule> = {}, own = one): HeatInput => ({ heatId: 'h', rule: { ...rule, ...change }, stages: own, entries });
const brief = (input: HeatInput) => computeStanding(input).rows.map(({ entryId, rank, total, advance }) => `${entryId} ${rank} ${total} ${advance}`);

describe('computeStanding', () => {
  it('adds published stage scores by weight and rounds the total once', () => {
    expect(brief(heat([scored('a', '200/3', '88.125'), scored('b', '90', '70')], {}, stages))).toEqual(['a 1 79.55 advances', 'b 2 78.00 advances']);
  });

  it('adds exact stage scores when the rule says so', () => {
    const [row] = computeStanding(heat([scored('a', '200/3', '88.124')], { figures: 'exact', scale: 4 }, stages)).rows;
    expect(row.total).toBe('79.5411');
  });

  it('separates equal totals by the declared keys and says which were needed', () => {
    const input = heat([scored('a', '80', '90'), scored('b', '95', '80')], { tieBreaks: [{ kind: 'stage', ordinal: 2, direction: 'desc' }] }, stages);
    const { rows } = computeStanding(input);
    expect(rows.map(({ entryId, rank }) => [entryId, rank])).toEqual([['a', 1], ['b', 2]]);
    expect(rows[0].steps.map(({ key, among, left }) => [key, among, left])).toEqual([['total', 2, 2], ['stage:2', 2, 1]]);
  });

  it('says only what is proven while results are missing', () => {
    expect(brief(heat([scored('a', '90'), scored('b', '80'), waiting('c')]))).toEqual(['a 1 90.00 advances', 'b 2 80.00 pending', 'c null null pending']);
    expect(brief(heat([scored('a', '90'), scored('b', '80'), scored('d', '70'), waiting('c')]))[2]).toBe('d 3 70.00 pending');
    expect(brief(heat([scored('a', '90'), scored('b', '80'), scored('d', '70'), waiting('c')], { reserves: 0 }))[2]).toBe('d 3 70.00 out');
  });

  it.each([
    ['include_all', ['a 1 90.00 advances', 'b 2 80.00 advances', 'c 2 80.00 advances', 'd 4 70.00 reserve']],
    ['exclude_all', ['a 1 90.00 advances', 'b 2 80.00 reserve', 'c 2 80.00 reserve', 'd 4 70.00 out']],
    ['chief_decides', ['a 1 90.00 advances', 'b 2 80.00 pending', 'c 2 80.00 pending', 'd 4 70.00 reserve']],
  ] as const)('settles a tie across the cut line by %s', (tieAtCut, expected) => {
    const result = computeStanding(heat([scored('a', '90'), scored('b', '80'), scored('c', '80'), scored('d', '70')], { tieAtCut }));
    expect(result.tieAcrossCut).toBe(true);
    expect(result.rows.map(({ entryId, rank, total, advance }) => `${entryId} ${rank} ${total} ${advance}`)).toEqual(expected);
  });

  it('lets the chief decide a tie, for exactly the places left', () => {
    const entries = [scored('a', '90'), scored('b', '80'), scored('c', '80'), scored('d', '70')];
    const decided = (tieDecision: string[]): HeatInput => ({ ...heat(entries, { tieAtCut: 'chief_decides' }), tieDecision });
    expect(brief(decided(['c']))).toEqual(['a 1 90.00 advances', 'b 2 80.00 reserve', 'c 2 80.00 advances', 'd 4 70.00 out']);
    expect(() => computeStanding(decided(['b', 'c']))).toThrow('wrong_count');
    expect(() => computeStanding(decided(['d']))).toThrow('not_in_tie');
  });

  it('lists the absent and the withdrawn without a rank, never with 0', () => {
    const absent: HeatEntryInput = { id: 'b', state: 'entered', results: { exam: { state: 'absent', exact: null, submittedAt: null } } };
    const { rows, complete } = computeStanding(heat([scored('a', '0'), absent, { ...scored('c', '99'), state: 'withdrawn' }]));
    expect(complete).toBe(true);
    expect(rows.map(({ entryId, state, rank, total, advance }) => [entryId, state, rank, total, advance])).toEqual([
      ['a', 'scored', 1, '0.00', 'advances'], ['b', 'absent', null, null, 'out'], ['c', 'withdrawn', null, null, 'out']]);
  });

  it('does not depend on the order of the entries, and nothing proven is ever taken back', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(marks, fc.integer({ min: 1, max: 5 }), fc.nat(), fc.constantFrom('include_all' as const, 'exclude_all' as const), (values, quotaPerHeat, known, tieAtCut) => {
      const full = values.map((value, index) => scored(`e${index}`, String(value)));
      const partial = full.map((entry, index) => (index < known % (values.length + 1) ? entry : waiting(entry.id)));
      const end = new Map(computeStanding(heat(full, { quotaPerHeat, tieAtCut })).rows.map((row) => [row.entryId, row.advance]));
      expect(computeStanding(heat([...full].reverse(), { quotaPerHeat, tieAtCut }))).toEqual(computeStanding(heat(full, { quotaPerHeat, tieAtCut })));
      for (const row of computeStanding(heat(partial, { quotaPerHeat, tieAtCut })).rows) {
        if (row.advance !== 'pending') expect(end.get(row.entryId)).toBe(row.advance);
      }
    }));
  });
});
