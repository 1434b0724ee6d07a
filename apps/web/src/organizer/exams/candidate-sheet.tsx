import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import type { Accommodations, CandidateView, EntryCode, ExamView, WriteCandidate } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Note } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { fieldError, ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { AttemptChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { useSittings } from './rooms-tab.js';
import { ChoiceSelect } from './schedule-fields.js';

/** One candidate: place and grants to be changed, attempts and rulings to be read, a code to be given. */
export function CandidateSheet({ view, candidateId, onClose }: { view: ExamView; candidateId: string; onClose: () => void }) {
  const { t } = useWords();
  const s = useSetUpWords();
  const found = useQuery({ queryKey: [`/exams/${view.id}/candidates`, 'one', candidateId], queryFn: () => api.get<CandidateView>(`/exams/${view.id}/candidates/${candidateId}`) });
  if (!found.data) return <SideSheet title={t('exam.candidates')} onClose={onClose}>{found.error ? <ProblemNote error={found.error} /> : <p role="status">{t('list.reading')}</p>}</SideSheet>;
  return <Loaded key={found.data.version} view={view} candidate={found.data} title={s('candidate.title', { name: found.data.person.name })} onClose={onClose} />;
}

function Loaded({ view, candidate, title: heading, onClose }: { view: ExamView; candidate: CandidateView; title: string; onClose: () => void }) {
  const s = useSetUpWords();
  const { t, title, en, when } = useWords();
  const locale = en ? 'en' : 'zh-CN';
  const sittings = useSittings(view.id).data ?? [];
  const [place, setPlace] = useState({ sittingId: candidate.sitting.id, roomId: candidate.room?.id ?? '', seat: candidate.seat });
  const [granted, setGranted] = useState<Accommodations>(candidate.accommodations);
  const rooms = sittings.find(({ id }) => id === place.sittingId)?.rooms ?? [];
  const save = useMutation({
    mutationFn: () => {
      const body: WriteCandidate = { sittingId: place.sittingId, roomId: place.roomId || null, seat: place.roomId ? place.seat : null, accommodations: granted };
      return api.put<CandidateView>(`/exams/${view.id}/candidates/${candidate.id}`, body, { ifMatch: candidate.version });
    },
    onSuccess: onClose,
  });
  const grant = (part: Partial<Accommodations>): void => setGranted({ ...granted, ...part });
  return (
    <SideSheet form title={heading} onClose={onClose} footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={save.isPending} onClick={() => save.mutate()}>{s('candidate.save')}</Button></>}>
      <p className="org-candidate-line"><AttemptChip state={candidate.state} /> <span className="num">{candidate.admissionNumber}</span> <span>{title(candidate.unit.title)}</span>{candidate.reason && <span className="mute">{candidate.reason}</span>}</p>
      <ProblemNote error={save.error} shown={['roomId', 'seat']} onReload={onClose} />
      <div className="org-three">
        <Field label={s('candidate.sitting')}>{({ id }) => <ChoiceSelect id={id} value={place.sittingId} onChange={(sittingId) => setPlace({ sittingId, roomId: '', seat: null })} options={sittings.map((one) => ({ value: one.id, label: title(one.title) }))} />}</Field>
        <Field label={s('candidate.room')} error={fieldError(save.error, 'roomId', locale)}>{({ id }) => <ChoiceSelect id={id} value={place.roomId} onChange={(roomId) => setPlace({ ...place, roomId })} options={[{ value: '', label: s('candidate.noRoom') }, ...rooms.map((one) => ({ value: one.id, label: title(one.title) }))]} />}</Field>
        <Field label={s('candidate.seat')} error={fieldError(save.error, 'seat', locale)}>{({ id, status }) => <InputNumber id={id} status={status} className="org-wide" min={1} precision={0} disabled={!place.roomId} value={place.seat} onChange={(seat) => setPlace({ ...place, seat })} />}</Field>
      </div>
      <h3 className="lab">{s('candidate.grants')}</h3>
      <div className="org-three">
        <Field label={s('candidate.extraPercent')}>{({ id }) => <InputNumber id={id} className="org-wide" min={0} max={300} precision={0} value={granted.extraPercent ?? 0} onChange={(next) => grant({ extraPercent: next ?? 0 })} />}</Field>
        <Field label={s('candidate.extraMinutes')}>{({ id }) => <InputNumber id={id} className="org-wide" min={0} max={1440} precision={0} value={Math.round((granted.extraSeconds ?? 0) / 60)} onChange={(next) => grant({ extraSeconds: (next ?? 0) * 60 })} />}</Field>
        <p className="org-sitting-name mute">{s('candidate.extra', { n: Math.round(candidate.extraSeconds / 60) })}</p>
      </div>
      <div className="org-ticks">
        {([['largerText', 'larger'], ['reader', 'reader'], ['separateRoom', 'separate']] as const).map(([key, word]) => <label key={key} className="org-tick word"><input type="checkbox" checked={granted[key] === true} onChange={() => grant({ [key]: granted[key] !== true })} /><span>{s(`candidate.${word}`)}</span></label>)}
      </div>
      <Field label={s('candidate.note')}>{({ status, ...control }) => <Input {...control} status={status} maxLength={500} value={granted.note ?? ''} onChange={(event) => grant({ note: event.target.value })} />}</Field>
      <Code view={view} candidate={candidate} />
      {candidate.attempts.length > 0 && <><h3 className="lab">{s('candidate.attempts')}</h3><ul className="org-lines">{candidate.attempts.map((one) => <li key={one.number}><span>{s('candidate.attemptNo', { n: one.number })}</span><AttemptChip state={one.state} /><span className="mute">{when(one.startedAt)}</span><b>{one.totalMark ?? '—'}</b></li>)}</ul></>}
      {candidate.rulings.length > 0 && <><h3 className="lab">{s('candidate.rulings')}</h3><ul className="org-lines">{candidate.rulings.map((one, index) => <li key={index}><b>{s(`candidate.ruling.${one.ruling as 'absent'}`)}</b><span>{one.reason}</span><span className="mute">{title(one.sitting)} · {one.by} · {when(one.at)}</span></li>)}</ul></>}
    </SideSheet>
  );
}

function Code({ view, candidate }: { view: ExamView; candidate: CandidateView }) {
  const s = useSetUpWords();
  const { clock } = useWords();
  const [deviceNumber, setDevice] = useState('');
  const plain = deviceNumber.replace(/\s/g, '');
  const issue = useMutation({ mutationFn: () => api.post<EntryCode>(`/exams/${view.id}/candidates/${candidate.id}/entry-code`, plain ? { deviceNumber: plain } : {}) });
  if (!['preparing', 'ready'].includes(view.state)) return null;
  return (
    <section className="org-code">
      <h3 className="lab">{s('candidate.code')}</h3>
      <div className="org-two">
        <Field label={s('candidate.codeDevice')} hint={s('candidate.codeDeviceHint')}>{({ status, ...control }) => <Input {...control} status={status} inputMode="numeric" maxLength={8} value={deviceNumber} onChange={(event) => setDevice(event.target.value)} />}</Field>
        <p className="org-sitting-name"><Button disabled={issue.isPending || (plain !== '' && !/^\d{6}$/.test(plain))} onClick={() => issue.mutate()}>{s('candidate.code')}</Button></p>
      </div>
      <ProblemNote error={issue.error} />
      {issue.data && <Note tone="ok" live><b className="org-code-digits num">{issue.data.code.slice(0, 4)} {issue.data.code.slice(4)}</b> {s('candidate.codeShown', { until: clock(issue.data.expiresAt) })}</Note>}
    </section>
  );
}
