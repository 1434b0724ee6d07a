import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, ensure, integerWithin, oneOf } from '../check-input.js';

/** What a rank needs to be awarded something. */
export interface RankedEntry {
  readonly id: string;
  /** Null when not ranked. Equal ranks are shared. */
  readonly rank: number | null;
}

export interface PointsRule {
  /** Points of place 1, 2, … ; places beyond the table earn `beyond` (0 by default). */
  readonly table: readonly DecimalInput[];
  readonly beyond?: DecimalInput;
  /** Entries sharing a place each get its points (`same`), or the mean of the points of the places they fill (`mean`, default). */
  readonly shared?: 'same' | 'mean';
}

/**
 * Place points (名次积分) by a declared table; exact. Entries that are not ranked earn none. The places a group fills
 * are counted from the number of better entries, whatever rank style was used.
 *
 * @throws RuleInputError for an empty table or points that are no decimals.
 */
export function awardPoints(entries: readonly RankedEntry[], rule: PointsRule): Map<string, Decimal> {
  ensure(rule.table.length > 0, 'table', 'empty');
  const shared = oneOf(rule.shared ?? 'mean', ['same', 'mean'], 'shared');
  const table = rule.table.map((points, index) => decimalIn(points, `table.${index}`));
  const beyond = decimalIn(rule.beyond ?? 0, 'beyond');
  const points = new Map<string, Decimal>();
  for (const { ids, from } of groupRanks(entries)) {
    const filled = ids.map((_, index) => table[from + index] ?? beyond);
    const each = shared === 'same' ? filled[0] : Decimal.mean(filled);
    for (const id of ids) points.set(id, each);
  }
  for (const { id, rank } of entries) if (rank === null) points.set(id, Decimal.zero);
  return points;
}

export type Medal = 'gold' | 'silver' | 'bronze';

export interface MedalRule {
  /** A shared gold leaves no silver, and so on (default); or every medal is given to the next group all the same. */
  readonly shared?: 'consumes' | 'keeps-next';
  /** How many bronzes: 1, or 2 as when two losing semi-finalists share third place. */
  readonly bronzes?: 1 | 2;
}

/**
 * Medals by rank. With `consumes` a tie takes the medals below it: two golds leave no silver, three leave no bronze;
 * two silvers leave no bronze. With `keeps-next` the three best groups get gold, silver and bronze.
 */
export function grantMedals(entries: readonly RankedEntry[], rule: MedalRule = {}): Map<string, Medal> {
  const shared = oneOf(rule.shared ?? 'consumes', ['consumes', 'keeps-next'], 'shared');
  const bronzes = integerWithin(rule.bronzes ?? 1, 'bronzes', 1, 2);
  const medals = new Map<string, Medal>();
  groupRanks(entries).forEach(({ ids, from }, group) => {
    const place = shared === 'consumes' ? from : group;
    const medal = place === 0 ? 'gold' : place === 1 ? 'silver' : place < 2 + bronzes ? 'bronze' : null;
    if (medal) for (const id of ids) medals.set(id, medal);
  });
  return medals;
}

/** A named award for a share of the field, best first. */
export interface ShareAward {
  readonly award: string;
  /** Percent of the field, above 0. */
  readonly percent: DecimalInput;
}

export interface ShareRule {
  readonly awards: readonly ShareAward[];
  /** How a share of the field becomes a number of places. */
  readonly rounding: 'down' | 'up' | 'nearest';
  /** A tie across the line gets the better award, or the lower one. */
  readonly ties: 'better' | 'lower';
  /** The field: ranked entries (default), or this many. */
  readonly field?: number;
}

/**
 * Awards by share of the field (一等奖 10 %, 二等奖 20 %, 三等奖 30 %). The lines are drawn at the *cumulative* shares, so
 * that rounding never adds up; a tie across a line follows the declared policy and does not move later lines.
 *
 * @throws RuleInputError for no awards, a share of 0 or less, or more than 100 % in all.
 */
export function grantAwards(entries: readonly RankedEntry[], rule: ShareRule): Map<string, string> {
  ensure(rule.awards.length > 0, 'awards', 'empty');
  oneOf(rule.rounding, ['down', 'up', 'nearest'], 'rounding');
  oneOf(rule.ties, ['better', 'lower'], 'ties');
  const groups = groupRanks(entries);
  const field = integerWithin(rule.field ?? groups.reduce((sum, { ids }) => sum + ids.length, 0), 'field', 0);
  let percent = Decimal.zero;
  const lines = rule.awards.map(({ award, percent: share }, index) => {
    const value = decimalIn(share, `awards.${index}.percent`);
    ensure(value.gt(0), `awards.${index}.percent`, 'not_above_zero');
    percent = percent.add(value);
    return { award, until: toPlaces(percent.mul(field).div(100), rule.rounding) };
  });
  ensure(percent.lte(100), 'awards', 'above_100_percent');
  const granted = new Map<string, string>();
  for (const { ids, from } of groups) {
    const deciding = rule.ties === 'better' ? from : from + ids.length - 1;
    const line = lines.find(({ until }) => deciding < until);
    if (line) for (const id of ids) granted.set(id, line.award);
  }
  return granted;
}

function toPlaces(exact: Decimal, rounding: ShareRule['rounding']): number {
  if (rounding === 'nearest') return exact.round(0, 'half-up').toNumber();
  const down = exact.round(0, 'down');
  return (rounding === 'down' || down.eq(exact) ? down : down.add(1)).toNumber();
}

/** Ranked entries in groups of equal rank, best first; `from` is the number of better entries. */
function groupRanks(entries: readonly RankedEntry[]): { ids: string[]; from: number }[] {
  const sorted = entries.filter((entry): entry is { id: string; rank: number } => entry.rank !== null).sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const groups: { ids: string[]; from: number; rank: number }[] = [];
  sorted.forEach(({ id, rank }, from) => {
    const last = groups[groups.length - 1];
    if (last?.rank === rank) last.ids.push(id);
    else groups.push({ ids: [id], from, rank });
  });
  return groups;
}
