import { ensure, integerWithin, requireUnique } from '../check-input.js';

export interface RobinRound {
  readonly round: number;
  readonly pairs: readonly (readonly [string, string])[];
  /** Who stands opposite a free place of the list, a bye. */
  readonly byes: readonly string[];
  /** Who rests, with an odd number of places; null when that place is free. */
  readonly rest: string | null;
}

/**
 * A round robin by the circle method: everyone meets everyone once per leg, each at most once a round, in n − 1 rounds (n for
 * an odd number of places). The second leg turns the sides round.
 *
 * Free places (null), as of a group dealt before everyone has entered, keep the schedule as it will be: an entry opposite one
 * has a bye, two of them make no match.
 *
 * @throws RuleInputError for fewer than 2 places or no entry, an entry twice, or other than 1 or 2 legs.
 */
export function scheduleRoundRobin(ids: readonly (string | null)[], legs = 1): RobinRound[] {
  const entries = ids.filter((id) => id !== null);
  ensure(ids.length >= 2 && entries.length >= 1, 'ids', 'too_few', { min: 2 });
  requireUnique(entries, 'ids');
  integerWithin(legs, 'legs', 1, 2);
  const size = ids.length + (ids.length % 2);
  const circle = Array.from({ length: size }, (_, place) => place);
  const first = Array.from({ length: size - 1 }, (_, index): RobinRound => {
    const round = playRound(index + 1, circle, ids);
    circle.splice(1, 0, circle.pop() as number);
    return round;
  });
  if (legs === 1) return first;
  return [...first, ...first.map((each): RobinRound => ({ ...each, round: each.round + first.length, pairs: each.pairs.map(([a, b]): [string, string] => [b, a]) }))];
}

/** Places opposite each other meet; the place after the last stands for resting. */
function playRound(round: number, circle: readonly number[], ids: readonly (string | null)[]): RobinRound {
  const pairs: [string, string][] = [];
  const byes: string[] = [];
  let rest: string | null = null;
  for (let index = 0; index < circle.length / 2; index++) {
    const places = [circle[index], circle[circle.length - 1 - index]];
    const [a, b] = places.map((place) => ids[place] ?? null);
    // Turning every other round keeps the fixed entry from always standing first.
    if (a !== null && b !== null) pairs.push(index === 0 && round % 2 === 0 ? [b, a] : [a, b]);
    else if (places.includes(ids.length)) rest = a ?? b;
    else if (a !== null || b !== null) byes.push((a ?? b) as string);
  }
  return { round, pairs, byes, rest };
}
