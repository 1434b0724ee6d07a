import { useEffect, useState } from 'react';

/** Renders again at an interval; gives the monotonic time. */
export function useTicking(ms: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return now;
}
