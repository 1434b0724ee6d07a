import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ActKind, ActPerson, ActPreview, ActScope, ActView, AttemptState } from '#lib/contracts';
import { api } from '../../api/client.js';
import { hourMinute } from '../../i18n/format.js';
import { useTitle } from '../../i18n/texts.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { useIntent } from '../parts/intent.js';
import { ProblemNote, problemOf } from '../parts/problem.js';
import { seatNumbers } from './wall-state.js';

export interface Intended {
  act: ActKind;
  scope: ActScope;
  undoes?: string;
  /** How the invigilator called those it is for. */
  whom: string;
}

const steps = [3, 5, 10];
const grave: readonly ActKind[] = ['end', 'cancel'];

/** An act with its effect in exact figures before it is done. */
export function ActPanel({ examId, intended, onClose, onDone }: { examId: string; intended: Intended; onClose: () => void; onDone: (act: ActView) => void }) {
  const { t } = useTranslation('wall');
  const { act, scope, undoes, whom } = intended;
  const timed = act === 'extend' || act === 'let_in';
  const [minutes, setMinutes] = useState(act === 'let_in' ? 10 : 5);
  const [text, setText] = useState('');
  const intent = useIntent();
  const command = { act, scope, ...(timed ? { seconds: minutes * 60 } : {}), ...(undoes ? { undoes } : {}) };
  const preview = useQuery({
    queryKey: ['/wall/preview', examId, command], queryFn: () => api.post<ActPreview>(`/exams/${examId}/invigilation/preview`, command),
    enabled: !timed || minutes > 0, placeholderData: keepPreviousData, refetchInterval: 10_000, retry: false,
  });
  const carryOut = useMutation({
    mutationFn: () => {
      const body = { ...command, text: text.trim(), digest: (preview.data as ActPreview).digest };
      return api.post<ActView>(`/exams/${examId}/invigilation/acts`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: onDone,
    onError: (error) => { if (problemOf(error)?.code === 'act.changed') void preview.refetch(); },
  });
  const n = preview.data?.reached ?? 0;
  const label = timed ? t(`panel.do.${act}`, { n, minutes }) : t(`panel.do.${act}`, { n });
  return (
    <section className={`wall-pv ${grave.includes(act) ? 'grave' : ''}`} aria-label={t(`panel.title.${act}`)}>
      <header><h2 className="h2">{t(`panel.title.${act}`)}</h2></header>
      <div className="bd">
        <p className="ink2">{t(`panel.for.${act}`, { whom })}</p>
        {timed && (
          <div className="seg" role="group" aria-label={t('panel.minutes')}>
            {steps.map((step) => <button key={step} type="button" aria-pressed={minutes === step} onClick={() => setMinutes(step)}>{t('panel.min', { n: step })}</button>)}
            <label className="own"><span className="vh">{t('panel.own')}</span><input className="inp" inputMode="numeric" value={minutes || ''} onChange={(event) => setMinutes(Math.min(240, Number(event.target.value.replace(/\D/g, '')) || 0))} /></label>
          </div>
        )}
        <label className="field"><span className="lab">{act === 'message' ? t('panel.message') : t('panel.reason')}</span>
          <input className="inp" value={text} maxLength={500} data-autofocus onChange={(event) => setText(event.target.value)} /></label>
        {preview.data && <PreviewFigures preview={preview.data} />}
        <ProblemNote error={carryOut.error ?? preview.error} />
      </div>
      <footer>
        <Button onClick={onClose}>{t('panel.cancel')}</Button>
        <Button kind={grave.includes(act) ? 'danger' : 'pri'} disabled={n === 0 || text.trim() === '' || carryOut.isPending || preview.isPlaceholderData || (timed && minutes === 0)} onClick={() => carryOut.mutate()}>{carryOut.isPending ? t('panel.working') : label}</Button>
      </footer>
    </section>
  );
}

function PreviewFigures({ preview }: { preview: ActPreview }) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  const { deadlines, nextSitting } = preview;
  const told = preview.act !== 'let_in' && preview.act !== 'take_over';
  const range = (from: string, to: string): string => (hourMinute(from) === hourMinute(to) ? hourMinute(from) : `${hourMinute(from)}–${hourMinute(to)}`);
  const reasons = [...new Set(preview.notReached.map(({ why }) => why))].map((why) => t(`why.${why}`)).join(t('sep'));
  return (
    <>
      <table className="tbl">
        <tbody>
          {deadlines && <tr><td>{t('panel.deadline')}</td><td className="r">{range(deadlines.earliest, deadlines.latest)} → <b>{range(deadlines.newEarliest, deadlines.newLatest)}</b></td></tr>}
          <tr><td>{t('panel.reached')}</td><td className="r"><b>{preview.reached}</b> {t('people')}{Object.keys(preview.byState).length > 1 && <small>{(Object.entries(preview.byState) as [AttemptState, number][]).map(([state, n]) => `${t(`state.${state}`)} ${n}`).join(t('sep'))}</small>}</td></tr>
          {preview.notReachedCount > 0 && <tr><td>{t('panel.notReached')}</td><td className="r"><b>{preview.notReachedCount}</b> {t('people')}<small>{reasons}</small></td></tr>}
          {told && <tr><td>{t('panel.offline')}</td><td className="r"><b className={preview.offlineCount > 0 ? 'bad' : ''}>{preview.offlineCount}</b> {t('people')}<small>{names(preview.offline, t('and'))}</small></td></tr>}
          {preview.accommodatedCount > 0 && <tr><td>{t('panel.accommodated')}</td><td className="r"><b>{preview.accommodatedCount}</b> {t('people')}<small>{names(preview.accommodated, t('and'))}</small></td></tr>}
          {deadlines && <tr><td>{t('panel.next')}</td><td className="r">{nextSitting ? <b className="bad">{t('panel.overlap', { n: nextSitting.overlaps, title: title(nextSitting.title), at: hourMinute(nextSitting.opensAt) })}</b> : t('panel.none')}</td></tr>}
        </tbody>
      </table>
      {told && preview.reached > 0 && (
        <ul className="ack">
          {preview.reached > preview.offlineCount && <li className="ok"><Icon name="check" small />{t('panel.online', { n: preview.reached - preview.offlineCount })}</li>}
          {preview.offlineCount > 0 && <li className="bad"><Icon name="offline" small />{t('panel.later', { who: names(preview.offline, t('and')) })}</li>}
        </ul>
      )}
    </>
  );
}

/** Seats where there are any, names otherwise. */
function names(people: readonly ActPerson[], and: string): string {
  const seats = people.every(({ seat }) => seat !== null) ? seatNumbers(people.map(({ seat }) => seat), and) : '';
  return seats && people.length > 1 ? seats : people.slice(0, 3).map(({ seat, name }) => (seat === null ? name : `${seat} ${name}`)).join(and) + (people.length > 3 ? '…' : '');
}
