import { useEffect, useState } from 'react';
import { newId } from '#lib/kernel';
import { examApi } from './exam-api.js';
import type { ExamSession } from './exam-session.js';
import { IncidentReporter } from './incidents.js';

/** Follows what invigilators do; the part that needs a socket is loaded after the first question is shown. */
export function useAttemptLive(session: ExamSession): void {
  useEffect(() => {
    let gone = false;
    let stop: (() => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      import('./attempt-live.js').then(({ followAttempt }) => { if (!gone) stop = followAttempt(session); }, () => { timer = setTimeout(follow, 5_000); });
    };
    follow();
    return () => {
      gone = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [session]);
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
  const [noted, setNoted] = useState(0);
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    if (!active) return undefined;
    const { id } = session.get().attempt;
    const reporter = new IncidentReporter({ send: (report) => examApi.report(id, report), newId, now: () => Date.now(), later: (act, ms) => void setTimeout(act, ms) });
    const note = (act: () => void) => (): void => {
      if (session.get().phase !== 'writing') return;
      act();
      setNoted(reporter.noted);
    };
    const onVisible = (): void => (document.visibilityState === 'hidden' ? reporter.begin('focus_lost') : reporter.end('focus_lost'));
    const onFull = (): void => {
      const now = document.fullscreenElement !== null;
      setFull(now);
      if (now) reporter.end('fullscreen_left');
      else reporter.begin('fullscreen_left');
    };
    const listeners: [EventTarget, string, () => void][] = [
      [document, 'visibilitychange', note(onVisible)], [window, 'blur', note(() => reporter.begin('focus_lost'))], [window, 'focus', note(() => reporter.end('focus_lost'))],
      [document, 'fullscreenchange', note(onFull)], [document, 'copy', note(() => reporter.note('copy'))], [document, 'paste', note(() => reporter.note('paste'))],
      [window, 'beforeprint', note(() => reporter.note('print'))], [document, 'contextmenu', note(() => reporter.note('context_menu'))],
    ];
    for (const [target, name, act] of listeners) target.addEventListener(name, act);
    return () => { for (const [target, name, act] of listeners) target.removeEventListener(name, act); };
  }, [session, active]);
  return { offFullscreen: active && !full && document.fullscreenEnabled, goFullscreen: enterFullscreen, noted };
}

/** Only ever after a press: the browser refuses otherwise. */
export function enterFullscreen(): void {
  void document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
}
