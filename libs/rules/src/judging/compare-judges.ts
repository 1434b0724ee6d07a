import { Decimal, type DecimalInput, type Rounding } from '#lib/kernel';
import { decimalIn, ensure, requireUnique, roundingIn } from '../check-input.js';

/** What one judge gave one entry; null while it is missing. */
export interface JudgeMark {
  readonly judgeId: string;
  readonly entryId: string;
  readonly mark: DecimalInput | null;
}

export type Normalisation =
  | { readonly state: 'normalised'; readonly scores: ReadonlyMap<string, Decimal> }
  /** `incomplete`: a mark is missing; `no-overlap`: judges' entries do not connect, so use {@link sumRanks}. */
  | { readonly state: 'refused'; readonly reason: 'incomplete' | 'no-overlap' };

/**
 * Makes judges comparable: z = (x − μ_j)/σ_j over each judge's own entries (σ_j with n, z = 0 when σ_j = 0); an entry's score is
 * μ + σ × mean(z), μ and σ over all marks. Offered only when every mark is in and the judges' entries overlap, directly or
 * through others. The roots are doubles; the score is rounded to the declared scale before it ranks anything.
 *
 * @throws RuleInputError for no marks, or a judge who marked an entry twice.
 */
export function normaliseJudges(marks: readonly JudgeMark[], rounding?: Rounding): Normalisation {
  const { scale, mode } = roundingIn(rounding, 'rounding');
  requireMarks(marks);
  if (marks.some(({ mark }) => mark === null)) return { state: 'refused', reason: 'incomplete' };
  if (!isConnected(marks)) return { state: 'refused', reason: 'no-overlap' };

  // Sorted, so that the order of the input cannot change a last bit of the doubles.
  const values = [...marks].sort((a, b) => compareText(a.judgeId, b.judgeId) || compareText(a.entryId, b.entryId))
    .map(({ judgeId, entryId, mark }) => ({ judgeId, entryId, mark: decimalIn(mark, 'marks.mark') }));
  const all = spreadOf(values.map(({ mark }) => mark));
  const byJudge = new Map([...groupBy(values, ({ judgeId }) => judgeId)].map(([judgeId, own]) => [judgeId, spreadOf(own.map(({ mark }) => mark))]));
  const scores = [...groupBy(values, ({ entryId }) => entryId)].map(([entryId, own]): [string, Decimal] => {
    const zs = own.map(({ judgeId, mark }) => {
      const { mean, deviation } = byJudge.get(judgeId) as Spread;
      return deviation === 0 ? 0 : mark.sub(mean).toNumber() / deviation;
    });
    const z = zs.reduce((sum, each) => sum + each, 0) / zs.length;
    return [entryId, all.mean.add(Decimal.fromDouble(all.deviation * z)).round(scale, mode)];
  });
  return { state: 'normalised', scores: new Map(scores) };
}

export interface RankSum {
  readonly entryId: string;
  /** Sum of its places among each judge's entries; equal marks share the mean place. */
  readonly sum: Decimal;
  /** Mean over its judges of (place − ½)/n, 0 to 1: comparable when judges saw different numbers of entries. */
  readonly relative: Decimal;
}

/**
 * Rank-sum (Borda): each judge only orders their own entries, so severity cancels out. Less is better. When every judge
 * marked every entry, `sum` and `relative` give the same order; otherwise rank by `relative`.
 *
 * @throws RuleInputError for no marks, a missing mark, or a judge who marked an entry twice.
 */
export function sumRanks(marks: readonly JudgeMark[]): RankSum[] {
  requireMarks(marks);
  const places = new Map<string, { sum: Decimal; relative: Decimal; judges: number }>();
  for (const own of groupBy(marks, ({ judgeId }) => judgeId).values()) {
    const values = own.map(({ entryId, mark }) => ({ entryId, mark: decimalIn(mark, `marks.${entryId}`) }));
    for (const { entryId, mark } of values) {
      const above = values.filter((other) => other.mark.gt(mark)).length;
      const equal = values.filter((other) => other.mark.eq(mark)).length;
      const place = Decimal.ratio(2 * above + equal + 1, 2);
      const so = places.get(entryId) ?? { sum: Decimal.zero, relative: Decimal.zero, judges: 0 };
      places.set(entryId, { sum: so.sum.add(place), relative: so.relative.add(place.sub(Decimal.ratio(1, 2)).div(values.length)), judges: so.judges + 1 });
    }
  }
  return [...places].map(([entryId, { sum, relative, judges }]) => ({ entryId, sum, relative: relative.div(judges) }))
    .sort((a, b) => a.relative.compare(b.relative) || compareText(a.entryId, b.entryId));
}

interface Spread {
  readonly mean: Decimal;
  readonly deviation: number;
}

function spreadOf(values: readonly Decimal[]): Spread {
  const mean = Decimal.mean(values);
  const variance = Decimal.mean(values.map((value) => value.sub(mean).mul(value.sub(mean))));
  return { mean, deviation: Math.sqrt(variance.toNumber()) };
}

function requireMarks(marks: readonly JudgeMark[]): void {
  ensure(marks.length > 0, 'marks', 'empty');
  requireUnique(marks.map(({ judgeId, entryId }) => JSON.stringify([judgeId, entryId])), 'marks');
}

/** Whether every judge can be reached from every other through entries they share. */
function isConnected(marks: readonly JudgeMark[]): boolean {
  const byEntry = groupBy(marks, ({ entryId }) => entryId);
  const byJudge = groupBy(marks, ({ judgeId }) => judgeId);
  const reached = new Set([marks[0].judgeId]);
  for (const judgeId of reached) {
    for (const { entryId } of byJudge.get(judgeId) ?? []) {
      for (const other of byEntry.get(entryId) ?? []) reached.add(other.judgeId);
    }
  }
  return reached.size === byJudge.size;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
