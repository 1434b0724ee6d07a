import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChiefView, EditionView, HeatSummary, StageSummary, StandingView, TierView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { isProblem } from '../../api/problem-error.js';
import { Button } from '../../look/parts.js';
import { useFreshRoom } from '../parts/fresh-room.js';
import { PageHead, SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import { AdvanceDialog } from './advance-dialog.js';
import { AdvancementGraph } from './advancement-graph.js';
import { AwardDialog, AwardTable } from './awards.js';
import { EntriesSheet } from './entries-sheet.js';
import { FiguresStrip } from './figures-strip.js';
import { HeatDesk } from './heat-desk.js';
import { HeatActDialog } from './heat-act-dialog.js';
import { HeatStanding } from './heat-standing.js';
import { judgedStagesToCheck, nextActs, presentTier } from './next-acts.js';
import { NextActs } from './next-acts-list.js';
import { PanelSheet } from './panel-sheet.js';
import { ScheduleSheet } from './schedule-sheet.js';
import { TieDialog } from './tie-dialog.js';

/** What stands open over the page. */
export type Opened =
  | { kind: 'entries'; heat: HeatSummary }
  | { kind: 'schedule'; tier: TierView; stage: StageSummary }
  | { kind: 'panel'; heat: HeatSummary; stage: StageSummary }
  | { kind: 'confirm' | 'publish'; heats: HeatSummary[] }
  | { kind: 'advance'; tier: TierView }
  | { kind: 'tie'; standing: StandingView }
  | { kind: 'award'; heat: HeatSummary };

/** One edition: figures, what to do next, the graph, and the chosen heat beside and below it. */
export function EditionPage() {
  const { t } = useWords();
  const { editionId = '' } = useParams();
  const found = useQuery({ queryKey: ['/editions', 'one', editionId], queryFn: () => api.get<EditionView>(`/editions/${editionId}`), refetchInterval: ({ state }) => (isPreparing(state.data) ? 2_000 : 30_000) });
  if (found.data) return <Edition edition={found.data} readAt={found.dataUpdatedAt} />;
  return <div className="pg org"><PageHead crumbs={[{ label: t('edition.title'), to: '/competitions' }]} title={t('edition.one')} />{found.error ? <ProblemNote error={found.error} /> : <p className="org-reading" role="status">{t('list.reading')}</p>}</div>;
}

function isPreparing(edition: EditionView | undefined): boolean {
  return edition?.tiers.some(({ heats }) => heats.some(({ state }) => state === 'preparing')) ?? false;
}

function Edition({ edition, readAt }: { edition: EditionView; readAt: number }) {
  const { t, title } = useWords();
  const cache = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState<Opened | null>(null);
  const asList = params.get('view') === 'list';
  const heats = edition.tiers.flatMap((tier) => tier.heats.map((heat) => ({ tier, heat })));
  const chosen = heats.find(({ heat }) => heat.id === params.get('heat')) ?? firstWorthSeeing(edition, heats);
  const heatId = chosen?.heat.id ?? null;
  const standing = useQuery({ queryKey: ['/heats', heatId, 'standing'], enabled: chosen !== undefined && chosen.heat.entries > 0, queryFn: () => api.get<StandingView>(`/heats/${heatId}/standing`) });
  const editionLive = useFreshRoom(`edition:${edition.id}`, [['/editions', 'one', edition.id]]);
  useFreshRoom(heatId ? `heat:${heatId}` : null, [['/heats', heatId, 'standing'], ['/editions', 'one', edition.id]]);
  const unpanelled = useUnpanelled(edition);
  const acts = nextActs(edition, unpanelled);
  const set = (name: string, value: string | null): void => setParams((before) => { const next = new URLSearchParams(before); if (value) next.set(name, value); else next.delete(name); return next; }, { replace: true });
  const close = (): void => {
    setOpened(null);
    for (const queryKey of [['/editions'], ['/heats'], ['/stages']]) void cache.invalidateQueries({ queryKey });
  };
  const final = edition.tiers.at(-1)?.heats[0];
  return (
    <div className="pg org">
      <PageHead
        crumbs={[{ label: t('edition.title'), to: '/competitions' }, { label: t('edition.yearCrumb', { year: edition.year }) }]} title={title(edition.title)}
        note={[title(edition.jobField), t('edition.by', { unit: title(edition.orgUnit.title) })].filter(Boolean).join(' · ')}
        actions={<><Button icon="print" onClick={() => print()}>{t('edition.print')}</Button>{(chosen ?? final) && <a className="btn" href={`/board/${chosen?.heat.id ?? final?.id}`}>{t('edition.board')}</a>}</>}
      />
      <FiguresStrip edition={edition} readAt={readAt} live={editionLive} />
      <NextActs acts={acts} onOpen={setOpened} onSelect={(id) => set('heat', id)} />
      <div className="org-cols">
        <div>
          <SectionHead title={t('graph.title')} note={t('graph.note')}>
            <Button kind="quiet" size="sm" icon={asList ? 'grid' : 'list'} className="org-wide-only" onClick={() => set('view', asList ? null : 'list')}>{asList ? t('graph.asPicture') : t('graph.asList')}</Button>
          </SectionHead>
          <AdvancementGraph edition={edition} selected={heatId} onSelect={(id) => { set('heat', id); showDesk(); }} asList={asList} />
          <Legend />
        </div>
        {chosen && <HeatDesk tier={chosen.tier} heat={chosen.heat} standing={standing.data} unpanelled={unpanelled} onOpen={setOpened} />}
      </div>
      {standing.data && chosen && <HeatStanding key={chosen.heat.id} standing={standing.data} />}
      {chosen && chosen.heat.entries === 0 && <div className="empty org-empty org-gap"><p className="b">{t('standing.empty')}</p><p>{chosen.tier.level === edition.tiers[0]?.level ? t('standing.emptyFirst') : t('standing.emptyLater')}</p></div>}
      <ProblemNote error={standing.error} />
      {edition.awards.length > 0 && <AwardTable awards={edition.awards} />}
      <Open opened={opened} edition={edition} onClose={close} onReload={close} />
    </div>
  );
}

function Open({ opened, edition, onClose, onReload }: { opened: Opened | null; edition: EditionView; onClose: () => void; onReload: () => void }) {
  const kind = opened?.kind;
  const present = (heat: HeatSummary): HeatSummary => edition.tiers.flatMap(({ heats }) => heats).find(({ id }) => id === heat.id) ?? heat;
  return (
    <>
      {opened && kind === 'entries' && <EntriesSheet heat={present(opened.heat)} onClose={onClose} />}
      {opened && kind === 'schedule' && <ScheduleSheet tier={opened.tier} stage={opened.stage} edition={edition} onClose={onClose} />}
      {opened && kind === 'panel' && <PanelSheet heat={opened.heat} stage={opened.stage} onClose={onClose} />}
      {opened && (kind === 'confirm' || kind === 'publish') && <HeatActDialog kind={kind} heats={opened.heats.map(present)} onClose={onClose} onReload={onReload} />}
      {opened && kind === 'advance' && <AdvanceDialog tier={opened.tier} edition={edition} onClose={onClose} />}
      {opened && kind === 'tie' && <TieDialog standing={opened.standing} onClose={onClose} />}
      {opened && kind === 'award' && <AwardDialog edition={edition} heat={opened.heat} onClose={onClose} />}
    </>
  );
}

/** A heat that waits for the organizer, else one that runs, else the first of the present tier. */
function firstWorthSeeing(edition: EditionView, heats: { tier: TierView; heat: HeatSummary }[]): { tier: TierView; heat: HeatSummary } | undefined {
  const present = presentTier(edition);
  return heats.find(({ heat }) => heat.state === 'provisional') ?? heats.find(({ heat }) => heat.state === 'running') ?? heats.find(({ tier }) => tier.id === present?.id) ?? heats[0];
}

/** The judged stages that have no panel yet, asked stage by stage. */
function useUnpanelled(edition: EditionView): ReadonlySet<string> {
  const stages = judgedStagesToCheck(edition).slice(0, 12);
  return useQueries({
    queries: stages.map(({ id }) => ({ queryKey: ['/stages', id, 'panel'], queryFn: () => readPanel(id) })),
    combine: (answers) => new Set(stages.filter((_, index) => answers[index]?.data === null).map(({ id }) => id)),
  });
}

/** The panel of a stage; null when nobody has set it up. */
export async function readPanel(stageId: string): Promise<ChiefView | null> {
  try {
    const view = await api.get<ChiefView>(`/stages/${stageId}/panel`);
    return view.panel.length > 0 ? view : null;
  } catch (error) {
    if (isProblem(error, 'object.not_found')) return null;
    throw error;
  }
}

/** Below 1200 px the chosen heat stands under the graph: it is brought into view. */
function showDesk(): void {
  if (matchMedia('(max-width: 1180px)').matches) requestAnimationFrame(() => document.getElementById('heat-desk')?.scrollIntoView({ block: 'start' }));
}

function Legend() {
  const { t } = useWords();
  return <p className="org-legend"><span>{t('graph.solid')}</span><span>{t('graph.dashed')}</span></p>;
}
