import type { IncomingHttpHeaders } from 'node:http';
import { type AppConfig, isOwnOrigin } from '#lib/config';

/**
 * Whether a request comes from a page of this site. A browser always sends Origin with a change; a client that sends
 * none is not a browser and must bring the session's token anyway.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, config: Pick<AppConfig, 'publicUrl' | 'trustProxy'>): boolean {
  const { origin } = headers;
  if (origin !== undefined) return isOwnOrigin(origin, headers, config);
  return ['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);
}
