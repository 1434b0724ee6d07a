import { useState } from 'react';
import type { MultipleScoring, Title } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { useWords } from '../parts/words.js';
import { isMarks, sumOfMarks, type DraftSection, type DraftSlot, type Place } from './paper-draft.js';

const scorings: MultipleScoring[] = ['all_or_nothing', 'partial_per_right', 'right_minus_wrong'];

interface SectionEditorProps {
  section: DraftSection;
  index: number;
  firstNumber: number;
  frozen: boolean;
  dragged: Place | null;
  onDrag: (place: Place | null) => void;
  onDrop: (place: Place) => void;
  onChange: (section: DraftSection) => void;
  onRemove: () => void;
  onStep: (slot: number, by: -1 | 1) => void;
  canStep: (slot: number, by: -1 | 1) => boolean;
}

/** One section: its title, marks for all of it at once, and its questions in their order. */
export function SectionEditor(props: SectionEditorProps) {
  const { section, index, firstNumber, frozen, onChange, onRemove, dragged, onDrop } = props;
  const { t, title, ordinal } = useWords();
  const [all, setAll] = useState('');
  const setTitle = (part: Partial<Title>): void => onChange({ ...section, title: { ...section.title, ...part } });
  const setSlots = (change: (slot: DraftSlot) => DraftSlot): void => onChange({ ...section, slots: section.slots.map(change) });
  const multiple = section.slots.some(({ kind }) => kind === 'multiple');
  return (
    <section className="org-part" aria-label={title(section.title)}>
      <header className="org-part-head">
        <span className="serif b">{ordinal(index)}</span>
        {frozen ? <b className="serif">{title(section.title)}</b> : (
          <>
            <input className="inp" aria-label={t('paper.sectionZh')} value={section.title.zh} onChange={(event) => setTitle({ zh: event.target.value })} />
            <input className="inp" aria-label={t('paper.sectionEn')} placeholder={t('paper.sectionEn')} value={section.title.en ?? ''} onChange={(event) => setTitle({ en: event.target.value })} />
          </>
        )}
        <span className="sp" />
        <span className="t14 mute nw">{t('paper.sectionFigures', { n: section.slots.length, marks: sumOfMarks(section.slots) })}</span>
        {!frozen && <Button kind="quiet" className="icon" onClick={onRemove} aria-label={t('paper.removeSection', { title: title(section.title), n: section.slots.length })}><Icon name="x" /></Button>}
      </header>
      {!frozen && section.slots.length > 0 && (
        <div className="org-part-tools">
          <label>{t('paper.marksForAll')} <input className="inp org-marks" inputMode="decimal" value={all} placeholder={section.slots[0]?.marks} onChange={(event) => setAll(event.target.value)} /></label>
          <Button size="sm" disabled={!isMarks(all)} onClick={() => setSlots((slot) => ({ ...slot, marks: all }))}>{t('paper.applyToAll', { n: section.slots.length })}</Button>
          {multiple && (
            <label>{t('paper.scoring')} <select className="inp" value={section.slots.find(({ kind }) => kind === 'multiple')?.scoring} onChange={(event) => setSlots((slot) => (slot.kind === 'multiple' ? { ...slot, scoring: event.target.value as MultipleScoring } : slot))}>
              {scorings.map((value) => <option key={value} value={value}>{t(`scoring.${value}`)}</option>)}
            </select></label>
          )}
        </div>
      )}
      <ol className="org-slots">
        {section.slots.map((slot, at) => <SlotRow key={slot.slot} {...props} slot={slot} at={at} number={firstNumber + at} onSlot={(next) => setSlots((before) => (before.slot === slot.slot ? next : before))} />)}
        {dragged && <li className="org-drop-end" onDragOver={(event) => event.preventDefault()} onDrop={() => onDrop({ section: index, slot: section.slots.length })}>{t('paper.dropHere')}</li>}
      </ol>
    </section>
  );
}

function SlotRow({ section, index, frozen, dragged, onDrag, onDrop, onChange, onStep, canStep, slot, at, number, onSlot }: SectionEditorProps & { slot: DraftSlot; at: number; number: number; onSlot: (slot: DraftSlot) => void }) {
  const { t } = useWords();
  const held = dragged?.section === index && dragged.slot === at;
  return (
    <li
      className={`org-slot ${held ? 'held' : ''}`} draggable={!frozen} onDragStart={(event) => { event.dataTransfer.setData('text/plain', slot.slot); onDrag({ section: index, slot: at }); }} onDragEnd={() => onDrag(null)}
      onDragOver={(event) => { if (dragged) event.preventDefault(); }} onDrop={(event) => { event.preventDefault(); onDrop({ section: index, slot: at }); }}
    >
      <span className="no">{number}</span>
      <span className="tx">{slot.excerpt}<small>{slot.code} · {t(`kind.${slot.kind}`)}{slot.kind === 'multiple' && ` · ${t(`scoring.${slot.scoring}`)}`}</small></span>
      {frozen ? <b className="nw">{t('paper.nMarks', { marks: slot.marks })}</b> : (
        <span className="acts">
          <input className={`inp org-marks ${isMarks(slot.marks) ? '' : 'bad'}`} inputMode="decimal" aria-invalid={!isMarks(slot.marks)} aria-label={t('paper.marksOf', { n: number })} value={slot.marks} onChange={(event) => onSlot({ ...slot, marks: event.target.value })} />
          <Button kind="quiet" className="icon" disabled={!canStep(at, -1)} onClick={() => onStep(at, -1)} aria-label={t('paper.up', { n: number })}><Icon name="up" /></Button>
          <Button kind="quiet" className="icon" disabled={!canStep(at, 1)} onClick={() => onStep(at, 1)} aria-label={t('paper.down', { n: number })}><Icon name="down" /></Button>
          <Button kind="quiet" className="icon" onClick={() => onChange({ ...section, slots: section.slots.filter((_, other) => other !== at) })} aria-label={t('paper.remove', { n: number })}><Icon name="x" /></Button>
        </span>
      )}
    </li>
  );
}
