import { useEffect, useState } from 'react';

/** A part of a page that is loaded when it is first needed; it may be loaded before, so that it is there when the network is not. */
export interface LatePart<T> {
  load: () => Promise<void>;
  /** Null until it is there; a network that fails is tried again. */
  use: () => T | null;
}

const retryMs = 2_000;

export function latePart<T>(bring: () => Promise<T>): LatePart<T> {
  let loaded: T | null = null;
  const load = async (): Promise<void> => { loaded ??= await bring(); };
  const use = (): T | null => {
    const [part, setPart] = useState(loaded);
    useEffect(() => {
      if (part) return undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const attempt = (): void => void load().then(() => setPart(loaded), () => { timer = setTimeout(attempt, retryMs); });
      attempt();
      return () => clearTimeout(timer);
    }, [part]);
    return part;
  };
  return { load, use };
}
