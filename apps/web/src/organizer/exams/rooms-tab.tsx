import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ExamView, RoomView, SittingView, WriteSitting } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { Table, type Column } from '../parts/data-table.js';
import { Field, TitleFields } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { fieldError, ProblemNote } from '../parts/problem.js';
import { SectionHead } from '../parts/page-head.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { RoomPasswordDialog } from './room-password.js';
import { RoomSheet } from './room-sheet.js';
import { SeatingSheet } from './seating-sheet.js';

type Open = { kind: 'room'; sitting: SittingView; room: RoomView | null } | { kind: 'password'; sitting: SittingView; room: RoomView } | { kind: 'seats'; sitting: SittingView } | { kind: 'sitting'; sitting: SittingView | null };

export function useSittings(examId: string, enabled = true) {
  return useQuery({ queryKey: [`/exams/${examId}/sittings`], enabled, queryFn: () => api.get<SittingView[]>(`/exams/${examId}/sittings`) });
}

/** The time slots of an exam with their rooms: who sits where, the passwords, the prints. */
export function RoomsTab({ view }: { view: ExamView }) {
  const s = useSetUpWords();
  const words = useWords();
  const { title, when } = words;
  const cache = useQueryClient();
  const sittings = useSittings(view.id);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => {
    setOpen(null);
    void cache.invalidateQueries({ queryKey: [`/exams/${view.id}/sittings`] });
    void cache.invalidateQueries({ queryKey: [`/exams/${view.id}/candidates`] });
    void cache.invalidateQueries({ queryKey: ['/exams'] });
  };
  const mayChange = view.state !== 'cancelled';
  if (sittings.error) return <ProblemNote error={sittings.error} />;
  if (!sittings.data) return <p className="org-reading" role="status">{words.t('list.reading')}</p>;
  return (
    <>
      {sittings.data.map((sitting) => (
        <section key={sitting.id} className="org-sitting">
          <SectionHead title={title(sitting.title)} note={`${s('sitting.window', { from: when(sitting.opensAt), late: when(sitting.lateUntil) })} · ${s('sitting.count', { n: sitting.candidates })}`}>
            {mayChange && <>
              <Button size="sm" icon="edit" onClick={() => setOpen({ kind: 'sitting', sitting })}>{s('sitting.change')}</Button>
              <Button size="sm" icon="plus" onClick={() => setOpen({ kind: 'room', sitting, room: null })}>{s('room.add')}</Button>
              {sitting.rooms.length > 0 && sitting.candidates > 0 && <Button size="sm" kind="pri" icon="grid" onClick={() => setOpen({ kind: 'seats', sitting })}>{s('seats.act')}</Button>}
            </>}
          </SectionHead>
          {sitting.withoutRoom > 0 && sitting.rooms.length > 0 && <p className="org-lack"><Icon name="warn" small />{s('sitting.withoutRoom', { n: sitting.withoutRoom })}</p>}
          {sitting.rooms.length === 0 ? <p className="org-reading">{s('sitting.none')}</p>
            : <Table columns={roomColumns(view, sitting, mayChange, setOpen, s, words)} rows={sitting.rooms} rowKey={({ id }) => id} caption={title(sitting.title)} />}
        </section>
      ))}
      {mayChange && <p className="org-acts-row start"><Button icon="plus" onClick={() => setOpen({ kind: 'sitting', sitting: null })}>{s('sitting.add')}</Button></p>}
      {open?.kind === 'room' && <RoomSheet examId={view.id} sitting={open.sitting} room={open.room} onClose={close} />}
      {open?.kind === 'password' && <RoomPasswordDialog view={view} sitting={open.sitting} room={open.room} onClose={close} />}
      {open?.kind === 'seats' && <SeatingSheet examId={view.id} sitting={open.sitting} onClose={close} />}
      {open?.kind === 'sitting' && <SittingSheet view={view} sitting={open.sitting} count={sittings.data.length} onClose={close} />}
    </>
  );
}

