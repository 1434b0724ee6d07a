import './wall-texts.js';
import './wall.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ActKind, ActScope, OpenIncidents, WallCandidate, WallView } from '#lib/contracts';
import { clockTime, hourMinute } from '../../i18n/format.js';
import { useTitle } from '../../i18n/texts.js';
import { Button } from '../../look/parts.js';
import { Empty } from '../parts/empty.js';
import { SectionHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { ActPanel, type Intended } from './act-panel.js';
import { BulkBar } from './bulk-bar.js';
import { InvigilatorsDialog } from './invigilators-dialog.js';
import { CodeDialog, NoteDialog, RulingDialog } from './incident-dialogs.js';
import { useWall, type WallState } from './use-wall.js';
import { type Filter, WallCounts } from './wall-counts.js';
import { WallHead } from './wall-head.js';
import { RoomTable, WallList } from './wall-list.js';
import { WallSeats } from './wall-seats.js';
import { WallSide } from './wall-side.js';
import { countSeats, seatNumbers, seatState, urgentList } from './wall-state.js';
import { WallUrgent } from './wall-urgent.js';

/** Above this many, all rooms are shown as a table first. */
const seatsAtOnce = 120;

/** An exam that is being sat, live: counts that filter, what to deal with first, the seats, and the acts on them. */
export function WallPage() {
  const { t } = useTranslation('wall');
  const { t: common } = useTranslation('common');
  const { id = '' } = useParams();
  const wall = useWall(id);
  useEffect(() => { document.title = `${t('title')} · ${common('brand')}`; }, [t, common]);
  if (wall.view) return <Wall examId={id} wall={wall} view={wall.view} />;
  return <div className="pg org wall">{wall.error ? <ProblemNote error={wall.error} /> : <p className="org-reading" role="status">{t('reading')}</p>}</div>;
}

type Opened = { kind: 'staff' } | { kind: 'ruling'; open: OpenIncidents } | { kind: 'note' | 'code'; candidate: WallCandidate };

function Wall({ examId, wall, view }: { examId: string; wall: WallState; view: WallView }) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  const now = useServerNow(wall);
  const [params, setParams] = useSearchParams();
  const [filter, setFilter] = useState<Filter>('all');
  const [unit, setUnit] = useState('');
  const [list, setList] = useState(() => matchMedia('(max-width: 700px)').matches);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [intended, setIntended] = useState<Intended | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);

  const asked = params.get('room');
  const room = view.rooms.find(({ id }) => id === asked) ?? (view.rooms.length === 1 && view.candidates.every(({ roomId }) => roomId !== null) ? (view.rooms[0] ?? null) : null);
  const silentAfter = view.silentAfterSeconds;
  const own = useMemo(() => view.candidates.filter((one) => (!room || one.roomId === room.id) && (unit === '' || one.unit.id === unit)), [view.candidates, room, unit]);
  const isShown = (one: WallCandidate): boolean => filter === 'all' || seatState(one, now, silentAfter) === filter;
  const shown = own.filter(isShown);
  const urgent = urgentList(own, view.incidents, now, silentAfter);
  const roomName = (roomId: string | null): string => (room ? '' : title(view.rooms.find(({ id }) => id === roomId)?.title));
  const picked = own.filter(({ id }) => selected.has(id));

  const toggle = useCallback((id: string): void => setSelected((before) => {
    const after = new Set(before);
    if (!after.delete(id)) after.add(id);
    return after;
  }), []);
  const openRoom = (roomId: string | null): void => { setParams(roomId ? { room: roomId } : {}, { replace: true }); setSelected(new Set()); };
  const everybody: ActScope = unit !== '' || filter !== 'all' ? { kind: 'candidates', ids: shown.map(({ id }) => id) } : room ? { kind: 'room', id: room.id } : { kind: 'exam' };
  const scope: ActScope = picked.length > 0 ? { kind: 'candidates', ids: picked.map(({ id }) => id) } : everybody;
  const whom = picked.length > 0 ? t('whom.selected', { n: picked.length }) : everybody.kind === 'candidates' ? t('whom.shown', { n: shown.length }) : room ? t('whom.room', { title: title(room.title), n: own.length }) : t('whom.exam', { n: own.length });
  const intend = (act: ActKind, candidateId?: string): void => {
    const one = candidateId === undefined ? undefined : view.candidates.find(({ id }) => id === candidateId);
    setIntended({ act, scope: one ? { kind: 'candidates', ids: [one.id] } : scope, whom: one ? `${one.seat ?? ''} ${one.name}`.trim() : whom });
  };

  const tooMany = !room && view.rooms.length > 1;
  return (
    <div className="pg org wall">
      <WallHead view={view} room={room} candidates={own} now={now} live={wall.live} onAll={view.rooms.length > 1 && room ? () => openRoom(null) : null} onStaff={view.mayCancel ? () => setOpened({ kind: 'staff' }) : null} />
      {wall.error !== null && <ProblemNote error={wall.error} />}
      <WallCounts counts={countSeats(own, now, silentAfter)} total={own.length} filter={filter} minutes={Math.round(silentAfter / 60)} onFilter={setFilter} />
      <div className="wall-cols">
        <div>
          <WallUrgent list={urgent} mayAct={view.mayAct} questions={view.exam.questions} roomName={roomName} onAct={intend} onRule={(open) => setOpened({ kind: 'ruling', open })}
            onNote={(candidateId) => { const candidate = view.candidates.find(({ id }) => id === candidateId); if (candidate) setOpened({ kind: 'note', candidate }); }} />
          {tooMany && <><SectionHead title={t('rooms.title')} note={t('rooms.note', { n: view.rooms.length })} /><RoomTable rooms={view.rooms} candidates={own} now={now} silentAfter={silentAfter} onOpen={openRoom} /></>}
          <SectionHead title={room ? t('seats.all') : t('seats.everybody')} note={t('seats.note')}>
            <UnitFilter candidates={view.candidates} value={unit} onChange={setUnit} />
            <Button kind="quiet" size="sm" icon="grid" aria-pressed={!list} onClick={() => setList(false)}>{t('seats.bySeat')}</Button>
            <Button kind="quiet" size="sm" icon="list" aria-pressed={list} onClick={() => setList(true)}>{t('seats.byState')}</Button>
          </SectionHead>
          {own.length === 0 && <Empty title={t('seats.none')} who={<Link to={`/exams/${examId}`}>{t('seats.noneWho')}</Link>} />}
          {list ? <WallList candidates={shown.slice(0, seatsAtOnce * 5)} now={now} silentAfter={silentAfter} questions={view.exam.questions} selected={selected} roomName={roomName} onToggle={toggle} />
            : tooMany ? <ManyRooms view={view} own={own} filtered={filter !== 'all' || unit !== ''} now={now} selected={selected} isShown={isShown} onToggle={toggle} />
              : <WallSeats candidates={own} room={room} now={now} silentAfter={silentAfter} questions={view.exam.questions} selected={selected} isShown={isShown} onToggle={toggle} />}
        </div>
        <aside className={intended ? 'acting' : ''}>
          {intended && <ActPanel key={`${intended.act}${JSON.stringify(intended.scope)}`} examId={examId} intended={intended} onClose={() => setIntended(null)} onDone={() => { setIntended(null); setSelected(new Set()); wall.reload(); }} />}
          <WallSide acts={view.acts} candidates={view.candidates} mayAct={view.mayAct} onUndo={(act) => setIntended({ act: 'retract', scope: act.scope.kind === 'candidates' ? { kind: 'exam' } : act.scope, undoes: act.id, whom: t('whom.extended', { at: hourMinute(act.at) }) })} />
        </aside>
      </div>
      {view.mayAct && <BulkBar picked={picked} everybody={whom} mayCancel={view.mayCancel} seats={seatNumbers(picked.map(({ seat }) => seat), t('and'))} onClear={() => setSelected(new Set())} onAct={intend}
        onNote={(candidate) => setOpened({ kind: 'note', candidate })} onCode={(candidate) => setOpened({ kind: 'code', candidate })} />}
      {opened?.kind === 'staff' && <InvigilatorsDialog examId={examId} onClose={() => { setOpened(null); wall.reload(); }} />}
      {opened?.kind === 'ruling' && <RulingDialog examId={examId} open={opened.open} candidate={view.candidates.find(({ id }) => id === opened.open.candidateId)} onClose={() => { setOpened(null); wall.reload(); }} />}
      {opened?.kind === 'note' && <NoteDialog examId={examId} candidate={opened.candidate} onClose={() => { setOpened(null); wall.reload(); }} />}
      {opened?.kind === 'code' && <CodeDialog examId={examId} candidate={opened.candidate} onClose={() => setOpened(null)} />}
      <p className="vh" role="status">{t('updated', { at: clockTime(now) }).slice(0, -3)}</p>
    </div>
  );
}

