import type { RankStyle, Title } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { rankStandings, scoreTeam } from '#lib/rules';

/** How many members of a unit count for its team. */
export const TEAM_BEST = 2;

/** The rule in words, shown beside the result. */
export const teamRuleTitle: Title = { zh: '每单位取成绩最好的 2 人，总分相加；不足 2 人的按实有人数计', en: 'The two best totals of each unit added; a unit with fewer counts those it has' };

export interface TeamMember {
  entryId: string;
  unitId: string;
  /** Null: not scored, and it counts for nothing. */
  total: string | null;
}

export interface RankedTeam {
  unitId: string;
  total: string;
  rank: number;
  /** Entry ids that counted, best first. */
  counted: readonly string[];
}

/** Team standing by unit: the sum of its two best totals, ranked `1224` or as the tier says. Units without a score are not listed. */
export function rankTeams(members: readonly TeamMember[], scale: number, style: RankStyle): RankedTeam[] {
  const byUnit = new Map<string, TeamMember[]>();
  for (const member of members) byUnit.set(member.unitId, [...(byUnit.get(member.unitId) ?? []), member]);
  const scores = new Map([...byUnit].flatMap(([unitId, own]) => {
    const { score, stages } = scoreTeam([{ stageId: 'total', members: own.map(({ entryId, total }) => ({ id: entryId, value: total })) }],
      { best: TEAM_BEST, combine: 'sum', missing: 'skip', rounding: { scale, mode: 'half-up' } });
    return score === null ? [] : [[unitId, { score, counted: stages[0].counted }] as const];
  }));
  if (scores.size === 0) return [];
  const standings = rankStandings([...scores].map(([id, { score }]) => ({ id, values: { total: score } })),
    { keys: [{ key: 'total', direction: 'desc' }], style: style === 'shared_mean' ? 'mean' : style });
  return standings.map(({ id, rank }) => {
    const { score, counted } = scores.get(id) ?? { score: Decimal.zero, counted: [] };
    return { unitId: id, total: score.toString(scale), rank: rank ?? 0, counted };
  });
}
