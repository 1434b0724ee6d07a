import { Decimal } from '#lib/kernel';
import { decimalIn, ensure, integerWithin, oneOf, refuse, requireUnique } from '../check-input.js';
import { compareIds } from '../ranking/rank-standings.js';
import type { Advanced, Advancement, AdvancementRule, Candidate, CutLine, HeatStanding, NotAdvanced, OpenTie, TieDecisions, TiePolicy } from './advancement-types.js';
import { countPlaces } from './count-places.js';
import { type Cut, cutAt, settleTie } from './cut-at.js';

const NEVER: ReadonlySet<string> = new Set(['not-finished', 'disqualified', 'withdrawn']);
const POLICIES: readonly TiePolicy[] = ['include-all', 'exclude-all', 'play-off', 'chief'];
const byRank = (a: Candidate, b: Candidate): number => a.rank - b.rank;

/**
 * Says who advances from finished heats, and why each does or does not.
 *
 * In each heat the places (number or floored percentage) go to the best ranked entries that reach the threshold; a tie on
 * the cut line is never split but by the declared policy, and stays open until a play-off or the chief has decided.
 * Then the wildcards go to the best values among the others over all comparable heats, once no heat is open. Hosts and
 * manual additions follow; who did not finish, withdrew or was disqualified never advances. By places alone the result is never
 * longer than the quota except under `include-all`. The order of heats and entries changes only the order of the answer.
 *
 * @throws RuleInputError for a bad rule or decision, an id twice, a scored entry without rank, or an unknown host or addition.
 */
export function selectAdvancing(heats: readonly HeatStanding[], rule: AdvancementRule, decisions: TieDecisions = {}): Advancement {
  checkHeats(heats);
  oneOf(rule.tie, POLICIES, 'rule.tie');
  const selection = new Selection(heats, rule, decisions);
  for (const heat of heats) selection.cutHeat(heat);
  selection.addHosts();
  selection.addWildcards();
  selection.addManual();
  return selection.result();
}

/** Refuses heats with an id twice, or a scored entry without a rank. */
export function checkHeats(heats: readonly HeatStanding[]): void {
  requireUnique(heats.map(({ heatId }) => heatId), 'heats');
  requireUnique(heats.flatMap(({ entries }) => entries.map(({ id }) => id)), 'heats.entries');
  heats.forEach(({ entries }, heat) => entries.forEach(({ state, rank }, index) => {
    const field = `heats.${heat}.entries.${index}.rank`;
    if (state !== 'scored') ensure(rank === null, field, 'ranked_but_not_scored');
    else ensure(rank !== null && Number.isFinite(rank) && rank >= 1, field, 'out_of_range', { min: 1 });
  }));
}

class Selection {
  private readonly advanced = new Map<string, Advanced>();
  private readonly dropped = new Map<string, NotAdvanced['reason']>();
  private readonly open: OpenTie[] = [];
  private readonly cuts: CutLine[] = [];
  private readonly candidates: Candidate[];
  private readonly hosts: ReadonlySet<string>;
  private readonly removed: ReadonlySet<string>;

  constructor(private readonly heats: readonly HeatStanding[], private readonly rule: AdvancementRule, private readonly decisions: TieDecisions) {
    this.hosts = new Set(rule.hosts?.ids ?? []);
    this.removed = new Set((rule.manual?.remove ?? []).map(({ id, reason }, index) => {
      ensure(reason.trim() !== '', `rule.manual.remove.${index}.reason`, 'empty');
      return this.find(id, `rule.manual.remove.${index}.id`).entry.id;
    }));
    const reaches = this.thresholdTest();
    this.candidates = heats.flatMap(({ heatId, entries }) => entries.flatMap((entry): Candidate[] => {
      if (this.removed.has(entry.id)) this.dropped.set(entry.id, 'removed');
      else if (entry.rank === null) this.dropped.set(entry.id, 'not-scored');
      else {
        const value = entry.value === null || entry.value === undefined ? null : decimalIn(entry.value, `entries.${entry.id}.value`);
        if (reaches(value)) return [{ id: entry.id, heatId, rank: entry.rank, value }];
        this.dropped.set(entry.id, 'below-threshold');
      }
      return [];
    }));
  }

  cutHeat({ heatId, entries }: HeatStanding): void {
    const { places, base } = countPlaces(entries, this.rule);
    const eligible = this.candidates.filter((candidate) => candidate.heatId === heatId);
    const within = this.rule.hosts?.within ? entries.filter(({ id }) => this.hosts.has(id)).length : 0;
    const guaranteed = eligible.filter(({ id }) => within > 0 && this.hosts.has(id));
    const others = eligible.filter((candidate) => !guaranteed.includes(candidate));
    const cut = cutAt(others, this.slots(places, within), byRank);
    for (const candidate of cut.above) this.advance(candidate, places === null ? 'threshold' : 'place');
    const tied = cut.tied.map(({ id }) => id);
    this.cuts.push({ heatId, places, base, lastRank: cut.above.length > 0 ? cut.above[cut.above.length - 1].rank : null, tied, policy: tied.length > 0 ? this.rule.tie : null });
    this.settle(cut, this.rule.tie, heatId);
  }

