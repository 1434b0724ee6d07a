import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { clocksParted } from '../clock/server-clock.js';
import { dueAnnouncement } from './countdown.js';
import type { ExamSession, ExamState } from './exam-session.js';

export function useExam(session: ExamSession): ExamState {
  return useSyncExternalStore(session.subscribe, session.get);
}

export interface TimeLeft {
  ms: number;
  /** Minutes that were just reached and should be read out. */
  announced: number | null;
}

/** The time left by the server's clock, four times a second; drives the session's own look at the clock. */
export function useTimeLeft(session: ExamSession, onWake: () => void): TimeLeft {
  const [left, setLeft] = useState<TimeLeft>(() => ({ ms: session.timeLeft(), announced: null }));
  const before = useRef({ wall: 0, monotonic: 0, left: Number.NEGATIVE_INFINITY });

  useEffect(() => {
    const look = (): void => {
      const now = { wall: Date.now(), monotonic: performance.now() };
      if (before.current.wall > 0 && clocksParted(before.current, now)) onWake();
      const ms = session.timeLeft();
      const due = dueAnnouncement(before.current.left, ms);
      const secondPassed = Math.ceil(ms / 1000) !== Math.ceil(before.current.left / 1000);
      before.current = { ...now, left: ms };
      session.tick();
      if (secondPassed || due !== null) setLeft((held) => ({ ms, announced: due ?? held.announced }));
    };
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [session, onWake]);

  return left;
}

/** Listens to the browser: the network is back, the page goes away, the page is closed with answers unsent. */
export function usePageEvents(session: ExamSession): void {
  useEffect(() => {
    const onHide = (): void => { if (document.visibilityState === 'hidden') session.leave(); };
    const onClose = (event: BeforeUnloadEvent): void => {
      const { phase, outbox } = session.get();
      if (phase === 'writing' && outbox.waiting.size > 0) event.preventDefault();
    };
    addEventListener('online', session.retryNow);
    addEventListener('pagehide', session.leave);
    addEventListener('beforeunload', onClose);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      removeEventListener('online', session.retryNow);
      removeEventListener('pagehide', session.leave);
      removeEventListener('beforeunload', onClose);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [session]);
}
