import { useState } from 'react';
import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Page, PersonView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { useSettled } from './list-state.js';
import { useWords } from './words.js';

export interface PersonChoice {
  id: string;
  name: string;
}

/** One person, found by name or staff number. */
export function PersonSelect({ id, value, onChange, status, disabledIds, label }: {
  id?: string; value: PersonChoice | null; onChange: (person: PersonChoice | null) => void; status?: 'error' | ''; disabledIds?: ReadonlySet<string>; label?: string;
}) {
  const { t, title } = useWords();
  const [text, setText] = useState('');
  const q = useSettled(text);
  const found = useQuery({
    queryKey: ['/people', 'select', q],
    queryFn: () => api.get<Page<PersonView>>('/people', { q: q || undefined, limit: 20, sort: 'name' }),
    placeholderData: (before) => before,
  });
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.id, name: person.name, disabled: disabledIds?.has(person.id) ?? false,
    label: `${person.name} · ${person.unit ? title(person.unit.title) : t('people.guest')}${person.staffNumber ? ` · ${person.staffNumber}` : ''}`,
  }));
  if (value && !options.some((option) => option.value === value.id)) options.unshift({ value: value.id, name: value.name, disabled: false, label: value.name });
  return (
    <Select
      id={id} aria-label={label} status={status} showSearch={{ filterOption: false, onSearch: setText, searchValue: text }} allowClear options={options} value={value?.id ?? null}
      placeholder={t('people.find')} notFoundContent={found.isPending ? t('list.reading') : t('list.noMatch')} className="org-wide"
      onChange={(_, option) => { setText(''); onChange(option && !Array.isArray(option) ? { id: option.value, name: option.name } : null); }}
    />
  );
}
