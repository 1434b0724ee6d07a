import type { Day, DecimalString, Id, Instant, Title } from './wire.js';
import type { OrgUnitRef } from './people.js';
import type { ExamMode, ExamState } from './exam.js';

export type TierKind = 'unit' | 'zone' | 'system';
export type TieAtCut = 'include_all' | 'exclude_all' | 'chief_decides';
export type RankStyle = '1224' | '1223' | 'shared_mean';
export type StageKind = 'exam' | 'judged';
/**
 * setup → running → provisional (every result in) → confirmed (the organizer has checked it) → published.
 * A heat whose entries or exam are still being made is `preparing`, or `failed` with a problem.
 */
export type HeatState = 'setup' | 'preparing' | 'failed' | 'ready' | 'running' | 'provisional' | 'confirmed' | 'published';
export type EntryState = 'entered' | 'withdrawn' | 'injured' | 'absent' | 'disqualified';
export type StageResultState = 'pending' | 'scored' | 'absent' | 'withdrawn' | 'injured' | 'disqualified';
export type AdvanceStatus = 'advances' | 'reserve' | 'out' | 'pending';

/** Which stage decides next among equals; compared in this order. */
export type TieBreakKey =
  | { kind: 'stage'; ordinal: number; direction: 'desc' | 'asc' }
  | { kind: 'submitted_at'; direction: 'asc' };

export interface TierRule {
  quotaPerHeat: number | null;
  tieAtCut: TieAtCut;
  reserves: number;
  rankStyle: RankStyle;
  tieBreaks: TieBreakKey[];
  /** Decimal places of stage scores and totals, rounded half up once. */
  scale: number;
  /** A total is computed from published (rounded) stage scores, or from the exact ones. */
  figures: 'published' | 'exact';
}

export interface WriteTier {
  kind: TierKind;
  title: Title;
  rule: TierRule;
  stages: { kind: StageKind; title: Title; weight: DecimalString }[];
}

/** POST /api/v1/editions: makes the competition (or its next edition), its tiers and one heat per unit and zone. */
export interface WriteEdition {
  orgUnitId: Id;
  competitionId?: Id;
  title: Title;
  jobField?: Title;
  year: number;
  zonePlanId: Id;
  /** The units that hold a preliminary; zones without one of them get no heat. */
  unitIds: Id[];
  tiers: WriteTier[];
  finalOn?: Day;
}

export interface EditionListItem {
  id: Id;
  competitionId: Id;
  title: Title;
  jobField: Title | null;
  year: number;
  orgUnit: OrgUnitRef;
  state: 'draft' | 'running' | 'finished';
  heats: { total: number; confirmed: number };
  people: number;
  version: number;
}

export interface StageSummary {
  id: Id;
  ordinal: number;
  kind: StageKind;
  title: Title;
  weight: DecimalString;
  exam: { id: Id; title: Title; state: ExamState; mode: ExamMode; opensAt: Instant } | null;
  results: { scored: number; total: number };
}

export interface HeatSummary {
  id: Id;
  tierId: Id;
  title: Title;
  state: HeatState;
  /** The unit, or the zone's lead unit, that holds it. */
  host: OrgUnitRef;
  zone: { code: string; title: Title } | null;
  unit: OrgUnitRef | null;
  entries: number;
  advancing: number | null;
  nextHeatId: Id | null;
  stages: StageSummary[];
  problem: { code: string; params: Record<string, unknown> } | null;
  version: number;
}

export interface TierView {
  id: Id;
  level: number;
  kind: TierKind;
  title: Title;
  rule: TierRule;
  heats: HeatSummary[];
  advancedAt: Instant | null;
}

/** GET /api/v1/editions/{id}: the whole graph of it. */
export interface EditionView extends EditionListItem {
  tiers: TierView[];
  awards: AwardView[];
  revision: number;
  finalOn: Day | null;
}

export interface EntryView {
  id: Id;
  person: { id: Id; name: string };
  unit: OrgUnitRef;
  startNumber: number;
  alias: string;
  state: EntryState;
}

/** POST /api/v1/heats/{id}/entries */
export interface EnterPeople {
  personIds: Id[];
}

