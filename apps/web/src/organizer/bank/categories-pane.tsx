import { useState } from 'react';
import { Select, Switch } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CategoryView, WriteCategory } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { Field, TitleFields } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { fieldError, ProblemNote } from '../parts/problem.js';
import { useOwnUnits, useUnits } from '../parts/reads.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { categoryOptions, categoryTree, flatten, type CategoryNode } from './category-tree.js';

/** The categories one may see, as a tree by unit; the chosen one narrows the list. */
export function CategoriesPane({ categories, error, chosen, onChoose, writable }: { categories: CategoryView[]; error: unknown; chosen: string | undefined; onChoose: (id: string | null) => void; writable: boolean }) {
  const { t } = useTranslation('bank');
  const { title } = useWords();
  const [editing, setEditing] = useState<CategoryView | 'new' | null>(null);
  const units = [...new Map(categories.map(({ orgUnit }) => [orgUnit.id, orgUnit])).values()];
  const present = categories.find(({ id }) => id === chosen);
  return (
    <nav className="categories" aria-label={t('category.title')}>
      <div className="categories-head"><h2>{t('category.title')}</h2>{writable && <Button size="sm" icon="plus" onClick={() => setEditing('new')}>{t('category.add')}</Button>}</div>
      <ProblemNote error={error} />
      <button type="button" className="category" aria-current={chosen === undefined ? 'true' : undefined} onClick={() => onChoose(null)}><span>{t('category.all')}</span></button>
      {units.map((unit) => (
        <section key={unit.id}>
          {units.length > 1 && <h3>{title(unit.title)}</h3>}
          <ul>{flatten(categoryTree(categories.filter(({ orgUnit }) => orgUnit.id === unit.id))).map((node) => <Category key={node.category.id} node={node} chosen={chosen} onChoose={onChoose} />)}</ul>
        </section>
      ))}
      {categories.length === 0 && !error && <p className="hint">{t('category.none')}</p>}
      {present?.writable && <Button size="sm" kind="quiet" icon="edit" onClick={() => setEditing(present)}>{t('category.edit', { title: title(present.title) })}</Button>}
      {editing && <CategoryDialog category={editing === 'new' ? null : editing} parentId={editing === 'new' ? (present?.writable ? present.id : null) : editing.parentId} categories={categories} onClose={() => setEditing(null)} onGone={() => { setEditing(null); onChoose(null); }} />}
    </nav>
  );
}

function Category({ node: { category, depth, questions }, chosen, onChoose }: { node: CategoryNode; chosen: string | undefined; onChoose: (id: string) => void }) {
  const { t } = useTranslation('bank');
  const { title, count } = useWords();
  const shared = !category.writable || (depth === 0 && (category.sharedBelow || category.sharedWith.length > 0));
  return (
    <li>
      <button type="button" className={`category depth-${Math.min(depth, 5)}`} aria-current={chosen === category.id ? 'true' : undefined} onClick={() => onChoose(category.id)}>
        <span>{title(category.title)}</span>
        {shared && <span className="category-shared" title={t(category.writable ? 'category.sharing' : 'category.shared')}><Icon name="online" small /><span className="vh">{t(category.writable ? 'category.sharing' : 'category.shared')}</span></span>}
        <b className="num">{count(questions)}</b>
      </button>
    </li>
  );
}

function CategoryDialog({ category, parentId, categories, onClose, onGone }: { category: CategoryView | null; parentId: string | null; categories: CategoryView[]; onClose: () => void; onGone: () => void }) {
  const { t } = useTranslation('bank');
  const words = useWords();
  const cache = useQueryClient();
  const intent = useIntent();
  const own = useOwnUnits(['organizer', 'question_author']);
  const units = useUnits().data ?? [];
  const [draft, setDraft] = useState<WriteCategory>(() => (category
    ? { orgUnitId: category.orgUnit.id, parentId: category.parentId, title: category.title, sharedBelow: category.sharedBelow, sharedWithIds: category.sharedWith.map(({ id }) => id) }
    : { orgUnitId: categories.find(({ id }) => id === parentId)?.orgUnit.id ?? own.first, parentId, title: { zh: '' }, sharedBelow: false, sharedWithIds: [] }));
  const set = (part: Partial<WriteCategory>): void => setDraft({ ...draft, ...part });
  const done = async (): Promise<void> => { await cache.invalidateQueries({ queryKey: ['/question-categories'] }); await cache.invalidateQueries({ queryKey: ['/questions'] }); };
  const save = useMutation({
    mutationFn: () => (category ? api.put(`/question-categories/${category.id}`, draft, { ifMatch: category.version }) : api.post('/question-categories', draft, { idempotencyKey: intent.keyFor(draft) })),
    onSuccess: async () => { await done(); onClose(); },
  });
  const remove = useMutation({ mutationFn: () => api.delete(`/question-categories/${category?.id}`, { ifMatch: category?.version }), onSuccess: async () => { await done(); onGone(); } });
  const parents = categories.filter(({ orgUnit, writable, id }) => writable && orgUnit.id === draft.orgUnitId && id !== category?.id);
  return (
    <ActDialog wide title={category ? t('category.editTitle') : t('category.newTitle')} act={words.t('act.save')} onAct={() => save.mutate()} onClose={onClose} busy={save.isPending || remove.isPending} disabled={draft.title.zh.trim() === '' || draft.orgUnitId === ''} error={save.error ?? remove.error}>
      <TitleFields label={t('category.name')} value={draft.title} onChange={(title) => set({ title })} error={fieldError(save.error, 'title', words.en ? 'en' : 'zh-CN')} />
      <Field label={words.t('list.unit')}>{({ id }) => <UnitSelect id={id} value={draft.orgUnitId} onChange={(orgUnitId) => set({ orgUnitId, parentId: null })} options={own.options} />}</Field>
      <Field label={t('category.parent')}>{({ id, status }) => <Select id={id} status={status} className="org-wide" allowClear value={draft.parentId} placeholder={t('category.top')} onChange={(next: string | undefined) => set({ parentId: next ?? null })} options={categoryOptions(parents, words.title)} />}</Field>
      <label className="org-switch"><Switch checked={draft.sharedBelow} onChange={(sharedBelow) => set({ sharedBelow })} /><span>{t('category.below')}<small>{t('category.belowHint')}</small></span></label>
      <Field label={t('category.with')} hint={t('category.withHint')}>{({ id, status }) => <Select id={id} status={status} mode="multiple" className="org-wide" value={draft.sharedWithIds} onChange={(sharedWithIds: string[]) => set({ sharedWithIds })} showSearch={{ optionFilterProp: 'label' }} options={units.filter(({ kind, id: unit }) => kind !== 'department' && unit !== draft.orgUnitId).map((unit) => ({ value: unit.id, label: words.title(unit.title) }))} />}</Field>
      {category && <p><Button kind="danger" size="sm" onClick={() => remove.mutate()}>{t('category.remove')}</Button> <span className="hint">{t('category.removeHint')}</span></p>}
    </ActDialog>
  );
}
