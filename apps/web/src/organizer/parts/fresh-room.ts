import { useContext, useEffect, useState } from 'react';
import { hashKey, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { jitter, type Room } from '../../live/live-connection.js';
import { LiveContext } from './live-context.js';

const pause = 250;

/** Reads the given queries again when the room's revision rises, at most a few times a second; true while the room is watched. */
export function useFreshRoom(room: Room | null, keys: readonly QueryKey[]): boolean {
  const connection = useContext(LiveContext);
  const cache = useQueryClient();
  const [live, setLive] = useState(false);
  const wanted = hashKey(keys);

  useEffect(() => {
    if (!connection || !room) return undefined;
    const queryKeys = JSON.parse(wanted) as QueryKey[];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const refresh = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        for (const queryKey of queryKeys) void cache.invalidateQueries({ queryKey });
      }, pause + jitter(150));
    };
    const leave = connection.watch(room, { changed: refresh, raised: refresh, watching: () => setLive(true) });
    const forget = connection.onChange(() => {
      if (connection.connected) refresh();
      else setLive(false);
    });
    return () => {
      leave();
      forget();
      setLive(false);
      if (timer) clearTimeout(timer);
    };
  }, [connection, room, cache, wanted]);

  return live;
}