function roomColumns(view: ExamView, sitting: SittingView, mayChange: boolean, setOpen: (open: Open) => void, s: ReturnType<typeof useSetUpWords>, { title, when }: ReturnType<typeof useWords>): Column<RoomView>[] {
  return [
    { key: 'title', title: s('room.title'), lead: true, cell: (room) => <><b>{title(room.title)}</b>{room.place && <span className="mute t13"> {room.place}</span>}</> },
    { key: 'capacity', title: s('room.capacity'), align: 'r', className: 'nw', cell: ({ capacity, rows, columns }) => `${capacity}${rows ? ` (${rows} × ${columns})` : ''}` },
    { key: 'seated', title: s('sitting.people'), className: 'nw', cell: ({ seated, candidates }) => s('room.seated', { seated, candidates }) },
    { key: 'password', title: s('room.password'), className: 'nw', cell: ({ passwordSetAt }) => (passwordSetAt ? s('room.passwordSet', { at: when(passwordSetAt) }) : s('room.passwordNone')) },
    { key: 'acts', title: '', align: 'r', className: 'nw org-row-acts', cell: (room) => <>
      <Link className="btn sm quiet" to={`/exams/${view.id}/rooms/${room.id}/print`}>{s('room.plan')}</Link>
      {mayChange && <Button size="sm" kind="quiet" onClick={() => setOpen({ kind: 'password', sitting, room })}>{s('room.newPassword')}</Button>}
      {mayChange && <Button size="sm" kind="quiet" onClick={() => setOpen({ kind: 'room', sitting, room })}>{s('room.change')}</Button>}
    </> },
  ];
}

function SittingSheet({ view, sitting, count, onClose }: { view: ExamView; sitting: SittingView | null; count: number; onClose: () => void }) {
  const s = useSetUpWords();
  const { t, title, en } = useWords();
  const locale = en ? 'en' : 'zh-CN';
  const intent = useIntent();
  const [name, setName] = useState(sitting?.title ?? { zh: s('sitting.nth', { n: count + 1, lng: 'zh-CN' }), en: s('sitting.nth', { n: count + 1, lng: 'en' }) });
  const [opensAt, setOpens] = useState(dayjs(sitting?.opensAt ?? view.lateUntil));
  const [lateUntil, setLate] = useState(dayjs(sitting?.lateUntil ?? dayjs(view.lateUntil).add(30, 'minute')));
  const body: WriteSitting = { title: name, opensAt: opensAt.toISOString(), lateUntil: lateUntil.toISOString() };
  const save = useMutation({
    mutationFn: () => (sitting ? api.put<SittingView>(`/exams/${view.id}/sittings/${sitting.id}`, body, { ifMatch: sitting.version }) : api.post<SittingView>(`/exams/${view.id}/sittings`, body, { idempotencyKey: intent.keyFor(body) })),
    onSuccess: () => { intent.done(); onClose(); },
  });
  const remove = useMutation({ mutationFn: () => api.delete(`/exams/${view.id}/sittings/${sitting?.id ?? ''}`, { ifMatch: sitting?.version }), onSuccess: onClose });
  const time = (label: string, value: dayjs.Dayjs, set: (next: dayjs.Dayjs) => void, path: string) => <Field label={label} error={fieldError(save.error, path, locale)}>{({ id, status }) => <DatePicker id={id} status={status} className="org-wide" allowClear={false} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" needConfirm={false} value={value} onChange={(next) => { const at = Array.isArray(next) ? next[0] : next; if (at) set(at); }} />}</Field>;
  return (
    <SideSheet form size="small" title={sitting ? s('sitting.change') : s('sitting.add')} onClose={onClose}
      footer={<>{sitting && count > 1 && sitting.candidates === 0 && sitting.rooms.length === 0 && <Button kind="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>{s('sitting.remove', { title: title(sitting.title) })}</Button>}<span className="sp" /><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={!name.zh.trim() || save.isPending} onClick={() => save.mutate()}>{sitting ? s('room.save') : s('sitting.add')}</Button></>}>
      <ProblemNote error={save.error ?? remove.error} shown={['title', 'lateUntil']} onReload={onClose} />
      <TitleFields label={s('sitting.name')} value={name} onChange={setName} />
      {time(t('exam.opensAt'), opensAt, setOpens, 'opensAt')}
      {time(s('sitting.late'), lateUntil, setLate, 'lateUntil')}
    </SideSheet>
  );
}
