import type { IncomingHttpHeaders } from 'node:http';
import { type AppConfig, isOwnOrigin } from '#lib/config';

/**
 * Whether a WebSocket is opened by a page of this site. A browser always says where from, and the `cors` setting does not stop a
 * foreign one; a client that says nothing is not a browser and cannot bring somebody else's cookie.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, config: Pick<AppConfig, 'publicUrl' | 'trustProxy'>): boolean {
  return headers.origin === undefined || isOwnOrigin(headers.origin, headers, config);
}
