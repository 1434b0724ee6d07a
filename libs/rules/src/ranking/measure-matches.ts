import { Decimal, type DecimalInput } from '#lib/kernel';
import { decimalIn, ensure, requireUnique } from '../check-input.js';

/** A played match; null points while a side's ballot is not confirmed. */
export interface PlayedMatch {
  readonly sides: readonly [MatchSide, MatchSide];
  /** A knock-out match counts for nothing here. */
  readonly elimination?: boolean;
  /** An unconfirmed result does not count, but the opponents have met. */
  readonly confirmed?: boolean;
}

export interface MatchSide {
  readonly id: string;
  /** Match points, for example 1 or 0. */
  readonly points: DecimalInput;
  readonly score?: DecimalInput;
}

export interface MatchMeasures {
  readonly id: string;
  readonly played: number;
  readonly points: Decimal;
  /** Sum of scores and of margins over the opponents. */
  readonly scored: Decimal;
  readonly margin: Decimal;
  /** Means of scores and margins, and variance of the scores (its root is their standard deviation, and ranks alike), exactly; null without a match. */
  readonly scoredMean: Decimal | null;
  readonly marginMean: Decimal | null;
  readonly scoredVariance: Decimal | null;
  /** Sum over opponents met (twice if met twice) of their points (Buchholz, draw strength) and of their scores. */
  readonly strength: Decimal;
  readonly strengthByScore: Decimal;
  /** Points taken from each opponent met. */
  readonly against: Readonly<Record<string, Decimal>>;
}

/**
 * What tables of leagues and Swiss systems are ranked by, exactly. Feed the figures to `rankStandings` as keys.
 *
 * @throws RuleInputError for a match against oneself or an entry that is not in the field.
 */
export function measureMatches(ids: readonly string[], matches: readonly PlayedMatch[]): MatchMeasures[] {
  requireUnique(ids, 'ids');
  const sums = new Map(ids.map((id) => [id, { played: 0, points: Decimal.zero, scored: Decimal.zero, margin: Decimal.zero, scores: [] as Decimal[], opponents: [] as string[], against: new Map<string, Decimal>() }]));
  matches.forEach(({ sides, elimination, confirmed }, index) => {
    const [a, b] = sides;
    ensure(a.id !== b.id, `matches.${index}.sides`, 'same_entry');
    if (elimination) return;
    [[a, b], [b, a]].forEach(([own, other]) => {
      const sum = sums.get(own.id);
      ensure(sum !== undefined, `matches.${index}.sides`, 'unknown_entry', { id: own.id });
      sum.opponents.push(other.id);
      if (confirmed === false) return;
      const [points, score, conceded] = [own.points, own.score ?? 0, other.score ?? 0].map((value) => decimalIn(value, `matches.${index}.sides`));
      sum.played++;
      sum.points = sum.points.add(points);
      sum.scored = sum.scored.add(score);
      sum.scores.push(score);
      sum.margin = sum.margin.add(score).sub(conceded);
      sum.against.set(other.id, points.add(sum.against.get(other.id) ?? 0));
    });
  });
  return ids.map((id) => {
    const { played, points, scored, margin, scores, opponents, against } = sums.get(id) as NonNullable<ReturnType<typeof sums.get>>;
    const met = opponents.map((opponent) => sums.get(opponent) as { points: Decimal; scored: Decimal });
    return {
      id, played, points, scored, margin,
      scoredMean: played > 0 ? Decimal.mean(scores) : null,
      marginMean: played > 0 ? margin.div(played) : null,
      scoredVariance: played > 0 ? varianceOf(scores) : null,
      strength: Decimal.sum(met.map((opponent) => opponent.points)),
      strengthByScore: Decimal.sum(met.map((opponent) => opponent.scored)),
      against: Object.fromEntries(against),
    };
  });
}

/** Of all the scores there are, not of a sample. */
function varianceOf(scores: readonly Decimal[]): Decimal {
  const mean = Decimal.mean(scores);
  return Decimal.mean(scores.map((score) => score.sub(mean).mul(score.sub(mean))));
}
