import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button, Chip } from '../../look/parts.js';
import { hasRole, useSession } from '../../shell/session.js';
import { ActDialog } from '../parts/act-dialog.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { useWords } from '../parts/words.js';
import { UnitTree } from './unit-tree.js';

/** The tree of units on the left, their people on the right. */
export function PeopleTab() {
  const { t, title } = useWords();
  const state = useListState({ sort: 'name' });
  const unit = state.get('unit');
  const mayDisable = hasRole(useSession(), 'system_admin');
  const [asked, setAsked] = useState<PersonView | null>(null);
  const pages = usePages<PersonView>('/people', { q: state.q || undefined, sort: state.sort, orgUnitId: unit });
  const columns: Column<PersonView>[] = [
    { key: 'name', title: t('people.name'), sort: 'name', lead: true, cell: ({ name }) => <b>{name}</b> },
    { key: 'number', title: t('people.staffNumber'), sort: 'staffNumber', className: 'nw num', cell: ({ staffNumber }) => staffNumber ?? '—' },
    { key: 'unit', title: t('people.unit'), cell: (person) => [person.unit, person.department].filter(Boolean).map((place) => title(place?.title)).join(' · ') || t('people.guest') },
    { key: 'state', title: t('people.state'), className: 'nw', cell: (person) => t(`people.states.${person.state}`) },
    { key: 'account', title: t('people.account'), cell: ({ account }) => <AccountChip account={account} /> },
    ...(!mayDisable ? [] : [{ key: 'act', title: t('people.act'), align: 'r' as const, cell: (person: PersonView) => person.account && <Button size="sm" kind="quiet" onClick={() => setAsked(person)} aria-label={t(person.account.disabled ? 'people.enableOf' : 'people.disableOf', { name: person.name })}>{t(person.account.disabled ? 'people.enable' : 'people.disable')}</Button> } satisfies Column<PersonView>]),
  ];
  return (
    <div className="org-tree-cols">
      <UnitTree selected={unit ?? null} onSelect={(id) => state.set({ unit: id })} />
      <div>
        <ListTools state={state} label={t('people.search')} sorts={[{ value: 'name', label: t('people.name') }, { value: 'staffNumber', label: t('people.staffNumber') }]} />
        <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('people.title')} sort={state.sort} onSort={(sort) => state.set({ sort })} rowClass={({ account }) => (account?.disabled ? 'off' : '')}
          filtered={Boolean(state.q || unit)} onClear={() => state.set({ q: null, unit: null })} empty={<Empty title={t('people.none')} who={t('people.noneWho')} />} />
      </div>
      {asked?.account && <AccountDialog person={asked} account={asked.account} onClose={() => setAsked(null)} />}
    </div>
  );
}

function AccountChip({ account }: { account: PersonView['account'] }) {
  const { t } = useWords();
  if (!account) return <span className="mute">{t('people.noAccount')}</span>;
  return account.disabled ? <Chip tone="warn" icon="ban">{t('people.disabled')}</Chip> : <Chip tone="ok" icon="check">{account.username}</Chip>;
}

function AccountDialog({ person, account, onClose }: { person: PersonView; account: NonNullable<PersonView['account']>; onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const verb = account.disabled ? 'enable' : 'disable';
  const refresh = (): void => { void cache.invalidateQueries({ queryKey: ['/people'] }); onClose(); };
  const act = useMutation({ mutationFn: () => api.post<PersonView>(`/accounts/${account.id}/${verb}`, undefined, { ifMatch: account.version }), onSuccess: refresh });
  return (
    <ActDialog title={t(`people.${verb}Title`, { name: person.name })} act={t(`people.${verb}Act`)} destructive={verb === 'disable'} onAct={() => act.mutate()} onClose={onClose} busy={act.isPending} error={act.error} onReload={refresh}>
      <p>{t(`people.${verb}Text`, { username: account.username })}</p>
    </ActDialog>
  );
}
