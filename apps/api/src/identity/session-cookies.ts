import type { SignedIn } from '#lib/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../http/session.guard.js';

/** Names the device for the limits on guessing; it opens nothing by itself. */
export const DEVICE_COOKIE = 'kaosai_device';
const tenYears = 10 * 365 * 24 * 3600;

/** The session's cookie ends with the browser, because PCs are shared. `Secure` over https only: many venues are plain HTTP. */
export function rememberSession(request: FastifyRequest, reply: FastifyReply, { token, deviceId }: SignedIn): void {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: request.protocol === 'https' } as const;
  void reply.setCookie(SESSION_COOKIE, token, options);
  void reply.setCookie(DEVICE_COOKIE, deviceId, { ...options, maxAge: tenYears });
}

export function forgetSession(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
