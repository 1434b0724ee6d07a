import type { SignedIn } from '#lib/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../http/session.guard.js';

/** Names the device for the limits on guessing; it opens nothing by itself. */
export const DEVICE_COOKIE = 'kaosai_device';
const tenYears = 10 * 365 * 24 * 3600;

/** The session's cookie ends with the browser, because PCs are shared. `Secure` over https only: many venues are plain HTTP. */
export function rememberSession(request: FastifyRequest, reply: FastifyReply, { token, deviceId }: SignedIn): void {
  void reply.setCookie(SESSION_COOKIE, token, optionsFor(request));
  rememberDevice(request, reply, deviceId);
}

/** Keeps the device's id; answers it. */
export function rememberDevice(request: FastifyRequest, reply: FastifyReply, deviceId: string): string {
  void reply.setCookie(DEVICE_COOKIE, deviceId, { ...optionsFor(request), maxAge: tenYears });
  return deviceId;
}

function optionsFor(request: FastifyRequest): { httpOnly: true; sameSite: 'lax'; path: string; secure: boolean } {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: request.protocol === 'https' };
}

export function forgetSession(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
