import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyExamItem } from '#lib/contracts';
import { getSession } from '../api/session.js';
import { dayAndTime } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import type { IconName } from '../look/icon.js';
import { LoadFailed } from '../look/load-failed.js';
import { Chip, EmptyState, type ChipTone } from '../look/parts.js';
import { PlainPage } from '../look/plain-page.js';
import { useLoad } from '../look/use-load.js';
import { goTo } from '../look/use-route.js';
import { examApi } from './exam-api.js';

const HallBar = lazy(() => import('./hall-bar.js').then((bar) => ({ default: bar.HallBar })));

/** The candidate's own exams: what is open, what comes, what is over. */
export function ListPage() {
  const { t } = useTranslation(['exam', 'common']);
  const load = useCallback(async () => {
    const [session, exams] = await Promise.all([getSession(), examApi.myExams()]);
    return { session, exams };
  }, []);
  const { data, error, reload } = useLoad(load);
  return (
    <PlainPage title={t('exam:list.title')} who={data?.session.person.name}>
      {data?.session.exam && <Suspense fallback={null}><HallBar /></Suspense>}
      {error !== null && <LoadFailed error={error} onRetry={reload} />}
      {!data && error === null && <p role="status">{t('common:state.loading')}</p>}
      {data && data.exams.length === 0 && <EmptyState title={t('exam:list.empty')} action={<a className="btn" href="/">{t('exam:list.home')}</a>}>{t('exam:list.emptyHint')}</EmptyState>}
      {data && <ul className="my-exams">{urgentFirst(data.exams, Date.parse(data.session.now)).map((exam) => <ExamItem key={exam.examId} exam={exam} now={data.session.now} />)}</ul>}
    </PlainPage>
  );
}

type Standing = 'open' | 'upcoming' | 'preparing' | 'inProgress' | 'submitted' | 'released' | 'absent' | 'postponed' | 'cancelled' | 'missed';

const looks: Record<Standing, { tone: ChipTone; icon: IconName }> = {
  open: { tone: 'live', icon: 'live' }, upcoming: { tone: 'run', icon: 'clock' }, preparing: { tone: 'plain', icon: 'clock' }, inProgress: { tone: 'live', icon: 'live' },
  submitted: { tone: 'ok', icon: 'check' }, released: { tone: 'ok', icon: 'checkc' }, absent: { tone: 'warn', icon: 'warn' }, postponed: { tone: 'warn', icon: 'clock' }, cancelled: { tone: 'plain', icon: 'ban' }, missed: { tone: 'warn', icon: 'warn' },
};

/** Where an exam stands for its candidate, at the server's time. */
export function standingOf(exam: MyExamItem, now: number): Standing {
  switch (exam.state) {
    case 'in_progress': case 'paused': return 'inProgress';
    case 'submitted': case 'marked': return 'submitted';
    case 'released': case 'absent': case 'postponed': case 'cancelled': return exam.state;
  }
  if (now < Date.parse(exam.opensAt)) return 'upcoming';
  if (now > Date.parse(exam.lateUntil)) return 'missed';
  return exam.ready ? 'open' : 'preparing';
}

/** What can be done now stands first, then what comes, then what is over; the nearest first. */
function urgentFirst(exams: readonly MyExamItem[], now: number): MyExamItem[] {
  const place = (exam: MyExamItem): number => {
    const standing = standingOf(exam, now);
    return standing === 'inProgress' ? 0 : standing === 'open' ? 1 : standing === 'upcoming' || standing === 'preparing' ? 2 : 3;
  };
  return [...exams].sort((a, b) => place(a) - place(b) || (place(a) === 3 ? -1 : 1) * (Date.parse(a.opensAt) - Date.parse(b.opensAt)));
}

function ExamItem({ exam, now }: { exam: MyExamItem; now: string }) {
  const { t } = useTranslation('exam');
  const title = useTitle();
  const locale = useLocale();
  const standing = standingOf(exam, Date.parse(now));
  const { tone, icon } = looks[standing];
  return (
    <li>
      <div>
        <h2>{title(exam.title)} <Chip tone={tone} icon={icon}>{t(`list.${standing}`)}</Chip></h2>
        <p>{t('list.at', { at: dayAndTime(exam.opensAt, locale), until: dayAndTime(exam.lateUntil, locale) })}</p>
        <p className="mute">{[t(`list.mode.${exam.mode}`), t('list.facts', { questions: exam.questions, marks: exam.totalMarks, minutes: Math.round(exam.durationSeconds / 60) }), t('list.admission', { number: exam.admissionNumber })].join(' · ')}</p>
        {exam.totalMark !== null && <p className="b">{t('list.mark', { mark: exam.totalMark, marks: exam.totalMarks })}</p>}
      </div>
      <ExamLink exam={exam} standing={standing} />
    </li>
  );
}

function ExamLink({ exam, standing }: { exam: MyExamItem; standing: Standing }) {
  const { t } = useTranslation('exam');
  const [path, words] = linkOf(exam, standing);
  if (!path) return null;
  const urgent = standing === 'open' || standing === 'inProgress';
  return (
    <a className={`btn ${urgent ? 'pri' : ''}`} href={path} onClick={(event) => { event.preventDefault(); goTo(path); }}>
      {t(`list.${words}`)}
    </a>
  );
}

function linkOf(exam: MyExamItem, standing: Standing): [string | null, 'enter' | 'continue' | 'result' | 'receipt' | 'notes'] {
  const attempt = `/exam/attempt/${exam.attemptId}`;
  if (standing === 'released' && exam.attemptId) return [`${attempt}/result`, 'result'];
  if (standing === 'inProgress' && exam.attemptId) return [attempt, 'continue'];
  if (standing === 'submitted' && exam.attemptId) return [attempt, 'receipt'];
  if (standing === 'open') return [`/exam/${exam.examId}`, 'enter'];
  if (standing === 'upcoming' || standing === 'preparing') return [`/exam/${exam.examId}`, 'notes'];
  return [null, 'notes'];
}
