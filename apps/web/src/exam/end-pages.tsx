import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '#lib/contracts';
import { signInPath } from '../api/session.js';
import { clockTime, countdown, dayAndTime } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { Button, Note, Stamp } from '../look/parts.js';
import { PlainPage } from '../look/plain-page.js';
import type { ExamState } from './exam-session.js';

const byKey = { candidate: 'done.byCandidate', clock: 'done.byClock', invigilator: 'done.byInvigilator' } as const;

/** The end: the seal, what counts, and the receipt to write down. */
export function Done({ state, submission }: { state: ExamState; submission: SubmissionView }) {
  const { t } = useTranslation('exam');
  const title = useTitle();
  const locale = useLocale();
  const { attempt, unsent } = state;
  return (
    <PlainPage title={title(attempt.title)} who={attempt.candidate.name}>
      <section className="done-page" role="status">
        <Stamp size={34}>{t('done.stamp')}</Stamp>
        <p className="big">{t(byKey[submission.submittedBy], { time: clockTime(submission.submittedAt) })}</p>
      </section>
      {unsent > 0 && <Note tone="warn" live>{t('done.unsent', { count: unsent })}</Note>}
      <dl className="pairs">
        <dt>{t('done.candidate')}</dt><dd>{attempt.candidate.name} · {t('head.admission', { number: attempt.candidate.admissionNumber })}</dd>
        <dt>{t('done.at')}</dt><dd>{dayAndTime(submission.submittedAt, locale)}</dd>
        <dt>{t('done.answered')}</dt><dd>{t('done.answeredText', { answered: submission.answered, count: submission.questions })}</dd>
        <dt>{t('done.receipt')}</dt><dd><Receipt receipt={submission.receipt} /></dd>
      </dl>
      <p className="t14 ink2">{t('done.receiptHint')}</p>
      <p className="t14 ink2">{t('done.next')}</p>
      <p className="end-acts">
        <a className="btn" href="/exam/">{t('done.list')}</a>
        {submission.state === 'released' && <a className="btn pri" href={`/exam/attempt/${attempt.id}/result`}>{t('done.result')}</a>}
      </p>
    </PlainPage>
  );
}

/** In groups of four, as it is read out. */
function Receipt({ receipt }: { receipt: string }) {
  const { t } = useTranslation('exam');
  const [copied, setCopied] = useState(false);
  const grouped = receipt.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
  // The clipboard interface does not exist on plain HTTP.
  const copy = navigator.clipboard ? () => void navigator.clipboard.writeText(receipt).then(() => setCopied(true), () => undefined) : null;
  return (
    <span className="receipt">
      <span className="mono">{grouped}</span>
      {copy && <Button size="sm" icon={copied ? 'check' : 'file'} onClick={copy}>{t(copied ? 'done.copied' : 'done.copy')}</Button>}
    </span>
  );
}

/** Time is over: the screen is frozen while the last answers go out. */
export function Closing({ online }: { online: boolean }) {
  const { t } = useTranslation('exam');
  return (
    <div className="hold"><section className="dlg" role="alertdialog" aria-labelledby="closing-title" aria-describedby="closing-text">
      <h2 id="closing-title" className="row"><Icon name="clock" />{t('closing.title')}</h2>
      <p id="closing-text" className="ink2" role="status">{t(online ? 'closing.sending' : 'closing.offline')}</p>
    </section></div>
  );
}

export function Paused({ left }: { left: number }) {
  const { t } = useTranslation('exam');
  return (
    <div className="hold"><section className="dlg" role="alertdialog" aria-labelledby="paused-title">
      <h2 id="paused-title" className="row"><Icon name="pause" />{t('paused.title')}</h2>
      <dl><dt>{t('paused.time')}</dt><dd>{t('paused.timeText', { time: countdown(left) })}</dd><dt>{t('paused.answers')}</dt><dd>{t('paused.answersText')}</dd></dl>
      <p className="ink2">{t('paused.stay')}</p>
    </section></div>
  );
}

/** Another device writes: what is safe, what waits here, and the way to go on here. */
export function Lost({ state, onTakeOver }: { state: ExamState; onTakeOver: () => void }) {
  const { t } = useTranslation('exam');
  const waiting = state.outbox.waiting.size;
  return (
    <PlainPage title={t('lost.title')} who={state.attempt.candidate.name}>
      <div className="stack">
        <p>{t('lost.text')}</p>
        {waiting > 0 && <Note tone="warn" icon="upload">{t('lost.waiting', { count: waiting })}</Note>}
        {state.problem && <Note tone="bad" live>{state.problem.problem.title}</Note>}
        <p className="ink2">{t('lost.warn')}</p>
        <p><Button kind="pri" size="big" onClick={onTakeOver}>{t('lost.act')}</Button></p>
        <p className="t14 mute">{t('lost.notMe')}</p>
      </div>
    </PlainPage>
  );
}

export function Ended({ state }: { state: ExamState }) {
  const { t } = useTranslation('exam');
  return (
    <PlainPage title={t('ended.title')} who={state.attempt.candidate.name}>
      <div className="stack">
        <Note tone="warn" live>{t('ended.text', { count: state.outbox.waiting.size })}</Note>
        <p><a className="btn pri big" href={signInPath()}>{t('ended.act')}</a></p>
      </div>
    </PlainPage>
  );
}
