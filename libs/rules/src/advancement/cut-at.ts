import { ensure, refuse, requireUnique } from '../check-input.js';
import { compareIds } from '../ranking/rank-standings.js';
import type { Candidate, TiePolicy } from './advancement-types.js';

/** What a cut does with candidates in order. */
export interface Cut {
  /** Above the line. */
  readonly above: readonly Candidate[];
  /** The group that the line splits; empty when the line falls between groups. */
  readonly tied: readonly Candidate[];
  /** Places left for the tied group. */
  readonly left: number;
  readonly below: readonly Candidate[];
}

/** Splits candidates, of which equal ones form one group, at the given number of places. */
export function cutAt(candidates: readonly Candidate[], places: number, compare: (a: Candidate, b: Candidate) => number): Cut {
  const sorted = [...candidates].sort((a, b) => compare(a, b) || compareIds(a.id, b.id));
  if (sorted.length <= places) return { above: sorted, tied: [], left: places - sorted.length, below: [] };
  if (places === 0) return { above: [], tied: [], left: 0, below: sorted };
  const line = sorted[places - 1];
  const from = sorted.findIndex((entry) => compare(entry, line) === 0);
  const group = sorted.filter((entry) => compare(entry, line) === 0);
  const to = from + group.length;
  if (to === places) return { above: sorted.slice(0, places), tied: [], left: 0, below: sorted.slice(places) };
  return { above: sorted.slice(0, from), tied: group, left: places - from, below: sorted.slice(to) };
}

/** Who of a tied group advances; `chosen` null while a play-off or the chief has not decided. */
export interface TieOutcome {
  readonly chosen: readonly Candidate[] | null;
  readonly by: 'tie-included' | 'play-off' | 'chief';
}

/**
 * Applies a policy to the group on the line.
 *
 * @throws RuleInputError when a decision names another entry, one twice, or not as many as there are places.
 */
export function settleTie(cut: Cut, policy: TiePolicy, decision: readonly string[] | undefined, field: string): TieOutcome {
  if (policy === 'include-all') return { chosen: cut.tied, by: 'tie-included' };
  if (policy === 'exclude-all') return { chosen: [], by: 'tie-included' };
  if (decision === undefined) return { chosen: null, by: policy };
  requireUnique(decision, field);
  ensure(decision.length === cut.left, field, 'wrong_count', { places: cut.left });
  return { chosen: decision.map((id) => cut.tied.find((entry) => entry.id === id) ?? refuse(field, 'not_in_tie', { id })), by: policy };
}
