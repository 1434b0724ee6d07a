import type { ChiefView, JudgingView, PerformanceState, PerformanceSummary, SheetView } from '#lib/contracts';
import { databaseNow, raiseRevision, revisionOf, type Transactions } from '#lib/database';
import type { EntityManager } from 'typeorm';
import { scoreSheets } from './score-sheets.js';
import { loadStage, type StageRecord } from './stage-record.js';

interface PerformanceRow {
  id: string;
  entryId: string;
  ordinal: number;
  startNumber: number;
  alias: string;
  state: PerformanceState;
  version: number;
  sheets: number;
  ownTotal: string | null;
  calledAt: Date | null;
}

export interface SheetRow {
  id: string;
  performance_id: string;
  seat: number;
  judge_id: string;
  marks: SheetView['marks'];
  total: string;
  comment: string;
  version: number;
  reopened: boolean;
  submitted_at: Date;
}

/** A sheet as its judge and the chief see it. */
export function toSheetView(row: SheetRow): SheetView {
  return { id: row.id, performanceId: row.performance_id, marks: row.marks, total: row.total, comment: row.comment, version: row.version, submittedAt: row.submitted_at.toISOString() };
}

/** The sheets of a performance by seat; those the chief has asked to be scored again are marked `reopened`. */
export async function readSheets(manager: EntityManager, performanceId: string): Promise<SheetRow[]> {
  return manager.query<SheetRow[]>(
    'SELECT id, performance_id, seat, judge_id, marks, trim_scale(total)::text AS total, comment, version, reopened, submitted_at FROM score_sheet WHERE performance_id = $1 ORDER BY seat', [performanceId]);
}

/** What one judge sees: aliases, never names of contestants, and no other judge's marks. */
export async function readJudgingView(manager: EntityManager, stageId: string, personId: string): Promise<JudgingView> {
  // Read before the rest: a client that holds it will ask again rather than miss a change.
  const revision = await revisionOf(manager, `judging:${stageId}`);
  const stage = await loadStage(manager, stageId);
  return viewOf(manager, stage, personId, revision);
}

/** The chief's desk: every judge's sheet of the performance on stage, who has not sent, the spread and the result so far. */
export async function readChiefView(manager: EntityManager, stageId: string, personId: string): Promise<ChiefView> {
  const revision = await revisionOf(manager, `chief:${stageId}`);
  const stage = await loadStage(manager, stageId);
  const view = await viewOf(manager, stage, personId, revision);
  const shown = view.current ?? view.performances.filter(({ state }) => state === 'confirmed').at(-1) ?? null;
  const sheets = shown ? await readSheets(manager, shown.id) : [];
  const online = await readOnline(manager, stageId);
  const seats = stage.panel?.seats ?? [];
  const present = sheets.filter(({ reopened }) => !reopened);
  const { exact, dropped, spread } = scoreSheets(present, seats.length, stage.panel ?? { dropHigh: 0, dropLow: 0 });
  return {
    ...view,
    panel: seats.map(({ seat, name, chief }) => {
      const sheet = sheets.find((row) => row.seat === seat);
      const counts = sheet && !sheet.reopened ? sheet : undefined;
      return { seat, name, chief, online: online.has(seat), total: counts?.total ?? null, dropped: dropped.get(seat) ?? null, sheet: sheet ? toSheetView(sheet) : null };
    }),
    result: seats.length > 0 && exact ? exact.toString(stage.heat.tier.rule.scale) : null,
    spread: spread?.toString() ?? null,
  };
}

async function viewOf(manager: EntityManager, stage: StageRecord, personId: string, revision: number): Promise<JudgingView> {
  const own = stage.panel?.seats.find((seat) => seat.personId === personId);
  const rows = await manager.query<PerformanceRow[]>(
    `SELECT f.id, f.entry_id AS "entryId", f.ordinal, n.start_number AS "startNumber", n.alias, f.state, f.version, f.called_at AS "calledAt",
       (SELECT count(*)::int FROM score_sheet c WHERE c.performance_id = f.id AND NOT c.reopened) AS sheets,
       (SELECT trim_scale(c.total)::text FROM score_sheet c WHERE c.performance_id = f.id AND c.judge_id = $2 AND NOT c.reopened) AS "ownTotal"
     FROM performance f JOIN entry n ON n.id = f.entry_id WHERE f.stage_id = $1 ORDER BY f.ordinal`, [stage.id, personId]);
  const performances = rows.map(({ calledAt: _, ...row }): PerformanceSummary => row);
  const current = rows.find(({ state }) => state === 'on_stage' || state === 'scored');
  const ownSheet = current && own ? (await readSheets(manager, current.id)).find(({ judge_id }) => judge_id === personId) : undefined;
  return {
    stageId: stage.id,
    heat: { id: stage.heat.id, title: stage.heat.title },
    title: stage.title,
    seat: own?.seat ?? null,
    chief: own?.chief ?? false,
    judgeName: own?.name ?? null,
    judges: stage.panel?.seats.length ?? 0,
    criteria: stage.panel?.criteria ?? [],
    seconds: stage.panel?.seconds ?? null,
    performances,
    current: current ? { ...performances[rows.indexOf(current)], startedAt: current.calledAt?.toISOString() ?? null, ownSheet: ownSheet ? toSheetView(ownSheet) : null } : null,
    revision,
    now: (await databaseNow(manager)).toISOString(),
  };
}

/** Tablets read at least every 30 s while they are connected; one that was silent for longer than this is away. */
const presence = '45 seconds';

/** Notes that a judge's tablet is there, at most every 10 s; the chief is told when it was away. */
export async function notePresence(transactions: Transactions, stageId: string, personId: string): Promise<void> {
  const [member] = await transactions.reader.query<{ due: boolean; back: boolean }[]>(
    `SELECT seen_at IS NULL OR seen_at < kaosai.clock() - interval '10 seconds' AS due, seen_at IS NULL OR seen_at < kaosai.clock() - interval '${presence}' AS back
     FROM panel_member WHERE stage_id = $1 AND person_id = $2`, [stageId, personId]);
  if (!member?.due) return;
  await transactions.run(async (manager) => {
    await manager.query('UPDATE panel_member SET seen_at = kaosai.clock() WHERE stage_id = $1 AND person_id = $2', [stageId, personId]);
    if (member.back) await raiseRevision(manager, `chief:${stageId}`);
  });
}

/** Seats whose judge's tablet is there. */
async function readOnline(manager: EntityManager, stageId: string): Promise<Set<number>> {
  const rows = await manager.query<{ seat: number }[]>(
    `SELECT seat FROM panel_member WHERE stage_id = $1 AND seen_at > kaosai.clock() - interval '${presence}'`, [stageId]);
  return new Set(rows.map(({ seat }) => seat));
}
