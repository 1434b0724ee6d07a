import type { AttemptLiveView } from '#lib/contracts';
import { LiveConnection } from '../live/live-connection.js';
import { LiveView } from '../live/live-view.js';
import { examApi } from './exam-api.js';
import type { ExamSession } from './exam-session.js';

const beatMs = 10_000;

/** Follows what invigilators do to an attempt: at once over the socket, every ten seconds by asking while there is none. Answers are never sent this way. */
export function followAttempt(session: ExamSession): () => void {
  const connection = new LiveConnection();
  const { id } = session.get().attempt;
  const live = new LiveView<AttemptLiveView>(connection, `attempt:${id}`, () => examApi.live(id), beatMs);
  let told = -1;
  live.subscribe(() => {
    const { view } = live.get();
    if (!view || view.revision === told) return;
    told = view.revision;
    session.learnLive(view);
  });
  live.start();
  const beat = (): void => void connection.command('attempt.beat', { attemptId: id, unsent: session.get().outbox.waiting.size }).catch(() => undefined);
  const stopListening = connection.onChange(() => { if (connection.connected) beat(); });
  const timer = setInterval(beat, beatMs);
  return () => {
    clearInterval(timer);
    stopListening();
    live.stop();
    connection.close();
  };
}
