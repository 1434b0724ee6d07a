import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView, CandidateQuestion } from '#lib/contracts';
import { titleIn, useLocale } from '../i18n/texts.js';
import { Dialog } from '../look/dialog.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { latePart } from '../look/late-part.js';
import { Button } from '../look/parts.js';
import type { HandIn } from '../question/file-field.js';
import { AnswerSheet } from './answer-sheet.js';
import { shareLeft } from './countdown.js';
import { Closing, Done, Ended, Lost, Paused } from './end-pages.js';
import { ExamBands } from './exam-bands.js';
import { ExamHeader } from './exam-header.js';
import type { ExamSession, ExamState } from './exam-session.js';
import { cellOf, countCells, questionsOf } from './palette.js';
import { QuestionPane } from './question-pane.js';
import { ReviewDialog } from './review-dialog.js';
import { Splitter, useSplit } from './splitter.js';
import { StepBar } from './step-bar.js';
import { reachable, shownTogether } from './steps.js';
import { useExam, usePageEvents, useTimeLeft } from './use-exam.js';
import { useExamKeys } from './use-exam-keys.js';
import { useHandIn } from './use-hand-in.js';
import { useAttemptLive, useWatch } from './use-watch.js';
import { Watermark } from './watermark.js';

/** Texts to search and read beside the questions; only open-book exams have them. */
export const referencesPane = latePart(() => import('./references-pane.js'));

function References(props: { attempt: AttemptView; splitter: ReactNode }) {
  const part = referencesPane.use();
  return part && <part.ReferencesPane {...props} />;
}

/** The exam: answer sheet, question and references side by side; clock and save mark always top right. */
export function ExamScreen({ session }: { session: ExamSession }) {
  const state = useExam(session);
  const wake = useCallback(() => session.wake(), [session]);
  const time = useTimeLeft(session, wake);
  usePageEvents(session);
  useAttemptLive(session);
  useDocumentTitle(titleIn(state.attempt.title, useLocale()));

  if (state.phase === 'submitted' && state.submission) return <Done state={state} submission={state.submission} />;
  if (state.phase === 'lost') return <Lost state={state} onTakeOver={() => void session.takeOver()} />;
  if (state.phase === 'ended') return <Ended state={state} />;
  return <Writing session={session} left={time.ms} announced={time.announced} />;
}

