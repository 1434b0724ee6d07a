import { ensure, refuse } from '../check-input.js';
import type { Advancement, AdvancementRule, HeatStanding, TieDecisions } from './advancement-types.js';
import { selectAdvancing } from './select-advancing.js';

export interface Replacement {
  /** Who withdrew, in the order given. */
  readonly withdrawn: readonly string[];
  /** Who moves up instead. */
  readonly called: readonly { readonly id: string; readonly heatId: string; readonly rank: number | null }[];
  /** Groups tied for the free place that do not fit: nobody is called until they are decided. */
  readonly refused: readonly { readonly at: string; readonly ids: readonly string[]; readonly places: number }[];
  /** The selection as it now stands. */
  readonly selection: Advancement;
}

/**
 * Fills the places of those who withdrew after advancing: the selection is computed again as if whoever quit came last in
 * their heat, with the number of places it had (a percentage keeps its base). Nobody who had advanced loses the place. When
 * the entries next in line are tied and do not all fit, none is called and the tie is reported; a decision for that heat
 * (by id, as in {@link selectAdvancing}) settles it.
 *
 * @throws RuleInputError when somebody withdraws who had not advanced, and as selectAdvancing.
 */
export function replaceWithdrawn(heats: readonly HeatStanding[], rule: AdvancementRule, before: Advancement, withdrawn: readonly string[], decisions: TieDecisions = {}): Replacement {
  ensure(before.open.length === 0, 'before.open', 'tie_open');
  const had = new Map(before.advancing.map((entry) => [entry.id, entry]));
  withdrawn.forEach((id, index) => ensure(had.has(id), `withdrawn.${index}`, 'had_not_advanced', { id }));
  const gone = new Set(withdrawn);

  const called: { id: string; heatId: string; rank: number | null }[] = [];
  const refused: { at: string; ids: string[]; places: number }[] = [];
  const take = (ids: readonly string[], heatId?: string): void => {
    for (const id of ids) called.push({ id, heatId: heatId ?? heatOf(heats, id), rank: rankOf(heats, id) });
  };
  const call = (line: readonly Candidate[], places: number, at: string, heatId?: string): void => {
    for (let from = 0, left = places; left > 0 && from < line.length;) {
      const group = line.filter(({ order }) => order === line[from].order).map(({ id }) => id);
      if (group.length <= left) {
        take(group, heatId);
        [from, left] = [from + group.length, left - group.length];
        continue;
      }
      const decision = decisions[at];
      if (decision) take(requireFit(decision, group, left, `decisions.${at}`), heatId);
      else refused.push({ at, ids: group, places: left });
      return;
    }
  };

  for (const { heatId } of heats) {
    const free = [...gone].filter((id) => had.get(id)?.heatId === heatId && had.get(id)?.by !== 'wildcard').length;
    const line = before.reserves[heatId].filter(({ id }) => !gone.has(id)).map(({ id, rank }) => ({ id, order: rank }));
    call(line, free, heatId, heatId);
  }
  const freeWildcards = [...gone].filter((id) => had.get(id)?.by === 'wildcard').length;
  call(nextWildcards(heats, rule, before, new Set(called.map(({ id }) => id))), freeWildcards, 'wildcards');

  const calledIds = new Set(called.map(({ id }) => id));
  return { withdrawn, called, refused, selection: applyTo(before, gone, called, calledIds) };
}

interface Candidate {
  readonly id: string;
  /** Equal for entries that are tied. */
  readonly order: number;
}

function nextWildcards(heats: readonly HeatStanding[], rule: AdvancementRule, before: Advancement, called: ReadonlySet<string>): Candidate[] {
  if (!rule.wildcards) return [];
  const waiting = new Set(Object.values(before.reserves).flatMap((line) => line.map(({ id }) => id)).filter((id) => !called.has(id)));
  const line: Candidate[] = [];
  // The next wildcards in order: ask for one more place at a time among those who wait.
  const field = heats.map((heat) => ({ ...heat, entries: heat.entries.map((entry) => (waiting.has(entry.id) ? entry : { ...entry, state: 'withdrawn' as const, rank: null })) }));
  for (let count = 1; line.length < waiting.size && count <= waiting.size; count++) {
    const { advancing } = selectAdvancing(field, { tie: 'include-all', wildcards: { ...rule.wildcards, count, tie: 'include-all' } });
    const next = advancing.filter(({ id }) => !line.some((each) => each.id === id));
    line.push(...next.map(({ id }) => ({ id, order: count })));
  }
  return line;
}

function applyTo(before: Advancement, gone: ReadonlySet<string>, called: readonly { id: string; heatId: string; rank: number | null }[], calledIds: ReadonlySet<string>): Advancement {
  const left = before.advancing.filter(({ id }) => gone.has(id)).map(({ id, heatId, rank }) => ({ id, heatId, rank, reason: 'removed' as const }));
  return {
    ...before,
    advancing: [...before.advancing.filter(({ id }) => !gone.has(id)), ...called.map((entry) => ({ ...entry, by: 'reserve' as const }))],
    notAdvancing: [...before.notAdvancing.filter(({ id }) => !calledIds.has(id)), ...left],
    reserves: Object.fromEntries(Object.entries(before.reserves).map(([heatId, line]) => [heatId, line.filter(({ id }) => !calledIds.has(id))])),
  };
}

function requireFit(decision: readonly string[], group: readonly string[], places: number, field: string): readonly string[] {
  ensure(decision.length === places && new Set(decision).size === places, field, 'wrong_count', { places });
  return decision.map((id) => (group.includes(id) ? id : refuse(field, 'not_in_tie', { id })));
}

function heatOf(heats: readonly HeatStanding[], id: string): string {
  return (heats.find(({ entries }) => entries.some((entry) => entry.id === id)) as HeatStanding).heatId;
}

function rankOf(heats: readonly HeatStanding[], id: string): number | null {
  return heats.flatMap(({ entries }) => entries).find((entry) => entry.id === id)?.rank ?? null;
}
