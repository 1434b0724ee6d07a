import { Injectable } from '@nestjs/common';
import type { ExplanationStep, OrgUnitRef, RankExplanation, StageKind, TierRule, Title } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, isAllowed, orgUnitRefSql, requireAllowed } from '#lib/identity';
import { Decimal, DomainError } from '#lib/kernel';
import { scorePanel } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { type ComputedRow, computeStanding } from './compute-standing.js';
import { atScale, contributionText, readExact } from './exact-figure.js';
import { type HeatRecord, heatTarget, isFrozen, loadHeat } from './heat-record.js';
import { readHeatInput } from './recompute-standing.js';
import type { ExamDetail, JudgedDetail } from './result-detail.js';

interface EntryRow {
  id: string;
  person_id: string;
  name: string;
  unit: OrgUnitRef;
  start_number: number;
  total: string | null;
  rank: string | null;
  advance: ComputedRow['advance'] | null;
}

interface StageRow {
  id: string;
  ordinal: number;
  title: Title;
  kind: StageKind;
  weight: string;
  score: string | null;
  exact: string | null;
  detail: Partial<JudgedDetail & ExamDetail> | null;
}

/** Why an entry is placed where it is: from the stored results, recomputed and compared with what is stored. */
@Injectable()
export class Explanations {
  constructor(private readonly transactions: Transactions) {}

  /** For organizers, and for the entry's own person once the heat is confirmed; without the neighbour until it is published. */
  async get(actor: Actor, heatId: string, entryId: string): Promise<RankExplanation> {
    const { reader } = this.transactions;
    const heat = await loadHeat(reader, heatId);
    const entry = (await readEntryRows(reader, heatId)).find(({ id }) => id === entryId);
    const own = entry?.person_id === actor.personId && isFrozen(heat.state);
    if (!own) requireAllowed(actor, 'heat.read', heatTarget(heat));
    if (!entry) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    const explanation = await explain(reader, heat, entry.id);
    const seesAll = heat.state === 'published' || isAllowed(actor, 'heat.read', heatTarget(heat));
    return seesAll ? explanation : { ...explanation, other: null, steps: [] };
  }

  /** For anyone, once the heat is published; by start number. */
  async getPublic(heatId: string, startNumber: number): Promise<RankExplanation> {
    const { reader } = this.transactions;
    const heat = await loadHeat(reader, heatId);
    const entry = heat.state === 'published' ? (await readEntryRows(reader, heatId)).find(({ start_number }) => start_number === startNumber) : undefined;
    if (!entry) throw new DomainError('object.not_found', {}, { kind: 'not-found' });
    return explain(reader, heat, entry.id);
  }
}

async function explain(manager: EntityManager, heat: HeatRecord, entryId: string): Promise<RankExplanation> {
  const entries = await readEntryRows(manager, heat.id);
  const entry = entries.find(({ id }) => id === entryId) as EntryRow;
  const input = await readHeatInput(manager, heat);
  const computed = computeStanding(input).rows;
  const own = computed.find((row) => row.entryId === entryId);
  const stages = await readStageRows(manager, heat.id, entryId);
  const other = neighbourOf(entry, entries);
  const { rule } = heat.tier;
  return {
    heat: { id: heat.id, title: heat.title },
    edition: { id: heat.edition.id, title: heat.edition.title },
    entry: { id: entry.id, name: entry.name, unit: entry.unit, startNumber: entry.start_number, rank: numberOf(entry.rank), total: atScale(entry.total, rule.scale) },
    other: other && { id: other.id, name: other.name, unit: other.unit, rank: numberOf(other.rank), total: atScale(other.total, rule.scale) },
    stages: stages.map((stage) => toStage(stage, own, rule)),
    steps: compareSteps(rule, stages, own, computed.find((row) => row.entryId === other?.id)),
    rule: { ...ruleText(rule, stages), scale: rule.scale, figures: rule.figures },
    advance: entry.advance ?? 'pending',
    verified: isVerified(entry, own, stages, rule),
  };
}

async function readEntryRows(manager: EntityManager, heatId: string): Promise<EntryRow[]> {
  return manager.query<EntryRow[]>(
    `SELECT n.id, n.person_id, p.name, ${orgUnitRefSql('u')} AS unit, n.start_number, g.total::text AS total, g.rank::text AS rank, g.advance
     FROM entry n JOIN person p ON p.id = n.person_id JOIN org_unit u ON u.id = n.org_unit_id LEFT JOIN standing g ON g.heat_id = n.heat_id AND g.entry_id = n.id
     WHERE n.heat_id = $1 ORDER BY g.rank NULLS LAST, n.start_number`, [heatId]);
}

async function readStageRows(manager: EntityManager, heatId: string, entryId: string): Promise<StageRow[]> {
  return manager.query<StageRow[]>(
    `SELECT s.id, s.ordinal, s.title, s.kind, trim_scale(s.weight)::text AS weight, r.score::text AS score, r.exact, r.detail
     FROM stage s LEFT JOIN stage_result r ON r.stage_id = s.id AND r.entry_id = $2 WHERE s.heat_id = $1 ORDER BY s.ordinal`, [heatId, entryId]);
}

