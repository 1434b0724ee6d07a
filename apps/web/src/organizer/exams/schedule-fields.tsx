import { DatePicker, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ExamMode, PaperListItem, ReferenceListItem, Title } from '#lib/contracts';
import { Field, TitleFields } from '../parts/field.js';
import { fieldError } from '../parts/problem.js';
import { RemoteMultiSelect, RemoteSelect } from '../parts/remote-select.js';
import { useWords } from '../parts/words.js';

export interface Schedule {
  title: Title;
  paperId: string | null;
  paper: PaperListItem | null;
  mode: ExamMode;
  opensAt: Dayjs | null;
  lateMinutes: number;
  durationMinutes: number;
  referenceIds: string[];
}

/** A start on the next full hour, ninety minutes, half an hour for latecomers. */
export function newSchedule(title: Title, mode: ExamMode = 'open'): Schedule {
  return { title, paperId: null, paper: null, mode, opensAt: dayjs().add(1, 'hour').startOf('hour'), lateMinutes: 30, durationMinutes: 90, referenceIds: [] };
}

export function isComplete({ title, paperId, opensAt, durationMinutes, lateMinutes }: Schedule): boolean {
  return title.zh.trim() !== '' && paperId !== null && opensAt !== null && durationMinutes > 0 && lateMinutes > 0;
}

/** The times and choices of a schedule as the server takes them. */
export function toScheduled({ title, paperId, mode, opensAt, lateMinutes, durationMinutes, referenceIds }: Schedule) {
  const opens = opensAt ?? dayjs();
  return {
    title, paperId: paperId ?? '', mode, opensAt: opens.toISOString(), lateUntil: opens.add(lateMinutes, 'minute').toISOString(),
    durationSeconds: durationMinutes * 60, referenceIds: mode === 'open' ? referenceIds : [],
  };
}

/** What is sat, when, how long, and what may be looked up. */
export function ScheduleFields({ value, onChange, error }: { value: Schedule; onChange: (value: Schedule) => void; error: unknown }) {
  const { t, title, en, whenFull } = useWords();
  const locale = en ? 'en' : 'zh-CN';
  const change = (part: Partial<Schedule>): void => onChange({ ...value, ...part });
  const lastEnd = value.opensAt?.add(value.lateMinutes + value.durationMinutes, 'minute');
  return (
    <>
      <TitleFields label={t('exam.name')} value={value.title} onChange={(next) => change({ title: next })} error={fieldError(error, 'title', locale)} />
      <Field label={t('exam.paper')} hint={value.paper ? t('paper.sectionFigures', { n: value.paper.questions, marks: value.paper.totalMarks }) : t('exam.paperHint')} error={fieldError(error, 'paperId', locale)}>
        {({ id, status }) => <RemoteSelect<PaperListItem> id={id} status={status} path="/papers" keyOf={(paper) => paper.id} disabled={(paper) => paper.state !== 'published'} label={(paper) => (paper.state === 'published' ? title(paper.title) : t('exam.paperUnpublished', { title: title(paper.title) }))} placeholder={t('exam.paperFind')} value={value.paperId} onChange={(paperId, paper) => change({ paperId, paper })} />}
      </Field>
      <fieldset className="org-radios two">
        <legend className="lab">{t('exam.mode')}</legend>
        {(['open', 'closed'] as const).map((mode) => <label key={mode} className={`rad ${value.mode === mode ? 'on' : ''}`}><input type="radio" name="mode" checked={value.mode === mode} onChange={() => change({ mode })} /><span>{t(`exam.modes.${mode}`)}<small>{t(`exam.modeHint.${mode}`)}</small></span></label>)}
      </fieldset>
      {value.mode === 'open' && (
        <Field label={t('exam.references')} hint={t('exam.referencesHint')} error={fieldError(error, 'referenceIds', locale)}>
          {({ id, status }) => <RemoteMultiSelect<ReferenceListItem> id={id} status={status} path="/references" keyOf={(item) => item.id} label={(item) => title(item.title)} placeholder={t('exam.referencesFind')} value={value.referenceIds} onChange={(referenceIds) => change({ referenceIds })} />}
        </Field>
      )}
      <div className="org-three">
        <Field label={t('exam.opensAt')} error={fieldError(error, 'opensAt', locale)}>
          {({ id, status }) => <DatePicker id={id} status={status} className="org-wide" showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" needConfirm={false} value={value.opensAt} onChange={(next) => change({ opensAt: Array.isArray(next) ? (next[0] ?? null) : next })} />}
        </Field>
        <Field label={t('exam.durationMinutes')} error={fieldError(error, 'durationSeconds', locale)}>{({ id, status }) => <InputNumber id={id} status={status} className="org-wide" min={1} max={600} precision={0} value={value.durationMinutes} onChange={(next) => change({ durationMinutes: next ?? 0 })} />}</Field>
        <Field label={t('exam.lateMinutes')} error={fieldError(error, 'lateUntil', locale)}>{({ id, status }) => <InputNumber id={id} status={status} className="org-wide" min={1} max={100_000} precision={0} value={value.lateMinutes} onChange={(next) => change({ lateMinutes: next ?? 0 })} />}</Field>
      </div>
      {value.opensAt && lastEnd && <p className="hint">{t('exam.window', { from: whenFull(value.opensAt.toISOString()), late: whenFull(value.opensAt.add(value.lateMinutes, 'minute').toISOString()), end: whenFull(lastEnd.toISOString()) })}</p>}
    </>
  );
}

/** A plain choice of one of few. */
export function ChoiceSelect({ id, value, onChange, options }: { id?: string; value: string | number; onChange: (value: string) => void; options: { value: string; label: string }[] }) {
  return <Select id={id} className="org-wide" value={String(value)} onChange={onChange} options={options} />;
}
