import { isDeepStrictEqual } from 'node:util';
import { raiseRevision } from '#lib/database';
import { Decimal, DomainError } from '#lib/kernel';
import type { HeatState, StageResultState } from '#lib/contracts';
import type { EntityManager } from 'typeorm';
import { type ComputedStanding, computeStanding, type HeatInput } from './compute-standing.js';
import { heatOfStage, type HeatRecord, isFrozen, lockHeat } from './heat-record.js';

export interface StageResultWrite {
  entryId: string;
  state: Exclude<StageResultState, 'pending'>;
  /** The exact score of the stage; null unless scored. */
  exact: Decimal | null;
  /** What an explanation shows: judges and their marks, or the mark of the exam and the time of handing in. */
  detail?: Record<string, unknown>;
}

interface StoredRow {
  entry_id: string;
  total: string | null;
  rank: string | null;
  moved: number;
  tied_at_cut: boolean;
  advance: string;
  reserve: number | null;
  steps: unknown;
}

/**
 * Records results of a stage and brings the standing up to date in the same transaction: the score is the exact one
 * rounded once at the rule's scale. Recording the same again changes nothing.
 * @throws DomainError `heat.frozen` when the heat is confirmed.
 */
export async function recordStageResults(manager: EntityManager, stageId: string, results: readonly StageResultWrite[]): Promise<void> {
  const heat = await lockHeat(manager, await heatOfStage(manager, stageId));
  if (isFrozen(heat.state)) throw new DomainError('heat.frozen', {}, { kind: 'conflict' });
  const rows = results.map(({ entryId, state, exact, detail }) => ({
    entry_id: entryId, state, exact: exact?.toString() ?? null, score: exact?.toString(heat.tier.rule.scale) ?? null, detail: detail ?? {},
  }));
  const changed = await manager.query<unknown[]>(
    `INSERT INTO stage_result (stage_id, entry_id, state, exact, score, detail)
     SELECT $1, r.entry_id, r.state, r.exact, r.score, r.detail
     FROM jsonb_to_recordset($2::jsonb) AS r(entry_id uuid, state text, exact text, score numeric, detail jsonb)
     ON CONFLICT (stage_id, entry_id) DO UPDATE SET state = excluded.state, exact = excluded.exact, score = excluded.score,
       detail = excluded.detail, version = stage_result.version + 1, updated_at = kaosai.clock()
     WHERE (stage_result.state, stage_result.exact, stage_result.detail) IS DISTINCT FROM (excluded.state, excluded.exact, excluded.detail) RETURNING 1`,
    [stageId, JSON.stringify(rows)]);
  if (changed.length > 0) await dropTieDecision(manager, heat.id);
  await recomputeStanding(manager, heat.id);
}

/** A decision about a tie holds for the results it was made on, and for no others. */
export async function dropTieDecision(manager: EntityManager, heatId: string): Promise<void> {
  await manager.query('UPDATE heat SET tie_decision = NULL WHERE id = $1 AND tie_decision IS NOT NULL', [heatId]);
}

/**
 * Recomputes the standing of a heat from its stored results and stores what changed. Call it in the transaction that
 * changed a result or an entry. It locks the heat, moves its state between running and provisional, and raises the
 * revisions of the heat, its board and its edition.
 */
export async function recomputeStanding(manager: EntityManager, heatId: string): Promise<ComputedStanding> {
  const heat = await lockHeat(manager, heatId);
  const standing = computeStanding(await readHeatInput(manager, heat));
  const state = stateAfter(heat.state, standing);
  const changed = await storeStanding(manager, heat.id, standing);
  if (changed || state !== heat.state) {
    await manager.query('UPDATE heat SET state = $2, version = version + 1 WHERE id = $1', [heat.id, state]);
  }
  await raiseHeat(manager, heat);
  return standing;
}

/** Tells everyone who looks at the heat, its board or its edition to read again. */
export async function raiseHeat(manager: EntityManager, heat: Pick<HeatRecord, 'id' | 'edition'>): Promise<void> {
  await raiseRevision(manager, `board:${heat.id}`);
  await raiseRevision(manager, `edition:${heat.edition.id}`);
  await raiseRevision(manager, `heat:${heat.id}`);
}

