import { useEffect, useState } from 'react';
import { measureClock } from '../clock/measure-clock.js';
import { ServerClock } from '../clock/server-clock.js';

export interface ClockState {
  reachable: boolean | null;
  /** The server's time, in ms since 1970. */
  now: number | null;
  /** How far this device is ahead (+) or behind (−), in ms. */
  ahead: number | null;
}

/** The server's clock, ticking; measured again every minute. */
export function useServerClock(): ClockState {
  const [clock] = useState(() => new ServerClock());
  const [state, setState] = useState<ClockState>({ reachable: null, now: null, ahead: null });

  useEffect(() => {
    let gone = false;
    let reachable: boolean | null = null;
    const show = (): void => {
      if (!gone) setState({ reachable, now: clock.now(), ahead: clock.deviceAhead(Date.now()) });
    };
    const measure = (): void => {
      measureClock(clock).then(() => { reachable = true; }, () => { reachable = false; }).finally(show);
    };
    measure();
    const ticking = setInterval(show, 1_000);
    const measuring = setInterval(measure, 60_000);
    return () => {
      gone = true;
      clearInterval(ticking);
      clearInterval(measuring);
    };
  }, [clock]);

  return state;
}
