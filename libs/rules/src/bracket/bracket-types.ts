/** Where a side of a match comes from. */
export type MatchSource =
  | { readonly type: 'entry'; readonly id: string }
  | { readonly type: 'bye' }
  | { readonly type: 'winner' | 'loser'; readonly match: string };

/** `winners` is also the whole of a single elimination; `reset` is the second grand final. */
export type BracketPart = 'winners' | 'losers' | 'third' | 'final' | 'reset';

export interface BracketMatch {
  /** For example `winners-1-3`: part, round from 1, position from 1. */
  readonly id: string;
  readonly part: BracketPart;
  readonly round: number;
  readonly position: number;
  readonly sources: readonly [MatchSource, MatchSource];
  /** Not played: the first source goes on as its winner, the second as its loser (a bracket that skips its first round). */
  readonly skipped?: boolean;
}

export interface Bracket {
  readonly kind: 'single' | 'double';
  /** In seed order. */
  readonly entries: readonly string[];
  /** In an order in which every match stands after those it depends on. */
  readonly matches: readonly BracketMatch[];
}
