import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyExamItem } from '#lib/contracts';
import { getSession } from '../api/session.js';
import { isProblem } from '../api/problem-error.js';
import { measureClock } from '../clock/measure-clock.js';
import { ServerClock } from '../clock/server-clock.js';
import { clockTime, countdown, dayAndTime } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { LoadFailed } from '../look/load-failed.js';
import { Button, EmptyState } from '../look/parts.js';
import { PlainPage } from '../look/plain-page.js';
import { useLoad } from '../look/use-load.js';
import { goTo } from '../look/use-route.js';
import { handOver } from './attempt-page.js';
import { examApi } from './exam-api.js';
import { openOutboxStore } from './outbox-store.js';
import { enterFullscreen } from './use-watch.js';

/** What to know before an exam, a check of the device, and the button that begins. */
export function NotesPage({ examId }: { examId: string }) {
  const { t } = useTranslation(['exam', 'common']);
  const title = useTitle();
  const load = useCallback(async () => {
    const [session, exams] = await Promise.all([getSession(), examApi.myExams()]);
    return { session, exam: exams.find((exam) => exam.examId === examId) ?? null };
  }, [examId]);
  const { data, error, reload } = useLoad(load);
  if (!data) {
    return <PlainPage title={t('exam:notes.title')}>{error !== null ? <LoadFailed error={error} onRetry={reload} /> : <p role="status">{t('common:state.loading')}</p>}</PlainPage>;
  }
  if (!data.exam) {
    return <PlainPage title={t('exam:notes.title')}><EmptyState title={t('common:error.notFound')} action={<a className="btn" href="/exam/">{t('exam:list.title')}</a>}>{t('common:error.notFoundHint')}</EmptyState></PlainPage>;
  }
  return (
    <PlainPage title={title(data.exam.title)} who={data.session.person.name}>
      <div className="notes">
        <section>
          {data.exam.instructions && <><h2 className="h2">{t('exam:notes.instructions')}</h2><p className="instructions">{title(data.exam.instructions)}</p></>}
          <h2 className="h2">{t('exam:notes.rules')}</h2>
          <ol className="rules">
            {(['rule1', 'rule2', 'rule3', 'rule4'] as const).map((rule) => <li key={rule}>{t(`exam:notes.${rule}`)}</li>)}
            <li>{t(`exam:notes.ruleMode.${data.exam.mode}`)}</li>
            {data.exam.mode !== 'open' && <li>{t('exam:notes.ruleWatch')}</li>}
            {data.exam.navigation !== 'free' && <li>{t(`exam:notes.ruleNavigation.${data.exam.navigation}`)}</li>}
            {data.exam.earliestSubmitSeconds > 0 && <li>{t('exam:notes.ruleEarliest', { minutes: Math.ceil(data.exam.earliestSubmitSeconds / 60) })}</li>}
          </ol>
        </section>
        <section>
          <Facts exam={data.exam} />
          <DeviceCheck />
        </section>
      </div>
      <Begin exam={data.exam} onNews={reload} />
    </PlainPage>
  );
}

function Facts({ exam }: { exam: MyExamItem }) {
  const { t } = useTranslation('exam');
  const locale = useLocale();
  const title = useTitle();
  return (
    <>
      <h2 className="h2">{t('notes.facts')}</h2>
      <dl className="pairs">
        <dt>{t('notes.opensAt')}</dt><dd>{dayAndTime(exam.opensAt, locale)}</dd>
        <dt>{t('notes.until')}</dt><dd>{dayAndTime(exam.lateUntil, locale)}</dd>
        <dt>{t('notes.duration')}</dt><dd>{t('notes.minutes', { count: Math.round(exam.durationSeconds / 60) })}</dd>
        <dt>{t('notes.paper')}</dt><dd>{t('list.facts', { questions: exam.questions, marks: exam.totalMarks, minutes: Math.round(exam.durationSeconds / 60) })}</dd>
        <dt>{t('notes.mode')}</dt><dd>{t(`list.mode.${exam.mode}`)}</dd>
        <dt>{t('notes.admission')}</dt><dd className="num b">{exam.admissionNumber}</dd>
        {exam.place.room && <><dt>{t('notes.room')}</dt><dd>{title(exam.place.room)}{exam.place.place && ` · ${exam.place.place}`}{exam.place.seat !== null && ` · ${t('notes.seat', { seat: exam.place.seat })}`}</dd></>}
      </dl>
    </>
  );
}

