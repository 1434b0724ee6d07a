import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { DictionaryEntry } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Field } from '../parts/field.js';
import { useUnits } from '../parts/reads.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';

export interface UnitsChosen {
  orgUnitIds: string[];
  entryIds: string[];
}

/** Whole units, and of them, if wished, only certain job fields or service lines. */
export function UnitsAndEntries({ value, onChange }: { value: UnitsChosen; onChange: (value: UnitsChosen) => void }) {
  const s = useSetUpWords();
  const { title } = useWords();
  const units = useUnits().data ?? [];
  const entries = useQuery({ queryKey: ['/dictionaries', 'candidates'], staleTime: 300_000, queryFn: async () => (await Promise.all((['job_field', 'service_line'] as const).map((name) => api.get<DictionaryEntry[]>(`/dictionaries/${name}`)))).flat() }).data ?? [];
  return (
    <>
      <Field label={s('people.units')}>{({ id }) => <Select id={id} className="org-wide" mode="multiple" placeholder={s('people.unitsFind')} value={value.orgUnitIds} onChange={(orgUnitIds) => onChange({ ...value, orgUnitIds })} showSearch={{ optionFilterProp: 'label' }} options={units.map((unit) => ({ value: unit.id, label: title(unit.title) }))} />}</Field>
      {entries.length > 0 && <Field label={s('people.entries')} hint={s('people.entriesHint')}>{({ id }) => <Select id={id} className="org-wide" mode="multiple" value={value.entryIds} onChange={(entryIds) => onChange({ ...value, entryIds })} showSearch={{ optionFilterProp: 'label' }} options={entries.map((entry) => ({ value: entry.id, label: title(entry.title) }))} />}</Field>}
    </>
  );
}
