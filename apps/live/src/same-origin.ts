import type { IncomingHttpHeaders } from 'node:http';
import type { AppConfig } from '#lib/config';

/**
 * Whether a WebSocket is opened by a page of this site. A browser always says where from, and the `cors` setting does not stop a
 * foreign one; a client that says nothing is not a browser and cannot bring somebody else's cookie. `null` and look-alikes are foreign.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, { publicUrl, trustProxy }: Pick<AppConfig, 'publicUrl' | 'trustProxy'>): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  if (publicUrl) return origin === new URL(publicUrl).origin;
  const host = String((trustProxy ? headers['x-forwarded-host'] : undefined) ?? headers.host);
  return origin === `http://${host}` || origin === `https://${host}`;
}
