import { useCallback, useEffect, useState } from 'react';

export interface Loaded<T> {
  data: T | null;
  error: unknown;
  reload: () => void;
}

/** Reads once when the page opens, and again on demand. `load` must be stable. */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let gone = false;
    load().then(
      (value) => { if (!gone) { setData(value); setError(null); } },
      (reason: unknown) => { if (!gone) setError(reason); },
    );
    return () => { gone = true; };
  }, [load, round]);

  return { data, error, reload: useCallback(() => setRound((value) => value + 1), []) };
}
