import './bank-texts.js';
import './bank.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type ExportQuestions, questionKinds, type QuestionListItem } from '#lib/contracts';
import { Button, Chip } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState, type ListState } from '../parts/list-state.js';
import { Filter, ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { useOwnUnits } from '../parts/reads.js';
import { DocumentChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { BulkBar } from './bulk-bar.js';
import { CategoriesPane } from './categories-pane.js';
import { ExportDialog } from './export-dialog.js';
import { useCategories, useDictionary } from './editor/facts-form.js';

const filters = ['kind', 'state', 'subject', 'tag', 'difficulty', 'use', 'categoryId'] as const;
const uses: Record<string, string> = { used: 'true', unused: 'false' };
const bands: Record<string, [string, string]> = { easy: ['0', '0.35'], medium: ['0.35', '0.65'], hard: ['0.65', '1'] };

/** Every question in scope: categories, search, filters, acts on many. */
export function QuestionsPage() {
  const words = useWords();
  const { t } = words;
  const { t: b } = useTranslation('bank');
  const navigate = useNavigate();
  const state = useListState({ sort: '-updatedAt' });
  const categories = useCategories();
  const { t: exchange } = useTranslation('bank-import');
  const [chosen, setChosen] = useState<ReadonlyMap<string, QuestionListItem>>(new Map());
  const [exporting, setExporting] = useState(false);
  const query = queryOf(state);
  const pages = usePages<QuestionListItem>('/questions', query);
  const mayWrite = useOwnUnits(['organizer', 'question_author']).options.length > 0;
  const add = mayWrite && <Button kind="pri" icon="plus" onClick={() => void navigate(`/bank/new${state.get('categoryId') ? `?categoryId=${state.get('categoryId')}` : ''}`)}>{b('list.new')}</Button>;
  const importButton = mayWrite && <Button icon="upload" onClick={() => void navigate('/bank/import')}>{t('bank.import')}</Button>;
  const total = pages.total === undefined ? undefined : t('bank.total', { total: words.count(pages.total) });
  const filtered = Boolean(state.q) || filters.some((name) => state.get(name));
  return (
    <div className="pg org">
      <PageHead title={t('bank.title')} note={total} actions={<><Button icon="checkc" onClick={() => void navigate('/bank/review')}>{b('review.title')}</Button>{importButton}<Button icon="download" onClick={() => setExporting(true)}>{exchange('export.open')}</Button>{add}</>} />
      {exporting && <ExportDialog ids={[...chosen.keys()]} filter={exportFilterOf(state)} onClose={() => setExporting(false)} />}
      <div className="bank-cols">
        <CategoriesPane categories={categories.data ?? []} error={categories.error} chosen={state.get('categoryId')} onChoose={(id) => state.set({ categoryId: id })} writable={mayWrite} />
        <div>
          <ListTools state={state} label={t('bank.search')} sorts={[{ value: '-updatedAt', label: t('list.newest') }, { value: 'code', label: t('bank.code') }, { value: 'facility', label: b('list.hardest') }, { value: '-lastUsedAt', label: b('list.lastUsed') }]}><BankFilters state={state} /></ListTools>
          {chosen.size > 0 && <BulkBar chosen={[...chosen.values()]} onDone={() => setChosen(new Map())} />}
          <PagedTable
            pages={pages} columns={useColumns((id) => void navigate(`/bank/${id}`), (tag) => state.set({ tag }))} rowKey={({ id }) => id} caption={t('bank.title')} sort={state.sort} onSort={(sort) => state.set({ sort })}
            choice={{ chosen: new Set(chosen.keys()), id: ({ id }) => id, name: ({ code }) => code, toggle: (rows, on) => setChosen((before) => toggled(before, rows, on)) }}
            filtered={filtered} onClear={() => state.set({ q: null, ...Object.fromEntries(filters.map((name) => [name, null])) })}
            empty={<Empty title={t('bank.empty')} who={t('bank.emptyWho')}>{add}{importButton}</Empty>}
          />
        </div>
      </div>
    </div>
  );
}

function toggled(before: ReadonlyMap<string, QuestionListItem>, rows: QuestionListItem[], on: boolean): ReadonlyMap<string, QuestionListItem> {
  const next = new Map(before);
  for (const row of rows) {
    if (on) next.set(row.id, row);
    else next.delete(row.id);
  }
  return next;
}

function queryOf(state: ListState): Record<string, string | undefined> {
  const [difficultyMin, difficultyMax] = bands[state.get('difficulty') ?? ''] ?? [];
  return { q: state.q || undefined, sort: state.sort, kind: state.get('kind'), state: state.get('state'), subject: state.get('subject'), tags: state.get('tag'), used: uses[state.get('use') ?? ''], categoryId: state.get('categoryId'), difficultyMin, difficultyMax };
}

/** What the list shows now, as an export asks for it. */
function exportFilterOf(state: ListState): NonNullable<ExportQuestions['filter']> {
  const [difficultyMin, difficultyMax] = bands[state.get('difficulty') ?? ''] ?? [];
  const given = { q: state.q, kind: state.get('kind'), state: state.get('state'), subject: state.get('subject'), categoryId: state.get('categoryId'), tag: state.get('tag') };
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as NonNullable<ExportQuestions['filter']>),
    ...(difficultyMin !== undefined && { difficultyMin: Number(difficultyMin) }), ...(difficultyMax !== undefined && { difficultyMax: Number(difficultyMax) }),
  };
}

