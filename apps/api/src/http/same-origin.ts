import type { IncomingHttpHeaders } from 'node:http';
import type { AppConfig } from '#lib/config';

/**
 * Whether a request comes from a page of this site. A browser always sends Origin with a change; a client that sends
 * none is not a browser and must bring the session's token anyway. `null` and look-alikes are foreign.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, config: Pick<AppConfig, 'publicUrl' | 'trustProxy'>): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none';
  if (config.publicUrl) return origin === new URL(config.publicUrl).origin;
  const host = (config.trustProxy ? headers['x-forwarded-host'] : undefined) ?? headers.host;
  return origin === `http://${String(host)}` || origin === `https://${String(host)}`;
}
