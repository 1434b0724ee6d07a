import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import type { SeatingView, SittingView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Note } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { SeatPicture } from './seat-picture.js';

const methods = ['by_unit', 'random', 'by_list'] as const;

/** Tries a seating, shows it, and seats people exactly as shown. */
export function SeatingSheet({ examId, sitting, onClose }: { examId: string; sitting: SittingView; onClose: () => void }) {
  const s = useSetUpWords();
  const { t, title } = useWords();
  const [method, setMethod] = useState<(typeof methods)[number]>('by_unit');
  const [seed, setSeed] = useState('');
  const [keepSeated, setKeep] = useState(false);
  const body = { sittingId: sitting.id, method, keepSeated, ...(seed.trim() ? { seed: seed.trim() } : {}) };
  const preview = useMutation({ mutationFn: () => api.post<SeatingView>(`/exams/${examId}/seating/preview`, body) });
  const apply = useMutation({ mutationFn: (digest: string) => api.put<SeatingView>(`/exams/${examId}/seating`, { ...body, digest }), onSuccess: onClose });
  const plan = preview.data;
  const again = <T,>(set: (value: T) => void) => (value: T): void => { set(value); preview.reset(); };
  return (
    <SideSheet form size="wide" title={s('seats.title', { title: title(sitting.title) })} onClose={onClose}
      footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind={plan ? 'plain' : 'pri'} disabled={preview.isPending} onClick={() => preview.mutate()}>{s('seats.preview')}</Button>
        {plan && <Button kind="pri" disabled={apply.isPending} onClick={() => apply.mutate(plan.digest)}>{s('seats.apply', { n: plan.rooms.reduce((sum, { seats }) => sum + seats.length, 0) })}</Button>}</>}>
      <fieldset className="org-radios">
        <legend className="lab">{s('seats.method')}</legend>
        {methods.map((one) => <label key={one} className={`rad ${method === one ? 'on' : ''}`}><input type="radio" name="method" checked={method === one} onChange={() => again(setMethod)(one)} /><span>{s(`seats.${one}`)}</span></label>)}
      </fieldset>
      {method !== 'by_list' && <Field label={s('seats.seed')} hint={s('seats.seedHint')}>{({ status, ...control }) => <Input {...control} status={status} maxLength={100} value={seed} onChange={(event) => again(setSeed)(event.target.value)} />}</Field>}
      <label className="org-tick word"><input type="checkbox" checked={keepSeated} onChange={() => again(setKeep)(!keepSeated)} /><span>{s('seats.keep')}</span></label>
      <ProblemNote error={preview.error ?? apply.error} />
      {plan && (
        <div aria-live="polite">
          <p className="org-seat-figures">
            <b className={plan.sameUnitNeighbours > 0 ? 'ochre' : 'jade'}>{plan.sameUnitNeighbours > 0 ? s('seats.clash', { n: plan.sameUnitNeighbours }) : s('seats.noClash')}</b>
            <span className="mute">{s('seats.seed')} {plan.seed.slice(0, 8)}</span>
          </p>
          {plan.unplaced > 0 && <Note tone="warn">{s('seats.unplaced', { n: plan.unplaced })}</Note>}
          {plan.separate > 0 && <Note tone="info">{s('seats.separate', { n: plan.separate })}</Note>}
          {plan.rooms.map((room) => <section key={room.id}><h3 className="serif">{title(room.title)}</h3><SeatPicture {...room} label={title(room.title)} /></section>)}
        </div>
      )}
    </SideSheet>
  );
}