/** The seats of every room below each other; with very many people only those that a filter leaves. */
function ManyRooms({ view, own, filtered, now, selected, isShown, onToggle }: {
  view: WallView; own: readonly WallCandidate[]; filtered: boolean; now: number; selected: ReadonlySet<string>; isShown: (one: WallCandidate) => boolean; onToggle: (id: string) => void;
}) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  if (own.length > seatsAtOnce && !filtered) return <p className="t14 mute">{t('rooms.choose')}</p>;
  const places = [...view.rooms.map((one) => ({ one, people: own.filter(({ roomId }) => roomId === one.id) })), { one: null, people: own.filter(({ roomId }) => roomId === null) }];
  return places.filter(({ people }) => people.some(isShown)).map(({ one, people }) => (
    <section key={one?.id ?? 'none'}>
      <h3 className="org-h3">{one ? title(one.title) : t('rooms.without')}</h3>
      <WallSeats candidates={filtered ? people.filter(isShown) : people} room={filtered ? null : one} now={now} silentAfter={view.silentAfterSeconds} questions={view.exam.questions} selected={selected} isShown={isShown} onToggle={onToggle} />
    </section>
  ));
}

function UnitFilter({ candidates, value, onChange }: { candidates: readonly WallCandidate[]; value: string; onChange: (unitId: string) => void }) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  const units = useMemo(() => [...new Map(candidates.map(({ unit }) => [unit.id, unit])).values()].sort((a, b) => (a.code < b.code ? -1 : 1)), [candidates]);
  if (units.length < 2) return null;
  return (
    <label className="wall-unit"><span className="vh">{t('seats.unit')}</span>
      <select className="inp" value={value} onChange={(event) => onChange(event.target.value)}><option value="">{t('seats.allUnits')}</option>{units.map((one) => <option key={one.id} value={one.id}>{title(one.title)}</option>)}</select>
    </label>
  );
}

/** The server's time, each second; the device's own decides nothing. */
function useServerNow({ clock, view }: WallState): number {
  const [now, setNow] = useState(() => clock.now() ?? Date.parse(view?.now ?? ''));
  useEffect(() => {
    const timer = setInterval(() => setNow((before) => clock.now() ?? before), 1_000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
