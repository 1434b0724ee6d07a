import { useEffect, useState, useSyncExternalStore } from 'react';
import { ServerClock } from '../clock/server-clock.js';
import { measureClock } from '../clock/measure-clock.js';
import type { LiveConnection } from '../live/live-connection.js';
import { openJudgeStore } from './judge-store.js';
import { SheetOutbox, type SheetOutboxState } from './sheet-outbox.js';

/** The outbox of the tablet: it sends whenever the connection comes back. */
export function useSheetOutbox(stageId: string, connection: LiveConnection, onDelivered: () => void): { outbox: SheetOutbox | null; state: SheetOutboxState } {
  const [outbox, setOutbox] = useState<SheetOutbox | null>(null);
  useEffect(() => {
    let opened: SheetOutbox | null = null;
    let gone = false;
    let stopListening = (): void => undefined;
    void openJudgeStore().then(async (store) => {
      if (gone) return;
      opened = new SheetOutbox({
        store, onDelivered,
        send: ({ command }) => connection.command('sheet.submit', command),
        later: (act, ms) => {
          const timer = setTimeout(act, ms);
          return () => clearTimeout(timer);
        },
      });
      const box = opened;
      stopListening = connection.onChange(() => { if (connection.connected) void box.flush(); });
      setOutbox(box);
      await box.takeUp(stageId);
    });
    return () => {
      gone = true;
      stopListening();
      opened?.stop();
    };
  }, [stageId, connection, onDelivered]);
  return { outbox, state: useSyncExternalStore(outbox?.subscribe ?? noListener, outbox?.get ?? nothing) };
}

const empty: SheetOutboxState = { pending: [], refused: null, delivered: null, keeps: true };
const nothing = (): SheetOutboxState => empty;
const noListener = (): (() => void) => () => undefined;

/** The server's clock for the time a performance has used. */
export function useStageClock(): ServerClock {
  const [clock] = useState(() => new ServerClock());
  useEffect(() => {
    const measure = (): void => void measureClock(clock, 2).catch(() => undefined);
    measure();
    const timer = setInterval(measure, 60_000);
    return () => clearInterval(timer);
  }, [clock]);
  return clock;
}
