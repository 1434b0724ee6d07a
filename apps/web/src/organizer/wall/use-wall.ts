import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { WallFrame, WallView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { ServerClock } from '../../clock/server-clock.js';
import { jitter } from '../../live/live-connection.js';
import { LiveContext } from '../parts/live-context.js';
import { applyFrame, fits, type Held, holdSnapshot } from './wall-sync.js';

const pollMs = 4_000;
const safetyMs = 30_000;

export interface WallState {
  view: WallView | null;
  error: unknown;
  /** Changes arrive by themselves; otherwise the wall is read every few seconds. */
  live: boolean;
  clock: ServerClock;
  reload: () => void;
}

/** The wall of an exam, kept up to date by the frames of its live rooms, and by reading it while there is no socket. */
export function useWall(examId: string): WallState {
  const connection = useContext(LiveContext);
  const [clock] = useState(() => new ServerClock());
  const [view, setView] = useState<WallView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [live, setLive] = useState(false);
  const held = useRef<Held>({});
  /** Reads again after so many milliseconds. */
  const again = useRef<(ms: number) => void>(() => undefined);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    async function read(): Promise<void> {
      const sent = performance.now();
      try {
        const fresh = await api.get<WallView>(`/exams/${examId}/wall`);
        if (gone) return;
        clock.learn(sent, performance.now(), fresh.now);
        held.current = holdSnapshot(fresh);
        setView(fresh);
        setError(null);
      } catch (reason) {
        if (!gone) setError(reason);
      }
      later(connection?.connected ? safetyMs + jitter(3_000) : pollMs + jitter(500));
    }
    function later(ms: number): void {
      if (timer) clearTimeout(timer);
      if (!gone) timer = setTimeout(() => void read(), ms);
    }
    again.current = later;
    void read();
    return () => {
      gone = true;
      if (timer) clearTimeout(timer);
    };
  }, [clock, connection, examId]);

  const soon = useCallback((ms: number): void => again.current(ms + jitter(200)), []);

  const rooms = view?.live.join(' ') ?? '';
  useEffect(() => {
    if (!connection || rooms === '') return undefined;
    const leaves = (rooms.split(' ') as WallView['live']).map((room) => connection.watch(room, {
      changed: (message) => {
        const act = fits(held.current, message);
        if (act === 'read') soon(0);
        if (act !== 'apply') return;
        held.current = { ...held.current, [room]: message.to };
        const frame = message.view as WallFrame;
        const now = performance.now();
        clock.learn(now - 100, now, frame.now);
        setView((before) => before && applyFrame(before, room, frame));
        // The figures of an act over several rooms are read as a whole.
        if (frame.acts && rooms.includes(' ')) soon(200);
      },
      raised: () => undefined,
      watching: () => {
        setLive(true);
        soon(0);
      },
    }));
    const forget = connection.onChange(() => {
      if (connection.connected) return;
      setLive(false);
      soon(pollMs);
    });
    return () => {
      leaves.forEach((leave) => leave());
      forget();
      setLive(false);
    };
  }, [clock, connection, rooms, soon]);

  return { view, error, live, clock, reload: () => soon(0) };
}
