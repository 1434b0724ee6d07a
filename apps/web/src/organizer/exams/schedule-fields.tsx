import { DatePicker, InputNumber, Select } from 'antd';
import type { PaperListItem, ReferenceListItem } from '#lib/contracts';
import { Field, TitleFields } from '../parts/field.js';
import { fieldError } from '../parts/problem.js';
import { RemoteMultiSelect, RemoteSelect } from '../parts/remote-select.js';
import { useWords } from '../parts/words.js';
import type { Schedule } from './schedule.js';

/** What is sat, when, how long, and what may be looked up. */
export function ScheduleFields(props: FieldsProps) {
  return <><PaperFields {...props} /><TimeFields {...props} /></>;
}

/** What is sat, and what may be looked up. */
export function PaperFields({ value, onChange, error }: FieldsProps) {
  const { t, title, en } = useWords();
  const locale = en ? 'en' : 'zh-CN';
  const change = (part: Partial<Schedule>): void => onChange({ ...value, ...part });
  return (
    <>
      <TitleFields label={t('exam.name')} value={value.title} onChange={(next) => change({ title: next })} error={fieldError(error, 'title', locale)} />
      <Field label={t('exam.paper')} hint={value.paper ? t('paper.sectionFigures', { n: value.paper.questions, marks: value.paper.totalMarks }) : t('exam.paperHint')} error={fieldError(error, 'paperId', locale)}>
        {({ id, status }) => <RemoteSelect<PaperListItem> id={id} status={status} path="/papers" keyOf={(paper) => paper.id} disabled={(paper) => paper.state !== 'published'} label={(paper) => (paper.state === 'published' ? title(paper.title) : t('exam.paperUnpublished', { title: title(paper.title) }))} placeholder={t('exam.paperFind')} value={value.paperId} onChange={(paperId, paper) => change({ paperId, paper })} />}
      </Field>
      <fieldset className="org-radios">
        <legend className="lab">{t('exam.mode')}</legend>
        {(['open', 'restricted', 'closed'] as const).map((mode) => <label key={mode} className={`rad ${value.mode === mode ? 'on' : ''}`}><input type="radio" name="mode" checked={value.mode === mode} onChange={() => change({ mode })} /><span>{t(`exam.modes.${mode}`)}<small>{t(`exam.modeHint.${mode}`)}</small></span></label>)}
      </fieldset>
      {value.mode !== 'closed' && (
        <Field label={t('exam.references')} hint={t('exam.referencesHint')} error={fieldError(error, 'referenceIds', locale)}>
          {({ id, status }) => <RemoteMultiSelect<ReferenceListItem> id={id} status={status} path="/references" keyOf={(item) => item.id} label={(item) => title(item.title)} placeholder={t('exam.referencesFind')} value={value.referenceIds} onChange={(referenceIds) => change({ referenceIds })} />}
        </Field>
      )}
    </>
  );
}

interface FieldsProps {
  value: Schedule;
  onChange: (value: Schedule) => void;
  error: unknown;
}

/** When, and for how long. */
function TimeFields({ value, onChange, error }: FieldsProps) {
  const { t, en, whenFull } = useWords();
  const locale = en ? 'en' : 'zh-CN';
  const change = (part: Partial<Schedule>): void => onChange({ ...value, ...part });
  const lastEnd = value.opensAt?.add(value.lateMinutes + value.durationMinutes, 'minute');
  return (
    <>
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
