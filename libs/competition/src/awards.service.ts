import { Injectable } from '@nestjs/common';
import { appendAudit } from '#lib/audit';
import type { AwardView, EditionView, Title } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError, newId } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { readEdition } from './edition-view.js';
import { type HeatRecord, heatTarget, isFrozen, loadHeat, lockHeat } from './heat-record.js';
import { rankTeams } from './rank-teams.js';
import { raiseHeat } from './recompute-standing.js';

/** Places that are named: outstanding individuals after the winner, and winning units (never more than half of the units). */
const OUTSTANDING_TO = 6;
const WINNING_UNITS = 3;

interface FinalRow {
  entry_id: string;
  org_unit_id: string;
  total: string;
  rank: number;
}

interface NewAward {
  kind: AwardView['kind'];
  title: Title;
  place: number;
  entryId: string | null;
  orgUnitId: string;
  value: string;
  reason: Title;
}

/** Winner, winning units and outstanding individuals, from the confirmed final. */
@Injectable()
export class Awards {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Grants the awards of an edition from its final's standing and finishes it: rank 1 wins (equal ones share it), ranks to 6 are outstanding
   * individuals, the best three teams, but never more than half of them, are winning units. A repeated call changes nothing.
   * @throws DomainError `heat.not_confirmed`
   */
  async grant(actor: Actor, editionId: string): Promise<EditionView> {
    const { reader } = this.transactions;
    const [final] = await reader.query<{ id: string }[]>('SELECT h.id FROM heat h JOIN tier t ON t.id = h.tier_id WHERE h.edition_id = $1 ORDER BY t.level DESC, h.sort LIMIT 1', [editionId]);
    requireAllowed(actor, 'award.grant', final ? await awardTarget(reader, final.id, editionId) : { paths: [] });
    return this.transactions.run(async (manager) => {
      const heat = await lockHeat(manager, final.id);
      if (!isFrozen(heat.state)) throw new DomainError('heat.not_confirmed', { title: heat.title.zh }, { kind: 'conflict' });
      const granted = await manager.query<unknown[]>('SELECT 1 FROM award WHERE edition_id = $1 LIMIT 1', [editionId]);
      if (granted.length === 0) {
        await insertAwards(manager, editionId, chooseAwards(heat, await readFinal(manager, heat.id)));
        await manager.query(`UPDATE edition SET state = 'finished', version = version + 1 WHERE id = $1`, [editionId]);
        await appendAudit(manager, actor, 'award.grant', 'edition', editionId, { heatId: heat.id });
        await raiseHeat(manager, heat);
      }
      return readEdition(manager, editionId);
    });
  }
}

async function awardTarget(manager: EntityManager, heatId: string, editionId: string): Promise<ReturnType<typeof heatTarget>> {
  const [owner] = await manager.query<{ path: string }[]>('SELECT o.path::text AS path FROM edition e JOIN org_unit o ON o.id = e.org_unit_id WHERE e.id = $1', [editionId]);
  return { ...heatTarget(await loadHeat(manager, heatId)), paths: [owner.path] };
}

async function readFinal(manager: EntityManager, heatId: string): Promise<FinalRow[]> {
  return manager.query<FinalRow[]>(
    `SELECT g.entry_id, n.org_unit_id, g.total::text AS total, g.rank::float8 AS rank FROM standing g JOIN entry n ON n.id = g.entry_id
     WHERE g.heat_id = $1 AND g.rank IS NOT NULL AND g.total IS NOT NULL ORDER BY g.rank, n.start_number`, [heatId]);
}

function chooseAwards({ tier: { rule } }: HeatRecord, rows: readonly FinalRow[]): NewAward[] {
  const best = Math.min(...rows.map(({ rank }) => rank));
  const people = rows.filter(({ rank }) => rank === best || rank <= OUTSTANDING_TO).map(({ entry_id, org_unit_id, total, rank }): NewAward => {
    const won = rank === best;
    return {
      kind: won ? 'winner' : 'outstanding_individual', title: won ? { zh: '冠军', en: 'Winner' } : { zh: '先进个人', en: 'Outstanding individual' },
      place: Math.ceil(rank), entryId: entry_id, orgUnitId: org_unit_id, value: total, reason: { zh: `决赛总分第 ${rank} 名`, en: `Rank ${rank} by total in the final` },
    };
  });
  const teams = rankTeams(rows.map(({ entry_id, org_unit_id, total }) => ({ entryId: entry_id, unitId: org_unit_id, total })), rule.scale, rule.rankStyle);
  const places = Math.max(1, Math.min(WINNING_UNITS, Math.floor(teams.length / 2)));
  const units = teams.filter(({ rank }) => rank <= places).map(({ unitId, total, rank }): NewAward => ({
    kind: 'winning_unit', title: { zh: '优胜单位', en: 'Winning unit' }, place: Math.ceil(rank), entryId: null, orgUnitId: unitId, value: total,
    reason: { zh: `决赛团体第 ${rank} 名：成绩最好的 2 人总分相加`, en: `Rank ${rank} among teams in the final: its two best totals added` },
  }));
  return [...people, ...units];
}

async function insertAwards(manager: EntityManager, editionId: string, awards: readonly NewAward[]): Promise<void> {
  const rows = awards.map(({ entryId, orgUnitId, ...award }) => ({ id: newId(), ...award, entry_id: entryId, org_unit_id: orgUnitId }));
  await manager.query(
    `INSERT INTO award (id, edition_id, kind, title, place, entry_id, org_unit_id, value, reason)
     SELECT r.id, $1, r.kind, r.title, r.place, r.entry_id, r.org_unit_id, r.value, r.reason
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, kind text, title jsonb, place int, entry_id uuid, org_unit_id uuid, value numeric, reason jsonb)`, [editionId, JSON.stringify(rows)]);
}
