import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, ensure, requireUnique } from '../check-input.js';
import { rankStandings } from '../ranking/rank-standings.js';
import { boundDifference, boundMean, type BoundedMean, meanOf } from '../statistics/bound-mean.js';
import type { Trim } from './judging-types.js';
import { trimmedMean } from './trim-marks.js';

/** One entry in the order it performed, with each judge's total. */
export interface PanelEntry {
  readonly entryId: string;
  readonly unitId: string | null;
  readonly totals: readonly { readonly judgeId: string; readonly unitId: string | null; readonly total: DecimalInput }[];
}

export interface PanelHealthRule {
  readonly trim: Trim;
  readonly rounding?: Rounding;
}

export interface JudgeHealth {
  readonly judgeId: string;
  /** Own total − mean of the others', over all entries: positive is generous. */
  readonly severity: BoundedMean;
  /** Severity in the second half of the entries − in the first half: positive grows more generous. */
  readonly drift: BoundedMean;
  /** Severity with entries of the judge's own unit − with others: positive favours home. */
  readonly homeBias: BoundedMean;
  /** What the standing would be without this judge; null when the panel would be too small. */
  readonly influence: { readonly changed: number; readonly largest: number; readonly winnerChanges: boolean } | null;
}

export interface PanelHealth {
  /** Per entry: highest − lowest total. */
  readonly spread: readonly { readonly entryId: string; readonly spread: Decimal }[];
  readonly judges: readonly JudgeHealth[];
}

/**
 * How a panel judged, in figures: the spread per entry and, per judge, severity, drift over the day, home-unit bias, each with its
 * 95 % confidence interval (null where too little was seen), and how ranks would change without them (leave one out:
 * trimmed means recomputed without the judge; with too few judges left for the trim, nothing is dropped).
 *
 * @throws RuleInputError for no entries, an entry twice, or a judge twice on an entry.
 */
export function measurePanel(entries: readonly PanelEntry[], rule: PanelHealthRule): PanelHealth {
  ensure(entries.length > 0, 'entries', 'empty');
  requireUnique(entries.map(({ entryId }) => entryId), 'entries');
  const read = entries.map(({ entryId, unitId, totals }, index): ReadEntry => {
    ensure(totals.length > 0, `entries.${index}.totals`, 'empty');
    requireUnique(totals.map(({ judgeId }) => judgeId), `entries.${index}.totals`);
    return { entryId, unitId, totals: totals.map(({ judgeId, unitId: home, total }) => ({ judgeId, unitId: home, total: decimalIn(total, `entries.${index}.totals.${judgeId}`) })) };
  });
  const judgeIds = [...new Set(read.flatMap(({ totals }) => totals.map(({ judgeId }) => judgeId)))];
  return {
    spread: read.map(({ entryId, totals }) => {
      const values = totals.map(({ total }) => total);
      return { entryId, spread: values.reduce((a, b) => Decimal.max(a, b)).sub(values.reduce((a, b) => Decimal.min(a, b))) };
    }),
    judges: judgeIds.map((judgeId) => ({ judgeId, ...measureJudge(read, judgeId), influence: measureInfluence(read, judgeId, rule) })),
  };
}

interface ReadEntry {
  readonly entryId: string;
  readonly unitId: string | null;
  readonly totals: readonly { readonly judgeId: string; readonly unitId: string | null; readonly total: Decimal }[];
}

function measureJudge(entries: readonly ReadEntry[], judgeId: string): Pick<JudgeHealth, 'severity' | 'drift' | 'homeBias'> {
  const seen = entries.flatMap((entry, position) => {
    const own = entry.totals.find((each) => each.judgeId === judgeId);
    const others = entry.totals.filter((each) => each.judgeId !== judgeId).map(({ total }) => total);
    if (!own || others.length === 0) return [];
    return [{ position, home: own.unitId !== null && own.unitId === entry.unitId, deviation: own.total.sub(Decimal.mean(others)).toNumber() }];
  });
  const deviations = (keep: (each: (typeof seen)[number]) => boolean): number[] => seen.filter(keep).map(({ deviation }) => deviation);
  const half = entries.length / 2;
  return {
    severity: boundMean(deviations(() => true)),
    drift: boundDifference(deviations(({ position }) => position >= half), deviations(({ position }) => position < half)),
    homeBias: boundDifference(deviations(({ home }) => home), deviations(({ home }) => !home)),
  };
}

function measureInfluence(entries: readonly ReadEntry[], judgeId: string, { trim, rounding }: PanelHealthRule): JudgeHealth['influence'] {
  if (entries.some(({ totals }) => totals.every((each) => each.judgeId === judgeId))) return null;
  const before = ranksOf(entries, trim, rounding);
  const after = ranksOf(entries.map((entry) => ({ ...entry, totals: entry.totals.filter((each) => each.judgeId !== judgeId) })), trim, rounding);
  const moves = [...before].map(([entryId, rank]) => Math.abs(rank - (after.get(entryId) as number)));
  const winners = (ranks: ReadonlyMap<string, number>): string => [...ranks].filter(([, rank]) => rank === 1).map(([id]) => id).sort().join();
  return { changed: moves.filter((move) => move > 0).length, largest: Math.max(...moves), winnerChanges: winners(before) !== winners(after) };
}

function ranksOf(entries: readonly ReadEntry[], trim: Trim, rounding?: Rounding): Map<string, number> {
  const scored = entries.map(({ entryId, totals }) => {
    const count = totals.length - trim.high - trim.low >= 1 ? trim : { high: 0, low: 0 };
    return { id: entryId, values: { score: trimmedMean(totals.map(({ total }) => total), count) } };
  });
  const standings = rankStandings(scored, { keys: [{ key: 'score', direction: 'desc', ...(rounding ? { published: rounding } : {}) }] });
  return new Map(standings.map(({ id, rank }) => [id, rank as number]));
}

/** The mean spread over entries, as a double; null without entries. For a wall that shows one number. */
export function meanSpread(health: PanelHealth): number | null {
  return health.spread.length === 0 ? null : meanOf(health.spread.map(({ spread }) => spread.toNumber()));
}
