import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import type { EntryCode, IncidentView, ObservedIncidentKind, OpenIncidents, WallCandidate } from '#lib/contracts';
import { api } from '../../api/client.js';
import { clockTime } from '../../i18n/format.js';
import { ActDialog } from '../parts/act-dialog.js';
import { useIntent } from '../parts/intent.js';

const observed: readonly ObservedIncidentKind[] = ['talking', 'material', 'device', 'impersonation', 'disorder', 'other'];

/** Rules on everything of one kind that is open about one candidate. */
export function RulingDialog({ examId, open, candidate, onClose }: { examId: string; open: OpenIncidents; candidate: WallCandidate | undefined; onClose: () => void }) {
  const { t } = useTranslation('wall');
  const [ruling, setRuling] = useState<'violation' | 'dismissed'>('dismissed');
  const [reason, setReason] = useState('');
  const rule = useMutation({ mutationFn: () => api.post<IncidentView[]>(`/exams/${examId}/incidents/rulings`, { incidents: open.incidents, ruling, reason: reason.trim() }), onSuccess: onClose });
  return (
    <ActDialog title={t('ruling.title', { name: candidate?.name ?? '' })} act={t(`ruling.do.${ruling}`, { n: open.count })} destructive={ruling === 'violation'} onAct={() => rule.mutate()} onClose={onClose} busy={rule.isPending} disabled={reason.trim() === ''} error={rule.error} onReload={onClose}>
      <p>{t(`incident.${open.kind}`)} × {open.count}{open.note ? `：${open.note}` : ''} <span className="mute">{clockTime(open.latest)}</span></p>
      <fieldset className="org-radios two">
        <legend className="lab">{t('ruling.how')}</legend>
        {(['dismissed', 'violation'] as const).map((value) => (
          <label key={value} className={`rad ${ruling === value ? 'on' : ''}`}><input type="radio" name="ruling" checked={ruling === value} onChange={() => setRuling(value)} /><span>{t(`ruling.${value}`)}<small>{t(`ruling.hint.${value}`)}</small></span></label>
        ))}
      </fieldset>
      <label className="field"><span className="lab">{t('ruling.reason')}</span><input className="inp" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} /></label>
    </ActDialog>
  );
}

/** Writes down what an invigilator saw. */
export function NoteDialog({ examId, candidate, onClose }: { examId: string; candidate: WallCandidate; onClose: () => void }) {
  const { t } = useTranslation('wall');
  const [kind, setKind] = useState<ObservedIncidentKind>('talking');
  const [note, setNote] = useState('');
  const intent = useIntent();
  const write = useMutation({
    mutationFn: () => {
      const body = { candidateId: candidate.id, kind, note: note.trim() };
      return api.post<IncidentView>(`/exams/${examId}/incidents`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: onClose,
  });
  return (
    <ActDialog title={t('noting.title', { name: candidate.name })} act={t('noting.do')} onAct={() => write.mutate()} onClose={onClose} busy={write.isPending} disabled={note.trim() === ''} error={write.error}>
      <label className="field"><span className="lab">{t('noting.kind')}</span>
        <select className="inp" value={kind} onChange={(event) => setKind(event.target.value as ObservedIncidentKind)}>{observed.map((value) => <option key={value} value={value}>{t(`incident.${value}`)}</option>)}</select></label>
      <label className="field org-gap"><span className="lab">{t('noting.note')}</span><input className="inp" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} /></label>
      <p className="hint">{t('noting.hint')}</p>
    </ActDialog>
  );
}

/** A code for one candidate at one device; shown once. */
export function CodeDialog({ examId, candidate, onClose }: { examId: string; candidate: WallCandidate; onClose: () => void }) {
  const { t } = useTranslation('wall');
  const [device, setDevice] = useState('');
  const issue = useMutation({ mutationFn: () => api.post<EntryCode>(`/exams/${examId}/candidates/${candidate.id}/entry-code`, device.trim() ? { deviceNumber: device.trim() } : {}) });
  return (
    <ActDialog title={t('code.title', { name: candidate.name })} act={issue.data ? t('code.close') : t('code.do')} onAct={issue.data ? onClose : () => issue.mutate()} onClose={onClose} busy={issue.isPending} error={issue.error}>
      {issue.data ? <><p className="wall-code mono" aria-live="polite">{issue.data.code}</p><p className="hint">{t('code.until', { at: clockTime(issue.data.expiresAt) })}</p></> : (
        <label className="field"><span className="lab">{t('code.device')}</span><input className="inp" value={device} maxLength={20} onChange={(event) => setDevice(event.target.value)} /><span className="hint">{t('code.hint')}</span></label>
      )}
    </ActDialog>
  );
}
