import { Link, useNavigate } from 'react-router';
import type { EditionListItem } from '#lib/contracts';
import { Button, Chip } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { useWords } from '../parts/words.js';

export function EditionChip({ state }: { state: EditionListItem['state'] }) {
  const { t } = useWords();
  if (state === 'running') return <Chip tone="live" icon="live">{t('edition.state.running')}</Chip>;
  return <Chip tone={state === 'finished' ? 'ok' : 'plain'} icon={state === 'finished' ? 'check' : 'edit'}>{t(`edition.state.${state}`)}</Chip>;
}

/** Every competition edition in scope. */
export function EditionsPage() {
  const { t, title, count } = useWords();
  const navigate = useNavigate();
  const state = useListState({ sort: '-year' });
  const pages = usePages<EditionListItem>('/editions', { q: state.q || undefined, sort: state.sort });
  const columns: Column<EditionListItem>[] = [
    { key: 'title', title: t('edition.name'), lead: true, cell: (edition) => <Link className="org-link" to={`/competitions/${edition.id}`}>{title(edition.title)}</Link> },
    { key: 'year', title: t('edition.year'), sort: 'year', cell: ({ year }) => year },
    { key: 'field', title: t('edition.jobField'), cell: ({ jobField }) => title(jobField) || '—' },
    { key: 'state', title: t('list.state'), cell: (edition) => <EditionChip state={edition.state} /> },
    { key: 'heats', title: t('edition.heatsConfirmed'), align: 'r', className: 'nw', cell: ({ heats }) => <><b>{heats.confirmed}</b> / {heats.total}</> },
    { key: 'people', title: t('edition.people'), align: 'r', cell: ({ people }) => count(people) },
    { key: 'unit', title: t('edition.organizer'), className: 'org-mid', cell: ({ orgUnit }) => title(orgUnit.title) },
  ];
  const make = <Button kind="pri" icon="plus" onClick={() => void navigate('/competitions/new')}>{t('edition.new')}</Button>;
  return (
    <div className="pg org">
      <PageHead title={t('edition.title')} actions={make} />
      <ListTools state={state} label={t('edition.search')} sorts={[{ value: '-year', label: t('edition.newest') }, { value: 'year', label: t('edition.oldest') }]} />
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('edition.title')} sort={state.sort} onSort={(sort) => state.set({ sort })}
        filtered={state.q !== ''} onClear={() => state.set({ q: null })} empty={<Empty title={t('edition.empty')} who={t('edition.emptyWho')}>{make}</Empty>} />
    </div>
  );
}