function BankFilters({ state }: { state: ListState }) {
  const { t } = useWords();
  const { t: b } = useTranslation('bank');
  const subjects = useDictionary('subject').data ?? [];
  const { title } = useWords();
  const all = { value: '', label: t('list.all') };
  const filter = (name: string, label: string, options: { value: string; label: string }[]) => <Filter label={label} value={state.get(name) ?? ''} onChange={(value) => state.set({ [name]: value })} options={[all, ...options]} />;
  return (
    <>
      {filter('kind', t('bank.kind'), questionKinds.map((value) => ({ value, label: t(`kind.${value}`) })))}
      {filter('state', t('list.state'), (['draft', 'in_review', 'published', 'retired'] as const).map((value) => ({ value, label: t(`document.state.${value}`) })))}
      {filter('subject', t('bank.subject'), subjects.map((subject) => ({ value: subject.title.zh, label: title(subject.title) })))}
      {filter('difficulty', t('bank.difficulty'), (['easy', 'medium', 'hard'] as const).map((value) => ({ value, label: b(`difficulty.${value}`) })))}
      {state.get('tag') && <Button size="sm" icon="x" onClick={() => state.set({ tag: null })}>{b('list.tag', { tag: state.get('tag') ?? '' })}</Button>}
      {filter('use', b('list.use'), (['used', 'unused'] as const).map((value) => ({ value, label: b(`list.${value}`) })))}
    </>
  );
}

function useColumns(open: (id: string) => void, onTag: (tag: string) => void): Column<QuestionListItem>[] {
  const { t, title, when } = useWords();
  const { t: b } = useTranslation('bank');
  return [
    { key: 'excerpt', title: t('bank.stem'), lead: true, className: 'org-stem', cell: ({ id, excerpt, tags }) => <><button type="button" className="org-link" onClick={() => open(id)}>{excerpt || b('list.untitled')}</button>{tags.length > 0 && <span className="bank-tags">{tags.slice(0, 4).map((tag) => <button type="button" key={tag} onClick={() => onTag(tag)}>{tag}</button>)}</span>}</> },
    { key: 'code', title: t('bank.code'), sort: 'code', className: 'nw num', cell: ({ code }) => code },
    { key: 'kind', title: t('bank.kind'), className: 'nw', cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'subject', title: t('bank.subject'), className: 'nw', cell: ({ subject, category }) => <>{subject ?? '—'}{category && category.title.zh !== subject && <small className="bank-category">{title(category.title)}</small>}</> },
    { key: 'difficulty', title: t('bank.difficulty'), sort: 'difficulty', align: 'r', className: 'num org-mid', cell: ({ difficulty }) => difficulty?.toFixed(2) ?? '—' },
    { key: 'facility', title: b('list.facility'), sort: 'facility', align: 'r', className: 'num org-mid', cell: ({ facility }) => (facility === null ? '—' : `${Math.round(Number(facility) * 100)}%`) },
    { key: 'state', title: t('list.state'), cell: ({ state, draft }) => <span className="bank-states"><DocumentChip state={state} />{draft && state === 'published' && <Chip tone="warn" icon="edit">{b(`list.beside.${draft.state}`)}</Chip>}</span> },
    { key: 'updated', title: t('list.updated'), sort: 'updatedAt', align: 'r', className: 'nw', cell: ({ updatedAt }) => when(updatedAt) },
  ];
}
