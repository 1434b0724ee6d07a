import { seedOrder, bracketSize } from './seed-order.js';

export interface SeededEntry {
  readonly id: string;
  readonly unitId?: string | null;
}

/**
 * Who stands in each slot of the bracket: entries in seed order, byes (null) opposite the top seeds, and entries of one
 * unit kept apart in the first round wherever that is possible at all.
 *
 * Only the lower seeds of first-round pairs change places; each keeps its own opponent, or one near it, when it can. The number of
 * pairs from one unit is the least possible (a maximum matching of opponents).
 */
export function separateUnits(entries: readonly SeededEntry[]): (SeededEntry | null)[] {
  const size = bracketSize(entries.length);
  const order = seedOrder(size);
  const slots = order.map((seed): SeededEntry | null => entries[seed - 1] ?? null);
  const pairs: { at: number; seed: number }[] = [];
  for (let at = 0; at < size; at += 2) if (slots[at] && slots[at + 1]) pairs.push({ at, seed: order[at] });
  pairs.sort((a, b) => a.seed - b.seed);

  const uppers = pairs.map(({ at }) => slots[at] as SeededEntry);
  const lowers = pairs.map(({ at }) => slots[at + 1] as SeededEntry);
  const opponent = matchApart(uppers, lowers);
  pairs.forEach(({ at }, upper) => { slots[at + 1] = lowers[opponent[upper]]; });
  return slots;
}

/** For each upper its lower: unclashing pairs first, as many as possible and near their own place; the rest as they come. */
function matchApart(uppers: readonly SeededEntry[], lowers: readonly SeededEntry[]): number[] {
  const clash = (upper: number, lower: number): boolean => {
    const unit = uppers[upper].unitId ?? null;
    return unit !== null && unit === lowers[lower].unitId;
  };
  const upperOf = lowers.map((_, index) => (clash(index, index) ? -1 : index));
  const nearest = uppers.map((_, upper) => lowers.map((__, lower) => lower).sort((a, b) => Math.abs(a - upper) - Math.abs(b - upper) || a - b));
  const assign = (upper: number, tried: Set<number>): boolean => {
    for (const lower of nearest[upper]) {
      if (tried.has(lower) || clash(upper, lower)) continue;
      tried.add(lower);
      if (upperOf[lower] >= 0 && !assign(upperOf[lower], tried)) continue;
      upperOf[lower] = upper;
      return true;
    }
    return false;
  };
  for (let upper = uppers.length - 1; upper >= 0; upper--) if (!upperOf.includes(upper)) assign(upper, new Set());

  const free = uppers.map((_, upper) => upper).filter((upper) => !upperOf.includes(upper));
  const result = uppers.map(() => -1);
  upperOf.forEach((upper, lower) => { result[upper >= 0 ? upper : free.shift() as number] = lower; });
  return result;
}
