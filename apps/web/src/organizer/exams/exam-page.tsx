import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText, type ExamView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button, Note } from '../../look/parts.js';
import { useListState } from '../parts/list-state.js';
import { useFreshRoom } from '../parts/fresh-room.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { ExamChip } from '../parts/states.js';
import { durationText, useWords } from '../parts/words.js';
import { AddCandidatesSheet } from './add-candidates.js';
import { CandidatesTab } from './candidates-tab.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { ExtendDialog } from './extend-dialog.js';
import { PrepareDialog, ReleaseDialog, CancelDialog } from './exam-acts.js';
import { MarksTab } from './marks-tab.js';
import { RoomsTab } from './rooms-tab.js';
import { RulesTab } from './rules-tab.js';

type Act = 'extend' | 'add' | 'prepare' | 'release' | 'cancel';

/** One exam as it goes: counts that filter, and every candidate. */
export function ExamPage() {
  const words = useWords();
  const { t, title, when, en, clock } = words;
  const s = useSetUpWords();
  const { t: m } = useTranslation('marks');
  const { id = '' } = useParams();
  const state = useListState();
  const tab = state.get('tab') ?? 'candidates';
  const cache = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  const found = useQuery({ queryKey: ['/exams', 'one', id], queryFn: () => api.get<ExamView>(`/exams/${id}`), refetchInterval: ({ state }) => (state.data?.state === 'preparing' ? 2000 : 15_000) });
  const view = found.data;
  const live = useFreshRoom(`exam:${id}`, [['/exams', 'one', id], [`/exams/${id}/candidates`], [`/exams/${id}/sittings`]]);
  const close = (): void => { setAct(null); void cache.invalidateQueries({ queryKey: ['/exams'] }); void cache.invalidateQueries({ queryKey: [`/exams/${id}/candidates`] }); void cache.invalidateQueries({ queryKey: [`/exams/${id}/sittings`] }); };
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
      <Tabs activeKey={tab} destroyOnHidden onChange={(key) => state.set({ tab: key === 'candidates' ? null : key, q: null, state: null, sort: null, sitting: null, room: null })} items={[
        { key: 'candidates', label: s('tab.candidates'), children: <CandidatesTab view={view} onChanged={close} /> },
        { key: 'rooms', label: s('tab.rooms'), children: <RoomsTab view={view} /> },
        { key: 'rules', label: s('tab.rules'), children: <RulesTab view={view} /> },
        { key: 'marks', label: m('tab'), children: <MarksTab examId={id} /> },
      ]} />
      {view.state !== 'cancelled' && view.counts.in_progress === 0 && view.counts.submitted === 0 && !view.editionId && <p className="org-acts-row start"><Button kind="danger" icon="ban" onClick={() => setAct('cancel')}>{t('exam.cancel')}</Button></p>}
      {act === 'extend' && <ExtendDialog view={view} onClose={close} />}
      {act === 'prepare' && <PrepareDialog view={view} onClose={close} />}
      {act === 'release' && <ReleaseDialog view={view} onClose={close} />}
      {act === 'cancel' && <CancelDialog view={view} onClose={close} />}
      <AddCandidatesSheet view={view} open={act === 'add'} onClose={close} />
    </div>
  );
}