/** POST /api/v1/tiers/{id}/exam: one exam for the exam stages of the tier's heats. */
export interface ScheduleTierExam {
  stageOrdinal: number;
  title: Title;
  paperId: Id;
  mode: ExamMode;
  opensAt: Instant;
  lateUntil: Instant;
  durationSeconds: number;
  referenceIds: Id[];
}

export interface StandingRow {
  entryId: Id;
  startNumber: number;
  /** Null while the stage is judged blind and not yet published. */
  name: string | null;
  unit: OrgUnitRef;
  state: EntryState;
  stages: { stageId: Id; state: StageResultState; score: DecimalString | null }[];
  total: DecimalString | null;
  rank: number | null;
  /** Places won (+) or lost (−) by the last change. */
  moved: number;
  tiedAtCut: boolean;
  advance: AdvanceStatus;
  reserve: number | null;
}

/** GET /api/v1/heats/{id}/standing */
export interface StandingView {
  heat: HeatSummary;
  edition: { id: Id; title: Title };
  rule: TierRule;
  cut: { quota: number | null; afterRank: number | null; tieAcrossCut: boolean };
  rows: StandingRow[];
  revision: number;
  at: Instant;
}

/** POST /api/v1/heats/{id}/tie (If-Match): who of those tied across the cut line goes on, exactly as many as there are places left. */
export interface DecideTie {
  entryIds: Id[];
  reason: string;
}

/** GET /api/v1/tiers/{id}/advancement: what advancing would do; nothing is written. */
export interface AdvancementPreview {
  tierId: Id;
  nextTierId: Id | null;
  ready: boolean;
  blockers: { code: string; params: Record<string, unknown>; heatId: Id | null }[];
  heats: { heatId: Id; title: Title; nextHeatId: Id; advancing: { entryId: Id; name: string; unit: OrgUnitRef; rank: number }[]; reserves: { entryId: Id; name: string; rank: number }[] }[];
  /** Send it back with the act: a result that changed in between is refused. */
  digest: string;
}

/** POST /api/v1/tiers/{id}/advance */
export interface AdvanceTier {
  digest: string;
}

export interface AdvancementView {
  tierId: Id;
  nextTierId: Id;
  advancedAt: Instant;
  advanced: number;
  state: 'preparing' | 'ready' | 'failed';
}

/** One comparison that was looked at for a placing, in order. */
export interface ExplanationStep {
  key: string;
  title: Title;
  own: DecimalString | null;
  other: DecimalString | null;
  outcome: 'equal' | 'decided' | 'unused';
}

/** GET /api/v1/heats/{id}/entries/{entryId}/explanation */
export interface RankExplanation {
  heat: { id: Id; title: Title };
  edition: { id: Id; title: Title };
  entry: { id: Id; name: string; unit: OrgUnitRef; startNumber: number; rank: number | null; total: DecimalString | null };
  /** The neighbour it is compared with: the next above among equals, or the next below. */
  other: { id: Id; name: string; unit: OrgUnitRef; rank: number | null; total: DecimalString | null } | null;
  stages: {
    id: Id;
    title: Title;
    kind: StageKind;
    weight: DecimalString;
    score: DecimalString | null;
    contribution: DecimalString | null;
    /** Judged stages: each judge's total and whether it counted. */
    judges: { seat: number; total: DecimalString; dropped: 'high' | 'low' | null; criteria: { title: Title; mark: DecimalString; max: DecimalString }[] }[] | null;
    /** Exam stages. */
    exam: { mark: DecimalString; marks: DecimalString; submittedAt: Instant | null } | null;
  }[];
  steps: ExplanationStep[];
  rule: { zh: string; en: string; scale: number; figures: 'published' | 'exact' };
  advance: AdvanceStatus;
  verified: boolean;
}

export interface AwardView {
  id: Id;
  kind: 'winner' | 'winning_unit' | 'outstanding_individual';
  title: Title;
  place: number;
  person: { id: Id; name: string } | null;
  unit: OrgUnitRef;
  value: DecimalString | null;
  reason: Title;
}
