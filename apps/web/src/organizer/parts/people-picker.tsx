import { useState } from 'react';
import type { PersonView } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from './data-table.js';
import { SearchBox } from './list-tools.js';
import { useWords } from './words.js';

export type Chosen = ReadonlyMap<string, PersonView>;

/** Search among the people in scope and tick many; those of `already` are shown, but not to be ticked again. */
export function PeoplePicker({ orgUnitId, chosen, onChange, already, alreadyWord }: {
  orgUnitId?: string | undefined; chosen: Chosen; onChange: (chosen: Chosen) => void; already: ReadonlySet<string>; alreadyWord: string;
}) {
  const { t, title } = useWords();
  const [q, setQ] = useState('');
  const pages = usePages<PersonView>('/people', { q: q || undefined, orgUnitId, sort: 'name' }, { limit: 100 });
  const toggle = (rows: PersonView[], on: boolean): void => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (on) next.set(row.id, row);
      else next.delete(row.id);
    }
    onChange(next);
  };
  const columns: Column<PersonView>[] = [
    { key: 'name', title: t('people.name'), lead: true, cell: ({ id, name }) => <><b>{name}</b>{already.has(id) && <span className="mute t13"> {alreadyWord}</span>}</> },
    { key: 'number', title: t('people.staffNumber'), cell: ({ staffNumber }) => <span className="num">{staffNumber ?? '—'}</span> },
    { key: 'unit', title: t('people.unit'), cell: ({ unit, department }) => [unit, department].filter(Boolean).map((place) => title(place?.title)).join(' · ') || t('people.guest') },
  ];
  return (
    <div className="org-picker">
      <SearchBox label={t('people.search')} value={q} onChange={setQ} />
      {chosen.size > 0 && (
        <ul className="org-chosen" aria-label={t('people.chosen', { n: chosen.size })}>
          {[...chosen.values()].map((person) => (
            <li key={person.id}><span>{person.name}</span><button type="button" onClick={() => toggle([person], false)} aria-label={t('people.unchoose', { name: person.name })}><Icon name="x" small /></button></li>
          ))}
          <li className="all"><Button kind="quiet" size="sm" onClick={() => onChange(new Map())}>{t('people.unchooseAll')}</Button></li>
        </ul>
      )}
      <PagedTable
        pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('people.title')} filtered={q !== ''} onClear={() => setQ('')}
        empty={<p className="org-reading">{t('people.none')}</p>}
        choice={{ chosen: new Set(chosen.keys()), id: ({ id }) => id, name: ({ name }) => name, disabled: ({ id }) => already.has(id), toggle }}
      />
    </div>
  );
}
