import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let unknownAccountHash: Promise<string> | undefined;

/** The argon2id hash of a password (m = 19 MiB, t = 2, p = 1) with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

/** Checks a password. Without a hash (no such account) it works as long as with one and answers false. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  unknownAccountHash ??= hashPassword(randomBytes(24).toString('base64url'));
  const matches = await verify(passwordHash ?? await unknownAccountHash, password);
  return matches && passwordHash !== null;
}
