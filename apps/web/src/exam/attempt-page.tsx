import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '#lib/contracts';
import { getClock, getSession } from '../api/session.js';
import { measureClock } from '../clock/measure-clock.js';
import { ServerClock } from '../clock/server-clock.js';
import { keepFonts } from '../look/keep-fonts.js';
import { LoadFailed } from '../look/load-failed.js';
import { PlainPage } from '../look/plain-page.js';
import { needsRareFields, rareFields } from '../question/load-rare-fields.js';
import { examApi } from './exam-api.js';
import { ExamScreen, referencesPane } from './exam-screen.js';
import { ExamSession } from './exam-session.js';
import { openOutboxStore } from './outbox-store.js';
import { questionsOf } from './palette.js';

let handed: { attempt: AttemptView; sent: number; received: number } | null = null;

/** Passes an attempt that was just started to its page, so that the first question needs no second request. */
export function handOver(attempt: AttemptView, sent: number): void {
  handed = { attempt, sent, received: performance.now() };
}

/** Opens an attempt: reads it once, sets the clock by the answer, and takes up what this device had kept. */
export function AttemptPage({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation(['exam', 'common']);
  const [session, setSession] = useState<ExamSession | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let opened: ExamSession | null = null;
    let gone = false;
    open(attemptId).then(
      (made) => {
        if (gone) return made.stop();
        opened = made;
        setError(null);
        setSession(made);
      },
      (reason: unknown) => { if (!gone) setError(reason); },
    );
    return () => {
      gone = true;
      opened?.stop();
    };
  }, [attemptId, round]);

  if (session) return <ExamScreen session={session} />;
  return (
    <PlainPage title={t(error === null ? 'exam:loading' : 'exam:failed')}>
      {error === null ? <p role="status">{t('common:state.loading')}</p> : <LoadFailed error={error} onRetry={() => setRound(round + 1)} />}
    </PlainPage>
  );
}

async function open(attemptId: string): Promise<ExamSession> {
  const clock = new ServerClock();
  const store = await openOutboxStore();
  const { attempt, sent, received } = await takeAttempt(attemptId);
  clock.learn(sent, received, attempt.now);
  const session = new ExamSession(attempt, {
    api: examApi,
    store,
    clock,
    probe: async () => {
      const asked = performance.now();
      const { now } = await getClock();
      clock.learn(asked, performance.now(), now);
    },
    wallClock: () => Date.now(),
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  void measureClock(clock).catch(() => undefined);
  keepFonts(JSON.stringify([attempt.title, attempt.candidate, attempt.sections]));
  // Before the first question is shown: later the network may be gone.
  if (needsRareFields(questionsOf(attempt.sections))) await rareFields.load();
  if (attempt.references.length > 0) await referencesPane.load();
  await session.takeUpKept();
  return session;
}

async function takeAttempt(attemptId: string): Promise<{ attempt: AttemptView; sent: number; received: number }> {
  const given = handed;
  handed = null;
  if (given?.attempt.id === attemptId) return given;
  await getSession();
  const sent = performance.now();
  const attempt = await examApi.attempt(attemptId);
  return { attempt, sent, received: performance.now() };
}
