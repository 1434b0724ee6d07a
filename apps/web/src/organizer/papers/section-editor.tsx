import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlueprintFeasibility, MultipleScoring, Title } from '#lib/contracts';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { TitleFields } from '../parts/field.js';
import { useWords } from '../parts/words.js';
import { isMarks, questionsIn, sumOfMarks, type DraftSection, type DraftSlot } from './paper-draft.js';
import { RuleRow } from './rule-row.js';
import { SlotRow } from './slot-row.js';

const scorings: MultipleScoring[] = ['all_or_nothing', 'partial_per_right', 'right_minus_wrong'];

interface SectionEditorProps {
  section: DraftSection;
  index: number;
  last: boolean;
  firstNumber: number;
  frozen: boolean;
  feasibility: BlueprintFeasibility | undefined;
  onChange: (section: DraftSection) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
  onStep: (slot: number, by: -1 | 1) => void;
  canStep: (slot: number, by: -1 | 1) => boolean;
  onAddRule: () => void;
  onLook: (slot: DraftSlot) => void;
}

/** One section: its title and instructions, how it is shuffled, its questions in their order and the rules by which more are drawn. */
export function SectionEditor(props: SectionEditorProps) {
  const { section, index, last, firstNumber, frozen, feasibility, onChange, onRemove, onMove, onStep, canStep, onAddRule, onLook } = props;
  const { t, title, ordinal } = useWords();
  const { t: p } = useTranslation('papers');
  // Where there are questions one drops among them; the section's own middle would draw every drop to its end.
  const { setNodeRef, isOver } = useDroppable({ id: section.key, disabled: frozen || section.slots.length > 0 });
  const setTitle = (part: Partial<Title>): void => onChange({ ...section, title: { ...section.title, ...part } });
  const n = questionsIn([section]);
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
        <span className="t14 mute nw">{t('paper.sectionFigures', { n, marks: sumOfMarks(section.slots, section.rules) })}</span>
        {!frozen && (
          <span className="row">
            <Button kind="quiet" className="icon" disabled={index === 0} onClick={() => onMove(-1)} aria-label={p('section.up', { title: title(section.title) })}><Icon name="up" /></Button>
            <Button kind="quiet" className="icon" disabled={last} onClick={() => onMove(1)} aria-label={p('section.down', { title: title(section.title) })}><Icon name="down" /></Button>
            <Button kind="quiet" className="icon" onClick={onRemove} aria-label={t('paper.removeSection', { title: title(section.title), n })}><Icon name="x" /></Button>
          </span>
        )}
      </header>
      <SectionTools section={section} frozen={frozen} onChange={onChange} />
      <SortableContext items={section.slots.map(({ slot }) => slot)} strategy={verticalListSortingStrategy}>
        <ol className={`org-slots ${isOver ? 'over' : ''}`} ref={setNodeRef} start={firstNumber}>
          {section.slots.map((slot, at) => (
            <SlotRow key={slot.slot} slot={slot} number={firstNumber + at} frozen={frozen} onLook={() => onLook(slot)} onStep={(by) => onStep(at, by)} canStep={(by) => canStep(at, by)}
              onSlot={(next) => onChange({ ...section, slots: section.slots.map((before) => (before.slot === slot.slot ? next : before)) })}
              onRemove={() => onChange({ ...section, slots: section.slots.filter((other) => other.slot !== slot.slot) })} />
          ))}
          {section.slots.length === 0 && section.rules.length === 0 && <li className="t14 mute slot-none">{p('section.empty')}</li>}
        </ol>
      </SortableContext>
      {section.rules.length > 0 && (
        <ul className="rules" aria-label={p('rule.title')}>
          {section.rules.map((rule, at) => (
            <RuleRow key={rule.id} rule={rule} name={p('rule.name', { n: rule.id.replace(/^r/, '') })} frozen={frozen} supply={feasibility?.rules.find(({ id }) => id === rule.id)}
              onChange={(next) => onChange({ ...section, rules: section.rules.map((before, place) => (place === at ? next : before)) })}
              onRemove={() => onChange({ ...section, rules: section.rules.filter((_, place) => place !== at) })} />
          ))}
        </ul>
      )}
      {!frozen && <p className="section-add"><Button size="sm" kind="quiet" icon="plus" onClick={onAddRule}>{p('rule.add')}</Button></p>}
    </section>
  );
}

/** Marks for all questions at once, and how the section differs from the paper. */
function SectionTools({ section, frozen, onChange }: Pick<SectionEditorProps, 'section' | 'frozen' | 'onChange'>) {
  const { t, title } = useWords();
  const { t: p } = useTranslation('papers');
  const [all, setAll] = useState('');
  const [more, setMore] = useState(Boolean(section.instructions?.zh) || section.shuffleQuestions !== undefined || section.shuffleOptions !== undefined);
  const setSlots = (change: (slot: DraftSlot) => DraftSlot): void => onChange({ ...section, slots: section.slots.map(change) });
  const multiple = section.slots.find(({ kind }) => kind === 'multiple');
  if (frozen) return section.instructions?.zh ? <p className="section-instructions">{title(section.instructions)}</p> : null;
  return (
    <>
      <div className="org-part-tools">
        {section.slots.length > 0 && (
          <>
            <label>{t('paper.marksForAll')} <input className="inp org-marks" inputMode="decimal" value={all} placeholder={section.slots[0]?.marks} onChange={(event) => setAll(event.target.value)} /></label>
            <Button size="sm" disabled={!isMarks(all)} onClick={() => setSlots((slot) => ({ ...slot, marks: all }))}>{t('paper.applyToAll', { n: section.slots.length })}</Button>
          </>
        )}
        {multiple && (
          <label>{t('paper.scoring')} <select className="inp" value={multiple.scoring} onChange={(event) => setSlots((slot) => (slot.kind === 'multiple' ? { ...slot, scoring: event.target.value as MultipleScoring } : slot))}>
            {scorings.map((value) => <option key={value} value={value}>{t(`scoring.${value}`)}</option>)}
          </select></label>
        )}
        <span className="sp" />
        <Button size="sm" kind="quiet" icon={more ? 'up' : 'down'} aria-expanded={more} onClick={() => setMore(!more)}>{p('section.more')}</Button>
      </div>
      {more && (
        <div className="section-more">
          <TitleFields label={p('section.instructions')} required={false} value={section.instructions ?? { zh: '' }} onChange={(instructions) => onChange({ ...section, instructions })} />
          <div className="section-shuffles">
            <Shuffle label={t('paper.shuffleQuestions')} value={section.shuffleQuestions} onChange={(shuffleQuestions) => onChange({ ...section, shuffleQuestions })} />
            <Shuffle label={t('paper.shuffleOptions')} value={section.shuffleOptions} onChange={(shuffleOptions) => onChange({ ...section, shuffleOptions })} />
          </div>
        </div>
      )}
    </>
  );
}

function Shuffle({ label, value, onChange }: { label: string; value: boolean | undefined; onChange: (value: boolean | undefined) => void }) {
  const { t: p } = useTranslation('papers');
  return (
    <label>{label} <select className="inp" value={value === undefined ? '' : String(value)} onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'true')}>
      <option value="">{p('section.asPaper')}</option><option value="true">{p('section.shuffled')}</option><option value="false">{p('section.inOrder')}</option>
    </select></label>
  );
}
