import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, ensure, integerWithin, oneOf, requireUnique } from '../check-input.js';
import type { TiePolicy } from './advancement-types.js';

/** `clinched`: advances whatever happens; `out`: cannot advance any more; `alive`: anything else. */
export type ProvenState = 'clinched' | 'alive' | 'out';

/** What an entry can still end with; every value between is possible, independently of all others. */
export interface ScoreRange {
  readonly id: string;
  /** The least and the most it can end with; null is without limit. Equal when its result is final. */
  readonly low: DecimalInput | null;
  readonly high: DecimalInput | null;
  /** Disqualified, withdrawn or not finished: out, and in nobody's way. */
  readonly gone?: boolean;
}

export interface ProofRule {
  readonly places: number;
  readonly tie: TiePolicy;
  readonly direction?: 'desc' | 'asc';
}

/**
 * What is certain before all results are in, for entries whose remaining points do not depend on each other. Exact: a
 * state is reported if and only if it holds in every possible completion.
 *
 * A tie on the cut line counts against an entry for `clinched` unless all tied are included, and for it unless all tied are excluded.
 *
 * @throws RuleInputError for negative places, an id twice, or low above high.
 */
export function proveStates(entries: readonly ScoreRange[], rule: ProofRule): Map<string, ProvenState> {
  const places = integerWithin(rule.places, 'places', 0);
  oneOf(rule.tie, ['include-all', 'exclude-all', 'play-off', 'chief'], 'tie');
  const ascending = oneOf(rule.direction ?? 'desc', ['desc', 'asc'], 'direction') === 'asc';
  requireUnique(entries.map(({ id }) => id), 'entries');
  const ranges = entries.map(({ id, low, high, gone }, index) => {
    const [least, most] = [readBound(low, `entries.${index}.low`), readBound(high, `entries.${index}.high`)];
    ensure(least === null || most === null || least.lte(most), `entries.${index}.low`, 'above_high');
    // Less is better: turned around, so that more is better below.
    return { id, gone: gone ?? false, low: ascending ? negate(most) : least, high: ascending ? negate(least) : most };
  });
  const field = ranges.filter(({ gone }) => !gone);
  return new Map(ranges.map((own): [string, ProvenState] => {
    if (own.gone) return [own.id, 'out'];
    const others = field.filter(({ id }) => id !== own.id);
    const threats = others.filter(({ high }) => beats(high, own.low, rule.tie !== 'include-all')).length;
    const ahead = others.filter(({ low }) => surelyBeats(low, own.high, rule.tie === 'exclude-all')).length;
    return [own.id, threats < places ? 'clinched' : ahead >= places ? 'out' : 'alive'];
  }));
}

function readBound(value: DecimalInput | null, field: string): Decimal | null {
  return value === null ? null : decimalIn(value, field);
}

function negate(value: Decimal | null): Decimal | null {
  return value && value.neg();
}

/** Whether an upper bound can pass (or reach) a lower one; no bound can. */
function beats(high: Decimal | null, low: Decimal | null, equalCounts: boolean): boolean {
  if (high === null || low === null) return true;
  return equalCounts ? high.gte(low) : high.gt(low);
}

/** Whether a lower bound is already past (or at) an upper one; without bounds it is not. */
function surelyBeats(low: Decimal | null, high: Decimal | null, equalCounts: boolean): boolean {
  if (low === null || high === null) return false;
  return equalCounts ? low.gte(high) : low.gt(high);
}
