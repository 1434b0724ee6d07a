import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { PaperView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { ActDialog } from '../parts/act-dialog.js';
import { Field } from '../parts/field.js';
import { PersonSelect, type PersonChoice } from '../parts/person-select.js';
import { useWords } from '../parts/words.js';

/** Until when the paper is sealed, and who may open it together before. */
export function SealDialog({ view, onClose, onReload }: { view: PaperView; onClose: () => void; onReload: () => void }) {
  const { t } = useTranslation('papers');
  const { title, whenFull } = useWords();
  const cache = useQueryClient();
  const [until, setUntil] = useState<Dayjs | null>(dayjs().add(1, 'day').startOf('hour'));
  const [openers, setOpeners] = useState<PersonChoice[]>([]);
  const seal = useMutation({
    mutationFn: () => api.post<PaperView>(`/papers/${view.id}/seal`, { until: until?.toISOString(), openerIds: openers.map(({ id }) => id) }, { ifMatch: view.version }),
    onSuccess: (next) => { cache.removeQueries({ queryKey: ['/papers', view.id] }); cache.setQueryData(['/papers', 'one', next.id], next); void cache.invalidateQueries({ queryKey: ['/papers'] }); onClose(); },
  });
  return (
    <ActDialog wide irreversible title={t('seal.title', { title: title(view.title) })} act={until ? t('seal.act', { time: whenFull(until.toDate()), n: openers.length }) : t('seal.actShort')} onAct={() => seal.mutate()} onClose={onClose} busy={seal.isPending} disabled={openers.length < 2 || !until} error={seal.error} onReload={onReload}>
      <p>{t('seal.text')}</p>
      <Field label={t('seal.until')} hint={t('seal.untilHint')}>{({ id, status }) => <DatePicker id={id} status={status} className="org-wide" showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={until} minDate={dayjs()} onChange={setUntil} />}</Field>
      <Field label={t('seal.openers')} hint={t('seal.openersHint')}>
        {({ id, status }) => <PersonSelect id={id} status={status} value={null} disabledIds={new Set(openers.map((person) => person.id))} onChange={(person) => { if (person) setOpeners([...openers, person]); }} />}
      </Field>
      {openers.length > 0 && (
        <ul className="org-chosen" aria-label={t('seal.openers')}>
          {openers.map((person) => <li key={person.id}><span>{person.name}</span><button type="button" onClick={() => setOpeners(openers.filter(({ id }) => id !== person.id))} aria-label={t('seal.removeOpener', { name: person.name })}><Icon name="x" small /></button></li>)}
        </ul>
      )}
    </ActDialog>
  );
}
