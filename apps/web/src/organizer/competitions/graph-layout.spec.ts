import { describe, expect, it } from '@jest/globals';
import type { HeatState, HeatSummary, TierView } from '#lib/contracts';
import { layOut, type Placed } from './graph-layout.js';

const heats = (prefix: string, count: number, nextOf: (index: number) => string | null, state: HeatState = 'setup'): HeatSummary[] => Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, nextHeatId: nextOf(index), state }) as HeatSummary);
const tier = (id: string, of: HeatSummary[], advancedAt: string | null = null): TierView => ({ id, heats: of, advancedAt }) as TierView;
const final = tier('final', heats('f', 1, () => null));
const zones = tier('zones', heats('z', 4, () => 'f0'));
const units = tier('units', heats('u', 19, (index) => `z${index % 4}`));
const sizes = { row: 29, box: 84, final: 190 };
const clashes = (placed: readonly Placed[]): string[] => placed.flatMap((one) => placed.filter((other) => other !== one && other.left === one.left && other.top >= one.top && other.top < one.top + sizes[one.shape]).map((other) => `${one.heat.id}/${other.heat.id}`));

describe('the picture of who leads where', () => {
  it('draws 19 → 4 → 1 as rows, boxes and the final, nothing over anything else, all inside', () => {
    for (const latin of [false, true]) {
      const { height, heads, placed } = layOut([units, zones, final], 1000, latin);
      expect(['row', 'box', 'final'].map((shape) => placed.filter((item) => item.shape === shape).length)).toEqual([19, 4, 1]);
      expect(clashes(placed)).toEqual([]);
      expect(placed.every(({ left, width, top, shape }) => left >= 0 && left + width <= 1000 && top + sizes[shape] <= height)).toBe(true);
      expect(heads.map(({ tier: { id } }) => id)).toEqual(['units', 'zones', 'final']);
    }
  });

  it('keeps heats of one next heat together and that heat in their middle', () => {
    const { placed } = layOut([units, zones, final], 1000, false);
    const rows = placed.filter(({ shape }) => shape === 'row').map(({ heat }) => heat.nextHeatId);
    expect(rows.filter((next, index) => next !== rows[index - 1])).toEqual(['z0', 'z1', 'z2', 'z3']);
    for (const zone of placed.filter(({ shape }) => shape === 'box')) {
      const middles = placed.filter(({ heat }) => heat.nextHeatId === zone.heat.id).map(({ middle }) => middle);
      expect(zone.middle).toBeCloseTo((Math.min(...middles) + Math.max(...middles)) / 2, 5);
    }
  });

  it('draws few heats as boxes, and one tier alone as the final', () => {
    const two = layOut([tier('units', heats('u', 2, () => 'f0')), final], 800, false);
    expect(two.placed.map(({ shape }) => shape)).toEqual(['box', 'box', 'final']);
    expect(clashes(two.placed)).toEqual([]);
    expect(layOut([final], 800, false)).toMatchObject({ placed: [{ shape: 'final' }], lines: [] });
    expect(layOut([], 800, false)).toMatchObject({ placed: [], lines: [], heads: [] });
  });

  it('dashes what is open and draws what is decided over it, rows lighter than boxes', () => {
    const some = tier('units', [...heats('u', 1, () => 'f0', 'confirmed'), ...heats('v', 1, () => 'f0')]);
    const { lines } = layOut([some, final], 800, false);
    expect(lines.map(({ weight }) => weight)).toEqual(['open', 'open', 'heavy']);
    expect(lines.find(({ key }) => key === 'u0')?.path).toMatch(/V[\d.]+H\d+$/);
    const done = layOut([tier('units', units.heats, '2026-01-01T00:00:00Z'), zones, final], 1000, false).lines;
    expect(done.filter(({ weight }) => weight === 'decided')).toHaveLength(19);
    expect(done.filter(({ weight }) => weight === 'open').every(({ key }) => /^z|^f/.test(key))).toBe(true);
  });
});
