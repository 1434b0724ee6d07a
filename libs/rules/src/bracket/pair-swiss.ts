import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, ensure, oneOf, requireUnique } from '../check-input.js';
import { Matching } from './match-all.js';

export interface SwissEntry {
  readonly id: string;
  readonly points: DecimalInput;
}

export interface SwissRule {
  /**
   * `monrad`: neighbours in the standing meet. `dutch`: within each score group the upper half meets the lower half in
   * order, with as few floaters to the next group as possible.
   */
  readonly system: 'monrad' | 'dutch';
}

export interface SwissHistory {
  readonly played: readonly (readonly [string, string])[];
  readonly byes: readonly string[];
}

export type SwissRound =
  | { readonly state: 'paired'; readonly pairs: readonly (readonly [string, string])[]; readonly bye: string | null; readonly floaters: readonly string[] }
  /** No pairing without a rematch or a second bye exists; proven, not given up. */
  | { readonly state: 'infeasible'; readonly reason: 'no-bye-left' | 'rematch-unavoidable' };

/**
 * One round of a Swiss system. Entries are given in the order of the standing; equal points form a score group. No rematch,
 * no second bye; the bye goes to the lowest entry that may have it. The pairing exists whenever any does (checked by a
 * maximum matching), and follows the system as closely as that allows. Floaters are entries paired below their score group.
 *
 * @throws RuleInputError for fewer than 2 entries, one twice, or points that do not descend.
 */
export function pairSwiss(entries: readonly SwissEntry[], history: SwissHistory, rule: SwissRule): SwissRound {
  const system = oneOf(rule.system, ['monrad', 'dutch'], 'rule.system');
  const field = new Field(entries, history);
  const bye = field.size % 2 === 1 ? field.chooseBye() : null;
  if (bye === undefined) return { state: 'infeasible', reason: field.byesLeft() ? 'rematch-unavoidable' : 'no-bye-left' };
  const players = field.players(bye);
  if (!field.canPairAll(players)) return { state: 'infeasible', reason: 'rematch-unavoidable' };
  const pairs = system === 'monrad' ? field.pairNeighbours(players) : field.pairGroups(players);
  return {
    state: 'paired', bye: bye === null ? null : entries[bye].id,
    pairs: pairs.map(([a, b]): [string, string] => [entries[a].id, entries[b].id]),
    floaters: pairs.filter(([a, b]) => !field.samePoints(a, b)).map(([a, b]) => entries[Math.min(a, b)].id),
  };
}

type Pair = [number, number];

class Field {
  readonly size: number;
  private readonly met: Uint8Array;
  private readonly hadBye: Uint8Array;
  private readonly points: Decimal[];

  constructor(entries: readonly SwissEntry[], history: SwissHistory) {
    ensure(entries.length >= 2, 'entries', 'too_few', { min: 2 });
    requireUnique(entries.map(({ id }) => id), 'entries');
    this.size = entries.length;
    this.points = entries.map(({ points }, index) => decimalIn(points, `entries.${index}.points`));
    this.points.forEach((points, index) => ensure(index === 0 || points.lte(this.points[index - 1]), `entries.${index}.points`, 'not_descending'));
    const indexOf = new Map(entries.map(({ id }, index) => [id, index]));
    this.met = new Uint8Array(this.size * this.size);
    this.hadBye = new Uint8Array(this.size);
    for (const [a, b] of history.played) this.setMet(indexOf.get(a), indexOf.get(b));
    for (const id of history.byes) this.hadBye[indexOf.get(id) ?? -1] = 1;
  }

  samePoints(a: number, b: number): boolean {
    return this.points[a].eq(this.points[b]);
  }

  byesLeft(): boolean {
    return this.hadBye.includes(0);
  }

  players(bye: number | null): number[] {
    return Array.from({ length: this.size }, (_, index) => index).filter((index) => index !== bye);
  }

  /** The lowest entry that may rest so that the others can all be paired; undefined when there is none. */
  chooseBye(): number | undefined {
    for (let index = this.size - 1; index >= 0; index--) {
      if (!this.hadBye[index] && this.canPairAll(this.players(index))) return index;
    }
    return undefined;
  }

