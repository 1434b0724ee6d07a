import { DomainError } from '#lib/kernel';
import type { EntityManager } from 'typeorm';

/** Failed tries per bucket and window. */
export const maxTries = 10;
const windowSeconds = 900;

/**
 * Takes one of the tries of a bucket before the password is looked at, so that parallel guesses count too. A bucket is
 * (account name, known device) or (account name, all unknown devices together): a flood never locks out a known device.
 * @returns the try's id, for {@link markTrySucceeded}.
 * @throws DomainError `session.too_many_tries` with the seconds to wait.
 */
export async function takeTry(manager: EntityManager, username: string, knownDeviceId: string | null): Promise<string> {
  // A flood is turned away before the lock, where it would hold connections that others wait for.
  await requireTriesLeft(manager, username, knownDeviceId);
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('sign-in ' || $1, 0))", [`${username} ${knownDeviceId ?? ''}`]);
  await requireTriesLeft(manager, username, knownDeviceId);
  await manager.query(`DELETE FROM sign_in_try WHERE id IN (SELECT t.id FROM sign_in_try t JOIN (SELECT id FROM sign_in_try ORDER BY id LIMIT 20) oldest USING (id)
    WHERE t.at < kaosai.clock() - interval '1 day' FOR UPDATE OF t SKIP LOCKED)`);
  const [{ id }] = await manager.query<{ id: string }[]>('INSERT INTO sign_in_try (username, device_id, succeeded) VALUES ($1, $2, false) RETURNING id', [username, knownDeviceId]);
  return id;
}

/** @throws DomainError `session.too_many_tries` with the seconds to wait. */
export async function requireTriesLeft(manager: EntityManager, username: string, knownDeviceId: string | null): Promise<void> {
  const [{ failed, wait }] = await manager.query<{ failed: string; wait: string | null }[]>(`
    SELECT count(*) AS failed, ceil(extract(epoch FROM min(at) - kaosai.clock()) + $3) AS wait
    FROM (SELECT at FROM sign_in_try WHERE username = $1 AND device_id IS NOT DISTINCT FROM $2::uuid AND NOT succeeded
      AND at > kaosai.clock() - make_interval(secs => $3) ORDER BY at DESC LIMIT ${maxTries}) recent`, [username, knownDeviceId, windowSeconds]);
  if (Number(failed) >= maxTries) throw new DomainError('session.too_many_tries', { seconds: Math.max(1, Number(wait)) }, { kind: 'too-many' });
}

/** A right password does not use up a try. */
export async function markTrySucceeded(manager: EntityManager, id: string): Promise<void> {
  await manager.query('UPDATE sign_in_try SET succeeded = true WHERE id = $1', [id]);
}
