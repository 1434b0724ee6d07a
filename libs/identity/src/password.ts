import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';

const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** One core is left for everybody else: five hundred who sign in may wait in line, those who are saving may not. */
let free = Math.max(1, availableParallelism() - 1);
const line: (() => void)[] = [];
let unknownAccountHash: Promise<string> | undefined;

/** The argon2id hash of a password (m = 19 MiB, t = 2, p = 1) with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

/** Checks a password. Without a hash (no such account) it works as long as with one and answers false. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  unknownAccountHash ??= hashPassword(randomBytes(24).toString('base64url'));
  const expected = passwordHash ?? await unknownAccountHash;
  const matches = await inLine(() => verify(expected, password));
  return matches && passwordHash !== null;
}

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((enter) => line.push(enter));
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else free += 1;
  }
}

const right = new Map<string, Buffer>();

/**
 * The same for a password that many share (a room's, an exam's code): once it was right, this process compares its SHA-256, so
 * that five hundred people who enter at once cost one hash and not five hundred. A wrong one costs a hash each time.
 */
export async function sharedPasswordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const digest = createHash('sha256').update(password).digest();
  const known = passwordHash === null ? undefined : right.get(passwordHash);
  if (known && timingSafeEqual(known, digest)) return true;
  const matches = await passwordMatches(passwordHash, password);
  if (matches && passwordHash !== null) {
    if (right.size >= 1_000) right.clear();
    right.set(passwordHash, digest);
  }
  return matches;
}
