/**
 * Whether matches, each worth two halves dealt out in units of 1 (draws) or 2 (no draws), can be played so that every entry
 * gets at least what it needs, or at most what it has room for. A maximum flow by augmenting paths: needs and rooms are
 * counted in units, and what an entry cannot use is rounded its safe way.
 */
export function canDistribute(matches: readonly (readonly [number, number])[], bounds: ReadonlyMap<number, number>, unit: 1 | 2, kind: 'at-least' | 'at-most'): boolean {
  const perMatch = 2 / unit;
  const round = kind === 'at-least' ? Math.ceil : Math.floor;
  const capacity = new Map([...bounds].map(([entry, halves]) => [entry, round(halves / unit)]));
  const wanted = kind === 'at-least' ? sum(capacity.values()) : matches.length * perMatch;
  return maximumFlow(matches, perMatch, capacity) >= wanted;
}

/** Units that can go from matches (each with so many) to the two entries of each, no entry taking more than its capacity. */
function maximumFlow(matches: readonly (readonly [number, number])[], perMatch: number, capacity: ReadonlyMap<number, number>): number {
  const given = matches.map(() => [0, 0]);
  const taken = new Map([...capacity.keys()].map((entry) => [entry, 0]));

  // A unit reaches an entry with room, or pushes a unit that the entry holds from another match over to that match's other side.
  const place = (match: number, tried: Set<number>): boolean => matches[match].some((entry, side) => {
    if (tried.has(entry)) return false;
    tried.add(entry);
    const room = (capacity.get(entry) ?? 0) > (taken.get(entry) ?? 0);
    if (!room && !moveAway(entry, tried)) return false;
    given[match][side]++;
    taken.set(entry, (taken.get(entry) ?? 0) + 1);
    return true;
  });
  const moveAway = (entry: number, tried: Set<number>): boolean => matches.some((sides, match) => {
    const side = sides.indexOf(entry);
    if (side < 0 || given[match][side] === 0 || !placeOnOther(match, 1 - side, tried)) return false;
    given[match][side]--;
    taken.set(entry, (taken.get(entry) ?? 0) - 1);
    return true;
  });
  const placeOnOther = (match: number, side: number, tried: Set<number>): boolean => {
    const entry = matches[match][side];
    if (tried.has(entry)) return false;
    tried.add(entry);
    const room = (capacity.get(entry) ?? 0) > (taken.get(entry) ?? 0);
    if (!room && !moveAway(entry, tried)) return false;
    given[match][side]++;
    taken.set(entry, (taken.get(entry) ?? 0) + 1);
    return true;
  };

  let flow = 0;
  matches.forEach((_, match) => {
    for (let unit = 0; unit < perMatch && place(match, new Set()); unit++) flow++;
  });
  return flow;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
