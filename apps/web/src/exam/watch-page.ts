import { newId } from '#lib/kernel';
import { examApi } from './exam-api.js';
import type { ExamSession } from './exam-session.js';
import { IncidentReporter } from './incidents.js';

/** Notes what a closed-book exam notes while questions are open, and tells how often, and whether the screen is full. */
export function watchPage(session: ExamSession, onSeen: (seen: { noted: number; full: boolean }) => void): () => void {
  const { id } = session.get().attempt;
  const reporter = new IncidentReporter({ send: (report) => examApi.report(id, report), newId, now: () => Date.now(), later: (act, ms) => void setTimeout(act, ms) });
  const tell = (): void => onSeen({ noted: reporter.noted, full: document.fullscreenElement !== null });
  const note = (act: () => void) => (): void => {
    if (session.get().phase === 'writing') act();
    tell();
  };
  const onVisible = (): void => (document.visibilityState === 'hidden' ? reporter.begin('focus_lost') : reporter.end('focus_lost'));
  const onFull = (): void => (document.fullscreenElement === null ? reporter.begin('fullscreen_left') : reporter.end('fullscreen_left'));
  const listeners: [EventTarget, string, () => void][] = [
    [document, 'visibilitychange', note(onVisible)], [window, 'blur', note(() => reporter.begin('focus_lost'))], [window, 'focus', note(() => reporter.end('focus_lost'))],
    [document, 'fullscreenchange', note(onFull)], [document, 'copy', note(() => reporter.note('copy'))], [document, 'paste', note(() => reporter.note('paste'))],
    [window, 'beforeprint', note(() => reporter.note('print'))], [document, 'contextmenu', note(() => reporter.note('context_menu'))],
  ];
  for (const [target, name, act] of listeners) target.addEventListener(name, act);
  tell();
  return () => { for (const [target, name, act] of listeners) target.removeEventListener(name, act); };
}
