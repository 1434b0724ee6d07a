import type { HeatSummary, TierView } from '#lib/contracts';

export interface Placed {
  heat: HeatSummary;
  tier: TierView;
  shape: 'row' | 'box' | 'final';
  left: number;
  top: number;
  width: number;
  /** Where its lines end and begin. */
  middle: number;
}

export interface Line {
  key: string;
  path: string;
  weight: 'open' | 'decided' | 'heavy';
}

export interface GraphLayout {
  height: number;
  heads: { tier: TierView; left: number; width: number }[];
  placed: Placed[];
  lines: Line[];
}

const headHeight = 44;
const rowHeight = 29;
const boxHeight = 84;
const boxGap = 14;
const groupGap = 20;
const finalHeight = 190;
const awardsHeight = 116;

/** Shares of the width per number of tiers: left and width. */
const columns: Record<number, [number, number][]> = {
  1: [[0.2, 0.6]],
  2: [[0.018, 0.4], [0.6, 0.38]],
  3: [[0.018, 0.27], [0.393, 0.263], [0.753, 0.229]],
};
/** Names and words in Latin letters take more room in the first column. */
const latinColumns: Record<number, [number, number][]> = { ...columns, 3: [[0.018, 0.36], [0.455, 0.262], [0.786, 0.202]] };

/** Places the tiers from left to right: many heats as rows by the heat they lead to, few as boxes in the middle of theirs. */
export function layOut(tiers: readonly TierView[], width: number, latin: boolean): GraphLayout {
  const all = latin ? latinColumns : columns;
  const shares = all[tiers.length] ?? all[3]!;
  const placed: Placed[] = [];
  const middles = new Map<string, number>();
  const heads = tiers.map((tier, index) => ({ tier, left: Math.round((shares[index]?.[0] ?? 0) * width), width: Math.round((shares[index]?.[1] ?? 0) * width) }));
  const first = tiers[0];
  let bottom = headHeight;
  if (first) bottom = placeFirst(first, tiers.length, heads[0]!, placed, middles);
  tiers.slice(1).forEach((tier, index) => placeLater(tier, tiers[index]!, heads[index + 1]!, index + 2 === tiers.length, placed, middles, bottom));
  const last = placed.at(-1);
  const height = Math.max(bottom, ...placed.map(({ top, shape }) => top + (shape === 'row' ? rowHeight : shape === 'box' ? boxHeight : finalHeight)), last?.shape === 'final' ? last.top + finalHeight + awardsHeight : 0) + 20;
  return { height, heads, placed, lines: linesOf(placed, middles) };
}

function placeFirst(tier: TierView, tiers: number, head: { left: number; width: number }, placed: Placed[], middles: Map<string, number>): number {
  const asRows = tier.heats.length > 6;
  let top = headHeight;
  for (const group of groupsOf(tier.heats)) {
    const start = top;
    for (const heat of group) {
      const height = asRows ? rowHeight : boxHeight + boxGap;
      placed.push({ heat, tier, shape: asRows ? 'row' : tiers === 1 && group.length === 1 ? 'final' : 'box', left: head.left, width: head.width, top, middle: top + (asRows ? 13.5 : boxHeight / 2) });
      middles.set(heat.id, top + (asRows ? 13.5 : boxHeight / 2));
      top += height;
    }
    top = Math.max(top, start + (tiers > 1 ? boxHeight + boxGap : 0)) + groupGap;
  }
  return top - groupGap;
}

function placeLater(tier: TierView, before: TierView, head: { left: number; width: number }, isLast: boolean, placed: Placed[], middles: Map<string, number>, bottom: number): void {
  const asFinal = isLast && tier.heats.length === 1;
  let free = headHeight;
  for (const heat of tier.heats) {
    const feeders = before.heats.filter(({ nextHeatId }) => nextHeatId === heat.id).map(({ id }) => middles.get(id) ?? 0);
    const wish = feeders.length > 0 ? (Math.min(...feeders) + Math.max(...feeders)) / 2 : bottom / 2;
    const half = (asFinal ? finalHeight : boxHeight) / 2;
    const top = Math.max(free, asFinal ? Math.min(wish - half, Math.max(headHeight, bottom - finalHeight - awardsHeight)) : wish - half);
    placed.push({ heat, tier, shape: asFinal ? 'final' : 'box', left: head.left, width: head.width, top, middle: top + half });
    middles.set(heat.id, top + half);
    free = top + half * 2 + boxGap;
  }
}

/** Heats that lead to the same heat stand together, in the order of that heat's first appearance. */
function groupsOf(heats: readonly HeatSummary[]): HeatSummary[][] {
  const groups = new Map<string, HeatSummary[]>();
  for (const heat of heats) groups.set(heat.nextHeatId ?? heat.id, [...(groups.get(heat.nextHeatId ?? heat.id) ?? []), heat]);
  return [...groups.values()];
}

/** Per heat they lead to: a stub each, one bar, one way in; open ones as one dashed bar, and what is decided is drawn over it. */
function linesOf(placed: readonly Placed[], middles: ReadonlyMap<string, number>): Line[] {
  const lines = placed.flatMap((to) => {
    const sources = placed.filter(({ heat }) => heat.nextHeatId === to.heat.id);
    const first = sources[0];
    if (!first) return [];
    const start = first.left + first.width + (first.shape === 'row' ? 6 : 0);
    const bend = Math.round(start + (to.left - start) * (first.shape === 'row' ? 0.4 : 0.48));
    const open = sources.filter((source) => weightOf(source) === 'open').map(({ heat }) => middles.get(heat.id) ?? 0);
    const decided = sources.filter((source) => weightOf(source) !== 'open');
    const bar: Line[] = open.length > 0 ? [{ key: `${to.heat.id}bar`, weight: 'open', path: `M${bend} ${Math.min(to.middle, ...open)}V${Math.max(to.middle, ...open)}` }] : [];
    const entrance: Line[] = decided.length > 0 ? [] : [{ key: `${to.heat.id}in`, weight: 'open', path: `M${bend} ${to.middle}H${to.left}` }];
    const stubs = sources.map(({ heat }, index): Line => {
      const weight = weightOf(sources[index] ?? first);
      const stub = `M${start} ${middles.get(heat.id) ?? 0}H${bend}`;
      return { key: heat.id, weight, path: weight === 'open' ? stub : `${stub}V${to.middle}H${to.left}` };
    });
    return [...bar, ...entrance, ...stubs];
  });
  const order: Line['weight'][] = ['open', 'decided', 'heavy'];
  return lines.sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
}

function weightOf({ heat, tier, shape }: Placed): Line['weight'] {
  const decided = tier.advancedAt !== null || heat.state === 'confirmed' || heat.state === 'published';
  if (!decided) return 'open';
  return shape === 'row' ? 'decided' : 'heavy';
}
