import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import { isFrozen, type JudgedDetail, markHeatRunning, raiseHeat, recordStageResults } from '#lib/competition';
import type { CallPerformance, ChiefView, ConfirmPerformance, JudgingView, PerformanceState, ReopenSheet, SheetView, SubmitSheet } from '#lib/contracts';
import { appendToOutbox, databaseNow, lockRows, Transactions } from '#lib/database';
import { type Action, type Actor, requireAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { type CheckedMarks, checkMarks } from './check-marks.js';
import { notePresence, readChiefView, readJudgingView, readSheets, type SheetRow, toSheetView } from './judging-view.js';
import { answerOnce } from './live-commands.js';
import { raiseJudging } from './performances.js';
import { scoreSheets } from './score-sheets.js';
import { loadStage, type PanelSeat, type StageRecord, stageTarget } from './stage-record.js';

interface PerformanceRecord {
  id: string;
  stageId: string;
  entryId: string;
  alias: string;
  entryState: string;
  state: PerformanceState;
  version: number;
}

/** A performance under its lock, with its stage. */
interface Scene {
  manager: EntityManager;
  performance: PerformanceRecord;
  stage: StageRecord & { panel: NonNullable<StageRecord['panel']> };
}

/** What judges and their chief do. Every command is done once: a replay of its id gets the first answer, and a stale version is refused with the present one. */
@Injectable()
export class JudgingService {
  constructor(private readonly transactions: Transactions) {}

  /** The judge's tablet: aliases only. Reading it tells the chief that the judge is there. */
  async getJudging(actor: Actor, stageId: string): Promise<JudgingView> {
    const { reader } = this.transactions;
    requireAllowed(actor, 'panel.judge', stageTarget(await loadStage(reader, stageId)));
    await notePresence(this.transactions, stageId, actor.personId);
    return readJudgingView(reader, stageId, actor.personId);
  }

  /** Whether the actor may watch the judges' or the chief's view of a stage. */
  async mayWatch(actor: Actor, stageId: string, action: 'panel.judge' | 'panel.watch'): Promise<void> {
    requireAllowed(actor, action, stageTarget(await loadStage(this.transactions.reader, stageId)));
  }

  /**
   * Records a judge's marks for the performance on stage; the earlier versions of the sheet stay. It may be sent again, with the version it
   * had, until the chief confirms.
   * @throws DomainError `sheet.not_on_stage`, `sheet.confirmed`, `sheet.incomplete`, `sheet.mark_out_of_range`, `sheet.mark_off_step`, `version.stale`.
   */
  async submitSheet(actor: Actor, command: SubmitSheet): Promise<SheetView> {
    return this.perform(actor, 'panel.judge', 'sheet.submit', command, async (scene) => {
      const { manager, performance, stage } = scene;
      const seat = stage.panel.seats.find(({ personId }) => personId === actor.personId);
      if (!seat) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      requireOnStage(performance);
      const marks = checkMarks(stage.panel.criteria, command.marks, actor.locale);
      const present = (await readSheets(manager, performance.id)).find((sheet) => sheet.seat === seat.seat);
      const version = present?.version ?? 0;
      if (version !== command.expectedVersion) throw new DomainError('version.stale', { current: version, present: present ? toSheetView(present) : null }, { kind: 'conflict' });
      const sheet = await storeSheet(manager, performance.id, seat, marks, command.comment, present);
      await this.afterSheets(scene, actor, 'sheet.submit', { seat: seat.seat, version: sheet.version });
      return toSheetView(sheet);
    });
  }

  /** Asks one judge to score the performance again; `expectedVersion` is the sheet's. The sheet stays in the history and does not count until it is sent anew. */
  async reopenSheet(actor: Actor, command: ReopenSheet): Promise<ChiefView> {
    return this.perform(actor, 'panel.chief', 'sheet.reopen', command, async (scene) => {
      const { manager, performance, stage } = scene;
      requireOnStage(performance);
      const present = (await readSheets(manager, performance.id)).find(({ seat }) => seat === command.seat);
      if (!present) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
      if (present.version !== command.expectedVersion) throw new DomainError('version.stale', { current: present.version }, { kind: 'conflict' });
      await manager.query('UPDATE score_sheet SET reopened = true WHERE id = $1', [present.id]);
      await this.afterSheets(scene, actor, 'sheet.reopen', { seat: command.seat, version: present.version });
      return readChiefView(manager, stage.id, actor.personId);
    });
  }

  /** Calls the next performance to the stage. @throws DomainError `heat.not_ready`, `performance.other_on_stage`, `version.stale` */
  async callPerformance(actor: Actor, command: CallPerformance): Promise<JudgingView> {
    return this.perform(actor, 'panel.chief', 'performance.call', command, async ({ manager, performance, stage }) => {
      requireVersion(performance, command.expectedVersion);
      const open = ['ready', 'running', 'provisional'].includes(stage.heat.state) && performance.entryState === 'entered';
      if (!open || performance.state !== 'waiting') throw new DomainError('heat.not_ready', {}, { kind: 'conflict' });
      const [other] = await manager.query<{ alias: string }[]>(
        `SELECT n.alias FROM performance f JOIN entry n ON n.id = f.entry_id WHERE f.stage_id = $1 AND f.state IN ('on_stage', 'scored')`, [stage.id]);
      if (other) throw new DomainError('performance.other_on_stage', { alias: other.alias }, { kind: 'conflict' });
      await manager.query(`UPDATE performance SET state = 'on_stage', called_at = kaosai.clock(), version = version + 1 WHERE id = $1`, [performance.id]);
      await appendAudit(manager, actor, 'performance.call', 'performance', performance.id, { stageId: stage.id });
      await markHeatRunning(manager, stage.heat.id);
      await raiseHeat(manager, stage.heat);
      await raiseJudging(manager, stage.id);
      return readJudgingView(manager, stage.id, actor.personId);
    });
  }

  /**
   * Confirms a performance whose sheets are all in: its score, the standing and the board move in the same transaction.
   * @throws DomainError `version.stale`, `sheet.missing`, `sheet.not_on_stage`, `heat.frozen`.
   */
  async confirmPerformance(actor: Actor, command: ConfirmPerformance): Promise<ChiefView> {
    return this.perform(actor, 'panel.chief', 'performance.confirm', command, async ({ manager, performance, stage }) => {
      requireVersion(performance, command.expectedVersion);
      requireOnStage(performance);
      const sheets = (await readSheets(manager, performance.id)).filter(({ reopened }) => !reopened);
      const { exact, dropped } = scoreSheets(sheets, stage.panel.seats.length, stage.panel);
      if (!exact) throw new DomainError('sheet.missing', { count: stage.panel.seats.length - sheets.length }, { kind: 'conflict' });
      const at = await databaseNow(manager);
      await manager.query(`UPDATE performance SET state = 'confirmed', confirmed_at = $2, confirmed_by = $3, version = version + 1 WHERE id = $1`, [performance.id, at, actor.personId]);
      await appendAudit(manager, actor, 'performance.confirm', 'performance', performance.id, { stageId: stage.id, sheets: sheets.map(({ id, version }) => `${id}:${version}`) });
      await appendToOutbox(manager, 'performance.confirmed', { performanceId: performance.id, stageId: stage.id });
      await recordStageResults(manager, stage.id, [{ entryId: performance.entryId, state: 'scored', exact, detail: toDetail(stage.panel, sheets, dropped, at) }]);
      await raiseJudging(manager, stage.id);
      return readChiefView(manager, stage.id, actor.personId);
    });
  }

  /** Locks the performance first, then answers from the first time or does the work. */
  private async perform<T>(actor: Actor, action: Action, name: string, command: { commandId: string; performanceId: string }, work: (scene: Scene) => Promise<T>): Promise<T> {
    return this.transactions.run(async (manager) => {
      await lockRows(manager, 'performance', [command.performanceId]);
      const performance = await loadPerformance(manager, command.performanceId);
      const stage = await loadStage(manager, performance.stageId);
      requireAllowed(actor, action, stageTarget(stage));
      return answerOnce(manager, actor, name, command, async () => {
        if (!stage.panel || isFrozen(stage.heat.state)) throw new DomainError('heat.frozen', {}, { kind: 'conflict' });
        return work({ manager, performance, stage: { ...stage, panel: stage.panel } });
      });
    });
  }

  private async afterSheets({ manager, performance, stage }: Scene, actor: Actor, action: string, payload: { seat: number; version: number }): Promise<void> {
    const present = (await readSheets(manager, performance.id)).filter(({ reopened }) => !reopened);
    const state: PerformanceState = present.length === stage.panel.seats.length ? 'scored' : 'on_stage';
    await manager.query('UPDATE performance SET state = $2, version = version + 1 WHERE id = $1', [performance.id, state]);
    await appendAudit(manager, actor, action, 'performance', performance.id, payload);
    await raiseHeat(manager, stage.heat);
    await raiseJudging(manager, stage.id);
  }
}

async function loadPerformance(manager: EntityManager, id: string): Promise<PerformanceRecord> {
  const [row] = await manager.query<PerformanceRecord[]>(
    `SELECT f.id, f.stage_id AS "stageId", f.entry_id AS "entryId", n.alias, n.state AS "entryState", f.state, f.version FROM performance f JOIN entry n ON n.id = f.entry_id WHERE f.id = $1`, [id]);
  if (!row) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
  return row;
}

function requireVersion({ version }: PerformanceRecord, expected: number): void {
  if (version !== expected) throw new DomainError('version.stale', { current: version }, { kind: 'conflict' });
}

function requireOnStage({ state, alias }: PerformanceRecord): void {
  if (state === 'confirmed') throw new DomainError('sheet.confirmed', { alias }, { kind: 'conflict' });
  if (state === 'waiting') throw new DomainError('sheet.not_on_stage', { alias }, { kind: 'conflict' });
}

async function storeSheet(manager: EntityManager, performanceId: string, { seat, personId }: PanelSeat, { marks, total }: CheckedMarks, comment: string, present: SheetRow | undefined): Promise<SheetRow> {
  const row: SheetRow = { id: present?.id ?? newId(), performance_id: performanceId, seat, judge_id: personId, marks, total, comment, version: (present?.version ?? 0) + 1, reopened: false, submitted_at: await databaseNow(manager) };
  await manager.query(
    `INSERT INTO score_sheet (id, performance_id, seat, judge_id, marks, total, comment, version, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET marks = excluded.marks, total = excluded.total, comment = excluded.comment, version = excluded.version, reopened = false, submitted_at = excluded.submitted_at`,
    [row.id, performanceId, seat, personId, JSON.stringify(marks), total, comment, row.version, row.submitted_at]);
  await manager.query('INSERT INTO score_sheet_version (sheet_id, version, marks, total, comment, submitted_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [row.id, row.version, JSON.stringify(marks), total, comment, row.submitted_at]);
  return row;
}

function toDetail(panel: NonNullable<StageRecord['panel']>, sheets: readonly SheetRow[], dropped: ReadonlyMap<number, 'high' | 'low' | null>, at: Date): Record<string, unknown> & JudgedDetail {
  return {
    judges: sheets.map(({ seat, total, marks }) => ({
      seat, total, dropped: dropped.get(seat) ?? null,
      criteria: panel.criteria.map(({ id, title, max }) => ({ criterionId: id, title, max, mark: marks.find(({ criterionId }) => criterionId === id)?.mark ?? '0' })),
    })),
    dropHigh: panel.dropHigh, dropLow: panel.dropLow, confirmedAt: at.toISOString(),
  };
}
