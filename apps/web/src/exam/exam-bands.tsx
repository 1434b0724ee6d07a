import { useTranslation } from 'react-i18next';
import { Band, Button } from '../look/parts.js';
import type { ExamSession } from './exam-session.js';
import { Notices } from './notices.js';
import { useExam } from './use-exam.js';
import type { Watch } from './use-watch.js';

/** What the candidate must know now: offline, minutes left, answers overtaken by another device, a refusal. */
export function ExamBands({ session, announced, watch }: { session: ExamSession; announced: number | null; watch: Watch }) {
  const { t } = useTranslation('exam');
  const { online, outbox, keeps, contested, problem, phase } = useExam(session);
  const waiting = outbox.waiting.size;
  return (
    <>
      {!online && phase === 'writing' && (
        <Band tone="warn" icon="offline" urgent>
          <b>{t('band.offlineTitle')}</b> {keeps ? (waiting > 0 ? t('band.offline', { count: waiting }) : t('band.offlineNone')) : t('band.unkept')}
        </Band>
      )}
      {online && !keeps && <Band tone="warn" icon="warn">{t('band.unkept')}</Band>}
      <Notices session={session} />
      {watch.offFullscreen && phase === 'writing' && <Band tone="warn" icon="warn"><b>{t('watch.title')}</b> {t('watch.text')}{watch.noted > 0 && ` ${t('watch.noted', { count: watch.noted })}`} <Button size="sm" onClick={watch.goFullscreen}>{t('watch.act')}</Button></Band>}
      {outbox.passed.size > 0 && <Band tone="warn" icon="clock">{t('step.passed', { count: outbox.passed.size })}</Band>}
      {problem && <Band tone="warn" icon="warn" urgent>{problem.problem.title}</Band>}
      {contested.length > 0 && (
        <Band tone="info" icon="note">
          {t('band.contested', { count: contested.length })}{' '}
          <Button size="sm" onClick={() => session.settleContested(false)}>{t('band.keepOther')}</Button>{' '}
          <Button size="sm" onClick={() => session.settleContested(true)}>{t('band.useThis')}</Button>
        </Band>
      )}
      <p className="vh" role="status" aria-live="assertive">{announced !== null && phase === 'writing' ? t('band.left', { count: announced }) : ''}</p>
    </>
  );
}
