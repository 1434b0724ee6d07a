import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import type { RoomView, SittingView, WriteRoom } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { Field, TitleFields } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { fieldError, ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { toRanges } from './rules-draft.js';

/** Adds a room to a sitting, or changes one. */
export function RoomSheet({ examId, sitting, room, onClose }: { examId: string; sitting: SittingView; room: RoomView | null; onClose: () => void }) {
  const s = useSetUpWords();
  const { t, title, en } = useWords();
  const locale = en ? 'en' : 'zh-CN';
  const intent = useIntent();
  const [name, setName] = useState(room?.title ?? { zh: s('room.nth', { n: sitting.rooms.length + 1, lng: 'zh-CN' }), en: s('room.nth', { n: sitting.rooms.length + 1, lng: 'en' }) });
  const [place, setPlace] = useState(room?.place ?? '');
  const [capacity, setCapacity] = useState(room?.capacity ?? 30);
  const [rows, setRows] = useState<number | null>(room ? room.rows : 5);
  const [columns, setColumns] = useState<number | null>(room ? room.columns : 6);
  const [ranges, setRanges] = useState(room?.addressRanges.join('\n') ?? '');
  const save = useMutation({
    mutationFn: () => {
      const body: WriteRoom = { sittingId: sitting.id, title: name, place: place.trim() || null, capacity, rows, columns, addressRanges: toRanges(ranges) };
      return room ? api.put<RoomView>(`/exams/${examId}/rooms/${room.id}`, body, { ifMatch: room.version }) : api.post<RoomView>(`/exams/${examId}/rooms`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: () => { intent.done(); onClose(); },
  });
  const remove = useMutation({ mutationFn: () => api.delete(`/exams/${examId}/rooms/${room?.id ?? ''}`, { ifMatch: room?.version }), onSuccess: onClose });
  const number = (label: string, value: number | null, set: (next: number | null) => void, path: string, max: number) => <Field label={label} error={fieldError(save.error, path, locale)}>{({ id, status }) => <InputNumber id={id} status={status} className="org-wide" min={1} max={max} precision={0} value={value} onChange={set} />}</Field>;
  return (
    <SideSheet form title={room ? s('room.change') : s('room.addTo', { title: title(sitting.title) })} onClose={onClose}
      footer={<>{room && room.candidates === 0 && <Button kind="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>{s('room.remove')}</Button>}<span className="sp" /><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={!name.zh.trim() || save.isPending} onClick={() => save.mutate()}>{save.isPending ? t('act.working') : room ? s('room.save') : s('room.add')}</Button></>}>
      <ProblemNote error={save.error ?? remove.error} shown={['title', 'place', 'capacity', 'rows', 'addressRanges']} onReload={onClose} />
      <TitleFields label={s('room.name')} value={name} onChange={setName} error={fieldError(save.error, 'title', locale)} />
      <Field label={s('room.place')} hint={s('room.placeHint')}>{({ status, ...control }) => <Input {...control} status={status} maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />}</Field>
      <div className="org-three">
        {number(s('room.capacity'), capacity, (next) => setCapacity(next ?? 1), 'capacity', 2000)}
        {number(s('room.rows'), rows, setRows, 'rows', 100)}
        {number(s('room.columns'), columns, setColumns, 'columns', 100)}
      </div>
      <p className="hint">{s('room.gridHint')}</p>
      <Field label={s('room.ranges')} hint={s('room.rangesHint')} error={fieldError(save.error, 'addressRanges', locale)}>{({ status, ...control }) => <Input.TextArea {...control} status={status} rows={2} value={ranges} onChange={(event) => setRanges(event.target.value)} />}</Field>
    </SideSheet>
  );
}
