import { Injectable } from '@nestjs/common';
import type { BoardListItem, BoardView, HeatState, OrgUnitRef, StageKind, TierRule, Title } from '#lib/contracts';
import { databaseNow, revisionOf, Transactions } from '#lib/database';
import { orgUnitRefSql } from '#lib/identity';
import { Decimal, DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';
import { atScale, contributionText, readExact } from './exact-figure.js';
import { readAwards } from './edition-view.js';
import { type HeatRecord, isFrozen, loadHeat } from './heat-record.js';
import { rankTeams, teamRuleTitle } from './rank-teams.js';
import type { JudgedDetail } from './result-detail.js';

interface StageRow {
  id: string;
  ordinal: number;
  title: Title;
  kind: StageKind;
  weight: string;
}

interface EntryRow {
  id: string;
  startNumber: number;
  name: string;
  unit: OrgUnitRef;
  total: string | null;
  rank: string | null;
  moved: number;
  advance: 'advances' | 'reserve' | 'out' | 'pending';
  /** Every judged stage of it has been confirmed. */
  shown: boolean;
  results: { score: string | null; exact: string | null; detail: Partial<JudgedDetail> | null }[];
}

interface OnStageRow {
  start_number: number;
  state: 'waiting' | 'on_stage' | 'scored' | 'confirmed';
  arrived: number;
  judges: number;
}

/** Seen by everyone: judged heats from when they are ready, all others once published. */
const visible = `(h.state = 'published' OR (h.state IN ('ready', 'running', 'provisional', 'confirmed') AND EXISTS (SELECT 1 FROM stage s WHERE s.heat_id = h.id AND s.kind = 'judged')))`;
const liveState: readonly HeatState[] = ['running', 'provisional'];

/** What the hall and the public see: an allow-list, built from confirmed performances and published heats alone. */
@Injectable()
export class Boards {
  constructor(private readonly transactions: Transactions) {}

  /** The boards that can be opened, the running ones first. */
  async list(): Promise<BoardListItem[]> {
    const rows = await this.transactions.reader.query<Omit<BoardListItem, 'live'>[]>(
      `SELECT h.id AS "heatId", e.title AS edition, h.title, h.state FROM heat h JOIN edition e ON e.id = h.edition_id JOIN tier t ON t.id = h.tier_id
       WHERE e.archived_at IS NULL AND ${visible} ORDER BY (h.state IN ('running', 'provisional')) DESC, e.year DESC, e.id DESC, t.level DESC, h.sort LIMIT 200`);
    return rows.map((row) => ({ ...row, live: liveState.includes(row.state) }));
  }

  /** True when a heat's board is public. */
  async isPublic(heatId: string): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>(`SELECT 1 FROM heat h WHERE h.id = $1 AND ${visible}`, [heatId]);
    return rows.length > 0;
  }

  /** The board of a heat. Names and scores appear with the confirmation of a performance, or all at once when the heat is published. @throws DomainError `object.not_found` */
  async get(heatId: string): Promise<BoardView> {
    if (!(await this.isPublic(heatId))) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    const { reader } = this.transactions;
    // Read before the rest: a client that holds it will ask again rather than miss a change.
    const revision = await revisionOf(reader, `board:${heatId}`);
    const heat = await loadHeat(reader, heatId);
    const stages = await reader.query<StageRow[]>('SELECT id, ordinal, title, kind, trim_scale(weight)::text AS weight FROM stage WHERE heat_id = $1 ORDER BY ordinal', [heatId]);
    const entries = await readEntries(reader, heatId);
    const open = isFrozen(heat.state) || stages.every(({ kind }) => kind === 'exam');
    const shown = entries.filter((entry) => open || entry.shown);
    return {
      heatId, edition: heat.edition.title, title: heat.title, state: heat.state, live: liveState.includes(heat.state),
      stages: stages.map(({ ordinal, title, weight, kind }) => ({ ordinal, title, weight, kind })),
      ...(await readHall(reader, heatId, stages)),
      latest: latestOf(heat, stages, shown),
      progress: { done: entries.filter((entry) => entry.shown).length, total: entries.length },
      rows: shown.map((entry) => toRow(entry, heat.tier.rule)),
      teams: teamsOf(heat, shown),
      teamRule: teamRuleTitle,
      rule: ruleTitle(stages, heat.tier.rule),
      rankStyle: heat.tier.rule.rankStyle,
      cutAfter: heat.tier.rule.quotaPerHeat,
      awards: heat.tier.rule.quotaPerHeat === null
        ? (await readAwards(reader, heat.edition.id)).map(({ kind, title, place, person, unit, value }) => ({ kind, title, place, name: person?.name ?? null, unit: unit.title, value }))
        : [],
      revision,
      at: (await databaseNow(reader)).toISOString(),
    };
  }
}

