import { v7 } from 'uuid';

/** A new UUID of version 7: unique, and sorted by the time it was made. */
export function newId(): string {
  return v7();
}
