import { useState } from 'react';
import type { OrgUnitView } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { useUnits } from '../parts/reads.js';
import { useWords } from '../parts/words.js';
import { Filter } from '../parts/list-tools.js';

/** The organization as a tree; on small screens as one choice. */
export function UnitTree({ selected, onSelect }: { selected: string | null; onSelect: (id: string | null) => void }) {
  const { t, title } = useWords();
  const units = useUnits().data ?? [];
  const known = new Set(units.map(({ id }) => id));
  const roots = units.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const flat = roots.flatMap((root) => flatten(units, root, 0));
  return (
    <>
      <nav className="org-tree" aria-label={t('people.units')}>
        <button type="button" className={selected === null ? 'sel' : ''} aria-pressed={selected === null} onClick={() => onSelect(null)}>{t('people.allUnits')}</button>
        <ul>{roots.map((unit) => <Branch key={unit.id} unit={unit} units={units} selected={selected} onSelect={onSelect} depth={0} />)}</ul>
      </nav>
      <Filter className="org-narrow" label={t('people.units')} value={selected ?? ''} onChange={(id) => onSelect(id || null)} options={[{ value: '', label: t('people.allUnits') }, ...flat.map(({ unit, depth }) => ({ value: unit.id, label: `${'　'.repeat(depth)}${title(unit.title)}` }))]} />
    </>
  );
}

function flatten(units: readonly OrgUnitView[], unit: OrgUnitView, depth: number): { unit: OrgUnitView; depth: number }[] {
  return [{ unit, depth }, ...units.filter(({ parentId }) => parentId === unit.id).flatMap((child) => flatten(units, child, depth + 1))];
}

function Branch({ unit, units, selected, onSelect, depth }: { unit: OrgUnitView; units: readonly OrgUnitView[]; selected: string | null; onSelect: (id: string | null) => void; depth: number }) {
  const { t, title } = useWords();
  const children = units.filter(({ parentId }) => parentId === unit.id);
  const [open, setOpen] = useState(depth === 0);
  const name = title(unit.title);
  return (
    <li>
      <span className="node">
        {children.length > 0 ? <button type="button" className="fold" aria-expanded={open} aria-label={t(open ? 'people.fold' : 'people.unfold', { unit: name })} onClick={() => setOpen(!open)}><Icon name={open ? 'minus' : 'plus'} small /></button> : <span className="fold" />}
        <button type="button" className={`name ${selected === unit.id ? 'sel' : ''}`} aria-pressed={selected === unit.id} onClick={() => onSelect(unit.id)}><span>{name}</span><small>{unit.people}</small></button>
      </span>
      {open && children.length > 0 && <ul>{children.map((child) => <Branch key={child.id} unit={child} units={units} selected={selected} onSelect={onSelect} depth={depth + 1} />)}</ul>}
    </li>
  );
}
