import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveConnection, Room } from './live-connection.js';
import { LiveView, type LiveState } from './live-view.js';

/** Keeps a view up to date as long as the component is shown. `read` must be stable. */
export function useLiveView<V extends { revision: number }>(connection: LiveConnection, room: Room, read: () => Promise<V>): LiveState<V> & { live: LiveView<V> } {
  const [live] = useState(() => new LiveView<V>(connection, room, read));
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, [live]);
  return { ...useSyncExternalStore(live.subscribe, live.get), live };
}
