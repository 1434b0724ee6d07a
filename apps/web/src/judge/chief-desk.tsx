import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChiefView } from '#lib/contracts';
import { newId } from '#lib/kernel';
import { NetworkError, ProblemError } from '../api/problem-error.js';
import type { LiveConnection } from '../live/live-connection.js';
import { useLiveView } from '../live/use-live-view.js';
import { LoadFailed } from '../look/load-failed.js';
import { Button, EmptyState, Note } from '../look/parts.js';
import { PlainPage } from '../look/plain-page.js';
import enDesk from '../i18n/en/desk.json';
import { addTexts } from '../i18n/texts.js';
import zhDesk from '../i18n/zh-CN/desk.json';
import { judgeApi } from './judge-api.js';
import { DeskDialog, type DeskAct } from './desk-dialog.js';
import { DeskPanel } from './desk-panel.js';
import { DeskOrder } from './desk-order.js';
import { StageBands, StageHeader, StageRail } from './stage-header.js';

addTexts('desk', { 'zh-CN': zhDesk, en: enDesk });

const nothingPending = { pending: [], refused: null, delivered: null, keeps: true };

/** The chief's desk: who has sent, what is struck, the spread; call, ask again, confirm. */
export function ChiefDesk({ stageId, connection }: { stageId: string; connection: LiveConnection }) {
  const { t } = useTranslation(['judge', 'desk', 'common']);
  const read = useCallback(() => judgeApi.panel(stageId), [stageId]);
  const { view, error, connected, live } = useLiveView<ChiefView>(connection, `chief:${stageId}`, read);
  const [act, setAct] = useState<DeskAct | null>(null);
  const { busy, problem, perform } = useDeskCommands(connection, () => { setAct(null); void live.read(); });

  if (!view) {
    return <PlainPage title={t('judge:loading')}>{error ? <LoadFailed error={error} onRetry={() => void live.read()} /> : <p role="status">{t('common:state.loading')}</p>}</PlainPage>;
  }
  const confirmed = view.performances.filter(({ state }) => state === 'confirmed').length;
  const next = view.performances.find(({ state }) => state === 'waiting') ?? null;
  const shown = view.current ?? [...view.performances].reverse().find(({ state }) => state === 'confirmed') ?? null;
  return (
    <div className="judge desk">
      <StageHeader
        view={view} connected={connected} outbox={nothingPending} sheets={confirmed * view.judges + (view.current?.sheets ?? 0)}
        who={t('judge:head.chiefWho', { name: view.judgeName ?? '', done: confirmed, count: view.performances.length })}
        other={view.seat !== null ? { href: `/judge/${stageId}`, words: t('judge:head.tablet') } : { href: `/board/${view.heat.id}`, words: t('desk:board') }}
      />
      <StageRail share={view.performances.length > 0 ? confirmed / view.performances.length : null} />
      <StageBands connected={connected} ended={connection.ended} />
      <main className="desk-main">
        <section>
          {problem && !act && <Note tone="bad" live><b>{t('desk:failed')}</b> {problem}</Note>}
          {shown ? <DeskPanel view={view} shown={shown} onReopen={(seat) => setAct({ kind: 'reopen', seat })} /> : <EmptyState title={t('desk:none')}>{t('desk:noneHint')}</EmptyState>}
          <div className="desk-acts">
            {view.current && (view.result !== null
              ? <Button kind="pri" size="big" icon="check" disabled={!connected} onClick={() => setAct({ kind: 'confirm' })}>{t('desk:confirm', { alias: view.current.alias, result: view.result })}</Button>
              : <Button size="big" disabled>{t('desk:waitSheets')}</Button>)}
            {!view.current && next && <Button kind="pri" size="big" icon="play" disabled={!connected} onClick={() => setAct({ kind: 'call', performance: next })}>{t('desk:call', { number: next.startNumber, alias: next.alias })}</Button>}
            {!view.current && !next && <Note tone="ok"><b>{t('desk:allDone')}</b> {t('desk:allDoneHint')}</Note>}
          </div>
        </section>
        <DeskOrder view={view} onCall={view.current ? null : (performance) => setAct({ kind: 'call', performance })} />
      </main>
      {act && <DeskDialog act={act} view={view} busy={busy} problem={problem} onClose={() => setAct(null)} onDo={perform} />}
    </div>
  );
}

export type DeskCommand =
  | { event: 'performance.call'; performanceId: string; expectedVersion: number }
  | { event: 'performance.confirm'; performanceId: string; expectedVersion: number }
  | { event: 'sheet.reopen'; performanceId: string; expectedVersion: number; seat: number; reason: string };

/** Gives one command at a time. The same press sent again after a lost answer carries the same id. */
function useDeskCommands(connection: LiveConnection, onDone: () => void) {
  const { t } = useTranslation('common');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const perform = async ({ event, ...command }: DeskCommand): Promise<void> => {
    const commandId = newId();
    setBusy(true);
    setProblem(null);
    try {
      await repeatOnce(() => connection.command(event, { commandId, ...command } as never));
      onDone();
    } catch (error) {
      setProblem(error instanceof ProblemError ? error.problem.title : t('error.network'));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, perform };
}

async function repeatOnce<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return act();
  }
}
