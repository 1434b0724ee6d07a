import { useEffect, useState } from 'react';
import type { ExamSession } from './exam-session.js';

/** Follows what invigilators do; the part that needs a socket is loaded after the first question is shown. */
export function useAttemptLive(session: ExamSession): void {
  useEffect(() => startLate(() => import('./attempt-live.js').then(({ followAttempt }) => followAttempt(session))), [session]);
}

export interface Watch {
  /** Asked for, and left or refused. */
  offFullscreen: boolean;
  goFullscreen: () => void;
  /** How often something was noted since this page was opened. */
  noted: number;
}

/** In a closed or restricted exam: asks for the whole screen, and notes when the page is left, copied from, pasted into or printed. */
export function useWatch(session: ExamSession, active: boolean): Watch {
  const [{ noted, full }, setSeen] = useState(() => ({ noted: 0, full: document.fullscreenElement !== null }));
  useEffect(() => (active ? startLate(() => import('./watch-page.js').then(({ watchPage }) => watchPage(session, setSeen))) : undefined), [session, active]);
  return { offFullscreen: active && !full && document.fullscreenEnabled, goFullscreen: enterFullscreen, noted };
}

/** Only ever after a press: the browser refuses otherwise. */
export function enterFullscreen(): void {
  void document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
}

const retryMs = 5_000;

/** Starts something that is loaded late, again when the network fails; answers how to stop it. */
function startLate(start: () => Promise<() => void>): () => void {
  let gone = false;
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = (): void => {
    start().then((end) => { if (gone) end(); else stop = end; }, () => { if (!gone) timer = setTimeout(attempt, retryMs); });
  };
  attempt();
  return () => {
    gone = true;
    clearTimeout(timer);
    stop?.();
  };
}
