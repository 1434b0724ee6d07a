import { createHash } from 'node:crypto';
import type { EventLogEntry, EventLogFile } from '#lib/contracts';

/** The hash before the first entry. */
export const firstHash = '0'.repeat(64);

/** The same value with the keys of every object in order, without insignificant space: equal content reads equally whoever wrote it. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** SHA-256, in hexadecimal, over the previous hash and the entry without its own. */
export function entryHash(previous: string, { n, at, type, data }: Omit<EventLogEntry, 'hash'>): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(canonical([n, at, type, data])).digest('hex');
}

/** Numbers and chains events in their order. */
export function chain(events: readonly Pick<EventLogEntry, 'at' | 'type' | 'data'>[]): EventLogEntry[] {
  let previous = firstHash;
  return events.map(({ at, type, data }, index) => {
    const hash = entryHash(previous, { n: index + 1, at, type, data });
    previous = hash;
    return { n: index + 1, at, type, data, hash };
  });
}

/** What is signed: everything outside the entries, how many they are, and the hash of the last. */
export function signedBytes({ entries, signature, ...rest }: Omit<EventLogFile, 'signature'> & { signature: Omit<EventLogFile['signature'], 'value'> }): Buffer {
  return Buffer.from(canonical({ ...rest, algorithm: signature.algorithm, keyId: signature.keyId, count: entries.length, head: entries.at(-1)?.hash ?? firstHash }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
