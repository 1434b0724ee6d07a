import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DatePicker, InputNumber } from 'antd';
import dayjs from 'dayjs';
import type { ChangeExam, ExamChanged, ExamChangePreview, ExamView, SittingView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Chip, Note } from '../../look/parts.js';
import { Figures } from '../parts/act-dialog.js';
import { Field, TitleFields } from '../parts/field.js';
import { hasEnded, OperationProgress, useOperation } from '../parts/operation.js';
import { fieldError, ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { RulesFields } from './rules-fields.js';
import { changed, rulesOf, toRules } from './rules-draft.js';

const effects = ['deadlinesMoved', 'endedAtOnce', 'couldNoLongerStart', 'couldStartAgain', 'passChanged'] as const;
type Times = Record<string, { opensAt: string; lateUntil: string }>;

/** Changes an exam: first shows whom that touches, and then does exactly what was shown. */
export function ChangeSheet({ view, sittings, onClose }: { view: ExamView; sittings: SittingView[]; onClose: () => void }) {
  const s = useSetUpWords();
  const { t, title, en } = useWords();
  const cache = useQueryClient();
  const locale = en ? 'en' : 'zh-CN';
  const [draft, setDraft] = useState(() => ({ title: view.title, minutes: view.durationSeconds / 60, rules: rulesOf(view), times: timesOf(sittings) }));
  const change = changeOf(view, sittings, draft);
  const preview = useMutation({ mutationFn: () => api.post<ExamChangePreview>(`/exams/${view.id}/changes/preview`, change) });
  const apply = useMutation({
    mutationFn: (digest: string | undefined) => api.put<ExamChanged>(`/exams/${view.id}`, { ...change, ...(digest ? { digest } : {}) }, { ifMatch: view.version }),
    onSuccess: ({ operation }) => { void cache.invalidateQueries({ queryKey: ['/exams'] }); void cache.invalidateQueries({ queryKey: [`/exams/${view.id}/sittings`] }); if (!operation) onClose(); },
  });
  const started = apply.data?.operation ?? undefined;
  const operation = useOperation(started?.id ?? null).data ?? started;
  const edit = (part: Partial<typeof draft>): void => { setDraft({ ...draft, ...part }); preview.reset(); apply.reset(); };
  const plan = preview.data;
  const nothing = Object.keys(change).length === 0;
  return (
    <SideSheet form size="wide" title={s('change.title', { title: title(view.title) })} onClose={onClose}
      footer={operation ? <Button kind="pri" disabled={!hasEnded(operation)} onClick={onClose}>{t('act.close')}</Button> : <>
        {nothing && <span className="mute">{s('change.nothing')}</span>}<Button onClick={onClose}>{t('act.back')}</Button>
        {!plan && <Button kind="pri" disabled={nothing || preview.isPending} onClick={() => preview.mutate()}>{s('change.preview')}</Button>}
        {plan?.allowed && <Button kind="pri" disabled={apply.isPending} onClick={() => apply.mutate(plan.digestNeeded ? plan.digest : undefined)}>{s(plan.digestNeeded ? 'change.apply' : 'change.applySafe')}</Button>}
      </>}>
      {operation ? <OperationProgress operation={operation} label={hasEnded(operation) ? s('change.done', { n: operation.done }) : s('change.running')} /> : <>
        {plan && <Preview plan={plan} />}
        <ProblemNote error={preview.error ?? apply.error} shown={['title', 'durationSeconds', 'releaseAt', 'addressRanges', 'accessCode', 'passMark']} onReload={onClose} />
        <TitleFields label={t('exam.name')} value={draft.title} onChange={(next) => edit({ title: next })} error={fieldError(apply.error, 'title', locale)} />
        <Field label={s('duration')} error={fieldError(apply.error, 'durationSeconds', locale)}>{({ id, status }) => <InputNumber id={id} status={status} className="org-wide" min={1} max={1440} precision={0} value={draft.minutes} onChange={(next) => edit({ minutes: next ?? draft.minutes })} />}</Field>
        <h3 className="lab">{s('change.times')}</h3>
        {sittings.map((sitting) => <div key={sitting.id} className="org-three">
          <p className="org-sitting-name">{title(sitting.title)}</p>
          {(['opensAt', 'lateUntil'] as const).map((side) => <Field key={side} label={side === 'opensAt' ? t('exam.opensAt') : s('sitting.late')}>{({ id }) => <DatePicker id={id} className="org-wide" allowClear={false} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" needConfirm={false} value={dayjs(draft.times[sitting.id]?.[side])} onChange={(next) => { const at = Array.isArray(next) ? next[0] : next; if (at) edit({ times: { ...draft.times, [sitting.id]: { ...draft.times[sitting.id]!, [side]: at.toISOString() } } }); }} />}</Field>)}
        </div>)}
        <RulesFields value={draft.rules} onChange={(rules) => edit({ rules })} error={apply.error} hasCode={view.rules.hasAccessCode} />
      </>}
    </SideSheet>
  );
}

function Preview({ plan }: { plan: ExamChangePreview }) {
  const s = useSetUpWords();
  const touched = effects.filter((effect) => plan.effects[effect] > 0);
  return (
    <section className="change-preview" aria-live="polite">
      <ul>{plan.fields.map(({ field, verdict, why }) => (
        <li key={field}><b>{s(`change.field.${field}`)}</b> <Chip tone={verdict === 'refused' ? 'urgent' : verdict === 'guarded' ? 'warn' : 'ok'} icon={verdict === 'refused' ? 'ban' : verdict === 'guarded' ? 'warn' : 'check'}>{s(`change.verdict.${verdict}`)}</Chip>{why && <span className="mute"> {s(`change.why.${why}`)}</span>}</li>
      ))}</ul>
      {touched.length > 0 && <Figures rows={touched.map((effect) => [s(`change.${effect}`), s('change.people', { n: plan.effects[effect] })])} />}
      {plan.effects.endedAtOnce > 0 && <Note tone="bad">{s('change.endedAtOnce')}: {s('change.people', { n: plan.effects.endedAtOnce })}</Note>}
    </section>
  );
}

function timesOf(sittings: readonly SittingView[]): Times {
  return Object.fromEntries(sittings.map(({ id, opensAt, lateUntil }) => [id, { opensAt, lateUntil }]));
}

function changeOf(view: ExamView, sittings: readonly SittingView[], draft: { title: ExamView['title']; minutes: number; rules: ReturnType<typeof rulesOf>; times: Times }): ChangeExam {
  const before = { title: view.title, durationSeconds: view.durationSeconds, ...toRules(rulesOf(view)) };
  const after = { title: draft.title, durationSeconds: Math.round(draft.minutes * 60), ...toRules(draft.rules) };
  const moved = sittings.flatMap(({ id, opensAt, lateUntil }) => {
    const part = changed(draft.times[id] ?? { opensAt, lateUntil }, { opensAt, lateUntil });
    return Object.keys(part).length > 0 ? [{ id, ...part }] : [];
  });
  return { ...changed(after, before), ...(moved.length > 0 ? { sittings: moved } : {}) };
}
