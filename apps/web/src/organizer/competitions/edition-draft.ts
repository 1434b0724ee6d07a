import { Decimal } from '#lib/kernel';
import type { RankStyle, StageKind, TieAtCut, TierKind, Title, WriteEdition, ZonePlanView } from '#lib/contracts';

export interface StageDraft {
  kind: StageKind;
  title: Title;
  /** In percent, as it is typed. */
  weight: string;
}

/** The ordinal of a stage, from 1, or the time of handing in. */
export type TieBreakDraft = number | 'submitted_at';

export interface TierDraft {
  kind: TierKind;
  on: boolean;
  title: Title;
  quota: number;
  reserves: number;
  tieAtCut: TieAtCut;
  rankStyle: RankStyle;
  scale: number;
  figures: 'published' | 'exact';
  stages: StageDraft[];
  tieBreaks: TieBreakDraft[];
}

export interface EditionDraft {
  orgUnitId: string;
  competitionId: string | null;
  title: Title;
  jobField: Title;
  year: number;
  finalOn: string | null;
  zonePlanId: string;
  unitIds: string[];
  tiers: TierDraft[];
}

const exam: StageDraft = { kind: 'exam', title: { zh: '笔试', en: 'Written exam' }, weight: '100' };
const usual = { on: true, reserves: 2, tieAtCut: 'chief_decides', rankStyle: '1224', scale: 2, figures: 'published' } as const;

/** The usual contest: units by exam, zones by exam, the system's final by judges. */
export function newEdition(year: number): EditionDraft {
  return {
    orgUnitId: '', competitionId: null, title: { zh: '' }, jobField: { zh: '' }, year, finalOn: null, zonePlanId: '', unitIds: [],
    tiers: [
      { ...usual, kind: 'unit', title: { zh: '初赛', en: 'Preliminary' }, quota: 6, stages: [exam], tieBreaks: ['submitted_at'] },
      { ...usual, kind: 'zone', title: { zh: '预赛', en: 'Zone heat' }, quota: 8, stages: [exam], tieBreaks: ['submitted_at'] },
      { ...usual, kind: 'system', title: { zh: '决赛', en: 'Final' }, quota: 0, reserves: 0, stages: [{ kind: 'judged', title: { zh: '现场展示', en: 'Live performance' }, weight: '100' }], tieBreaks: [1] },
    ],
  };
}

export function activeTiers({ tiers }: EditionDraft): TierDraft[] {
  return tiers.filter(({ on }) => on);
}

/** The weights of a tier in percent, added up; null while one of them is no number. */
export function weightSum({ stages }: TierDraft): string | null {
  if (stages.some(({ weight }) => !/^\d{1,3}(\.\d{1,4})?$/.test(weight))) return null;
  return Decimal.sum(stages.map(({ weight }) => weight)).toString();
}

export interface HeatPlan {
  kind: TierKind;
  heats: number;
  /** How many people a heat of this tier gets at most; null for the first tier. */
  people: number | null;
}

/** How many heats each tier has and how many people come to it, from the units chosen. */
export function planOf(draft: EditionDraft, plan: ZonePlanView | undefined): HeatPlan[] {
  const zones = plan?.zones.filter(({ units }) => units.some(({ id }) => draft.unitIds.includes(id))).length ?? 0;
  const counts: Record<TierKind, number> = { unit: draft.unitIds.length, zone: zones, system: 1 };
  const tiers = activeTiers(draft);
  return tiers.map(({ kind }, index) => {
    const before = tiers[index - 1];
    return { kind, heats: counts[kind], people: before ? counts[before.kind] * before.quota : null };
  });
}

/** The steps of the wizard that still lack something: 0 basics, 1 units, 2 tiers. */
export function unfinished(draft: EditionDraft): ReadonlySet<number> {
  const open = new Set<number>();
  if (draft.title.zh.trim() === '' || draft.orgUnitId === '' || draft.year < 2000) open.add(0);
  if (draft.zonePlanId === '' || draft.unitIds.length === 0) open.add(1);
  const tiers = activeTiers(draft);
  if (tiers.length === 0 || tiers.some((tier) => tierFaulty(tier))) open.add(2);
  return open;
}

export function tierFaulty(tier: TierDraft): boolean {
  return tier.title.zh.trim() === '' || tier.stages.length === 0 || tier.stages.some(({ title }) => title.zh.trim() === '') || weightSum(tier) !== '100';
}

export function toWriteEdition(draft: EditionDraft): WriteEdition {
  const tiers = activeTiers(draft);
  return {
    orgUnitId: draft.orgUnitId, title: draft.title, year: draft.year, zonePlanId: draft.zonePlanId, unitIds: draft.unitIds,
    ...(draft.competitionId && { competitionId: draft.competitionId }),
    ...(draft.jobField.zh.trim() && { jobField: draft.jobField }),
    ...(draft.finalOn && { finalOn: draft.finalOn }),
    tiers: tiers.map((tier, index) => ({
      kind: tier.kind, title: tier.title,
      rule: {
        quotaPerHeat: index === tiers.length - 1 ? null : tier.quota, reserves: index === tiers.length - 1 ? 0 : tier.reserves, tieAtCut: tier.tieAtCut,
        rankStyle: tier.rankStyle, scale: tier.scale, figures: tier.figures,
        tieBreaks: tier.tieBreaks.map((by) => (by === 'submitted_at' ? { kind: 'submitted_at' as const, direction: 'asc' as const } : { kind: 'stage' as const, ordinal: by, direction: 'desc' as const })),
      },
      stages: tier.stages.map(({ kind, title, weight }) => ({ kind, title, weight })),
    })),
  };
}
