import { describe, expect, it } from '@jest/globals';
import type { WriteTier } from '#lib/contracts';
import { SeededRandom } from '#lib/kernel';
import { checkTiers } from './check-edition.js';
import { drawAliases } from './draw-aliases.js';

const tier = (kind: WriteTier['kind'], quotaPerHeat: number | null, weights = ['100']): WriteTier => ({
  kind, title: { zh: kind }, rule: { quotaPerHeat, tieAtCut: 'include_all', reserves: 0, rankStyle: '1224', tieBreaks: [], scale: 2, figures: 'published' },
  stages: weights.map((weight) => ({ kind: 'exam', title: { zh: '笔试' }, weight })),
});

describe('checkTiers', () => {
  it.each([
    ['unit, zone, system', [tier('unit', 3), tier('zone', 2), tier('system', null, ['33.3', '66.7'])]],
    ['a final alone', [tier('system', null)]],
  ])('takes %s', (_, tiers) => expect(() => checkTiers(tiers)).not.toThrow());

  it.each([
    ['no tier', [], 'edition.tiers_invalid'],
    ['tiers upside down', [tier('zone', 2), tier('unit', null)], 'edition.tiers_invalid'],
    ['weights of 99', [tier('system', null, ['50', '49'])], 'edition.weights_invalid'],
    ['a weight of 0', [tier('system', null, ['100', '0'])], 'request.invalid'],
    ['a tier that sends nobody on', [tier('unit', null), tier('system', null)], 'request.invalid'],
    ['a final with a quota', [tier('system', 3)], 'request.invalid'],
  ])('refuses %s', (_, tiers, code) => expect(() => checkTiers(tiers)).toThrow(code));
});

describe('drawAliases', () => {
  const random = new SeededRandom('aliases');
  const next = (n: number): number => random.nextInt(n);

  it('never gives one twice', () => {
    const first = drawAliases(30, new Set(), next);
    const more = drawAliases(400, new Set(first), next);
    expect(new Set([...first, ...more]).size).toBe(430);
    expect(first[0]).toMatch(/^[甲乙丙丁戊己庚辛壬癸] \d\d$/);
  });

  it('goes to three digits for a large field', () => expect(drawAliases(2000, new Set(), next)[0]).toMatch(/ \d{3}$/));
});
