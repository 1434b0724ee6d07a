import { Link, useNavigate } from 'react-router';
import type { ReferenceListItem } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { useWords } from '../parts/words.js';

/** The regulations that open-book exams may let candidates search and read. */
export function ReferencesPage() {
  const { t, title, when } = useWords();
  const navigate = useNavigate();
  const state = useListState({ sort: '-updatedAt' });
  const pages = usePages<ReferenceListItem>('/references', { q: state.q || undefined, sort: state.sort });
  const columns: Column<ReferenceListItem>[] = [
    { key: 'title', title: t('reference.name'), lead: true, cell: (item) => <Link className="org-link" to={`/references/${item.id}`}>{title(item.title)}</Link> },
    { key: 'articles', title: t('reference.articles'), align: 'r', cell: ({ articles }) => articles },
    { key: 'unit', title: t('list.unit'), cell: ({ orgUnit }) => title(orgUnit.title) },
    { key: 'updated', title: t('list.updated'), sort: 'updatedAt', align: 'r', className: 'nw', cell: ({ updatedAt }) => when(updatedAt) },
  ];
  const add = <Button kind="pri" icon="upload" onClick={() => void navigate('/references/new')}>{t('reference.import')}</Button>;
  return (
    <div className="pg org">
      <PageHead title={t('reference.title')} actions={add} />
      <ListTools state={state} label={t('reference.search')} sorts={[{ value: '-updatedAt', label: t('list.newest') }, { value: 'updatedAt', label: t('list.oldest') }]} />
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('reference.title')} sort={state.sort} onSort={(sort) => state.set({ sort })}
        filtered={state.q !== ''} onClear={() => state.set({ q: null })} empty={<Empty title={t('reference.empty')} who={t('reference.emptyWho')}>{add}</Empty>} />
    </div>
  );
}
