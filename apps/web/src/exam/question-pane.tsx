import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasAnswer, type CandidateQuestion, type ResponseBody } from '#lib/contracts';
import { clockTime, shortReceipt } from '../i18n/format.js';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { Button } from '../look/parts.js';
import { AnswerFields, type Pace } from '../question/answer-fields.js';
import type { HandIn } from '../question/file-field.js';
import { useSectionName } from './answer-sheet.js';
import type { ExamState } from './exam-session.js';
import { bodyOf, slotState } from './outbox.js';

interface QuestionPaneProps {
  state: ExamState;
  question: CandidateQuestion;
  count: number;
  frozen: boolean;
  onAnswer: (body: ResponseBody, pace: Pace) => void;
  handIn: HandIn;
  /** All questions are shown below each other. */
  all: boolean;
  /** Changes between one and all; null where there is no choice. */
  onAll: ((all: boolean) => void) | null;
}

const zooms = [100, 125, 150, 175, 200];
let lastZoom = 100;

/** One question: where it stands, what it asks, its options, and its own save mark. */
export function QuestionPane({ state, question, count, frozen, onAnswer, handIn, all, onAll }: QuestionPaneProps) {
  const { t } = useTranslation('exam');
  const title = useTitle();
  const sectionName = useSectionName();
  const [zoom, setZoom] = useState(() => Math.max(lastZoom, state.attempt.largerText ? 150 : 100));
  const pane = useRef<HTMLElement>(null);
  const body = bodyOf(state.outbox, question.slot);
  const sectionIndex = state.attempt.sections.findIndex(({ questions }) => questions.includes(question));
  const section = state.attempt.sections[sectionIndex];
  useEffect(() => { if (!all) pane.current?.scrollTo(0, 0); }, [all]);
  const zoomTo = (percent: number): void => {
    lastZoom = percent;
    setZoom(percent);
  };

  return (
    <section className="qn" data-slot={question.slot} ref={pane} tabIndex={-1} aria-label={t('question.place', { number: question.number, count })}>
      <div className="kick">
        {section && <b>{sectionName(section, sectionIndex)}</b>}
        <span>{t('question.place', { number: question.number, count })}</span>
        <span>{t(`kind.${question.kind}`)}</span>
        <span>{title(question.scoringText)}</span>
        <span className="sp" />
        {onAll && <button type="button" className="btn sm quiet np" aria-pressed={all} onClick={() => onAll(!all)}>{t(all ? 'question.one' : 'question.all')}</button>}
        <Zoom percent={zoom} onChange={zoomTo} />
      </div>
      <div style={{ zoom: zoom / 100 }}>
        {section?.instructions && <p className="instr">{title(section.instructions)}</p>}
        <AnswerFields question={question} body={body} disabled={frozen} onAnswer={onAnswer} handIn={handIn} />
      </div>
      <div className="qst">
        <SlotMark state={state} slot={question.slot} />
        <span className="sp" />
        {hasAnswer(body) && <Button kind="quiet" size="sm" icon="x" disabled={frozen} onClick={() => onAnswer(body.flagged ? { flagged: true } : {}, 'chosen')}>{t('question.clear')}</Button>}
        <Button kind="quiet" icon="flag" aria-pressed={Boolean(body.flagged)} disabled={frozen} onClick={() => onAnswer({ ...body, flagged: !body.flagged }, 'chosen')}>{t(body.flagged ? 'question.unflag' : 'question.flag')}</Button>
      </div>
    </section>
  );
}

function SlotMark({ state, slot }: { state: ExamState; slot: string }) {
  const { t } = useTranslation('exam');
  const { outbox, online, keeps } = state;
  const waiting = outbox.waiting.get(slot);
  const saved = outbox.saved.get(slot);
  switch (slotState(outbox, slot)) {
    case 'blank': return <span />;
    case 'saved': return saved ? <><span className="ok" role="status"><Icon name="checkc" />{t('save.here', { time: clockTime(saved.savedAt) })}</span><span className="mono np">{t('save.receipt', { receipt: shortReceipt(saved.receipt) })}</span></> : null;
    default:
      if (online) return <span className="busy" role="status"><Icon name="upload" />{t('save.hereSaving')}</span>;
      return <span className="off" role="status"><Icon name="upload" />{keeps && waiting ? t('save.hereKept', { time: clockTime(waiting.editedAt) }) : t('save.hereUnkept')}</span>;
  }
}

function Zoom({ percent, onChange }: { percent: number; onChange: (percent: number) => void }) {
  const { t } = useTranslation('exam');
  const at = zooms.indexOf(percent);
  return (
    <span className="zoom" role="group" aria-label={t('question.zoom', { percent })}>
      <button type="button" aria-label={`A− ${t('question.zoomOut')}`} disabled={at === 0} onClick={() => onChange(zooms[at - 1] ?? 100)}>A−</button>
      <button type="button" aria-label={`A+ ${t('question.zoomIn')}`} disabled={at === zooms.length - 1} onClick={() => onChange(zooms[at + 1] ?? 200)}>A+</button>
    </span>
  );
}
