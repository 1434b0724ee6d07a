import { useState } from 'react';
import type { AttemptState, CandidateListItem, ExamView } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { Filter, ListTools } from '../parts/list-tools.js';
import { SectionHead } from '../parts/page-head.js';
import { attemptLooks, AttemptChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { CandidateActDialog, type CandidateAct } from './candidate-acts.js';
import { CandidateSheet } from './candidate-sheet.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { useSittings } from './rooms-tab.js';

const filters: AttemptState[] = ['not_started', 'in_progress', 'paused', 'submitted', 'marked', 'released', 'absent', 'postponed', 'cancelled'];

/** Counts that filter, every candidate, and what can be done to those who are chosen. */
export function CandidatesTab({ view, onChanged }: { view: ExamView; onChanged: () => void }) {
  const { t, title } = useWords();
  const s = useSetUpWords();
  const state = useListState({ sort: 'admissionNumber' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<CandidateAct | null>(null);
  const [one, setOne] = useState<string | null>(null);
  const sittings = useSittings(view.id).data ?? [];
  const stage = state.get('state');
  const [sittingId, roomId] = [state.get('sitting'), state.get('room')];
  const rooms = sittings.filter(({ id }) => !sittingId || id === sittingId).flatMap((sitting) => sitting.rooms.map((room) => ({ value: room.id, label: sittings.length > 1 ? `${title(sitting.title)} ${title(room.title)}` : title(room.title) })));
  const pages = usePages<CandidateListItem>(`/exams/${view.id}/candidates`, { q: state.q || undefined, state: stage, sort: state.sort, sittingId, roomId }, { limit: 100 });
  const shown = filters.filter((name) => view.counts[name] > 0 || name === 'not_started' || name === 'in_progress' || name === 'submitted');
  const close = (): void => { setAct(null); setOne(null); setChosen(new Set()); onChanged(); };
  const toggle = (rows: CandidateListItem[], on: boolean): void => setChosen((before) => { const next = new Set(before); for (const { id } of rows) if (on) next.add(id); else next.delete(id); return next; });
  const acts: CandidateAct[] = view.state === 'draft' || view.state === 'failed' ? ['remove', 'postponed', 'cancelled', 'restored'] : ['absent', 'postponed', 'cancelled', 'restored', 'make_up'];
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
      <ListTools state={state} label={t('exam.searchCandidates')} sorts={[{ value: 'admissionNumber', label: t('exam.admission') }, { value: 'name', label: t('people.name') }, { value: 'seat', label: s('candidate.seat') }]}>
        {sittings.length > 1 && <Filter label={s('candidate.sitting')} value={sittingId ?? ''} onChange={(next) => state.set({ sitting: next || null, room: null })} options={[{ value: '', label: s('rules.any') }, ...sittings.map((sitting) => ({ value: sitting.id, label: title(sitting.title) }))]} />}
        {rooms.length > 0 && <Filter label={s('candidate.room')} value={roomId ?? ''} onChange={(next) => state.set({ room: next || null })} options={[{ value: '', label: s('rules.any') }, ...rooms]} />}
      </ListTools>
      {chosen.size > 0 && <div className="org-chosen-acts" role="group" aria-label={s('candidate.chosen', { n: chosen.size })}><b>{s('candidate.chosen', { n: chosen.size })}</b>{acts.map((name) => <Button key={name} size="sm" kind={name === 'cancelled' || name === 'remove' ? 'danger' : 'plain'} onClick={() => setAct(name)}>{name === 'remove' ? s('candidate.remove') : s(`candidate.ruling.${name}`)}</Button>)}</div>}
      <PagedTable pages={pages} columns={useCandidateColumns(view, setOne)} rowKey={({ id }) => id} caption={t('exam.candidatesTitle')} sort={state.sort} onSort={(sort) => state.set({ sort })}
        choice={{ chosen, id: ({ id }) => id, name: ({ person }) => person.name, toggle }}
        filtered={Boolean(state.q || stage || sittingId || roomId)} onClear={() => state.set({ q: null, state: null, sitting: null, room: null })} empty={<Empty title={t('exam.noCandidates')} who={view.editionId ? t('exam.noCandidatesContest') : t('exam.noCandidatesWho')} />} />
      {act && <CandidateActDialog view={view} act={act} ids={[...chosen]} onClose={close} />}
      {one && <CandidateSheet view={view} candidateId={one} onClose={close} />}
    </section>
  );
}

function useCandidateColumns(view: ExamView, onOpen: (id: string) => void): Column<CandidateListItem>[] {
  const { t, title, clock, when } = useWords();
  const s = useSetUpWords();
  return [
    { key: 'admission', title: t('exam.admission'), sort: 'admissionNumber', className: 'nw num', cell: ({ admissionNumber }) => admissionNumber },
    { key: 'name', title: t('people.name'), sort: 'name', lead: true, cell: ({ id, person, makeUp, extraSeconds }) => <><button type="button" className="org-link b" onClick={() => onOpen(id)}>{person.name}</button>{makeUp && <span className="mute t13"> {s('candidate.makeUpMark')}</span>}{extraSeconds > 0 && <span className="mute t13"> +{Math.round(extraSeconds / 60)}′</span>}</> },
    { key: 'unit', title: t('list.unit'), sort: 'unit', cell: ({ unit }) => title(unit.title) },
    { key: 'seat', title: s('candidate.room'), sort: 'seat', className: 'nw', cell: ({ room, seat }) => (room ? `${title(room.title)}${seat ? ` · ${s('seats.seat', { n: seat })}` : ''}` : '—') },
    { key: 'state', title: t('list.state'), cell: ({ state, reason }) => <><AttemptChip state={state} />{reason && <span className="mute t13"> {reason}</span>}</> },
    { key: 'progress', title: t('exam.progress'), className: 'nw', cell: ({ answered }) => <span className="org-mini"><span>{answered} / {view.paper.questions}</span><i aria-hidden="true"><i style={{ width: `${(answered / Math.max(1, view.paper.questions)) * 100}%` }} /></i></span> },
    { key: 'saved', title: t('exam.lastSaved'), align: 'r', className: 'nw org-mid', cell: ({ lastSavedAt, submittedAt }) => clockOrDay(lastSavedAt ?? submittedAt, view.opensAt, clock, when) },
    { key: 'mark', title: t('exam.mark'), align: 'r', className: 'b', cell: ({ totalMark }) => totalMark ?? '—' },
  ];
}

/** The time of the day on the exam's own day, else with the date. */
function clockOrDay(at: string | null, opensAt: string, clock: (at: string) => string, when: (at: string) => string): string {
  if (!at) return '—';
  return new Date(at).toDateString() === new Date(opensAt).toDateString() ? clock(at) : when(at);
}
