import './bank-texts.js';
import './bank.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { QuestionListItem } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { useWords } from '../parts/words.js';
import { BulkBar } from './bulk-bar.js';

/** What waits for a reviewer, oldest first. Nobody reviews their own. */
export function ReviewPage() {
  const { t } = useTranslation('bank');
  const words = useWords();
  const navigate = useNavigate();
  const state = useListState({ sort: 'updatedAt' });
  const [chosen, setChosen] = useState<ReadonlyMap<string, QuestionListItem>>(new Map());
  const pages = usePages<QuestionListItem>('/questions', { q: state.q || undefined, sort: state.sort, work: 'in_review' });
  const columns: Column<QuestionListItem>[] = [
    { key: 'excerpt', title: words.t('bank.stem'), lead: true, className: 'org-stem', cell: ({ id, excerpt }) => <button type="button" className="org-link" onClick={() => void navigate(`/bank/${id}`)}>{excerpt || t('list.untitled')}</button> },
    { key: 'code', title: words.t('bank.code'), sort: 'code', className: 'nw num', cell: ({ code }) => code },
    { key: 'kind', title: words.t('bank.kind'), className: 'nw', cell: ({ kind }) => words.t(`kind.${kind}`) },
    { key: 'subject', title: words.t('bank.subject'), cell: ({ subject }) => subject ?? '—' },
    { key: 'unit', title: words.t('list.unit'), className: 'org-mid', cell: ({ orgUnit }) => words.title(orgUnit.title) },
    { key: 'version', title: t('review.version'), align: 'r', className: 'num', cell: ({ draft, number }) => draft?.number ?? number },
    { key: 'updated', title: t('review.since'), sort: 'updatedAt', align: 'r', className: 'nw', cell: ({ updatedAt }) => words.when(updatedAt) },
  ];
  return (
    <div className="pg org">
      <PageHead title={t('review.title')} note={t('review.note')} actions={<Button icon="left" onClick={() => void navigate('/bank')}>{t('back')}</Button>} />
      <ListTools state={state} label={words.t('bank.search')} sorts={[{ value: 'updatedAt', label: t('review.oldest') }, { value: '-updatedAt', label: words.t('list.newest') }]} />
      {chosen.size > 0 && <BulkBar chosen={[...chosen.values()]} onDone={() => setChosen(new Map())} />}
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('review.title')} sort={state.sort} onSort={(sort) => state.set({ sort })} filtered={Boolean(state.q)} onClear={() => state.set({ q: null })}
        choice={{ chosen: new Set(chosen.keys()), id: ({ id }) => id, name: ({ code }) => code, toggle: (rows, on) => setChosen((before) => { const next = new Map(before); for (const row of rows) { if (on) next.set(row.id, row); else next.delete(row.id); } return next; }) }}
        empty={<Empty title={t('review.empty')} who={t('review.emptyWho')} />} />
    </div>
  );
}
