import { openDB, type IDBPDatabase } from 'idb';
import type { Edit } from './outbox.js';

/** Keeps unacknowledged changes on this device, so that they outlive the page. One change a slot: the newest. */
export interface OutboxStore {
  load(attemptId: string): Promise<Edit[]>;
  put(attemptId: string, edit: Edit): Promise<void>;
  /** Forgets a change, unless a later one of the same slot has taken its place. */
  remove(attemptId: string, edit: Edit): Promise<void>;
}

const name = 'kaosai-outbox';
const table = 'edits';

/** IndexedDB; local storage where a browser denies it, as some do in private windows. */
export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    const database = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore(table) });
    return indexedStore(database);
  } catch {
    return localStore();
  }
}

function indexedStore(database: IDBPDatabase): OutboxStore {
  const range = (attemptId: string): IDBKeyRange => IDBKeyRange.bound([attemptId], [attemptId, []]);
  return {
    load: (attemptId) => database.getAll(table, range(attemptId)) as Promise<Edit[]>,
    put: async (attemptId, edit) => {
      await database.put(table, edit, [attemptId, edit.slot]);
    },
    remove: async (attemptId, edit) => {
      const transaction = database.transaction(table, 'readwrite');
      const held = (await transaction.store.get([attemptId, edit.slot])) as Edit | undefined;
      if (held && held.writer === edit.writer && held.seq === edit.seq) await transaction.store.delete([attemptId, edit.slot]);
      await transaction.done;
    },
  };
}

/** The same promise on local storage. */
export function localStore(storage: Storage = localStorage): OutboxStore {
  const keyOfAttempt = (attemptId: string): string => `${name}:${attemptId}`;
  const read = (attemptId: string): Record<string, Edit> => JSON.parse(storage.getItem(keyOfAttempt(attemptId)) ?? '{}') as Record<string, Edit>;
  const write = (attemptId: string, edits: Record<string, Edit>): void => storage.setItem(keyOfAttempt(attemptId), JSON.stringify(edits));
  return {
    load: async (attemptId) => Object.values(read(attemptId)),
    put: async (attemptId, edit) => write(attemptId, { ...read(attemptId), [edit.slot]: edit }),
    remove: async (attemptId, edit) => {
      const { [edit.slot]: held, ...rest } = read(attemptId);
      if (held && held.writer === edit.writer && held.seq === edit.seq) write(attemptId, rest);
    },
  };
}
