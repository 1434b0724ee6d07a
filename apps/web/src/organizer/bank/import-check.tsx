import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Select } from 'antd';
import type { CommitImport, OperationView, QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useOwnUnits } from '../parts/reads.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { categoryOptions } from './category-tree.js';
import { useCategories, useDictionary } from './editor/facts-form.js';
import { ImportPreview } from './import-preview.js';
import { ImportProblems } from './import-problems.js';

/** What the import would do: counts, problems with what to do, some questions; where they go; then it is started. */
export function ImportCheck({ view, onBack, onBegun, onDiscard }: { view: QuestionImportView; onBack: (() => void) | null; onBegun: (operation: OperationView) => void; onDiscard: () => void }) {
  const { t } = useTranslation('bank-import');
  const { t: words } = useWords();
  const { rows: { total, bad, duplicates }, questions, byKind, problemCount } = view;
  return (
    <section>
      <dl className="meta org-meta">
        <div><dt>{t('questions')}</dt><dd className="ok">{questions}</dd></div>
        <div><dt>{t('rows')}</dt><dd>{total}</dd></div>
        <div><dt>{t('bad')}</dt><dd className={bad > 0 ? 'wn' : ''}>{bad}</dd></div>
        <div><dt>{t('duplicates')}</dt><dd>{duplicates}</dd></div>
        <div><dt>{t('warnings')}</dt><dd>{problemCount.warnings}</dd></div>
        {byKind.map(({ kind, count }) => <div key={kind}><dt>{words(`kind.${kind}`)}</dt><dd>{count}</dd></div>)}
      </dl>
      <ImportProblems view={view} />
      <ImportPreview view={view} />
      {questions > 0 ? <Target view={view} onBack={onBack} onBegun={onBegun} /> : <Acts onBack={onBack} onDiscard={onDiscard} id={view.id} />}
    </section>
  );
}

/** Nothing can be imported: back to the columns, or another file. */
function Acts({ id, onBack, onDiscard }: { id: string; onBack: (() => void) | null; onDiscard: () => void }) {
  const { t } = useTranslation('bank-import');
  const discard = useMutation({ mutationFn: () => api.delete(`/question-imports/${id}`), onSuccess: onDiscard });
  return (
    <>
      <ProblemNote error={discard.error} />
      <div className="org-acts-row">{onBack && <Button onClick={onBack}>{t('backToColumns')}</Button>}<Button kind="pri" disabled={discard.isPending} onClick={() => discard.mutate()}>{t('otherFile')}</Button></div>
    </>
  );
}

type Choice = Omit<CommitImport, 'orgUnitId'> & { orgUnitId: string };

