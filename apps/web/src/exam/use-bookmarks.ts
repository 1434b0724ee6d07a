import { useState } from 'react';

/** Articles a candidate marked in this attempt; they stay on this device. */
export function useBookmarks(attemptId: string): { ids: string[]; toggle: (id: string) => void } {
  const key = `kaosai-bookmarks:${attemptId}`;
  const [ids, setIds] = useState<string[]>(() => read(key));
  const toggle = (id: string): void => {
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    setIds(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Without storage the marks last as long as the page.
    }
  };
  return { ids, toggle };
}

function read(key: string): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
