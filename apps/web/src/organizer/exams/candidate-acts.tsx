import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import type { CandidateRuling, ExamListItem, ExamView, RulingsView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Note } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { RemoteSelect } from '../parts/remote-select.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { useSittings } from './rooms-tab.js';
import { ChoiceSelect } from './schedule-fields.js';

export type CandidateAct = CandidateRuling | 'make_up' | 'remove';

/** Rules on the chosen candidates, lets them make up, or takes them off the list. */
export function CandidateActDialog({ view, act, ids, onClose }: { view: ExamView; act: CandidateAct; ids: string[]; onClose: () => void }) {
  const s = useSetUpWords();
  const { t } = useWords();
  const intent = useIntent();
  const [reason, setReason] = useState('');
  const [into, setInto] = useState({ examId: view.id, sittingId: '' });
  const run = useMutation({
    mutationFn: async (): Promise<RulingsView | null> => {
      if (act === 'remove') {
        await api.post<ExamView>(`/exams/${view.id}/candidates/removal`, { candidateIds: ids });
        return null;
      }
      const body = act === 'make_up' ? { candidateIds: ids, ...into, reason: reason.trim() } : { candidateIds: ids, ruling: act, reason: reason.trim() };
      return api.post<RulingsView>(act === 'make_up' ? `/exams/${view.id}/make-ups` : `/exams/${view.id}/candidates/rulings`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: (answer) => { intent.done(); if (!answer || answer.unchanged.length === 0) onClose(); },
  });
  const left = run.data?.unchanged ?? [];
  const name = act === 'remove' ? s('candidate.remove') : s(`candidate.ruling.${act}`);
  const words = act === 'remove' ? s('candidate.removeAct', { n: ids.length }) : act === 'make_up' ? s('candidate.makeUpAct', { n: ids.length }) : s('candidate.ruleAct', { act: name, n: ids.length });
  const ready = act === 'remove' || (reason.trim() !== '' && (act !== 'make_up' || into.sittingId !== ''));
  return (
    <ActDialog title={s('candidate.ruleTitle', { act: name })} act={run.data ? t('act.close') : words} onAct={run.data ? onClose : () => run.mutate()} onClose={onClose} busy={run.isPending} disabled={!run.data && !ready} error={run.error} destructive={act === 'cancelled' || act === 'remove'}>
      {run.data ? <Note tone="warn"><p>{s('candidate.unchanged', { n: left.length })}</p><ul>{left.map(({ candidateId, name: who, why }) => <li key={candidateId}>{who}: {s(`candidate.why.${why}`)}</li>)}</ul></Note> : <>
        {act === 'remove' && <p>{s('candidate.removeText', { n: ids.length })}</p>}
        {act === 'make_up' && <MakeUpTo view={view} value={into} onChange={setInto} />}
        {act !== 'remove' && <Field label={s('candidate.reason')} hint={s('candidate.reasonHint')}>{({ status, ...control }) => <Input {...control} status={status} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>}
      </>}
    </ActDialog>
  );
}

function MakeUpTo({ view, value, onChange }: { view: ExamView; value: { examId: string; sittingId: string }; onChange: (value: { examId: string; sittingId: string }) => void }) {
  const s = useSetUpWords();
  const { title, when } = useWords();
  const sittings = useSittings(value.examId).data ?? [];
  return (
    <>
      <Field label={s('candidate.otherExam')} hint={value.examId === view.id ? s('candidate.thisExam') : undefined}>{({ id }) => <RemoteSelect<ExamListItem> id={id} path="/exams" keyOf={(exam) => exam.id} disabled={(exam) => exam.state === 'cancelled'} label={(exam) => title(exam.title)} placeholder={title(view.title)} value={value.examId === view.id ? null : value.examId} onChange={(examId) => onChange({ examId: examId ?? view.id, sittingId: '' })} />}</Field>
      <Field label={s('candidate.makeUpTo')}>{({ id }) => <ChoiceSelect id={id} value={value.sittingId} onChange={(sittingId) => onChange({ ...value, sittingId })} options={sittings.map((one) => ({ value: one.id, label: `${title(one.title)} · ${when(one.opensAt)}` }))} />}</Field>
    </>
  );
}
