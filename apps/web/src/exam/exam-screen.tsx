import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleIn, useLocale } from '../i18n/texts.js';
import { Dialog } from '../look/dialog.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Button } from '../look/parts.js';
import { AnswerSheet } from './answer-sheet.js';
import { shareLeft } from './countdown.js';
import { Closing, Done, Ended, Lost, Paused } from './end-pages.js';
import { ExamBands } from './exam-bands.js';
import { ExamHeader } from './exam-header.js';
import type { ExamSession } from './exam-session.js';
import { cellOf, countCells, questionsOf } from './palette.js';
import { QuestionPane } from './question-pane.js';
import { ReferencesPane } from './references-pane.js';
import { ReviewDialog } from './review-dialog.js';
import { Splitter, useSplit } from './splitter.js';
import { useExam, usePageEvents, useTimeLeft } from './use-exam.js';
import { useExamKeys } from './use-exam-keys.js';
import { useHandIn } from './use-hand-in.js';

/** The exam: answer sheet, question and references side by side; clock and save mark always top right. */
export function ExamScreen({ session }: { session: ExamSession }) {
  const state = useExam(session);
  const wake = useCallback(() => session.wake(), [session]);
  const time = useTimeLeft(session, wake);
  usePageEvents(session);
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
  const [index, setIndex] = useState(() => firstOpen(questions, outbox));
  const [pane, setPane] = useState<'question' | 'refs'>('question');
  const [dialog, setDialog] = useState<'review' | 'sheet' | null>(null);
  const cells = questions.map((question) => cellOf(question, outbox));
  const counts = countCells(cells);
  const question = questions[index];
  const hasRefs = attempt.references.length > 0;
  const frozen = phase !== 'writing';
  const split = useSplit();
  const handIn = useHandIn(attempt);

  const show = (next: number): void => {
    setIndex(Math.min(questions.length - 1, Math.max(0, next)));
    setPane('question');
    setDialog(null);
  };
  useExamKeys({ enabled: !frozen && dialog === null, question, body: question && session.bodyOf(question.slot), onMove: (by) => show(index + by), onAnswer: (body) => question && session.answer(question.slot, body) });

  const sheet = <AnswerSheet sections={attempt.sections} cells={cells} counts={counts} current={question?.slot ?? ''} onShow={(slot) => show(questions.findIndex((candidate) => candidate.slot === slot))} />;
  return (
    <div className={`exam ${hasRefs ? '' : 'no-refs'} pane-${pane} ${phase}`}>
      <ExamHeader state={state} left={left} onReview={() => setDialog('review')} />
      <Rail left={shareLeft(left, attempt.durationSeconds)} seconds={attempt.durationSeconds} paused={phase === 'paused'} urgent={left <= 300_000} />
      <ExamBands session={session} announced={announced} />
      <main className="main" style={split.style}>
        <nav className="pal" aria-label={t('palette.title')}>{sheet}</nav>
        {question && <QuestionPane key={question.slot} state={state} question={question} count={questions.length} frozen={frozen} onAnswer={(body, pace) => session.answer(question.slot, body, pace)} handIn={handIn} />}
        {hasRefs && <ReferencesPane attempt={attempt} splitter={<Splitter split={split} />} />}
      </main>
      <footer className="ft">
        <Button icon="left" disabled={index === 0 || frozen} onClick={() => show(index - 1)}>{t('question.previous')}</Button>
        <Button icon="grid" className="only-narrow" onClick={() => setDialog('sheet')}>{t('palette.button', { answered: counts.answered, count: counts.questions })}</Button>
        <span className="sp" />
        <span className="pr np">{t('progress.answered')} <b>{counts.answered}</b>　{t('progress.open')} <b>{counts.open}</b>　{t('progress.flagged')} <b>{counts.flagged}</b></span>
        <span className="sp np" />
        {hasRefs && <Button icon={pane === 'refs' ? 'file' : 'book'} className="refb only-phone" aria-pressed={pane === 'refs'} onClick={() => setPane(pane === 'refs' ? 'question' : 'refs')}>{t(pane === 'refs' ? 'question.back' : 'question.references')}</Button>}
        {index < questions.length - 1
          ? <Button kind="pri" iconAfter="right" disabled={frozen} onClick={() => show(index + 1)}>{t('question.next')}</Button>
          : <Button kind="pri" icon="check" disabled={frozen} onClick={() => setDialog('review')}>{t('head.review')}</Button>}
      </footer>
      {dialog === 'sheet' && <Dialog title={t('palette.title')} className="sheet-dlg" onClose={() => setDialog(null)}>{sheet}<LanguageSwitch /><div className="acts"><Button data-autofocus onClick={() => setDialog(null)}>{t('question.back')}</Button><Button kind="pri" onClick={() => setDialog('review')}>{t('head.review')}</Button></div></Dialog>}
      {dialog === 'review' && phase === 'writing' && <ReviewDialog session={session} cells={cells} counts={counts} left={left} onShow={(slot) => show(questions.findIndex((candidate) => candidate.slot === slot))} onClose={() => setDialog(null)} />}
      {phase === 'paused' && <Paused left={left} />}
      {phase === 'closing' && <Closing online={state.online} />}
    </div>
  );
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