function Target({ view, onBack, onBegun }: { view: QuestionImportView; onBack: (() => void) | null; onBegun: (operation: OperationView) => void }) {
  const { t } = useTranslation('bank-import');
  const { t: words, title } = useWords();
  const intent = useIntent();
  const own = useOwnUnits(['organizer', 'question_author']);
  const reviewing = useOwnUnits(['organizer', 'question_reviewer']);
  const categories = useCategories().data ?? [];
  const subjects = useDictionary('subject').data ?? [];
  const { errors } = view.problemCount;
  const similar = new Set(view.problems.filter(({ code }) => code.startsWith('import.similar_')).map(({ line }) => line)).size;
  const [choice, setChoice] = useState<Choice>({ rows: errors > 0 ? 'good' : 'all', orgUnitId: '', state: 'draft', createCategories: view.categories.length > 0, leaveOutSimilar: false });
  const set = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });
  const orgUnitId = choice.orgUnitId || own.first;
  const mayPublish = reviewing.options.some(({ value }) => value === orgUnitId);
  const state = mayPublish ? choice.state : 'draft';
  const inUnit = categories.filter(({ orgUnit, writable }) => writable && orgUnit.id === orgUnitId);
  const body: CommitImport = { ...choice, orgUnitId, state };
  const commit = useMutation({ mutationFn: () => api.post<OperationView>(`/question-imports/${view.id}/commit`, body, { idempotencyKey: intent.keyFor(body) }), onSuccess: onBegun });
  return (
    <>
      <SectionHead title={t('into')} />
      <div className="org-two">
        <Field label={t('orgUnit')} hint={t('orgUnitHint')}>{(control) => <UnitSelect id={control.id} value={orgUnitId} onChange={(unit) => set({ orgUnitId: unit, categoryId: undefined })} options={own.options} />}</Field>
        <Field label={t('category')} hint={t('optional')}>{({ id, status }) => <Select id={id} status={status} className="org-wide" allowClear value={choice.categoryId ?? null} onChange={(categoryId: string | null | undefined) => set({ categoryId: categoryId ?? undefined })} options={categoryOptions(inUnit, title)} placeholder={t('noCategory')} showSearch={{ optionFilterProp: 'label' }} />}</Field>
        <Field label={t('subject')} hint={t('subjectHint')}>{({ id, status }) => <Select id={id} status={status} className="org-wide" allowClear showSearch={{ optionFilterProp: 'label' }} value={choice.subject ?? null} onChange={(subject: string | null | undefined) => set({ subject: subject ?? undefined })} options={subjects.map((entry) => ({ value: entry.title.zh, label: title(entry.title) }))} placeholder={t('optional')} />}</Field>
        <Field label={t('tags')} hint={t('tagsHint')}>{({ id, status }) => <Select id={id} status={status} mode="tags" className="org-wide" value={choice.tags ?? []} onChange={(tags: string[]) => set({ tags })} tokenSeparators={['；', ';', '，', ',']} placeholder={t('optional')} />}</Field>
      </div>
      {view.categories.length > 0 && <Tick checked={choice.createCategories ?? false} onChange={(createCategories) => set({ createCategories })} label={t('createCategories', { n: view.categories.length })} hint={t('createCategoriesHint', { examples: view.categories.slice(0, 3).join(words('list.comma')) })} />}
      {similar > 0 && <Tick checked={choice.leaveOutSimilar ?? false} onChange={(leaveOutSimilar) => set({ leaveOutSimilar })} label={t('similarOff', { n: similar })} />}
      {mayPublish && <Radios legend={t('state')} name="state" value={state ?? 'draft'} onChange={(next) => set({ state: next })} options={[{ value: 'draft', label: t('stateDraft'), hint: t('stateDraftHint') }, { value: 'published', label: t('statePublished'), hint: t('statePublishedHint') }]} />}
      {errors > 0 && <Radios legend={t('whichRows')} name="rows" value={choice.rows} onChange={(rows) => set({ rows })} options={[{ value: 'good', label: t('goodOnly', { n: view.questions }), hint: t('goodOnlyHint', { n: view.rows.bad }) }, { value: 'all', label: t('allOrNone'), hint: t('allOrNoneHint') }]} />}
      <ProblemNote error={commit.error} />
      <div className="org-acts-row">
        {onBack && <Button onClick={onBack}>{t('backToColumns')}</Button>}
        <Button kind="pri" disabled={!orgUnitId || commit.isPending || (choice.rows === 'all' && errors > 0)} onClick={() => commit.mutate()}>{commit.isPending ? words('act.working') : t(state === 'published' ? 'commitPublished' : 'commit', { n: view.questions })}</Button>
      </div>
    </>
  );
}

function Tick({ checked, onChange, label, hint }: { checked: boolean; onChange: (checked: boolean) => void; label: string; hint?: string }) {
  return <label className="org-switch import-tick"><input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /><span>{label}{hint && <small>{hint}</small>}</span></label>;
}

function Radios<V extends string>({ legend, name, value, onChange, options }: { legend: string; name: string; value: V; onChange: (value: V) => void; options: { value: V; label: string; hint: string }[] }) {
  return (
    <fieldset className="org-radios two">
      <legend className="lab">{legend}</legend>
      {options.map((option) => <label key={option.value} className={`rad ${value === option.value ? 'on' : ''}`}><input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} /><span>{option.label}<small>{option.hint}</small></span></label>)}
    </fieldset>
  );
}
