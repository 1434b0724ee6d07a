import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChiefView, PerformanceSummary } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { Dialog } from '../look/dialog.js';
import { Button, Note } from '../look/parts.js';
import type { DeskCommand } from './chief-desk.js';

export type DeskAct = { kind: 'confirm' } | { kind: 'call'; performance: PerformanceSummary } | { kind: 'reopen'; seat: number };

interface DeskDialogProps {
  act: DeskAct;
  view: ChiefView;
  busy: boolean;
  problem: string | null;
  onClose: () => void;
  onDo: (command: DeskCommand) => Promise<void>;
}

/** Every act of the chief repeats its object and its consequence in figures. */
export function DeskDialog({ act, view, busy, problem, onClose, onDo }: DeskDialogProps) {
  const { t } = useTranslation(['judge', 'desk', 'common']);
  const [reason, setReason] = useState('');
  const words = wordsOf(act, view);
  const command = commandOf(act, view, reason.trim());
  if (!words || !command) return null;
  return (
    <Dialog title={t(`desk:${words.title}`, words.params)} public={act.kind === 'confirm'} onClose={busy ? undefined : onClose}>
      <p className="ink2 dlg-text">{t(`desk:${words.text}`, words.params)}</p>
      {act.kind === 'reopen' && <label className="field"><span className="lab">{t('desk:reason')}</span><input className="inp" data-autofocus value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} /></label>}
      {problem && <Note tone="bad" live>{problem}</Note>}
      <div className="acts">
        <Button disabled={busy} onClick={onClose}>{t('common:action.back')}</Button>
        <Button kind="pri" data-autofocus={act.kind !== 'reopen' || undefined} disabled={busy || (act.kind === 'reopen' && !reason.trim())} onClick={() => void onDo(command)}>{t(`desk:${words.act}`, words.params)}</Button>
      </div>
    </Dialog>
  );
}

function wordsOf(act: DeskAct, view: ChiefView) {
  if (act.kind === 'call') return { title: 'callTitle', text: 'callText', act: 'callAct', params: { number: act.performance.startNumber, alias: act.performance.alias, judges: view.judges } } as const;
  if (!view.current) return null;
  const { alias } = view.current;
  if (act.kind === 'confirm') return { title: 'confirmTitle', text: 'confirmText', act: 'confirm', params: { alias, result: view.result ?? '', judges: view.judges } } as const;
  const seat = view.panel.find((candidate) => candidate.seat === act.seat);
  return { title: 'reopenTitle', text: 'reopenText', act: 'reopenAct', params: { seat: act.seat, alias, name: seat?.name ?? '', total: seat?.total ? Decimal.of(seat.total).toString() : '' } } as const;
}

function commandOf(act: DeskAct, view: ChiefView, reason: string): DeskCommand | null {
  if (act.kind === 'call') return { event: 'performance.call', performanceId: act.performance.id, expectedVersion: act.performance.version };
  if (!view.current) return null;
  if (act.kind === 'confirm') return { event: 'performance.confirm', performanceId: view.current.id, expectedVersion: view.current.version };
  const sheet = view.panel.find(({ seat }) => seat === act.seat)?.sheet;
  return sheet ? { event: 'sheet.reopen', performanceId: view.current.id, seat: act.seat, expectedVersion: sheet.version, reason } : null;
}