async function readEntries(manager: EntityManager, heatId: string): Promise<EntryRow[]> {
  return manager.query<EntryRow[]>(
    `SELECT n.id, n.start_number AS "startNumber", p.name, ${orgUnitRefSql('u')} AS unit, g.total::text AS total, g.rank::text AS rank, coalesce(g.moved, 0) AS moved, coalesce(g.advance, 'pending') AS advance,
       x.shown, x.results
     FROM entry n JOIN person p ON p.id = n.person_id JOIN org_unit u ON u.id = n.org_unit_id LEFT JOIN standing g ON g.heat_id = n.heat_id AND g.entry_id = n.id
       CROSS JOIN LATERAL (SELECT coalesce(bool_and(coalesce(r.state, 'pending') <> 'pending') FILTER (WHERE s.kind = 'judged'), bool_and(coalesce(r.state, 'pending') <> 'pending')) AS shown,
         jsonb_agg(jsonb_build_object('score', r.score::text, 'exact', r.exact, 'detail', CASE WHEN s.kind = 'judged' THEN r.detail END) ORDER BY s.ordinal) AS results
         FROM stage s LEFT JOIN stage_result r ON r.stage_id = s.id AND r.entry_id = n.id WHERE s.heat_id = n.heat_id) x
     WHERE n.heat_id = $1 AND n.state <> 'withdrawn' ORDER BY g.rank NULLS LAST, n.start_number`, [heatId]);
}

/** Who is on stage and who comes next, by start number: no name before the chief has confirmed. */
async function readHall(manager: EntityManager, heatId: string, stages: readonly StageRow[]): Promise<Pick<BoardView, 'onStage' | 'next'>> {
  if (stages.every(({ kind }) => kind !== 'judged')) return { onStage: null, next: null };
  const rows = await manager.query<OnStageRow[]>(
    `SELECT n.start_number, f.state, (SELECT count(*)::int FROM score_sheet c WHERE c.performance_id = f.id AND NOT c.reopened) AS arrived, (SELECT count(*)::int FROM panel_member m WHERE m.stage_id = f.stage_id) AS judges
     FROM performance f JOIN entry n ON n.id = f.entry_id JOIN stage s ON s.id = f.stage_id
     WHERE s.heat_id = $1 AND f.state <> 'confirmed' AND n.state = 'entered' ORDER BY s.ordinal, f.ordinal`, [heatId]);
  const on = rows.find(({ state }) => state !== 'waiting');
  const next = rows.find(({ state }) => state === 'waiting');
  return { onStage: on ? { startNumber: on.start_number, arrived: on.arrived, judges: on.judges } : null, next: next ? { startNumber: next.start_number } : null };
}

function latestOf({ edition, tier }: HeatRecord, stages: readonly StageRow[], entries: readonly EntryRow[]): BoardView['latest'] {
  const confirmed = entries.flatMap((entry) => entry.results.flatMap(({ detail }) => (detail?.confirmedAt ? [{ entry, detail, at: detail.confirmedAt }] : [])));
  const [last] = confirmed.sort((a, b) => (a.at < b.at ? 1 : -1));
  if (!last) return null;
  const { entry, detail } = last;
  return {
    startNumber: entry.startNumber, name: entry.name, unit: entry.unit.title,
    zone: edition.zones.find(({ unitIds }) => unitIds.includes(entry.unit.id))?.title ?? null,
    judges: (detail.judges ?? []).map(({ seat, total, dropped }) => ({ seat, total, dropped })),
    stages: stages.map(({ title, weight }, index) => {
      const { score, exact } = entry.results[index];
      const figure = score === null || exact === null ? null : tier.rule.figures === 'published' ? Decimal.of(score) : readExact(exact);
      return { title, weight, score: atScale(score, tier.rule.scale), contribution: figure && contributionText(figure.mul(weight).div(100), tier.rule.scale) };
    }),
    total: atScale(entry.total, tier.rule.scale), rank: entry.rank === null ? null : Number(entry.rank), moved: entry.moved,
  };
}

function toRow({ startNumber, name, unit, results, total, rank, moved, advance }: EntryRow, { scale }: TierRule): BoardView['rows'][number] {
  return { startNumber, name, unit: unit.title, stages: results.map(({ score }) => atScale(score, scale)), total: atScale(total, scale), rank: rank === null ? null : Number(rank), moved, advance };
}

function teamsOf({ edition, tier }: HeatRecord, entries: readonly EntryRow[]): BoardView['teams'] {
  const titles = new Map(entries.map(({ unit }) => [unit.id, unit.title]));
  return rankTeams(entries.map(({ id, unit, total }) => ({ entryId: id, unitId: unit.id, total })), tier.rule.scale, tier.rule.rankStyle).map(({ unitId, total, rank, counted }) => ({
    unit: titles.get(unitId) ?? { zh: '' }, zone: edition.zones.find(({ unitIds }) => unitIds.includes(unitId))?.title ?? null, total, rank, members: counted.length,
  }));
}

function ruleTitle(stages: readonly StageRow[], { scale }: TierRule): Title {
  const zh = stages.map(({ title, weight }) => `${title.zh} ${weight}%`).join(' + ');
  const en = stages.map(({ title, weight }) => `${title.en ?? title.zh} ${weight}%`).join(' + ');
  return { zh: `总分 = ${zh}，保留 ${scale} 位小数`, en: `Total = ${en}, to ${scale} decimal places` };
}
