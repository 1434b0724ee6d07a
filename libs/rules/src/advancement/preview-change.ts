import { ensure } from '../check-input.js';
import { type RankingEntry, type RankingRule, rankStandings, type Standing } from '../ranking/rank-standings.js';
import type { Advancement, AdvancementRule, HeatStanding, TieDecisions } from './advancement-types.js';
import { selectAdvancing } from './select-advancing.js';

/** A heat as it is scored, before ranking. */
export interface ScoredHeat {
  readonly heatId: string;
  readonly entries: readonly RankingEntry[];
  readonly comparable?: boolean;
}

export interface AdvancementPlan {
  readonly ranking: RankingRule;
  /** The figure used for thresholds and wildcards; the first ranking key by default. */
  readonly valueKey?: string;
  readonly advancement: AdvancementRule;
  readonly decisions?: TieDecisions;
}

export interface ChangePreview {
  readonly before: Advancement;
  readonly after: Advancement;
  /** Who would newly advance, and who would no longer. */
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  /** Entries whose rank or state would change. */
  readonly moves: readonly { readonly id: string; readonly heatId: string; readonly from: number | null; readonly to: number | null }[];
  /** Ties that would open. */
  readonly opens: readonly string[];
}

/**
 * What would happen if entries were scored otherwise, or the plan were another one: who would enter, leave and move.
 * Nothing is changed. Decisions of ties that no longer exist in the changed world are left out of it.
 *
 * @throws RuleInputError for a change of an unknown entry, and as rankStandings and selectAdvancing.
 */
export function previewChange(heats: readonly ScoredHeat[], plan: AdvancementPlan, change: { readonly entries?: readonly RankingEntry[]; readonly plan?: AdvancementPlan }): ChangePreview {
  const known = new Set(heats.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const changed = new Map((change.entries ?? []).map((entry, index) => {
    ensure(known.has(entry.id), `change.entries.${index}.id`, 'unknown_entry', { id: entry.id });
    return [entry.id, entry];
  }));
  const was = rankHeats(heats, plan);
  const next = change.plan ?? plan;
  const is = rankHeats(heats.map((heat) => ({ ...heat, entries: heat.entries.map((entry) => changed.get(entry.id) ?? entry) })), next);
  const before = selectAdvancing(was, plan.advancement, plan.decisions);
  const after = selectAdvancing(is, next.advancement, livingDecisions(is, next));
  const [had, has] = [before, after].map(({ advancing }) => new Set(advancing.map(({ id }) => id)));
  return {
    before, after,
    enters: [...has].filter((id) => !had.has(id)),
    leaves: [...had].filter((id) => !has.has(id)),
    moves: was.flatMap(({ heatId, entries }, heat) => entries.flatMap(({ id, rank: from, state }) => {
      const now = is[heat].entries.find((entry) => entry.id === id) as HeatStanding['entries'][number];
      return now.rank === from && now.state === state ? [] : [{ id, heatId, from, to: now.rank }];
    })),
    opens: after.open.map(({ at }) => at).filter((at) => !before.open.some((open) => open.at === at)),
  };
}

/** Ranks each heat and puts the figure for thresholds and wildcards beside each rank. */
export function rankHeats(heats: readonly ScoredHeat[], { ranking, valueKey }: AdvancementPlan): HeatStanding[] {
  const key = valueKey ?? ranking.keys[0]?.key;
  return heats.map(({ heatId, entries, comparable }) => {
    const values = new Map(entries.map(({ id, values: own }) => [id, own[key] ?? null]));
    const standings = rankStandings(entries, ranking).map(({ id, state, rank }: Standing) => ({ id, state, rank, value: values.get(id) ?? null }));
    return { heatId, entries: standings, ...(comparable === undefined ? {} : { comparable }) };
  });
}

function livingDecisions(heats: readonly HeatStanding[], { advancement, decisions = {} }: AdvancementPlan): TieDecisions {
  const { open } = selectAdvancing(heats, advancement);
  const fits = ([at, ids]: [string, readonly string[]]): boolean => {
    const tie = open.find((each) => each.at === at);
    return tie !== undefined && tie.places === ids.length && ids.every((id) => tie.ids.includes(id));
  };
  const ofHeats = Object.fromEntries(Object.entries(decisions).filter(fits));
  // Wildcards only open once every heat is decided.
  const wildcards = selectAdvancing(heats, advancement, ofHeats).open.find(({ at }) => at === 'wildcards');
  const chosen = decisions.wildcards;
  const keeps = wildcards && chosen && wildcards.places === chosen.length && chosen.every((id) => wildcards.ids.includes(id));
  return keeps ? { ...ofHeats, wildcards: chosen } : ofHeats;
}