  canPairAll(players: readonly number[]): boolean {
    return players.length % 2 === 0 && this.matchingOf(players).maximise() === 0;
  }

  /** Monrad: from the top, each meets the nearest below that leaves the others a pairing. */
  pairNeighbours(players: readonly number[]): Pair[] {
    return this.pairByWish(players, (at) => range(at + 1, players.length));
  }

  /** Dutch: score group by score group, floaters joining the next. */
  pairGroups(players: readonly number[]): Pair[] {
    const pairs: Pair[] = [];
    let floaters: number[] = [];
    for (let from = 0; from < players.length;) {
      const to = this.endOfGroup(players, from);
      const group = [...floaters, ...players.slice(from, to)];
      const rest = players.slice(to);
      const next = this.chooseFloaters(group, rest);
      const staying = group.filter((player) => !next.includes(player));
      const down = staying.filter((player) => floaters.includes(player)).length;
      pairs.push(...this.pairByWish(staying, (at) => wishesOf(at, staying.length, down)));
      [floaters, from] = [next, to];
    }
    return pairs;
  }

  private endOfGroup(players: readonly number[], from: number): number {
    let to = from + 1;
    while (to < players.length && this.samePoints(players[from], players[to])) to++;
    return to;
  }

  /** As few and as low as possible, such that those who stay can be paired and so can all who are left. */
  private chooseFloaters(group: readonly number[], rest: readonly number[]): number[] {
    for (let count = group.length % 2; count < group.length; count += 2) {
      for (const floaters of lowestChoices(group, count)) {
        const staying = group.filter((player) => !floaters.includes(player));
        if (this.canPairAll(staying) && this.canPairAll([...floaters, ...rest])) return floaters;
      }
    }
    return [...group];
  }

  /** Pairs all players, each from the top with the first wish that leaves the others a pairing. */
  private pairByWish(players: readonly number[], wishes: (at: number) => Iterable<number>): Pair[] {
    const matching = this.matchingOf(players);
    // Most wishes can come true at once, so starting from them leaves little to repair.
    players.forEach((_, at) => {
      for (const other of wishes(at)) if (matching.mate[at] >= 0 || matching.propose(at, other)) return;
    });
    matching.maximise();
    const taken = new Set<number>();
    const pairs: Pair[] = [];
    players.forEach((player, at) => {
      if (taken.has(at)) return;
      for (const other of wishes(at)) {
        if (taken.has(other) || !matching.takePair(at, other)) continue;
        taken.add(at).add(other);
        pairs.push([player, players[other]]);
        return;
      }
    });
    return pairs;
  }

  private matchingOf(players: readonly number[]): Matching {
    return new Matching(players.length, (a, b) => this.met[players[a] * this.size + players[b]] === 0);
  }

  private setMet(a: number | undefined, b: number | undefined): void {
    if (a === undefined || b === undefined) return;
    this.met[a * this.size + b] = this.met[b * this.size + a] = 1;
  }
}

/**
 * Whom the player at a place of a score group would meet, best first. The first `down` players floated in from above and meet
 * the best of the others; of those left, the upper half meets the lower half in order. Anyone else is better than nobody.
 */
function* wishesOf(at: number, size: number, down: number): Generator<number> {
  const from = Math.min(2 * down, size);
  const half = Math.floor((size - from) / 2);
  if (at < down) yield* range(down, size);
  else if (at >= from && at < from + half) {
    yield* range(at + half, size);
    for (let lower = at + half - 1; lower >= from + half; lower--) yield lower;
  }
  yield* range(0, size);
}

function* range(from: number, to: number): Generator<number> {
  for (let value = from; value < to; value++) yield value;
}

/** Choices of `count` players to float: the lowest, then with one of them exchanged for each higher one. */
function* lowestChoices(group: readonly number[], count: number): Generator<number[]> {
  const lowest = group.slice(group.length - count);
  yield lowest;
  for (let higher = group.length - count - 1; count > 0 && higher >= 0; higher--) {
    for (let out = 0; out < count; out++) yield [group[higher], ...lowest.filter((_, index) => index !== out)];
  }
}
