import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { errorText, type AttemptState, type CandidateListItem, type ExamView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button, Note } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { useFreshRoom } from '../parts/fresh-room.js';
import { PageHead, SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { attemptLooks, AttemptChip, ExamChip } from '../parts/states.js';
import { durationText, useWords } from '../parts/words.js';
import { AddCandidatesSheet } from './add-candidates.js';
import { ExtendDialog } from './extend-dialog.js';
import { PrepareDialog, ReleaseDialog, CancelDialog } from './exam-acts.js';

const filters: AttemptState[] = ['not_started', 'in_progress', 'paused', 'submitted', 'marked', 'released', 'absent'];
type Act = 'extend' | 'add' | 'prepare' | 'release' | 'cancel';

/** One exam as it goes: counts that filter, and every candidate. */
export function ExamPage() {
  const words = useWords();
  const { t, title, when, en, clock } = words;
  const { id = '' } = useParams();
  const cache = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  const found = useQuery({ queryKey: ['/exams', 'one', id], queryFn: () => api.get<ExamView>(`/exams/${id}`), refetchInterval: ({ state }) => (state.data?.state === 'preparing' ? 2000 : 15_000) });
  const view = found.data;
  const live = useFreshRoom(`exam:${id}`, [['/exams', 'one', id], [`/exams/${id}/candidates`]]);
  const close = (): void => { setAct(null); void cache.invalidateQueries({ queryKey: ['/exams'] }); void cache.invalidateQueries({ queryKey: [`/exams/${id}/candidates`] }); };
  if (!view) return <div className="pg org"><PageHead crumbs={[{ label: t('exam.title'), to: '/exams' }]} title={t('exam.one')} />{found.error ? <ProblemNote error={found.error} /> : <p className="org-reading" role="status">{t('list.reading')}</p>}</div>;
  const sitting = view.counts.in_progress + view.counts.paused;
  const markable = view.counts.marked;
  return (
    <div className="pg org">
      <PageHead
        crumbs={[{ label: t('exam.title'), to: '/exams' }, ...(view.editionId ? [{ label: t('exam.ofContest'), to: `/competitions/${view.editionId}` }] : []), { label: title(view.title) }]} title={title(view.title)}
        note={<>{t('exam.headNote', { mode: t(`exam.modes.${view.mode}`), from: when(view.opensAt), late: when(view.lateUntil), duration: durationText(words, view.durationSeconds) })}<br />{live ? t('live.on', { time: clock(new Date(found.dataUpdatedAt)) }) : t('live.off', { time: clock(new Date(found.dataUpdatedAt)) })}</>}
        actions={<>
          <ExamChip state={view.state} />
          {view.state !== 'cancelled' && !view.editionId && view.counts.in_progress === 0 && <Button icon="plus" onClick={() => setAct('add')}>{t('exam.addCandidates')}</Button>}
          {(view.state === 'draft' || view.state === 'failed') && <Button kind="pri" disabled={view.candidates === 0} onClick={() => setAct('prepare')}>{t('exam.prepare')}</Button>}
          {sitting > 0 && <Button icon="clock" onClick={() => setAct('extend')}>{t('exam.extend')}</Button>}
          {['ready', 'closed'].includes(view.state) && <Link className="btn pri" to={`/exams/${id}/wall`}><Icon name="eye" />{t('exam.wall')}</Link>}
          {markable > 0 && sitting === 0 && <Button icon="flag" onClick={() => setAct('release')}>{t('exam.release')}</Button>}
        </>}
      />
      {view.state === 'preparing' && <Note tone="info" icon="clock" live>{t('exam.preparingNote', { n: view.candidates })}</Note>}
      {view.problem && <Note tone="bad" live>{errorText(view.problem.code, en ? 'en' : 'zh-CN', view.problem.params)}</Note>}
      <dl className="org-facts row4">
        <div><dt>{t('exam.paper')}</dt><dd><Link className="org-link" to={`/papers/${view.paper.id}`}>{title(view.paper.title)}</Link> <span className="mute t13">{t('paper.sectionFigures', { n: view.paper.questions, marks: view.paper.totalMarks })}</span></dd></div>
        <div><dt>{t('exam.references')}</dt><dd>{view.references.length === 0 ? t('exam.noReferences') : view.references.map((item) => <Link key={item.id} className="org-link" to={`/references/${item.id}`}>{title(item.title)}</Link>)}</dd></div>
        <div><dt>{t('list.unit')}</dt><dd>{title(view.orgUnit.title)}</dd></div>
      </dl>
      <Candidates view={view} />
      {view.state !== 'cancelled' && view.counts.in_progress === 0 && view.counts.submitted === 0 && !view.editionId && <p className="org-acts-row start"><Button kind="danger" icon="ban" onClick={() => setAct('cancel')}>{t('exam.cancel')}</Button></p>}
      {act === 'extend' && <ExtendDialog view={view} onClose={close} />}
      {act === 'prepare' && <PrepareDialog view={view} onClose={close} />}
      {act === 'release' && <ReleaseDialog view={view} onClose={close} />}
      {act === 'cancel' && <CancelDialog view={view} onClose={close} />}
      <AddCandidatesSheet view={view} open={act === 'add'} onClose={close} />
    </div>
  );
}

function Candidates({ view }: { view: ExamView }) {
  const { t } = useWords();
  const state = useListState({ sort: 'admissionNumber' });
  const stage = state.get('state');
  const pages = usePages<CandidateListItem>(`/exams/${view.id}/candidates`, { q: state.q || undefined, state: stage, sort: state.sort }, { limit: 100 });
  const shown = filters.filter((name) => view.counts[name] > 0 || name === 'not_started' || name === 'in_progress' || name === 'submitted');
  return (
    <section>
      <div className="sum" role="group" aria-label={t('exam.filterByState')}>
        <button type="button" className={stage ? '' : 'sel'} aria-pressed={!stage} onClick={() => state.set({ state: null })}><b>{view.candidates}</b><span><Icon name="users" />{t('exam.expected')}</span></button>
        {shown.map((name) => {
          const [tone, icon] = attemptLooks[name];
          return <button key={name} type="button" className={`${tone} ${stage === name ? 'sel' : ''}`} aria-pressed={stage === name} onClick={() => state.set({ state: stage === name ? null : name })}><b>{view.counts[name]}</b><span><Icon name={icon} />{t(`attempt.state.${name}`)}</span></button>;
        })}
      </div>
      <SectionHead title={t('exam.candidatesTitle')} note={t('exam.candidatesNote')} />
      <ListTools state={state} label={t('exam.searchCandidates')} sorts={[{ value: 'admissionNumber', label: t('exam.admission') }, { value: 'name', label: t('people.name') }]} />
      <PagedTable pages={pages} columns={useCandidateColumns(view)} rowKey={({ id }) => id} caption={t('exam.candidatesTitle')} sort={state.sort} onSort={(sort) => state.set({ sort })}
        filtered={Boolean(state.q || stage)} onClear={() => state.set({ q: null, state: null })} empty={<Empty title={t('exam.noCandidates')} who={view.editionId ? t('exam.noCandidatesContest') : t('exam.noCandidatesWho')} />} />
    </section>
  );
}

function useCandidateColumns(view: ExamView): Column<CandidateListItem>[] {
  const { t, title, clock, when } = useWords();
  return [
    { key: 'admission', title: t('exam.admission'), sort: 'admissionNumber', className: 'nw num', cell: ({ admissionNumber }) => admissionNumber },
    { key: 'name', title: t('people.name'), sort: 'name', lead: true, cell: ({ person }) => <b>{person.name}</b> },
    { key: 'unit', title: t('list.unit'), cell: ({ unit }) => title(unit.title) },
    { key: 'state', title: t('list.state'), cell: ({ state }) => <AttemptChip state={state} /> },
    { key: 'progress', title: t('exam.progress'), className: 'nw', cell: ({ answered }) => <span className="org-mini"><span>{answered} / {view.paper.questions}</span><i aria-hidden="true"><i style={{ width: `${(answered / Math.max(1, view.paper.questions)) * 100}%` }} /></i></span> },
    { key: 'started', title: t('exam.startedAt'), align: 'r', className: 'nw org-mid', cell: ({ startedAt }) => clockOrDay(startedAt, view.opensAt, clock, when) },
    { key: 'saved', title: t('exam.lastSaved'), align: 'r', className: 'nw', cell: ({ lastSavedAt, submittedAt }) => clockOrDay(lastSavedAt ?? submittedAt, view.opensAt, clock, when) },
    { key: 'mark', title: t('exam.mark'), align: 'r', className: 'b', cell: ({ totalMark }) => totalMark ?? '—' },
  ];
}

/** The time of the day on the exam's own day, else with the date. */
function clockOrDay(at: string | null, opensAt: string, clock: (at: string) => string, when: (at: string) => string): string {
  if (!at) return '—';
  return new Date(at).toDateString() === new Date(opensAt).toDateString() ? clock(at) : when(at);
}
