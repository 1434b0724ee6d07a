import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { QuestionListItem } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { Filter, ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { DocumentChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { questionKinds } from './question-kinds.js';
import { QuestionSheet } from './question-sheet.js';


/** Every question in scope. */
export function QuestionsPage() {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const state = useListState({ sort: '-updatedAt' });
  const [open, setOpen] = useState<string | null>(null);
  const kind = state.get('kind');
  const stage = state.get('state');
  const pages = usePages<QuestionListItem>('/questions', { q: state.q || undefined, sort: state.sort, kind, state: stage });
  const importButton = <Button kind="pri" icon="upload" onClick={() => void navigate('/bank/import')}>{t('bank.import')}</Button>;
  const total = pages.total === undefined ? undefined : t('bank.total', { total: words.count(pages.total) });
  return (
    <div className="pg org">
      <PageHead title={t('bank.title')} note={total} actions={importButton} />
      <ListTools state={state} label={t('bank.search')} sorts={[{ value: '-updatedAt', label: t('list.newest') }, { value: 'code', label: t('bank.code') }]}>
        <Filter label={t('bank.kind')} value={kind ?? ''} onChange={(value) => state.set({ kind: value })} options={[{ value: '', label: t('list.all') }, ...questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} />
        <Filter label={t('list.state')} value={stage ?? ''} onChange={(value) => state.set({ state: value })} options={[{ value: '', label: t('list.all') }, ...(['published', 'draft', 'retired'] as const).map((value) => ({ value, label: t(`document.state.${value}`) }))]} />
      </ListTools>
      <PagedTable
        pages={pages} columns={questionColumns(words, setOpen)} rowKey={({ id }) => id} caption={t('bank.title')} sort={state.sort} onSort={(sort) => state.set({ sort })}
        filtered={Boolean(state.q || kind || stage)} onClear={() => state.set({ q: null, kind: null, state: null })}
        empty={<Empty title={t('bank.empty')} who={t('bank.emptyWho')}>{importButton}</Empty>}
      />
      <QuestionSheet id={open} onClose={() => setOpen(null)} />
    </div>
  );
}

function questionColumns({ t, title, when }: ReturnType<typeof useWords>, open: (id: string) => void): Column<QuestionListItem>[] {
  return [
    { key: 'excerpt', title: t('bank.stem'), lead: true, className: 'org-stem', cell: ({ id, excerpt }) => <button type="button" className="org-link" onClick={() => open(id)}>{excerpt}</button> },
    { key: 'code', title: t('bank.code'), sort: 'code', className: 'nw num', cell: ({ code }) => code },
    { key: 'kind', title: t('bank.kind'), className: 'nw', cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'subject', title: t('bank.subject'), cell: ({ subject }) => subject ?? '—' },
    { key: 'unit', title: t('list.unit'), className: 'org-mid', cell: ({ orgUnit }) => title(orgUnit.title) },
    { key: 'state', title: t('list.state'), cell: ({ state }) => <DocumentChip state={state} /> },
    { key: 'updated', title: t('list.updated'), sort: 'updatedAt', align: 'r', className: 'nw', cell: ({ updatedAt }) => when(updatedAt) },
  ];
}
