import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GrantRole, GrantView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { useSession } from '../../shell/session.js';
import { ActDialog } from '../parts/act-dialog.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { Field } from '../parts/field.js';
import { useIntent } from '../parts/intent.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { PersonSelect, type PersonChoice } from '../parts/person-select.js';
import { ProblemNote } from '../parts/problem.js';
import { useUnits } from '../parts/reads.js';
import { SideSheet } from '../parts/side-sheet.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { rolesToGive } from './roles-to-give.js';

/** Roles at units, each valid for everything below. */
export function GrantsTab() {
  const { t, title, day } = useWords();
  const cache = useQueryClient();
  const state = useListState();
  const session = useSession();
  const roles = rolesToGive(session);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<GrantView | null>(null);
  const pages = usePages<GrantView>('/grants', { q: state.q || undefined });
  const refresh = (): void => { void cache.invalidateQueries({ queryKey: ['/grants'] }); };
  const remove = useMutation({ mutationFn: (grant: GrantView) => api.delete(`/grants/${grant.id}`), onSuccess: () => { setLeaving(null); refresh(); } });
  const columns: Column<GrantView>[] = [
    { key: 'person', title: t('people.name'), lead: true, cell: ({ person }) => <b>{person.name}</b> },
    { key: 'role', title: t('grant.role'), cell: ({ role }) => t(`role.${role}`) },
    { key: 'unit', title: t('grant.scope'), cell: ({ orgUnit }) => title(orgUnit.title) },
    { key: 'from', title: t('grant.from'), className: 'nw', cell: ({ validFrom }) => day(validFrom) },
    { key: 'to', title: t('grant.to'), className: 'nw', cell: ({ validTo }) => (validTo ? day(validTo) : t('wizard.planOpen')) },
    { key: 'act', title: t('people.act'), align: 'r', cell: (grant) => roles.includes(grant.role) && grant.person.id !== session.person.id && <Button size="sm" kind="quiet" onClick={() => setLeaving(grant)} aria-label={t('grant.removeOf', { name: grant.person.name, role: t(`role.${grant.role}`) })}>{t('grant.remove')}</Button> },
  ];
  const add = <Button kind="pri" icon="plus" onClick={() => setAdding(true)}>{t('grant.add')}</Button>;
  return (
    <>
      <ListTools state={state} label={t('grant.search')}><span className="sp" />{add}</ListTools>
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('peoplePage.tab.grants')} filtered={state.q !== ''} onClear={() => state.set({ q: null })} empty={<Empty title={t('grant.empty')} who={t('grant.emptyWho')} />} />
      {adding && <GrantSheet roles={roles} onClose={() => setAdding(false)} onDone={() => { setAdding(false); refresh(); }} />}
      {leaving && (
        <ActDialog title={t('grant.removeTitle', { name: leaving.person.name })} act={t('grant.removeAct')} destructive onAct={() => remove.mutate(leaving)} onClose={() => setLeaving(null)} busy={remove.isPending} error={remove.error}>
          <p>{t('grant.removeText', { role: t(`role.${leaving.role}`), unit: title(leaving.orgUnit.title) })}</p>
        </ActDialog>
      )}
    </>
  );
}

function GrantSheet({ roles, onClose, onDone }: { roles: readonly GrantRole[]; onClose: () => void; onDone: () => void }) {
  const { t, title } = useWords();
  const intent = useIntent();
  const units = useUnits().data ?? [];
  const [person, setPerson] = useState<PersonChoice | null>(null);
  const [role, setRole] = useState<GrantRole>(roles[0] ?? 'organizer');
  const [unit, setUnit] = useState('');
  const give = useMutation({
    mutationFn: () => {
      const body = { personId: person?.id ?? '', role, orgUnitId: unit };
      return api.post<GrantView>('/grants', body, { idempotencyKey: intent.keyFor(body) });
    },
    onSuccess: onDone,
  });
  const place = units.find(({ id }) => id === unit);
  return (
    <SideSheet form size="small" title={t('grant.add')} onClose={onClose} footer={<><Button onClick={onClose}>{t('act.back')}</Button><Button kind="pri" disabled={!person || !unit || give.isPending} onClick={() => give.mutate()}>{give.isPending ? t('act.working') : t('grant.addAct')}</Button></>}>
      <Field label={t('people.name')}>{({ id }) => <PersonSelect id={id} value={person} onChange={setPerson} />}</Field>
      <Field label={t('grant.role')} hint={t(`roleHint.${role}`)}>{({ id }) => <select id={id} className="inp" value={role} onChange={(event) => setRole(event.target.value as GrantRole)}>{roles.map((value) => <option key={value} value={value}>{t(`role.${value}`)}</option>)}</select>}</Field>
      <Field label={t('grant.scope')} hint={t('grant.scopeHint')}>{({ id }) => <UnitSelect id={id} value={unit} onChange={setUnit} options={units.map((item) => ({ value: item.id, label: title(item.title) }))} />}</Field>
      {person && place && <p className="org-say">{t('grant.say', { name: person.name, unit: title(place.title), role: t(`role.${role}`) })}</p>}
      <ProblemNote error={give.error} />
    </SideSheet>
  );
}
