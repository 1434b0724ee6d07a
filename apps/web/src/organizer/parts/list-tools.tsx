import { useEffect, useId, useState, type ReactNode } from 'react';
import { Icon } from '../../look/icon.js';
import { useSettled, type ListState } from './list-state.js';
import { useWords } from './words.js';

/** Search on the left, filters beside it; on small screens the order, too, which the heads of the columns give elsewhere. */
export function ListTools({ state, label, sorts = [], children }: { state: ListState; label: string; sorts?: { value: string; label: string }[]; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="org-tools" role="search">
      <SearchBox label={label} value={state.q} onChange={(q) => state.set({ q })} />
      {children}
      {sorts.length > 0 && <Filter className="org-narrow" label={t('list.sort')} value={state.sort ?? ''} onChange={(sort) => state.set({ sort })} options={sorts} />}
    </div>
  );
}

/** A search that waits until the typing stands still. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const settled = useSettled(text);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    // Cleared or changed elsewhere; one's own typing comes back as the settled text.
    if (value !== settled) setText(value);
  }
  useEffect(() => {
    if (settled !== value) onChange(settled);
    // Only the settled text is an act of the person; a value set from outside is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <label className="org-search">
      <Icon name="search" />
      <span className="vh">{label}</span>
      <input className="inp" type="search" placeholder={label} value={text} maxLength={100} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}

/** One filter with its name above; `''` is everything. */
export function Filter({ label, value, onChange, options, className = '' }: {
  label: string; value: string; onChange: (value: string) => void; options: { value: string; label: string }[]; className?: string;
}) {
  const id = useId();
  return (
    <span className={`org-filter ${className}`}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="inp" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </span>
  );
}
