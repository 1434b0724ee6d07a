import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EntryView, HeatSummary } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { Table, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useIntent } from '../parts/intent.js';
import { PeoplePicker, type Chosen } from '../parts/people-picker.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { EntryChip } from '../parts/states.js';
import { useWords } from '../parts/words.js';
import { isSettled } from './next-acts.js';

/** Who takes part in a heat; people are entered and withdrawn here. */
export function EntriesSheet({ heat, onClose }: { heat: HeatSummary; onClose: () => void }) {
  const { t, title } = useWords();
  const cache = useQueryClient();
  const intent = useIntent();
  const [entering, setEntering] = useState(heat.entries === 0);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [leaving, setLeaving] = useState<EntryView | null>(null);
  const key = ['/heats', heat.id, 'entries'];
  const found = useQuery({ queryKey: key, queryFn: () => api.get<EntryView[]>(`/heats/${heat.id}/entries`) });
  const entries = found.data ?? [];
  const refresh = (): void => { for (const queryKey of [['/heats'], ['/editions']]) void cache.invalidateQueries({ queryKey }); };
  const enter = useMutation({
    mutationFn: () => {
      const body = { personIds: [...chosen.keys()] };
      return api.post<EntryView[]>(`/heats/${heat.id}/entries`, body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: () => { intent.done(); setChosen(new Map()); setEntering(false); refresh(); },
  });
  const withdraw = useMutation({ mutationFn: (entry: EntryView) => api.post<EntryView>(`/entries/${entry.id}/withdraw`), onSuccess: () => { setLeaving(null); refresh(); } });
  const open = !isSettled(heat);
  const columns: Column<EntryView>[] = [
    { key: 'no', title: t('entry.startNumber'), align: 'c', cell: ({ startNumber }) => <b>{startNumber}</b> },
    { key: 'name', title: t('people.name'), lead: true, cell: ({ person }) => <b>{person.name}</b> },
    { key: 'unit', title: t('list.unit'), cell: ({ unit }) => title(unit.title) },
    { key: 'alias', title: t('entry.alias'), cell: ({ alias }) => alias },
    { key: 'state', title: t('list.state'), cell: ({ state }) => <EntryChip state={state} /> },
    { key: 'act', title: t('entry.act'), align: 'r', cell: (entry) => (open && entry.state === 'entered' ? <Button size="sm" kind="quiet" aria-label={t('entry.withdrawOf', { name: entry.person.name })} onClick={() => setLeaving(entry)}>{t('entry.withdraw')}</Button> : null) },
  ];
  const footer = entering
    ? <><Button onClick={() => setEntering(false)}>{t('entry.backToList')}</Button><span className="sp" /><Button kind="pri" disabled={chosen.size === 0 || enter.isPending} onClick={() => enter.mutate()}>{enter.isPending ? t('act.working') : t('entry.enterAct', { n: chosen.size })}</Button></>
    : open && <><span className="sp" /><Button kind="pri" icon="plus" onClick={() => setEntering(true)}>{t('entry.enter')}</Button></>;
  return (
    <SideSheet form size="wide" title={entering ? t('entry.enterTitle', { heat: title(heat.title) }) : t('entry.listTitle', { heat: title(heat.title), n: entries.length })} onClose={onClose} footer={footer || undefined}>
      <ProblemNote error={found.error ?? enter.error} />
      {entering && <PeoplePicker orgUnitId={heat.unit?.id} chosen={chosen} onChange={setChosen} already={new Set(entries.map(({ person }) => person.id))} alreadyWord={t('entry.already')} />}
      {!entering && found.isPending && <p className="org-reading" role="status">{t('list.reading')}</p>}
      {!entering && found.data && entries.length === 0 && <Empty title={t('entry.empty')} who={t('entry.emptyWho')} />}
      {!entering && entries.length > 0 && <Table columns={columns} rows={entries} rowKey={({ id }) => id} caption={t('desk.list')} />}
      {leaving && (
        <ActDialog title={t('entry.withdrawTitle', { name: leaving.person.name })} act={t('entry.withdrawAct', { n: 1 })} destructive irreversible onAct={() => withdraw.mutate(leaving)} onClose={() => setLeaving(null)} busy={withdraw.isPending} error={withdraw.error}>
          <p>{t('entry.withdrawText', { name: leaving.person.name, heat: title(heat.title) })}</p>
        </ActDialog>
      )}
    </SideSheet>
  );
}
