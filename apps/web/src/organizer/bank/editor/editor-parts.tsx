import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../look/icon.js';

/** Moves or removes one row of a list. */
export function RowTools({ name, first = true, last = true, removable, onMove, onRemove, children }: {
  name: string; first?: boolean; last?: boolean; removable: boolean; onMove?: (by: -1 | 1) => void; onRemove: () => void; children?: ReactNode;
}) {
  const { t } = useTranslation('bank');
  return (
    <span className="row-tools">
      {children}
      {onMove && <button type="button" className="tool" disabled={first} aria-label={t('row.up', { name })} onClick={() => onMove(-1)}><Icon name="up" small /></button>}
      {onMove && <button type="button" className="tool" disabled={last} aria-label={t('row.down', { name })} onClick={() => onMove(1)}><Icon name="down" small /></button>}
      <button type="button" className="tool" disabled={!removable} aria-label={t('row.remove', { name })} onClick={onRemove}><Icon name="x" small /></button>
    </span>
  );
}

export function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return <label className="edit-check"><input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /><span>{label}</span></label>;
}

/** A short list to choose one from. */
export function Choose<V extends string>({ label, value, onChange, options, hideLabel = false }: { label: string; value: V; onChange: (value: V) => void; options: readonly (readonly [V, string])[]; hideLabel?: boolean }) {
  const id = useId();
  return (
    <span className="edit-choose">
      <label htmlFor={id} className={hideLabel ? 'vh' : 'lab'}>{label}</label>
      <select id={id} className="inp" value={value} onChange={(event) => onChange(event.target.value as V)}>{options.map(([one, word]) => <option key={one} value={one}>{word}</option>)}</select>
    </span>
  );
}

/** One line of text or a number, with its label. */
export function Line({ label, value, onChange, width, hideLabel = false, mode = 'text', maxLength = 500 }: { label: string; value: string; onChange: (value: string) => void; width?: 'narrow'; hideLabel?: boolean; mode?: 'text' | 'decimal' | 'numeric'; maxLength?: number }) {
  const id = useId();
  return (
    <span className={`edit-line ${width ?? ''}`}>
      <label htmlFor={id} className={hideLabel ? 'vh' : 'lab'}>{label}</label>
      <input id={id} className="inp" inputMode={mode} value={value} maxLength={maxLength} onChange={(event) => onChange(event.target.value)} />
    </span>
  );
}
