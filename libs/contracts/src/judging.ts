import type { HeatState } from './competition.js';
import type { DecimalString, Id, Instant, Title } from './wire.js';

export interface CriterionView {
  id: Id;
  ordinal: number;
  title: Title;
  hint: Title | null;
  max: DecimalString;
  step: DecimalString;
}

export type PerformanceState = 'waiting' | 'on_stage' | 'scored' | 'confirmed';

/** POST /api/v1/stages/{id}/panel */
export interface WritePanel {
  judges: { personId: Id; seat: number; chief: boolean }[];
  criteria: { title: Title; hint?: Title; max: DecimalString; step: DecimalString }[];
  dropHigh: number;
  dropLow: number;
  /** Seconds one performance may take; null: not timed. */
  seconds: number | null;
}

export interface PerformanceSummary {
  id: Id;
  entryId: Id;
  ordinal: number;
  startNumber: number;
  alias: string;
  state: PerformanceState;
  /** The judge's own total on this performance, once sent. */
  ownTotal: DecimalString | null;
  sheets: number;
  version: number;
}

/** GET /api/v1/stages/{id}/judging and the socket view `judging:<stageId>`: aliases only, never names. */
export interface JudgingView {
  stageId: Id;
  heat: { id: Id; title: Title };
  title: Title;
  seat: number | null;
  chief: boolean;
  judgeName: string | null;
  judges: number;
  criteria: CriterionView[];
  seconds: number | null;
  performances: PerformanceSummary[];
  current: (PerformanceSummary & { startedAt: Instant | null; ownSheet: SheetView | null }) | null;
  revision: number;
  now: Instant;
}

/** The chief's desk: every judge's sheet of the performance, who has not sent, spread. */
export interface ChiefView extends JudgingView {
  panel: { seat: number; name: string; chief: boolean; online: boolean; total: DecimalString | null; dropped: 'high' | 'low' | null; sheet: SheetView | null }[];
  result: DecimalString | null;
  spread: DecimalString | null;
}

export interface SheetView {
  id: Id;
  performanceId: Id;
  marks: { criterionId: Id; mark: DecimalString }[];
  total: DecimalString;
  comment: string;
  version: number;
  submittedAt: Instant;
}

/** Socket `sheet.submit`. `expectedVersion` is 0 for the first sheet. A replay of `commandId` gets the first answer again. */
export interface SubmitSheet {
  commandId: Id;
  performanceId: Id;
  expectedVersion: number;
  marks: { criterionId: Id; mark: DecimalString }[];
  comment: string;
}

/** Socket `performance.call`: the chief calls the next entry to the stage. */
export interface CallPerformance {
  commandId: Id;
  performanceId: Id;
  expectedVersion: number;
}

/** Socket `performance.confirm`: every sheet is in; the score goes to the standing and the board. */
export interface ConfirmPerformance {
  commandId: Id;
  performanceId: Id;
  expectedVersion: number;
}

/** Socket `sheet.reopen`: the chief asks one judge to score again; the old sheet stays in the history. */
export interface ReopenSheet {
  commandId: Id;
  performanceId: Id;
  seat: number;
  /** The version of that judge's sheet. */
  expectedVersion: number;
  reason: string;
}

/** GET /api/v1/my/stages: the stages a judge is on the panel of, those of running heats first. */
export interface MyStage {
  stageId: Id;
  heat: { id: Id; title: Title };
  title: Title;
  chief: boolean;
  state: HeatState;
}
