import { ensure, integerWithin, oneOf, requireUnique } from '../check-input.js';
import type { TiePolicy } from './advancement-types.js';
import { canDistribute } from './distribute-wins.js';
import type { ProvenState } from './prove-states.js';

/** Points so far, in half wins: a win is 2, a draw 1 each, a loss 0. */
export interface LeagueEntry {
  readonly id: string;
  readonly halves: number;
}

export interface LeagueRule {
  readonly places: number;
  readonly tie: TiePolicy;
  /** Whether a match can be drawn. */
  readonly draws: boolean;
}

/** Groups of rivals tried one by one; beyond this the answer is only proven in easy cases. */
const MAX_GROUPS = 2000;

/**
 * What is certain in a league or Swiss table while matches remain: unlike {@link proveStates} it knows that a match gives its
 * points to one side at the cost of the other. For every group of rivals who might finish ahead it asks whether the
 * remaining matches can be played so, as a flow of wins from matches to entries (Schwartz 1966).
 *
 * Sound always. Complete whenever the number of groups to try is at most 2,000, so for every field of up to 13 entries.
 *
 * @throws RuleInputError for negative places, an id twice, or a match of an unknown entry or against oneself.
 */
export function proveMatchStates(entries: readonly LeagueEntry[], remaining: readonly (readonly [string, string])[], rule: LeagueRule): Map<string, ProvenState> {
  const places = integerWithin(rule.places, 'places', 0);
  oneOf(rule.tie, ['include-all', 'exclude-all', 'play-off', 'chief'], 'tie');
  requireUnique(entries.map(({ id }) => id), 'entries');
  const indexOf = new Map(entries.map(({ id }, index) => [id, index]));
  const halves = entries.map((entry, index) => integerWithin(entry.halves, `entries.${index}.halves`, 0));
  const matches = remaining.map(([a, b], index): [number, number] => {
    const [x, y] = [indexOf.get(a), indexOf.get(b)];
    ensure(x !== undefined && y !== undefined, `remaining.${index}`, 'unknown_entry');
    ensure(x !== y, `remaining.${index}`, 'same_entry');
    return [x, y];
  });
  const league: League = { halves, matches, unit: rule.draws ? 1 : 2 };
  return new Map(entries.map(({ id }, own): [string, ProvenState] => {
    if (!canMiss(league, own, places, rule.tie)) return [id, 'clinched'];
    return [id, canReach(league, own, places, rule.tie) ? 'alive' : 'out'];
  }));
}

interface League {
  readonly halves: readonly number[];
  readonly matches: readonly (readonly [number, number])[];
  /** What a match deals out at a time: 1 half when it can be drawn, else a whole win. */
  readonly unit: 1 | 2;
}

/** Whether the rest can be played so that `own`, losing everything, ends outside the places. */
function canMiss({ halves, matches, unit }: League, own: number, places: number, tie: TiePolicy): boolean {
  if (places === 0) return true;
  const rivals = others(halves.length, own);
  if (rivals.length < places) return false;
  const wanted = tie === 'include-all' ? halves[own] + 1 : halves[own];
  // Every rival wins what it plays against `own` and against entries outside the group.
  return someGroup(rivals, places, (group) => {
    const inside = matches.filter(([a, b]) => group.has(a) && group.has(b));
    const need = new Map([...group].map((rival) => {
      const free = matches.filter(([a, b]) => (a === rival || b === rival) && !(group.has(a) && group.has(b))).length;
      return [rival, Math.max(0, wanted - halves[rival] - 2 * free)];
    }));
    return canDistribute(inside, need, unit, 'at-least');
  });
}

/** Whether the rest can be played so that `own`, winning everything, ends inside the places. */
function canReach({ halves, matches, unit }: League, own: number, places: number, tie: TiePolicy): boolean {
  if (places === 0) return false;
  const rivals = others(halves.length, own);
  if (rivals.length < places) return true;
  const best = halves[own] + 2 * matches.filter(([a, b]) => a === own || b === own).length;
  const most = tie === 'exclude-all' ? best - 1 : best;
  // At most places − 1 rivals may be ahead; they take every point they can, the others must stay at or below.
  return someGroup(rivals, places - 1, (ahead) => {
    const below = rivals.filter((rival) => !ahead.has(rival));
    const inside = matches.filter(([a, b]) => below.includes(a) && below.includes(b));
    const room = new Map(below.map((rival) => [rival, most - halves[rival]]));
    return [...room.values()].every((each) => each >= 0) && canDistribute(inside, room, unit, 'at-most');
  });
}

function others(count: number, own: number): number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => index !== own);
}

/** Whether the test holds for a group of the given size; true, hence *not proven*, when there are too many to try. */
function someGroup(rivals: readonly number[], size: number, test: (group: ReadonlySet<number>) => boolean): boolean {
  if (countGroups(rivals.length, size) > MAX_GROUPS) return true;
  const group = new Set<number>();
  const extend = (from: number): boolean => {
    if (group.size === size) return test(group);
    for (let index = from; index <= rivals.length - (size - group.size); index++) {
      group.add(rivals[index]);
      if (extend(index + 1)) return true;
      group.delete(rivals[index]);
    }
    return false;
  };
  return extend(0);
}

function countGroups(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) count = (count * (n - i + 1)) / i;
  return count;
}
