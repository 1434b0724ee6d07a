import type { IncomingMessage } from 'node:http';
import type { AppConfig } from './config.js';

/** Metrics are for the machine itself and, behind our proxy, for the inner network; never for what came through the proxy. */
export function mayReadMetrics({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, { trustProxy }: Pick<AppConfig, 'trustProxy'>): boolean {
  if (headers['x-forwarded-for'] !== undefined) return false;
  return trustProxy || /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}
