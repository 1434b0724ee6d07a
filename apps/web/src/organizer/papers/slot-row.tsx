import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { useWords } from '../parts/words.js';
import { isMarks, type DraftSlot } from './paper-draft.js';

/** One fixed question: dragged by its handle, with the mouse or the keyboard, or moved by the buttons beside it. */
export function SlotRow({ slot, number, frozen, onSlot, onStep, canStep, onRemove, onLook }: {
  slot: DraftSlot; number: number; frozen: boolean; onSlot: (slot: DraftSlot) => void; onStep: (by: -1 | 1) => void; canStep: (by: -1 | 1) => boolean; onRemove: () => void; onLook: () => void;
}) {
  const { t } = useWords();
  const { t: p } = useTranslation('papers');
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: slot.slot, disabled: frozen });
  return (
    <li ref={setNodeRef} className={`org-slot slot ${isDragging ? 'held' : ''} ${frozen ? 'frozen' : ''}`} style={{ transform: CSS.Translate.toString(transform), transition: transition ?? undefined }}>
      {!frozen && <button type="button" className="slot-handle" ref={setActivatorNodeRef} {...attributes} {...listeners} aria-label={p('slot.drag', { n: number })}><Icon name="menu" small /></button>}
      <span className="no">{number}</span>
      <button type="button" className="tx slot-text" onClick={onLook} disabled={!slot.questionId}>
        <span>{slot.excerpt || p('slot.unseen')}</span>
        <small>{slot.code} · {t(`kind.${slot.kind}`)}{slot.kind === 'multiple' && ` · ${t(`scoring.${slot.scoring}`)}`}</small>
      </button>
      {frozen ? <b className="nw">{t('paper.nMarks', { marks: slot.marks })}</b> : (
        <span className="acts">
          <input className={`inp org-marks ${isMarks(slot.marks) ? '' : 'bad'}`} inputMode="decimal" aria-invalid={!isMarks(slot.marks)} aria-label={t('paper.marksOf', { n: number })} value={slot.marks} onChange={(event) => onSlot({ ...slot, marks: event.target.value })} />
          <Button kind="quiet" className="icon" disabled={!canStep(-1)} onClick={() => onStep(-1)} aria-label={t('paper.up', { n: number })}><Icon name="up" /></Button>
          <Button kind="quiet" className="icon" disabled={!canStep(1)} onClick={() => onStep(1)} aria-label={t('paper.down', { n: number })}><Icon name="down" /></Button>
          <Button kind="quiet" className="icon" onClick={onRemove} aria-label={t('paper.remove', { n: number })}><Icon name="x" /></Button>
        </span>
      )}
    </li>
  );
}
