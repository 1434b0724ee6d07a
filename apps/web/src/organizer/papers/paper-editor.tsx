import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, type UniqueIdentifier, useSensor, useSensors } from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useState, type ReactNode } from 'react';
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BlueprintFeasibility } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { Empty } from '../parts/empty.js';
import { Field, TitleFields } from '../parts/field.js';
import { SectionHead } from '../parts/page-head.js';
import { fieldError } from '../parts/problem.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { BlueprintNote } from './blueprint-note.js';
import { ChooseQuestions } from './choose-questions.js';
import {
  type DraftSection, type DraftSlot, dropped, moved, movedSection, type PaperDraft, placeOf, questionsIn, rulesOf, slotsOf, stepFrom, sumOfMarks, withQuestions, withRule,
} from './paper-draft.js';
import { SectionEditor } from './section-editor.js';
import { drawnTitle, sectionTitles } from './section-titles.js';
import { SlotSheet } from './slot-sheet.js';

/** The paper's title and switches, its sections, and the sum of it all. */
export function PaperEditor({ draft, onChange, frozen, units, error, feasibility, aside }: {
  draft: PaperDraft; onChange: (draft: PaperDraft) => void; frozen: boolean; units: { value: string; label: string }[]; error: unknown; feasibility: BlueprintFeasibility | undefined; aside?: ReactNode;
}) {
  const { t, en } = useWords();
  const { t: p } = useTranslation('papers');
  const [choosing, setChoosing] = useState(false);
  const [looking, setLooking] = useState<DraftSlot | null>(null);
  const slots = slotsOf(draft);
  const change = (part: Partial<PaperDraft>): void => onChange({ ...draft, ...part });
  const changeSection = (index: number, section: DraftSection): void => change({ sections: draft.sections.map((before, at) => (at === index ? section : before)) });
  const firstNumber = (index: number): number => questionsIn(draft.sections.slice(0, index)) + 1;
  const drawMore = <Button size="sm" icon="refresh" onClick={() => onChange(withRule(draft, null, drawnTitle))}>{p('rule.addSection')}</Button>;
  return (
    <div className="org-cols">
      <div>
        {!frozen && (
          <>
            <TitleFields label={t('paper.name')} value={draft.title} onChange={(title) => change({ title })} error={fieldError(error, 'title', en ? 'en' : 'zh-CN')} />
            <Field label={t('list.unit')}>{({ id }) => <UnitSelect id={id} value={draft.orgUnitId} onChange={(orgUnitId) => change({ orgUnitId })} options={units} />}</Field>
          </>
        )}
        <SectionHead title={t('paper.questions')} note={slots.length > 1 && !frozen ? p('slot.hint') : undefined}>
          {!frozen && draft.sections.length > 0 && <span className="row"><Button size="sm" icon="plus" onClick={() => setChoosing(true)}>{t('paper.choose')}</Button>{drawMore}</span>}
        </SectionHead>
        {draft.sections.length === 0 && <Empty title={t('paper.noQuestions')} who={p('none')}>{!frozen && <><Button kind="pri" icon="plus" onClick={() => setChoosing(true)}>{t('paper.choose')}</Button>{drawMore}</>}</Empty>}
        {!frozen && <BlueprintNote feasibility={feasibility} rules={rulesOf(draft)} />}
        <Dragging draft={draft} onChange={onChange} numberOf={(slot) => { const place = placeOf(draft, slot); return place ? firstNumber(place.section) + place.slot : 0; }}>
          {draft.sections.map((section, index) => (
            <SectionEditor
              key={section.key} section={section} index={index} last={index === draft.sections.length - 1} firstNumber={firstNumber(index)} frozen={frozen} feasibility={feasibility} onLook={setLooking}
              onChange={(next) => changeSection(index, next)} onRemove={() => change({ sections: draft.sections.filter((_, at) => at !== index) })} onMove={(by) => onChange(movedSection(draft, index, by))}
              onStep={(slot, by) => { const to = stepFrom(draft, { section: index, slot }, by); if (to) onChange(moved(draft, { section: index, slot }, to)); }}
              canStep={(slot, by) => stepFrom(draft, { section: index, slot }, by) !== null} onAddRule={() => onChange(withRule(draft, index, section.title))}
            />
          ))}
        </Dragging>
      </div>
      <Totals draft={draft} frozen={frozen} onChange={change}>{aside}</Totals>
      <ChooseQuestions open={choosing} present={new Set(slots.map(({ questionVersionId }) => questionVersionId))} onClose={() => setChoosing(false)}
        onAdd={(questions) => { onChange(withQuestions(draft, questions, (kind) => sectionTitles[kind])); setChoosing(false); }} />
      {looking?.questionId && <SlotSheet slot={looking} questionId={looking.questionId} onClose={() => setLooking(null)} />}
    </div>
  );
}