  addHosts(): void {
    for (const id of this.hosts) {
      const { entry, heatId } = this.find(id, 'rule.hosts.ids');
      ensure(!NEVER.has(entry.state), 'rule.hosts.ids', 'cannot_advance', { id, state: entry.state });
      if (!this.removed.has(id) && !this.advanced.has(id)) this.advance({ id, heatId, rank: entry.rank }, 'host');
    }
  }

  addWildcards(): void {
    const { wildcards } = this.rule;
    if (!wildcards) return;
    const count = integerWithin(wildcards.count, 'rule.wildcards.count', 0);
    const policy = oneOf(wildcards.tie ?? this.rule.tie, POLICIES, 'rule.wildcards.tie');
    const better = oneOf(wildcards.direction ?? 'desc', ['desc', 'asc'], 'rule.wildcards.direction') === 'desc' ? -1 : 1;
    if (this.open.length > 0) return;
    const comparable = new Set(this.heats.filter((heat) => heat.comparable !== false).map(({ heatId }) => heatId));
    const eligible = this.candidates.filter(({ id, heatId, value }) => value !== null && comparable.has(heatId) && !this.advanced.has(id));
    const cut = cutAt(eligible, count, (a, b) => better * (a.value as Decimal).compare(b.value as Decimal));
    for (const candidate of cut.above) this.advance(candidate, 'wildcard');
    this.settle(cut, policy, 'wildcards');
  }

  addManual(): void {
    (this.rule.manual?.add ?? []).forEach(({ id, reason }, index) => {
      const field = `rule.manual.add.${index}`;
      ensure(reason.trim() !== '', `${field}.reason`, 'empty');
      const { entry, heatId } = this.find(id, `${field}.id`);
      ensure(!NEVER.has(entry.state) && !this.removed.has(id), `${field}.id`, 'cannot_advance', { id, state: entry.state });
      if (!this.advanced.has(id)) this.advance({ id, heatId, rank: entry.rank }, 'manual', reason);
    });
  }

  result(): Advancement {
    const ordered = this.heats.flatMap(({ heatId, entries }) => [...entries]
      .sort((a, b) => (a.rank ?? Infinity) === (b.rank ?? Infinity) ? compareIds(a.id, b.id) : (a.rank ?? Infinity) - (b.rank ?? Infinity))
      .map(({ id, rank }) => ({ id, heatId, rank })));
    const notAdvancing = ordered.filter(({ id }) => !this.advanced.has(id)).map((entry): NotAdvanced => ({ ...entry, reason: this.dropped.get(entry.id) ?? 'below-cut' }));
    return {
      advancing: ordered.flatMap(({ id }) => this.advanced.get(id) ?? []),
      notAdvancing,
      open: this.open,
      cuts: this.cuts,
      reserves: Object.fromEntries(this.heats.map(({ heatId }) => [heatId, notAdvancing.flatMap(({ id, heatId: own, rank, reason }) => (
        own === heatId && rank !== null && reason !== 'removed' && reason !== 'below-threshold' ? [{ id, rank }] : []))])),
    };
  }

  private slots(places: number | null, within: number): number {
    if (places === null) return this.rule.threshold ? Infinity : 0;
    return Math.max(0, places - within);
  }

  private settle(cut: Cut, policy: TiePolicy, at: string): void {
    const decision = this.decisions[at];
    if (cut.tied.length === 0) return ensure(decision === undefined, `decisions.${at}`, 'no_tie');
    const { chosen, by } = settleTie(cut, policy, decision, `decisions.${at}`);
    if (chosen === null) this.open.push({ at, ids: cut.tied.map(({ id }) => id), places: cut.left, policy: policy as OpenTie['policy'] });
    for (const candidate of chosen ?? []) this.advance(candidate, at === 'wildcards' ? 'wildcard' : by);
    const lost = chosen === null ? 'tie-open' : policy === 'exclude-all' ? 'tie-excluded' : 'tie-lost';
    for (const { id } of cut.tied) if (!this.advanced.has(id)) this.dropped.set(id, lost);
  }

  private advance({ id, heatId, rank }: { id: string; heatId: string; rank: number | null }, by: Advanced['by'], reason?: string): void {
    this.advanced.set(id, { id, heatId, rank, by, ...(reason === undefined ? {} : { reason }) });
  }

  private thresholdTest(): (value: Decimal | null) => boolean {
    const { threshold } = this.rule;
    if (!threshold) return () => true;
    const at = decimalIn(threshold.at, 'rule.threshold.at');
    const sign = oneOf(threshold.direction ?? 'desc', ['desc', 'asc'], 'rule.threshold.direction') === 'desc' ? 1 : -1;
    return (value) => value !== null && sign * value.compare(at) >= (threshold.strict ? 1 : 0);
  }

  private find(id: string, field: string): { entry: HeatStanding['entries'][number]; heatId: string } {
    for (const { heatId, entries } of this.heats) {
      const entry = entries.find((candidate) => candidate.id === id);
      if (entry) return { entry, heatId };
    }
    return refuse(field, 'unknown_entry', { id });
  }
}