interface Check {
  ms: number | null;
  serverTime: number | null;
  off: number;
  stores: boolean;
}

function DeviceCheck() {
  const { t } = useTranslation('exam');
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    let gone = false;
    const run = async (): Promise<void> => {
      const found = await checkDevice();
      if (!gone) setCheck(found);
    };
    void run();
    const timer = setInterval(() => void run(), 5_000);
    return () => { gone = true; clearInterval(timer); };
  }, []);
  return (
    <>
      <h2 className="h2 second">{t('notes.devices')}</h2>
      <ul className="checks" aria-live="polite">
        <CheckLine name={t('notes.check.server')} good={check && check.ms !== null} text={check ? (check.ms === null ? t('notes.check.serverBad') : t('notes.check.serverOk', { ms: check.ms })) : t('notes.check.running')} />
        <CheckLine name={t('notes.check.clock')} good={check && check.serverTime !== null} text={check?.serverTime != null ? t('notes.check.clockOk', { time: clockTime(check.serverTime), seconds: check.off }) : t('notes.check.running')} />
        <CheckLine name={t('notes.check.store')} good={check && check.stores} text={check ? t(check.stores ? 'notes.check.storeOk' : 'notes.check.storeBad') : t('notes.check.running')} />
        <CheckLine name={t('notes.check.screen')} good text={t('notes.check.screenOk', { width: innerWidth, height: innerHeight })} />
      </ul>
    </>
  );
}

function CheckLine({ name, good, text }: { name: string; good: boolean | null; text: string }) {
  return (
    <li className={good === null ? '' : good ? 'good' : 'bad'}>
      <Icon name={good === null ? 'clock' : good ? 'checkc' : 'warn'} />
      <b>{name}</b><span>{text}</span>
    </li>
  );
}

async function checkDevice(): Promise<Check> {
  const clock = new ServerClock();
  const before = performance.now();
  const reached = await measureClock(clock, 1).then(() => true, () => false);
  const ms = reached ? Math.round(performance.now() - before) : null;
  const stores = await openOutboxStore().then(async (store) => {
    const probe = { slot: 'probe', writer: 0, seq: 0, body: { chosen: [] }, editedAt: 0 };
    await store.put('device-check', probe);
    await store.remove('device-check', probe);
    return true;
  }).catch(() => false);
  return { ms, serverTime: clock.now(), off: Math.round(Math.abs(clock.deviceAhead(Date.now()) ?? 0) / 1000), stores };
}

/** Opens at the server's time to the second; a press that comes a moment early is told so and may be repeated. */
function Begin({ exam, onNews }: { exam: MyExamItem; onNews: () => void }) {
  const { t } = useTranslation('exam');
  const locale = useLocale();
  const wait = useWait(exam.opensAt);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [code, setCode] = useState('');
  const begin = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    if (exam.mode !== 'open') enterFullscreen();
    try {
      const sent = performance.now();
      const attempt = await examApi.start(exam.examId, code.trim());
      handOver(attempt, sent);
      goTo(`/exam/attempt/${attempt.id}`);
    } catch (problem) {
      setError(problem);
      setBusy(false);
      if (isProblem(problem, 'exam.not_ready')) onNews();
    }
  };
  return (
    <div className="begin">
      {error !== null && <LoadFailed error={error} onRetry={() => void begin()} />}
      {wait > 0 && <p className="ink2">{t('notes.notYet', { at: dayAndTime(exam.opensAt, locale) })} · <b className="num">{t('notes.opensIn', { time: countdown(wait) })}</b></p>}
      {exam.needsAccessCode && exam.attemptId === null && <label className="access-code"><span className="lab">{t('notes.code')}</span><input className="inp" autoComplete="off" autoCapitalize="characters" maxLength={40} value={code} onChange={(event) => setCode(event.target.value)} /><span className="hint">{t('notes.codeHint')}</span></label>}
      <Button kind="pri" size="big" disabled={busy || wait > 0} onClick={() => void begin()}>{t(busy ? 'notes.starting' : exam.attemptId && exam.state !== 'not_started' ? 'list.continue' : 'notes.start')}</Button>
    </div>
  );
}

function useWait(opensAt: string): number {
  const [wait, setWait] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const clock = new ServerClock();
    const look = (): void => setWait(Date.parse(opensAt) - (clock.now() ?? Date.now()));
    void measureClock(clock).catch(() => undefined).finally(look);
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [opensAt]);
  return Number.isFinite(wait) ? wait : 0;
}