/** Dragging between and within sections, said aloud for those who drag with the keyboard. */
function Dragging({ draft, onChange, numberOf, children }: { draft: PaperDraft; onChange: (draft: PaperDraft) => void; numberOf: (slot: string) => number; children: ReactNode }) {
  const { t } = useTranslation('papers');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const end = ({ active, over }: DragEndEvent): void => { if (over) onChange(dropped(draft, String(active.id), String(over.id))); };
  const said = (key: 'lifted' | 'over' | 'dropped' | 'cancelled', active: UniqueIdentifier, over?: UniqueIdentifier): string => t(`slot.${key}`, { n: numberOf(String(active)), to: over === undefined ? '' : numberOf(String(over)) });
  return (
    <DndContext
      sensors={sensors} collisionDetection={closestCenter} onDragEnd={end}
      accessibility={{
        screenReaderInstructions: { draggable: t('slot.instructions') },
        announcements: {
          onDragStart: ({ active }) => said('lifted', active.id), onDragOver: ({ active, over }) => (over ? said('over', active.id, over.id) : undefined),
          onDragEnd: ({ active, over }) => said('dropped', active.id, over?.id), onDragCancel: ({ active }) => said('cancelled', active.id),
        },
      }}
    >
      {children}
    </DndContext>
  );
}

function Totals({ draft, frozen, onChange, children }: { draft: PaperDraft; frozen: boolean; onChange: (part: Partial<PaperDraft>) => void; children: ReactNode }) {
  const { t, en, count } = useWords();
  const [slots, rules] = [slotsOf(draft), rulesOf(draft)];
  return (
    <aside className="org-aside org-sticky" aria-label={t('paper.total')}>
      <p className="t13 mute">{t('paper.total')}</p>
      <p className="org-total"><b>{sumOfMarks(slots, rules)}</b> {t('unit.marks')}</p>
      <table className="tbl"><thead className="vh"><tr><th>{t('paper.section')}</th><th>{t('paper.questions')}</th><th>{t('paper.marks')}</th></tr></thead><tbody>
        {draft.sections.map((section) => <tr key={section.key}><th scope="row">{(en && section.title.en) || section.title.zh}</th><td className="r">{t('paper.nQuestions', { n: questionsIn([section]) })}</td><td className="r b">{sumOfMarks(section.slots, section.rules)}</td></tr>)}
        <tr><th scope="row">{t('paper.all')}</th><td className="r">{t('paper.nQuestions', { n: count(questionsIn(draft.sections)) })}</td><td className="r b">{sumOfMarks(slots, rules)}</td></tr>
      </tbody></table>
      <label className="org-switch"><Switch checked={draft.shuffleQuestions} disabled={frozen} onChange={(shuffleQuestions) => onChange({ shuffleQuestions })} /><span>{t('paper.shuffleQuestions')}<small>{t('paper.shuffleQuestionsHint')}</small></span></label>
      <label className="org-switch"><Switch checked={draft.shuffleOptions} disabled={frozen} onChange={(shuffleOptions) => onChange({ shuffleOptions })} /><span>{t('paper.shuffleOptions')}<small>{t('paper.shuffleOptionsHint')}</small></span></label>
      {children}
    </aside>
  );
}
