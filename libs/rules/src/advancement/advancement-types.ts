import type { Decimal, DecimalInput } from '#lib/kernel';
import type { EntryState } from '../judging/judging-types.js';

/** One entry of a heat's final standing. */
export interface HeatEntry {
  readonly id: string;
  readonly state: EntryState;
  /** Null unless scored. Equal ranks are a tie. */
  readonly rank: number | null;
  /** The published score, for thresholds and wildcards. */
  readonly value?: DecimalInput | null;
}

export interface HeatStanding {
  readonly heatId: string;
  readonly entries: readonly HeatEntry[];
  /** Whether its scores may be compared with those of other heats, for wildcards; true by default. */
  readonly comparable?: boolean;
}

/** What happens to a tie across the cut line. */
export type TiePolicy = 'include-all' | 'exclude-all' | 'play-off' | 'chief';

/** What a percentage is taken of: everyone entered, those who came (not absent, postponed or withdrawn), or those scored. */
export type QuotaBase = 'entered' | 'present' | 'scored';

export interface AdvancementRule {
  /** Places per heat: a number, or a percentage (0–100) of the base, rounded down. */
  readonly places?: { readonly top: number } | { readonly percent: DecimalInput; readonly base: QuotaBase };
  /** Only entries with this score, or above it (strict), can advance. Without `places` all of them do. */
  readonly threshold?: { readonly at: DecimalInput; readonly strict?: boolean; readonly direction?: 'desc' | 'asc' };
  readonly tie: TiePolicy;
  /** The best of those who did not advance, over all heats with comparable scores. */
  readonly wildcards?: { readonly count: number; readonly direction?: 'desc' | 'asc'; readonly tie?: TiePolicy };
  /** Entries that advance as hosts: in addition to the places of their heat, or as one of them (`within`). */
  readonly hosts?: { readonly ids: readonly string[]; readonly within: boolean };
  readonly manual?: {
    readonly add?: readonly { readonly id: string; readonly reason: string }[];
    readonly remove?: readonly { readonly id: string; readonly reason: string }[];
  };
}

/** Decided ties: who of the tied entries advances, by heat id, or by `wildcards`. */
export type TieDecisions = Readonly<Record<string, readonly string[]>>;

export interface Advanced {
  readonly id: string;
  readonly heatId: string;
  readonly rank: number | null;
  readonly by: 'place' | 'threshold' | 'tie-included' | 'play-off' | 'chief' | 'wildcard' | 'host' | 'manual' | 'reserve';
  readonly reason?: string;
}

export interface NotAdvanced {
  readonly id: string;
  readonly heatId: string;
  readonly rank: number | null;
  readonly reason: 'below-cut' | 'below-threshold' | 'tie-excluded' | 'tie-lost' | 'tie-open' | 'not-scored' | 'removed';
}

/** A tie that a play-off or the chief still has to decide: `places` of the `ids` will advance. */
export interface OpenTie {
  readonly at: string;
  readonly ids: readonly string[];
  readonly places: number;
  readonly policy: 'play-off' | 'chief';
}

/** Where a heat was cut, and why there. */
export interface CutLine {
  readonly heatId: string;
  /** Places by the rule; null when only a threshold applies. */
  readonly places: number | null;
  readonly base: { readonly of: QuotaBase; readonly count: number; readonly percent: string } | null;
  /** The last rank that advances by itself; null when none does. */
  readonly lastRank: number | null;
  /** Entries tied across the line. */
  readonly tied: readonly string[];
  readonly policy: TiePolicy | null;
}

export interface Advancement {
  /** By heat as given, then best rank first, then id; wildcards and manual additions stand with their heat. */
  readonly advancing: readonly Advanced[];
  readonly notAdvancing: readonly NotAdvanced[];
  /** While not empty the selection is not complete, and no wildcard is given. */
  readonly open: readonly OpenTie[];
  readonly cuts: readonly CutLine[];
  /** Per heat: scored entries that did not advance, next first. */
  readonly reserves: Readonly<Record<string, readonly { readonly id: string; readonly rank: number }[]>>;
}

/** A scored entry ready to be selected. */
export interface Candidate {
  readonly id: string;
  readonly heatId: string;
  readonly rank: number;
  readonly value: Decimal | null;
}
