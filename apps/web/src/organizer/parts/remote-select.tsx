import { useState } from 'react';
import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Page } from '#lib/contracts';
import { api } from '../../api/client.js';
import type { ClientPath } from '../../api/paths.js';
import { useSettled } from './list-state.js';
import { useWords } from './words.js';

interface RemoteSelectProps<T> {
  id?: string;
  path: ClientPath;
  query?: Record<string, string | undefined>;
  status?: 'error' | '';
  label: (item: T) => string;
  keyOf: (item: T) => string;
  disabled?: (item: T) => boolean;
  placeholder: string;
}

/** One item of a server's list, found by typing. */
export function RemoteSelect<T>({ value, onChange, ...props }: RemoteSelectProps<T> & { value: string | null; onChange: (id: string | null, item: T | null) => void }) {
  const { items, ...select } = useRemoteOptions(props);
  return <Select {...select} value={value} allowClear onChange={(id) => onChange(id ?? null, items.find((item) => props.keyOf(item) === id) ?? null)} />;
}

/** Several items of a server's list. */
export function RemoteMultiSelect<T>({ value, onChange, ...props }: RemoteSelectProps<T> & { value: string[]; onChange: (ids: string[]) => void }) {
  const { items: _, ...select } = useRemoteOptions(props);
  return <Select {...select} mode="multiple" value={value} onChange={onChange} />;
}

function useRemoteOptions<T>({ id, path, query, status, label, keyOf, disabled, placeholder }: RemoteSelectProps<T>) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const q = useSettled(text);
  const found = useQuery({
    queryKey: [path, 'select', query, q],
    queryFn: () => api.get<Page<T>>(path, { ...query, q: q || undefined, limit: 50 }),
    placeholderData: (before) => before,
  });
  const items = found.data?.items ?? [];
  return {
    id, items, status, placeholder, className: 'org-wide',
    showSearch: { filterOption: false as const, onSearch: setText },
    options: items.map((item) => ({ value: keyOf(item), label: label(item), disabled: disabled?.(item) ?? false })),
    notFoundContent: found.isPending ? t('list.reading') : t('list.noMatch'),
  };
}
