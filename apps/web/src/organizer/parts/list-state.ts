import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';

/** A list's search, order and filters, kept in the address so that going back shows the same list. */
export function useListState(initial: { sort?: string } = {}) {
  const [params, setParams] = useSearchParams();
  const set = useCallback((changes: Record<string, string | null | undefined>) => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    }, { replace: true });
  }, [setParams]);
  const get = useCallback((name: string) => params.get(name) ?? undefined, [params]);
  return useMemo(() => ({ q: get('q') ?? '', sort: get('sort') ?? initial.sort, get, set }), [get, set, initial.sort]);
}

export type ListState = ReturnType<typeof useListState>;

/** The text once it has stood still for a moment. */
export function useSettled(text: string, wait = 250): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), wait);
    return () => clearTimeout(timer);
  }, [text, wait]);
  return settled;
}
