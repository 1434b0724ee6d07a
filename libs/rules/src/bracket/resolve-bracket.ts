import { ensure, refuse } from '../check-input.js';
import type { Bracket, BracketMatch, MatchSource } from './bracket-types.js';

/** `bye`: no match, somebody goes through; `not-needed`: a second grand final that nobody plays. */
export type MatchState = 'waiting' | 'ready' | 'played' | 'bye' | 'not-needed';

export interface ResolvedMatch {
  readonly id: string;
  readonly state: MatchState;
  /** Who plays: an id, null for a bye, undefined while not known. */
  readonly sides: readonly [Side, Side];
  readonly winner: Side;
  readonly loser: Side;
}

export type Side = string | null | undefined;

export interface ResolvedBracket {
  readonly matches: readonly ResolvedMatch[];
  /** Matches that are played or will be; a second grand final counts once it is needed. */
  readonly toPlay: number;
  readonly champion: string | null;
  /** Ranks (1224) of those who are out, and of the champion. */
  readonly ranks: ReadonlyMap<string, number>;
}

/**
 * Where a bracket stands: who meets whom, what can be played now, who is out and with which rank. Entries knocked out in the
 * same round share their rank.
 *
 * @param winners the winner's id by match id.
 * @throws RuleInputError for a result of an unknown match, of one that cannot be played yet, or of a winner who is not in it.
 */
export function resolveBracket(bracket: Bracket, winners: Readonly<Record<string, string>>): ResolvedBracket {
  const known = new Set(bracket.matches.map(({ id }) => id));
  for (const id of Object.keys(winners)) ensure(known.has(id), `winners.${id}`, 'unknown_match');
  const resolved = new Map<string, ResolvedMatch>();
  for (const match of bracket.matches) resolved.set(match.id, resolveMatch(match, winners[match.id], resolved));
  const matches = [...resolved.values()];
  const ranks = rankEntries(bracket, resolved);
  return {
    matches, ranks,
    toPlay: matches.filter(({ id, state }) => isPlayed(state) && !(id.startsWith('reset') && state === 'waiting')).length,
    champion: [...ranks].find(([, rank]) => rank === 1)?.[0] ?? null,
  };
}

function isPlayed(state: MatchState): boolean {
  return state !== 'bye' && state !== 'not-needed';
}

function resolveMatch(match: BracketMatch, winner: string | undefined, resolved: ReadonlyMap<string, ResolvedMatch>): ResolvedMatch {
  const sides = match.sources.map((source) => sideOf(source, resolved)) as [Side, Side];
  const settled = (state: MatchState, won: Side, lost: Side): ResolvedMatch => {
    ensure(winner === undefined, `winners.${match.id}`, 'not_playable');
    return { id: match.id, state, sides, winner: won, loser: lost };
  };
  if (match.skipped) return settled('bye', sides[0], sides[1]);
  if (sides[0] === null || sides[1] === null) return settled('bye', sides[0] === null ? sides[1] : sides[0], null);
  if (match.part === 'reset' && !isResetNeeded(resolved)) {
    const final = resolved.get('final-1-1') as ResolvedMatch;
    return settled(final.state === 'played' ? 'not-needed' : 'waiting', final.winner, final.loser);
  }
  if (sides[0] === undefined || sides[1] === undefined) return settled('waiting', undefined, undefined);
  if (winner === undefined) return settled('ready', undefined, undefined);
  if (!sides.includes(winner)) refuse(`winners.${match.id}`, 'not_in_match', { winner });
  return { id: match.id, state: 'played', sides, winner, loser: sides[0] === winner ? sides[1] : sides[0] };
}

/** The lower bracket's champion, who stands second in the grand final, won it. */
function isResetNeeded(resolved: ReadonlyMap<string, ResolvedMatch>): boolean {
  const final = resolved.get('final-1-1') as ResolvedMatch;
  return final.state === 'played' && final.winner === final.sides[1];
}

function sideOf(source: MatchSource, resolved: ReadonlyMap<string, ResolvedMatch>): Side {
  if (source.type === 'entry') return source.id;
  if (source.type === 'bye') return null;
  const from = resolved.get(source.match) as ResolvedMatch;
  return source.type === 'winner' ? from.winner : from.loser;
}

/** Everyone's rank, counted from the worst: those who leave the bracket together form a group, known or not. */
function rankEntries({ kind, matches, entries }: Bracket, resolved: ReadonlyMap<string, ResolvedMatch>): Map<string, number> {
  const goesOn = new Set(matches.flatMap(({ part, sources }) => (part === 'reset' ? [] : sources)).flatMap((source) => (source.type === 'loser' ? [source.match] : [])));
  const rounds = matches.filter(({ part }) => part === (kind === 'single' ? 'winners' : 'losers'));
  const title = kind === 'single' ? rounds[rounds.length - 1] : null;
  const exits = new Map<number, Side[]>();
  for (const match of rounds) {
    if (match === title || goesOn.has(match.id)) continue;
    exits.set(match.round, [...(exits.get(match.round) ?? []), resolved.get(match.id)?.loser]);
  }
  const third = resolved.get('third-1-1');
  const groups = [...exits.values(), ...(third ? [[third.loser], [third.winner]] : []), ...titleGroups(matches, resolved)];

  const ranks = new Map<string, number>();
  let worse = entries.length;
  for (const group of groups) {
    const real = group.filter((side) => side !== null);
    worse -= real.length;
    for (const id of real) if (id !== undefined) ranks.set(id, worse + 1);
  }
  return ranks;
}

/** Second and first place. */
function titleGroups(matches: readonly BracketMatch[], resolved: ReadonlyMap<string, ResolvedMatch>): Side[][] {
  const final = resolved.get('final-1-1');
  const reset = resolved.get('reset-1-1');
  if (final) {
    const last = reset && reset.state !== 'not-needed' ? reset : final;
    return last.state === 'played' ? [[last.loser], [last.winner]] : [[undefined], [undefined]];
  }
  const of = (part: BracketMatch['part']): ResolvedMatch | undefined => {
    const all = matches.filter((match) => match.part === part);
    return all.length > 0 ? resolved.get(all[all.length - 1].id) : undefined;
  };
  const [upper, lower] = [of('winners') as ResolvedMatch, of('losers')];
  return [[lower ? lower.winner : upper.loser], [upper.winner]];
}
