import type { AdvanceStatus, EntryState, StageResultState, TierRule } from '#lib/contracts';
import { Decimal, type Rounding } from '#lib/kernel';
import { type AdvancementRule, type HeatStanding, type RankingKey, type RankingStep, rankStandings, selectAdvancing, type Standing, totalStages } from '#lib/rules';
import { readExact } from './exact-figure.js';

export interface HeatStage {
  id: string;
  ordinal: number;
  /** Percent; the stages of a heat add up to 100. */
  weight: string;
}

export interface HeatResult {
  state: StageResultState;
  /** The exact score, a decimal or a fraction; null unless scored. */
  exact: string | null;
  /** Milliseconds since 1970 of handing in, for the tie-break by time; null where there is none. */
  submittedAt: number | null;
}

export interface HeatEntryInput {
  id: string;
  state: EntryState;
  /** By stage id; a stage without one is pending. */
  results: Readonly<Record<string, HeatResult | undefined>>;
}

export interface HeatInput {
  heatId: string;
  rule: TierRule;
  stages: readonly HeatStage[];
  entries: readonly HeatEntryInput[];
  /** Who goes on of those tied across the cut line, where the rule leaves it to the chief. */
  tieDecision?: readonly string[] | null;
}

export interface ComputedRow {
  entryId: string;
  state: 'scored' | 'pending' | Exclude<EntryState, 'entered'>;
  total: string | null;
  rank: number | null;
  /** Which keys placed it, in order. */
  steps: readonly RankingStep[];
  tiedAtCut: boolean;
  advance: AdvanceStatus;
  /** 1 for the first reserve; equal ranks share it. */
  reserve: number | null;
  /** What each stage adds to the total, exact; null while it has no score. */
  contributions: readonly { stageId: string; figure: Decimal | null; weighted: Decimal | null }[];
}

export interface ComputedStanding {
  /** Best first; those without a rank last. */
  rows: ComputedRow[];
  /** Entries that still lack a result. */
  missing: number;
  complete: boolean;
  tieAcrossCut: boolean;
}

const styles = { '1224': '1224', '1223': '1223', shared_mean: 'mean' } as const;
const ties = { include_all: 'include-all', exclude_all: 'exclude-all', chief_decides: 'chief' } as const;
const decisive = ['disqualified', 'withdrawn', 'injured', 'absent'] as const;

/**
 * The standing of a heat from its results alone: totals from the published or the exact stage scores as the rule says, each rounded
 * half up once at the rule's scale; ranks by total and the declared tie-breaks; and what the cut line does to each
 * entry. While results are missing only what is proven is said: `advances` when nobody still to come can push the
 * entry below the line, `out` when the places are taken, else `pending`. The order of the input changes nothing.
 *
 * @throws RuleInputError for a tie decision that does not fit the tie.
 */
export function computeStanding(input: HeatInput): ComputedStanding {
  const rounding: Rounding = { scale: input.rule.scale, mode: 'half-up' };
  const totals = new Map(input.entries.map((entry) => [entry.id, totalOf(entry, input, rounding)]));
  const states = new Map(input.entries.map((entry) => [entry.id, stateOf(entry, input.stages)]));
  const standings = rankStandings(
    input.entries.map((entry) => ({ id: entry.id, state: states.get(entry.id), values: { total: totals.get(entry.id)?.total, ...tieBreakValues(entry, input) } })),
    { keys: rankingKeys(input.rule), style: styles[input.rule.rankStyle] });
  const missing = standings.filter(({ state }) => state === 'pending').length;
  const places = missing === 0 ? cutFinal(input, standings) : cutProven(input, standings, missing);
  const rows = standings.map((standing): ComputedRow => {
    const total = totals.get(standing.id);
    const scored = standing.state === 'scored';
    return {
      entryId: standing.id,
      state: standing.state as ComputedRow['state'],
      total: scored ? (total?.total?.toString(rounding.scale) ?? null) : null,
      rank: standing.rank,
      steps: standing.steps,
      contributions: total?.stages ?? [],
      ...(places.get(standing.id) ?? { advance: input.rule.quotaPerHeat === null ? 'pending' : 'out', tiedAtCut: false, reserve: null }),
    };
  });
  return { rows, missing, complete: missing === 0 && rows.length > 0, tieAcrossCut: rows.some(({ tiedAtCut }) => tiedAtCut) };
}

/** The tier's rule for a heat's places, in the words of the advancement rule. */
export function advancementRule({ quotaPerHeat, tieAtCut }: TierRule): AdvancementRule {
  return { places: { top: quotaPerHeat ?? 0 }, tie: ties[tieAtCut] };
}

/** The standing as the advancement rule reads it. */
export function toHeatStanding(heatId: string, rows: readonly Pick<ComputedRow, 'entryId' | 'state' | 'rank'>[]): HeatStanding {
  return { heatId, entries: rows.map(({ entryId, state, rank }) => ({ id: entryId, state, rank })) };
}