/** Everything a standing is computed from. */
export async function readHeatInput(manager: EntityManager, heat: Pick<HeatRecord, 'id' | 'tier' | 'tieDecision'>): Promise<HeatInput> {
  const stages = await manager.query<{ id: string; ordinal: number; weight: string }[]>(
    'SELECT id, ordinal, weight::text FROM stage WHERE heat_id = $1 ORDER BY ordinal', [heat.id]);
  const entries = await manager.query<HeatInput['entries'][number][]>(
    `SELECT n.id, n.state, coalesce((SELECT jsonb_object_agg(r.stage_id, jsonb_build_object('state', r.state, 'exact', r.exact,
         'submittedAt', floor(extract(epoch FROM (r.detail->>'submittedAt')::timestamptz) * 1000)::bigint))
       FROM stage_result r WHERE r.entry_id = n.id), '{}') AS results
     FROM entry n WHERE n.heat_id = $1 ORDER BY n.id`, [heat.id]);
  return { heatId: heat.id, rule: heat.tier.rule, stages, entries, tieDecision: heat.tieDecision };
}

/** running until every entry has a result or a state of its own, then provisional; a missing one takes it back. */
function stateAfter(state: HeatState, { rows, complete }: ComputedStanding): HeatState {
  if (isFrozen(state)) return state;
  const begun = rows.some((row) => row.state === 'scored' || row.state === 'absent');
  if (complete && begun) return 'provisional';
  const partly = rows.some(({ contributions }) => contributions.some(({ figure }) => figure !== null));
  return begun || partly || state === 'provisional' ? 'running' : state;
}

async function storeStanding(manager: EntityManager, heatId: string, { rows }: ComputedStanding): Promise<boolean> {
  const stored = await manager.query<StoredRow[]>('SELECT * FROM standing WHERE heat_id = $1', [heatId]);
  const before = new Map(stored.map((row) => [row.entry_id, row]));
  const ranksChanged = rows.some(({ entryId, rank }) => rankOf(before.get(entryId)) !== rank);
  const next = rows.map(({ entryId, total, rank, steps, tiedAtCut, advance, reserve }) => {
    const old = before.get(entryId);
    const oldRank = rankOf(old);
    const moved = !ranksChanged ? (old?.moved ?? 0) : oldRank !== null && rank !== null ? Math.round(oldRank - rank) : 0;
    return { entry_id: entryId, total, rank, moved, tied_at_cut: tiedAtCut, advance, reserve, steps };
  });
  const changed = next.filter((row) => !isSame(row, before.get(row.entry_id)));
  if (changed.length === 0) return false;
  await manager.query(
    `INSERT INTO standing (heat_id, entry_id, total, rank, moved, tied_at_cut, advance, reserve, steps)
     SELECT $1, r.* FROM jsonb_to_recordset($2::jsonb) AS r(entry_id uuid, total numeric, rank numeric, moved int, tied_at_cut boolean, advance text, reserve int, steps jsonb)
     ON CONFLICT (heat_id, entry_id) DO UPDATE SET total = excluded.total, rank = excluded.rank, moved = excluded.moved,
       tied_at_cut = excluded.tied_at_cut, advance = excluded.advance, reserve = excluded.reserve, steps = excluded.steps`,
    [heatId, JSON.stringify(changed)]);
  return true;
}

function rankOf(row: StoredRow | undefined): number | null {
  return row === undefined || row.rank === null ? null : Number(row.rank);
}

function isSame(row: Record<string, unknown> & { total: string | null; rank: number | null }, old: StoredRow | undefined): boolean {
  if (!old) return false;
  const sameTotal = row.total === null || old.total === null ? row.total === old.total : Decimal.of(row.total).eq(old.total);
  return sameTotal && row.rank === rankOf(old) && row.moved === old.moved && row.tied_at_cut === old.tied_at_cut
    && row.advance === old.advance && row.reserve === old.reserve && isDeepStrictEqual(row.steps, old.steps);
}

