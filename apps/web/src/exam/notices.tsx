import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptNotice } from '#lib/contracts';
import { clockTime } from '../i18n/format.js';
import { Band, Button } from '../look/parts.js';
import type { ExamSession } from './exam-session.js';
import { useExam } from './use-exam.js';

const retryMs = 5_000;

/** What invigilators did and said; the page tells them once it is on the screen. */
export function Notices({ session }: { session: ExamSession }) {
  const { t } = useTranslation('exam');
  const { notices, dismissed, phase } = useExam(session);
  useAcknowledging(session, notices);
  const shown = notices.filter(({ actId, kind }) => !dismissed.has(actId) && (kind === 'message' || kind === 'extend' || kind === 'retract' || (kind === 'resume' && phase === 'writing'))).slice(-3);
  return shown.map((notice) => (
    <Band key={notice.actId} tone={notice.kind === 'message' ? 'info' : 'warn'} icon={notice.kind === 'message' ? 'note' : 'clock'} urgent>
      <b>{t(`notice.${notice.kind as 'message'}`, { minutes: Math.round((notice.seconds ?? 0) / 6) / 10, time: clockTime(notice.at) })}</b> {notice.text}{' '}
      <Button size="sm" onClick={() => session.dismiss(notice.actId)}>{t('notice.read')}</Button>
    </Band>
  ));
}

/** A page that nobody sees has not shown anything. */
function useAcknowledging(session: ExamSession, notices: readonly AttemptNotice[]): void {
  const open = notices.filter(({ acknowledgedAt }) => acknowledgedAt === null).map(({ actId }) => actId).join();
  useEffect(() => {
    if (open === '') return undefined;
    const tell = (): void => { if (document.visibilityState === 'visible') void session.acknowledge(open.split(',')); };
    tell();
    document.addEventListener('visibilitychange', tell);
    const timer = setInterval(tell, retryMs);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      clearInterval(timer);
    };
  }, [session, open]);
}
