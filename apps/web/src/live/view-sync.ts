/** What to do with a message about a view of which this client holds a revision. */
export type SyncAct = 'apply' | 'read' | 'ignore';

/** A change applies only to the very revision that is held; with any other the snapshot is read again. */
export function onChanged(held: number | null, { from, to }: { from: number; to: number }): SyncAct {
  if (held === null) return 'read';
  if (to <= held) return 'ignore';
  return from === held ? 'apply' : 'read';
}

/** The aggregate moved on: read again unless the client is there already. */
export function onRaised(held: number | null, { to }: { to: number }): SyncAct {
  return held !== null && to <= held ? 'ignore' : 'read';
}

/** Never back: a snapshot that was overtaken on its way is dropped. */
export function isNewer(held: number | null, read: number): boolean {
  return held === null || read >= held;
}

export interface Freshness {
  /** What the reader is told: changes arrive by themselves, or are fetched, or do not come. */
  kind: 'live' | 'polling' | 'stale';
  /** Seconds since the view was last known to be right. */
  seconds: number;
}

/** Says honestly how old a view may be. `confirmedAt` is when it was last applied, read, or known to be watched. */
export function freshness(connected: boolean, confirmedAt: number | null, now: number, staleAfter: number): Freshness {
  const seconds = confirmedAt === null ? 0 : Math.max(0, Math.round((now - confirmedAt) / 1000));
  if (connected) return { kind: 'live', seconds };
  return { kind: seconds * 1000 > staleAfter ? 'stale' : 'polling', seconds };
}
