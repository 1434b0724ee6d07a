import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppConfig } from '#lib/config';
import { Sessions } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { type ActorRequest, HALL_ROUTE, PUBLIC_ROUTE } from './decorators.js';
import { isSameOrigin } from './same-origin.js';

/** The cookie a session lives in: HttpOnly, SameSite=Lax. */
export const SESSION_COOKIE = 'kaosai_session';
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Every route needs a session unless it says `@Public()`; every change needs a same-origin request, and one made
 * with a session the session's token in `X-CSRF-Token` as well. A session begun in the exam hall reaches only what says `@InHall()`.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly sessions: Sessions, private readonly config: AppConfig) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const changes = !harmless.has(request.method);
    if (changes && !isSameOrigin(request.headers, this.config)) throw new DomainError('request.origin', {}, { kind: 'forbidden' });
    if (this.marked(context, PUBLIC_ROUTE)) return true;

    const token = request.cookies[SESSION_COOKIE];
    if (!token) throw new DomainError('session.required', {}, { kind: 'forbidden' });
    const actor = await this.sessions.authenticate(token);
    if (!actor) throw new DomainError('session.ended', {}, { kind: 'forbidden' });
    if (changes && !(await this.sessions.csrfMatches(actor.sessionId, String(request.headers['x-csrf-token'] ?? '')))) {
      throw new DomainError('request.csrf', {}, { kind: 'forbidden' });
    }
    if (actor.exam && !this.marked(context, HALL_ROUTE)) throw new DomainError('session.exam_only', {}, { kind: 'forbidden' });
    request.actor = actor;
    return true;
  }

  private marked(context: ExecutionContext, mark: string): boolean {
    return this.reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) === true;
  }
}
