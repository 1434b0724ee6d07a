import './papers-texts.js';
import './papers.css';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { PaperListItem } from '#lib/contracts';
import { Button, Chip } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { Filter, ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { DocumentChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';

/** Every paper in scope. */
export function PapersPage() {
  const { t, title, when, whenFull } = useWords();
  const { t: p } = useTranslation('papers');
  const navigate = useNavigate();
  const state = useListState({ sort: '-updatedAt' });
  const pages = usePages<PaperListItem>('/papers', { q: state.q || undefined, sort: state.sort, ...(state.get('state') === 'sealed' ? { sealed: 'true' } : { state: state.get('state') }) });
  const columns: Column<PaperListItem>[] = [
    { key: 'title', title: t('paper.name'), sort: 'title', lead: true, cell: (paper) => <Link className="org-link" to={`/papers/${paper.id}`}>{title(paper.title)}</Link> },
    { key: 'state', title: t('list.state'), cell: (paper) => <span className="bank-states"><DocumentChip state={paper.state} />{paper.sealedUntil && <Chip tone="warn" icon="lock">{p('list.sealedUntil', { time: whenFull(paper.sealedUntil) })}</Chip>}</span> },
    { key: 'questions', title: t('paper.questions'), align: 'r', cell: ({ questions }) => questions },
    { key: 'marks', title: t('paper.totalMarks'), align: 'r', className: 'b', cell: ({ totalMarks }) => totalMarks },
    { key: 'unit', title: t('list.unit'), className: 'org-mid', cell: ({ orgUnit }) => title(orgUnit.title) },
    { key: 'updated', title: t('list.updated'), sort: 'updatedAt', align: 'r', className: 'nw', cell: ({ updatedAt }) => when(updatedAt) },
  ];
  const make = <Button kind="pri" icon="plus" onClick={() => void navigate('/papers/new')}>{t('paper.new')}</Button>;
  return (
    <div className="pg org">
      <PageHead title={t('paper.title')} actions={make} />
      <ListTools state={state} label={t('paper.search')} sorts={[{ value: '-updatedAt', label: t('list.newest') }, { value: 'updatedAt', label: t('list.oldest') }]}>
        <Filter label={t('list.state')} value={state.get('state') ?? ''} onChange={(value) => state.set({ state: value })} options={[{ value: '', label: t('list.all') }, ...(['draft', 'published', 'retired'] as const).map((value) => ({ value, label: t(`document.state.${value}`) })), { value: 'sealed', label: p('seal.sealed') }]} />
      </ListTools>
      <PagedTable
        pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('paper.title')} sort={state.sort} onSort={(sort) => state.set({ sort })}
        filtered={state.q !== '' || state.get('state') !== undefined} onClear={() => state.set({ q: null, state: null })} empty={<Empty title={t('paper.empty')} who={t('paper.emptyWho')}>{make}</Empty>}
      />
    </div>
  );
}
