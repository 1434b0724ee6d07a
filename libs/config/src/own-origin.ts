import type { IncomingHttpHeaders } from 'node:http';
import type { AppConfig } from './config.js';

/**
 * Whether an Origin header names this site: the public address when one is configured, else the host that was asked for.
 * `null` (an opaque origin) and look-alikes are foreign.
 */
export function isOwnOrigin(origin: string, headers: IncomingHttpHeaders, { publicUrl, trustProxy }: Pick<AppConfig, 'publicUrl' | 'trustProxy'>): boolean {
  if (publicUrl) return origin === new URL(publicUrl).origin;
  const host = String((trustProxy ? headers['x-forwarded-host'] : undefined) ?? headers.host);
  return origin === `http://${host}` || origin === `https://${host}`;
}
