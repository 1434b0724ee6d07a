import { ensure, oneOf, requireUnique } from '../check-input.js';
import { arrange } from './arrange.js';
import { balanceByes } from './balance-byes.js';
import type { Bracket, BracketMatch, BracketPart, MatchSource } from './bracket-types.js';
import { separateUnits, type SeededEntry } from './separate-units.js';

/**
 * Who meets whom in the first round. `seeded` (default): the entries are seeds, the best get the byes, units are kept apart.
 * `listed`: the list is paired as it stands, 1-2, 3-4, …, and the last get the byes: for an order that was drawn.
 */
export type SlotOrder = 'seeded' | 'listed';

export interface SingleRule {
  readonly slots?: SlotOrder;
  /** The losers of the semi-finals meet for third place. */
  readonly thirdPlace?: boolean;
}

export interface DoubleRule {
  readonly slots?: SlotOrder;
  /** `reset` (default): a second grand final exists only if the lower bracket's champion wins the first; `simple`: one; `none`: none. */
  readonly grandFinal?: 'reset' | 'simple' | 'none';
  /** The losers of the lower bracket's last two rounds meet for third place. */
  readonly thirdPlace?: boolean;
  /** The first of each pair (with seeds, the better half) starts in the second round, the other in the lower bracket. */
  readonly skipFirstRound?: boolean;
}

/**
 * A single elimination of 2 to 4,096 entries in seed order: N − 1 matches, one more with a third-place match. Byes go to
 * the top seeds and are no matches; entries of one unit are kept apart in the first round where possible. {@link SlotOrder} can say otherwise.
 *
 * @throws RuleInputError for fewer than 2 entries, one twice, or unknown slots.
 */
export function buildSingleElimination(entries: readonly SeededEntry[], rule: SingleRule = {}): Bracket {
  requireUnique(entries.map(({ id }) => id), 'entries');
  const rounds = buildRounds(firstSources(entries, rule.slots), false);
  const semis = rounds[rounds.length - 2];
  const third = rule.thirdPlace && semis ? [match('third', 1, 1, loserOf(semis[0]), loserOf(semis[1]))] : [];
  return { kind: 'single', entries: entries.map(({ id }) => id), matches: [...rounds.slice(0, -1).flat(), ...third, ...rounds[rounds.length - 1]] };
}

/**
 * A double elimination of 2 to 4,096 entries in seed order: 2N − 2 matches, or 2N − 1 when the second grand final is played.
 * Losers drop into the lower bracket in a turned order, so that a rematch comes late.
 *
 * @throws RuleInputError for fewer than 2 entries, one twice, unknown slots, or a skipped first round without a power of two of at least 4.
 */
export function buildDoubleElimination(entries: readonly SeededEntry[], rule: DoubleRule = {}): Bracket {
  requireUnique(entries.map(({ id }) => id), 'entries');
  const grandFinal = oneOf(rule.grandFinal ?? 'reset', ['reset', 'simple', 'none'], 'grandFinal');
  const sources = firstSources(entries, rule.slots);
  ensure(!rule.skipFirstRound || (entries.length === sources.length && entries.length >= 4), 'skipFirstRound', 'needs_a_full_bracket');
  const winners = buildRounds(sources, rule.skipFirstRound ?? false);
  const losers = buildLowerRounds(winners);
  const last = winners[winners.length - 1][0];
  const lower = losers.length > 0 ? losers[losers.length - 1][0] : null;
  const third = rule.thirdPlace && losers.length >= 2 ? [match('third', 1, 1, loserOf(losers[losers.length - 2][0]), loserOf(losers[losers.length - 1][0]))] : [];
  const final = match('final', 1, 1, winnerOf(last), lower ? winnerOf(lower) : loserOf(last));
  const finals = grandFinal === 'none' ? [] : grandFinal === 'simple' ? [final] : [final, match('reset', 1, 1, winnerOf(final), loserOf(final))];
  return { kind: 'double', entries: entries.map(({ id }) => id), matches: [...winners.flat(), ...losers.flat(), ...third, ...finals] };
}

function firstSources(entries: readonly SeededEntry[], slots: SlotOrder = 'seeded'): MatchSource[] {
  oneOf(slots, ['seeded', 'listed'], 'slots');
  return (slots === 'seeded' ? separateUnits(entries) : balanceByes(entries)).map((entry): MatchSource => (entry ? { type: 'entry', id: entry.id } : { type: 'bye' }));
}

function buildRounds(sources: readonly MatchSource[], skipFirst: boolean): BracketMatch[][] {
  const rounds: BracketMatch[][] = [];
  for (let current = sources; current.length > 1; current = rounds[rounds.length - 1].map(winnerOf)) {
    const round = pairUp('winners', rounds.length + 1, current);
    rounds.push(skipFirst && rounds.length === 0 ? round.map((each) => ({ ...each, skipped: true })) : round);
  }
  return rounds;
}

/** Lower rounds alternate: survivors among themselves, then against those who just lost above. */
function buildLowerRounds(winners: readonly BracketMatch[][]): BracketMatch[][] {
  const rounds: BracketMatch[][] = [];
  if (winners.length < 2) return rounds;
  rounds.push(pairUp('losers', 1, winners[0].map(loserOf)));
  for (let above = 1; above < winners.length; above++) {
    const dropping = arrange(winners[above].map(loserOf), above % 2 === 1 ? 'reverse' : 'half-shift');
    const survivors = rounds[rounds.length - 1].map(winnerOf);
    rounds.push(pairUp('losers', rounds.length + 1, survivors.flatMap((survivor, index) => [dropping[index], survivor])));
    if (above < winners.length - 1) rounds.push(pairUp('losers', rounds.length + 1, rounds[rounds.length - 1].map(winnerOf)));
  }
  return rounds;
}

function pairUp(part: BracketPart, round: number, sources: readonly MatchSource[]): BracketMatch[] {
  return Array.from({ length: sources.length / 2 }, (_, index) => match(part, round, index + 1, sources[2 * index], sources[2 * index + 1]));
}

function match(part: BracketPart, round: number, position: number, first: MatchSource, second: MatchSource): BracketMatch {
  return { id: `${part}-${round}-${position}`, part, round, position, sources: [first, second] };
}

function winnerOf({ id }: BracketMatch): MatchSource {
  return { type: 'winner', match: id };
}

function loserOf({ id }: BracketMatch): MatchSource {
  return { type: 'loser', match: id };
}
