import { useState } from 'react';
import { Switch } from 'antd';
import { Button } from '../../look/parts.js';
import { Empty } from '../parts/empty.js';
import { Field, TitleFields } from '../parts/field.js';
import { SectionHead } from '../parts/page-head.js';
import { fieldError } from '../parts/problem.js';
import { UnitSelect } from '../parts/unit-select.js';
import { useWords } from '../parts/words.js';
import { ChooseQuestions } from './choose-questions.js';
import { moved, slotsOf, stepFrom, sumOfMarks, withQuestions, type DraftSection, type PaperDraft, type Place } from './paper-draft.js';
import { SectionEditor } from './section-editor.js';
import { sectionTitles } from './section-titles.js';

/** The paper's title and switches, its sections, and the sum of it all. */
export function PaperEditor({ draft, onChange, frozen, units, error }: {
  draft: PaperDraft; onChange: (draft: PaperDraft) => void; frozen: boolean; units: { value: string; label: string }[]; error: unknown;
}) {
  const { t, en, count } = useWords();
  const [choosing, setChoosing] = useState(false);
  const [dragged, setDragged] = useState<Place | null>(null);
  const slots = slotsOf(draft);
  const change = (part: Partial<PaperDraft>): void => onChange({ ...draft, ...part });
  const changeSection = (index: number, section: DraftSection): void => change({ sections: draft.sections.map((before, at) => (at === index ? section : before)) });
  const drop = (to: Place): void => {
    if (dragged) onChange(moved(draft, dragged, to));
    setDragged(null);
  };
  const firstNumber = (index: number): number => slotsOf({ ...draft, sections: draft.sections.slice(0, index) }).length + 1;
  return (
    <div className="org-cols">
      <div>
        {!frozen && (
          <>
            <TitleFields label={t('paper.name')} value={draft.title} onChange={(title) => change({ title })} error={fieldError(error, 'title', en ? 'en' : 'zh-CN')} />
            <Field label={t('list.unit')}>{({ id }) => <UnitSelect id={id} value={draft.orgUnitId} onChange={(orgUnitId) => change({ orgUnitId })} options={units} />}</Field>
          </>
        )}
        <SectionHead title={t('paper.questions')} note={slots.length > 0 && !frozen ? t('paper.moveHint') : undefined}>{!frozen && slots.length > 0 && <Button size="sm" icon="plus" onClick={() => setChoosing(true)}>{t('paper.choose')}</Button>}</SectionHead>
        {draft.sections.length === 0 && <Empty title={t('paper.noQuestions')} who={t('paper.noQuestionsWho')}>{!frozen && <Button kind="pri" icon="plus" onClick={() => setChoosing(true)}>{t('paper.choose')}</Button>}</Empty>}
        {draft.sections.map((section, index) => (
          <SectionEditor
            key={section.key} section={section} index={index} firstNumber={firstNumber(index)} frozen={frozen} dragged={dragged} onDrag={setDragged} onDrop={drop}
            onChange={(next) => changeSection(index, next)} onRemove={() => change({ sections: draft.sections.filter((_, at) => at !== index) })}
            onStep={(slot, by) => { const to = stepFrom(draft, { section: index, slot }, by); if (to) onChange(moved(draft, { section: index, slot }, to)); }}
            canStep={(slot, by) => stepFrom(draft, { section: index, slot }, by) !== null}
          />
        ))}
      </div>
      <aside className="org-aside org-sticky" aria-label={t('paper.total')}>
        <p className="t13 mute">{t('paper.total')}</p>
        <p className="org-total"><b>{sumOfMarks(slots)}</b> {t('unit.marks')}</p>
        <table className="tbl"><thead className="vh"><tr><th>{t('paper.section')}</th><th>{t('paper.questions')}</th><th>{t('paper.marks')}</th></tr></thead><tbody>
          {draft.sections.map(({ key, title, slots: own }) => <tr key={key}><th scope="row">{(en && title.en) || title.zh}</th><td className="r">{t('paper.nQuestions', { n: own.length })}</td><td className="r b">{sumOfMarks(own)}</td></tr>)}
          <tr><th scope="row">{t('paper.all')}</th><td className="r">{t('paper.nQuestions', { n: count(slots.length) })}</td><td className="r b">{sumOfMarks(slots)}</td></tr>
        </tbody></table>
        <label className="org-switch"><Switch checked={draft.shuffleQuestions} disabled={frozen} onChange={(shuffleQuestions) => change({ shuffleQuestions })} /><span>{t('paper.shuffleQuestions')}<small>{t('paper.shuffleQuestionsHint')}</small></span></label>
        <label className="org-switch"><Switch checked={draft.shuffleOptions} disabled={frozen} onChange={(shuffleOptions) => change({ shuffleOptions })} /><span>{t('paper.shuffleOptions')}<small>{t('paper.shuffleOptionsHint')}</small></span></label>
      </aside>
      <ChooseQuestions open={choosing} present={new Set(slots.map(({ questionVersionId }) => questionVersionId))} onClose={() => setChoosing(false)}
        onAdd={(questions) => { onChange(withQuestions(draft, questions, (kind) => sectionTitles[kind])); setChoosing(false); }} />
    </div>
  );
}
