import { describe, expect, it } from '@jest/globals';
import type { ZonePlanView } from '#lib/contracts';
import { activeTiers, type EditionDraft, newEdition, planOf, tierFaulty, toWriteEdition, unfinished, weightSum } from './edition-draft.js';

const usual = newEdition(2026);
const units = (...ids: string[]) => ids.map((id) => ({ id, code: id, title: { zh: id } }));
const plan = { id: 'plan', title: { zh: '片区' }, validFrom: '2026-01-01', validTo: null, zones: [['u1', 'u2'], ['u3'], ['u4']].map((ids, index) => ({ id: `z${index}`, code: `z${index}`, title: { zh: `${index}` }, leadUnit: units(ids[0])[0], units: units(...ids) })) } satisfies ZonePlanView;
const whole: EditionDraft = { ...usual, orgUnitId: 'org', title: { zh: '竞赛' }, zonePlanId: 'plan', unitIds: ['u1', 'u2', 'u3'] };
const without = (kind: string): EditionDraft => ({ ...whole, tiers: whole.tiers.map((tier) => ({ ...tier, on: tier.kind !== kind })) });

describe('an edition being made', () => {
  it('says which steps still lack something', () => {
    expect([...unfinished(usual)]).toEqual([0, 1]);
    expect([...unfinished(whole)]).toEqual([]);
    expect([...unfinished({ ...whole, title: { zh: ' ' } })]).toEqual([0]);
    expect([...unfinished({ ...whole, unitIds: [] })]).toEqual([1]);
    expect([...unfinished({ ...whole, tiers: whole.tiers.map((tier) => ({ ...tier, on: false })) })]).toEqual([2]);
  });

  it('wants weights that make exactly a hundred', () => {
    const [tier] = whole.tiers;
    const weighed = (...weights: string[]) => ({ ...tier, stages: weights.map((weight) => ({ ...tier.stages[0], weight })) });
    expect(weightSum(weighed('33.3333', '33.3333', '33.3334'))).toBe('100');
    expect(tierFaulty(weighed('33.3333', '33.3333', '33.3334'))).toBe(false);
    expect(weightSum(weighed('60', '30.5'))).toBe('90.5');
    expect(tierFaulty(weighed('60', '30.5'))).toBe(true);
    expect(weightSum(weighed('60', ''))).toBeNull();
    expect(tierFaulty(weighed())).toBe(true);
    expect(tierFaulty({ ...tier, title: { zh: '' } })).toBe(true);
  });

  it('counts heats and people from the units chosen; zones without one of them have no heat', () => {
    expect(planOf(whole, plan)).toEqual([{ kind: 'unit', heats: 3, people: null }, { kind: 'zone', heats: 2, people: 18 }, { kind: 'system', heats: 1, people: 16 }]);
    expect(planOf(without('zone'), plan)).toEqual([{ kind: 'unit', heats: 3, people: null }, { kind: 'system', heats: 1, people: 18 }]);
    expect(planOf(whole, undefined)[1].heats).toBe(0);
  });

  it('sends only the tiers in use; the last one has neither places nor reserves', () => {
    const sent = toWriteEdition(without('zone'));
    expect(activeTiers(without('zone'))).toHaveLength(2);
    expect(sent.tiers.map(({ kind, rule }) => [kind, rule.quotaPerHeat, rule.reserves])).toEqual([['unit', 6, 2], ['system', null, 0]]);
    expect(sent.tiers.map(({ rule }) => rule.tieBreaks)).toEqual([[{ kind: 'submitted_at', direction: 'asc' }], [{ kind: 'stage', ordinal: 1, direction: 'desc' }]]);
    expect(toWriteEdition(without('system')).tiers.map(({ rule }) => rule.quotaPerHeat)).toEqual([6, null]);
  });

  it('sends what may be left out only when it is there', () => {
    expect(Object.keys(toWriteEdition(whole))).not.toEqual(expect.arrayContaining(['competitionId']));
    expect(toWriteEdition({ ...whole, competitionId: 'c', finalOn: '2026-12-01', jobField: { zh: '安全' } })).toMatchObject({ competitionId: 'c', finalOn: '2026-12-01', jobField: { zh: '安全' } });
  });
});
