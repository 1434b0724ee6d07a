import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { DecideTie, HeatState, StandingRow, StandingView } from '#lib/contracts';
import { databaseNow, revisionOf, Transactions } from '#lib/database';
import { type Action, type Actor, orgUnitRefSql, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { RuleInputError } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { atScale } from './exact-figure.js';
import { readHeats } from './edition-view.js';
import { type HeatRecord, heatTarget, isFrozen, loadHeat, lockHeat } from './heat-record.js';
import { raiseHeat, recomputeStanding } from './recompute-standing.js';

/** The standing of a heat: read, checked and confirmed, published. */
@Injectable()
export class Standings {
  constructor(private readonly transactions: Transactions) {}

  /** The standing as it is; names stay hidden while an entry is judged blind. */
  async get(actor: Actor, heatId: string): Promise<StandingView> {
    await this.requireReadable(actor, heatId);
    return readStanding(this.transactions.reader, heatId);
  }

  /** Whether the actor may read the heat's standing. */
  async requireReadable(actor: Actor, heatId: string): Promise<void> {
    requireAllowed(actor, 'heat.read', heatTarget(await loadHeat(this.transactions.reader, heatId)));
  }

  /**
   * Confirms a heat whose every entry has a result: from here on nothing below it changes. A repeated call with the version it had changes nothing.
   * @throws DomainError `version.stale`, `heat.no_entries`, `heat.results_missing`.
   */
  async confirm(actor: Actor, heatId: string, version: number): Promise<StandingView> {
    return this.act(actor, 'heat.confirm', heatId, version, 'confirmed', async (manager, heat) => {
      if (isFrozen(heat.state)) return false;
      const { rows, missing } = await recomputeStanding(manager, heatId);
      if (rows.every(({ state }) => state === 'withdrawn')) throw new DomainError('heat.no_entries', { title: heat.title.zh }, { kind: 'conflict' });
      if (missing > 0) throw new DomainError('heat.results_missing', { count: missing }, { kind: 'conflict' });
      await manager.query(`UPDATE heat SET state = 'confirmed', confirmed_by = $2, confirmed_at = kaosai.clock(), version = version + 1 WHERE id = $1`, [heatId, actor.personId]);
      return true;
    });
  }

  /** Shows a confirmed heat to everyone. @throws DomainError `version.stale`, `heat.not_confirmed` */
  async publish(actor: Actor, heatId: string, version: number): Promise<StandingView> {
    return this.act(actor, 'heat.confirm', heatId, version, 'published', async (manager, heat) => {
      if (heat.state === 'published') return false;
      if (heat.state !== 'confirmed') throw new DomainError('heat.not_confirmed', { title: heat.title.zh }, { kind: 'conflict' });
      await manager.query(`UPDATE heat SET state = 'published', published_at = kaosai.clock(), version = version + 1 WHERE id = $1`, [heatId]);
      return true;
    });
  }

  /**
   * Decides who of those tied across the cut line goes on, where the rule leaves it to the chief: as many as there are places left. It holds until a result changes,
   * and cannot be changed once the tier has advanced.
   * @throws DomainError `version.stale`, `tie.none`, `tier.already_advanced`, `request.invalid` when the entries do not fit the tie.
   */
  async decideTie(actor: Actor, heatId: string, version: number, { entryIds, reason }: DecideTie): Promise<StandingView> {
    await this.requireReadable(actor, heatId);
    requireAllowed(actor, 'heat.confirm', heatTarget(await loadHeat(this.transactions.reader, heatId)));
    return this.transactions.run(async (manager) => {
      const heat = await lockHeat(manager, heatId);
      if (heat.version !== version) throw new DomainError('version.stale', { current: heat.version }, { kind: 'conflict' });
      await refuseAdvanced(manager, heat.tier.id);
      if (!(await readTied(manager, heatId))) throw new DomainError('tie.none', {}, { kind: 'conflict' });
      const [{ at }] = await manager.query<{ at: Date }[]>('SELECT kaosai.clock() AS at');
      await manager.query('UPDATE heat SET tie_decision = $2 WHERE id = $1', [heatId, { entryIds, reason, decidedBy: actor.personId, at: at.toISOString() }]);
      await recomputeOrRefuse(manager, heatId);
      await appendAudit(manager, actor, 'heat.tie', 'heat', heatId, { entryIds });
      return readStanding(manager, heatId);
    });
  }

  private async act(actor: Actor, action: Action, heatId: string, version: number, done: HeatState, change: (manager: EntityManager, heat: HeatRecord) => Promise<boolean>): Promise<StandingView> {
    requireAllowed(actor, action, heatTarget(await loadHeat(this.transactions.reader, heatId)));
    return this.transactions.run(async (manager) => {
      const heat = await lockHeat(manager, heatId);
      const repeated = heat.state === done && heat.version === version + 1;
      if (heat.version !== version && !repeated) throw new DomainError('version.stale', { current: heat.version }, { kind: 'conflict' });
      if (await change(manager, heat)) {
        await appendAudit(manager, actor, `heat.${done === 'confirmed' ? 'confirm' : 'publish'}`, 'heat', heatId, { version });
        await raiseHeat(manager, heat);
      }
      return readStanding(manager, heatId);
    });
  }
}

async function refuseAdvanced(manager: EntityManager, tierId: string): Promise<void> {
  const [done] = await manager.query<{ advanced_at: Date }[]>('SELECT advanced_at FROM advancement WHERE tier_id = $1', [tierId]);
  if (done) throw new DomainError('tier.already_advanced', { advancedAt: done.advanced_at.toISOString() }, { kind: 'conflict' });
}

async function readTied(manager: EntityManager, heatId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM standing WHERE heat_id = $1 AND tied_at_cut LIMIT 1', [heatId]);
  return rows.length > 0;
}

async function recomputeOrRefuse(manager: EntityManager, heatId: string): Promise<void> {
  try {
    await recomputeStanding(manager, heatId);
  } catch (error) {
    if (!(error instanceof RuleInputError)) throw error;
    throw new DomainError('request.invalid', {}, { errors: [{ path: 'entryIds', code: `tie.${error.reason}`, params: error.params }], cause: error });
  }
}

interface Row extends Omit<StandingRow, 'rank' | 'total' | 'name'> {
  name: string;
  blind: boolean;
  total: string | null;
  rank: string | null;
}

/** The standing as organizers see it, best first, those without a rank by start number after them. */
export async function readStanding(manager: EntityManager, heatId: string): Promise<StandingView> {
  // Read before the rest: a client that holds it will ask again rather than miss a change.
  const revision = await revisionOf(manager, `heat:${heatId}`);
  const heat = await loadHeat(manager, heatId);
  const [summary] = await readHeats(manager, 'h.id = $1', heatId);
  const rows = await manager.query<Row[]>(
    `SELECT n.id AS "entryId", n.start_number AS "startNumber", p.name, ${orgUnitRefSql('u')} AS unit, n.state,
       g.total::text AS total, g.rank::text AS rank, coalesce(g.moved, 0) AS moved, coalesce(g.tied_at_cut, false) AS "tiedAtCut", coalesce(g.advance, 'pending') AS advance, g.reserve,
       EXISTS (SELECT 1 FROM stage s LEFT JOIN stage_result r ON r.stage_id = s.id AND r.entry_id = n.id WHERE s.heat_id = n.heat_id AND s.kind = 'judged' AND coalesce(r.state, 'pending') = 'pending') AS blind,
       (SELECT jsonb_agg(jsonb_build_object('stageId', s.id, 'state', coalesce(r.state, 'pending'), 'score', r.score::text) ORDER BY s.ordinal)
         FROM stage s LEFT JOIN stage_result r ON r.stage_id = s.id AND r.entry_id = n.id WHERE s.heat_id = n.heat_id) AS stages
     FROM entry n JOIN person p ON p.id = n.person_id JOIN org_unit u ON u.id = n.org_unit_id LEFT JOIN standing g ON g.heat_id = n.heat_id AND g.entry_id = n.id
     WHERE n.heat_id = $1 ORDER BY g.rank NULLS LAST, n.start_number`, [heatId]);
  const { rule } = heat.tier;
  const advancing = rows.filter(({ advance }) => advance === 'advances').map(({ rank }) => Number(rank));
  return {
    heat: summary,
    edition: { id: heat.edition.id, title: heat.edition.title },
    rule,
    cut: { quota: rule.quotaPerHeat, afterRank: advancing.length > 0 ? Math.max(...advancing) : null, tieAcrossCut: rows.some(({ tiedAtCut }) => tiedAtCut) },
    rows: rows.map(({ blind, name, total, rank, stages, ...row }) => ({
      ...row,
      name: blind && !isFrozen(heat.state) ? null : name,
      total: atScale(total, rule.scale),
      rank: rank === null ? null : Number(rank),
      stages: stages.map((stage) => ({ ...stage, score: atScale(stage.score, rule.scale) })),
    })),
    revision,
    at: (await databaseNow(manager)).toISOString(),
  };
}
