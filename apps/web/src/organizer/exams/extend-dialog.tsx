import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import type { ExamView, OperationView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { ActDialog, Figures } from '../parts/act-dialog.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { hasEnded, OperationProgress, useOperation } from '../parts/operation.js';
import { useWords } from '../parts/words.js';

const steps = [3, 5, 10];

/** More time for everyone still sitting; the effect stands in the dialog before it is done. */
export function ExtendDialog({ view, onClose }: { view: ExamView; onClose: () => void }) {
  const { t, title } = useWords();
  const [minutes, setMinutes] = useState(5);
  const [reason, setReason] = useState('');
  const intent = useIntent();
  const extend = useMutation({
    mutationFn: () => {
      const body = { seconds: minutes * 60, reason: reason.trim() };
      return api.post<OperationView>(`/exams/${view.id}/extend`, body, { idempotencyKey: intent.keyFor(body) });
    },
  });
  const operation = useOperation(extend.data?.id ?? null).data ?? extend.data;
  const sitting = view.counts.in_progress + view.counts.paused;
  const done = hasEnded(operation);
  return (
    <ActDialog title={t('extend.title')} act={operation ? t('act.close') : t('extend.act', { n: sitting, minutes })} onAct={operation ? onClose : () => extend.mutate()} onClose={onClose}
      busy={extend.isPending} disabled={operation ? !done : reason.trim() === '' || minutes <= 0} error={extend.error}>
      {operation ? <OperationProgress operation={operation} label={done ? t('extend.done', { n: operation.done, minutes }) : t('extend.running')} /> : (
        <>
          <p className="t14 ink2">{title(view.title)}</p>
          <div className="seg" role="group" aria-label={t('extend.how')}>
            {steps.map((step) => <button key={step} type="button" aria-pressed={minutes === step} onClick={() => setMinutes(step)}>{t('time.minutes', { n: step })}</button>)}
            <label className="org-own"><span className="vh">{t('extend.own')}</span><InputNumber min={1} max={240} precision={0} value={minutes} onChange={(next) => setMinutes(next ?? 0)} suffix={t('extend.min')} /></label>
          </div>
          <Field label={t('extend.reason')} hint={t('extend.reasonHint')}>{({ status, ...control }) => <Input {...control} status={status} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}</Field>
          <Figures rows={[
            [t('extend.affected'), t('extend.people', { n: sitting })],
            [t('extend.gain'), t('extend.gainEach', { minutes })],
            [t('extend.untouched'), t('extend.people', { n: view.candidates - sitting })],
          ]} />
          <p className="hint">{t('extend.hint')}</p>
        </>
      )}
    </ActDialog>
  );
}