/** The keys entries are compared by: the total first, then the declared tie-breaks. */
export function rankingKeys({ tieBreaks, figures, scale }: TierRule): RankingKey[] {
  const published: Rounding = { scale, mode: 'half-up' };
  return [{ key: 'total', direction: 'desc', published }, ...tieBreaks.map((tieBreak): RankingKey => (tieBreak.kind === 'stage'
    ? { key: `stage:${tieBreak.ordinal}`, direction: tieBreak.direction, ...(figures === 'published' ? { published } : {}) }
    : { key: 'submitted_at', direction: tieBreak.direction }))];
}

function totalOf(entry: HeatEntryInput, { stages, rule }: HeatInput, rounding: Rounding): ReturnType<typeof totalStages> {
  return totalStages(stages.map(({ id, weight }) => {
    const result = entry.results[id];
    return { stageId: id, weight: Decimal.of(weight).div(100), value: result?.state === 'scored' && result.exact !== null ? readExact(result.exact) : null, rounding };
  }), { figures: rule.figures, rounding });
}

function stateOf(entry: HeatEntryInput, stages: readonly HeatStage[]): ComputedRow['state'] {
  if (entry.state !== 'entered') return entry.state;
  const states = stages.map(({ id }) => entry.results[id]?.state ?? 'pending');
  return decisive.find((state) => states.includes(state)) ?? (states.every((state) => state === 'scored') ? 'scored' : 'pending');
}

function tieBreakValues(entry: HeatEntryInput, { stages, rule }: HeatInput): Record<string, Decimal | number | null> {
  const times = stages.flatMap(({ id }) => entry.results[id]?.submittedAt ?? []);
  return Object.fromEntries(rule.tieBreaks.map((tieBreak) => {
    if (tieBreak.kind === 'submitted_at') return ['submitted_at', times.length > 0 ? Math.max(...times) : null];
    const stage = stages.find(({ ordinal }) => ordinal === tieBreak.ordinal);
    const exact = stage ? entry.results[stage.id]?.exact : null;
    return [`stage:${tieBreak.ordinal}`, exact ? readExact(exact) : null];
  }));
}

type Place = Pick<ComputedRow, 'advance' | 'tiedAtCut' | 'reserve'>;

function cutFinal({ heatId, rule, tieDecision }: HeatInput, standings: readonly Standing[]): Map<string, Place> {
  if (rule.quotaPerHeat === null || standings.length === 0) return new Map();
  const rows = standings.map(({ id, state, rank }) => ({ entryId: id, state: state as ComputedRow['state'], rank }));
  const { advancing, open, cuts, reserves } = selectAdvancing([toHeatStanding(heatId, rows)], advancementRule(rule), tieDecision ? { [heatId]: tieDecision } : {});
  const going = new Set(advancing.map(({ id }) => id));
  const undecided = new Set(open.flatMap(({ ids }) => ids));
  const tied = new Set(cuts.flatMap((cut) => cut.tied));
  const waiting = (reserves[heatId] ?? []).filter(({ id }) => !undecided.has(id));
  return new Map(standings.map(({ id, rank }) => {
    const better = rank === null ? null : waiting.filter((other) => other.rank < rank).length;
    const reserve = better !== null && better < rule.reserves && waiting.some((other) => other.id === id) ? better + 1 : null;
    const advance: AdvanceStatus = going.has(id) ? 'advances' : undecided.has(id) ? 'pending' : reserve === null ? 'out' : 'reserve';
    return [id, { advance, tiedAtCut: tied.has(id), reserve }];
  }));
}

/**
 * With results missing: every entry still to come might be placed above everyone, or below. Beaten is who has as many
 * scored entries above as there are places; out is proven once enough beaten ones above take all reserve places.
 */
function cutProven({ rule }: HeatInput, standings: readonly Standing[], missing: number): Map<string, Place> {
  const quota = rule.quotaPerHeat;
  if (quota === null) return new Map();
  const scored = standings.filter(({ state }) => state === 'scored');
  const above = scored.map(({ rank }) => scored.findIndex((other) => other.rank === rank));
  const firstBeaten = above.findIndex((better) => better >= quota);
  const places = new Map<string, Place>(standings.map(({ id, state }) => [id, { advance: state === 'pending' ? 'pending' : 'out', tiedAtCut: false, reserve: null }]));
  scored.forEach(({ id, sharedBy }, index) => {
    const clinched = above[index] + sharedBy + missing <= quota;
    const out = firstBeaten >= 0 && index >= firstBeaten && above[index] - above[firstBeaten] >= rule.reserves;
    places.set(id, { advance: clinched ? 'advances' : out ? 'out' : 'pending', tiedAtCut: false, reserve: null });
  });
  return places;
}
