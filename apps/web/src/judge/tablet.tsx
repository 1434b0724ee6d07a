import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgingView, SheetView } from '#lib/contracts';
import type { LiveConnection } from '../live/live-connection.js';
import { useLiveView } from '../live/use-live-view.js';
import { useTicking } from '../live/use-ticking.js';
import { keepFonts } from '../look/keep-fonts.js';
import { LoadFailed } from '../look/load-failed.js';
import { PlainPage } from '../look/plain-page.js';
import { judgeApi } from './judge-api.js';
import type { PendingSheet } from './judge-store.js';
import { ScoreForm } from './score-form.js';
import { Sent } from './sent.js';
import type { SheetOutbox, SheetOutboxState } from './sheet-outbox.js';
import { StageBands, StageHeader, StageRail } from './stage-header.js';
import { Running } from './running.js';
import { Waiting } from './waiting.js';
import { useSheetOutbox, useStageClock } from './use-judging.js';

/** One judge's tablet: who is on stage, the criteria, the total; sheets are safe on it before they are sent. */
export function Tablet({ stageId, connection }: { stageId: string; connection: LiveConnection }) {
  const { t } = useTranslation(['judge', 'common']);
  const read = useCallback(() => judgeApi.judging(stageId), [stageId]);
  const { view, error, connected, live } = useLiveView<JudgingView>(connection, `judging:${stageId}`, read);
  const { outbox, state } = useSheetOutbox(stageId, connection, live.read);
  const startedAt = view?.current?.startedAt ?? null;
  const elapsed = useElapsed(startedAt);
  const words = view && JSON.stringify([view.heat, view.title, view.judgeName, view.criteria, view.performances.map(({ alias }) => alias)]);
  useEffect(() => { if (words) keepFonts(words); }, [words]);

  if (!view || !outbox) {
    return <PlainPage title={t('judge:loading')}>{error ? <LoadFailed error={error} onRetry={() => void live.read()} /> : <p role="status">{t('common:state.loading')}</p>}</PlainPage>;
  }
  // A link that is dead without saying so shows in sheets that had to be sent again.
  const reached = connected && !state.pending.some(({ tries }) => tries > 1);
  const done = view.performances.filter(({ ownTotal }) => ownTotal !== null).length;
  return (
    <div className="judge">
      <StageHeader
        view={view} connected={reached} outbox={state} sheets={done}
        who={t('judge:head.who', { seat: view.seat ?? '—', name: view.judgeName ?? '', done, count: view.performances.length })}
        other={view.chief ? { href: `/judge/${stageId}/chief`, words: t('judge:head.desk') } : undefined}
      />
      <StageRail share={view.seconds && elapsed !== null ? elapsed / view.seconds / 1000 : null} />
      <StageBands connected={reached} ended={connection.ended} />
      {view.current
        ? <OnStage key={view.current.id} view={view} current={view.current} outbox={outbox} state={state} elapsed={elapsed} />
        : <Waiting view={view} />}
      <Running view={view} />
    </div>
  );
}

function useElapsed(startedAt: string | null): number | null {
  const clock = useStageClock();
  useTicking(500);
  const now = clock.now();
  return startedAt && now !== null ? Math.max(0, now - Date.parse(startedAt)) : null;
}

interface OnStageProps {
  view: JudgingView;
  current: NonNullable<JudgingView['current']>;
  outbox: SheetOutbox;
  state: SheetOutboxState;
  elapsed: number | null;
}

/** The performance on stage is scored, on its way, delivered, or being corrected. */
function OnStage({ view, current, outbox, state, elapsed }: OnStageProps) {
  const [correcting, setCorrecting] = useState<{ from: SheetView | PendingSheet | null } | null>(null);
  const pending = state.pending.find(({ command }) => command.performanceId === current.id) ?? null;
  const delivered = newest(current.ownSheet, state.delivered?.performanceId === current.id ? state.delivered : null);
  const reopened = current.ownSheet !== null && current.ownTotal === null && delivered === current.ownSheet;
  const refused = state.refused?.sheet.command.performanceId === current.id ? state.refused : null;

  const startCorrecting = (): void => {
    if (!pending) return setCorrecting({ from: delivered });
    void outbox.takeBack(current.id).then((taken) => { if (taken) setCorrecting({ from: pending }); });
  };
  const submit = (sheet: PendingSheet): void => {
    setCorrecting(null);
    void outbox.submit(sheet);
  };

  if (pending && !correcting) return <Sent view={view} current={current} elapsed={elapsed} sheet={pending} delivered={null} mayTakeBack={pending.tries === 0} onCorrect={startCorrecting} />;
  if (delivered && !reopened && !correcting && !refused) return <Sent view={view} current={current} elapsed={elapsed} sheet={null} delivered={delivered} mayTakeBack onCorrect={startCorrecting} />;
  return (
    <ScoreForm
      view={view} current={current} elapsed={elapsed} delivered={delivered} reopened={reopened} refused={refused}
      start={startOf(refused?.sheet ?? correcting?.from ?? (reopened ? delivered : null))}
      onKeep={correcting || refused ? () => { setCorrecting(null); outbox.forgetRefused(); } : null}
      onSubmit={submit}
    />
  );
}

function newest(a: SheetView | null, b: SheetView | null): SheetView | null {
  if (!a || !b) return a ?? b;
  return b.version > a.version ? b : a;
}

function startOf(sheet: SheetView | PendingSheet | null): { marks: Record<string, string>; comment: string } | null {
  if (!sheet) return null;
  const { marks, comment } = 'command' in sheet ? sheet.command : sheet;
  return { marks: Object.fromEntries(marks.map(({ criterionId, mark }) => [criterionId, mark])), comment };
}
