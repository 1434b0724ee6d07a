import { DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import type { ReviewMoment } from '#lib/contracts';
import { Field, TitleFields } from '../parts/field.js';
import { fieldError } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { reviewParts, type RulesDraft, withMoment } from './rules-draft.js';
import { ChoiceSelect } from './schedule-fields.js';

/** How an exam is sat, released and reviewed, and from where. */
export function RulesFields({ value, onChange, error, hasCode = false }: { value: RulesDraft; onChange: (value: RulesDraft) => void; error: unknown; hasCode?: boolean }) {
  const s = useSetUpWords();
  const { en } = useWords();
  const locale = en ? 'en' : 'zh-CN';
  const change = (part: Partial<RulesDraft>): void => onChange({ ...value, ...part });
  const number = (label: string, key: 'earliestMinutes' | 'graceSeconds' | 'attemptsAllowed', path: string, min: number, max: number, hint?: string) => (
    <Field label={label} hint={hint} error={fieldError(error, path, locale)}>{({ id, status }) => <InputNumber id={id} status={status} className="org-wide" min={min} max={max} precision={0} value={value[key]} onChange={(next) => change({ [key]: next ?? min })} />}</Field>
  );
  return (
    <>
      <div className="org-three">
        {number(s('rules.earliest'), 'earliestMinutes', 'earliestSubmitSeconds', 0, 600, s('rules.earliestHint'))}
        {number(s('rules.grace'), 'graceSeconds', 'graceSeconds', 0, 3600)}
        <Field label={s('rules.passMark')} hint={s('rules.passMarkHint')} error={fieldError(error, 'passMark', locale)}>{({ status, ...control }) => <Input {...control} status={status} inputMode="decimal" value={value.passMark} onChange={(event) => change({ passMark: event.target.value })} />}</Field>
      </div>
      <div className="org-three">
        {number(s('rules.attempts'), 'attemptsAllowed', 'attemptsAllowed', 1, 10)}
        <Field label={s('rules.policy')}>{({ id }) => <ChoiceSelect id={id} value={value.attemptPolicy} onChange={(next) => change({ attemptPolicy: next as RulesDraft['attemptPolicy'] })} options={(['best', 'last', 'first'] as const).map((one) => ({ value: one, label: s(`rules.policies.${one}`) }))} />}</Field>
        <Field label={s('rules.navigation')} error={fieldError(error, 'navigation', locale)}>{({ id }) => <ChoiceSelect id={id} value={value.navigation} onChange={(next) => change({ navigation: next as RulesDraft['navigation'] })} options={(['free', 'by_section', 'forward'] as const).map((one) => ({ value: one, label: s(`rules.navigations.${one}`) }))} />}</Field>
      </div>
      <div className="org-two">
        <Field label={s('rules.release')}>{({ id }) => <ChoiceSelect id={id} value={value.release} onChange={(next) => change({ release: next as RulesDraft['release'] })} options={(['manual', 'when_marked', 'at_time'] as const).map((one) => ({ value: one, label: s(`rules.releases.${one}`) }))} />}</Field>
        {value.release === 'at_time' && <Field label={s('rules.releaseAt')} error={fieldError(error, 'releaseAt', locale)}>{({ id, status }) => <DatePicker id={id} status={status} className="org-wide" showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" needConfirm={false} value={value.releaseAt} onChange={(next) => change({ releaseAt: Array.isArray(next) ? (next[0] ?? null) : next })} />}</Field>}
      </div>
      <fieldset className="org-review">
        <legend className="lab">{s('rules.review')}</legend>
        {reviewParts.map((part) => <Moment key={part} label={s(`rules.reviewParts.${part}`)} value={value.review[part]} onChange={(moment) => change({ review: withMoment(value.review, part, moment) })} />)}
      </fieldset>
      <div className="org-two">
        <Field label={s('rules.accessCode')} hint={hasCode ? s('rules.accessCodeKeep') : s('rules.accessCodeHint')} error={fieldError(error, 'accessCode', locale)}>{({ status, ...control }) => <Input {...control} status={status} autoComplete="off" disabled={value.clearCode} maxLength={40} value={value.accessCode} onChange={(event) => change({ accessCode: event.target.value })} />}</Field>
        <Field label={s('rules.ranges')} hint={s('rules.rangesHint')} error={fieldError(error, 'addressRanges', locale)}>{({ status, ...control }) => <Input.TextArea {...control} status={status} rows={2} value={value.ranges} onChange={(event) => change({ ranges: event.target.value })} />}</Field>
      </div>
      {hasCode && <label className="org-tick word"><input type="checkbox" checked={value.clearCode} onChange={() => change({ clearCode: !value.clearCode })} /><span>{s('rules.accessCodeClear')}</span></label>}
      <TitleFields label={s('rules.instructions')} hint={s('rules.instructionsHint')} required={false} value={value.instructions} onChange={(instructions) => change({ instructions })} error={fieldError(error, 'instructions', locale)} />
    </>
  );
}

function Moment({ label, value, onChange }: { label: string; value: ReviewMoment; onChange: (moment: ReviewMoment) => void }) {
  const s = useSetUpWords();
  const choose = (when: ReviewMoment['when']): void => onChange(when === 'at_time' ? { when, at: value.at ?? dayjs().add(1, 'day').startOf('hour').toISOString() } : { when });
  return (
    <div className="org-review-part">
      <span>{label}</span>
      <select className="inp" aria-label={label} value={value.when} onChange={(event) => choose(event.target.value as ReviewMoment['when'])}>
        {(['never', 'after_release', 'at_time'] as const).map((when) => <option key={when} value={when}>{s(`rules.whens.${when}`)}</option>)}
      </select>
      {value.when === 'at_time' && <DatePicker aria-label={`${label} ${s('rules.reviewAt')}`} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" needConfirm={false} allowClear={false} value={value.at ? dayjs(value.at) : null} onChange={(next) => { const at = Array.isArray(next) ? next[0] : next; if (at) onChange({ when: 'at_time', at: at.toISOString() }); }} />}
    </div>
  );
}
