import type { AppConfig } from '#lib/config';
import type { FastifyRequest } from 'fastify';

/** Metrics are for the machine itself and, behind our proxy, for the inner network; never for what came through the proxy. */
export function mayReadMetrics(request: Pick<FastifyRequest, 'headers' | 'socket'>, config: Pick<AppConfig, 'trustProxy'>): boolean {
  if (request.headers['x-forwarded-for'] !== undefined) return false;
  return config.trustProxy || /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
}