function Writing({ session, left, announced }: { session: ExamSession; left: number; announced: number | null }) {
  const state = useExam(session);
  const { t } = useTranslation('exam');
  const { attempt, outbox, phase } = state;
  const questions = useMemo(() => questionsOf(attempt.sections), [attempt]);
  const reach = reachable(attempt);
  const [chosen, setIndex] = useState(() => firstOpen(questions, outbox));
  const index = Math.min(reach.to - 1, Math.max(reach.from, chosen));
  const [pane, setPane] = useState<'question' | 'refs'>('question');
  const [all, setAll] = useState(false);
  const [dialog, setDialog] = useState<'review' | 'sheet' | null>(null);
  const cells = questions.map((question) => cellOf(question, outbox));
  const counts = countCells(cells);
  const question = questions[index];
  const hasRefs = attempt.references.length > 0;
  const frozen = phase !== 'writing' || state.stepping;
  const split = useSplit();
  const handIn = useHandIn(attempt);
  const watch = useWatch(session, attempt.mode !== 'open');
  const { step } = attempt;

  const show = (next: number): void => {
    setIndex(Math.min(reach.to - 1, Math.max(reach.from, next)));
    setPane('question');
    setDialog(null);
    document.querySelector(`[data-slot="${CSS.escape(questions[next]?.slot ?? '')}"]`)?.scrollIntoView({ block: 'start' });
  };
  const showSlot = (slot: string): void => show(questions.findIndex((candidate) => candidate.slot === slot));
  const onward = (): void => {
    if (!step || attempt.navigation !== 'forward') return show(index + 1);
    session.goOn({ ...step, index: index + 1 });
    setIndex(index + 1);
  };
  const enterNext = async (): Promise<void> => { if (step && await session.enterStep(step.index + 1)) setIndex(reach.to); };
  useExamKeys({ enabled: !frozen && dialog === null && !all, question, body: question && session.bodyOf(question.slot), onMove: (by) => (by > 0 ? (index < questions.length - 1 && onward()) : show(index - 1)), onAnswer: (body) => question && session.answer(question.slot, body) });
  const stepLeft = useStepEnd(session, left, () => void enterNext());

  const sheet = <AnswerSheet sections={attempt.sections} cells={cells} counts={counts} current={question?.slot ?? ''} reach={reach} onShow={showSlot} />;
  const mayAll = attempt.navigation !== 'forward';
  const shown = all && mayAll ? shownTogether(questions, reach) : question ? [question] : [];
  const lastReachable = attempt.navigation === 'forward' ? index >= questions.length - 1 : index >= reach.to - 1;
  const lastStep = !step || step.index >= step.count - 1;
  return (
    <div className={`exam ${hasRefs ? '' : 'no-refs'} pane-${pane} ${phase}`}>
      <ExamHeader state={state} left={left} onReview={() => setDialog('review')} />
      <Rail left={shareLeft(left, attempt.durationSeconds)} seconds={attempt.durationSeconds} paused={phase === 'paused'} urgent={left <= 300_000} />
      <ExamBands session={session} announced={announced} watch={watch} />
      {step && step.count > 1 && attempt.navigation === 'by_section' && <StepBar name={t('step.section', { number: step.index + 1, count: step.count })} left={stepLeft} last={lastStep} busy={frozen} open={cells.slice(reach.from, reach.to).filter(({ answered }) => !answered).length} onEnter={() => void enterNext()} />}
      <main className="main" style={split.style}>
        <nav className="pal" aria-label={t('palette.title')}>{sheet}</nav>
        <Questions shown={shown} state={state} count={questions.length} frozen={frozen} session={session} handIn={handIn} all={all && mayAll} onAll={mayAll ? setAll : null} />
        {hasRefs && <References attempt={attempt} splitter={<Splitter split={split} />} />}
      </main>
      <footer className="ft">
        <Button icon="left" disabled={index <= reach.from || frozen || all} onClick={() => show(index - 1)}>{t('question.previous')}</Button>
        <Button icon="grid" className="only-narrow" onClick={() => setDialog('sheet')}>{t('palette.button', { answered: counts.answered, count: counts.questions })}</Button>
        <span className="sp" />
        <span className="pr np">{t('progress.answered')} <b>{counts.answered}</b>　{t('progress.open')} <b>{counts.open}</b>　{t('progress.flagged')} <b>{counts.flagged}</b></span>
        <span className="sp np" />
        {hasRefs && <Button icon={pane === 'refs' ? 'file' : 'book'} className="refb only-phone" aria-pressed={pane === 'refs'} onClick={() => setPane(pane === 'refs' ? 'question' : 'refs')}>{t(pane === 'refs' ? 'question.back' : 'question.references')}</Button>}
        {lastReachable || all
          ? <Button kind="pri" icon="check" disabled={frozen || !lastStep} onClick={() => setDialog('review')}>{t('head.review')}</Button>
          : <Button kind="pri" iconAfter="right" disabled={frozen} onClick={onward}>{t('question.next')}</Button>}
      </footer>
      {dialog === 'sheet' && <Dialog title={t('palette.title')} className="sheet-dlg" onClose={() => setDialog(null)}>{sheet}<LanguageSwitch /><div className="acts"><Button data-autofocus onClick={() => setDialog(null)}>{t('question.back')}</Button><Button kind="pri" onClick={() => setDialog('review')}>{t('head.review')}</Button></div></Dialog>}
      {dialog === 'review' && phase === 'writing' && <ReviewDialog session={session} cells={cells} counts={counts} left={left} onShow={showSlot} onClose={() => setDialog(null)} />}
      {phase === 'paused' && <Paused left={left} />}
      {phase === 'closing' && <Closing online={state.online} />}
      {attempt.mode !== 'open' && <Watermark words={`${attempt.candidate.staffNumber ?? attempt.candidate.admissionNumber} ${attempt.candidate.name}`} />}
    </div>
  );
}

/** One question, or all that may be shown, each with its own save mark. */
function Questions({ shown, state, count, frozen, session, handIn, all, onAll }: {
  shown: CandidateQuestion[]; state: ExamState; count: number; frozen: boolean; session: ExamSession; handIn: HandIn; all: boolean; onAll: ((all: boolean) => void) | null;
}) {
  const panes = shown.map((question) => <QuestionPane key={question.slot} state={state} question={question} count={count} frozen={frozen} all={all} onAll={onAll} onAnswer={(body, pace) => session.answer(question.slot, body, pace)} handIn={handIn} />);
  return all ? <div className="qn-all">{panes}</div> : panes;
}

/** The time left of the section that runs; at its end the next one begins. */
function useStepEnd(session: ExamSession, left: number, onEnd: () => void): number | null {
  const stepLeft = session.stepLeft();
  const over = stepLeft !== null && stepLeft <= 0 && left > 0 && session.get().phase === 'writing';
  const step = session.get().attempt.step;
  const ended = over && step !== null && step.index < step.count - 1 ? step.index : null;
  useEffect(() => {
    if (ended !== null) onEnd();
    // Once for each section that ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended]);
  return stepLeft;
}

/** 文武线 as time: the thin line is the whole session, the thick line what is left of it; two cuts stand at ten and five minutes. */
function Rail({ left, seconds, paused, urgent }: { left: number; seconds: number; paused: boolean; urgent: boolean }) {
  return (
    <div className={`rail ${paused ? 'dashed' : ''} ${urgent ? 'urgent' : ''}`} aria-hidden="true">
      <i style={{ width: `${(left * 100).toFixed(3)}%` }} />
      {[600, 300].map((mark) => seconds > mark && <u key={mark} style={{ left: `${(mark / seconds) * 100}%` }} />)}
    </div>
  );
}

/** A page that is opened again goes on at the first open question. */
function firstOpen(questions: ReturnType<typeof questionsOf>, outbox: Parameters<typeof cellOf>[1]): number {
  const index = questions.findIndex((question) => !cellOf(question, outbox).answered);
  return index < 0 ? 0 : index;
}

function useDocumentTitle(words: string): void {
  useEffect(() => { document.title = words; }, [words]);
}
