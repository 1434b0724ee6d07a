import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { RepeatedRequest, withIdempotency } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { ActorRequest } from './decorators.js';

/** Gives a repeated creating request its first answer again; the key is taken in the act's own transaction. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.actor) return next.handle();
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) {
      throw new DomainError('request.invalid', {}, { kind: 'invalid', errors: [{ path: 'Idempotency-Key', code: 'field.matches' }] });
    }
    const bodyHash = createHash('sha256').update(JSON.stringify(request.body ?? null)).digest();
    const idempotent = { accountId: request.actor.accountId, key, route: `${request.method} ${request.url}`, bodyHash, taken: false };
    return from(withIdempotency(idempotent, () => lastValueFrom(next.handle(), { defaultValue: undefined })).catch((error: unknown) => {
      if (error instanceof RepeatedRequest) return error.answer;
      throw error;
    }));
  }
}
