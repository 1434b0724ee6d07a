import type { EditionView, HeatSummary, StageSummary, TierView } from '#lib/contracts';

/** What the organizer has to do next, in the order of the contest. */
export type NextAct =
  | { kind: 'failed'; tier: TierView; heats: HeatSummary[] }
  | { kind: 'enter'; tier: TierView; heats: HeatSummary[] }
  | { kind: 'schedule'; tier: TierView; stage: StageSummary; people: number }
  | { kind: 'panel'; tier: TierView; heat: HeatSummary; stage: StageSummary }
  | { kind: 'confirm'; tier: TierView; heats: HeatSummary[] }
  | { kind: 'advance'; tier: TierView; next: TierView }
  | { kind: 'publish'; tier: TierView; heats: HeatSummary[] }
  | { kind: 'award'; tier: TierView };

const settled: readonly HeatSummary['state'][] = ['confirmed', 'published'];

export function isSettled({ state }: HeatSummary): boolean {
  return settled.includes(state);
}

/** Every result is in and the tier has not advanced: who goes on from a tie can be decided, or decided anew, confirmed or not. */
export function tieIsOpen({ advancedAt }: TierView, heat: HeatSummary): boolean {
  return advancedAt === null && (heat.state === 'provisional' || isSettled(heat));
}

/**
 * The acts that are open now. Only a tier that has people, or the first one, asks for preparation.
 *
 * @param unpanelled judged stages that are known to have no panel yet
 */
export function nextActs({ tiers, awards }: EditionView, unpanelled: ReadonlySet<string>): NextAct[] {
  return tiers.flatMap((tier, index) => {
    const next = tiers[index + 1];
    return [...trouble(tier), ...preparation(tier, index === 0, unpanelled), ...results(tier, next, awards.length > 0)];
  });
}

function trouble(tier: TierView): NextAct[] {
  const heats = tier.heats.filter(({ state }) => state === 'failed');
  return heats.length > 0 ? [{ kind: 'failed', tier, heats }] : [];
}

function preparation(tier: TierView, isFirst: boolean, unpanelled: ReadonlySet<string>): NextAct[] {
  const acts: NextAct[] = [];
  const empty = tier.heats.filter(({ entries, state }) => entries === 0 && state === 'setup');
  if (isFirst && empty.length > 0 && !tier.advancedAt) acts.push({ kind: 'enter', tier, heats: empty });
  if (tier.heats.every(({ entries }) => entries === 0)) return acts;
  for (const stage of tier.heats[0]?.stages ?? []) {
    const without = tier.heats.filter((heat) => heat.entries > 0 && !isSettled(heat) && heat.stages.some(({ ordinal, exam }) => ordinal === stage.ordinal && exam === null));
    if (stage.kind === 'exam' && without.length > 0) acts.push({ kind: 'schedule', tier, stage, people: without.reduce((sum, { entries }) => sum + entries, 0) });
  }
  for (const heat of tier.heats) for (const stage of heat.stages) if (unpanelled.has(stage.id) && heat.entries > 0 && !isSettled(heat)) acts.push({ kind: 'panel', tier, heat, stage });
  return acts;
}

function results(tier: TierView, next: TierView | undefined, awarded: boolean): NextAct[] {
  const acts: NextAct[] = [];
  const provisional = tier.heats.filter(({ state }) => state === 'provisional');
  if (provisional.length > 0) acts.push({ kind: 'confirm', tier, heats: provisional });
  const filled = tier.heats.filter(({ entries }) => entries > 0);
  const ready = filled.length > 0 && filled.every(isSettled);
  if (ready && next && !tier.advancedAt) acts.push({ kind: 'advance', tier, next });
  if (ready && !next && !awarded) acts.push({ kind: 'award', tier });
  const unpublished = tier.heats.filter(({ state }) => state === 'confirmed');
  if (unpublished.length > 0 && (tier.advancedAt !== null || !next)) acts.push({ kind: 'publish', tier, heats: unpublished });
  return acts;
}

/** The tier that is being run: the first that has not advanced, or the last. */
export function presentTier({ tiers }: EditionView): TierView | undefined {
  return tiers.find((tier) => tier.advancedAt === null) ?? tiers.at(-1);
}

/** The judged stages whose panel is worth asking for: people are in the heat, and nothing is scored yet. */
export function judgedStagesToCheck({ tiers }: EditionView): StageSummary[] {
  return tiers.flatMap(({ heats }) => heats)
    .filter((heat) => heat.entries > 0 && !isSettled(heat))
    .flatMap(({ stages }) => stages.filter(({ kind, results: { scored } }) => kind === 'judged' && scored === 0));
}
