import { Link, useNavigate } from 'react-router';
import type { ExamListItem } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { ExamChip } from '../parts/states.js';
import { durationText, useWords } from '../parts/words.js';

/** Every exam in scope, those of contests and those on their own. */
export function ExamsPage() {
  const words = useWords();
  const { t, title, when } = words;
  const navigate = useNavigate();
  const state = useListState({ sort: '-opensAt' });
  const pages = usePages<ExamListItem>('/exams', { q: state.q || undefined, sort: state.sort });
  const columns: Column<ExamListItem>[] = [
    { key: 'title', title: t('exam.name'), sort: 'title', lead: true, cell: (exam) => <Link className="org-link" to={`/exams/${exam.id}`}>{title(exam.title)}</Link> },
    { key: 'state', title: t('list.state'), cell: (exam) => <ExamChip state={exam.state} /> },
    { key: 'mode', title: t('exam.mode'), className: 'nw', cell: ({ mode }) => t(`exam.modes.${mode}`) },
    { key: 'opens', title: t('exam.opensAt'), sort: 'opensAt', className: 'nw', cell: ({ opensAt }) => when(opensAt) },
    { key: 'duration', title: t('exam.duration'), align: 'r', className: 'nw', cell: ({ durationSeconds }) => durationText(words, durationSeconds) },
    { key: 'candidates', title: t('exam.candidates'), align: 'r', cell: ({ candidates }) => candidates },
    { key: 'done', title: t('exam.handedIn'), align: 'r', cell: ({ counts }) => counts.submitted + counts.marked + counts.released },
    { key: 'unit', title: t('list.unit'), className: 'org-mid', cell: ({ orgUnit }) => title(orgUnit.title) },
  ];
  const make = <Button kind="pri" icon="plus" onClick={() => void navigate('/exams/new')}>{t('exam.new')}</Button>;
  return (
    <div className="pg org">
      <PageHead title={t('exam.title')} note={t('exam.listNote')} actions={make} />
      <ListTools state={state} label={t('exam.search')} sorts={[{ value: '-opensAt', label: t('exam.latest') }, { value: 'opensAt', label: t('exam.earliest') }]} />
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('exam.title')} sort={state.sort} onSort={(sort) => state.set({ sort })}
        filtered={state.q !== ''} onClear={() => state.set({ q: null })} empty={<Empty title={t('exam.empty')} who={t('exam.emptyWho')}>{make}</Empty>} />
    </div>
  );
}
