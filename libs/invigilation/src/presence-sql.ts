/** A page that beats every ten seconds, or polls, and has not been heard of for this long is offline; its socket closed, sooner. */
export const offlineAfterSeconds = 25;
const goneAfterSeconds = 6;

/**
 * SQL: since when a sitting candidate's page has not been heard of, null while it is there; in a query with `a` (attempt), `pr` (its presence) and an
 * expression for the last save. A page that never gave a sign of life of its own is not called offline: all that is known of it are its saves.
 */
export function offlineSince(lastSave: string, state: string): string {
  const life = `greatest(pr.seen_at, ${lastSave})`;
  return `CASE WHEN pr.attempt_id IS NOT NULL AND ${state} IN ('in_progress', 'paused')
    AND (${life} < kaosai.clock() - interval '${offlineAfterSeconds} seconds' OR (pr.gone_at >= ${life} AND pr.gone_at < kaosai.clock() - interval '${goneAfterSeconds} seconds'))
    THEN ${life} END`;
}
