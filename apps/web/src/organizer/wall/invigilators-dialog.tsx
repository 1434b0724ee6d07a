import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { InvigilatorsView, WriteInvigilators } from '#lib/contracts';
import { api } from '../../api/client.js';
import { useTitle } from '../../i18n/texts.js';
import { Button } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { PersonSelect } from '../parts/person-select.js';
import { ProblemNote } from '../parts/problem.js';

type Named = InvigilatorsView['exam'][number];

/** Who invigilates the exam, and who each of its rooms. */
export function InvigilatorsDialog({ examId, onClose }: { examId: string; onClose: () => void }) {
  const { t } = useTranslation('wall');
  const found = useQuery({ queryKey: ['/exams', 'invigilators', examId], queryFn: () => api.get<InvigilatorsView>(`/exams/${examId}/invigilators`), staleTime: 0, gcTime: 0 });
  if (!found.data) return <ActDialog title={t('staff.title')} act={t('staff.do')} onAct={() => undefined} onClose={onClose} disabled><ProblemNote error={found.error} /><p role="status">{t('reading')}</p></ActDialog>;
  return <Draft key={found.dataUpdatedAt} examId={examId} view={found.data} onClose={onClose} />;
}

function Draft({ examId, view, onClose }: { examId: string; view: InvigilatorsView; onClose: () => void }) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  const [draft, setDraft] = useState(view);
  const write = useMutation({ mutationFn: () => api.put<InvigilatorsView>(`/exams/${examId}/invigilators`, toCommand(draft)), onSuccess: onClose });
  return (
    <ActDialog title={t('staff.title')} act={t('staff.do')} wide onAct={() => write.mutate()} onClose={onClose} busy={write.isPending} error={write.error}>
      <p className="hint">{t('staff.hint')}</p>
      <Place label={t('staff.exam')} people={draft.exam} onChange={(exam) => setDraft({ ...draft, exam })} />
      {draft.rooms.map((room) => (
        <Place key={room.roomId} label={title(room.title)} people={room.people} onChange={(people) => setDraft({ ...draft, rooms: draft.rooms.map((one) => (one.roomId === room.roomId ? { ...one, people } : one)) })} />
      ))}
    </ActDialog>
  );
}

function Place({ label, people, onChange }: { label: string; people: readonly Named[]; onChange: (people: Named[]) => void }) {
  const { t } = useTranslation('wall');
  return (
    <fieldset className="wall-place">
      <legend className="lab">{label}</legend>
      <ul>
        {people.map((one) => (
          <li key={one.personId}><b>{one.name}</b>
            <select className="inp" aria-label={t('staff.role', { name: one.name })} value={one.role} onChange={(event) => onChange(people.map((other) => (other === one ? { ...one, role: event.target.value as Named['role'] } : other)))}>
              <option value="invigilator">{t('staff.invigilator')}</option><option value="chief_invigilator">{t('staff.chief_invigilator')}</option>
            </select>
            <Button kind="quiet" size="sm" icon="x" onClick={() => onChange(people.filter((other) => other !== one))}>{t('staff.remove')}</Button></li>
        ))}
      </ul>
      <PersonSelect value={null} label={t('staff.add', { place: label })} disabledIds={new Set(people.map(({ personId }) => personId))}
        onChange={(person) => { if (person) onChange([...people, { personId: person.id, name: person.name, role: 'invigilator' }]); }} />
    </fieldset>
  );
}

function toCommand({ exam, rooms }: InvigilatorsView): WriteInvigilators {
  const plain = (people: readonly Named[]): { personId: string; role: Named['role'] }[] => people.map(({ personId, role }) => ({ personId, role }));
  return { exam: plain(exam), rooms: rooms.map(({ roomId, people }) => ({ roomId, people: plain(people) })) };
}
