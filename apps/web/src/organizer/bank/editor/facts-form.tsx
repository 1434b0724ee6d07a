import { Select } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CategoryView, DictionaryEntry, Id, MultipleScoring, Page, ReferenceArticle, ReferenceListItem, QuestionTag } from '#lib/contracts';
import { api } from '../../../api/client.js';
import { Field } from '../../parts/field.js';
import { useSettled } from '../../parts/list-state.js';
import { UnitSelect } from '../../parts/unit-select.js';
import { useWords } from '../../parts/words.js';
import { categoryOptions } from '../category-tree.js';
import { Choose, Line } from './editor-parts.js';
import type { Draft } from './question-draft.js';

export function useCategories() {
  return useQuery({ queryKey: ['/question-categories'], queryFn: () => api.get<CategoryView[]>('/question-categories'), staleTime: 30_000 });
}

export function useDictionary(name: 'subject' | 'job_field') {
  return useQuery({ queryKey: ['/dictionaries', name], queryFn: () => api.get<DictionaryEntry[]>(`/dictionaries/${name}`), staleTime: 300_000 });
}

/** Where a question belongs, what it is about, what it is worth and what it rests on. */
export function FactsForm({ draft, onChange, units, scored }: { draft: Draft; onChange: (draft: Draft) => void; units: { value: string; label: string }[]; scored: boolean }) {
  const { t } = useTranslation('bank');
  const words = useWords();
  const set = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  const categories = useCategories().data ?? [];
  const subjects = useDictionary('subject').data ?? [];
  const jobFields = useDictionary('job_field').data ?? [];
  const own = categories.filter(({ orgUnit, writable }) => writable && orgUnit.id === draft.orgUnitId);
  return (
    <>
      <Field label={words.t('list.unit')}>{({ id }) => <UnitSelect id={id} value={draft.orgUnitId} onChange={(orgUnitId) => set({ orgUnitId, categoryId: null })} options={units} />}</Field>
      <Field label={t('facts.category')}>{({ id, status }) => <Select id={id} status={status} className="org-wide" allowClear value={draft.categoryId} onChange={(categoryId: string | undefined) => set({ categoryId: categoryId ?? null })} options={categoryOptions(own, words.title)} placeholder={t('facts.noCategory')} showSearch={{ optionFilterProp: 'label' }} />}</Field>
      <Field label={t('facts.subject')} hint={t('facts.subjectHint')}>{({ id, status }) => <Select id={id} status={status} className="org-wide" allowClear showSearch={{ optionFilterProp: 'label' }} value={draft.subject} onChange={(subject: string | undefined) => set({ subject: subject ?? null })} options={withPresent(subjects.map(({ title }) => ({ value: title.zh, label: words.title(title) })), draft.subject)} />}</Field>
      <Field label={t('facts.jobFields')}>{({ id, status }) => <Select id={id} status={status} className="org-wide" mode="multiple" value={draft.jobFields} onChange={(next: string[]) => set({ jobFields: next })} options={jobFields.map(({ title }) => ({ value: title.zh, label: words.title(title) }))} />}</Field>
      <TagField tags={draft.tags} onChange={(tags) => set({ tags })} />
      <div className="edit-pairs">
        <Line width="narrow" mode="decimal" label={t('facts.marks')} value={draft.defaultMarks} onChange={(defaultMarks) => set({ defaultMarks })} maxLength={10} />
        <Choose label={t('facts.difficulty')} value={bandOf(draft.difficulty)} onChange={(band) => set({ difficulty: band === '' ? null : Number(band) })} options={[['', t('difficulty.none')], ['0.1', t('difficulty.easy')], ['0.3', t('difficulty.easier')], ['0.5', t('difficulty.medium')], ['0.7', t('difficulty.harder')], ['0.9', t('difficulty.hard')]]} />
        {scored && <Choose<MultipleScoring> label={t('facts.scoring')} value={draft.scoring ?? 'partial_per_right'} onChange={(scoring) => set({ scoring })} options={[['partial_per_right', t('scoring.partial_per_right')], ['all_or_nothing', t('scoring.all_or_nothing')], ['right_minus_wrong', t('scoring.right_minus_wrong')]]} />}
      </div>
      <SourceField articleId={draft.sourceArticleId} source={draft.source} onChange={(sourceArticleId, source) => set({ sourceArticleId, source })} />
    </>
  );
}

function bandOf(difficulty: number | null): '' | '0.1' | '0.3' | '0.5' | '0.7' | '0.9' {
  if (difficulty === null) return '';
  const bands = ['0.1', '0.3', '0.5', '0.7', '0.9'] as const;
  return bands[Math.min(4, Math.max(0, Math.floor(difficulty * 5)))]!;
}

function withPresent(options: { value: string; label: string }[], present: string | null): { value: string; label: string }[] {
  return present && !options.some(({ value }) => value === present) ? [{ value: present, label: present }, ...options] : options;
}

function TagField({ tags, onChange }: { tags: string[]; onChange: (tags: string[]) => void }) {
  const { t } = useTranslation('bank');
  const [text, setText] = useState('');
  const q = useSettled(text);
  const known = useQuery({ queryKey: ['/question-tags', q], queryFn: () => api.get<QuestionTag[]>('/question-tags', { q: q || undefined }), placeholderData: (before) => before });
  return (
    <Field label={t('facts.tags')} hint={t('facts.tagsHint')}>
      {({ id, status }) => <Select id={id} status={status} className="org-wide" mode="tags" maxCount={20} value={tags} onChange={(next: string[]) => onChange(next.map((tag) => tag.trim()).filter(Boolean))} showSearch={{ onSearch: setText }} options={(known.data ?? []).map(({ tag, questions }) => ({ value: tag, label: `${tag}（${questions}）` }))} />}
    </Field>
  );
}

/** The regulation and article a question rests on, or its source in words. */
function SourceField({ articleId, source, onChange }: { articleId: Id | null; source: string | null; onChange: (articleId: Id | null, source: string | null) => void }) {
  const { t } = useTranslation('bank');
  const { title } = useWords();
  const [referenceId, setReferenceId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const q = useSettled(text);
  const references = useQuery({ queryKey: ['/references', 'select'], queryFn: () => api.get<Page<ReferenceListItem>>('/references', { limit: 200 }), staleTime: 60_000 });
  const articles = useQuery({ queryKey: ['/references', referenceId, 'articles', q], enabled: referenceId !== null, queryFn: () => api.get<ReferenceArticle[]>(`/references/${referenceId}/articles`, { q: q || undefined }), placeholderData: (before) => before });
  return (
    <fieldset className="edit-source">
      <legend className="lab">{t('facts.source')}</legend>
      <Select aria-label={t('facts.reference')} className="org-wide" allowClear value={referenceId} placeholder={articleId ? t('facts.articleKept') : t('facts.reference')} onChange={(id: string | undefined) => { setReferenceId(id ?? null); onChange(null, source); }} options={(references.data?.items ?? []).map((one) => ({ value: one.id, label: title(one.title) }))} />
      {referenceId && <Select aria-label={t('facts.article')} className="org-wide" allowClear value={articleId} placeholder={t('facts.article')} onChange={(id: string | undefined) => onChange(id ?? null, source)} showSearch={{ filterOption: false, onSearch: setText }} options={(articles.data ?? []).map((one) => ({ value: one.id, label: `${one.label} ${one.text.slice(0, 40)}` }))} />}
      <Line label={t('facts.sourceText')} value={source ?? ''} onChange={(next) => onChange(articleId, next === '' ? null : next)} />
    </fieldset>
  );
}