/** Among equals by total the one just above, else just below; otherwise the next below, or the next above for the last. */
function neighbourOf(entry: EntryRow, entries: readonly EntryRow[]): EntryRow | null {
  const ranked = entries.filter(({ rank }) => rank !== null);
  const at = ranked.findIndex(({ id }) => id === entry.id);
  if (at < 0) return null;
  const [above, below] = [ranked[at - 1], ranked[at + 1]];
  if (above && above.total === entry.total) return above;
  return below ?? above ?? null;
}

function toStage(stage: StageRow, own: ComputedRow | undefined, { scale }: TierRule): RankExplanation['stages'][number] {
  const { id, title, kind, weight, score, detail } = stage;
  const weighted = own?.contributions.find(({ stageId }) => stageId === id)?.weighted ?? null;
  return {
    id, title, kind, weight,
    score: atScale(score, scale),
    contribution: weighted && contributionText(weighted, scale),
    judges: detail?.judges?.map(({ seat, total, dropped, criteria }) => ({ seat, total, dropped, criteria: criteria.map(({ title: name, mark, max }) => ({ title: name, mark, max })) })) ?? null,
    exam: detail?.mark && detail.marks ? { mark: detail.mark, marks: detail.marks, submittedAt: detail.submittedAt ?? null } : null,
  };
}

function compareSteps(rule: TierRule, stages: readonly StageRow[], own: ComputedRow | undefined, other: ComputedRow | undefined): ExplanationStep[] {
  let open = own !== undefined && other !== undefined && own.rank !== null && other.rank !== null;
  const keys = [{ key: 'total', title: { zh: '总分', en: 'Total' } }, ...rule.tieBreaks.map((tieBreak) => (tieBreak.kind === 'stage'
    ? { key: `stage:${tieBreak.ordinal}`, title: stages.find(({ ordinal }) => ordinal === tieBreak.ordinal)?.title ?? { zh: '环节' } }
    : { key: 'submitted_at', title: { zh: '交卷时间（先交者优先）', en: 'Handed in (earlier first)' } }))];
  return keys.map(({ key, title }) => {
    const [a, b] = [valueAt(own, key), valueAt(other, key)];
    const outcome = !open ? 'unused' : a === b ? 'equal' : 'decided';
    if (outcome === 'decided') open = false;
    return { key, title, own: shown(key, a), other: shown(key, b), outcome };
  });
}

function valueAt(row: ComputedRow | undefined, key: string): string | null {
  return row?.steps.find((step) => step.key === key)?.value ?? null;
}

function shown(key: string, value: string | null): string | null {
  return key === 'submitted_at' && value !== null ? new Date(Number(value)).toISOString() : value;
}

function ruleText({ scale, figures, tieBreaks }: TierRule, stages: readonly StageRow[]): { zh: string; en: string } {
  const zh = stages.map(({ title, weight }) => `${title.zh} ${weight}%`).join(' + ');
  const en = stages.map(({ title, weight }) => `${title.en ?? title.zh} ${weight}%`).join(' + ');
  const name = (key: TierRule['tieBreaks'][number], en: boolean): string => {
    if (key.kind === 'submitted_at') return en ? 'earlier hand-in' : '先交卷者优先';
    const title = stages.find(({ ordinal }) => ordinal === key.ordinal)?.title;
    return (en ? title?.en : undefined) ?? title?.zh ?? '';
  };
  const basis = figures === 'published' ? { zh: '按公布的各环节成绩计算', en: 'from the published stage scores' } : { zh: '按未舍入的各环节成绩计算', en: 'from the exact stage scores' };
  const ties = { zh: tieBreaks.length > 0 ? `；总分相同依次比较：${tieBreaks.map((key) => name(key, false)).join('、')}` : '；总分相同名次并列', en: tieBreaks.length > 0 ? `; equal totals are compared by: ${tieBreaks.map((key) => name(key, true)).join(', ')}` : '; equal totals share a rank' };
  return { zh: `总分 = ${zh}，${basis.zh}，四舍五入保留 ${scale} 位小数${ties.zh}。`, en: `Total = ${en}, ${basis.en}, rounded half up to ${scale} decimal places${ties.en}.` };
}

/** Stored equals recomputed: each judged score from its judges' marks, each score from its exact figure, then total, rank and advancing. */
function isVerified(entry: EntryRow, own: ComputedRow | undefined, stages: readonly StageRow[], { scale }: TierRule): boolean {
  if (!own || own.rank !== numberOf(entry.rank) || own.advance !== (entry.advance ?? 'pending')) return false;
  if (own.total === null || entry.total === null ? own.total !== entry.total : !Decimal.of(own.total).eq(entry.total)) return false;
  return stages.every(({ exact, score, detail }) => {
    if (exact === null || score === null) return exact === score;
    const figure = readExact(exact);
    return figure.round(scale).eq(score) && (detail?.judges === undefined || recomputed(detail as JudgedDetail).eq(figure));
  });
}

function recomputed({ judges, dropHigh, dropLow }: JudgedDetail): Decimal {
  const [{ criteria }] = judges;
  return scorePanel(
    { sheets: judges.map(({ seat, criteria: marks }) => ({ judgeId: String(seat), marks: Object.fromEntries(marks.map(({ criterionId, mark }) => [criterionId, mark])) })) },
    { criteria: criteria.map(({ criterionId, max }) => ({ id: criterionId, min: 0, max })), trim: { by: 'judge-total', high: dropHigh, low: dropLow } }).exact;
}

function numberOf(rank: string | null): number | null {
  return rank === null ? null : Number(rank);
}
