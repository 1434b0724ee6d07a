import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** The path of the page; enough of a router for an entry with a handful of pages. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** Goes to another page of the same entry. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  for (const listener of listeners) listener();
  scrollTo(0, 0);
}
