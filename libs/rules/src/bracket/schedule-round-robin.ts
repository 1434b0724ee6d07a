import { ensure, integerWithin, requireUnique } from '../check-input.js';

export interface RobinRound {
  readonly round: number;
  readonly pairs: readonly (readonly [string, string])[];
  /** Who rests, with an odd number of entries. */
  readonly rest: string | null;
}

/**
 * A round robin by the circle method: everyone meets everyone once per leg, each at most once a round, in n − 1 rounds (n for
 * an odd number). The second leg turns the sides round.
 *
 * @throws RuleInputError for fewer than 2 entries, one twice, or other than 1 or 2 legs.
 */
export function scheduleRoundRobin(ids: readonly string[], legs = 1): RobinRound[] {
  ensure(ids.length >= 2, 'ids', 'too_few', { min: 2 });
  requireUnique(ids, 'ids');
  integerWithin(legs, 'legs', 1, 2);
  const circle: (string | null)[] = ids.length % 2 === 0 ? [...ids] : [...ids, null];
  const rounds: RobinRound[] = [];
  for (let round = 1; round < circle.length; round++) {
    const pairs: [string, string][] = [];
    let rest: string | null = null;
    for (let index = 0; index < circle.length / 2; index++) {
      const [a, b] = [circle[index], circle[circle.length - 1 - index]];
      if (a === null || b === null) rest = a ?? b;
      // Turning every other round keeps the fixed entry from always standing first.
      else pairs.push(index === 0 && round % 2 === 0 ? [b, a] : [a, b]);
    }
    rounds.push({ round, pairs, rest });
    circle.splice(1, 0, circle.pop() as string | null);
  }
  if (legs === 1) return rounds;
  return [...rounds, ...rounds.map(({ round, pairs, rest }): RobinRound => ({ round: round + rounds.length, pairs: pairs.map(([a, b]): [string, string] => [b, a]), rest }))];
}
